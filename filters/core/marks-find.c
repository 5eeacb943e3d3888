/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Responses of one size after the other, row by row: the means of centres as
 * two passes of weights, those of rings as differences of moving sums, which
 * are of whole numbers and so the same wherever they started.
 */

#include "marks-grid.h"

#include <string.h>

#include "scalar.h"

#define NONE       -1e4f
#define CENTRE_MIN 0.62f        /* part of the weights that is on skin */
#define RING_MIN   0.30f        /* part of the ring that is skin */
#define PLUG_MIN   0.75f        /* of the contrast, to all of the ring */
#define SEED       1.08f        /* certainty of what counts as company */

/* A row's sums with horizontal weights: of lightness, and of the weights. */
static void
weigh_row (const SmpMarksSize *size, const int16_t *restrict light, int n,
           float *restrict sum, float *restrict weight)
{
  const int m = size->taps;

  for (int i = 0; i < n; i++)
    sum[i] = weight[i] = 0.0f;
  for (int k = -m; k <= m; k++)
    {
      const float tap = size->tap[k < 0 ? -k : k];

      for (int i = m; i < n - m; i++)
        {
          const float part = tap * smp_marks_skin (light[i + k]);

          sum[i] += part * smp_marks_light (light[i + k]);
          weight[i] += part;
        }
    }
}

static void
add_row (const int16_t *restrict light, int n, int sign,
         int32_t *restrict sum, int32_t *restrict count)
{
  for (int i = 0; i < n; i++)
    {
      const int part = sign * smp_marks_skin (light[i]);

      sum[i] += part * smp_marks_light (light[i]);
      count[i] += part;
    }
}

/* Columns of the rows within the outer and the inner square around row y. */
static void
move_columns (const SmpMarksSize *size, SmpMarksGrid *grid, int w, int y)
{
  const int16_t *light = grid->light;
  const int      half[2] = { size->outer, size->inner };

  for (int k = 0; k < 2; k++)
    {
      int32_t   *sum = grid->column[2 * k], *count = grid->column[2 * k + 1];
      const int  h = half[k];

      if (y > size->outer)
        {
          add_row (light + (y - h - 1) * w, w, -1, sum, count);
          add_row (light + (y + h) * w, w, 1, sum, count);
          continue;
        }
      memset (sum, 0, w * sizeof *sum);
      memset (count, 0, w * sizeof *count);
      for (int j = y - h; j <= y + h; j++)
        add_row (light + j * w, w, 1, sum, count);
    }
}

/* ring[i] = sum of outer[i - o] .. outer[i + o] less that of inner. */
static void
ring_sums (const SmpMarksSize *size, const int32_t *outer,
           const int32_t *inner, int n, int32_t *ring)
{
  const int o = size->outer, h = size->inner;
  int32_t   sum = 0;

  for (int i = 0; i <= 2 * o; i++)
    sum += outer[i];
  for (int i = o - h; i <= o + h; i++)
    sum -= inner[i];
  for (int i = o; ; i++)
    {
      ring[i] = sum;
      if (i + o + 1 >= n)
        break;
      sum += outer[i + o + 1] - outer[i - o] - inner[i + h + 1] + inner[i - h];
    }
}

/* Responses of row y, at least outer rows from the grid's ends. */
static void
respond (const SmpMarksSize *size, SmpMarksGrid *grid, int w, int y,
         float *restrict response)
{
  const int o = size->outer, m = size->taps;
  const int side = 2 * o + 1, hole = 2 * size->inner + 1;
  const int least = RING_MIN * SMP_MARKS_SKIN * (side * side - hole * hole);
  float     sum[SMP_MARKS_GRID], weight[SMP_MARKS_GRID];

  move_columns (size, grid, w, y);
  ring_sums (size, grid->column[0], grid->column[2], w, grid->ring[0]);
  ring_sums (size, grid->column[1], grid->column[3], w, grid->ring[1]);
  for (int i = 0; i < w; i++)
    sum[i] = weight[i] = 0.0f;
  for (int k = 0; k <= 2 * m; k++)
    {
      const int    row = (y - m + k) % (2 * m + 1);
      const float  tap = size->tap[k < m ? m - k : k - m];
      const float *restrict s = grid->centre[0][row];
      const float *restrict c = grid->centre[1][row];

      for (int i = 0; i < w; i++)
        {
          sum[i] += tap * s[i];
          weight[i] += tap * c[i];
        }
    }
  for (int i = 0; i < w; i++)
    {
      const int   n = grid->ring[1][i];
      const float mean = (float) grid->ring[0][i] / (n > 0 ? n : 1);
      const float found = sum[i] / (weight[i] > 0.1f ? weight[i] : 0.1f)
                          - mean;

      response[i] = i >= o && i < w - o && n >= least && n > 0
                    && weight[i] >= CENTRE_MIN * SMP_MARKS_SKIN
                    ? found : NONE;
    }
}

/* Where between -.5 and .5 the parabola through three values has its top. */
static float
top (float before, float here, float after)
{
  const float bend = 2.0f * here - before - after;
  const float at = bend > 0.0f ? 0.5f * (after - before) / bend : 0.0f;

  return smp_clamp (at, -0.5, 0.5);
}

/* Notes the disc whose response is row[1][x] and certainty sure, if that is
 * enough and none is there that is better.
 */
static void
note (const SmpMarks *marks, SmpMarksGrid *grid, int k, int x, int y,
      float *const row[3], float sure)
{
  const SmpMarksSize *size = &marks->size[k];
  const int           step = 1 << size->octave;
  const float         at = row[1][x], score = at / size->gain * size->weight;
  const int           bx = x * step / 2, by = y * step / 2;
  const float         middle = 0.5f * (step - 1);
  const float         own = size->plug ? 0.0f : step;
  const float         dx = x * step - 2 * bx + middle
                           + own * top (row[1][x - 1], at, row[1][x + 1]);
  const float         dy = y * step - 2 * by + middle
                           + own * top (row[0][x], at, row[2][x]);
  const int           whole = smp_clamp (score, 1.0, 65535.0);
  SmpMarksFound      *found = &grid->found[by * (grid->width / 2) + bx];

  const int           seed = found->seed || (k == 0 && sure > SEED);

  found->seed = seed;
  if (sure > (size->plug ? 1.0f : 1.0f - SMP_MARKS_COMPANY)
      && whole > found->score)
    *found = (SmpMarksFound) { whole, k, seed,
                               smp_clamp (SMP_MARKS_CERTAIN * sure, 0.0, 255.0),
                               smp_floor (32.0f * dx + 0.5f),
                               smp_floor (32.0f * dy + 0.5f) };
}

/* The largest of its neighbours; of equal ones the first. */
static int
is_top (float *const row[3], int x)
{
  const float at = row[1][x];

  return at > row[0][x - 1] && at > row[0][x] && at > row[0][x + 1]
         && at > row[1][x - 1] && at >= row[1][x + 1]
         && at >= row[2][x - 1] && at >= row[2][x] && at >= row[2][x + 1];
}

static void
find_size (const SmpMarks *marks, SmpMarksGrid *grid, int k)
{
  const SmpMarksSize *size = &marks->size[k];
  const int           w = grid->width >> size->octave;
  const int           h = grid->height >> size->octave;
  const int           o = size->outer, m = size->taps;
  const float         contrast = marks->contrast * SMP_MARKS_STEPS;
  const float         part = size->plug ? PLUG_MIN : 1.0f - SMP_MARKS_COMPANY;
  const float         least = size->gain * contrast * part;
  const float         floor = least > 1.0f ? least : 1.0f;
  float              *row[3] = { grid->response[0], grid->response[1],
                                 grid->response[2] };

  for (int y = o - m; y < h - o + m; y++)
    {
      const int j = y - m;      /* its response is complete, */
      float    *oldest = row[0];

      weigh_row (size, grid->light + y * w, w,
                 grid->centre[0][y % (2 * m + 1)],
                 grid->centre[1][y % (2 * m + 1)]);
      if (j < o)
        continue;
      row[0] = row[1];
      row[1] = row[2];
      row[2] = oldest;
      respond (size, grid, w, j, row[2]);
      if (j < o + 2)
        continue;
      for (int x = o + 1; x < w - o - 1; x++)   /* and row j - 1 is between */
        if (row[1][x] >= floor && (size->plug || is_top (row, x)))
          note (marks, grid, k, x, j - 1, row,
                smp_marks_certainty (size, grid->light + (j - 1) * w + x, w,
                                     contrast, row[1][x]));
    }
}

/* Means of 2 x 2 cells, of what is skin. */
static void
halve (int16_t *light, int w, int h)
{
  for (int y = 0; y < h / 2; y++)
    for (int x = 0; x < w / 2; x++)
      {
        const int16_t *in = light + 2 * y * w + 2 * x;
        const int16_t  cell[4] = { in[0], in[1], in[w], in[w + 1] };
        int            sum = 0, n = 0, any = 0;

        for (int i = 0; i < 4; i++)
          {
            n += smp_marks_skin (cell[i]);
            sum += smp_marks_skin (cell[i]) * smp_marks_light (cell[i]);
            any |= cell[i];
          }
        light[y * (w / 2) + x] = n > 0 ? (sum + n / 2) / n
                                         | (n + 3) / 4 << SMP_MARKS_BITS
                                 : any > 0;
      }
}

void
smp_marks_find (const SmpMarks *marks, SmpMarksGrid *grid)
{
  int octave = 0;

  for (int k = 0; k < marks->n_sizes; k++)
    {
      for (; octave < marks->size[k].octave; octave++)
        halve (grid->light, grid->width >> octave, grid->height >> octave);
      find_size (marks, grid, k);
    }
}
