/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A key is "width x y x y ...": mm, then the anchors and handles of all strokes
 * in frame coordinates, which stay on the skin whatever becomes of the image.
 *
 * A path that nobody named is taken for a scar only if it is selected in the
 * list of paths, as one that was just drawn, and nothing else is known of it.
 */

#include "config.h"

#include "scar-path.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "hairline-points.h"
#include "line.h"
#include "treatment-notes.h"

#define THINNEST_PX 1.0
#define WIDEST_PX   2000.0      /* GIMP strokes no wider */
#define STRAIGHT_PX 0.5         /* how far GIMP's pieces may be off the curve */
#define GUESS_LEAST 3           /* anchors: two are a measured length */

void
smp_scar_path_clear (SmpScarPath *path)
{
  g_clear_pointer (&path->key, g_free);
  path->path = NULL;
}

/* Whether the piece from a to b comes into the box (0, 0) to (width, height):
 * what is left of it after each side has cut.
 */
static gboolean
comes_in (const gdouble a[2], const gdouble b[2], const gdouble size[2])
{
  gdouble from = 0.0, to = 1.0;

  for (gint i = 0; i < 2; i++)
    {
      const gdouble way = b[i] - a[i];
      const gdouble in = -a[i], out = size[i] - a[i];

      if (way == 0.0)
        {
          if (in > 0.0 || out < 0.0)
            return FALSE;
          continue;
        }
      from = MAX (from, MIN (in / way, out / way));
      to = MIN (to, MAX (in / way, out / way));
    }
  return from <= to;
}

/* Whether any of the path is in the image. */
static gboolean
is_inside (const SmpScarPath *path, GimpImage *image)
{
  const gdouble size[2] = { gimp_image_get_width (image),
                            gimp_image_get_height (image) };
  gsize         n_strokes, n;
  gint         *strokes = gimp_path_get_strokes (path->path, &n_strokes);
  gboolean      inside = FALSE, closed;

  for (gsize s = 0; s < n_strokes && !inside; s++)
    {
      gdouble *xy = gimp_path_stroke_interpolate (path->path, strokes[s],
                                                  STRAIGHT_PX, &n, &closed);

      for (gsize k = 0; k + 3 < n && !inside; k += 2)
        inside = comes_in (xy + k, xy + k + 2, size);
      g_free (xy);
    }
  g_free (strokes);
  return inside;
}

static void
append_number (GString *text, gdouble number)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.6f", number);
  g_string_append_printf (text, "%s%s", text->len ? " " : "", digits);
}

static gchar *
make_key (const SmpScarPath *path, const SmpPhoto *photo)
{
  GString *key = g_string_new (NULL);
  gsize    n_strokes, n;
  gint    *strokes = gimp_path_get_strokes (path->path, &n_strokes);
  gboolean closed;

  append_number (key, path->width_mm);
  for (gsize s = 0; s < n_strokes; s++)
    {
      gdouble *xy;

      gimp_path_stroke_get_points (path->path, strokes[s], &n, &xy, &closed);
      for (gsize k = 0; k + 1 < n; k += 2)
        {
          gdouble x, y;

          smp_photo_to_frame (photo, xy[k], xy[k + 1], &x, &y);
          append_number (key, x);
          append_number (key, y);
        }
      g_free (xy);
    }
  g_free (strokes);
  return g_string_free (key, FALSE);
}

gdouble
smp_scar_path_width (const gchar *key)
{
  return key ? g_ascii_strtod (key, NULL) : 0.0;
}

gboolean
smp_scar_path_is_narrower (const gchar *key, const gchar *last)
{
  const gchar *line = key ? strchr (key, ' ') : NULL;
  const gchar *line_last = last ? strchr (last, ' ') : NULL;

  return line && line_last
         && smp_treatment_notes_is_same_place (line, line_last)
         && smp_scar_path_width (key) < smp_scar_path_width (last);
}

static gboolean
refuse_unknown (GimpImage *image, const gchar *name, GError **error)
{
  gchar **names = smp_line_names (image);
  gchar  *list = g_strjoinv (", ", names);

  if (names[0])
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” along the scar. There are: %s."),
                 name, list);
  else
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” along the scar: this image has no "
                   "path of yours. Draw one with the Paths tool from one end "
                   "of the scar to the other, or select the scar."), name);
  g_free (list);
  g_strfreev (names);
  return FALSE;
}

static gboolean
check_width (const SmpScarPath *path, const SmpPhoto *photo,
             const gchar *name, GError **error)
{
  const gdouble px = path->width_mm * smp_photo_scale (photo);

  if (px <= WIDEST_PX)
    return TRUE;
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("A scar %g mm wide along the path “%s” would be %.0f pixels "
                 "wide here, and GIMP draws lines up to %.0f. Select the scar "
                 "instead, or give another width or scale."),
               path->width_mm, name, px, WIDEST_PX);
  return FALSE;
}

static gboolean
check_inside (const SmpScarPath *path, GimpImage *image, const gchar *name,
              GError **error)
{
  if (is_inside (path, image))
    return TRUE;
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("The path “%s” lies outside of the photo. Move it onto the "
                 "scar, then try again."), name);
  return FALSE;
}

gboolean
smp_scar_path_find (SmpScarPath *path, GimpImage *image,
                    const SmpPhoto *photo, const gchar *name,
                    gdouble width_mm, GError **error)
{
  GimpPath *found = gimp_image_get_path_by_name (image, name);
  SmpLine   line = { NULL };

  *path = (SmpScarPath) { NULL };
  if (!found || smp_photo_is_frame (found))
    return refuse_unknown (image, name, error);
  if (!smp_line_of_path (&line, image, name, NULL))
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The path “%s” has no line. Click with the Paths tool at "
                     "more places along the scar, then try again."), name);
      return FALSE;
    }
  path->path = found;
  path->width_mm = line.closed ? 0.0 : width_mm;
  smp_line_clear (&line);
  if (!check_inside (path, image, name, error)
      || !check_width (path, photo, name, error))
    {
      path->path = NULL;
      return FALSE;
    }
  path->key = make_key (path, photo);
  return TRUE;
}

/* Whether it has the points of a face: the third lies on the midline between
 * the pupils or the brows, so the way back to it is more than a right angle.
 */
static gboolean
is_face (GimpImage *image, const gchar *name)
{
  SmpPoints       points;
  const SmpPoint *p = points.point;

  return smp_points_read (&points, image, name, NULL) && points.n == 3
         && (p[1].x - p[0].x) * (p[2].x - p[1].x)
            + (p[1].y - p[0].y) * (p[2].y - p[1].y) < 0.0;
}

/* Whether dots are laid by it. */
static gboolean
is_of_dots (GimpImage *image, const SmpPhoto *photo, const gchar *name)
{
  GArray  *treatments = smp_treatment_find_all (image);
  gboolean is = g_strcmp0 (name, photo->hairline_source) == 0;

  for (guint i = 0; i < treatments->len && !is; i++)
    {
      const SmpTreatment *t = &g_array_index (treatments, SmpTreatment, i);
      SmpTreatmentNotes   notes;

      smp_treatment_notes_load (&notes, t);
      is = t->kind != &smp_treatment_scar
           && g_strcmp0 (name, notes.path) == 0;
      smp_treatment_notes_clear (&notes);
    }
  g_array_unref (treatments);
  return is;
}

/* Whether a path that nobody named may lie along a scar. */
static gboolean
is_meant (GimpImage *image, const SmpPhoto *photo, const gchar *name)
{
  SmpLine  line = { NULL };
  gboolean is = smp_line_of_path (&line, image, name, NULL)
                && !line.closed && !line.designed
                && line.anchors >= GUESS_LEAST
                && !is_face (image, name)
                && !is_of_dots (image, photo, name);

  smp_line_clear (&line);
  return is;
}

gchar *
smp_scar_path_guess (GimpImage *image, const SmpPhoto *photo)
{
  GimpPath **paths = gimp_image_get_selected_paths (image);
  gchar     *found = NULL;

  for (gint i = 0; paths && paths[i] && !found; i++)
    {
      gchar *name = gimp_item_get_name (GIMP_ITEM (paths[i]));

      if (is_meant (image, photo, name))
        found = g_steal_pointer (&name);
      g_free (name);
    }
  g_free (paths);
  return found;
}

/* A line of this width with round ends, whatever the artist has set; FALSE:
 * GIMP refused.
 */
static gboolean
stroke (GimpChannel *channel, GimpPath *path, gdouble px)
{
  GeglColor *white = gegl_color_new ("white");
  gboolean   done;

  gimp_context_push ();
  gimp_context_set_defaults ();
  gimp_context_set_foreground (white);
  gimp_context_set_antialias (TRUE);
  gimp_context_set_stroke_method (GIMP_STROKE_LINE);
  done = gimp_context_set_line_width (px);
  gimp_context_set_line_cap_style (GIMP_CAP_ROUND);
  gimp_context_set_line_join_style (GIMP_JOIN_ROUND);
  gimp_context_set_line_dash_pattern (0, NULL);
  done = gimp_drawable_edit_stroke_item (GIMP_DRAWABLE (channel),
                                         GIMP_ITEM (path)) && done;
  gimp_context_pop ();
  g_object_unref (white);
  return done;
}

GimpChannel *
smp_scar_path_draw (const SmpScarPath *path, GimpImage *image,
                    const SmpPhoto *photo)
{
  const gdouble px = path->width_mm * smp_photo_scale (photo);
  GimpLayer   **layers = gimp_image_get_selected_layers (image);
  GimpChannel  *channel;

  if (path->width_mm == 0.0)
    gimp_image_select_item (image, GIMP_CHANNEL_OP_REPLACE,
                            GIMP_ITEM (path->path));
  channel = gimp_selection_save (image);
  gimp_selection_none (image);
  /* a channel takes the place of selected layers */
  if (layers && layers[0])
    gimp_image_set_selected_layers (image, (const GimpLayer **) layers);
  g_free (layers);
  /* there is something in it also where the path goes around nothing */
  if (!stroke (channel, path->path, MAX (px, THINNEST_PX)))
    g_message (_("GIMP could not draw all of the scar along its path. Look at "
                 "the mask of SMP Scar, and select the scar instead."));
  return channel;
}
