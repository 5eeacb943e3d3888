/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dot field: counts, random access, progressive order, seeds, and that the
 * table is the same on every machine.
 */

#include <stdlib.h>
#include <string.h>

#include "dots.h"
#include "smp-test.h"

#define MAX_DOTS    600000
#define DOTS_DIGEST UINT64_C (0xf17275c365d6e2f9)

typedef struct
{
  SmpDot *dot;
  int     count;
} List;

static void
append (const SmpDot *dot, void *data)
{
  List *list = data;

  list->dot[list->count++] = *dot;
}

static List
query (SmpBox box, double density, uint32_t seed)
{
  List list = { malloc (MAX_DOTS * sizeof (SmpDot)), 0 };

  smp_dots_query (box, density, seed, append, &list);
  return list;
}

static int
inside (const SmpDot *dot, SmpBox box)
{
  return dot->x_mm >= box.x_min && dot->x_mm < box.x_max
         && dot->y_mm >= box.y_min && dot->y_mm < box.y_max;
}

static int
same (const SmpDot *a, const SmpDot *b)
{
  return a->id == b->id && a->x_mm == b->x_mm && a->y_mm == b->y_mm
         && a->density_cm2 == b->density_cm2;
}

/* Density asked and counted agree to .5 % over the tile's own area, for boxes
 * that start anywhere.
 */
static void
test_density (void)
{
  static const double asked[] = { 5, 12, 25, 60, 100, 180, 250, 399.9 };

  for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
    for (uint32_t seed = 0; seed < 4; seed++)
      {
        const SmpBox box = { -37.5 * seed, 11.0, 256.0 - 37.5 * seed, 267.0 };
        List         l = query (box, asked[i], seed);

        CHECK_NEAR (l.count / (25.6 * 25.6), asked[i], 0.005 * asked[i],
                    "seed %u", seed);
        free (l.dot);
      }
}

/* A small box returns what a big box holds there, in the same order. */
static void
test_random_access (void)
{
  const SmpBox all = { -300.0, -290.0, 310.0, 320.0 };
  uint32_t     state = 7;

  for (uint32_t seed = 0; seed < 16; seed++)
    {
      List whole = query (all, 60.0, seed);

      for (int k = 0; k < 12; k++)
        {
          const double x = smp_test_uniform (&state, -300.0, 280.0);
          const double y = smp_test_uniform (&state, -290.0, 280.0);
          const SmpBox box = { x, y, x + smp_test_uniform (&state, 0.1, 30.0),
                               y + smp_test_uniform (&state, 0.1, 30.0) };
          List         part = query (box, 60.0, seed);
          int          n = 0;

          for (int i = 0; i < whole.count; i++)
            if (inside (&whole.dot[i], box))
              {
                CHECK (n < part.count && same (&whole.dot[i], &part.dot[n]),
                       "seed %u dot %d", seed, n);
                n++;
              }
          CHECK (n == part.count, "%d of %d", n, part.count);
          free (part.dot);
        }
      free (whole.dot);
    }
}

/* Every dot of a lower density is there at a higher one, unchanged. */
static void
test_progressive (void)
{
  const SmpBox        box = { 3.0, -40.0, 83.0, 40.0 };
  static const double step[] = { 5, 20, 60, 140, 180, 300, 400 };
  List                less = query (box, 0.0, 3);

  CHECK (less.count == 0);
  for (size_t i = 0; i < sizeof step / sizeof step[0]; i++)
    {
      List more = query (box, step[i], 3);
      int  found = 0;

      for (int k = 0, n = 0; k < more.count && n < less.count; k++)
        if (same (&more.dot[k], &less.dot[n]))
          {
            found++;
            n++;
          }
      CHECK (found == less.count && more.count > less.count,
             "%g: %d of %d", step[i], found, less.count);
      free (less.dot);
      less = more;
    }
  free (less.dot);
}

static void
test_ids_and_seeds (void)
{
  const SmpBox box = { 0.0, 0.0, 30.0, 30.0 };
  List         a = query (box, 100.0, 1);
  List         b = query (box, 100.0, 2);
  int          shared = 0;

  for (int i = 0; i < a.count; i++)
    {
      for (int k = 0; k < i; k++)
        CHECK (a.dot[i].id != a.dot[k].id);
      for (int k = 0; k < b.count; k++)
        shared += a.dot[i].x_mm == b.dot[k].x_mm
                  && a.dot[i].y_mm == b.dot[k].y_mm;
    }
  CHECK (shared == 0, "%d dots of two seeds in the same place", shared);
  free (a.dot);
  free (b.dot);
}

static void
test_odd_boxes (void)
{
  static const SmpBox empty[] = {
    { 0, 0, 0, 0 }, { 5, 0, -5, 10 }, { 0.0 / 0.0, 0, 1, 1 },
    { -1e30, -1e30, 1e30, 1e30 }, { 1e7, 0, 1e7 + 1, 1 }
  };

  for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++)
    {
      List l = query (empty[i], 100.0, 1);

      CHECK (l.count == 0, "box %zu: %d dots", i, l.count);
      free (l.dot);
    }
}

/* The whole field of one seed: a change here changes every mock-up. */
static void
test_digest (void)
{
  const SmpBox box = { 0.0, 0.0, 256.0, 256.0 };
  List         l = query (box, 400.0, 12345);
  uint64_t     digest = 0;

  CHECK (l.count == 1 << 18, "%d dots", l.count);
  for (int i = 0; i < l.count; i++)
    digest = digest * 31 + smp_test_digest (&l.dot[i].x_mm, sizeof (double))
             + smp_test_digest (&l.dot[i].y_mm, sizeof (double))
             + smp_test_digest (&l.dot[i].density_cm2, sizeof (float));
  CHECK (digest == DOTS_DIGEST, "digest is 0x%016llx",
         (unsigned long long) digest);
  free (l.dot);
}

int
main (void)
{
  test_density ();
  test_random_access ();
  test_progressive ();
  test_ids_and_seeds ();
  test_odd_boxes ();
  test_digest ();
  return smp_test_result ();
}
