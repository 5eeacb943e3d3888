/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lightness L* (CIE 1976) of the mean light of each cell.
 *
 * Stubble is dark and thin.  The closing (largest, then smallest, of all cells
 * up to `closing` away) fills it in, and what it lightens by much is hair, or
 * the shade of one: left out, not filled, so that nothing pale comes of it.
 * What it lightens by less counts in part, for there is no border between a
 * cell with some hair and one with none, and marks are few cells wide.
 */

#include "marks-grid.h"

#include <string.h>

#include "scalar.h"

#define SHADE_FROM 0.04f          /* of L*, that a closing adds: all skin .. */
#define SHADE_FULL 0.18f          /* .. and all hair */
#define SPAN_ROWS  5              /* of the buffers: 2 closing + 1 at most */

/* No light, no number, and no end of light give 0. */
static inline float
sane (float value)
{
  return value > 0.0f && value < 64.0f ? value : 0.0f;
}

/* Relative error < 1e-6 for 1e-4 < y < 64. */
static inline float
cube_root (float y)
{
  int32_t bits;
  float   root;

  memcpy (&bits, &y, sizeof bits);
  bits = bits / 3 + 709921077;
  memcpy (&root, &bits, sizeof root);
  for (int i = 0; i < 3; i++)
    root -= (root - y / (root * root)) * (1.0f / 3.0f);
  return root;
}

/* At least 1. */
static inline int16_t
lightness (float y)
{
  const float dark = 216.0f / 24389.0f;
  const float l = y > dark ? 116.0f * cube_root (y < 4.0f ? y : 4.0f) - 16.0f
                           : y * (24389.0f / 27.0f);

  return smp_clamp (1.0f + l * SMP_MARKS_STEPS, 1.0, SMP_MARKS_LIGHT);
}

/* Adds photo pixels (x, y) up to (x_end, y), all inside the photo. */
static void
add_span (const SmpMarks *marks, SmpMarksGrid *grid, int x, int x_end,
          const float *rgba)
{
  const int f = marks->factor;

  for (int k = x, cell = smp_floor ((double) x / f); k < x_end; cell++)
    {
      const int end = (cell + 1) * f < x_end ? (cell + 1) * f : x_end;
      float     sum = 0.0f;

      for (; k < end; k++)
        {
          const float *p = rgba + 4 * (k - x);

          sum += 0.2126f * sane (p[0]) + 0.7152f * sane (p[1])
                 + 0.0722f * sane (p[2]);
        }
      grid->sum[cell - grid->x] += sum;
    }
}

static int
larger (int a, int b)
{
  return a > b ? a : b;
}

static int
smaller (int a, int b)
{
  return a < b ? a : b;
}

/* One row of cells; 0 where there is no photo.  Spans end with a cell. */
static void
sample_row (const SmpMarks *marks, SmpMarksGrid *grid, int cell_row,
            SmpRect bounds, SmpPhotoRow row, void *data, int16_t *light)
{
  const int f = marks->factor;
  const int x_min = larger (grid->x * f, bounds.x);
  const int x_max = smaller ((grid->x + grid->width) * f,
                             bounds.x + bounds.width);
  const int y_min = larger (cell_row * f, bounds.y);
  const int y_max = smaller ((cell_row + 1) * f, bounds.y + bounds.height);
  const int span = SMP_SKIN_SPAN / f * f;
  float     rgba[4 * SMP_SKIN_SPAN];

  memset (grid->sum, 0, grid->width * sizeof grid->sum[0]);
  for (int y = y_min; y < y_max; y++)
    for (int x = x_min, next; x < x_max; x = next)
      {
        next = smaller ((smp_floor ((double) x / f)) * f + span, x_max);
        row (data, x, y, next - x, rgba);
        add_span (marks, grid, x, next, rgba);
      }
  for (int i = 0; i < grid->width; i++)
    {
      const int left = larger ((grid->x + i) * f, x_min);
      const int right = smaller ((grid->x + i + 1) * f, x_max);
      const int n = right > left && y_max > y_min
                    ? (right - left) * (y_max - y_min) : 0;

      light[i] = n > 0 ? lightness (grid->sum[i] / n) : 0;
    }
}

/* out[i] = the largest of rows up to row + 2 radius, columns up to radius away;
 * with sign -1 the smallest.  Near the ends of a row of what there is.
 */
static void
extreme (int16_t row[SPAN_ROWS][SMP_MARKS_GRID], int radius, int n, int sign,
         int16_t *out)
{
  int16_t column[SMP_MARKS_GRID + 4];

  for (int i = 0; i < n; i++)
    {
      int16_t most = sign * row[0][i];

      for (int k = 1; k <= 2 * radius; k++)
        {
          const int16_t value = sign * row[k][i];

          most = value > most ? value : most;
        }
      column[i + radius] = most;
    }
  for (int i = 0; i < radius; i++)
    {
      column[i] = column[radius];
      column[n + radius + i] = column[n + radius - 1];
    }
  for (int i = 0; i < n; i++)
    {
      int16_t most = column[i];

      for (int k = 1; k <= 2 * radius; k++)
        most = column[i + k] > most ? column[i + k] : most;
      out[i] = sign * most;
    }
}

/* How much of a cell is skin, 0..SMP_MARKS_SKIN. */
static inline int
skin_part (int own, int closed)
{
  const float filled = closed - own;
  const float part = (SHADE_FULL * closed - filled)
                     / ((SHADE_FULL - SHADE_FROM) * closed);

  return part <= 0.0f ? 0 : part >= 1.0f ? SMP_MARKS_SKIN
                          : (int) (part * SMP_MARKS_SKIN + 0.5f);
}

void
smp_marks_sample (const SmpMarks *marks, SmpRect bounds, SmpPhotoRow row,
                  void *data, SmpMarksGrid *grid)
{
  const int c = marks->closing, w = grid->width;

  memset (grid->rows, 0, sizeof grid->rows);
  memset (grid->most, 0, sizeof grid->most);
  for (int y = -2 * c; y < grid->height + 2 * c; y++)
    {
      int16_t closed[SMP_MARKS_GRID];

      memmove (grid->rows[0], grid->rows[1], 2 * c * sizeof grid->rows[0]);
      memmove (grid->most[0], grid->most[1], 2 * c * sizeof grid->most[0]);
      sample_row (marks, grid, grid->y + y, bounds, row, data,
                  grid->rows[2 * c]);
      extreme (grid->rows, c, w, 1, grid->most[2 * c]);
      if (y < 2 * c)
        continue;
      extreme (grid->most, c, w, -1, closed);
      for (int i = 0; i < w; i++)
        {
          const int16_t own = grid->rows[0][i];

          grid->light[(y - 2 * c) * w + i]
            = own > 0 ? own | skin_part (own, closed[i]) << SMP_MARKS_BITS : 0;
        }
    }
}
