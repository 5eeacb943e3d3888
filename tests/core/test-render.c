/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rendering: any tiling gives the same bits, more density or sessions only add
 * dots, treatment is density, skin beyond reach is untouched, odd values draw
 * nothing worse than nothing, and the scene is the same on every machine.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "smp-test.h"

#define W 700
#define H 500
#define N ((long) W * H)

#define SCENE_DIGESTS { UINT64_C (0x86e36b701909761a), \
                        UINT64_C (0xb417d4c8591d8e6c) }

static float a[3 * W * H], b[3 * W * H];

static int
render (const SmpParams *params, int x0, int y0, int cell, SmpCover cover,
        float *light)
{
  SmpPlan plan;

  smp_plan_init (&plan, params);
  return scene_render (&plan, W, H, x0, y0, cell, cover, NULL, light);
}

static float
cover_ramp (void *data, int x, int y)
{
  return x < 0 || y < 0 || x >= W || y >= H ? 0.0f : (float) x / W;
}

static float
cover_left (void *data, int x, int y)
{
  return x < W / 2 ? 1.0f : 0.0f;
}

static float
cover_none (void *data, int x, int y)
{
  return 0.0f;
}

static float
cover_odd (void *data, int x, int y)
{
  return x % 3 ? NAN : -5.0f;
}

static float
cover_much (void *data, int x, int y)
{
  return INFINITY;
}

/* The bits of any tiling are those of the first. */
static void
check_tilings (const SmpParams *p, const char *what)
{
  static const struct { int x0, y0, cell; } tiling[] = {
    { -17, -3, 256 }, { -5, -9, 91 }, { -100, -200, 251 }
  };

  render (p, 0, 0, SMP_CELL, cover_ramp, a);
  CHECK (scene_loss (a, N) > 1e-4, "%s, %g px/mm: nothing drawn", what,
         p->px_per_mm);
  for (size_t t = 0; t < sizeof tiling / sizeof tiling[0]; t++)
    {
      render (p, tiling[t].x0, tiling[t].y0, tiling[t].cell, cover_ramp, b);
      CHECK (memcmp (a, b, sizeof a) == 0, "%s, %g px/mm, curved %d, tiling "
             "%zu", what, p->px_per_mm, p->curved, t);
    }
}

/* Healing, years, camera and hairline look beyond a dot's own pixels. */
static void
test_tilings_of_features (void)
{
  static const double scale[] = { 1.5, 13 };

  for (size_t s = 0; s < sizeof scale / sizeof scale[0]; s++)
    {
      SmpParams p = scene_params (W, H, scale[s]);

      p.healing_day = 1;
      check_tilings (&p, "red skin");
      p.healing_day = 7;
      check_tilings (&p, "scabs and flakes");
      p.sharpness_px = s % 2 ? SMP_SHARPNESS_MAX : 0.8f;
      p.grain = 0.7f;
      check_tilings (&p, "camera");
      p.healing_day = SMP_HEALED_DAY;
      p.ageing = (SmpAgeingParams) { 6.0f, SMP_FADING_SUNNY, 0.3f, 4.0f, 1 };
      p.hues = 0.6f;
      check_tilings (&p, "years");
      p.hairline = (SmpHairlineParams) {
        { 3, 0, { { 0.0f, 0.6f }, { 0.5f, 0.3f }, { 1.0f, 0.6f } } },
        10.0f, 10.0f, 10.0f, 1.5f, 4.0f
      };
      p.curved = 1;
      check_tilings (&p, "hairline");
    }
}

static void
test_tilings (void)
{
  static const double scale[] = { 1.5, 5.7, 13, 200 };

  for (size_t s = 0; s < sizeof scale / sizeof scale[0]; s++)
    for (int curved = 0; curved < 2; curved++)
      {
        SmpParams p = scene_params (W, H, scale[s]);

        p.curved = curved;
        p.head.width_mm = 0.9 * W / scale[s];
        p.head.height_mm = 1.1 * H / scale[s];
        p.head.angle_deg = 12.0;
        p.depth_mm = s % 2 ? 0.15f : 0.4f;
        check_tilings (&p, "healed");
      }
}

/* The light lost never falls below so much of what it was: dots are added. */
static int
nowhere_lighter (const float *less, const float *more, float part)
{
  for (long i = 0; i < 3 * N; i++)
    if (1.0f - more[i] < part * (1.0f - less[i]) - 1e-6f)
      return 0;
  return 1;
}

static float treatment;

static float
cover_even (void *data, int x, int y)
{
  return treatment;
}

static void
test_progressive (void)
{
  SmpParams p = scene_params (W, H, 6);

  p.density_cm2 = 20;
  render (&p, 0, 0, SMP_CELL, scene_cover_all, a);
  for (p.density_cm2 = 60; p.density_cm2 < 400; p.density_cm2 += 60)
    {
      render (&p, 0, 0, SMP_CELL, scene_cover_all, b);
      /* a dot keeps its place, but may become one of an earlier session */
      CHECK (nowhere_lighter (a, b, 0.7f), "density %g", p.density_cm2);
      CHECK (scene_loss (b, N) > scene_loss (a, N));
      memcpy (a, b, sizeof a);
    }

  double loss[SMP_SESSIONS];

  p = scene_params (W, H, 6);
  treatment = 0.1f;
  render (&p, 0, 0, SMP_CELL, cover_even, a);
  for (treatment = 0.3f; treatment <= 1.0f; treatment += 0.2f)
    {
      render (&p, 0, 0, SMP_CELL, cover_even, b);
      CHECK (nowhere_lighter (a, b, 1.0f), "treatment %g", treatment);
      memcpy (a, b, sizeof a);
    }

  for (p.session = 1; p.session <= SMP_SESSIONS; p.session++)
    {
      render (&p, 0, 0, SMP_CELL, scene_cover_all, b);
      loss[p.session - 1] = scene_loss (b, N);
      if (p.session > 1)
        CHECK (nowhere_lighter (a, b, 1.0f), "session %d", p.session);
      memcpy (a, b, sizeof a);
    }
  CHECK_NEAR (loss[0] / loss[2], 0.285, 0.02, "session 1 of 3");
  CHECK_NEAR (loss[1] / loss[2], 0.72, 0.03, "session 2 of 3");
  CHECK_NEAR (loss[3] / loss[2], 1.08, 0.03, "session 4 of 3");
}

static void
test_treatment (void)
{
  SmpParams p = scene_params (W, H, 6);
  SmpPlan   plan;

  smp_plan_init (&plan, &p);
  render (&p, 0, 0, SMP_CELL, cover_left, a);
  for (long y = 0; y < H; y++)
    for (int x = W / 2 + plan.reach_px; x < W; x++)
      CHECK (a[y * W + x] == 1.0f, "(%d, %ld) is beyond reach", x, y);

  render (&p, 0, 0, SMP_CELL, scene_cover_all, b);
  for (long y = 0; y < H; y++)
    CHECK (memcmp (a + y * W, b + y * W,
                   (W / 2 - plan.reach_px) * sizeof (float)) == 0);

  CHECK (render (&p, 0, 0, SMP_CELL, cover_none, a) == 0);
  CHECK (render (&p, 0, 0, SMP_CELL, cover_odd, a) == 0);
  render (&p, 0, 0, SMP_CELL, cover_much, a);
  CHECK (memcmp (a, b, sizeof a) == 0, "more than full is full");

  /* half treated, half the dots: eight seeds of a field of 96 cm2 */
  double full = 0, ramp = 0;

  for (p.seed = 0; p.seed < 8; p.seed++)
    {
      render (&p, 0, 0, SMP_CELL, scene_cover_all, a);
      render (&p, 0, 0, SMP_CELL, cover_ramp, b);
      full += scene_loss (a, N);
      ramp += scene_loss (b, N);
    }
  CHECK_NEAR (ramp / full, 0.51, 0.02, "a ramp loses half");
}

static void
test_seed_and_variation (void)
{
  SmpParams p = scene_params (W, H, 6);

  render (&p, 0, 0, SMP_CELL, scene_cover_all, a);
  p.seed++;
  render (&p, 0, 0, SMP_CELL, scene_cover_all, b);

  double same = 0, aa = 0, bb = 0;
  const double mean = 1.0 - scene_loss (a, N);

  for (long i = 0; i < N; i++)
    {
      same += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }
  CHECK_NEAR (same / sqrt (aa * bb), 0.0, 0.05, "another scalp");
}

/* Values a file might hold after an accident. */
static void
test_odd_values (void)
{
  static const float odd[] = { NAN, INFINITY, -INFINITY, -1.0f, 0.0f, 1e30f,
                               1e-30f };

  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
    for (int which = 0; which < 8; which++)
      {
        SmpParams p = scene_params (W, H, 4);

        p.curved = which > 5;
        switch (which)
          {
          case 0: p.density_cm2 = odd[i]; break;
          case 1: p.dot_size_mm = odd[i]; break;
          case 2: p.variation = odd[i]; break;
          case 3: p.dilution = odd[i]; break;
          case 4: p.depth_mm = odd[i]; break;
          case 5: p.pigment[i % 3] = odd[i]; break;
          case 6: p.head.width_mm = p.head.angle_deg = odd[i]; break;
          case 7: p.head.x = odd[i]; break;
          }
        render (&p, 0, 0, SMP_CELL, scene_cover_all, a);
        for (long k = 0; k < 3 * N; k++)
          if (!(a[k] >= 0.0f && a[k] <= 1.0f))
            {
              CHECK (0, "value %g of %d gives %g", odd[i], which, a[k]);
              break;
            }
      }
}

/* The same skin in a photo cropped by (9, 4): dots and grain are where they
 * were on it.
 */
static void
test_crop (void)
{
  SmpParams p = scene_params (W, H, 6);
  double    sum = 0;

  p.grain = 1.0f;
  render (&p, 0, 0, SMP_CELL, scene_cover_all, a);
  p.frame.c += 9 * p.frame.a;
  p.frame.f += 4 * p.frame.e;
  render (&p, 0, 0, SMP_CELL, scene_cover_all, b);
  for (int y = 0; y < H - 4; y++)
    for (int x = 0; x < W - 9; x++)
      sum += fabs (b[y * W + x] - a[(y + 4) * W + x + 9]);
  CHECK (sum / N < 1e-4, "%g", sum / N);
}

/* A change here changes every mock-up; it must be meant. */
static void
test_digest (void)
{
  static const uint64_t wanted[2] = SCENE_DIGESTS;

  for (int curved = 0; curved < 2; curved++)
    {
      SmpParams p = scene_params (W, H, curved ? 3 : 13);
      uint64_t  digest;

      p.curved = curved;
      render (&p, 0, 0, SMP_CELL, cover_ramp, a);
      digest = smp_test_digest (a, sizeof a);
      CHECK (digest == wanted[curved], "digest %d is 0x%016llx", curved,
             (unsigned long long) digest);
    }
}

int
main (void)
{
  test_tilings ();
  test_tilings_of_features ();
  test_progressive ();
  test_treatment ();
  test_seed_and_variation ();
  test_odd_values ();
  test_crop ();
  test_digest ();
  return smp_test_result ();
}
