/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scar area where only the pale marks in it are scars: the largest product
 * of alpha and mark in each cell.
 */

#include "scar-grid.h"

#include "scalar.h"

_Static_assert (sizeof (SmpMarksGrid) <= sizeof (SmpScarWork),
                "marks are found in the working memory");

static void
mark_row (const SmpScar *scar, const SmpMarksGrid *marks, SmpRect part,
          int y, const float *rgba, SmpScarGrid *grid)
{
  const int f = scar->factor;
  float    *cells = grid->plane[SMP_SCAR_INSIDE]
                    + (smp_scar_cell (y, f) - grid->y) * grid->width;
  float     mark[SMP_MARKS_RECT];

  smp_marks_row (&scar->marks, marks, part.x, y, part.width, mark);
  for (int i = 0; i < part.width; i++)
    {
      const float a = smp_clamp (rgba[4 * i + 3], 0.0, 1.0);
      float      *cell = &cells[smp_scar_cell (part.x + i, f) - grid->x];

      *cell = a * mark[i] > *cell ? a * mark[i] : *cell;
    }
}

static int
least (int a, int b)
{
  return a < b ? a : b;
}

void
smp_scar_find_marks (const SmpScar *scar, SmpRect bounds, SmpPhotoRow row,
                     void *data, SmpMarksGrid *marks, SmpScarGrid *grid)
{
  const int     f = scar->factor;
  const int     side = scar->marks_side;
  const SmpRect all = { grid->x * f, grid->y * f, grid->width * f,
                        grid->height * f };
  float         rgba[4 * SMP_MARKS_RECT];

  for (int i = 0; i < grid->width * grid->height; i++)
    grid->plane[SMP_SCAR_INSIDE][i] = 0.0f;
  for (int y0 = all.y; y0 < all.y + all.height; y0 += side)
    for (int x0 = all.x; x0 < all.x + all.width; x0 += side)
      {
        const SmpRect block = smp_scar_common ((SmpRect) { x0, y0, side, side },
                                               smp_scar_common (all, bounds));

        if (block.width <= 0 || block.height <= 0)
          continue;
        smp_marks_read (&scar->marks, block, bounds, row, data, marks);
        for (int y = block.y; y < block.y + block.height; y++)
          for (int x = block.x; x < block.x + block.width; x += SMP_MARKS_RECT)
            {
              const SmpRect part = { x, y, least (SMP_MARKS_RECT, block.x
                                                  + block.width - x), 1 };

              row (data, x, y, part.width, rgba);
              mark_row (scar, marks, part, y, rgba, grid);
            }
      }
}
