/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A path's ends are start and end.  Without one the treated area says:
 *
 *   linear    from its top to its bottom, upright in the image
 *   crown     from its centre to the rim of a disc as large
 *   parting   its longest axis through its centre, from end to end
 *
 * The axis is that of its second moments.
 */

#include "config.h"

#include "gradient-place.h"

#include <math.h>
#include <string.h>

#define SAMPLES 9               /* places along a path that tell it */

/* A point of the image in frame coordinates that the filter can have. */
static void
set_point (gdouble frame[2], const SmpPhoto *photo, gdouble x, gdouble y)
{
  smp_photo_to_frame (photo, x, y, &frame[0], &frame[1]);
  frame[0] = CLAMP (frame[0], -1.0, 2.0);
  frame[1] = CLAMP (frame[1], -1.0, 2.0);
}

/* The treated area, px of the image. */
typedef struct
{
  gdouble  px;                  /* how large */
  SmpPoint centre;
  gdouble  xx, yy, xy;          /* second moments */
  gdouble  top, bottom;
} Area;

static void
measure (Area *area, const SmpCover *cover)
{
  const gdouble half = 0.5 * cover->cell_px;
  gdouble       x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
  gint          n = 0;

  *area = (Area) { .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE };
  for (gint row = 0; row < cover->height; row++)
    for (gint column = 0; column < cover->width; column++)
      if (cover->cells[row * cover->width + column])
        {
          const SmpPoint p = smp_cover_place (cover, column, row);

          n++;
          x += p.x;
          y += p.y;
          xx += p.x * p.x;
          yy += p.y * p.y;
          xy += p.x * p.y;
          area->top = MIN (area->top, p.y - half);
          area->bottom = MAX (area->bottom, p.y + half);
        }
  if (n == 0)
    return;
  area->px = n * cover->cell_px * cover->cell_px;
  area->centre = (SmpPoint) { x / n, y / n };
  area->xx = xx / n - area->centre.x * area->centre.x;
  area->yy = yy / n - area->centre.y * area->centre.y;
  area->xy = xy / n - area->centre.x * area->centre.y;
}

/* How far it reaches along a direction on both sides of its centre. */
static void
find_ends (const Area *area, const SmpCover *cover, SmpPoint along,
           gdouble ends[2])
{
  ends[0] = ends[1] = 0.0;
  for (gint row = 0; row < cover->height; row++)
    for (gint column = 0; column < cover->width; column++)
      if (cover->cells[row * cover->width + column])
        {
          const SmpPoint p = smp_cover_place (cover, column, row);
          const gdouble  d = (p.x - area->centre.x) * along.x
                             + (p.y - area->centre.y) * along.y;

          ends[0] = MIN (ends[0], d);
          ends[1] = MAX (ends[1], d);
        }
}

static void
lie_along_axis (SmpGradientPlace *place, const SmpPhoto *photo,
                const Area *area, const SmpCover *cover)
{
  const gdouble  angle = 0.5 * atan2 (2.0 * area->xy, area->xx - area->yy);
  const SmpPoint along = { cos (angle), sin (angle) };
  gdouble        ends[2];

  find_ends (area, cover, along, ends);
  set_point (place->start, photo, area->centre.x + ends[0] * along.x,
             area->centre.y + ends[0] * along.y);
  set_point (place->end, photo, area->centre.x + ends[1] * along.x,
             area->centre.y + ends[1] * along.y);
}

static void
lie_on_area (SmpGradientPlace *place, const SmpPhoto *photo, GimpLayer *layer,
             SmpShape shape)
{
  SmpCover cover;
  Area     area;

  smp_cover_read (&cover, layer);
  measure (&area, &cover);
  if (area.px <= 0.0)
    {
      /* nothing is treated: the whole layer */
      memset (cover.cells, 1, cover.width * cover.height);
      measure (&area, &cover);
    }
  if (shape == SMP_SHAPE_PARTING)
    lie_along_axis (place, photo, &area, &cover);
  else if (shape == SMP_SHAPE_CROWN)
    {
      set_point (place->start, photo, area.centre.x, area.centre.y);
      set_point (place->end, photo, area.centre.x + sqrt (area.px / G_PI),
                 area.centre.y);
    }
  else
    {
      set_point (place->start, photo, area.centre.x, area.top);
      set_point (place->end, photo, area.centre.x, area.bottom);
    }
  smp_cover_clear (&cover);
  place->key = g_strdup_printf ("%s %s", smp_shape_id[shape],
                                SMP_PLACE_SELECTION);
}

/* Where t of the length of a line has been passed, 0 to 1. */
static SmpPoint
place_along (const GArray *points, gdouble t)
{
  const SmpPoint *p = (const SmpPoint *) points->data;
  gdouble         length = 0.0, left;
  guint           i;

  for (i = 1; i < points->len; i++)
    length += hypot (p[i].x - p[i - 1].x, p[i].y - p[i - 1].y);
  left = t * length;
  for (i = 1; i + 1 < points->len; i++)
    {
      const gdouble piece = hypot (p[i].x - p[i - 1].x, p[i].y - p[i - 1].y);

      if (left <= piece)
        break;
      left -= piece;
    }
  length = hypot (p[i].x - p[i - 1].x, p[i].y - p[i - 1].y);
  left = length > 0.0 ? MIN (left / length, 1.0) : 0.0;
  return (SmpPoint) { p[i - 1].x + left * (p[i].x - p[i - 1].x),
                      p[i - 1].y + left * (p[i].y - p[i - 1].y) };
}

static void
lie_on_path (SmpGradientPlace *place, const SmpLine *line,
             const SmpPhoto *photo, GimpLayer *layer, SmpShape shape)
{
  const SmpPoint first = place_along (line->points, 0.0);
  const SmpPoint last = place_along (line->points, 1.0);
  GString       *key = g_string_new (smp_shape_id[shape]);

  set_point (place->start, photo, first.x, first.y);
  set_point (place->end, photo, last.x, last.y);
  for (gint i = 0; i < SAMPLES; i++)
    {
      const SmpPoint p = place_along (line->points, i / (SAMPLES - 1.0));
      gdouble        x, y;
      gchar          text[2][G_ASCII_DTOSTR_BUF_SIZE];

      smp_photo_to_frame (photo, p.x, p.y, &x, &y);
      g_ascii_formatd (text[0], sizeof text[0], "%.6f", x);
      g_ascii_formatd (text[1], sizeof text[1], "%.6f", y);
      g_string_append_printf (key, " %s %s", text[0], text[1]);
    }
  place->key = g_string_free (key, FALSE);
  if (shape == SMP_SHAPE_HAIRLINE)
    {
      SmpCover cover;

      smp_cover_read (&cover, layer);
      place->hairline = smp_line_to_text (line, photo, &cover);
      smp_cover_clear (&cover);
    }
}

/* Start and end are those of the line, too, for a dialog that shows them. */
static void
lie_on_hairline (SmpGradientPlace *place, const SmpPhoto *photo)
{
  gchar **words = g_strsplit (photo->hairline, " ", -1);
  guint   last = g_strv_length (words) - 1;

  if (last > 0 && g_str_equal (words[last], "closed"))
    last--;
  for (guint i = 0; i < 2; i++)
    {
      gdouble *to = i ? place->end : place->start;
      gchar   *rest;

      to[0] = CLAMP (g_ascii_strtod (words[i ? last : 0], &rest), -1.0, 2.0);
      to[1] = rest[0] == ',' ? CLAMP (g_ascii_strtod (rest + 1, NULL), -1.0,
                                      2.0) : 0.0;
    }
  g_strfreev (words);
  place->hairline = g_strdup (photo->hairline);
  place->key = g_strdup_printf ("%s %s", smp_shape_id[SMP_SHAPE_HAIRLINE],
                                photo->hairline);
}

void
smp_gradient_place_init (SmpGradientPlace *place, const SmpPlaceSource *source,
                         const SmpPhoto *photo, GimpLayer *layer,
                         SmpShape shape)
{
  *place = (SmpGradientPlace) { { 0.0 } };
  if (source->line.points)
    lie_on_path (place, &source->line, photo, layer, shape);
  else if (shape == SMP_SHAPE_HAIRLINE)
    lie_on_hairline (place, photo);
  else
    lie_on_area (place, photo, layer, shape);
}

void
smp_gradient_place_clear (SmpGradientPlace *place)
{
  g_clear_pointer (&place->hairline, g_free);
  g_clear_pointer (&place->key, g_free);
}
