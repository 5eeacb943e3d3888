/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Masks are written in strips of a few rows, so that memory does not grow with
 * the height of the photo.
 */

#include "config.h"

#include "pattern-shape.h"

#include <math.h>

#include "pattern-params.h"

#define STRIP 64                /* rows */
#define EVERY 8                 /* of them tells what is seen */

/* From image px, by way of three places, to the frame. */
static SmpFrame
frame_of (const SmpPhoto *photo)
{
  gdouble x0, y0, x1, y1, x2, y2;

  smp_photo_to_frame (photo, 0.0, 0.0, &x0, &y0);
  smp_photo_to_frame (photo, 1.0, 0.0, &x1, &y1);
  smp_photo_to_frame (photo, 0.0, 1.0, &x2, &y2);
  return (SmpFrame) {
    x1 - x0, x2 - x0, x0, y1 - y0, y2 - y0, y0, photo->height / photo->width
  };
}

/* With its chin, should the photo not have it. */
static SmpHead
whole_head (const SmpPhoto *photo)
{
  const gdouble angle = photo->head_angle * G_PI / 180.0;
  const gdouble down = 0.5 * photo->head_chin * smp_photo_frame_scale (photo);

  return (SmpHead) {
    photo->head_x - down * sin (angle) / photo->width,
    photo->head_y + down * cos (angle) / photo->height,
    photo->head_width, photo->head_height + photo->head_chin, photo->head_angle
  };
}

void
smp_pattern_shape_init (SmpPatternShape *shape, const SmpPreset *pattern,
                        const SmpPhoto *photo, const SmpTemplateView *view,
                        gdouble strength, guint seed)
{
  const SmpTemplateParams params = smp_pattern_params (pattern);
  const SmpFrame          frame = frame_of (photo);
  const SmpHead           head = whole_head (photo);
  const SmpHead           seen = {
    photo->head_x, photo->head_y, photo->head_width, photo->head_height,
    photo->head_angle
  };
  SmpChart                chart, outline;

  smp_chart_init (&chart, &frame, &head, smp_photo_scale (photo));
  smp_chart_init (&outline, &frame, &seen, smp_photo_scale (photo));
  smp_template_init (&shape->template, &params, &chart, &outline, view, seed);
  shape->strength = strength;
}

/* Channels of 8 bits are perceptual, and GIMP selects by their values as they
 * are; masks, and channels of more bits, are linear.
 */
static const Babl *
plain_format (GeglBuffer *buffer)
{
  const Babl  *format = gegl_buffer_get_format (buffer);
  const gchar *encoding = babl_format_get_encoding (format);

  return babl_format (g_str_has_prefix (encoding, "Y'") ? "Y' float"
                                                        : "Y float");
}

gdouble
smp_pattern_shape_paint (const SmpPatternShape *shape, GeglBuffer *buffer,
                         gint x, gint y)
{
  const gint width = gegl_buffer_get_width (buffer);
  const gint height = gegl_buffer_get_height (buffer);
  gfloat    *values = g_new (gfloat, (gsize) STRIP * width);
  gdouble    area_mm2 = 0.0;

  for (gint top = 0; top < height; top += STRIP)
    {
      const gint rows = MIN (STRIP, height - top);

      for (gint row = 0; row < rows; row++)
        area_mm2 += smp_template_row (&shape->template, x, y + top + row,
                                      width, values + (gsize) row * width);
      for (gsize i = 0; i < (gsize) rows * width; i++)
        values[i] *= shape->strength;
      gegl_buffer_set (buffer, GEGL_RECTANGLE (0, top, width, rows), 0,
                       plain_format (buffer), values, GEGL_AUTO_ROWSTRIDE);
      gimp_progress_update ((gdouble) (top + rows) / height);
    }
  g_free (values);
  return 0.01 * area_mm2 * shape->strength;
}

gboolean
smp_pattern_shape_shows_head (const SmpPatternShape *shape, gint width,
                              gint height)
{
  const SmpBox box = smp_chart_bounds (&shape->template.chart, 0.0, 0.0, width,
                                       height);

  return box.x_max > box.x_min && box.y_max > box.y_min;
}

gdouble
smp_pattern_shape_seen (const SmpPatternShape *shape, gint width, gint height)
{
  gfloat *values = g_new (gfloat, width);
  gdouble area_mm2 = 0.0;

  for (gint row = EVERY / 2; row < height; row += EVERY)
    area_mm2 += EVERY * smp_template_row (&shape->template, 0, row, width,
                                          values);
  g_free (values);
  return 0.01 * area_mm2 * shape->strength;
}

gdouble
smp_pattern_shape_area (const SmpPatternShape *shape)
{
  return smp_template_area_cm2 (&shape->template) * shape->strength;
}
