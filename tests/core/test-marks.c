/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Painted skin with pale discs of known places, and with none.  A disc is found
 * when half of its pixels have a coverage of a half; what is covered more than
 * a pixel away from any disc is touched wrongly.  The rim is the outer .4 mm of
 * the discs.
 */

#include <math.h>
#include <string.h>

#include "marks-scene.h"

#define RIM_MM 0.4

/* Shares of the discs found, of their rims and of the skin touched wrongly. */
static void
judge (int n, double r, double px_per_mm, double *found, double *rim,
       double *wrong)
{
  double sum = 0.0;
  int    skin = 0, hits = 0, rims = 0, rim_hits = 0;

  for (int i = 0; i < n; i++)
    {
      int pixels = 0, covered = 0;

      for (int y = disc[i].y - r; y <= disc[i].y + r + 1; y++)
        for (int x = disc[i].x - r; x <= disc[i].x + r + 1; x++)
          if (hypot (x - disc[i].x, y - disc[i].y) <= r)
            {
              pixels++;
              covered += mark[y][x] >= 0.5f;
            }
      hits += 2 * covered >= pixels;
    }
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if (distance[y][x] > r + 1.5)
        {
          skin++;
          sum += mark[y][x];
        }
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if (distance[y][x] <= r && distance[y][x] > r - RIM_MM * px_per_mm)
        {
          rims++;
          rim_hits += mark[y][x] >= 0.5f;
        }
  *found = (double) hits / n;
  *rim = (double) rim_hits / rims;
  *wrong = sum / skin;
}

static void
test_discs (void)
{
  static const Scene scenes[] = {
    { "dots .7 mm", fair, 8, 0.7, 8, 3, 0, 0.02, 0, 0.85 },
    { "dots .9 mm, stubble", fair, 5.3, 0.9, 8, 3, 80, 0.02, 0, 0.85 },
    { "dots .9 mm, stubble, more pixels", fair, 13.3, 0.9, 8, 3, 80, 0.02, 0,
      0.85 },
    { "dots 1.1 mm, noise", fair, 8, 1.1, 8, 3, 0, 0.08, 0, 0.85 },
    { "dots 1.1 mm, few pixels", fair, 3.8, 1.1, 8, 4, 40, 0.02, 0, 0.85 },
    { "dots .9 mm, shade", fair, 8, 0.9, 8, 3, 60, 0.02, 1.6, 0.8 },
    { "dots .9 mm, brown skin", brown, 8, 0.9, 8, 3, 60, 0.02, 0, 0.8 },
    { "dots .9 mm, dark skin", dark, 8, 0.9, 8, 3, 0, 0.02, 0, 0.8 },
    { "plugs 1.5 mm", fair, 8, 1.5, 8, 5, 60, 0.02, 0, 0.85 },
    { "plugs 2 mm", fair, 8, 2.0, 8, 6, 60, 0.02, 0, 0.9 },
    { "plugs 2 mm, dark skin", dark, 13.3, 2.0, 8, 6, 0, 0.02, 0, 0.9 },
    { "plugs 2.5 mm, more pixels", fair, 10, 2.5, 8, 7, 60, 0.02, 0, 0.9 },
    { "plugs 3 mm", fair, 5.3, 3.0, 8, 8, 60, 0.02, 0, 0.9 },
    { "plugs 4 mm", fair, 5.3, 4.0, 8, 10, 60, 0.02, 0, 0.9 },
    { "plugs 5 mm", fair, 5.3, 5.0, 8, 12, 60, 0.02, 0, 0.9 },
    { "plugs 6 mm", fair, 5.3, 6.0, 8, 13, 60, 0.02, 0, 0.9 },
    { "plugs 4 mm, more pixels", fair, 10, 4.0, 8, 10, 60, 0.02, 0, 0.9 },
    { "plugs 5 mm, more pixels", fair, 8, 5.0, 8, 12, 0, 0.02, 0, 0.9 },
    { "plugs 6 mm, more pixels", fair, 10, 6.0, 8, 11, 60, 0.02, 0, 0.75 },
    { "plugs 5 mm, few pixels", fair, 3.7, 5.0, 8, 12, 60, 0.02, 0, 0.9 },
  };
  uint32_t state = 3;

  for (size_t k = 0; k < sizeof scenes / sizeof scenes[0]; k++)
    {
      const Scene    *scene = &scenes[k];
      const SmpMarks  marks = marks_of (0.75 * scene->size_mm,
                                        1.25 * scene->size_mm, 3.5,
                                        scene->px_per_mm);
      const int       n = paint (scene, &state);
      double          found, rim, wrong;

      find (&marks, 256, mark);
      judge (n, 0.5 * scene->size_mm * scene->px_per_mm, scene->px_per_mm,
             &found, &rim, &wrong);
      printf ("%s: %d discs, %.1f %% found, %.1f %% of the rims, "
              "%.2f %% of the skin wrongly\n", scene->name, n, 100 * found,
              100 * rim, 100 * wrong);
      CHECK (n >= 9, "%s: %d", scene->name, n);
      CHECK (found >= 0.95, "%s: found %g", scene->name, found);
      CHECK (rim >= scene->rim, "%s: rims %g", scene->name, rim);
      CHECK (wrong <= 0.012, "%s: touched %g", scene->name, wrong);
    }
}

/* What is no disc: each with its own light. */
static double
hairs (double x, double y)
{
  return fmod (x + 0.4 * y + 2.0 * sin (0.3 * y) + 1000.0, 0.7) < 0.3 ? 0.25
                                                                    : 1.0;
}

static double
line (double x, double y)
{
  return fabs (y - 25.0 - sin (0.2 * x)) < 1.5 ? 1.5 : 1.0;
}

static double
thin_line (double x, double y)
{
  return fabs (y - 25.0 - sin (0.2 * x)) < 0.5 ? 1.5 : 1.0;
}

static double
edge (double x, double y)
{
  return x + 0.3 * y < 35.0 ? 1.6 : 1.0;
}

static double
highlights (double x, double y)
{
  return 1.0 + 0.8 * exp (-pow (hypot (x - 20.0, y - 20.0) / 5.0, 2.0))
         + 0.6 * exp (-pow (hypot ((x - 40.0) / 9.0, (y - 40.0) / 3.0), 2.0));
}

static double
nothing (double x, double y)
{
  return 1.0;
}

static void
test_no_discs (void)
{
  static const struct
  {
    const char  *name;
    double     (*light) (double x, double y);
    const float *skin;
    double       noise, stubble_cm2;
  } cases[] = { { "skin", nothing, fair, 0.02, 0 },
                { "noisy skin", nothing, fair, 0.06, 0 },
                { "dark skin", nothing, dark, 0.03, 0 },
                { "stubble", nothing, fair, 0.02, 120 },
                { "long hair", hairs, fair, 0.02, 0 },
                { "pale strip", line, fair, 0.02, 0 },
                { "pale strip in stubble", line, fair, 0.02, 100 },
                { "pale line", thin_line, fair, 0.02, 0 },
                { "edge", edge, fair, 0.02, 0 },
                { "highlights", highlights, fair, 0.02, 0 } };
  static const double scales[] = { 5.3, 8.0 }, largest[] = { 2.0, 5.0 };
  uint32_t            state = 5;

  for (size_t k = 0; k < 4 * sizeof cases / sizeof cases[0]; k++)
    {
      const size_t   i = k / 4;
      const double   s = scales[k % 2];
      const SmpMarks marks = marks_of (0.7, largest[k / 2 % 2], 3.5, s);
      double         sum = 0.0;

      grow_stubble (cases[i].stubble_cm2, s, &state);
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          {
            const double light = cases[i].light (x / s, y / s)
                                 * (1.0 + texture (x / s, y / s))
                                 * (1.0 - 0.75 * hair[y][x]);

            for (int c = 0; c < 3; c++)
              photo[y][x][c] = cases[i].skin[c] * light
                               * (1 + cases[i].noise
                                  * smp_test_uniform (&state, -1.7, 1.7));
          }
      find (&marks, 256, mark);
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          sum += mark[y][x];
      printf ("%s: %.2f %% touched\n", cases[i].name,
              100 * sum / SIDE / SIDE);
      CHECK (sum / SIDE / SIDE <= 0.005, "%s: %g", cases[i].name,
             sum / SIDE / SIDE);
    }
}

/* Every split gives the same bits, with odd values in the photo, too. */
static void
test_tiles (void)
{
  static const Scene  scene = { "", fair, 8, 0.9, 7, 2.5, 80, 0.04, 0.8 };
  static const double scales[] = { 0, 0.5, 2, 4, 5.1, 6.6, 6.8, 13, 40, 1e9 };
  static const double largest[] = { 1.2, 3.0, 6.0 };
  uint32_t            state = 11;

  paint (&scene, &state);
  for (int i = 0; i < 300; i++)
    photo[smp_test_random (&state) % SIDE][smp_test_random (&state) % SIDE]
         [smp_test_random (&state) % 3]
      = (const float[]) { NAN, INFINITY, -INFINITY, 1e30f, -1.0f }[i % 5];
  for (int k = 0; k < 10; k++)
    {
      const double   scale = scales[k];
      const SmpMarks marks = marks_of (0.3, largest[k % 3], 2.0, scale);
      const int      cell = 1 + smp_test_random (&state) % 200;
      double         sum = 0.0;

      CHECK (smp_marks_reach (&marks) <= fmax (26.0, 5.0 * fmin (scale, 200.0)),
             "%g px/mm: %d px", scale, smp_marks_reach (&marks));
      find (&marks, 256, mark);
      find (&marks, cell + 40, again);
      CHECK (memcmp (mark, again, sizeof mark) == 0, "%g px/mm, up to %g mm, "
             "cells of %d px", scale, largest[k % 3], cell + 40);
      for (int i = 0; i < SIDE * SIDE; i++)
        {
          const float at = (&mark[0][0])[i];

          CHECK (at >= 0.0f && at <= 1.0f, "%g", at);
          sum += at;
        }
      /* the discs are of a size that is looked for */
      CHECK (sum > 0.0 || scale < 6.0 || scale > 7.0, "%g px/mm", scale);
    }
}

/* Any rectangle that is allowed fits the grid. */
static void
test_largest (void)
{
  static SmpMarksGrid grid;

  CHECK (sizeof grid < 700000, "%zu bytes", sizeof grid);
  static const double scales[] = { 0.5, 3, 5.1, 5.3, 6.7, 6.71, 13.4, 13.5, 27,
                                   67, 200 };

  for (size_t k = 0; k < sizeof scales / sizeof scales[0]; k++)
    {
      const double   scale = scales[k];
      const SmpMarks marks = marks_of (0.6, 0.6, 3.0, scale);
      const int      side = SMP_MARKS_RECT + (int) (14.0 * scale);
      const SmpRect  rect = { 9973, -1, side, side };
      Asked          asked = { rect, smp_marks_reach (&marks) };

      smp_marks_read (&marks, rect, (SmpRect) { 0, 0, 0, 0 }, photo_row,
                      &asked, &grid);
      CHECK (grid.width <= SMP_MARKS_GRID && grid.height <= SMP_MARKS_GRID,
             "%g px/mm: %d x %d", scale, grid.width, grid.height);
    }
}

int
main (void)
{
  test_discs ();
  test_no_discs ();
  test_tiles ();
  test_largest ();
  return smp_test_result ();
}
