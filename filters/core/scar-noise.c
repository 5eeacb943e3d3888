/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Noise of octaves: on lattices of 1, 2, 4 .. px, white noise less its mean
 * over 3 x 3, made finer step by step with quadratic splines (weights 3/4,
 * 1/4), which leave no trace of the lattice.  Lattices begin at a place fixed
 * on the skin and are never repeated.
 */

#include "scar-grid.h"

#include "hash.h"
#include "scalar.h"

/* Samples of a lattice: (x, y) of the first, in lattice units. */
typedef struct
{
  int    x, y;
  int    width, height;
  float *value;
} Lattice;

static float
white (uint32_t seed, int band, int x, int y)
{
  const uint32_t row = smp_hash_mix32 ((uint32_t) y ^ seed);
  const uint32_t h = smp_hash_mix32 (((uint32_t) x + 0x9e3779b9u
                                      * (uint32_t) (band + 1)) ^ row);

  return (float) (int) (h >> 8) * (2.0f / 16777216.0f) - 1.0f;
}

/* White noise less its mean over 3 x 3.  rows: three rows of the lattice and
 * two samples more.
 */
static void
fill (uint32_t seed, int band, const Lattice *l, float *rows)
{
  const int n = l->width + 2;

  for (int y = -1; y <= l->height; y++)
    {
      float *row = rows + (y + 1) % 3 * n;

      for (int x = 0; x < n; x++)
        row[x] = white (seed, band, l->x + x - 1, l->y + y);
      if (y < 1)
        continue;

      /* above, middle, below: sums in the same order in any rectangle */
      const float *a = rows + (y - 1) % 3 * n;
      const float *m = rows + y % 3 * n;
      const float *b = row;

      for (int x = 0; x < l->width; x++)
        l->value[(y - 1) * l->width + x] = m[x + 1]
          - ((a[x] + a[x + 1] + a[x + 2]) + (m[x] + m[x + 1] + m[x + 2])
             + (b[x] + b[x + 1] + b[x + 2])) * (1.0f / 9.0f);
    }
}

/* The lattice of half the pitch that covers what is asked for. */
static void
refine (const Lattice *coarse, Lattice *finer)
{
  for (int y = 0; y < finer->height; y++)
    {
      const int    fy = finer->y + y;
      const int    cy = (fy >> 1) - coarse->y;
      const float *near = coarse->value + cy * coarse->width;
      const float *other = near + (fy & 1 ? coarse->width : -coarse->width);

      for (int x = 0; x < finer->width; x++)
        {
          const int fx = finer->x + x;
          const int i = (fx >> 1) - coarse->x;
          const int k = fx & 1 ? i + 1 : i - 1;

          finer->value[y * finer->width + x]
            = 0.75f * (0.75f * near[i] + 0.25f * near[k])
              + 0.25f * (0.75f * other[i] + 0.25f * other[k]);
        }
    }
}

/* The lattice of a level, 0 the finest, that rect needs. */
static Lattice
needed (const SmpScar *scar, SmpRect rect, int level, float *value)
{
  int x0 = rect.x - scar->x, x1 = x0 + rect.width - 1;
  int y0 = rect.y - scar->y, y1 = y0 + rect.height - 1;

  for (int k = 0; k < level; k++)
    {
      x0 = (x0 >> 1) - 1;
      y0 = (y0 >> 1) - 1;
      x1 = (x1 >> 1) + 1;
      y1 = (y1 >> 1) + 1;
    }
  return (Lattice) { x0, y0, x1 - x0 + 1, y1 - y0 + 1, value };
}

/* Adds a band at full size, times its amplitude. */
static void
add (const SmpScar *scar, const SmpScarGrid *grid, SmpRect rect, int band,
     const float *value, float *noise)
{
  float amplitude[SMP_SCAR_RECT];

  for (int y = 0; y < rect.height; y++)
    {
      const int row = y * rect.width;

      smp_scar_along (grid->plane[SMP_SCAR_NOISE + band], grid->width, grid->x,
                      grid->y, scar->factor, rect.x, rect.y + y, rect.width,
                      amplitude);
      for (int x = 0; x < rect.width; x++)
        noise[row + x] += amplitude[x] * value[row + x];
    }
}

void
smp_scar_noise (const SmpScar *scar, const SmpScarGrid *grid, SmpRect rect,
                float *noise, float *free, int n_free)
{
  float *half[2] = { free, free + n_free / 2 };
  int    first = 0;

  while (1 << first < scar->step)
    first++;
  for (int i = 0; i < rect.width * rect.height; i++)
    noise[i] = 0.0f;
  for (int band = 0; band < scar->bands; band++)
    {
      Lattice l = needed (scar, rect, first + band, half[0]);

      fill (scar->seed, band, &l, half[1]);
      for (int level = first + band - 1; level >= 0; level--)
        {
          Lattice finer = needed (scar, rect, level,
                                  l.value == half[0] ? half[1] : half[0]);

          refine (&l, &finer);
          l = finer;
        }
      add (scar, grid, rect, band, l.value, noise);
    }
}
