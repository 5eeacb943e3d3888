/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether what responds is a disc, and clear of the noise.
 *
 * A mark is paler than the ring in nearly all directions: at most PALE of eight
 * overlapping quadrants of the ring are about as pale as it, for a mark that
 * touches another one, and no two opposite ones, for a line.  On an edge four
 * of them are.  Lines show in the second wave around the ring, too.
 *
 * It is clear of the noise when its contrast C to the ring is above
 *
 *   T^2 = c^2 + (NOISE rms / r)^2,
 *
 * c = the least contrast asked for, rms that of the ring, r in cells: noise,
 * mottling and what is left of hair raise the bar alike.  From WHITE cells on
 * it is sqrt (r WHITE) for r, as neighbours vary together.
 *
 * Of a cell on a plug half of the ring may be on the plug, too: C and rms are
 * those of the darkest half of it.  The numbers are chosen on rendered heads.
 */

#include "marks-grid.h"

#include <math.h>
#include <string.h>

#include "scalar.h"

#define NEAR       0.62f        /* of the response: what is less is as pale */
#define PALE       3
#define PALE_PLUG  4
#define WAVE       0.41         /* of the response .. */
#define WAVE_HAIR  0.46         /* .. and more in stubble, which is uneven, */
#define WAVE_PLUG  0.6          /* .. or near the edge of a plug */
#define NOISE      1.6
#define WHITE      1.88         /* cells; noise is not that of each, farther */
#define HAIR_FULL  0.2          /* part of the ring: stubble */
#define ACROSS     0.85         /* as NEAR, of a plug in opposite directions */
#define RELIABLE   4            /* part of a cell, its light is that of skin */
#define RIM        0.6          /* of the response: less is no plug */

/* Eighth of the circle, 0..7 around. */
static int
octant (int dx, int dy)
{
  const int ax = dx < 0 ? -dx : dx, ay = dy < 0 ? -dy : dy;

  if (dy >= 0)
    return dx > 0 ? (ax > ay ? 0 : 1) : (ay > ax ? 2 : 3);
  return dx <= 0 ? (ax >= ay ? 4 : 5) : (ay >= ax ? 6 : 7);
}

typedef struct
{
  double sum[8], squares[8];      /* of skin, by octant */
  int    n[8], hair;
  double turn[2], wave[2];        /* sums of e^(2 i angle), and times light */
} Ring;

static void
read_ring (const SmpMarksSize *size, const int16_t *light, int w, Ring *ring)
{
  memset (ring, 0, sizeof *ring);
  for (int dy = -size->outer; dy <= size->outer; dy++)
    for (int dx = -size->outer; dx <= size->outer; dx++)
      {
        const int   d2 = dx * dx + dy * dy;
        const int   cell = light[dy * w + dx];

        if (d2 < size->ring_from || d2 > size->ring_to || cell == 0)
          continue;

        const int    n = smp_marks_skin (cell);
        const double value = smp_marks_light (cell);

        const int    k = octant (dx, dy);
        const double c = (double) (dx * dx - dy * dy) / d2;
        const double s = 2.0 * dx * dy / d2;

        ring->sum[k] += n * value;
        ring->squares[k] += n * value * value;
        ring->n[k] += n;
        ring->hair += SMP_MARKS_SKIN - n;
        ring->turn[0] += n * c;
        ring->turn[1] += n * s;
        ring->wave[0] += n * value * c;
        ring->wave[1] += n * value * s;
      }
}

/* Weighted mean of the centre. */
static float
centre_mean (const SmpMarksSize *size, const int16_t *light, int w)
{
  const int m = size->taps;
  float     sum = 0.0f, weight = 0.0f;

  for (int dy = -m; dy <= m; dy++)
    for (int dx = -m; dx <= m; dx++)
      {
        const float tap = size->tap[dy < 0 ? -dy : dy]
                          * size->tap[dx < 0 ? -dx : dx];
        const int   cell = light[dy * w + dx];

        sum += tap * smp_marks_skin (cell) * smp_marks_light (cell);
        weight += tap * smp_marks_skin (cell);
      }
  return sum / weight;
}

/* Whether the ring is about as pale as the centre in too many directions. */
static int
is_open (const Ring *ring, double centre, double response, int most,
         double across)
{
  const double palest = centre - NEAR * response;
  int          pale = 0, also[8];

  for (int k = 0; k < 8; k++)
    {
      const int next = (k + 1) % 8;

      const double sum = ring->sum[k] + ring->sum[next];
      const int    n = ring->n[k] + ring->n[next];

      pale += sum > palest * n;
      also[k] = sum > (centre - across * response) * n;
    }
  for (int k = 0; k < 4; k++)
    if (also[k] && also[k + 4])
      return 1;
  return pale > most;
}

/* Whether a cell is outside of a pale patch, or darker on both its sides: on a
 * line.
 */
static int
is_no_plug (const SmpMarksSize *size, const int16_t *light, int w,
            double centre, double response)
{
  const double dark = centre - RIM * response;
  const int    step[4] = { 1, w, w + 1, w - 1 };
  const int    from = size->line;

  if (smp_marks_skin (light[0]) >= RELIABLE
      && smp_marks_light (light[0]) < dark)
    return 1;
  for (int k = 0; k < 8; k++)
    {
      const int to = k < 4 ? step[k] : -step[k - 4];
      const int d = k % 4 < 2 ? from : (2 * from + 1) / 3;
      const int a = light[d * to], b = light[-(d + 1) * to];

      if (smp_marks_skin (a) > 0 && smp_marks_skin (b) > 0
          && smp_marks_light (a) < dark && smp_marks_light (b) < dark)
        return 1;
    }
  return 0;
}

typedef struct
{
  double n, mean, variance;
} Part;

/* So many octants on end. */
static Part
ring_part (const Ring *ring, int first, int octants)
{
  double sum = 0.0, squares = 0.0;
  int    n = 0;

  for (int i = first; i < first + octants; i++)
    {
      sum += ring->sum[i % 8];
      squares += ring->squares[i % 8];
      n += ring->n[i % 8];
    }

  const double mean = n > 0 ? sum / n : 1e9;

  return (Part) { n, mean, n > 0 ? squares / n - mean * mean : 0.0 };
}

/* The half of the ring that is darkest. */
static Part
darkest_half (const Ring *ring)
{
  Part darkest = ring_part (ring, 0, 4);

  for (int k = 1; k < 8; k++)
    {
      const Part half = ring_part (ring, k, 4);

      if (half.mean < darkest.mean)
        darkest = half;
    }
  return darkest;
}

/* Whether the second wave around the ring is that of a line. */
static int
is_wavy (const SmpMarksSize *size, const Ring *ring, const Part *all,
         double response)
{
  const double c = ring->wave[0] - all->mean * ring->turn[0];
  const double s = ring->wave[1] - all->mean * ring->turn[1];
  const double hair = ring->hair / (ring->hair + all->n);
  const double uneven = smp_clamp (hair / HAIR_FULL, 0.0, 1.0);
  const double most = size->plug ? WAVE_PLUG : WAVE + WAVE_HAIR * uneven;
  const double wave = most * 0.5 * all->n * response;

  return c * c + s * s > wave * wave;
}

float
smp_marks_certainty (const SmpMarksSize *size, const int16_t *light, int w,
                     float contrast, float response)
{
  Ring ring;

  read_ring (size, light, w, &ring);

  const Part   all = ring_part (&ring, 0, 8);
  const Part   around = size->plug ? darkest_half (&ring) : all;
  const double centre = centre_mean (size, light, w);
  const double r = size->cells;
  const double noise = NOISE / (r < WHITE ? r : sqrt (r * WHITE));

  if (around.n == 0)
    return 0.0f;
  if (size->plug)
    response = centre - around.mean;
  if (is_open (&ring, centre, response, size->plug ? PALE_PLUG : PALE,
               size->plug ? ACROSS : NEAR)
      || is_wavy (size, &ring, &all, response)
      || (size->plug && is_no_plug (size, light, w, centre, response)))
    return 0.0f;
  return response / (size->gain
                     * sqrt ((double) contrast * contrast
                             + noise * noise * around.variance));
}
