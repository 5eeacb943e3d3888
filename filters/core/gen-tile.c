/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Build tool: writes the rank tile of dots.c as a C fragment.
 *
 *   gen-tile BITS > dot-tile.inc       2^BITS dots, BITS even
 *
 * Levels hold four times the dots of all levels before them; within a level
 * dots are sorted into a square grid of about three dots a cell and keep their
 * rank order inside the cell, so that a query at any density reads the cells
 * it needs and little else.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tile-order.h"

#define MAX_LEVELS  16
#define COARSEST    64      /* dots of level 0 at most */

typedef struct
{
  int first;        /* rank of the level's first dot */
  int count;
  int grid_bits;    /* log2 of the cells across */
} Level;

static int
split_levels (int n, Level levels[MAX_LEVELS])
{
  int count = 1;

  for (int top = n; top > COARSEST; top /= 4)
    count++;
  for (int l = 0, first = 0; l < count; l++)
    {
      const int end = n >> (2 * (count - 1 - l));

      levels[l] = (Level) { first, end - first, 0 };
      while (4 << (2 * levels[l].grid_bits) < levels[l].count)
        levels[l].grid_bits++;
      first = end;
    }
  return count;
}

static int
cell_of (const SmpPoint *p, int grid_bits)
{
  const int grid = 1 << grid_bits;

  /* the cell of the 16-bit position, which is what a query sees */
  return (int) (p->y * 65536.0) * grid / 65536 * grid
         + (int) (p->x * 65536.0) * grid / 65536;
}

static void
print_start (const char *type, const char *name)
{
  printf ("\n};\n\nstatic const %s %s[] = {", type, name);
}

static void
print_number (int k, int value)
{
  printf ("%s%d,", k % 16 ? "" : "\n", value);
}

/* Order of the dots of a level: by cell, then by rank. */
static void
sort_level (const SmpPoint *points, const Level *level,
            int *start, int *order)
{
  const int cells = 1 << (2 * level->grid_bits);

  for (int c = 0; c <= cells; c++)
    start[c] = 0;
  for (int k = 0; k < level->count; k++)
    start[cell_of (&points[level->first + k], level->grid_bits) + 1]++;
  for (int c = 0; c < cells; c++)
    start[c + 1] += start[c];
  for (int k = 0; k < level->count; k++)
    order[start[cell_of (&points[level->first + k],
                         level->grid_bits)]++] = level->first + k;
  for (int c = cells; c > 0; c--)
    start[c] = start[c - 1];
  start[0] = 0;
}

static bool
write_tile (int bits)
{
  const int n = 1 << bits;
  Level     levels[MAX_LEVELS];
  const int count = split_levels (n, levels);
  SmpPoint *points = malloc (sizeof *points * n);
  int      *order = malloc (sizeof *order * n);
  int      *start = malloc (sizeof *start * (n + 2) * 2);
  int       starts = 0;
  bool      ok = points && order && start && smp_tile_order (n, points);

  if (ok)
    {
      printf ("#define TILE_BITS %d\n\n"
              "static const TileLevel tile_levels[] = {", bits);
      for (int l = 0; l < count; l++)
        {
          sort_level (points, &levels[l], start + starts,
                      order + levels[l].first);
          printf ("\n{ %d, %d, %d, %d },", levels[l].first, levels[l].count,
                  levels[l].grid_bits, starts);
          starts += (1 << (2 * levels[l].grid_bits)) + 1;
        }
      print_start ("uint32_t", "tile_cell_start");
      for (int k = 0; k < starts; k++)
        print_number (k, start[k]);
      print_start ("uint16_t", "tile_x");
      for (int k = 0; k < n; k++)
        print_number (k, (int) (points[order[k]].x * 65536.0));
      print_start ("uint16_t", "tile_y");
      for (int k = 0; k < n; k++)
        print_number (k, (int) (points[order[k]].y * 65536.0));
      print_start ("uint16_t", "tile_rank");
      for (int l = 0; l < count; l++)
        for (int k = 0; k < levels[l].count; k++)
          {
            const int dot = levels[l].first + k;
            const int64_t within = order[dot] - levels[l].first;

            print_number (dot, (int) (within * 65536 / levels[l].count));
          }
      printf ("\n};\n");
      ok = fflush (stdout) == 0;
    }

  free (points);
  free (order);
  free (start);
  return ok;
}

int
main (int argc, char **argv)
{
  const int bits = argc == 2 ? atoi (argv[1]) : 0;

  if (bits < 8 || bits > 18 || bits % 2)
    {
      fprintf (stderr, "usage: gen-tile BITS, an even number from 8 to 18\n");
      return 2;
    }
  if (!write_tile (bits))
    {
      fprintf (stderr, "gen-tile: out of memory or disk full\n");
      return 1;
    }
  return 0;
}
