/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scale-length.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define SHORTEST_PX 1.0         /* nothing can be measured on less */
#define FINE_PX     0.1         /* how far GIMP's pieces may be off the curve */
#define BEND        0.01        /* of the length, the most a straight path may
                                   be off the straight line, */
#define BEND_PX     1.0         /* or this */

const gchar *const smp_length_id[] = {
  [SMP_LENGTH_AUTO]      = "auto",
  [SMP_LENGTH_PATH]      = "path",
  [SMP_LENGTH_GUIDES]    = "guides",
  [SMP_LENGTH_SELECTION] = "selection"
};

void
smp_length_clear (SmpLength *length)
{
  g_clear_pointer (&length->path, g_free);
}

gdouble
smp_length_px (const SmpLength *length)
{
  return hypot (length->x2 - length->x1, length->y2 - length->y1);
}

gdouble
smp_length_frame_px (const SmpLength *length, const SmpPhoto *photo)
{
  gdouble x1, y1, x2, y2;

  smp_photo_to_frame (photo, length->x1, length->y1, &x1, &y1);
  smp_photo_to_frame (photo, length->x2, length->y2, &x2, &y2);
  return hypot ((x2 - x1) * photo->width, (y2 - y1) * photo->height);
}

/* Whether the pieces of a stroke lie on the line between its ends, and go
 * there without a detour.
 */
static gboolean
is_straight (GimpPath *path, gint stroke, const SmpLength *length)
{
  const gdouble px = smp_length_px (length);
  const gdouble bend = MAX (BEND_PX, BEND * px);
  const gdouble ux = (length->x2 - length->x1) / px;
  const gdouble uy = (length->y2 - length->y1) / px;
  gsize         n;
  gboolean      closed, straight = TRUE;
  gdouble       way = 0.0;
  gdouble      *xy = gimp_path_stroke_interpolate (path, stroke, FINE_PX, &n,
                                                   &closed);

  for (gsize k = 0; k + 1 < n; k += 2)
    {
      const gdouble x = xy[k] - length->x1, y = xy[k + 1] - length->y1;

      straight = straight && fabs (ux * y - uy * x) <= bend;
      way += k ? hypot (xy[k] - xy[k - 2], xy[k + 1] - xy[k - 1]) : 0.0;
    }
  g_free (xy);
  return straight && !closed && way <= px + bend;
}

/* What is wrong with a path, with its name to be filled in; NULL: it can be
 * measured.
 */
static const gchar *
read_path (SmpLength *length, GimpPath *path)
{
  gsize        n_strokes, n = 0;
  gint        *strokes = gimp_path_get_strokes (path, &n_strokes);
  gdouble     *points = NULL;
  gboolean     closed;
  const gchar *wrong = NULL;

  if (n_strokes == 1)
    gimp_path_stroke_get_points (path, strokes[0], &n, &points, &closed);
  if (n_strokes > 1)
    wrong = _("The path “%s” has several pieces. Draw one with two points, the "
              "ends of what is measured.");
  else if (n < 12)
    wrong = _("The path “%s” needs two points. Click with the Paths tool at "
              "one end of what is measured, then at the other.");
  else
    {
      /* control, anchor, control */
      *length = (SmpLength) { SMP_LENGTH_PATH, NULL, points[2], points[3],
                              points[n - 4], points[n - 3] };
      if (n == 12 && smp_length_px (length) < SHORTEST_PX)
        wrong = _("Both points of the path “%s” lie at the same place. Move "
                  "one to the other end of what is measured.");
      else if (smp_length_px (length) < SHORTEST_PX
               || !is_straight (path, strokes[0], length))
        wrong = _("The path “%s” is not a straight line. Draw one with two "
                  "points, the ends of what is measured, and choose it in the "
                  "list of paths.");
    }
  g_free (strokes);
  g_free (points);
  return wrong;
}

static gboolean
measure_path (SmpLength *length, GimpPath *path, GError **error)
{
  gchar       *name = gimp_item_get_name (GIMP_ITEM (path));
  SmpLength    found = { SMP_LENGTH_PATH };
  const gchar *wrong = read_path (&found, path);

  if (wrong)
    {
      GString *text = g_string_new (wrong);

      g_string_replace (text, "%s", name, 1);
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, text->str);
      g_string_free (text, TRUE);
      g_free (name);
      return FALSE;
    }
  *length = found;
  length->path = name;
  return TRUE;
}

/* Takes ours out of a list of paths. */
static GPtrArray *
without_frame (GimpPath **paths)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gint i = 0; paths && paths[i]; i++)
    if (!smp_photo_is_frame (paths[i]))
      g_ptr_array_add (list, paths[i]);
  g_free (paths);
  return list;
}

/* The only path of a list that can be measured, NULL: none or several. */
static GimpPath *
only_straight (const GPtrArray *paths)
{
  GimpPath *found = NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      SmpLength length;

      if (!read_path (&length, paths->pdata[i]))
        {
          if (found)
            return NULL;
          found = paths->pdata[i];
        }
    }
  return found;
}

static gboolean
find_path (SmpLength *length, GimpImage *image, GError **error)
{
  GPtrArray *selected = without_frame (gimp_image_get_selected_paths (image));
  GPtrArray *all = without_frame (gimp_image_get_paths (image));
  GPtrArray *paths = selected->len ? selected : all;
  GimpPath  *path = paths->len == 1 ? paths->pdata[0] : only_straight (paths);
  gboolean   found = FALSE;

  if (path)
    found = measure_path (length, path, error);
  else if (all->len)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                         _("There are several paths. Choose the one to measure "
                           "in the list of paths, or name it."));
  else
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                         _("There is no path to measure. Click with the Paths "
                           "tool on one pupil, then on the other."));
  g_ptr_array_unref (selected);
  g_ptr_array_unref (all);
  return found;
}

static gboolean
find_named (SmpLength *length, GimpImage *image, const gchar *name,
            GError **error)
{
  GimpPath *path = gimp_image_get_path_by_name (image, name);

  if (path && !smp_photo_is_frame (path))
    return measure_path (length, path, error);
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("There is no path “%s” to measure. Draw one with two points, "
                 "or give the name of one that is there."), name);
  return FALSE;
}

/* The first two places of the guides of one direction, and how many there
 * are.
 */
static gint
read_guides (GimpImage *image, GimpOrientationType orientation, gint place[2])
{
  gint n = 0;

  for (guint guide = gimp_image_find_next_guide (image, 0); guide;
       guide = gimp_image_find_next_guide (image, guide))
    if (gimp_image_get_guide_orientation (image, guide) == orientation)
      {
        if (n < 2)
          place[n] = gimp_image_get_guide_position (image, guide);
        n++;
      }
  return n;
}

static gboolean
find_guides (SmpLength *length, GimpImage *image, GError **error)
{
  gint         x[2], y[2];
  const gint   upright = read_guides (image, GIMP_ORIENTATION_VERTICAL, x);
  const gint   level = read_guides (image, GIMP_ORIENTATION_HORIZONTAL, y);
  SmpLength    found = { SMP_LENGTH_GUIDES };
  const gchar *wrong = NULL;

  if (upright < 2 && level < 2)
    wrong = _("There are no two guides to measure between. Drag two vertical "
              "guides, or two horizontal ones, from the rulers to the ends of "
              "what is measured.");
  else if (upright > 2 || level > 2 || (upright == 2 && level == 2))
    wrong = _("There are too many guides to know between which to measure. "
              "Leave two vertical or two horizontal ones.");
  else if (upright == 2)
    found.x1 = x[0], found.x2 = x[1];
  else
    found.y1 = y[0], found.y2 = y[1];
  if (!wrong && smp_length_px (&found) < SHORTEST_PX)
    wrong = _("Both guides lie at the same place. Move one to the other end of "
              "what is measured.");

  if (wrong)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, wrong);
  else
    *length = found;
  return wrong == NULL;
}

static gboolean
find_selection (SmpLength *length, GimpImage *image, GError **error)
{
  gboolean non_empty;
  gint     x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (non_empty)
    *length = (SmpLength) { SMP_LENGTH_SELECTION, NULL, x1, y1, x2, y1 };
  else
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                         _("Nothing is selected. Select what is measured, as "
                           "wide as it is."));
  return non_empty;
}

/* Whatever is there; the selected path may be a hairline, then another one may
 * be the one to measure.  The error is that of the first thing that is there.
 */
static gboolean
find_any (SmpLength *length, GimpImage *image, GError **error)
{
  GPtrArray     *paths = without_frame (gimp_image_get_paths (image));
  GimpPath      *straight = only_straight (paths);
  const gboolean has_path = paths->len > 0;

  g_ptr_array_unref (paths);
  if (find_path (length, image, NULL)
      || (straight && measure_path (length, straight, NULL))
      || find_guides (length, image, NULL)
      || find_selection (length, image, NULL))
    return TRUE;
  if (has_path)
    return find_path (length, image, error);
  if (gimp_image_find_next_guide (image, 0))
    return find_guides (length, image, error);
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("There is nothing to measure. Click with the Paths "
                         "tool on one pupil, then on the other; or drag two "
                         "guides to the ends of a known length; or select "
                         "something as wide as it is. Then set the scale "
                         "again."));
  return FALSE;
}

gboolean
smp_length_find (SmpLength *length, GimpImage *image, SmpLengthKind kind,
                 const gchar *path, GError **error)
{
  const gboolean named = path && path[0];

  switch (kind)
    {
    case SMP_LENGTH_PATH:
      return named ? find_named (length, image, path, error)
                   : find_path (length, image, error);
    case SMP_LENGTH_GUIDES:
      return find_guides (length, image, error);
    case SMP_LENGTH_SELECTION:
      return find_selection (length, image, error);
    default:
      return named ? find_named (length, image, path, error)
                   : find_any (length, image, error);
    }
}

static void
clear (gpointer length)
{
  smp_length_clear (length);
}

GArray *
smp_length_all (GimpImage *image)
{
  GArray    *list = g_array_new (FALSE, FALSE, sizeof (SmpLength));
  GPtrArray *paths = without_frame (gimp_image_get_paths (image));
  SmpLength  length;

  g_array_set_clear_func (list, clear);
  for (guint i = 0; i < paths->len; i++)
    if (measure_path (&length, paths->pdata[i], NULL))
      g_array_append_val (list, length);
  if (find_guides (&length, image, NULL))
    g_array_append_val (list, length);
  if (find_selection (&length, image, NULL))
    g_array_append_val (list, length);
  g_ptr_array_unref (paths);
  return list;
}

gchar *
smp_length_name (const SmpLength *length)
{
  const gdouble px = smp_length_px (length);

  switch (length->kind)
    {
    case SMP_LENGTH_PATH:
      return g_strdup_printf (_("Path “%s”, %.1f pixels"), length->path, px);
    case SMP_LENGTH_GUIDES:
      return g_strdup_printf (_("Between two guides, %.0f pixels"), px);
    default:
      return g_strdup_printf (_("Width of the selection, %.0f pixels"), px);
    }
}
