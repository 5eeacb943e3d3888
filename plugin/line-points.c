/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Simplified as by Douglas and Peucker: of a run of points the one farthest
 * from the run's chord stays, if it is too far away to be left out.
 */

#include "config.h"

#include "line-points.h"

#include <math.h>

#define POINT(points, i) (&g_array_index (points, SmpPoint, i))

typedef struct
{
  guint first, last;
} Run;

/* Distance from p to the piece from a to b. */
static gdouble
distance (const SmpPoint *p, const SmpPoint *a, const SmpPoint *b)
{
  const gdouble dx = b->x - a->x, dy = b->y - a->y;
  const gdouble length2 = dx * dx + dy * dy;
  const gdouble t = length2 > 0.0
                    ? ((p->x - a->x) * dx + (p->y - a->y) * dy) / length2 : 0.0;
  const gdouble s = CLAMP (t, 0.0, 1.0);

  return hypot (p->x - a->x - s * dx, p->y - a->y - s * dy);
}

static guint
farthest (const GArray *points, Run run, gdouble *far)
{
  const SmpPoint *a = POINT (points, run.first);
  const SmpPoint *b = POINT (points, run.last % points->len);
  guint           found = run.first;

  *far = -1.0;
  for (guint i = run.first + 1; i < run.last; i++)
    {
      const gdouble d = distance (POINT (points, i), a, b);

      if (d > *far)
        {
          *far = d;
          found = i;
        }
    }
  return found;
}

/* Marks what stays between the ends of a run. */
static void
mark (const GArray *points, Run run, gdouble tolerance, gboolean *stays)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  g_array_append_val (runs, run);
  while (runs->len > 0)
    {
      const Run   now = g_array_index (runs, Run, runs->len - 1);
      gdouble     far;
      const guint middle = farthest (points, now, &far);

      g_array_set_size (runs, runs->len - 1);
      if (far > tolerance)
        {
          const Run before = { now.first, middle };
          const Run after = { middle, now.last };

          stays[middle] = TRUE;
          g_array_append_val (runs, before);
          g_array_append_val (runs, after);
        }
    }
  g_array_unref (runs);
}

GArray *
smp_points_simplify (const GArray *points, gboolean closed, gdouble tolerance)
{
  const guint n = points->len;
  gboolean   *stays = g_new0 (gboolean, n);
  GArray     *few = g_array_new (FALSE, FALSE, sizeof (SmpPoint));
  gdouble     far;

  stays[0] = TRUE;
  if (closed)
    {
      /* two halves, from the first point to the one opposite, and back; one
         more point makes an area of them */
      const guint half = farthest (points, (Run) { 0, n }, &far);
      const guint third = farthest (points, (Run) { half, n }, &far);

      stays[half] = TRUE;
      stays[third > half ? third : half / 2] = TRUE;
      mark (points, (Run) { 0, half }, tolerance, stays);
      mark (points, (Run) { half, n }, tolerance, stays);
    }
  else
    {
      stays[n - 1] = TRUE;
      mark (points, (Run) { 0, n - 1 }, tolerance, stays);
    }
  for (guint i = 0; i < n; i++)
    if (stays[i])
      g_array_append_val (few, *POINT (points, i));
  g_free (stays);
  return few;
}

void
smp_points_reverse (GArray *points)
{
  for (guint i = 0; i < points->len / 2; i++)
    {
      const SmpPoint p = *POINT (points, i);

      *POINT (points, i) = *POINT (points, points->len - 1 - i);
      *POINT (points, points->len - 1 - i) = p;
    }
}

gdouble
smp_points_turn (const GArray *points)
{
  gdouble turn = 0.0;

  for (guint i = 1; i + 1 < points->len; i++)
    {
      const SmpPoint *a = POINT (points, i - 1), *b = POINT (points, i);
      const SmpPoint *c = POINT (points, i + 1);
      const gdouble   x = b->x - a->x, y = b->y - a->y;
      const gdouble   u = c->x - b->x, v = c->y - b->y;

      turn += atan2 (x * v - y * u, x * u + y * v);
    }
  return turn;
}

/* The sign of the nearest piece.  Where two meet in the nearest point, that of
 * the one seen from the front: its line is farther away.
 */
gboolean
smp_points_is_left (const GArray *points, SmpPoint p)
{
  gdouble nearest = G_MAXDOUBLE, side = 0.0;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      const SmpPoint *a = POINT (points, i), *b = POINT (points, i + 1);
      const gdouble   dx = b->x - a->x, dy = b->y - a->y;
      const gdouble   length = MAX (hypot (dx, dy), 1e-9);
      const gdouble   across = ((p.x - a->x) * dy - (p.y - a->y) * dx) / length;
      const gdouble   along = ((p.x - a->x) * dx + (p.y - a->y) * dy) / length;
      gdouble         beyond = along < 0.0 ? along : MAX (along - length, 0.0);
      gdouble         d;

      if ((i == 0 && beyond < 0.0)
          || (i + 2 == points->len && beyond > 0.0))
        beyond = 0.0;
      d = hypot (across, beyond);
      if (d < nearest - 1e-6 || (d < nearest + 1e-6
                                 && fabs (across) > fabs (side)))
        {
          nearest = MIN (d, nearest);
          side = across;
        }
    }
  return side > 0.0;
}
