/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Healing and ageing are what their sources say: dots day by day, years of
 * fading, ink that spreads but stays, touch-up, laser, drift.
 */

#include <math.h>

#include "ageing.h"
#include "healing.h"
#include "ink.h"
#include "scene.h"
#include "smp-test.h"

#define SIDE 300                /* px */

static float light[3 * SIDE * SIDE];

static void
test_days (void)
{
  static const struct { int day; double size, strength, redness; } row[] = {
    { 0, 1.30, 1.05, 1.0 }, { 4, 1.25, 1.02, 0.08 }, { 7, 1.05, 0.80, 0.0 },
    { 10, 0.95, 0.72, 0.0 }, { 30, 1.0, 1.0, 0.0 }, { 99, 1.0, 1.0, 0.0 },
    { -3, 1.30, 1.05, 1.0 }
  };

  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
      const SmpHealing h = smp_healing_at (row[i].day);

      CHECK_NEAR (h.size, row[i].size, 1e-6, "day %d", row[i].day);
      CHECK_NEAR (h.strength, row[i].strength, 1e-6, "day %d", row[i].day);
      CHECK_NEAR (h.redness, row[i].redness, 1e-6, "day %d", row[i].day);
    }
  for (int day = 0; day <= SMP_HEALED_DAY; day++)
    {
      const SmpHealing h = smp_healing_at (day);

      CHECK (day > 6 || day < 1 || h.redness < smp_healing_at (day - 1).redness,
             "redness fades, day %d", day);
      CHECK (day < 7 || h.redness == 0.0f, "red on day %d", day);
      CHECK ((h.scabs > 0.0f) == (day >= 2 && day < 10), "scabs, day %d", day);
      CHECK ((h.flakes > 0.0f) == (day > 3 && day < 14), "flakes, day %d", day);
    }
  CHECK (smp_redness_visible (0.04f) == 0.0f, "dark skin");
  CHECK (smp_redness_visible (0.5f) == 1.0f, "light skin");
  CHECK (smp_redness_visible (0.1f) < 0.1f, "dark skin in light");
}

/* The share of dots under a scab, and that a scab once gone stays so. */
static void
test_scabs (void)
{
  int last = 1 << 30;

  for (int day = 4; day <= 10; day++)
    {
      const SmpHealing h = smp_healing_at (day);
      int              scabs = 0, back = 0;

      for (int i = 0; i < 10000; i++)
        {
          const double x = i % 100 * 0.8, y = i / 100 * 0.8;
          const int    now = smp_healing_dot (&h, 5, i, x, y).scab;
          const SmpHealing before = smp_healing_at (day - 1);

          scabs += now;
          back += now && day > 5
                  && !smp_healing_dot (&before, 5, i, x, y).scab;
        }
      printf ("day %d: %.3f of the dots have a scab\n", day, scabs / 10000.0);
      CHECK (scabs <= last, "day %d", day);
      CHECK (back == 0, "day %d: %d scabs came back", day, back);
      CHECK_NEAR (scabs / 10000.0, h.scabs, 0.05, "day %d", day);
      last = scabs;
    }
}

static SmpAgeing
ageing_of (float years, SmpFading fading, float drift, float touch_up,
           int removal)
{
  const SmpAgeingParams params = { years, fading, drift, touch_up, removal };
  SmpAgeing             ageing;

  smp_ageing_init (&ageing, &params, 0.15f);
  return ageing;
}

static void
test_years (void)
{
  /* .90 at half a year, then 1 - f a year */
  static const struct { SmpFading fading; double years, left; } row[] = {
    { SMP_FADING_TYPICAL, 0, 1.0 }, { SMP_FADING_TYPICAL, 0.5, 0.90 },
    { SMP_FADING_TYPICAL, 3, 0.654 }, { SMP_FADING_TYPICAL, 5, 0.506 },
    { SMP_FADING_TYPICAL, 8, 0.345 }, { SMP_FADING_CAREFUL, 5, 0.618 },
    { SMP_FADING_SUNNY, 5, 0.330 }, { SMP_FADING_TEMPORARY, 1, 0.569 },
    { SMP_FADING_TEMPORARY, 2, 0.228 }
  };

  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
      const SmpAgeing a = ageing_of (row[i].years, row[i].fading, 0, 0, 0);

      CHECK (a.inks == 1);
      CHECK_NEAR (a.ink[0].contrast, row[i].left, 0.001, "%d, %g years",
                  row[i].fading, row[i].years);
      /* 4 sigma^2 = 8 D t */
      CHECK_NEAR (a.ink[0].spread_mm2, 8 * 2.5e-4 * row[i].years, 1e-6,
                  "%g years", row[i].years);
    }
}

/* Pigment that lies too deep spreads four times as fast. */
static void
test_deep (void)
{
  const SmpAgeingParams params = { 5.0f, SMP_FADING_TYPICAL, 0.0f, 0.0f, 0 };
  SmpAgeing             ageing;

  smp_ageing_init (&ageing, &params, 0.80f);
  CHECK_NEAR (ageing.ink[0].spread_mm2, 4 * 8 * 2.5e-4 * 5, 1e-6, "deep");
}

/* Scabs are brown: they take more blue light than red. */
static void
test_scab_hue (void)
{
  SmpParams   params = scene_params (600, 600, 6);
  SmpEdge     edge = { 1.0f, 0.0f, 1.0f };
  int         scabs = 0;
  SmpPlan     plan;
  SmpShape    shape;
  SmpInkLayer layer[2];

  params.session = 1;
  params.healing_day = 4;
  smp_plan_init (&plan, &params);
  for (int id = 0; id < 100; id++)
    {
      smp_dot_shape (5, id, 0.5f, 0.30f, &shape);
      smp_ink_layers (&plan, id, id, 0, &shape, &edge, NULL, 0, layer);
      scabs += layer[0].alpha[2] > layer[0].alpha[0] + 0.01f;
    }
  CHECK (scabs > 40 && scabs < 90, "%d brown dots", scabs);
}

static void
test_touch_up (void)
{
  const SmpAgeing at = ageing_of (5, SMP_FADING_TYPICAL, 0, 5, 0);
  const SmpAgeing after = ageing_of (8, SMP_FADING_TYPICAL, 0, 5, 0);
  const SmpAgeing before = ageing_of (4, SMP_FADING_TYPICAL, 0, 5, 0);

  CHECK (before.inks == 1 && at.inks == 2);
  CHECK_NEAR (at.ink[0].contrast + at.ink[1].contrast, 1.0, 1e-6, "renewed");
  CHECK (at.ink[1].spread_mm2 == 0.0f, "renewed dots are sharp");
  CHECK_NEAR (after.ink[1].contrast, 0.494 * 0.654, 0.001, "and fade again");
}

static void
test_laser (void)
{
  static const double left[] = { 1.0, 0.45, 0.20, 0.08 };

  for (int removal = 0; removal <= SMP_LASER_MAX; removal++)
    {
      const SmpAgeing a = ageing_of (0, SMP_FADING_TYPICAL, 0, 0, removal);
      const int       n = 300;
      double          sum = 0, squares = 0, near = 0;

      for (int i = 0; i < n * n; i++)
        {
          const double x = i % n, y = i / n;
          const double here = smp_ageing_left (&a, 3, x, y);

          sum += here;
          squares += here * here;
          near += here * smp_ageing_left (&a, 3, x + 1.0, y);
        }
      sum /= n * n;

      const double variance = squares / (n * n) - sum * sum;

      CHECK_NEAR (sum, left[removal], 0.02 * left[removal], "%d", removal);
      if (removal == 0)
        continue;
      CHECK_NEAR (sqrt (variance) / sum, 0.35, 0.08, "patches, %d", removal);
      CHECK (near / (n * n) - sum * sum > 0.8 * variance,
             "patches are wider than 1 mm");
      CHECK (a.hue[2] < a.hue[0], "what a laser leaves is cool");
    }
}

static void
test_drift (void)
{
  const SmpAgeing clean = ageing_of (5, SMP_FADING_SUNNY, 0, 0, 0);
  const SmpAgeing blue = ageing_of (0, SMP_FADING_TYPICAL, -1, 0, 0);
  const SmpAgeing orange = ageing_of (0, SMP_FADING_TYPICAL, 1, 0, 0);

  for (int c = 0; c < 3; c++)
    CHECK (clean.hue[c] == 1.0f, "years alone change no hue");
  CHECK (blue.hue[2] < 0.6f && blue.hue[0] == 1.0f);
  CHECK (orange.hue[0] < 0.6f && orange.hue[2] > 1.0f);
}

/* Years move ink about, they do not make it: density times area. */
static void
test_mass (void)
{
  SmpParams   params = scene_params (600, 600, 6);
  SmpShape    shape;
  SmpEdge     edge = { 1.0f, 0.0f, 1.0f };
  double      mass[2], taken[2];
  SmpPlan     plan;
  SmpInkLayer layer[2];

  for (int old = 0; old < 2; old++)
    {
      params.ageing.years = 10.0f * old;
      smp_plan_init (&plan, &params);
      plan.ageing.ink[0].contrast = 1.0f;
      smp_dot_shape (5, 77, 0.5f, 0.30f, &shape);
      CHECK (smp_ink_layers (&plan, 77, 0, 0, &shape, &edge, NULL, 1.0f, layer)
             == 1);

      const double area = layer[0].scale * layer[0].scale;

      mass[old] = -log (1.0 - layer[0].alpha[0]) * area;
      taken[old] = layer[0].alpha[0] * area;
    }
  CHECK_NEAR (mass[1], mass[0], 1e-4 * mass[0], "ink");
  CHECK (taken[1] > 1.05 * taken[0], "spread ink takes more light");
}

/* What a stage takes from light skin of 50 x 50 mm at 6 px/mm, per channel. */
static void
stage_loss (int day, SmpAgeingParams years, float depth_mm, double loss[3])
{
  SmpParams p = scene_params (SIDE, SIDE, 6);
  SmpPlan   plan;

  p.healing_day = day;
  p.ageing = years;
  p.depth_mm = depth_mm;
  p.skin.skin[0] = 0.58f;
  p.skin.skin[1] = 0.47f;
  p.skin.skin[2] = 0.40f;
  smp_plan_init (&plan, &p);
  scene_render (&plan, SIDE, SIDE, 0, 0, SMP_CELL, scene_cover_all, NULL,
                light);
  for (int c = 0; c < 3; c++)
    loss[c] = scene_loss (light + c * SIDE * SIDE, SIDE * SIDE);
}

/* Tone, as green light lost against healed dots, and hue, as blue lost for red
 * lost.  Fading alone leaves .79 .65 .51 .35 after 1, 3, 5, 8 years, .57 of
 * temporary pigment after one; spread ink takes a little more.
 */
static void
test_tones (void)
{
  static const struct
  {
    const char     *name;
    int             day;
    SmpAgeingParams years;
    float           depth_mm;
    double          tone[2], hue[2];
  } row[] = {
    { "healed", 30, { 0, 1, 0, 0, 0 }, .15f, { 1, 1 }, { .90, .97 } },
    { "day 0", 0, { 0, 1, 0, 0, 0 }, .15f, { 1.5, 1.9 }, { 1.1, 1.4 } },
    { "day 4", 4, { 0, 1, 0, 0, 0 }, .15f, { 1.1, 1.3 }, { .92, 1.1 } },
    { "day 10", 10, { 0, 1, 0, 0, 0 }, .15f, { .8, .95 }, { .85, .98 } },
    { "1 year", 30, { 1, 1, 0, 0, 0 }, .15f, { .84, .95 }, { .90, .98 } },
    { "3 years", 30, { 3, 1, 0, 0, 0 }, .15f, { .65, .80 }, { .90, .98 } },
    { "5 years", 30, { 5, 1, 0, 0, 0 }, .15f, { .51, .66 }, { .90, .98 } },
    { "8 years", 30, { 8, 1, 0, 0, 0 }, .15f, { .35, .50 }, { .90, .98 } },
    { "5 years, careful", 30, { 5, 0, 0, 0, 0 }, .15f, { .62, .78 },
      { .90, .98 } },
    { "5 years, sunny", 30, { 5, 2, 0, 0, 0 }, .15f, { .33, .46 },
      { .90, .98 } },
    { "temporary, 1 year", 30, { 1, 3, 0, 0, 0 }, .15f, { .57, .68 },
      { .90, .98 } },
    { "touched up in year 5", 30, { 5, 1, 0, 5, 0 }, .15f, { .95, 1.1 },
      { .90, .98 } },
    { "laser once", 30, { 0, 1, 0, 0, 1 }, .15f, { .4, .6 }, { .80, .92 } },
    { "laser three times", 30, { 0, 1, 0, 0, 3 }, .15f, { .06, .12 },
      { .65, .85 } },
    { "blue", 30, { 0, 1, -1, 0, 0 }, .15f, { .7, .95 }, { .4, .65 } },
    { "orange", 30, { 0, 1, 1, 0, 0 }, .15f, { .8, 1.0 }, { 1.3, 2.2 } },
    { "too deep", 30, { 0, 1, 0, 0, 0 }, .50f, { .5, .8 }, { .35, .60 } }
  };
  double healed[3], loss[3];

  stage_loss (SMP_HEALED_DAY, (SmpAgeingParams) { 0, 1, 0, 0, 0 }, 0.15f,
              healed);
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
      stage_loss (row[i].day, row[i].years, row[i].depth_mm, loss);

      const double tone = loss[1] / healed[1], hue = loss[2] / loss[0];

      printf ("%-22s loses %4.1f %4.1f %4.1f %%, tone %.2f, hue %.2f\n",
              row[i].name, 100 * loss[0], 100 * loss[1], 100 * loss[2], tone,
              hue);
      CHECK (tone >= row[i].tone[0] && tone <= row[i].tone[1], "%s: tone %g",
             row[i].name, tone);
      CHECK (hue >= row[i].hue[0] && hue <= row[i].hue[1], "%s: hue %g",
             row[i].name, hue);
    }
}

int
main (void)
{
  test_days ();
  test_scabs ();
  test_years ();
  test_deep ();
  test_scab_hue ();
  test_touch_up ();
  test_laser ();
  test_drift ();
  test_mass ();
  test_tones ();
  return smp_test_result ();
}
