/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A hand varies in size, angle and depth.  At variation v: diameter log-normal
 * with sigma .36 v, ellipse 1 to 1 + .6 v at a random angle, strength 1 +- .3 v
 * (triangular), depth log-normal with sigma .5 v in eight equal shares, place
 * jittered with an rms of .16 v of the mean spacing on each axis.  That is the
 * spacing at 200 dots/cm2, or for dots which appear earlier that at their own
 * density, from 50 dots/cm2 on, so that few dots are no print.  The default,
 * v = .5, gives the sigma of .18, the aspect of 1.0 to 1.3 and the jitter of
 * .08 that look like careful work; normals are sums of three uniform numbers,
 * so everything is bounded.
 *
 * The asked diameter is the median at the default variation.  The mean area
 * stays what it is there at every variation, so that more variation is not a
 * darker scalp: diameter exp (sigma z - sigma^2 + sigma_default^2).
 */

#include "dot-shape.h"

#include <math.h>

#include "hash.h"
#include "scalar.h"

#define SIGMA_SIZE   0.36
#define SIGMA_MEAN   0.0324       /* (SIGMA_SIZE / 2)^2 */
#define SIGMA_DEPTH  0.50
#define ELONGATION   0.60
#define STRENGTH     0.30
#define JITTER       0.16
#define SPACING_CM2  200.0f
#define SPACING_MM   0.7071       /* mean spacing at that density */
#define EARLY_CM2    50.0f
#define SQRT6        2.4494897

/* Mean 0, variance 1, within +-3. */
static double
normal (uint64_t h, int first)
{
  return 2.0 * (smp_hash_unit (h, first) + smp_hash_unit (h, first + 1)
                + smp_hash_unit (h, (first + 2) & 3) - 1.5);
}

float
smp_dot_jitter_max (float variation)
{
  /* twice the spacing for dots that appear at EARLY_CM2 or before */
  return (float) (JITTER * SPACING_MM * 2.0 * SQRT6 * 1.4143) * variation;
}

void
smp_dot_jitter (uint32_t seed, uint64_t id, float density_cm2,
                float variation, double *dx_mm, double *dy_mm)
{
  const uint64_t h = smp_hash (seed, id, SMP_SALT_PLACE);
  const float    own = (float) smp_clamp (density_cm2, EARLY_CM2, SPACING_CM2);
  const double   scale = JITTER * SPACING_MM * sqrtf (SPACING_CM2 / own)
                         * SQRT6 * variation;

  *dx_mm = scale * (smp_hash_unit (h, 0) + smp_hash_unit (h, 1) - 1.0);
  *dy_mm = scale * (smp_hash_unit (h, 2) + smp_hash_unit (h, 3) - 1.0);
}

float
smp_dot_radius_max (float variation, float diameter_mm)
{
  const double sigma = SIGMA_SIZE * variation;

  return 0.5 * diameter_mm * smp_exp (sigma * (3.0 - sigma) + SIGMA_MEAN)
         * (1.0 + 0.5 * ELONGATION * variation);
}

float
smp_dot_shade_depth (int shade, float variation)
{
  /* medians of eight equal shares of a normal distribution */
  static const double share[SMP_SHADES] =
    { -1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534 };

  return smp_exp (SIGMA_DEPTH * variation * share[shade]);
}

float
smp_shape_radius2 (const SmpShape *shape)
{
  const float *m = shape->ellipse;

  return m[0] * m[3] - m[1] * m[2];
}

void
smp_dot_shape (uint32_t seed, uint64_t id, float variation,
               float diameter_mm, SmpShape *shape)
{
  const uint64_t form = smp_hash (seed, id, SMP_SALT_SHAPE);
  const uint64_t tone = smp_hash (seed, id, SMP_SALT_TONE);
  const double   sigma = SIGMA_SIZE * variation;
  const double   size = smp_exp (sigma * (normal (form, 0) - sigma)
                                  + SIGMA_MEAN);
  const double   aspect = 1.0 + ELONGATION * variation
                                * smp_hash_unit (tone, 0);
  /* (1 + aspect) / 2 and its inverse: the same area at any aspect */
  const double   stretch = 0.5 * (1.0 + aspect);
  const double   radius = 0.5 * diameter_mm * size;
  double         sine, cosine;

  smp_sincos (0.5 * smp_hash_unit (form, 3), &sine, &cosine);
  shape->ellipse[0] = radius * stretch * cosine;
  shape->ellipse[1] = -radius / stretch * sine;
  shape->ellipse[2] = radius * stretch * sine;
  shape->ellipse[3] = radius / stretch * cosine;
  shape->strength = 1.0 + STRENGTH * variation
                          * (smp_hash_unit (tone, 1)
                             + smp_hash_unit (tone, 2) - 1.0);
  shape->shade = (int) (smp_hash_unit (tone, 3) * SMP_SHADES);
}
