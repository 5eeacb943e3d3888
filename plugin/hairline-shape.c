/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The right half is made from the middle outwards, then the left one, mirrored;
 * only bumps differ.
 */

#include "config.h"

#include "hairline-shape.h"

#include <math.h>

#define FRONT_FULL 0.45         /* of the way to the corner: how far the front
                                   goes on level, and where the straight line
                                   to the corner begins */
#define FIRST_BUMP 1.0          /* of a bump's width, least distance between
                                   bumps and middle or corner */

void
smp_hairline_shape_read (SmpHairlineShape *shape, const SmpPreset *preset)
{
  *shape = (SmpHairlineShape) {
    .arc = smp_preset_get_number (preset, "arc", 0.0) >= 0.5,
    .height = smp_preset_get_number (preset, "height", 80.0),
    .width = smp_preset_get_number (preset, "width", 160.0),
    .recession = smp_preset_get_number (preset, "recession", 12.0),
    .forelock = smp_preset_get_number (preset, "forelock", 0.0),
    .corner = smp_preset_get_number (preset, "corner", 8.0),
    .temple = smp_preset_get_number (preset, "temple", 50.0),
    .temple_angle = smp_preset_get_number (preset, "temple-angle", 100.0),
    .peak_depth = smp_preset_get_number (preset, "peak-depth", 0.0),
    .peak_width = smp_preset_get_number (preset, "peak-width", 25.0),
    .bump_depth = smp_preset_get_number (preset, "bump-depth", 0.0),
    .bump_width = smp_preset_get_number (preset, "bump-width", 10.0)
  };
}

/* a + s b */
static SmpPoint
add (SmpPoint a, gdouble s, SmpPoint b)
{
  return (SmpPoint) { a.x + s * b.x, a.y + s * b.y };
}

static SmpPoint
towards (SmpPoint a, SmpPoint b)
{
  const gdouble length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

  return (SmpPoint) { (b.x - a.x) / length, (b.y - a.y) / length };
}

static SmpHairlineAnchor *
last (GArray *half)
{
  return &g_array_index (half, SmpHairlineAnchor, half->len - 1);
}

static void
append (GArray *half, SmpPoint before, SmpPoint at, SmpPoint after)
{
  const SmpHairlineAnchor anchor = { before, at, after };

  g_array_append_val (half, anchor);
}

/* The middle, and beside it the shoulder of the peak or the end of the
 * forelock, if there is one; what comes after it is still to be set.
 */
static void
begin_front (GArray *half, const SmpHairlineShape *shape)
{
  const SmpPoint middle = { 0.0, shape->height };
  SmpPoint       beside = { 0.5 * shape->forelock, shape->height };

  append (half, middle, middle, middle);
  if (shape->peak_depth > 0.0)
    {
      const SmpPoint shoulder = { 0.5 * shape->peak_width,
                                  shape->height + shape->peak_depth };

      last (half)->after = add (middle, 0.4 * hypot (shoulder.x,
                                                     shape->peak_depth),
                                towards (middle, shoulder));
      append (half, add (shoulder, -0.3 * shoulder.x, (SmpPoint) { 1.0, 0.0 }),
              shoulder, shoulder);
      beside.y = shoulder.y;
    }
  if (beside.x > last (half)->at.x)
    {
      const gdouble third = (beside.x - last (half)->at.x) / 3.0;

      last (half)->after = add (last (half)->at, third,
                                (SmpPoint) { 1.0, 0.0 });
      append (half, add (beside, -third, (SmpPoint) { 1.0, 0.0 }), beside,
              beside);
    }
}

/* From the last anchor to the corner and down the temple. */
static void
end_front (GArray *half, const SmpHairlineShape *shape)
{
  const gdouble  lean = (shape->temple_angle - 90.0) * G_PI / 180.0;
  const SmpPoint down = { sin (lean), -cos (lean) };
  const SmpPoint corner = { 0.5 * shape->width,
                            shape->height + shape->recession };
  const SmpPoint start = last (half)->at;
  const gdouble  gap = MAX (corner.x - start.x, 0.0);
  const SmpPoint level = { start.x + FRONT_FULL * gap, start.y };
  const SmpPoint rise = towards (level, corner);
  SmpPoint       before = add (corner, -gap / 3.0, rise);
  SmpPoint       after = add (corner, shape->temple / 3.0, down);
  const SmpPoint end = add (corner, shape->temple, down);

  last (half)->after = level;
  /* the rounding keeps the corner the place farthest back */
  if (shape->corner > 0.0)
    {
      before = (SmpPoint) { corner.x - MIN (shape->corner, 0.5 * gap),
                            corner.y };
      after = (SmpPoint) { corner.x + 0.5 * MIN (shape->corner, 0.5 * gap),
                           corner.y };
    }
  append (half, before, corner, after);
  append (half, add (end, -shape->temple / 3.0, down), end, end);
}

static SmpPoint
on_curve (const SmpHairlineAnchor *a, const SmpHairlineAnchor *b, gdouble t)
{
  const gdouble s = 1.0 - t;

  return add (add (add (add ((SmpPoint) { 0.0, 0.0 }, s * s * s, a->at),
                        3.0 * s * s * t, a->after),
                   3.0 * s * t * t, b->before),
              t * t * t, b->at);
}

/* The height of the curve from a to b at x; x grows along it. */
static gdouble
height_at (const SmpHairlineAnchor *a, const SmpHairlineAnchor *b, gdouble x)
{
  gdouble low = 0.0, high = 1.0;

  for (gint i = 0; i < 30; i++)
    {
      const gdouble middle = 0.5 * (low + high);

      if (on_curve (a, b, middle).x < x)
        low = middle;
      else
        high = middle;
    }
  return on_curve (a, b, low).y;
}

/* Anchors in front of and behind the curve by turns, unevenly; first is where
 * in the tables they begin.
 */
static GArray *
add_bumps (const GArray *half, const SmpHairlineShape *shape, guint first)
{
  static const gdouble width[] = { 0.8, 1.3, 0.7, 1.1, 0.6, 1.4, 0.9, 1.2 };
  static const gdouble depth[] = { 0.9, 0.6, 1.2, 1.0, 0.7, 1.1, 0.8 };
  GArray              *bumpy = g_array_new (FALSE, FALSE,
                                            sizeof (SmpHairlineAnchor));

  for (guint i = 0; i < half->len; i++)
    {
      SmpHairlineAnchor a = g_array_index (half, SmpHairlineAnchor, i);
      const gboolean    front = i + 2 < half->len;
      gdouble           x = a.at.x, gap = 0.0;

      for (guint k = first; front; k++)
        {
          const SmpHairlineAnchor *from = &g_array_index (half,
                                                          SmpHairlineAnchor, i);
          const gdouble step = width[k % G_N_ELEMENTS (width)]
                               * shape->bump_width;
          const gdouble off = (k % 2 ? 0.5 : -0.5) * shape->bump_depth
                              * depth[k % G_N_ELEMENTS (depth)];

          if (x + step > from[1].at.x - FIRST_BUMP * shape->bump_width)
            break;
          a.after = (SmpPoint) { a.at.x + 0.4 * step, a.at.y };
          g_array_append_val (bumpy, a);
          x += step;
          gap = step;
          a.at = (SmpPoint) { x, height_at (from, from + 1, x) + off };
          a.before = (SmpPoint) { x - 0.4 * gap, a.at.y };
          a.after = (SmpPoint) { x + 0.4 * gap, a.at.y };
        }
      g_array_append_val (bumpy, a);
    }
  return bumpy;
}

/* As wide as the shape: its middle, half the way down, its end. */
static void
make_arc (GArray *half, const SmpHairlineShape *shape)
{
  const gdouble  radius = 0.5 * shape->width;
  const SmpPoint centre = { 0.0, shape->height - radius };
  const gdouble  end = acos (CLAMP (1.0 - shape->temple / radius, 0.0, 1.0));
  const gdouble  handle = 4.0 / 3.0 * tan (0.125 * end) * radius;

  for (gint k = 0; k < 3; k++)
    {
      const gdouble  angle = 0.5 * k * end;
      const SmpPoint on = { sin (angle), cos (angle) };
      const SmpPoint along = { on.y, -on.x };
      const SmpPoint at = add (centre, radius, on);

      append (half, add (at, -handle, along), at,
              k < 2 ? add (at, handle, along) : at);
    }
}

static GArray *
make_half (const SmpHairlineShape *shape, guint first_bump)
{
  GArray *half = g_array_new (FALSE, FALSE, sizeof (SmpHairlineAnchor));
  GArray *bumpy;

  if (shape->arc)
    {
      make_arc (half, shape);
      return half;
    }
  begin_front (half, shape);
  end_front (half, shape);
  if (shape->bump_depth <= 0.0)
    return half;
  bumpy = add_bumps (half, shape, first_bump);
  g_array_unref (half);
  return bumpy;
}

static SmpPoint
mirror (SmpPoint p)
{
  return (SmpPoint) { -p.x, p.y };
}

GArray *
smp_hairline_shape_outline (const SmpHairlineShape *shape)
{
  GArray *right = make_half (shape, 0);
  GArray *left = make_half (shape, 3);
  GArray *line = g_array_new (FALSE, FALSE, sizeof (SmpHairlineAnchor));

  for (guint i = left->len; i-- > 0;)
    {
      const SmpHairlineAnchor a = g_array_index (left, SmpHairlineAnchor, i);

      append (line, mirror (a.after), mirror (a.at), mirror (a.before));
    }
  last (line)->after = g_array_index (right, SmpHairlineAnchor, 0).after;
  g_array_append_vals (line, &g_array_index (right, SmpHairlineAnchor, 1),
                       right->len - 1);
  g_array_unref (left);
  g_array_unref (right);
  return line;
}
