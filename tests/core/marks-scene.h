/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Painted skin with stubble and discs, and what is found on it. */

#ifndef SMP_MARKS_SCENE_H
#define SMP_MARKS_SCENE_H

#include <math.h>

#include "marks.h"
#include "photo.h"

#define DISCS 400

static float mark[SIDE][SIDE], again[SIDE][SIDE];
static float hair[SIDE][SIDE], distance[SIDE][SIDE];

static const float fair[3] = { 0.50f, 0.30f, 0.22f };
static const float brown[3] = { 0.20f, 0.11f, 0.07f };
static const float dark[3] = { 0.09f, 0.05f, 0.035f };

static void
find_in (const SmpMarks *marks, SmpRect rect, float to[SIDE][SIDE])
{
  static SmpMarksGrid grid;
  Asked               asked = { rect, smp_marks_reach (marks) };

  smp_marks_read (marks, rect, everywhere, photo_row, &asked, &grid);
  CHECK (asked.reach == 0 || (grid.width <= SMP_MARKS_GRID
                              && grid.height <= SMP_MARKS_GRID), "grid");
  for (int y = rect.y; y < rect.y + rect.height; y++)
    smp_marks_row (marks, &grid, rect.x, y, rect.width,
                   &to[y - everywhere.y][rect.x - everywhere.x]);
}

static void
find (const SmpMarks *marks, int cell, float to[SIDE][SIDE])
{
  for (int y = 0; y < SIDE; y += cell)
    for (int x = 0; x < SIDE; x += cell)
      find_in (marks, (SmpRect) { everywhere.x + x, everywhere.y + y,
                                  SIDE - x < cell ? SIDE - x : cell,
                                  SIDE - y < cell ? SIDE - y : cell }, to);
}

static SmpMarks
marks_of (double size_min_mm, double size_max_mm, double contrast,
          double px_per_mm)
{
  const SmpMarksParams params = { size_min_mm, size_max_mm, contrast };
  const SmpChart       chart = flat_chart (px_per_mm);
  SmpMarks             marks;

  smp_marks_init (&marks, &params, &chart);
  return marks;
}

/* Factor of light that lightens skin by so many L*. */
static double
lighter (const float skin[3], double contrast)
{
  const double y = 0.2126 * skin[0] + 0.7152 * skin[1] + 0.0722 * skin[2];
  const double l = 116.0 * cbrt (y);

  return pow ((l + contrast) / l, 3.0);
}

/* Smooth unevenness of 1.3 % rms, spots of about 2 mm and 6 mm. */
static double
texture (double x_mm, double y_mm)
{
  return 0.009 * (sin (3.1 * x_mm + sin (1.3 * y_mm))
                  + sin (2.7 * y_mm + 1.1 * sin (1.7 * x_mm))
                  + sin (1.0 * x_mm - 0.9 * y_mm));
}

/* Hairs .12 mm wide and .7 mm long. */
static void
grow_stubble (double per_cm2, double px_per_mm, uint32_t *state)
{
  const double length = 0.7 * px_per_mm, half = 0.06 * px_per_mm;
  const int    n = per_cm2 * pow (SIDE / px_per_mm / 10.0, 2.0);

  memset (hair, 0, sizeof hair);
  for (int i = 0; i < n; i++)
    {
      const double x0 = smp_test_uniform (state, 0, SIDE);
      const double y0 = smp_test_uniform (state, 0, SIDE);
      const double turn = smp_test_uniform (state, 1.0, 1.8);
      const double c = cos (turn), s = sin (turn);
      const int    m = length + 2;

      for (int y = (int) y0 - m; y <= (int) y0 + m; y++)
        for (int x = (int) x0 - m; x <= (int) x0 + m; x++)
          {
            const double along = (x - x0) * c + (y - y0) * s;
            const double off = fabs ((y - y0) * c - (x - x0) * s);
            const double part = fmin (fmin (half + 0.5 - off, 2.0 * half), 1.0);

            if (x >= 0 && x < SIDE && y >= 0 && y < SIDE && part > hair[y][x]
                && along > 0 && along < length)
              hair[y][x] = part;
          }
    }
}

typedef struct
{
  const char  *name;
  const float *skin;
  double       px_per_mm;
  double       size_mm, contrast, gap_mm;   /* of the discs */
  double       stubble_cm2, noise;
  double       shade;                       /* of light, side to side */
  double       rim;                         /* share found, at least */
} Scene;

static struct { double x, y; } disc[DISCS];

/* Distance of every pixel from the nearest disc's centre, where that is within
 * reach.
 */
static void
measure_distances (int n, double reach)
{
  for (int i = 0; i < SIDE * SIDE; i++)
    (&distance[0][0])[i] = 1e9f;
  for (int i = 0; i < n; i++)
    {
      const int left = fmax (disc[i].x - reach, 0.0);
      const int top = fmax (disc[i].y - reach, 0.0);

      for (int y = top; y < SIDE && y <= disc[i].y + reach; y++)
        for (int x = left; x < SIDE && x <= disc[i].x + reach; x++)
          distance[y][x] = fmin (distance[y][x], hypot (x - disc[i].x,
                                                        y - disc[i].y));
    }
}

/* Discs in rows, each out of its place a little.  Returns how many. */
static int
paint (const Scene *scene, uint32_t *state)
{
  const double s = scene->px_per_mm, gap = scene->gap_mm * s;
  const double r = 0.5 * scene->size_mm * s;
  const double pale = lighter (scene->skin, scene->contrast) - 1.0;
  int          n = 0;

  for (double y = gap; y < SIDE - gap; y += gap)
    for (double x = gap; x < SIDE - gap && n < DISCS; x += gap)
      {
        disc[n].x = x + smp_test_uniform (state, -0.15, 0.15) * gap;
        disc[n++].y = y + smp_test_uniform (state, -0.15, 0.15) * gap;
      }
  measure_distances (n, r + 2.0);
  grow_stubble (scene->stubble_cm2, s, state);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        const double part = r + 0.5 - distance[y][x];
        double       light = 1.0 + texture (x / s, y / s);

        light *= 1.0 + pale * fmax (0.0, fmin (part, 1.0));
        light *= 1.0 + scene->shade * ((double) x / SIDE - 0.5);
        light *= 1.0 - 0.75 * hair[y][x];
        for (int c = 0; c < 3; c++)
          {
            const double e = smp_test_uniform (state, -1.7, 1.7);

            photo[y][x][c] = scene->skin[c] * light * (1 + scene->noise * e);
          }
        photo[y][x][3] = 0.5f;
      }
  return n;
}

#endif
