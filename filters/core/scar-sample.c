/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One look at the photo, cell by cell.  A cell's level is its bright side, the
 * mean of luminance weighted by its fourth power; what is clearly darker than
 * that is hair, and the rest bare skin.
 *
 * Texture is measured in octaves as differences of means of 2^k squares within
 * squares twice as large (Haar's basis), because squares fixed in absolute
 * pixels need no margin.  Squares that hair covers do not count.
 */

#include "scar-grid.h"

#include <math.h>

#include "scalar.h"

#define HAIR_FULL 0.64f       /* of the level: hair below .. */
#define HAIR_FROM 0.84f       /* .. skin above, as in skin.c */
#define LOST_FULL 0.66f       /* light counts as lost to hair: all below .. */
#define LOST_FROM 0.88f       /* .. none above, so noise and pores do not */
#define SKIN_FROM 0.82f       /* colour is of what is brighter: fully .. */
#define SKIN_FULL 0.93f       /* .. above this, the rim of strands is darker */
#define CHUNK     32          /* cells read at a time */
#define SIDE      16          /* samples across a cell at most */
#define WIDTH     (CHUNK * SIDE)
#define SEEN      0.6f        /* of a square's parts, to count */

/* Samples of a row of cells, as many rows of samples as a cell has. */
typedef struct
{
  int   side;                 /* samples across a cell */
  int   width;                /* samples in a row */
  float *rgba;                /* outside the photo -1 */
  float mean[SIDE][WIDTH];    /* luminance, -1: no number, no end of light */
  float bare[SIDE][WIDTH];    /* 0..1 */
  float scale[WIDTH];         /* 1 / level of its cell, at each sample */
} Strip;

static void
read_line (const SmpScar *scar, SmpRect bounds, SmpPhotoRow row, void *data,
           int left, int y, int n, float *out)
{
  const int right = left + n * scar->step;
  const int end = bounds.x + bounds.width;
  float     rgba[4 * SMP_SKIN_SPAN];

  for (int i = 0; i < 4 * n; i++)
    out[i] = -1.0f;
  if (y < bounds.y || y >= bounds.y + bounds.height)
    return;
  for (int x = left > bounds.x ? left : bounds.x, next;
       x < right && x < end; x = next)
    {
      next = (x & -SMP_SKIN_SPAN) + SMP_SKIN_SPAN;
      next = next < right ? next : right;
      next = next < end ? next : end;
      if (scar->step == 1)
        {
          row (data, x, y, next - x, out + 4 * (x - left));
          continue;
        }
      row (data, x, y, next - x, rgba);
      for (int k = x; k < next; k++)
        if ((k - left) % scar->step == 0)
          for (int c = 0; c < 4; c++)
            out[(k - left) / scar->step * 4 + c] = rgba[4 * (k - x) + c];
    }
}

/* Sums of each cell's columns. */
static void
add_up (const Strip *strip, const float *column, float *cell)
{
  for (int i = 0; i < strip->width / strip->side; i++)
    {
      cell[i] = 0.0f;
      for (int k = 0; k < strip->side; k++)
        cell[i] += column[i * strip->side + k];
    }
}

/* Luminance, and the bright side's in each cell. */
static void
find_levels (Strip *strip)
{
  float sum[WIDTH] = { 0 }, weight[WIDTH] = { 0 };
  float sums[CHUNK], weights[CHUNK];

  for (int j = 0; j < strip->side; j++)
    {
      const float *restrict p = strip->rgba + 4 * j * strip->width;
      float *restrict y = strip->mean[j];

      for (int i = 0; i < strip->width; i++)
        {
          const float r = p[4 * i], g = p[4 * i + 1], b = p[4 * i + 2];
          const float least = r < g ? (r < b ? r : b) : (g < b ? g : b);
          const float l = smp_scar_luminance (r, g, b);

          y[i] = least >= 0.0f && l < 64.0f ? l : -1.0f;
        }
      for (int i = 0; i < strip->width; i++)
        {
          const float l = y[i] > 0.0f ? y[i] : 0.0f;
          const float l4 = (l * l) * (l * l);

          weight[i] += l4;
          sum[i] += l4 * l;
        }
    }
  add_up (strip, sum, sums);
  add_up (strip, weight, weights);
  for (int i = 0; i < strip->width / strip->side; i++)
    for (int k = 0; k < strip->side; k++)
      strip->scale[i * strip->side + k]
        = sums[i] > 1e-35f ? weights[i] / sums[i] : 0.0f;
}

/* Columns of what sample_means() adds up. */
enum
{
  LOST, HAIR = LOST + 3, SKIN, WEIGHT = SKIN + 3, BARE, PHOTO, DARK, AREA, SUMS
};

/* Weights of one row: bare skin, skin to take the colour of, hair. */
static void
weigh_row (Strip *strip, int j, float *restrict bare, float *restrict hair,
           float *restrict darkness)
{
  const float *restrict lum = strip->mean[j];
  const float *restrict scale = strip->scale;
  float *restrict clear = strip->bare[j];

  for (int i = 0; i < strip->width; i++)
    {
      const float seen = lum[i] >= 0.0f ? 1.0f : 0.0f;
      const float y = lum[i] * scale[i], dark = 1.0f - y;
      const float lost = 1.0f - smp_scar_ramp (y, LOST_FULL, LOST_FROM);

      clear[i] = seen * smp_scar_ramp (y, SKIN_FROM, SKIN_FULL);
      bare[i] = seen * smp_scar_ramp (y, HAIR_FULL, HAIR_FROM);
      hair[i] = seen * lost;
      darkness[i] = hair[i] * dark * dark;
    }
}

static inline void
add_to (float *restrict sum, const float *restrict v, int n)
{
  for (int i = 0; i < n; i++)
    sum[i] += v[i];
}

static inline void
add_part (float *restrict sum, const float *restrict v,
          const float *restrict part, int n)
{
  for (int i = 0; i < n; i++)
    sum[i] += part[i] * v[i];
}

static void
add_row (Strip *strip, int j, float (*sum)[WIDTH])
{
  const int             n = strip->width;
  const float *restrict p = strip->rgba + 4 * j * n;
  const float *restrict lum = strip->mean[j];
  float                 v[WIDTH], bare[WIDTH], hair[WIDTH], dark[WIDTH];

  weigh_row (strip, j, bare, hair, dark);
  add_to (sum[WEIGHT], strip->bare[j], n);
  add_to (sum[BARE], bare, n);
  add_to (sum[HAIR], hair, n);
  add_to (sum[DARK], dark, n);
  for (int i = 0; i < n; i++)
    v[i] = lum[i] >= 0.0f ? 1.0f : 0.0f;
  add_to (sum[PHOTO], v, n);
  for (int i = 0; i < n; i++)
    v[i] = p[4 * i + 3];
  for (int i = 0; i < n; i++)
    sum[AREA][i] = v[i] > sum[AREA][i] ? v[i] : sum[AREA][i];
  for (int c = 0; c < 3; c++)
    {
      for (int i = 0; i < n; i++)
        v[i] = p[4 * i + c];
      for (int i = 0; i < n; i++)
        v[i] = lum[i] >= 0.0f ? v[i] : 0.0f;
      add_part (sum[LOST + c], v, hair, n);
      add_part (sum[SKIN + c], v, strip->bare[j], n);
    }
}

static void
sample_means (Strip *strip, SmpScarWork work, int at)
{
  float     sum[SUMS][WIDTH] = { 0 }, cell[SUMS][CHUNK];
  const int n = strip->side * strip->side;

  for (int j = 0; j < strip->side; j++)
    add_row (strip, j, sum);
  for (int k = 0; k < AREA; k++)
    add_up (strip, sum[k], cell[k]);
  for (int i = 0; i < strip->width / strip->side; i++)
    {
      const float photo = cell[PHOTO][i], weight = cell[WEIGHT][i];
      float       area = 0.0f;

      for (int k = 0; k < strip->side; k++)
        area = sum[AREA][i * strip->side + k] > area
               ? sum[AREA][i * strip->side + k] : area;
      for (int c = 0; c < 3; c++)
        {
          const float mean = weight > 0.0f ? cell[SKIN + c][i] / weight : 0.0f;
          const float loss = mean > 1e-9f
                             ? (cell[HAIR][i] - cell[LOST + c][i] / mean)
                               / photo : 0.0f;

          work[RAW_R + c][at + i] = mean;
          work[RAW_LOSS_R + c][at + i] = loss > 0.0f ? loss : 0.0f;
        }
      work[RAW_BARE][at + i] = cell[BARE][i] / n;
      work[RAW_PHOTO][at + i] = photo / n;
      work[RAW_AREA][at + i] = area < 1.0f ? area : 1.0f;
      work[RAW_DARK][at + i] = photo > 0.0f ? cell[DARK][i] / photo : 0.0f;
    }
}

/* One octave: squares of half as many samples, and the amplitude of what they
 * lose, for each cell; side: how many squares a cell has across.
 */
static void
halve (Strip *strip, int side, float *amplitude)
{
  const int n = strip->width / strip->side * side / 2;
  float     sum[WIDTH / 2] = { 0 }, weight[WIDTH / 2] = { 0 };

  for (int j = 0; j < side / 2; j++)
    {
      const float *restrict m0 = strip->mean[2 * j];
      const float *restrict m1 = strip->mean[2 * j + 1];
      const float *restrict b0 = strip->bare[2 * j];
      const float *restrict b1 = strip->bare[2 * j + 1];
      float                 mean[WIDTH / 2], bare[WIDTH / 2];

      for (int i = 0; i < n; i++)
        {
          const float a = m0[2 * i], b = m0[2 * i + 1];
          const float c = m1[2 * i], d = m1[2 * i + 1];
          const float wa = b0[2 * i], wb = b0[2 * i + 1];
          const float wc = b1[2 * i], wd = b1[2 * i + 1];
          const float w = (wa + wb) + (wc + wd);
          const float m = ((wa * a + wb * b) + (wc * c + wd * d))
                          / (w + 1e-9f);
          const float ab = wa < wb ? wa : wb, cd = wc < wd ? wc : wd;
          const float least = ab < cd ? ab : cd;
          const float use = least > SEEN && m > 1e-6f ? least : 0.0f;
          const float var = ((a - m) * (a - m) + (b - m) * (b - m))
                            + ((c - m) * (c - m) + (d - m) * (d - m));

          sum[i] += use * (var / (4.0f * m * m + 1e-20f));
          weight[i] += use;
          mean[i] = m;
          bare[i] = 0.25f * w;
        }
      for (int i = 0; i < n; i++)
        {
          strip->mean[j][i] = mean[i];
          strip->bare[j][i] = bare[i];
        }
    }
  for (int i = 0; i < strip->width / strip->side; i++)
    {
      float s = 0.0f, w = 0.0f;

      for (int k = 0; k < side / 2; k++)
        {
          s += sum[i * side / 2 + k];
          w += weight[i * side / 2 + k];
        }
      amplitude[i] = w > 0.0f ? sqrtf (s / w) : -1.0f;
    }
}

/* The cells of a strip, the first at place `at` of the planes. */
static void
sample_cells (Strip *strip, int tone, SmpScarWork work, int at)
{
  find_levels (strip);
  sample_means (strip, work, at);
  if (!tone)
    return;
  for (int k = 0, side = strip->side; side > 1; k++, side /= 2)
    halve (strip, side, work[RAW_BAND + k] + at);
}

int
smp_scar_sample (const SmpScar *scar, SmpRect bounds, SmpPhotoRow row,
                 void *data, int tone, SmpScarWork work, SmpScarGrid *grid)
{
  Strip strip = { .side = scar->factor / scar->step, .rgba = work[RAW_FREE] };
  float found = 0.0f;

  for (int j = 0; j < grid->height; j++)
    for (int i = 0; i < grid->width; i += CHUNK)
      {
        const int cells = grid->width - i < CHUNK ? grid->width - i : CHUNK;
        const int at = j * grid->width + i;

        strip.width = cells * strip.side;
        for (int k = 0; k < strip.side; k++)
          read_line (scar, bounds, row, data, (grid->x + i) * scar->factor,
                     (grid->y + j) * scar->factor + k * scar->step,
                     strip.width, strip.rgba + 4 * k * strip.width);
        sample_cells (&strip, tone, work, at);
        for (int k = at; k < at + cells; k++)
          found = work[RAW_AREA][k] > found ? work[RAW_AREA][k] : found;
      }
  return found > 0.0f;
}
