/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the scar filter leaves alone, its dots, and that nothing odd comes of
 * odd photos.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scars.h"
#include "smp-test.h"

static const ScarsScene line = {
  "line", { 0.38f, 0.25f, 0.175f }, SCARS_LINE, 3.0f, { 0.23f, 0.35f, 0.60f },
  0.0f, 8.0f
};

static float before[4 * SCARS_N], distance[SCARS_N], light[3 * SCARS_N];

static void
render (const SmpParams *params)
{
  scars_render (params, before, SCARS_W, SCARS_H, 0, 0, 128, light);
}

/* Painted skin without a scar, up to the photo's edge and around clumps of
 * hair: these do not make a scar of what lies beside them.
 */
static void
test_beside (const SmpParams *p)
{
  double change[2] = { 0, 0 };
  int    n[2] = { 0, 0 };

  for (int i = 0; i < SCARS_N; i++)
    {
      const int x = i % SCARS_W, y = i / SCARS_W;

      before[4 * i + 3] = 1.0f;
      if (hypot (x % 120 - 60, y % 120 - 60) < 8.0)
        for (int c = 0; c < 3; c++)
          before[4 * i + c] *= 0.15f;
    }
  render (p);
  for (int i = 0; i < SCARS_N; i++)
    {
      const int    x = i % SCARS_W, y = i / SCARS_W;
      const double hair = hypot (x % 120 - 60, y % 120 - 60);
      const int    edge = x < 16 || y < 16 || x >= SCARS_W - 16
                          || y >= SCARS_H - 16;

      if (edge || (hair > 10.0 && hair < 24.0))
        {
          change[edge] += fabs (light[i] - 1.0f);
          n[edge]++;
        }
    }
  printf ("beside hair %.4f, at the edge %.4f\n", change[0] / n[0],
          change[1] / n[1]);
  CHECK (change[0] / n[0] < 0.015, "%g", change[0] / n[0]);
  CHECK (change[1] / n[1] < 0.015, "%g", change[1] / n[1]);
}

/* Skin beyond the feather keeps its bits, skin painted over is left alone, and
 * an empty area changes nothing.
 */
static void
test_untouched (void)
{
  ScarsScene s = line;
  SmpParams  p = scars_params (s.px_per_mm);
  double     change = 0.0;
  int        far = 0, any = 0, painted = 0;

  p.scar.dots = 1.0f;
  scars_make (&s, 0.5f, before, distance);
  render (&p);
  for (int i = 0; i < SCARS_N; i++)
    if (distance[i] > (0.5f + 6.0f + 1.5f) * s.px_per_mm)
      far += light[i] != 1.0f || light[SCARS_N + i] != 1.0f
             || light[2 * SCARS_N + i] != 1.0f;
  CHECK (far == 0, "%d px beyond the feather", far);

  p.scar.dots = 0.0f;
  s.shape = SCARS_NONE;
  scars_make (&s, 0.0f, before, distance);
  for (int i = 0; i < SCARS_N; i++)
    before[4 * i + 3] = abs (i / SCARS_W - SCARS_H / 2) < 40;
  render (&p);
  for (int i = 0; i < SCARS_N; i++)
    if (before[4 * i + 3] > 0.0f)
      {
        change += fabs (light[i] - 1.0f);
        painted++;
      }
  printf ("painted skin changes by %.4f on average\n", change / painted);
  CHECK (change / painted < 0.015, "%g", change / painted);

  test_beside (&p);
  for (int i = 0; i < SCARS_N; i++)
    before[4 * i + 3] = 0.0f;
  render (&p);
  for (int i = 0; i < 3 * SCARS_N; i++)
    any += light[i] != 1.0f;
  CHECK (any == 0, "%d px without any area", any);
}

/* Scars at the image's edge, everywhere, one pixel wide, in hair, with pixels
 * that are no numbers: light stays within reason, and nothing is a NaN.
 */
static void
test_odd (void)
{
  static const char *names[] = { "edge", "all", "one pixel", "hair", "NaN" };
  const ScarsScene   s = line;
  SmpParams          p = scars_params (s.px_per_mm);

  p.scar.dots = 1.0f;
  p.scar.match = 1;
  for (int k = 0; k < 5; k++)
    {
      float low = 10.0f, high = 0.0f;

      scars_make (&s, 0.5f, before, distance);
      for (int i = 0; i < SCARS_N; i++)
        {
          const int x = i % SCARS_W, y = i / SCARS_W;
          float    *pixel = before + 4 * i;

          if (k == 0)
            pixel[3] = x < 20 || y > SCARS_H - 9;
          else if (k == 1)
            pixel[3] = 1.0f;
          else if (k == 2)
            pixel[3] = x == y;
          else if (k == 3 && (3 * x + y) % 17 < 9)
            pixel[0] = pixel[1] = pixel[2] = 0.01f;
          else if (k == 4 && i % 11 == 0)
            pixel[i % 4] = i % 2 ? NAN : INFINITY;
        }
      render (&p);
      for (int i = 0; i < 3 * SCARS_N; i++)
        {
          CHECK (light[i] == light[i], "%s: pixel %d", names[k], i);
          low = light[i] < low ? light[i] : low;
          high = light[i] > high ? light[i] : high;
        }
      printf ("%s: light %.2f to %.2f\n", names[k], low, high);
      CHECK (low >= 0.0f && high < 1.6f, "%s: %g to %g", names[k], low, high);
    }
}

/* Every split gives the same bits, at scales with all sizes of cells, and while
 * redness goes far beyond the dots.
 */
static void
test_splits (void)
{
  static const float px_per_mm[] = { 1.2f, 3.0f, 8.0f, 13.0f, 30.0f, 70.0f,
                                     3.0f, 5.0f, 10.0f, 3.0f, 5.3f, 8.0f,
                                     13.0f };
  static float       split[3 * SCARS_N];

  for (int k = 0; k < 13; k++)
    {
      ScarsScene s = line;
      SmpParams  p;

      s.px_per_mm = px_per_mm[k];
      s.width_mm = 30.0f / s.px_per_mm;
      p = scars_params (s.px_per_mm);
      p.scar.dots = 1.0f;
      p.scar.match = k % 2;
      p.healing_day = k >= 6 && k < 9 ? 1 : 30;
      p.scar.marks = k >= 9;
      if (p.scar.marks)
        {
          s.shape = SCARS_DISCS;
          s.width_mm = 1.2f;
        }
      scars_make (&s, 0.0f, before, distance);
      /* no number is no area */
      for (int i = 0; i < SCARS_N && p.scar.marks; i++)
        before[4 * i + 3] = i % SCARS_W < 60 ? 1.0f
                            : i % SCARS_W > 90 ? NAN : 0.0f;
      scars_render (&p, before, SCARS_W, SCARS_H, 0, 0, 128, light);
      scars_render (&p, before, SCARS_W, SCARS_H, -13, -29, 77, split);
      CHECK (memcmp (light, split, sizeof split) == 0, "%g px/mm", s.px_per_mm);
      scars_render (&p, before, SCARS_W, SCARS_H, -7, -3, 1000, split);
      CHECK (memcmp (light, split, sizeof split) == 0, "%g px/mm", s.px_per_mm);
    }
}

/* Sessions fill a scar to 60, 85 and 100 %; years fade it faster. */
static void
test_dots (void)
{
  const ScarsScene s = line;
  SmpParams        p = scars_params (s.px_per_mm);
  double           loss[4] = { 0 };

  p.scar.tone = p.scar.gloss = p.scar.texture = 0.0f;
  p.scar.relief = 1.0f;
  p.scar.dots = 1.0f;
  p.hues = 0.0f;
  scars_make (&s, 0.0f, before, distance);
  for (int i = 0; i < SCARS_N; i++)
    before[4 * i + 3] = 1.0f;
  for (int k = 0; k < 4; k++)
    {
      p.session = k < 3 ? k + 1 : 3;
      p.ageing.years = k < 3 ? 0.0f : 5.0f;
      render (&p);
      loss[k] = scene_loss (light + SCARS_N, SCARS_N);
    }
  printf ("light lost in sessions 1 to 3: %.3f %.3f %.3f, after 5 years %.3f\n",
          loss[0], loss[1], loss[2], loss[3]);
  /* the first pass is thinner by 4 parts of water to 9 */
  CHECK (loss[0] / loss[2] > 0.35 && loss[0] / loss[2] < 0.6,
         "%g", loss[0] / loss[2]);
  CHECK (loss[1] / loss[2] > 0.75 && loss[1] / loss[2] < 0.9,
         "%g", loss[1] / loss[2]);
  CHECK (loss[3] / loss[2] > 0.3 && loss[3] / loss[2] < 0.5,
         "%g", loss[3] / loss[2]);
}

int
main (void)
{
  test_untouched ();
  test_odd ();
  test_splits ();
  test_dots ();
  return smp_test_result ();
}
