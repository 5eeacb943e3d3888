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
#define CHUNK     32          /* cells read at a time */
#define SIDE      16          /* samples across a cell at most */
#define SEEN      0.3f        /* of a square's parts, to count */

/* No number and no end of light give -1. */
static inline float
sane (float v)
{
  return v >= 0.0f && v < 64.0f ? v : -1.0f;
}

/* Samples of n cells' rows, RGBA; outside the photo -1. */
typedef struct
{
  float *rgba;
  int    side;                /* samples across a cell */
  int    width;               /* samples in a row */
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
      row (data, x, y, next - x, rgba);
      for (int k = x; k < next; k++)
        if ((k - left) % scar->step == 0)
          for (int c = 0; c < 4; c++)
            out[(k - left) / scar->step * 4 + c] = rgba[4 * (k - x) + c];
    }
}

/* The bright side's luminance; 0 where there is no photo. */
static float
find_level (const Strip *strip, const float *cell, float *lum)
{
  float sum = 0.0f, weight = 0.0f;

  for (int j = 0; j < strip->side; j++)
    for (int i = 0; i < strip->side; i++)
      {
        const float *p = cell + 4 * (j * strip->width + i);
        const float  r = sane (p[0]), g = sane (p[1]), b = sane (p[2]);
        const float  y = r < 0.0f || g < 0.0f || b < 0.0f
                         ? -1.0f : smp_scar_luminance (r, g, b);
        const float  y2 = y > 0.0f ? y * y : 0.0f;

        lum[j * SIDE + i] = y;
        sum += y2 * y2 * y;
        weight += y2 * y2;
      }
  return weight > 1e-30f ? sum / weight : 0.0f;
}

/* Halves the squares' number on each axis; the amplitude of what is lost. */
static float
halve (float *mean, float *bare, int side)
{
  float sum = 0.0f, weight = 0.0f;

  for (int j = 0; j < side / 2; j++)
    for (int i = 0; i < side / 2; i++)
      {
        const int at[4] = { 2 * j * SIDE + 2 * i, 2 * j * SIDE + 2 * i + 1,
                            (2 * j + 1) * SIDE + 2 * i,
                            (2 * j + 1) * SIDE + 2 * i + 1 };
        float     w = 0.0f, m = 0.0f, least = 1.0f, var = 0.0f;

        for (int k = 0; k < 4; k++)
          {
            w += bare[at[k]];
            m += bare[at[k]] * mean[at[k]];
            least = bare[at[k]] < least ? bare[at[k]] : least;
          }
        m = w > 1e-6f ? m / w : 0.0f;
        if (least > SEEN && m > 1e-6f)
          {
            for (int k = 0; k < 4; k++)
              var += (mean[at[k]] - m) * (mean[at[k]] - m);
            sum += least * var / (4.0f * m * m);
            weight += least;
          }
        mean[j * SIDE + i] = m;
        bare[j * SIDE + i] = 0.25f * w;
      }
  return weight > 0.0f ? sqrtf (sum / weight) : -1.0f;
}

static void
sample_cell (const SmpScar *scar, const Strip *strip, const float *cell,
             SmpScarWork work, int at)
{
  float lum[SIDE * SIDE], bare[SIDE * SIDE];
  float level = find_level (strip, cell, lum);
  float all[3] = { 0 }, skin[3] = { 0 }, weight = 0, dark = 0, area = 0;
  int   photo = 0;

  for (int j = 0; j < strip->side; j++)
    for (int i = 0; i < strip->side; i++)
      {
        const float *p = cell + 4 * (j * strip->width + i);
        const float  y = lum[j * SIDE + i];
        const float  w = y < 0.0f ? 0.0f
                         : smp_scar_ramp (y, HAIR_FULL * level,
                                          HAIR_FROM * level + 1e-9f);

        bare[j * SIDE + i] = w;
        area = p[3] > area ? p[3] : area;
        if (y < 0.0f)
          continue;
        photo++;
        weight += w;
        if (y < level)
          dark += (level - y) * (level - y);
        for (int c = 0; c < 3; c++)
          {
            all[c] += p[c];
            skin[c] += w * p[c];
          }
      }
  for (int c = 0; c < 3; c++)
    {
      const float mean = weight > 0.0f ? skin[c] / weight : 0.0f;
      const float loss = mean > 1e-9f ? 1.0f - all[c] / (photo * mean) : 0.0f;

      work[RAW_R + c][at] = mean;
      work[RAW_LOSS_R + c][at] = loss > 0.0f ? loss : 0.0f;
    }
  work[RAW_BARE][at] = weight / (strip->side * strip->side);
  work[RAW_PHOTO][at] = (float) photo / (strip->side * strip->side);
  work[RAW_AREA][at] = area < 1.0f ? area : 1.0f;
  work[RAW_DARK][at] = level > 0.0f ? dark / (photo * level * level) : 0.0f;
  for (int k = 0, side = strip->side; k < scar->bands; k++, side /= 2)
    work[RAW_BAND + k][at] = side > 1 ? halve (lum, bare, side) : -1.0f;
}

int
smp_scar_sample (const SmpScar *scar, SmpRect bounds, SmpPhotoRow row,
                 void *data, SmpScarWork work, SmpScarGrid *grid)
{
  const int side = scar->factor / scar->step;
  float     found = 0.0f;

  for (int j = 0; j < grid->height; j++)
    for (int i = 0; i < grid->width; i += CHUNK)
      {
        const int   cells = grid->width - i < CHUNK ? grid->width - i : CHUNK;
        const Strip strip = { work[RAW_FREE], side, cells * side };

        for (int k = 0; k < side; k++)
          read_line (scar, bounds, row, data, (grid->x + i) * scar->factor,
                     (grid->y + j) * scar->factor + k * scar->step,
                     strip.width, strip.rgba + 4 * k * strip.width);
        for (int k = 0; k < cells; k++)
          {
            const int at = j * grid->width + i + k;

            sample_cell (scar, &strip, strip.rgba + 4 * k * side, work, at);
            found = work[RAW_AREA][at] > found ? work[RAW_AREA][at] : found;
          }
      }
  return found > 0.0f;
}
