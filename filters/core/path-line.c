/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An open line becomes a closed one, so that the even-odd rule knows its sides
 * whatever it does in between: it goes on straight to far away and returns in
 * a wide arc.  Which of the two sides is treated, most of what was drawn
 * decides: a small loop or ends that meet beyond it change nothing.  The chart
 * keeps the frame's orientation, so left in the frame is left here, also in a
 * photo that was flipped; what is straight in the frame is bent on the chart
 * of a curved head, and becomes many short pieces.
 */

#include "path-line.h"

#include "scalar.h"

#define FRAME_MAX  10.0     /* how far out of the frame points may be */
#define SAME_MM    1e-3
#define FAR_MM     1e6
#define STEP_MM    2.0      /* length of a piece on a curved chart; */
#define STEPS      700      /* longer where this is not enough of them */

/* each piece rounds up; two far ends, the last point, one to close */
_Static_assert (STEPS + SMP_PATH_MAX + 5 <= SMP_LINE_MAX, "");

static SmpPoint
from_frame (const SmpChart *chart, SmpPoint frame)
{
  SmpPoint p;

  smp_chart_from_frame (chart, frame.x, frame.y, &p.x, &p.y);
  return p;
}

static SmpPoint
between (SmpPoint a, SmpPoint b, double t)
{
  return (SmpPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The points that count, in frame coordinates. */
static int
clean_points (const SmpPath *path, const SmpChart *chart, SmpPoint *frame)
{
  const int given = path->n < SMP_PATH_MAX ? path->n : SMP_PATH_MAX;
  SmpPoint  first = { 0 }, last = { 0 };
  int       n = 0;

  for (int i = 0; i < given; i++)
    {
      const float    x = path->xy[i][0], y = path->xy[i][1];
      const SmpPoint p = { smp_clamp (x, -FRAME_MAX, FRAME_MAX),
                           smp_clamp (y, -FRAME_MAX, FRAME_MAX) };
      const SmpPoint q = from_frame (chart, p);

      if (x - x != 0.0f || y - y != 0.0f
          || (n > 0 && smp_distance (q, last) < SAME_MM))
        continue;
      if (n == 0)
        first = q;
      last = q;
      frame[n++] = p;
    }
  if (path->closed && n > 1 && smp_distance (first, last) < SAME_MM)
    n--;
  return n >= (path->closed ? 3 : 2) ? n : 0;
}

/* On the way from a to b, in the frame, and on: the place whose distance from
 * a is reach_mm on the chart, or up to twice that.
 */
static SmpPoint
beyond (const SmpChart *chart, SmpPoint a, SmpPoint b, double reach_mm)
{
  const SmpPoint start = from_frame (chart, a);
  double         t = 1.0;

  while (smp_distance (start, from_frame (chart, between (a, b, t))) < reach_mm)
    t *= 2.0;
  return between (a, b, t);
}

/* The far ends of an open line, first and last in the frame.  On a curved head
 * they leave it before they go straight.
 */
static int
extend (const SmpChart *chart, SmpPoint *frame, int n, SmpPoint far[2])
{
  const int      last = n - 1;
  const SmpPoint before[2] = { frame[1], frame[last - 1] };
  const SmpPoint end[2] = { frame[0], frame[last] };
  SmpPoint       head[2];

  for (int i = 0; i < 2; i++)
    {
      const SmpPoint out = between (end[i], before[i], -1.0);
      const SmpPoint p = from_frame (chart, end[i]);

      far[i] = from_frame (chart, beyond (chart, end[i], out, FAR_MM));
      if (chart->curved)
        head[i] = beyond (chart, end[i], out,
                          smp_distance (p, (SmpPoint) { 0 })
                          + 1.5 * (chart->a_mm + chart->b_mm));
    }
  if (!chart->curved)
    return n;
  for (int i = n; i > 0; i--)
    frame[i] = frame[i - 1];
  frame[0] = head[0];
  frame[n + 1] = head[1];
  return n + 2;
}

/* Straight in the frame, bent on a curved chart: many short pieces. */
static void
add_pieces (SmpLine *line, const SmpChart *chart, const SmpPoint *frame, int n)
{
  const int count = line->closed ? n : n - 1;
  double    total = 0.0;

  for (int i = 0; i < count; i++)
    total += smp_distance (from_frame (chart, frame[i]),
                           from_frame (chart, frame[(i + 1) % n]));

  const double step = total <= STEPS * STEP_MM ? STEP_MM : total / STEPS;
  const int    drawn = !line->closed && chart->curved ? 1 : 0;

  for (int i = 0; i < count; i++)
    {
      const SmpPoint a = frame[i], b = frame[(i + 1) % n];
      const double   length = smp_distance (from_frame (chart, a),
                                            from_frame (chart, b));
      const int      steps = chart->curved
                             ? smp_ceil (smp_clamp (length / step, 1.0, STEPS))
                             : 1;

      if (i == drawn)
        line->first = line->n;
      for (int k = 0; k < steps; k++)
        line->p[line->n++] = from_frame (chart,
                                         between (a, b, (double) k / steps));
      if (i == count - 1 - drawn)
        line->last = line->n;
    }
  if (!line->closed)
    line->p[line->n++] = from_frame (chart, frame[n - 1]);
}

/* From one far end of an open line round to the other, away from the rest. */
static void
close_far (SmpLine *line)
{
  const SmpPoint centre = between (line->p[line->first], line->p[line->last],
                                   0.5);
  const SmpPoint a = { line->p[0].x - centre.x, line->p[0].y - centre.y };
  const SmpPoint b = { line->p[line->n - 1].x - centre.x,
                       line->p[line->n - 1].y - centre.y };
  const double   side = a.x * b.y - a.y * b.x > 0.0 ? 1.0 : -1.0;

  line->n_outline = line->n;
  if (a.x * b.x + a.y * b.y < 0.0)
    line->p[line->n_outline++] = (SmpPoint) { centre.x + side * b.y,
                                              centre.y - side * b.x };
}

/* Is the left of what was drawn outside the outline, for most of its length? */
static bool
left_is_outside (const SmpLine *line)
{
  double vote = 0.0;

  for (int i = line->first; i < line->last; i++)
    {
      const SmpPoint a = line->p[i], b = line->p[i + 1];
      const SmpPoint middle = between (a, b, 0.5);
      const double   length = smp_distance (a, b);
      const SmpPoint left = {
        middle.x + (b.y - a.y) * (0.1 * SAME_MM / length),
        middle.y - (b.x - a.x) * (0.1 * SAME_MM / length)
      };

      vote += smp_outline_encloses (line->p, line->n_outline, left) ? -length
                                                                    : length;
    }
  return vote > 0.0;
}

void
smp_line_init (SmpLine *line, const SmpPath *path, const SmpChart *chart)
{
  SmpPoint frame[SMP_PATH_MAX + 2], far[2];
  int      n = clean_points (path, chart, frame);

  line->closed = path->closed;
  line->inverted = false;
  line->n = line->n_outline = line->first = line->last = 0;
  if (n == 0)
    return;
  if (line->closed)
    {
      add_pieces (line, chart, frame, n);
      line->n_outline = line->n;
      line->last = line->n - 1;
      return;
    }
  n = extend (chart, frame, n, far);
  line->p[line->n++] = far[0];
  add_pieces (line, chart, frame, n);
  line->p[line->n++] = far[1];
  close_far (line);
  line->inverted = left_is_outside (line);
}
