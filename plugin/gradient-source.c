/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which path a gradient is taken from.  Where none is named, that is a path
 * drawn for it: of two points, for all shapes but the hairline, which takes any
 * line, and a parting, which may be bent.
 */

#include "config.h"

#include "gradient-place.h"

#include <glib/gi18n-lib.h>

const gchar *const smp_shape_id[SMP_SHAPES] = {
  [SMP_SHAPE_LINEAR]   = "linear",
  [SMP_SHAPE_CROWN]    = "crown",
  [SMP_SHAPE_PARTING]  = "parting",
  [SMP_SHAPE_HAIRLINE] = "hairline"
};

void
smp_place_source_clear (SmpPlaceSource *source)
{
  g_clear_pointer (&source->id, g_free);
  smp_line_clear (&source->line);
}

static gboolean
set_source (SmpPlaceSource *source, const gchar *id)
{
  source->id = g_strdup (id);
  return TRUE;
}

/* Whether a path that nobody named was drawn for this shape. */
static gboolean
is_meant (const SmpLine *line, SmpShape shape)
{
  switch (shape)
    {
    case SMP_SHAPE_HAIRLINE:
      return TRUE;
    case SMP_SHAPE_PARTING:
      return !line->closed && !line->designed;
    default:
      return !line->closed && line->anchors == 2;
    }
}

/* Of a list of paths the only one that is meant, or the first, when all are
 * selected; the list is freed.
 */
static gboolean
take_path (SmpPlaceSource *source, GimpImage *image, SmpShape shape,
           GimpPath **paths, gboolean only)
{
  gint found = 0;

  for (gint i = 0; paths && paths[i] && (only || !found); i++)
    {
      gchar  *name = gimp_item_get_name (GIMP_ITEM (paths[i]));
      SmpLine line = { NULL };

      if (smp_line_of_path (&line, image, name, NULL)
          && is_meant (&line, shape))
        {
          found++;
          smp_place_source_clear (source);
          *source = (SmpPlaceSource) { g_strdup (name), line };
          line = (SmpLine) { NULL };
        }
      smp_line_clear (&line);
      g_free (name);
    }
  g_free (paths);
  if (found == 1)
    return TRUE;
  smp_place_source_clear (source);
  return FALSE;
}

static gboolean
refuse_hairline (GError **error)
{
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("There is no line for the hairline to follow. Let "
                         "“Hairline...” design one, or draw one with the "
                         "Paths tool from one temple to the other, and choose "
                         "that path."));
  return FALSE;
}

static gboolean
find_any (SmpPlaceSource *source, GimpImage *image, const SmpPhoto *photo,
          SmpShape shape, GError **error)
{
  if (take_path (source, image, shape, gimp_image_get_selected_paths (image),
                 FALSE))
    return TRUE;
  if (shape == SMP_SHAPE_HAIRLINE && photo->hairline)
    return set_source (source, SMP_PLACE_MOCKUP);
  if (take_path (source, image, shape, gimp_image_get_paths (image), TRUE))
    return TRUE;
  return shape == SMP_SHAPE_HAIRLINE
         ? refuse_hairline (error) : set_source (source, SMP_PLACE_SELECTION);
}

static gboolean
refuse_unknown (GimpImage *image, const gchar *name, GError **error)
{
  gchar **names = smp_line_names (image);
  gchar  *list = g_strjoinv (", ", names);

  if (names[0])
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” for the gradient. There are: %s. "
                   "“selection” takes the treated area."), name, list);
  else
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” for the gradient: this image has no "
                   "path of yours. Click with the Paths tool where the "
                   "gradient starts, then where it ends; “selection” takes "
                   "the treated area."), name);
  g_free (list);
  g_strfreev (names);
  return FALSE;
}

static gboolean
find_named (SmpPlaceSource *source, GimpImage *image, SmpShape shape,
            const gchar *name, GError **error)
{
  GimpPath *path = gimp_image_get_path_by_name (image, name);

  if (!path || smp_photo_is_frame (path))
    return refuse_unknown (image, name, error);
  if (!smp_line_of_path (&source->line, image, name, NULL))
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The path “%s” has no line. Click with the Paths tool at "
                     "a second place, where the gradient ends, then try "
                     "again."), name);
      return FALSE;
    }
  if (source->line.closed && shape != SMP_SHAPE_HAIRLINE)
    {
      smp_place_source_clear (source);
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The path “%s” is closed and has no ends. Draw one from "
                     "where the gradient starts to where it ends, or select "
                     "the area within it."), name);
      return FALSE;
    }
  return set_source (source, name);
}

gboolean
smp_place_source_find (SmpPlaceSource *source, GimpImage *image,
                       const SmpPhoto *photo, SmpShape shape,
                       const gchar *path, GError **error)
{
  *source = (SmpPlaceSource) { NULL };
  if (!path || g_str_equal (path, SMP_PLACE_AUTO))
    return find_any (source, image, photo, shape, error);
  if (shape != SMP_SHAPE_HAIRLINE && g_str_equal (path, SMP_PLACE_SELECTION))
    return set_source (source, path);
  if (shape == SMP_SHAPE_HAIRLINE && g_str_equal (path, SMP_PLACE_MOCKUP)
      && photo->hairline)
    return set_source (source, path);
  if (g_str_equal (path, SMP_PLACE_SELECTION)
      || g_str_equal (path, SMP_PLACE_MOCKUP))
    return refuse_hairline (error);
  return find_named (source, image, shape, path, error);
}
