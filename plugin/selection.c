/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection.h"

gchar *
smp_selection_name (GimpImage *image)
{
  GimpSelection *selection = gimp_image_get_selection (image);
  gboolean       non_empty;
  gint           x1, y1, x2, y2;
  gdouble        mean, deviation, median, pixels, count, percentile;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    return NULL;
  gimp_drawable_histogram (GIMP_DRAWABLE (selection), GIMP_HISTOGRAM_VALUE,
                           0.0, 1.0, &mean, &deviation, &median, &pixels,
                           &count, &percentile);
  return g_strdup_printf ("%d %d %d %d %.0f %.0f", x1, y1, x2, y2,
                          1e6 * mean, 1e6 * deviation);
}

GimpChannel *
smp_selection_put_away (GimpImage *image)
{
  GimpChannel *channel = gimp_selection_is_empty (image)
                         ? NULL : gimp_selection_save (image);

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
