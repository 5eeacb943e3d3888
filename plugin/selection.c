/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection.h"

#include <math.h>
#include <stdio.h>
#ifdef G_OS_UNIX
#include <unistd.h>
#endif

#define FILE_PX  4      /* px by which a file may change a selection's bounds */
#define STILL_PX 0.05   /* smaller moves are rounding */

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

/* "x1 y1 x2 y2 process image digest", then the anchor in 1/100 px. */
gchar *
smp_selection_name (GimpImage *image, const gdouble anchor[6])
{
  GeglRectangle bounds;
  GString      *name;
  gboolean      non_empty;
  gint          x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    return NULL;
  bounds = (GeglRectangle) { x1, y1, x2 - x1, y2 - y1 };
  name = g_string_new (NULL);
  g_string_printf (name, "%d %d %d %d %ld %d %" G_GINT64_MODIFIER "x", x1, y1,
                   x2, y2, gimp_process (), gimp_image_get_id (image),
                   digest (image, &bounds));
  for (gint k = 0; k < 6; k++)
    g_string_append_printf (name, " %ld", lround (100.0 * anchor[k]));
  return g_string_free (name, FALSE);
}

/* What a name says. */
typedef struct
{
  gdouble  bounds[4];
  glong    process;
  gint     image;
  gboolean placed;              /* it has the anchor; those of old files do
                                   not */
  gdouble  anchor[6];
} Name;

static gboolean
read_name (const gchar *text, Name *name)
{
  gint       b[4];
  glong      a[6];
  const gint n = sscanf (text, "%d %d %d %d %ld %d %*s %ld %ld %ld %ld %ld %ld",
                         &b[0], &b[1], &b[2], &b[3], &name->process,
                         &name->image, &a[0], &a[1], &a[2], &a[3], &a[4],
                         &a[5]);

  if (n < 6)
    return FALSE;
  for (gint k = 0; k < 4; k++)
    name->bounds[k] = b[k];
  name->placed = n == 12;
  for (gint k = 0; k < 6 && name->placed; k++)
    name->anchor[k] = a[k] / 100.0;
  return TRUE;
}

static gboolean
is_near (const gdouble *a, const gdouble *b, gint n, gdouble tolerance)
{
  gboolean near = TRUE;

  for (gint k = 0; k < n; k++)
    near = near && fabs (a[k] - b[k]) <= tolerance;
  return near;
}

/* The bounds as they are now that the image was cropped, scaled or turned from
 * one anchor to the other; FALSE if nothing of them is left.
 */
static gboolean
follow (Name *name, const gdouble to[6], GimpImage *image)
{
  const gdouble *a = name->anchor;
  const gdouble  area = (a[2] - a[0]) * (a[5] - a[1])
                        - (a[3] - a[1]) * (a[4] - a[0]);
  gdouble        now[4] = { G_MAXDOUBLE, G_MAXDOUBLE, -1.0, -1.0 };

  for (gint corner = 0; corner < 4 && area != 0.0; corner++)
    {
      const gdouble x = name->bounds[corner & 1 ? 2 : 0] - a[0];
      const gdouble y = name->bounds[corner & 2 ? 3 : 1] - a[1];
      const gdouble u = (x * (a[5] - a[1]) - y * (a[4] - a[0])) / area;
      const gdouble v = (y * (a[2] - a[0]) - x * (a[3] - a[1])) / area;

      for (gint c = 0; c < 2; c++)
        {
          const gdouble at = to[c] + u * (to[2 + c] - to[c])
                             + v * (to[4 + c] - to[c]);

          now[c] = MIN (now[c], at);
          now[2 + c] = MAX (now[2 + c], at);
        }
    }
  name->bounds[0] = MAX (now[0], 0.0);
  name->bounds[1] = MAX (now[1], 0.0);
  name->bounds[2] = MIN (now[2], gimp_image_get_width (image));
  name->bounds[3] = MIN (now[3], gimp_image_get_height (image));
  return name->bounds[0] < name->bounds[2] && name->bounds[1] < name->bounds[3];
}

gboolean
smp_selection_is_same (GimpImage *image, const gchar *now, const gchar *before)
{
  Name a, b;

  if (g_strcmp0 (now, before) == 0)
    return TRUE;
  if (!now || !before || !read_name (now, &a) || !read_name (before, &b))
    return FALSE;
  if (a.placed && b.placed && !is_near (a.anchor, b.anchor, 6, STILL_PX))
    return follow (&b, a.anchor, image)
           && is_near (a.bounds, b.bounds, 4, FILE_PX);
  return is_near (a.bounds, b.bounds, 4, FILE_PX)
         && (a.process != b.process || a.image != b.image);
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
