/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The radii that are looked for, in steps of at most SIZE_STEP, and what they
 * reach.  The response of each is scaled by what a disc of contrast 1 makes.
 *
 * Of a disc, centre and ring have to be seen from everywhere on it.  The reach
 * ends that at about 2 mm across; plugs of 2 to 5 mm are judged cell by cell.
 */

#include "marks-grid.h"

#include <math.h>

#include "scalar.h"

#define CELLS_MM   6.7        /* at most */
#define REACH_MM   5.0
#define REACH_PX   26.0       /* where that is more */
#define HAIR_MM    0.37
#define MM_MIN     0.3
#define SIZE_STEP  1.42       /* at most, from radius to radius */
#define RADIUS_MIN 1.0        /* cells */
#define OCTAVE_MAX 3.2        /* cells; a larger radius is halved */
#define CENTRE     0.42       /* sigma of the centre, in radii .. */
#define CENTRE_TO  2.2        /* .. and its end, in sigmas */
#define RING_FROM  1.12        /* radii */
#define RING_TO    3.2
#define RING_LEAST 1.3
#define SHAPE_FROM 1.2        /* radii; what tells a disc from a line */
#define SHAPE_TO   2.15
#define PAINT      1.14       /* radii; scars have soft edges .. */
#define BLUR       0.25       /* cells; .. and are seen with some blur */
#define LARGER     0.35       /* power of the radius: the size that fits wins */
#define SUBSAMPLES 8
#define PLUG_FROM  1.2        /* of the largest disc */
#define PLUG_CELLS 2          /* of the grid, in one that is judged */
#define PLUG_CENTRE 0.3       /* mm, sigma of the centre */
#define PLUG_TO    0.8        /* of the largest: radius of the ring */
#define PLUG_RING  4          /* cells so joined, at least */
#define PLUG_CORNER 1.7       /* squared radii; the ring's corners to there */
#define PLUG_LINE  0.42       /* of the smallest's width, is a line's half */
#define PLUG_PAINT 0.8f       /* cells so joined; enough to meet the next */
#define PLUG_WEIGHT 0.1f      /* a disc in its place is better */
#define OWN        1.6        /* radii; what is nearer is the same mark */
#define FULL_CM2   15.0       /* marks; that is full company */

/* The part of the cell (x, y) that a disc in the middle of (0, 0) covers. */
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
                                                     + 0.5f * SMP_MARKS_EDGE };
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
  wanted = smp_floor ((before - SMP_MARKS_APART * radius) / step) - 1;
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
 * cell is judged by itself, by a ring around the largest of them, or as wide as
 * the margin allows.  smallest: cells of the grid across.
 */
static int
set_plugs (SmpMarksSize *size, const SmpMarks *marks, double smallest,
           double largest_mm, double cells_mm)
{
  const int    step = PLUG_CELLS;
  const double centre = PLUG_CENTRE * cells_mm / step;
  const int    wanted = smp_ceil (PLUG_TO * largest_mm * cells_mm / step) + 1;

  *size = (SmpMarksSize) { .octave = 1, .plug = 1, .radius = step,
                           .paint = PLUG_PAINT * step + 0.5f * SMP_MARKS_EDGE };
  size->outer = (marks->margin - 2 * marks->closing - smp_ceil (size->paint)
                 - (step - 1)) / step;
  size->outer = size->outer < wanted ? size->outer : wanted;
  if (size->outer < PLUG_RING)
    return 0;
  size->inner = size->outer - 1;
  size->line = smp_clamp (smp_floor (PLUG_LINE * (smallest / step - 1.0)),
                          1.0, size->outer - 1);
  set_taps (size, centre / CENTRE);
  size->cells = centre / CENTRE;
  size->gain = 1.0f;
  size->ring_from = size->outer * size->outer;  /* the corners are farther */
  size->ring_to = PLUG_CORNER * size->outer * size->outer;
  size->weight = PLUG_WEIGHT;
  size->reach = size->outer * step + step - 1;
  return 1;
}

/* Company is counted as far as the margin allows for the smallest size. */
static void
set_company (SmpMarks *marks, double cells_mm)
{
  const SmpMarksSize *size = &marks->size[0];
  const int           far = marks->margin - 2 * marks->closing - size->reach;

  marks->own = smp_ceil (0.5 * OWN * size->radius);
  marks->company = size->plug || far < 4 ? 0 : (far - 2) / 2;
  marks->company_full = FULL_CM2 / 100.0 * 4.0 / (cells_mm * cells_mm);
}

void
smp_marks_init (SmpMarks *marks, const SmpMarksParams *params,
                const SmpChart *chart)
{
  const double low = smp_clamp (params->size_min_mm, MM_MIN, SMP_MARKS_MM_MAX);
  const double high = smp_clamp (params->size_max_mm, low, SMP_MARKS_MM_MAX);
  const double scale = smp_chart_length_px (chart, 1.0);
  const double reach = smp_chart_length_px (chart, REACH_MM);

  *marks = (SmpMarks) { .factor = smp_ceil (scale / CELLS_MM) };

  const double cells_mm = scale / marks->factor;
  const double range = smp_log (high / low);
  const int    steps = smp_ceil (range / smp_log (SIZE_STEP));

  marks->closing = smp_clamp (smp_floor (HAIR_MM * cells_mm + 0.5), 1, 2);
  /* the cells that a pixel lies between are beside it */
  marks->margin = smp_floor ((reach > REACH_PX ? reach : REACH_PX)
                             / marks->factor - 1.5);
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
    marks->n_sizes += set_plugs (&marks->size[n], marks, PLUG_FROM * largest,
                                 high, cells_mm);
  set_company (marks, cells_mm);
}

int
smp_marks_reach (const SmpMarks *marks)
{
  if (marks->n_sizes == 0)
    return 0;
  return marks->margin * marks->factor + marks->factor * 3 / 2;
}
