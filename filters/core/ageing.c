/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fading: contrast .90 after half a year (Liu, Sun, Zhang, Zhao, "SMP for
 * localized alopecia": density scores 8.7 to 7.7), then times 1 - f a year with
 * f = 8, 12, 20 % for careful, usual and sunny lives: at 12 % two thirds are
 * left after 3 years and half after 5, when touch-ups are due.  Temporary
 * pigment loses 60 % a year.
 *
 * Spread: ink diffuses, sigma^2 = 2 D t with D = 2.5e-4 mm2 a year, four times
 * that when it lies deep; a disc of radius r grows to r^2 + 4 sigma^2.  Optical
 * density times area is kept, so spreading alone darkens a scalp a little.
 *
 * A touch-up brings back what had faded, as fresh dots over the old.
 *
 * Laser: 45, 20, 8 % are left after 1, 2, 3 sessions, +-30 % from patch to
 * patch of 5 to 10 mm, a little cooler in colour (Wu 2020; clinics' reports).
 *
 * Drift is a fault of pigment or depth, never of age alone: blue where the warm
 * part is gone, orange where iron oxides remain.
 */

#include "ageing.h"

#include "noise.h"
#include "scalar.h"

#define DIFFUSION_MM2   2.5e-4    /* a year */
#define DEEP_MM         0.30      /* from here on ink spreads faster .. */
#define DEEPEST_MM      0.80      /* .. up to four times */
#define LASER_PATCH_MM  15.0      /* patches of half that */
#define LASER_PATCHES   0.85f     /* rms .30 */
#define LASER_COOL      0.12      /* drift to blue a session */

static const double yearly_loss[] = { 0.08, 0.12, 0.20, 0.60 };
static const float  laser_left[SMP_LASER_MAX + 1] = { 1.0f, .45f, .20f, .08f };

static double
contrast_after (double years, SmpFading fading)
{
  const double f = yearly_loss[fading];

  if (years < 0.5)
    return 1.0 - 0.2 * years;
  return 0.9 * smp_exp ((years - 0.5) * smp_log (1.0 - f));
}

static double
spread_after (double years, double depth_mm)
{
  const double deep = smp_clamp ((depth_mm - DEEP_MM)
                                 / (DEEPEST_MM - DEEP_MM), 0.0, 1.0);

  return 8.0 * DIFFUSION_MM2 * (1.0 + 3.0 * deep) * years;
}

static void
set_hue (SmpAgeing *ageing, double drift)
{
  const double blue = drift < 0.0 ? -drift : 0.0;
  const double orange = drift > 0.0 ? drift : 0.0;

  ageing->hue[0] = 1.0 - 0.55 * orange;
  ageing->hue[1] = 1.0 - 0.30 * blue - 0.12 * orange;
  ageing->hue[2] = 1.0 - 0.55 * blue + 0.20 * orange;
}

void
smp_ageing_init (SmpAgeing *ageing, const SmpAgeingParams *params,
                 float depth_mm)
{
  const double    years = smp_clamp (params->years, 0.0, 100.0);
  const double    renewed = smp_clamp (params->touch_up, 0.0, 100.0);
  const SmpFading fading = smp_clamp (params->fading, SMP_FADING_CAREFUL,
                                      SMP_FADING_TEMPORARY);

  ageing->removal = smp_clamp (params->removal, 0, SMP_LASER_MAX);
  ageing->left = laser_left[ageing->removal];
  ageing->inks = 1;
  ageing->ink[0] = (SmpInk) { contrast_after (years, fading),
                              spread_after (years, depth_mm) };
  ageing->ink[1] = (SmpInk) { 0.0f, 0.0f };
  if (renewed > 0.0 && renewed <= years)
    {
      const double since = years - renewed;

      ageing->inks = 2;
      ageing->ink[1] = (SmpInk) {
        (1.0 - contrast_after (renewed, fading))
        * contrast_after (since, fading),
        spread_after (since, depth_mm)
      };
    }
  set_hue (ageing, smp_clamp (params->drift - LASER_COOL * ageing->removal,
                              -1.0, 1.0));
}

float
smp_ageing_spread_max (const SmpAgeing *ageing)
{
  return ageing->ink[0].spread_mm2;
}

float
smp_ageing_left (const SmpAgeing *ageing, uint32_t seed, double x_mm,
                 double y_mm)
{
  if (ageing->removal == 0)
    return 1.0f;

  const float noise = smp_noise (seed, SMP_SALT_LASER, x_mm, y_mm,
                                 LASER_PATCH_MM);

  return (float) smp_clamp (ageing->left * (1.0f + LASER_PATCHES * noise),
                            0.0, 1.0);
}
