/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The outline walks along the edges of treated cells, which it keeps on its
 * right, and takes the middle of each edge: slopes become straight.  GIMP's own
 * Selection to Path changes the image, is slow on large photos, and makes a
 * stroke of every speck.
 */

#include "config.h"

#include "cover.h"

#include <math.h>

#define CELLS       1024
#define SPECK_SHARE 0.01        /* of the largest part */

void
smp_cover_read (SmpCover *cover, GimpLayer *layer)
{
  GimpLayerMask *mask = gimp_layer_get_mask (layer);
  GimpDrawable  *drawable = GIMP_DRAWABLE (layer);
  GeglBuffer    *buffer = gimp_drawable_get_buffer (
    mask ? GIMP_DRAWABLE (mask) : drawable);
  const gint     width = gimp_drawable_get_width (drawable);
  const gint     height = gimp_drawable_get_height (drawable);
  const gint     cell = 1 + (MAX (width, height) - 1) / CELLS;
  const gint     parts = mask ? 1 : 2;
  guint8        *values;
  gint           x, y;

  gimp_drawable_get_offsets (drawable, &x, &y);
  *cover = (SmpCover) { x, y, cell, MAX (width / cell, 1),
                        MAX (height / cell, 1) };
  values = g_malloc ((gsize) parts * cover->width * cover->height);
  gegl_buffer_get (buffer,
                   GEGL_RECTANGLE (0, 0, cover->width, cover->height),
                   1.0 / cell, babl_format (mask ? "Y u8" : "YA u8"), values,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_CLAMP);
  g_object_unref (buffer);

  cover->cells = g_malloc (cover->width * cover->height);
  for (gint i = 0; i < cover->width * cover->height; i++)
    cover->cells[i] = values[parts * i + parts - 1] >= 128;
  g_free (values);
}

void
smp_cover_clear (SmpCover *cover)
{
  g_clear_pointer (&cover->cells, g_free);
}

SmpPoint
smp_cover_place (const SmpCover *cover, gint x, gint y)
{
  return (SmpPoint) { cover->x + cover->cell_px * (x + 0.5),
                      cover->y + cover->cell_px * (y + 0.5) };
}

gboolean
smp_cover_is_in (const SmpCover *cover, gint x, gint y)
{
  return x >= 0 && y >= 0 && x < cover->width && y < cover->height
         && cover->cells[y * cover->width + x];
}

gboolean
smp_cover_holds (const SmpCover *cover, SmpPoint place)
{
  return smp_cover_is_in (cover,
                          floor ((place.x - cover->x) / cover->cell_px),
                          floor ((place.y - cover->y) / cover->cell_px));
}

/* East, south, west, north. */
static const gint step_x[4] = { 1, 0, -1, 0 };
static const gint step_y[4] = { 0, 1, 0, -1 };

/* The middle of the edge from (x, y) in a direction, px of the image. */
static SmpPoint
edge_middle (const SmpCover *cover, gint x, gint y, gint direction,
             gdouble beyond)
{
  SmpPoint p = { cover->x + cover->cell_px * (x + 0.5 * step_x[direction]),
                 cover->y + cover->cell_px * (y + 0.5 * step_y[direction]) };

  if (step_x[direction])
    p.y += y == 0 ? -beyond : y == cover->height ? beyond : 0.0;
  else
    p.x += x == 0 ? -beyond : x == cover->width ? beyond : 0.0;
  return p;
}

/* Walks once around from the upper left corner of a cell; returns the number of
 * cells within, negative around a hole.
 */
static gdouble
walk (const SmpCover *cover, gint from_x, gint from_y, guint8 *seen,
      gdouble beyond, GArray *points)
{
  gint    x = from_x, y = from_y, direction = 0;
  gdouble area = 0.0;

  g_array_set_size (points, 0);
  do
    {
      const SmpPoint p = edge_middle (cover, x, y, direction, beyond);
      gint           ahead_x, ahead_y;

      g_array_append_val (points, p);
      if (direction == 0)
        seen[y * cover->width + x] = 1;
      /* the trapezium below the edge */
      area -= step_x[direction] * y;
      x += step_x[direction];
      y += step_y[direction];

      /* the cell ahead on the right of the direction, then that on the left */
      ahead_x = x - (direction == 1 || direction == 2);
      ahead_y = y - (direction == 2 || direction == 3);
      if (!smp_cover_is_in (cover, ahead_x, ahead_y))
        direction = (direction + 1) % 4;
      else if (smp_cover_is_in (cover, ahead_x + step_y[direction],
                      ahead_y - step_x[direction]))
        direction = (direction + 3) % 4;
    }
  while (x != from_x || y != from_y || direction != 0);
  return area;
}

gint
smp_cover_outline (const SmpCover *cover, gdouble beyond, GArray *points)
{
  guint8 *seen = g_malloc0 (cover->width * cover->height);
  GArray *now = g_array_new (FALSE, FALSE, sizeof (SmpPoint));
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gdouble largest = 0.0;
  gint    parts = 0;

  for (gint y = 0; y < cover->height; y++)
    for (gint x = 0; x < cover->width; x++)
      if (smp_cover_is_in (cover, x, y) && !smp_cover_is_in (cover, x, y - 1)
          && !seen[y * cover->width + x])
        {
          const gdouble area = walk (cover, x, y, seen, beyond, now);

          g_array_append_val (areas, area);
          if (area > largest)
            {
              largest = area;
              g_array_set_size (points, 0);
              g_array_append_vals (points, now->data, now->len);
            }
        }
  for (guint i = 0; i < areas->len; i++)
    parts += g_array_index (areas, gdouble, i) > SPECK_SHARE * largest;
  g_array_unref (areas);
  g_array_unref (now);
  g_free (seen);
  return parts;
}
