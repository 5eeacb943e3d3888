/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pupils lie 22 mm below the glabella and 15 mm behind it (usual faces); brows
 * are taken above the pupils, 63 mm apart, as high as the glabella.
 */

#include "config.h"

#include "hairline-points.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "photo.h"

#define PUPIL_BELOW_MM  22.0
#define PUPIL_BEHIND_MM 15.0
#define BROW_ASIDE_MM   31.5
#define GLABELLA_MM     40.0
#define APART_MIN_PX    8.0
#define ANCHOR          6         /* numbers: handle, anchor, handle */

/* The anchors of all strokes; out gets the first three. */
static guint
count_anchors (GimpPath *path, SmpPoint out[3])
{
  gsize  n_strokes;
  gint  *strokes = gimp_path_get_strokes (path, &n_strokes);
  guint  found = 0;

  for (gsize k = 0; k < n_strokes; k++)
    {
      gsize    n = 0;
      gdouble *xy = NULL;
      gboolean closed;

      gimp_path_stroke_get_points (path, strokes[k], &n, &xy, &closed);
      for (gsize i = 0; i + ANCHOR <= n; i += ANCHOR, found++)
        if (found < 3)
          out[found] = (SmpPoint) { xy[i + 2], xy[i + 3] };
      g_free (xy);
    }
  g_free (strokes);
  return found;
}

static void
add_names (GStrvBuilder *names, GimpPath **paths, GimpPath *but)
{
  for (gint i = 0; paths && paths[i]; i++)
    {
      SmpPoint    point[3];
      const guint n = count_anchors (paths[i], point);

      if (paths[i] != but && (n == 2 || n == 3)
          && !smp_photo_is_frame (paths[i]))
        {
          gchar *name = gimp_item_get_name (GIMP_ITEM (paths[i]));

          g_strv_builder_add (names, name);
          g_free (name);
        }
    }
}

gchar **
smp_points_names (GimpImage *image)
{
  GStrvBuilder *names = g_strv_builder_new ();
  GimpPath    **selected = gimp_image_get_selected_paths (image);
  GimpPath    **all = gimp_image_get_paths (image);
  GimpPath     *first[2] = { selected ? selected[0] : NULL, NULL };
  gchar       **list;

  add_names (names, first, NULL);
  add_names (names, all, first[0]);
  g_free (selected);
  g_free (all);
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return list;
}

static void
set_unknown (GimpImage *image, const gchar *name, GError **error)
{
  gchar **names = smp_points_names (image);
  gchar  *list = g_strjoinv (", ", names);

  if (names[0])
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” with the points of the face. There "
                   "are: %s."), name, list);
  else
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” with the points of the face. Click "
                   "on one pupil and then on the other with the Paths tool, "
                   "then ask for the hairline again."), name);
  g_free (list);
  g_strfreev (names);
}

static gboolean
check_inside (const SmpPoints *points, GimpImage *image, const gchar *name,
              GError **error)
{
  for (guint i = 0; i < points->n; i++)
    if (points->point[i].x < 0.0 || points->point[i].y < 0.0
        || points->point[i].x > gimp_image_get_width (image)
        || points->point[i].y > gimp_image_get_height (image))
      {
        g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                     _("Point %u of the path “%s” lies outside of the photo. "
                       "Move it onto the face, then ask for the hairline "
                       "again."), i + 1, name);
        return FALSE;
      }
  return TRUE;
}

gboolean
smp_points_read (SmpPoints *points, GimpImage *image, const gchar *name,
                 GError **error)
{
  GimpPath *path = gimp_image_get_path_by_name (image, name);

  if (!path || smp_photo_is_frame (path))
    {
      set_unknown (image, name, error);
      return FALSE;
    }
  points->n = count_anchors (path, points->point);
  if (points->n < 2 || points->n > 3)
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   ngettext ("The path “%s” has %u point. It must have two, "
                             "on the pupils or on the brows above them, and "
                             "may have a third on the midline of the face.",
                             "The path “%s” has %u points. It must have two, "
                             "on the pupils or on the brows above them, and "
                             "may have a third on the midline of the face.",
                             points->n), name, points->n);
      return FALSE;
    }
  if (!check_inside (points, image, name, error))
    return FALSE;
  if (smp_points_apart (points) < APART_MIN_PX)
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The first two points of the path “%s” lie at the same "
                     "place. Put one on each pupil, or on each brow."), name);
      return FALSE;
    }
  return TRUE;
}

gdouble
smp_points_apart (const SmpPoints *points)
{
  return hypot (points->point[1].x - points->point[0].x,
                points->point[1].y - points->point[0].y);
}

/* Where the middle of the pair shows, mm from the glabella. */
static SmpPoint
see_middle (SmpPointsKind kind, const SmpForehead *forehead)
{
  const SmpPoint left = smp_forehead_see (forehead,
                                          (SmpPoint) { -BROW_ASIDE_MM, 0.0 });
  const SmpPoint right = smp_forehead_see (forehead,
                                           (SmpPoint) { BROW_ASIDE_MM, 0.0 });

  if (kind == SMP_POINTS_PUPILS)
    return (SmpPoint) {
      PUPIL_BEHIND_MM * sin (forehead->turn),
      PUPIL_BEHIND_MM * cos (forehead->turn) * sin (forehead->pitch)
      - PUPIL_BELOW_MM * cos (forehead->pitch)
    };
  return (SmpPoint) { 0.5 * (left.x + right.x), 0.5 * (left.y + right.y) };
}

/* The line through both eyes of a turned face slopes when one looks down on it;
 * up is at right angles to what would be level.
 */
static SmpPoint
level (const SmpForehead *forehead, SmpPoint up)
{
  const gdouble slope = atan (tan (forehead->turn) * sin (forehead->pitch));
  const gdouble s = sin (slope), c = cos (slope);

  return (SmpPoint) { c * up.x + s * up.y, c * up.y - s * up.x };
}

void
smp_points_place (const SmpPoints *points, SmpPointsKind kind,
                  SmpForehead *forehead, gdouble *chin_mm)
{
  const gboolean in_order = points->point[0].x <= points->point[1].x;
  const SmpPoint left = points->point[in_order ? 0 : 1];
  const SmpPoint right = points->point[in_order ? 1 : 0];
  const SmpPoint third = points->point[2];
  const SmpPoint middle = { 0.5 * (left.x + right.x),
                            0.5 * (left.y + right.y) };
  const gdouble  apart = smp_points_apart (points);
  const gdouble  dx = third.x - middle.x, dy = third.y - middle.y;
  const gdouble  far = points->n == 3 ? hypot (dx, dy) : 0.0;
  SmpPoint       up = { (right.y - left.y) / apart,
                        (left.x - right.x) / apart };
  SmpPoint       seen;

  *chin_mm = 0.0;
  if (far > GLABELLA_MM * forehead->px_per_mm)
    up = (SmpPoint) { -dx / far, -dy / far };
  else if (points->n == 3 && kind == SMP_POINTS_PUPILS
           && dx * up.x + dy * up.y < 0.0)
    up = level (forehead, (SmpPoint) { -up.x, -up.y });
  else
    up = level (forehead, up);
  forehead->up = up;

  seen = see_middle (kind, forehead);
  if (far > GLABELLA_MM * forehead->px_per_mm)
    *chin_mm = far / forehead->px_per_mm - seen.y;
  if (points->n == 3 && *chin_mm == 0.0)
    forehead->glabella = third;
  else
    forehead->glabella = (SmpPoint) {
      middle.x + forehead->px_per_mm * (seen.x * up.y - seen.y * up.x),
      middle.y - forehead->px_per_mm * (seen.x * up.x + seen.y * up.y)
    };
}
