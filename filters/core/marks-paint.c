/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is covered, of the discs found.
 *
 * Grafts are taken by the hundred, some 10 to 25 to the cm2, and so a faint
 * disc among others is more likely a scar than one by itself.  Discs of the
 * smallest size that are certain by themselves, seeds, are counted in a square
 * around each block of 2 x 2 cells, as large as the margin allows: they are the
 * company of the pixels there.  The more of it, the fainter are the discs that
 * are taken, down to 1 - SMP_MARKS_COMPANY of the certainty.
 */

#include "marks-grid.h"

#include <math.h>
#include <string.h>

#include "scalar.h"

#define HALF       0.58f        /* enough to stay above a half at the edge */
#define SURE       0.5f         /* above the threshold: certain */

/* How near to a disc of one size one of the other hides it.  No farther than
 * the latter can be told from within the margin.
 */
static float
hiding_distance (const SmpMarks *marks, int size, int other)
{
  const SmpMarksSize *a = &marks->size[size], *b = &marks->size[other];
  const float         larger = a->radius > b->radius ? a->radius : b->radius;
  const float         near = SMP_MARKS_APART * larger;
  const float         most = marks->margin - 2 * marks->closing - a->paint
                             - b->reach - 1.0f;

  return near < most ? near : most;
}

/* Squared distance of the centres of two discs, blocks dx, dy apart. */
static float
distance2 (const SmpMarksFound *a, const SmpMarksFound *b, int dx, int dy)
{
  const float x = 2 * dx + (b->dx - a->dx) * (1.0f / 32.0f);
  const float y = 2 * dy + (b->dy - a->dy) * (1.0f / 32.0f);

  return x * x + y * y;
}

/* Discs are hidden by what may be one in company only, too: whether it has any
 * is not known as far away.  Cells of a plug are not.
 */
static int
is_hidden (const SmpMarks *marks, const SmpMarksGrid *grid, int x, int y,
           float near[SMP_MARKS_SIZES])
{
  const int            w = grid->width / 2, h = grid->height / 2;
  const SmpMarksFound *disc = &grid->found[y * w + x];
  const int            plug = marks->size[disc->size].plug;
  float                most = 0.0f;

  for (int k = 0; k < marks->n_sizes; k++)
    {
      near[k] = hiding_distance (marks, disc->size, k);
      most = near[k] > most ? near[k] : most;
    }

  /* centres may be outside their blocks, by half a cell at most */
  const int blocks = (int) (0.5f * most) + 2;

  for (int j = y - blocks; j <= y + blocks; j++)
    for (int i = x - blocks; i <= x + blocks; i++)
      if (i >= 0 && i < w && j >= 0 && j < h)
        {
          const SmpMarksFound *other = &grid->found[j * w + i];
          const float          reach = near[other->size];

          if (other->score > disc->score && reach > 0.0f
              && (other->sure >= SMP_MARKS_CERTAIN || !plug)
              && distance2 (disc, other, i - x, j - y) < reach * reach)
            return 1;
        }
  return 0;
}

/* Adds a row of blocks. */
static void
add_seeds (const SmpMarksGrid *grid, int y, int sign, int32_t *column)
{
  const int w = grid->width / 2;

  if (y < 0 || y >= grid->height / 2)
    return;
  for (int x = 0; x < w; x++)
    column[x] += sign * grid->found[y * w + x].seed;
}

/* company[i] of block i: 255 for as many seeds as are full company, in a square
 * of blocks less those that may be of the same mark.
 */
static void
count_seeds (const SmpMarks *marks, SmpMarksGrid *grid)
{
  const int   w = grid->width / 2, h = grid->height / 2;
  const int   far = marks->company, near = marks->own;
  const int   side = 2 * far + 1, hole = 2 * near + 1;
  const float scale = far > near ? 255.0f / (marks->company_full
                                             * (side * side - hole * hole))
                                 : 0.0f;
  int32_t    *wide = grid->column[0], *narrow = grid->column[1];

  memset (grid->company, 0, w * h);
  if (scale == 0.0f)
    return;
  memset (wide, 0, w * sizeof *wide);
  memset (narrow, 0, w * sizeof *narrow);
  for (int y = -far; y < h; y++)
    {
      add_seeds (grid, y + far, 1, wide);
      add_seeds (grid, y - far - 1, -1, wide);
      add_seeds (grid, y + near, 1, narrow);
      add_seeds (grid, y - near - 1, -1, narrow);
      if (y < 0)
        continue;
      for (int x = far; x < w - far; x++)
        {
          int n = 0;

          for (int i = -far; i <= far; i++)
            n += wide[x + i];
          for (int i = -near; i <= near; i++)
            n -= narrow[x + i];
          grid->company[y * w + x] = smp_clamp (n * scale, 0.0, 255.0);
        }
    }
}

/* Coverage of a disc in a block, 0 where it is too faint for the company. */
static float
certain_cover (const SmpMarks *marks, const SmpMarksGrid *grid, int x, int y,
               const SmpMarksFound *disc)
{
  const int   plug = marks->size[disc->size].plug;
  const float company = grid->company[y * (grid->width / 2) + x] / 255.0f;
  const float need = plug ? 1.0f : 1.0f - SMP_MARKS_COMPANY * company;
  const float above = disc->sure * (1.0f / SMP_MARKS_CERTAIN) - need;

  return above < 0.0f ? 0.0f
         : smp_clamp (HALF + (1.0f - HALF) / SURE * above / need, 0.0, 1.0);
}

static void
paint_disc (const SmpMarks *marks, SmpMarksGrid *grid, int block,
            const SmpMarksFound *disc)
{
  const int   w = grid->width / 2;
  const float x = 2 * (block % w) + disc->dx * (1.0f / 32.0f);
  const float y = 2 * (block / w) + disc->dy * (1.0f / 32.0f);
  const float paint = marks->size[disc->size].paint;
  const int   left = smp_clamp (smp_ceil (x - paint), 0, grid->width);
  const int   right = smp_clamp (smp_floor (x + paint), -1, grid->width - 1);
  const int   top = smp_clamp (smp_ceil (y - paint), 0, grid->height);
  const int   bottom = smp_clamp (smp_floor (y + paint), -1, grid->height - 1);

  for (int j = top; j <= bottom; j++)
    for (int i = left; i <= right; i++)
      {
        const float    dx = i - x, dy = j - y;
        const float    in = paint - sqrtf (dx * dx + dy * dy);
        const float    part = smp_clamp (in / SMP_MARKS_EDGE, 0.0, 1.0);
        const float    most = certain_cover (marks, grid, i / 2, j / 2, disc);
        const uint8_t  cover = (int) (255.0f * most * part + 0.5f);
        uint8_t       *cell = &grid->cover[j * grid->width + i];

        *cell = cover > *cell ? cover : *cell;
      }
}

void
smp_marks_paint (const SmpMarks *marks, SmpMarksGrid *grid)
{
  const int w = grid->width / 2, blocks = w * (grid->height / 2);
  float     near[SMP_MARKS_SIZES];

  count_seeds (marks, grid);
  memset (grid->cover, 0, grid->width * grid->height);
  for (int i = 0; i < blocks; i++)
    if (grid->found[i].score > 0
        && !is_hidden (marks, grid, i % w, i / w, near))
      paint_disc (marks, grid, i, &grid->found[i]);
}
