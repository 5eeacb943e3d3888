/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Light: the same dots take the same share of it at any scale, in the first
 * crossing (T) and in both (G), in each channel; the defaults lose 18 to 19 %;
 * pigment has the colour that depth and hue give it.
 */

#include <stdlib.h>

#include "pigment.h"
#include "scene.h"
#include "smp-test.h"

#define SIDE_MM 48

typedef struct
{
  double t[3], g[3];
} Loss;

static Loss
measure (const SmpParams *params, double px_per_mm)
{
  const int  side = (int) (SIDE_MM * px_per_mm);
  const long n = (long) side * side;
  SmpParams  p = *params;
  float     *light = malloc (3 * n * sizeof (float));
  SmpPlan    plan;
  Loss       loss;

  p.frame = smp_frame_from_box (0, 0, side, side);
  p.px_per_mm = px_per_mm;
  smp_plan_init (&plan, &p);
  scene_render (&plan, side, side, 0, 0, SMP_CELL, scene_cover_all, NULL,
                light);
  for (int c = 0; c < 3; c++)
    loss.g[c] = scene_loss (light + c * n, n);

  /* a halo without taps leaves the first crossing alone */
  plan.halo = (SmpHalo) { .factor = 1 };
  scene_render (&plan, side, side, 0, 0, SMP_CELL, scene_cover_all, NULL,
                light);
  for (int c = 0; c < 3; c++)
    loss.t[c] = scene_loss (light + c * n, n);
  free (light);
  return loss;
}

static void
test_scales (const SmpParams *params, const char *what, double slack)
{
  static const struct { double px_per_mm, tolerance; } row[] = {
    { 24, 0.01 }, { 12, 0.01 }, { 8, 0.01 }, { 6, 0.01 }, { 4, 0.01 },
    { 3, 0.01 }, { 1.5, 0.04 }
  };
  const Loss truth = measure (params, 48);

  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
      const Loss loss = measure (params, row[i].px_per_mm);

      printf ("%s, %4.1f px/mm: T %.4f %.4f %.4f  G %.4f %.4f %.4f\n", what,
              row[i].px_per_mm, loss.t[0], loss.t[1], loss.t[2], loss.g[0],
              loss.g[1], loss.g[2]);
      for (int c = 0; c < 3; c++)
        {
          CHECK_NEAR (loss.t[c], truth.t[c], slack * row[i].tolerance,
                      "%s: T, channel %d, %g px/mm", what, c,
                      row[i].px_per_mm);
          CHECK_NEAR (loss.g[c], truth.g[c], slack * row[i].tolerance,
                      "%s: G, channel %d, %g px/mm", what, c,
                      row[i].px_per_mm);
        }
    }
}

static void
test_default_loss (void)
{
  const SmpParams p = scene_params (1, 1, 1);
  const Loss      l = measure (&p, 12);
  const double    luminance = 0.2126 * l.g[0] + 0.7152 * l.g[1]
                              + 0.0722 * l.g[2];

  CHECK (luminance >= 0.18 && luminance <= 0.19, "%g", luminance);
}

/* More variation is more variety, not a darker scalp. */
static void
test_variation_keeps_tone (void)
{
  SmpParams p = scene_params (1, 1, 1);
  Loss      l[3];

  for (int i = 0; i < 3; i++)
    {
      p.variation = 0.5f * i;
      l[i] = measure (&p, 6);
    }
  for (int c = 0; c < 3; c++)
    {
      CHECK_NEAR (l[0].g[c], l[1].g[c], 0.008, "channel %d", c);
      CHECK_NEAR (l[2].g[c], l[1].g[c], 0.010, "channel %d", c);
    }
}

static void
test_pigment (void)
{
  const float standard[3] = { SMP_PIGMENT_R, SMP_PIGMENT_G, SMP_PIGMENT_B };
  const float black[3] = { 0, 0, 0 }, white[3] = { 1, 1, 1 };
  const float red[3] = { 0.5f, 0.02f, 0.02f };
  float       k[3], deep[3], alpha[3], sigma[3];

  CHECK_NEAR (smp_pigment_density (9.0f), 1.4, 1e-6);
  smp_pigment_absorption (standard, SMP_DEPTH_DEFAULT_MM, k);
  CHECK_NEAR (k[0], 1.0, 1e-5);
  CHECK_NEAR (k[1], 0.95, 1e-5);
  CHECK_NEAR (k[2], 0.88, 1e-5);

  /* deeper is bluer: less and less of green and blue is taken */
  for (float depth = 0.05f; depth < 2.0f; depth += 0.05f)
    {
      smp_pigment_absorption (standard, depth, k);
      smp_pigment_absorption (standard, depth + 0.05f, deep);
      CHECK (deep[0] == k[0] && deep[1] <= k[1] && deep[2] <= k[2],
             "depth %g", depth);
    }
  smp_pigment_absorption (standard, 0.30f, deep);
  CHECK (deep[2] < 0.8f * deep[1] && deep[1] < 0.8f, "%g %g", deep[1],
         deep[2]);

  /* pure black is cooler than the default, a red pigment keeps red light */
  smp_pigment_absorption (black, SMP_DEPTH_DEFAULT_MM, k);
  CHECK (k[0] > 1.0f && k[2] < 0.88f);
  smp_pigment_absorption (white, SMP_DEPTH_DEFAULT_MM, deep);
  CHECK_NEAR (deep[1], k[1], 1e-4, "only the hue counts");
  smp_pigment_absorption (red, SMP_DEPTH_DEFAULT_MM, k);
  CHECK (k[0] < 0.3f * k[1], "%g %g", k[0], k[1]);

  smp_pigment_alpha (1.4f, (float[3]) { 1, 0, 1e6f }, alpha);
  CHECK_NEAR (alpha[0], 0.753403, 1e-5);
  CHECK (alpha[1] == 0.0f && alpha[2] <= 1.0f);
  smp_pigment_scattering (SMP_DEPTH_DEFAULT_MM, sigma);
  CHECK_NEAR (sigma[0], 0.30, 1e-6);
  CHECK_NEAR (sigma[2], 0.20, 1e-6);
}

int
main (void)
{
  const SmpParams natural = scene_params (1, 1, 1);
  SmpParams       deep = natural, dense = natural, bold = natural;
  SmpParams       fresh = natural, scabs = natural;

  deep.depth_mm = 0.5f;
  dense.density_cm2 = 350.0f;
  bold.dot_size_mm = 0.5f;
  bold.dilution = 4.0f;
  test_scales (&natural, "defaults", 1);
  test_scales (&deep, "depth .5", 1);
  test_scales (&dense, "350 /cm2", 1);
  /* black paint, half of the light lost: no mock-up, yet near */
  test_scales (&bold, ".5 mm, 4:1", 1.5);
  fresh.healing_day = 0;
  fresh.session = 1;
  scabs.healing_day = 5;
  scabs.session = 1;
  test_scales (&fresh, "day 0", 1);
  test_scales (&scabs, "day 5", 1);
  test_default_loss ();
  test_variation_keeps_tone ();
  test_pigment ();
  return smp_test_result ();
}
