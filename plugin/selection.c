/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection.h"

#include <stdio.h>
#ifdef G_OS_UNIX
#include <unistd.h>
#endif

#define FILE_PX 4       /* px by which a file may change a selection's bounds */

/* FNV-1a of the values of what is selected. */
static guint64
digest (GimpImage *image, const GeglRectangle *bounds)
{
  GimpSelection *selection = gimp_image_get_selection (image);
  GeglBuffer    *buffer = gimp_drawable_get_buffer (GIMP_DRAWABLE (selection));
  guint8        *row = g_malloc (bounds->width);
  guint64        hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gint y = 0; y < bounds->height; y++)
    {
      const GeglRectangle line = { bounds->x, bounds->y + y, bounds->width, 1 };

      gegl_buffer_get (buffer, &line, 1.0, babl_format ("Y u8"), row,
                       GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
      for (gint x = 0; x < bounds->width; x++)
        hash = (hash ^ row[x]) * G_GUINT64_CONSTANT (0x100000001b3);
    }
  g_free (row);
  g_object_unref (buffer);
  return hash;
}

/* The GIMP that runs, 0 where that cannot be told. */
static glong
gimp_process (void)
{
#ifdef G_OS_UNIX
  return getppid ();
#else
  return 0;
#endif
}

/* "x1 y1 x2 y2 process image digest" */
gchar *
smp_selection_name (GimpImage *image)
{
  GeglRectangle bounds;
  gboolean      non_empty;
  gint          x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    return NULL;
  bounds = (GeglRectangle) { x1, y1, x2 - x1, y2 - y1 };
  return g_strdup_printf ("%d %d %d %d %ld %d %" G_GINT64_MODIFIER "x", x1, y1,
                          x2, y2, gimp_process (), gimp_image_get_id (image),
                          digest (image, &bounds));
}

gboolean
smp_selection_is_same (const gchar *a, const gchar *b)
{
  gint     p[4], q[4], image_a, image_b;
  glong    process_a, process_b;
  gboolean near = TRUE;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  if (!a || !b
      || sscanf (a, "%d %d %d %d %ld %d", &p[0], &p[1], &p[2], &p[3],
                 &process_a, &image_a) != 6
      || sscanf (b, "%d %d %d %d %ld %d", &q[0], &q[1], &q[2], &q[3],
                 &process_b, &image_b) != 6)
    return FALSE;
  for (gint i = 0; i < 4; i++)
    near = near && ABS (p[i] - q[i]) <= FILE_PX;
  return near && (process_a != process_b || image_a != image_b);
}

gboolean
smp_selection_is_within (GimpImage *image, SmpArea area)
{
  gboolean non_empty;
  gint     x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  return !non_empty
         || (x1 >= area.x && y1 >= area.y && x2 <= area.x + area.width
             && y2 <= area.y + area.height);
}

/* max (a, b) = max (0, a - b) + b */
void
smp_selection_join (GimpImage *image, GimpItem *item)
{
  gimp_image_select_item (image, GIMP_CHANNEL_OP_SUBTRACT, item);
  gimp_image_select_item (image, GIMP_CHANNEL_OP_ADD, item);
}

/* GIMP selects the channel instead of layers, and an undo would leave neither
 * selected.
 */
GimpChannel *
smp_selection_save (GimpImage *image)
{
  GimpLayer  **layers = gimp_image_get_selected_layers (image);
  GimpChannel *channel = gimp_selection_is_empty (image)
                         ? NULL : gimp_selection_save (image);

  if (channel && layers && layers[0])
    gimp_image_set_selected_layers (image, (const GimpLayer **) layers);
  g_free (layers);
  return channel;
}

GimpChannel *
smp_selection_put_away (GimpImage *image)
{
  GimpChannel *channel = smp_selection_save (image);

  gimp_selection_none (image);
  return channel;
}

void
smp_selection_bring_back (GimpImage *image, GimpChannel *channel)
{
  if (channel)
    {
      gimp_image_select_item (image, GIMP_CHANNEL_OP_REPLACE,
                              GIMP_ITEM (channel));
      gimp_image_remove_channel (image, channel);
    }
  else
    gimp_selection_none (image);
}

SmpArea
smp_area_of (GimpLayer *layer)
{
  SmpArea area;

  gimp_drawable_get_offsets (GIMP_DRAWABLE (layer), &area.x, &area.y);
  area.width = gimp_drawable_get_width (GIMP_DRAWABLE (layer));
  area.height = gimp_drawable_get_height (GIMP_DRAWABLE (layer));
  return area;
}
