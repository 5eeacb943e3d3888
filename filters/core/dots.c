/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rank tile: 2^18 dots on a torus of 256 mm, each with the density at
 * which it appears (facts of follicles: spacing k / sqrt (n), k = 10.7 mm for
 * n per cm2, a triangular pattern "although somewhat irregular", Jimenez and
 * Ruifernandez 1999).  Raising the density therefore only adds dots, between
 * those already there.  A seed shifts the torus and takes one of its eight
 * symmetries.
 *
 * Invariant: dots come out by level, cell row, cell, rank, counted in absolute
 * cells of the table, so the dots that touch one pixel always arrive in the
 * same order and their product has the same bits in every query.
 */

#include "dots.h"

#include <stdbool.h>

#include "hash.h"
#include "scalar.h"

typedef struct
{
  int first;          /* rank of the level's first dot, and its place here */
  int count;
  int grid_bits;      /* log2 of the cells across */
  int cell_start;     /* offset into tile_cell_start */
} TileLevel;

#include "dot-tile.inc"

#define TILE_DOTS  (1 << TILE_BITS)
#define TILE_MM    ((double) (1 << (TILE_BITS / 2 - 1)))
#define RANK_CM2   (SMP_DENSITY_MAX / TILE_DOTS)
#define MM_MAX     1e6

#define N_LEVELS   ((int) (sizeof tile_levels / sizeof tile_levels[0]))

typedef struct
{
  double shift_x, shift_y;        /* mm */
  bool   flip_x, flip_y, swap;
} Symmetry;

static Symmetry
symmetry_of (uint32_t seed)
{
  const uint64_t h = smp_hash (seed, 0, SMP_SALT_TILE);

  return (Symmetry) {
    .shift_x = smp_hash_unit (h, 0) * TILE_MM,
    .shift_y = smp_hash_unit (h, 1) * TILE_MM,
    .flip_x  = h >> 32 & 1,
    .flip_y  = h >> 33 & 1,
    .swap    = h >> 34 & 1
  };
}

/* Table to scalp. */
static void
forward (const Symmetry *s, double x, double y, double *u, double *v)
{
  const double a = s->swap ? y : x;
  const double b = s->swap ? x : y;

  *u = (s->flip_x ? -a : a) + s->shift_x;
  *v = (s->flip_y ? -b : b) + s->shift_y;
}

static SmpBox
box_to_table (const Symmetry *s, SmpBox box)
{
  const double u0 = box.x_min - s->shift_x, u1 = box.x_max - s->shift_x;
  const double v0 = box.y_min - s->shift_y, v1 = box.y_max - s->shift_y;
  const SmpBox b = {
    s->flip_x ? -u1 : u0, s->flip_y ? -v1 : v0,
    s->flip_x ? -u0 : u1, s->flip_y ? -v0 : v1
  };

  return s->swap ? (SmpBox) { b.y_min, b.x_min, b.y_max, b.x_max } : b;
}

typedef struct
{
  SmpBox          box;            /* scalp */
  float           density_cm2;
  const Symmetry *symmetry;
  SmpDotFunc      func;
  void           *data;
} Query;

static void
query_cell (const Query *q, const TileLevel *level, int cx, int cy)
{
  const int       grid = 1 << level->grid_bits;
  const int       period_x = (cx - (cx & (grid - 1))) >> level->grid_bits;
  const int       period_y = (cy - (cy & (grid - 1))) >> level->grid_bits;
  const uint32_t *start = tile_cell_start + level->cell_start
                          + (cy & (grid - 1)) * grid + (cx & (grid - 1));
  const uint64_t  period = (uint64_t) (uint16_t) period_x << 32
                           | (uint64_t) (uint16_t) period_y << 48;

  for (uint32_t k = level->first + start[0]; k < level->first + start[1]; k++)
    {
      SmpDot dot;

      dot.density_cm2 = (level->first + (tile_rank[k] + 0.5f)
                         * (1.0f / 65536.0f) * level->count) * RANK_CM2;
      if (dot.density_cm2 >= q->density_cm2)
        break;
      forward (q->symmetry,
               (period_x + (tile_x[k] + 0.5) / 65536.0) * TILE_MM,
               (period_y + (tile_y[k] + 0.5) / 65536.0) * TILE_MM,
               &dot.x_mm, &dot.y_mm);
      dot.id = period | k;
      if (dot.x_mm >= q->box.x_min && dot.x_mm < q->box.x_max
          && dot.y_mm >= q->box.y_min && dot.y_mm < q->box.y_max)
        q->func (&dot, q->data);
    }
}

void
smp_dots_query (SmpBox box, float density_cm2, uint32_t seed,
                SmpDotFunc func, void *data)
{
  const Symmetry symmetry = symmetry_of (seed);
  const Query    q = { box, density_cm2, &symmetry, func, data };

  if (!(box.x_min < box.x_max && box.y_min < box.y_max
        && box.x_min > -MM_MAX && box.x_max < MM_MAX
        && box.y_min > -MM_MAX && box.y_max < MM_MAX))
    return;

  const SmpBox b = box_to_table (&symmetry, box);

  for (int l = 0; l < N_LEVELS; l++)
    {
      const TileLevel *level = &tile_levels[l];
      const double     per_mm = (1 << level->grid_bits) / TILE_MM;
      const int        x0 = smp_floor (b.x_min * per_mm);
      const int        x1 = smp_floor (b.x_max * per_mm);
      const int        y0 = smp_floor (b.y_min * per_mm);
      const int        y1 = smp_floor (b.y_max * per_mm);

      if (!(level->first * RANK_CM2 < density_cm2))
        break;
      for (int cy = y0; cy <= y1; cy++)
        for (int cx = x0; cx <= x1; cx++)
          query_cell (&q, level, cx, cy);
    }
}
