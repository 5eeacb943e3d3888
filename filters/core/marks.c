/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scar of a punch is a disc, paler than the skin by some 3 to 15 L*.
 * It is looked for on a grid of cells, in L*, with hair left out:
 *
 *   response = mean of the centre - mean of a ring around,
 *
 * the centre with Gaussian weights of sigma .42 r, for each of some radii r.  A
 * disc is where the response is largest among its neighbours, as large as a
 * disc of the least contrast makes it, clear of the noise, and comes from all
 * sides (marks-find.c).  Of discs that share a place the one stays with the
 * largest response times r^(2/5), which is that of about the disc's own size.
 * Plugs are patches of cells with such surroundings (marks-size.c).  A disc
 * with others near may be fainter than one by itself (marks-paint.c).
 *
 * The grid is fixed in absolute pixels, sums on it are of whole numbers or in
 * an order of their own, and what hides a disc is looked for around that disc,
 * hidden itself or not: a pixel's bits are the same in any rectangle.
 */

#include "marks.h"

#include <string.h>

#include "marks-grid.h"
#include "scalar.h"

/* Left of the two cells that image pixel x lies between. */
static int
left_neighbour (int x, int factor)
{
  return smp_floor ((2.0 * x + 1.0 - factor) / (2.0 * factor));
}

/* Cells from one that both octaves begin with, in pairs. */
static void
place (const SmpMarks *marks, SmpRect rect, SmpMarksGrid *grid)
{
  const int f = marks->factor, m = marks->margin;

  grid->x = (left_neighbour (rect.x, f) - m) & -2;
  grid->y = (left_neighbour (rect.y, f) - m) & -2;
  grid->width = (left_neighbour (rect.x + rect.width - 1, f) + 2 + m
                 - grid->x + 1) & -2;
  grid->height = (left_neighbour (rect.y + rect.height - 1, f) + 2 + m
                  - grid->y + 1) & -2;
}

static SmpRect
within (SmpRect a, SmpRect b)
{
  const int left = a.x > b.x ? a.x : b.x;
  const int top = a.y > b.y ? a.y : b.y;
  const int right = a.x + a.width, b_right = b.x + b.width;
  const int bottom = a.y + a.height, b_bottom = b.y + b.height;

  return (SmpRect) { left, top, (right < b_right ? right : b_right) - left,
                     (bottom < b_bottom ? bottom : b_bottom) - top };
}

void
smp_marks_read (const SmpMarks *marks, SmpRect rect, SmpRect bounds,
                SmpPhotoRow row, void *data, SmpMarksGrid *grid)
{
  const int reach = smp_marks_reach (marks);

  if (reach == 0)
    return;

  place (marks, rect, grid);
  bounds = within (bounds, (SmpRect) { rect.x - reach, rect.y - reach,
                                       rect.width + 2 * reach,
                                       rect.height + 2 * reach });

  const int w = grid->width / 2, blocks = w * (grid->height / 2);

  memset (grid->found, 0, blocks * sizeof grid->found[0]);
  smp_marks_sample (marks, bounds, row, data, grid);
  smp_marks_find (marks, grid);
  smp_marks_paint (marks, grid);
}

void
smp_marks_row (const SmpMarks *marks, const SmpMarksGrid *grid, int x, int y,
               int n, float *mark)
{
  if (smp_marks_reach (marks) == 0)
    {
      memset (mark, 0, n * sizeof *mark);
      return;
    }

  const int      f = marks->factor;
  const int      row = left_neighbour (y, f);
  const float    t = (float) (2 * (y - row * f) + 1 - f) / (2 * f);
  const uint8_t *above = grid->cover + (row - grid->y) * grid->width;
  const uint8_t *below = above + grid->width;
  int            column = left_neighbour (x, f);
  int            phase = 2 * (x - column * f) + 1 - f;

  for (int i = 0; i < n; i++)
    {
      const int   k = column - grid->x;
      const float left = above[k] + t * (below[k] - above[k]);
      const float right = above[k + 1] + t * (below[k + 1] - above[k + 1]);

      mark[i] = (left + (right - left) * (phase * (0.5f / f)))
                * (1.0f / 255.0f);
      phase += 2;
      if (phase >= 2 * f)
        {
          phase -= 2 * f;
          column++;
        }
    }
}
