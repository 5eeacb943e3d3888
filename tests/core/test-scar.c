/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the scar filter reaches on synthetic scars. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scars.h"
#include "smp-test.h"

#define LIGHT  { 0.62f, 0.46f, 0.37f }
#define MEDIUM { 0.38f, 0.25f, 0.175f }
#define DARK   { 0.11f, 0.062f, 0.035f }
#define PALE   { 0.23f, 0.35f, 0.60f }
#define RED    { -0.10f, -0.25f, -0.33f }

static const ScarsScene scenes[] = {
  { "light, line of 3 mm", LIGHT, SCARS_LINE, 3.0f, PALE, 0.0f, 8.0f },
  { "medium, line of 3 mm", MEDIUM, SCARS_LINE, 3.0f, PALE, 0.0f, 8.0f },
  { "dark, line of 3 mm", DARK, SCARS_LINE, 3.0f, PALE, 0.0f, 8.0f },
  { "medium, line of 1 mm", MEDIUM, SCARS_LINE, 1.0f, PALE, 0.0f, 8.0f },
  { "medium, patch of 10 mm", MEDIUM, SCARS_PATCH, 10.0f, PALE, 0.0f, 8.0f },
  { "dark, patch of 10 mm", DARK, SCARS_PATCH, 10.0f, PALE, 0.0f, 8.0f },
  { "light, discs of 1.2 mm", LIGHT, SCARS_DISCS, 1.2f, PALE, 0.0f, 8.0f },
  { "light, red line of 4 mm", LIGHT, SCARS_LINE, 4.0f, RED, 0.0f, 8.0f },
  { "medium, line, 13 px/mm", MEDIUM, SCARS_LINE, 3.0f, PALE, 0.0f, 13.0f },
  { "medium, line, 18 px/mm", MEDIUM, SCARS_LINE, 3.0f, PALE, 0.0f, 18.0f },
  { "medium, line, 26 px/mm", MEDIUM, SCARS_LINE, 3.0f, PALE, 0.0f, 26.0f },
  { "medium, line, 5 px/mm", MEDIUM, SCARS_LINE, 3.0f, PALE, 0.0f, 5.0f },
};

#define N_SCENES ((int) (sizeof scenes / sizeof scenes[0]))

static float before[4 * SCARS_N], after[4 * SCARS_N], distance[SCARS_N];
static float light[3 * SCARS_N];

static void
treat (const SmpParams *params)
{
  scars_render (params, before, SCARS_W, SCARS_H, 0, 0, 128, light);
  for (int i = 0; i < SCARS_N; i++)
    for (int c = 0; c < 3; c++)
      after[4 * i + c] = before[4 * i + c] * light[c * SCARS_N + i];
}

static double
cube_root (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

/* Mean CIELAB (D65, of linear sRGB) between two distances, px. */
static void
mean_lab (const float *rgba, float from, float to, double lab[3])
{
  double n = 0.0;

  lab[0] = lab[1] = lab[2] = 0.0;
  for (int i = 0; i < SCARS_N; i++)
    if (distance[i] > from && distance[i] <= to)
      {
        const float *p = rgba + 4 * i;
        const double x = cube_root ((0.4124 * p[0] + 0.3576 * p[1]
                                     + 0.1805 * p[2]) / 0.9505);
        const double y = cube_root (0.2126 * p[0] + 0.7152 * p[1]
                                    + 0.0722 * p[2]);
        const double z = cube_root ((0.0193 * p[0] + 0.1192 * p[1]
                                     + 0.9505 * p[2]) / 1.089);

        lab[0] += 116.0 * y - 16.0;
        lab[1] += 500.0 * (x - y);
        lab[2] += 200.0 * (y - z);
        n++;
      }
  for (int k = 0; k < 3; k++)
    lab[k] /= n;
}

/* L* and chroma of the scar against the skin 1 to 6 mm around. */
static void
contrast (const float *rgba, float px_per_mm, double *lightness, double *chroma)
{
  double in[3], out[3];

  mean_lab (rgba, -1e6f, -2.0f, in);
  mean_lab (rgba, px_per_mm, 6.0f * px_per_mm, out);
  *lightness = fabs (in[0] - out[0]);
  *chroma = hypot (in[1] - out[1], in[2] - out[2]);
}

/* ln of luminance less that of a box of 2 radius + 1 px. */
static float
detail (const float *rgba, int i, int small, int large)
{
  double sum[2] = { 0, 0 };

  for (int k = 0; k < 2; k++)
    {
      const int r = k ? large : small;

      for (int y = -r; y <= r; y++)
        for (int x = -r; x <= r; x++)
          {
            const float *p = rgba + 4 * (i + y * SCARS_W + x);

            sum[k] += 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
          }
      sum[k] /= (2 * r + 1) * (2 * r + 1);
    }
  return log (sum[0] / sum[1]);
}

/* Energy of an octave: what boxes of 2 small + 1 have that those of 2 large + 1
 * px have not.
 */
static double
energy (const float *rgba, int small, int large, float from, float to)
{
  double sum = 0.0;
  int    n = 0;

  for (int y = large; y < SCARS_H - large; y++)
    for (int x = large; x < SCARS_W - large; x++)
      {
        const int i = y * SCARS_W + x;

        if (distance[i] > from && distance[i] <= to)
          {
            sum += pow (detail (rgba, i, small, large), 2);
            n++;
          }
      }
  return sum / n;
}

static void
check_texture (const ScarsScene *s)
{
  static const int sizes[][2] = { { 0, 1 }, { 1, 2 }, { 2, 4 }, { 4, 8 } };
  const float      px = s->px_per_mm;
  const float      core = s->width_mm < 2.0f ? -1.5f : -0.6f * px;

  for (int k = 0; k < 4 && 2 * sizes[k][1] <= 2.0f * px
                  && sizes[k][1] <= -core; k++)
    {
      const double in = energy (after, sizes[k][0], sizes[k][1], -1e6f, core);
      const double was = energy (before, sizes[k][0], sizes[k][1], -1e6f, core);
      const double out = energy (before, sizes[k][0], sizes[k][1], px,
                                 6.0f * px);

      printf ("  octave %d: %.2f, now %.2f of the skin's\n", k, was / out,
              in / out);
      CHECK (in / out > 0.8 && in / out < 1.25, "%s, octave %d: %g", s->name, k,
             in / out);
    }
}

static int
compare (const void *a, const void *b)
{
  const float d = *(const float *) a - *(const float *) b;

  return d < 0 ? -1 : d > 0;
}

/* The step over the border, from 2 px inside to 2 px outside, against those of
 * skin, both of means of 5 x 5 px.
 */
static float
step_at (const float *rgba, int x, int y)
{
  const int i = y * SCARS_W + x;
  float     d[2];

  for (int k = 0; k < 2; k++)
    {
      const int by = k ? SCARS_W : 1;

      d[k] = detail (rgba, i + 2 * by, 0, 2) - detail (rgba, i - 2 * by, 0, 2);
    }
  return hypot (d[0], d[1]);
}

static void
check_border (const ScarsScene *s)
{
  static float skin[SCARS_N];
  double       rim = 0.0, was = 0.0;
  int          n = 0, n_rim = 0;

  for (int y = 8; y < SCARS_H - 8; y++)
    for (int x = 8; x < SCARS_W - 8; x++)
      {
        const float d = distance[y * SCARS_W + x];

        if (d > s->px_per_mm && d < 6.0f * s->px_per_mm)
          skin[n++] = step_at (before, x, y);
        else if (fabs (d) < 2.0f)
          {
            rim += step_at (after, x, y);
            was += step_at (before, x, y);
            n_rim++;
          }
      }
  qsort (skin, n, sizeof skin[0], compare);
  printf ("  border: %.4f, now %.4f; skin's 95th percentile %.4f\n",
          was / n_rim, rim / n_rim, skin[n * 95 / 100]);
  CHECK (rim / n_rim < skin[n * 95 / 100], "%s", s->name);
}

/* Full strength, the area painted exactly and roughly. */
static void
test_full (void)
{
  for (int k = 0; k < 2 * N_SCENES; k++)
    {
      const ScarsScene *s = &scenes[k / 2];
      const SmpParams   p = scars_params (s->px_per_mm);
      double            l0, c0, l1, c1;

      if (s->shape == SCARS_DISCS && k % 2)
        continue;
      scars_make (s, k % 2 ? 2.5f : 0.1f, before, distance);
      treat (&p);
      contrast (before, s->px_per_mm, &l0, &c0);
      contrast (after, s->px_per_mm, &l1, &c1);
      printf ("%s, %s\n  L* %.1f, now %.1f; chroma %.1f, now %.1f\n", s->name,
              k % 2 ? "rough" : "exact", l0, l1, c0, c1);
      CHECK (l1 < 0.3 * l0, "%s: L* %g of %g", s->name, l1, l0);
      CHECK (c1 < 0.3 * c0, "%s: chroma %g of %g", s->name, c1, c0);
      check_texture (s);
      check_border (s);
    }
}

/* However wide the area around a line is painted, the scar is what most of it
 * is not.
 */
static void
test_width (void)
{
  static const struct { float line_mm, area_mm; double left; } rows[] = {
    { 3.0f,  5.0f, 0.3 }, { 3.0f, 9.0f, 0.3 }, { 3.0f, 12.0f, 0.3 },
    { 3.0f, 16.0f, 0.5 }, { 5.0f, 12.0f, 0.3 }, { 5.0f, 16.0f, 0.5 }
  };
  static const float px_per_mm[] = { 5.34f, 8.0f, 13.4f };

  for (int k = 0; k < 18; k++)
    {
      const int        row = k % 6;
      const ScarsScene s = { "width", MEDIUM, SCARS_LINE, rows[row].line_mm,
                             PALE, 0.0f, px_per_mm[k / 6] };
      const SmpParams  p = scars_params (s.px_per_mm);
      double           l0, l1, chroma;

      scars_make (&s, 0.5f * (rows[row].area_mm - s.width_mm), before,
                  distance);
      treat (&p);
      contrast (before, s.px_per_mm, &l0, &chroma);
      contrast (after, s.px_per_mm, &l1, &chroma);
      printf ("line of %g mm in %g mm at %g px/mm: L* %.1f, now %.1f\n",
              s.width_mm, rows[row].area_mm, s.px_per_mm, l0, l1);
      CHECK (l1 < rows[row].left * l0, "%g in %g mm, %g px/mm: L* %g of %g",
             s.width_mm, rows[row].area_mm, s.px_per_mm, l1, l0);
    }
}

/* A patch too wide to see across is treated less and less inwards. */
static void
test_patch (void)
{
  static const float px_per_mm[] = { 5.34f, 8.0f, 13.4f };

  for (int k = 0; k < 3; k++)
    {
      const float      px = px_per_mm[k];
      const ScarsScene s = { "patch", MEDIUM, SCARS_PATCH, 24.0f, PALE, 0.0f,
                             px };
      const SmpParams  p = scars_params (px);
      double           lab[3], was[3], skin[3], last = 0.0;

      scars_make (&s, 0.1f, before, distance);
      treat (&p);
      mean_lab (before, px, 2.0f * px, skin);
      mean_lab (before, -12.0f * px, -px, was);
      printf ("patch at %g px/mm, L* %+.1f, now, every mm", px,
              was[0] - skin[0]);
      for (int mm = 0; mm < 11; mm++)
        {
          mean_lab (after, -(mm + 1) * px, -mm * px, lab);
          printf (" %+.1f", lab[0] - skin[0]);
          CHECK (fabs (lab[0] - skin[0] - last) < 0.5 * (was[0] - skin[0]),
                 "%g px/mm, %d mm inside", px, mm);
          last = lab[0] - skin[0];
        }
      printf ("\n");
    }
}

/* Contrast of ridge and furrow, ln. */
static double
relief (const float *rgba, const ScarsScene *s)
{
  double sum[2] = { 0, 0 };
  int    n[2] = { 0, 0 };

  for (int i = 0; i < SCARS_N; i++)
    {
      const float h = (i / SCARS_W - SCARS_H / 2
                       - 15.0 * sin (i % SCARS_W / 70.0)) / s->px_per_mm;
      const float *p = rgba + 4 * i;

      for (int k = 0; k < 2; k++)
        if (fabs (h + (k ? -0.25 : 0.25) * s->width_mm) < 0.2)
          {
            sum[k] += log (0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2]);
            n[k]++;
          }
    }
  return sum[0] / n[0] - sum[1] / n[1];
}

/* The defaults leave what no artist can level. */
static void
test_relief (void)
{
  static const float px_per_mm[] = { 5.0f, 8.0f, 13.0f };

  for (int k = 0; k < 3; k++)
    {
      const ScarsScene s = { "relief", MEDIUM, SCARS_LINE, 4.0f, PALE, 0.12f,
                             px_per_mm[k] };
      SmpParams        p = scars_params (s.px_per_mm);
      double           was, full;

      scars_make (&s, 0.1f, before, distance);
      was = relief (before, &s);
      treat (&p);
      full = relief (after, &s);
      p.scar.tone = 0.85f;
      p.scar.gloss = 0.35f;
      p.scar.texture = 0.4f;
      p.scar.relief = 0.8f;
      treat (&p);
      printf ("relief at %g px/mm: %.3f, default %.3f, full %.3f\n",
              s.px_per_mm, was, relief (after, &s), full);
      CHECK (relief (after, &s) > 0.3 * was, "%g px/mm", s.px_per_mm);
      CHECK (full < 0.3 * was, "%g px/mm", s.px_per_mm);
    }
}

/* Plugs in a painted area, found and levelled to their middle. */
static void
test_plugs (void)
{
  static const float px_per_mm[] = { 3.7f, 5.3f, 8.0f, 10.1f, 13.0f, 20.0f };

  for (int k = 0; k < 12; k++)
    {
      const float      px = px_per_mm[k / 2], size = k % 2 ? 5.0f : 3.0f;
      const float      gap = (size + 3.5f) * px;
      const ScarsScene s = { "", MEDIUM, SCARS_NONE, size, PALE, 0.0f, px };
      double           was[3], skin[3], now[3];
      SmpParams        p = scars_params (px);

      p.scar.marks = 1;
      p.scar.mark_max_mm = 6.0f;
      scars_make (&s, 0.0f, before, distance);
      for (int i = 0; i < SCARS_N; i++)
        {
          distance[i] = hypot (fmod (i % SCARS_W, gap) - gap / 2,
                               fmod (i / SCARS_W, gap) - gap / 2)
                        - 0.5f * size * px;
          for (int c = 0; c < 3 && distance[i] < 0.0f; c++)
            before[4 * i + c] *= expf (0.8f * s.pale[c]);
          before[4 * i + 3] = 1.0f;
        }
      treat (&p);
      mean_lab (before, -1e6f, -0.2f * size * px, was);
      mean_lab (before, 0.5f * px, 1.5f * px, skin);
      mean_lab (after, -1e6f, -0.2f * size * px, now);
      printf ("plugs of %g mm, %g px/mm: L* %+.1f, now %+.1f\n", size, px,
              was[0] - skin[0], now[0] - skin[0]);
      CHECK (fabs (now[0] - skin[0]) < 0.15 * (was[0] - skin[0]), "%g", size);
    }
}

int
main (void)
{
  test_full ();
  test_width ();
  test_patch ();
  test_relief ();
  test_plugs ();
  return smp_test_result ();
}
