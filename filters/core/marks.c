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
 *
 * The grid is fixed in absolute pixels, sums on it are of whole numbers or in
 * an order of their own, and what hides a disc is looked for around that disc,
 * hidden itself or not: a pixel's bits are the same in any rectangle.
 */

#include "marks.h"

#include <math.h>
#include <string.h>

#include "marks-grid.h"
#include "scalar.h"

#define CELLS_MM   6.7        /* at most */
#define REACH_MM   5.0
#define REACH_PX   26.0       /* where that is more */
#define HAIR_MM    0.37
#define MM_MIN     0.3
#define MM_MAX     6.0
#define SIZE_STEP  1.42       /* at most, from radius to radius */
#define RADIUS_MIN 1.0        /* cells */
#define OCTAVE_MAX 3.2        /* cells; a larger radius is halved */
#define CENTRE     0.42       /* sigma of the centre, in radii .. */
#define CENTRE_TO  2.2        /* .. and its end, in sigmas */
#define RING_FROM  1.1        /* radii */
#define RING_TO    3.0
#define RING_LEAST 1.3
#define SHAPE_FROM 1.3        /* radii; what tells a disc from a line */
#define SHAPE_TO   2.0
#define PAINT      1.15       /* radii; scars have soft edges .. */
#define BLUR       0.25       /* cells; .. and are seen with some blur */
#define LARGER     0.4        /* power of the radius: the size that fits wins */
#define APART      0.8        /* radii of the larger; nearer is the same */
#define EDGE       0.5f       /* cells from full to none */
#define SUBSAMPLES 8
#define PLUG_FROM  1.2        /* of the largest disc */
#define PLUG_CELLS 2          /* of the grid, in one that is judged */
#define PLUG_CENTRE 0.5       /* mm, sigma of the centre */
#define PLUG_RING  4          /* cells so joined, at least */
#define PLUG_WEIGHT 0.1f      /* a disc in its place is better */

/* The part of the cell (x, y) that a disc around the middle of (0, 0) covers. */
static double
disc_part (double radius, int x, int y)
{
  int inside = 0;

  for (int j = 0; j < SUBSAMPLES; j++)
    for (int i = 0; i < SUBSAMPLES; i++)
      {
        const double dx = x + (i + 0.5) / SUBSAMPLES - 0.5;
        const double dy = y + (j + 0.5) / SUBSAMPLES - 0.5;

        inside += dx * dx + dy * dy < radius * radius;
      }
  return inside / (double) (SUBSAMPLES * SUBSAMPLES);
}

static void
set_taps (SmpMarksSize *size, double radius)
{
  const double sigma = CENTRE * radius;
  double       weight[SMP_MARKS_TAPS + 1], sum = 0.0;

  size->taps = smp_clamp (smp_ceil (CENTRE_TO * sigma), 1,
                          size->outer < SMP_MARKS_TAPS ? size->outer
                                                       : SMP_MARKS_TAPS);
  for (int i = 0; i <= size->taps; i++)
    {
      weight[i] = smp_exp (-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? 1.0 : 2.0 * weight[i];
    }
  for (int i = 0; i <= size->taps; i++)
    size->tap[i] = weight[i] / sum;
}

static double
disc_response (const SmpMarksSize *size, double radius)
{
  const int side = 2 * size->outer + 1, hole = 2 * size->inner + 1;
  double    centre = 0.0, ring = 0.0;

  for (int y = -size->outer; y <= size->outer; y++)
    for (int x = -size->outer; x <= size->outer; x++)
      {
        const int    ax = x < 0 ? -x : x, ay = y < 0 ? -y : y;
        const double part = disc_part (radius, x, y);

        if (ax <= size->taps && ay <= size->taps)
          centre += part * size->tap[ax] * size->tap[ay];
        if (ax > size->inner || ay > size->inner)
          ring += part;
      }
  return centre - ring / (side * side - hole * hole);
}

/* False when such discs cannot be found within the margin. */
static int
set_size (SmpMarksSize *size, const SmpMarks *marks, double radius)
{
  int    step = 1, most, wanted;
  double r = radius, before;

  if (radius < RADIUS_MIN)
    return 0;
  *size = (SmpMarksSize) { .radius = radius, .paint = PAINT * radius + BLUR
                                                     + 0.5f * EDGE };
  if (r > OCTAVE_MAX)
    {
      size->octave = 1;
      step = 2;
      r *= 0.5;
    }

  /* of what is left of the margin, some is for discs that hide this one */
  before = marks->margin - 2 * marks->closing - size->paint - 0.5 * step
           - (step - 1);
  most = smp_floor (before / step) - 1;
  wanted = smp_floor ((before - APART * radius) / step) - 1;
  if (wanted < 2.0 * r)
    wanted = most < 2.0 * r ? most : smp_ceil (2.0 * r);
  size->outer = smp_floor (RING_TO * r + 0.5);
  size->outer = size->outer < wanted ? size->outer : wanted;
  if (size->outer < RING_LEAST * r)
    return 0;
  set_taps (size, r);
  size->inner = smp_floor (RING_FROM * r + 0.5);
  size->inner = size->inner < size->outer ? size->inner : size->outer - 1;
  size->gain = disc_response (size, r);

  const double to = SHAPE_TO * r < size->outer ? SHAPE_TO * r : size->outer;
  const double from = SHAPE_FROM * r < to - 1.0 ? SHAPE_FROM * r : to - 1.0;

  size->cells = r;
  size->ring_from = from * from;
  size->ring_to = to * to;
  size->weight = smp_exp (LARGER * smp_log (radius));
  size->reach = (size->outer + 1) * step + step - 1;
  return 1;
}

/* Plugs are larger than what a pixel at their edge can see of them.  So each
 * cell is judged by itself, by a ring as wide as the margin allows.
 */
static int
set_plugs (SmpMarksSize *size, const SmpMarks *marks, double cells_mm)
{
  const int    step = PLUG_CELLS;
  const double centre = PLUG_CENTRE * cells_mm / step;

  *size = (SmpMarksSize) { .octave = 1, .plug = 1, .radius = step,
                           .paint = 0.65f * step + 0.5f * EDGE };
  size->outer = (marks->margin - 2 * marks->closing - smp_ceil (size->paint)
                 - (step - 1)) / step;
  if (size->outer < PLUG_RING)
    return 0;
  size->inner = size->outer - 1;
  set_taps (size, centre / CENTRE);
  size->cells = centre / CENTRE;
  size->gain = 1.0f;
  size->ring_from = size->inner * size->inner;
  size->ring_to = size->outer * size->outer;
  size->weight = PLUG_WEIGHT;
  size->reach = size->outer * step + step - 1;
  return 1;
}

void
smp_marks_init (SmpMarks *marks, const SmpMarksParams *params,
                double px_per_mm)
{
  const double scale = smp_clamp (px_per_mm, 0.5, 200.0);
  const double low = smp_clamp (params->size_min_mm, MM_MIN, MM_MAX);
  const double high = smp_clamp (params->size_max_mm, low, MM_MAX);
  const double reach = REACH_MM * scale > REACH_PX ? REACH_MM * scale
                                                   : REACH_PX;

  *marks = (SmpMarks) { .factor = smp_ceil (scale / CELLS_MM) };

  const double cells_mm = scale / marks->factor;
  const double range = smp_log (high / low);
  const int    steps = smp_ceil (range / smp_log (SIZE_STEP));

  marks->closing = smp_clamp (smp_floor (HAIR_MM * cells_mm + 0.5), 1, 2);
  /* the cells that a pixel lies between are beside it */
  marks->margin = smp_floor (reach / marks->factor - 1.5);
  marks->contrast = smp_clamp (params->contrast, 0.0, 100.0);
  for (int i = 0; i <= steps && marks->n_sizes < SMP_MARKS_SIZES; i++)
    {
      const double part = steps > 0 ? range * i / steps : 0.0;

      marks->n_sizes += set_size (&marks->size[marks->n_sizes], marks,
                                  0.5 * low * smp_exp (part) * cells_mm);
    }

  /* the largest of them may not be all there is to be found */
  const int    n = marks->n_sizes;
  const double largest = n > 0 ? 2.0 * marks->size[n - 1].radius : 0.0;

  if (n < SMP_MARKS_SIZES && high * cells_mm > PLUG_FROM * largest)
    marks->n_sizes += set_plugs (&marks->size[n], marks, cells_mm);
}

int
smp_marks_reach (const SmpMarks *marks)
{
  if (marks->n_sizes == 0)
    return 0;
  return marks->margin * marks->factor + marks->factor * 3 / 2;
}

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

/* How near to a disc of one size one of the other hides it.  No farther than
 * the latter can be told from within the margin.
 */
static float
hiding_distance (const SmpMarks *marks, int size, int other)
{
  const SmpMarksSize *a = &marks->size[size], *b = &marks->size[other];
  const float         larger = a->radius > b->radius ? a->radius : b->radius;
  const float         near = APART * larger;
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

static int
is_hidden (const SmpMarks *marks, const SmpMarksGrid *grid, int x, int y,
           float near[SMP_MARKS_SIZES])
{
  const int            w = grid->width / 2, h = grid->height / 2;
  const SmpMarksFound *disc = &grid->found[y * w + x];
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
              && distance2 (disc, other, i - x, j - y) < reach * reach)
            return 1;
        }
  return 0;
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
        const float    in = (paint - sqrtf (dx * dx + dy * dy)) / EDGE;
        const float    part = smp_clamp (in, 0.0, 1.0);
        const uint8_t  cover = (int) (disc->cover * part + 0.5f);
        uint8_t       *cell = &grid->cover[j * grid->width + i];

        *cell = cover > *cell ? cover : *cell;
      }
}

void
smp_marks_read (const SmpMarks *marks, SmpRect rect, SmpRect bounds,
                SmpPhotoRow row, void *data, SmpMarksGrid *grid)
{
  const int reach = smp_marks_reach (marks);
  float     near[SMP_MARKS_SIZES];

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
  memset (grid->cover, 0, grid->width * grid->height);
  for (int i = 0; i < blocks; i++)
    if (grid->found[i].score > 0
        && !is_hidden (marks, grid, i % w, i / w, near))
      paint_disc (marks, grid, i, &grid->found[i]);
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
