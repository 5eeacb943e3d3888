/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "photo.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define PARASITE      "smp-photo"
#define PATH_PARASITE "smp-frame"
#define GROUP         "photo"
#define KEPT          (GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE)
#define SPAN_MM       230.0
#define STILL_PX      0.05        /* smaller moves are rounding */

static void
start (SmpPhoto *photo, GimpImage *image)
{
  const gdouble width = gimp_image_get_width (image);
  const gdouble height = gimp_image_get_height (image);

  *photo = (SmpPhoto) {
    .width = width, .height = height,
    .anchor = { 0.0, 0.0, width, 0.0, 0.0, height },
    .image_width = width, .image_height = height,
    .head_guessed = TRUE,
    .head_x = 0.5, .head_y = 0.5,
    .head_width = 155.0, .head_height = 200.0
  };
}

static gdouble
area_px (const gdouble a[6])
{
  return (a[2] - a[0]) * (a[5] - a[1]) - (a[4] - a[0]) * (a[3] - a[1]);
}

static gdouble
get_double (GKeyFile *file, const gchar *key, gdouble fallback)
{
  GError       *error = NULL;
  const gdouble value = g_key_file_get_double (file, GROUP, key, &error);

  if (!error)
    return value;
  g_error_free (error);
  return fallback;
}

static void
read_values (SmpPhoto *photo, GKeyFile *file)
{
  gsize    n = 0;
  gdouble *anchor = g_key_file_get_double_list (file, GROUP, "frame", &n,
                                                NULL);

  if (n == 6)
    memcpy (photo->anchor, anchor, sizeof photo->anchor);
  g_free (anchor);
  photo->width = get_double (file, "width", photo->width);
  photo->height = get_double (file, "height", photo->height);
  photo->px_per_mm = get_double (file, "px-per-mm", 0.0);
  photo->image_width = get_double (file, "image-width", photo->image_width);
  photo->image_height = get_double (file, "image-height",
                                    photo->image_height);
  photo->layer_tattoo = get_double (file, "photo-tattoo", 0.0);
  photo->curvature = g_key_file_get_boolean (file, GROUP, "curvature", NULL);
  photo->head_guessed = g_key_file_get_boolean (file, GROUP, "head-guessed",
                                                NULL);
  photo->head_x = get_double (file, "head-x", photo->head_x);
  photo->head_y = get_double (file, "head-y", photo->head_y);
  photo->head_width = get_double (file, "head-width", photo->head_width);
  photo->head_height = get_double (file, "head-height", photo->head_height);
  photo->head_angle = get_double (file, "head-angle", photo->head_angle);
  photo->density = g_key_file_get_string (file, GROUP, "density", NULL);
  photo->shade = g_key_file_get_string (file, GROUP, "shade", NULL);
  photo->area = g_key_file_get_string (file, GROUP, "area", NULL);
}

/* Somebody may have written into the file. */
static gboolean
is_sound (const SmpPhoto *photo)
{
  return photo->width >= 1.0 && photo->width < 1e7
         && photo->height >= 1.0 && photo->height < 1e7
         && photo->px_per_mm >= 0.0 && photo->px_per_mm < 1e4
         && fabs (area_px (photo->anchor)) >= 1.0
         && photo->head_width >= 20.0 && photo->head_width <= 1000.0
         && photo->head_height >= 20.0 && photo->head_height <= 1000.0
         && fabs (photo->head_angle) <= 180.0
         && photo->head_x >= -1.0 && photo->head_x <= 2.0
         && photo->head_y >= -1.0 && photo->head_y <= 2.0;
}

static GimpPath *
find_path (GimpImage *image)
{
  GimpPath **paths = gimp_image_get_paths (image);
  GimpPath  *found = NULL;

  for (gint i = 0; paths && paths[i] && !found; i++)
    {
      GimpParasite *parasite = gimp_item_get_parasite (GIMP_ITEM (paths[i]),
                                                       PATH_PARASITE);

      if (parasite)
        {
          found = paths[i];
          gimp_parasite_free (parasite);
        }
    }
  g_free (paths);
  return found;
}

void
smp_photo_load (SmpPhoto *photo, GimpImage *image)
{
  GimpParasite *parasite = gimp_image_get_parasite (image, PARASITE);
  GKeyFile     *file;
  const gchar  *data;
  guint32       size;

  start (photo, image);
  photo->has_path = find_path (image) != NULL;
  if (!parasite)
    return;

  file = g_key_file_new ();
  data = gimp_parasite_get_data (parasite, &size);
  if (g_key_file_load_from_data (file, data, size, G_KEY_FILE_NONE, NULL))
    {
      photo->known = TRUE;
      read_values (photo, file);
      if (!is_sound (photo))
        {
          smp_photo_clear (photo);
          start (photo, image);
        }
    }
  g_key_file_free (file);
  gimp_parasite_free (parasite);
}

void
smp_photo_clear (SmpPhoto *photo)
{
  g_clear_pointer (&photo->density, g_free);
  g_clear_pointer (&photo->shade, g_free);
  g_clear_pointer (&photo->area, g_free);
}

/* The path's three anchors; FALSE if it is no longer ours to read. */
static gboolean
read_path (GimpPath *path, gdouble anchor[6])
{
  gsize    n_strokes, n = 0;
  gint    *strokes = gimp_path_get_strokes (path, &n_strokes);
  gdouble *points = NULL;
  gboolean closed;

  if (n_strokes == 1)
    gimp_path_stroke_get_points (path, strokes[0], &n, &points, &closed);
  g_free (strokes);
  if (n != 18)
    {
      g_free (points);
      return FALSE;
    }

  /* control, anchor, control; the order is (W, 0), (0, 0), (0, H) */
  const gint order[3] = { 1, 0, 2 };

  for (gint k = 0; k < 3; k++)
    {
      anchor[2 * k] = points[6 * order[k] + 2];
      anchor[2 * k + 1] = points[6 * order[k] + 3];
    }
  g_free (points);
  return TRUE;
}

/* The frame starts anew; what is known of treatment and presets stays. */
static SmpFrameChange
lose_frame (SmpPhoto *photo, GimpImage *image)
{
  SmpPhoto anew;

  start (&anew, image);
  anew.known = TRUE;
  anew.has_path = photo->has_path;
  anew.layer_tattoo = photo->layer_tattoo;
  anew.curvature = photo->curvature;
  anew.density = photo->density;
  anew.shade = photo->shade;
  anew.area = photo->area;
  *photo = anew;
  return SMP_FRAME_LOST;
}

SmpFrameChange
smp_photo_follow (SmpPhoto *photo, GimpImage *image)
{
  GimpPath *path = find_path (image);
  gdouble   anchor[6];
  gboolean  moved = FALSE;

  if (!path || !read_path (path, anchor) || fabs (area_px (anchor)) < 1.0)
    return photo->known
           && (gimp_image_get_width (image) != photo->image_width
               || gimp_image_get_height (image) != photo->image_height)
           ? lose_frame (photo, image) : SMP_FRAME_STAYED;

  for (gint k = 0; k < 6; k++)
    moved = moved || fabs (anchor[k] - photo->anchor[k]) > STILL_PX;
  if (moved)
    memcpy (photo->anchor, anchor, sizeof anchor);
  return moved && photo->known ? SMP_FRAME_MOVED : SMP_FRAME_STAYED;
}

static void
make_path (const SmpPhoto *photo, GimpImage *image)
{
  const gdouble *a = photo->anchor;
  const gint     order[3] = { 1, 0, 2 };
  GimpPath     **selected = gimp_image_get_selected_paths (image);
  GimpPath      *path = gimp_path_new (image, _("SMP frame"));
  GimpParasite  *parasite;
  gdouble        points[18];

  for (gint k = 0; k < 3; k++)
    for (gint c = 0; c < 6; c++)
      points[6 * k + c] = a[2 * order[k] + c % 2];
  gimp_path_stroke_new_from_points (path, GIMP_PATH_STROKE_TYPE_BEZIER,
                                    G_N_ELEMENTS (points), points, FALSE);
  gimp_image_insert_path (image, path, NULL, -1);
  gimp_item_set_visible (GIMP_ITEM (path), FALSE);
  parasite = gimp_parasite_new (PATH_PARASITE, KEPT, 1, "1");
  gimp_item_attach_parasite (GIMP_ITEM (path), parasite);
  gimp_parasite_free (parasite);
  if (selected && selected[0])
    gimp_image_set_selected_paths (image, (const GimpPath **) selected);
  g_free (selected);
}

void
smp_photo_store (SmpPhoto *photo, GimpImage *image)
{
  GKeyFile     *file = g_key_file_new ();
  GimpParasite *parasite;
  gchar        *text;
  gsize         size;

  g_key_file_set_double (file, GROUP, "px-per-mm", photo->px_per_mm);
  g_key_file_set_double (file, GROUP, "width", photo->width);
  g_key_file_set_double (file, GROUP, "height", photo->height);
  g_key_file_set_double_list (file, GROUP, "frame", photo->anchor, 6);
  g_key_file_set_integer (file, GROUP, "image-width",
                          gimp_image_get_width (image));
  g_key_file_set_integer (file, GROUP, "image-height",
                          gimp_image_get_height (image));
  g_key_file_set_double (file, GROUP, "photo-tattoo", photo->layer_tattoo);
  g_key_file_set_boolean (file, GROUP, "curvature", photo->curvature);
  g_key_file_set_boolean (file, GROUP, "head-guessed", photo->head_guessed);
  g_key_file_set_double (file, GROUP, "head-x", photo->head_x);
  g_key_file_set_double (file, GROUP, "head-y", photo->head_y);
  g_key_file_set_double (file, GROUP, "head-width", photo->head_width);
  g_key_file_set_double (file, GROUP, "head-height", photo->head_height);
  g_key_file_set_double (file, GROUP, "head-angle", photo->head_angle);
  if (photo->density)
    g_key_file_set_string (file, GROUP, "density", photo->density);
  if (photo->shade)
    g_key_file_set_string (file, GROUP, "shade", photo->shade);
  if (photo->area)
    g_key_file_set_string (file, GROUP, "area", photo->area);

  text = g_key_file_to_data (file, &size, NULL);
  parasite = gimp_parasite_new (PARASITE, KEPT, size, text);
  gimp_image_attach_parasite (image, parasite);
  gimp_parasite_free (parasite);
  g_free (text);
  g_key_file_free (file);

  if (!find_path (image))
    make_path (photo, image);
}

void
smp_photo_restore (SmpPhoto *photo, GimpImage *image)
{
  GimpPath *path;

  if (photo->known)
    smp_photo_store (photo, image);
  else
    gimp_image_detach_parasite (image, PARASITE);

  path = photo->has_path ? NULL : find_path (image);
  if (path)
    gimp_image_remove_path (image, path);
}

/* px of the image now per px of the frame. */
static gdouble
zoom (const SmpPhoto *photo)
{
  return sqrt (fabs (area_px (photo->anchor))
               / (photo->width * photo->height));
}

gdouble
smp_photo_scale (const SmpPhoto *photo)
{
  const gdouble px_per_mm = photo->px_per_mm > 0.0 ? photo->px_per_mm
                            : photo->width / SPAN_MM;

  return px_per_mm * zoom (photo);
}

void
smp_photo_set_scale (SmpPhoto *photo, gdouble px_per_mm)
{
  photo->px_per_mm = px_per_mm / zoom (photo);
}

/* The inverse of image = corner + X across + Y down:
 * X = m[0] x + m[1] y + m[2], Y = m[3] x + m[4] y + m[5].
 */
static void
image_to_frame (const SmpPhoto *photo, gdouble m[6])
{
  const gdouble *a = photo->anchor;
  const gdouble  area = area_px (a);

  m[0] = (a[5] - a[1]) / area;
  m[1] = -(a[4] - a[0]) / area;
  m[3] = -(a[3] - a[1]) / area;
  m[4] = (a[2] - a[0]) / area;
  m[2] = -(m[0] * a[0] + m[1] * a[1]);
  m[5] = -(m[3] * a[0] + m[4] * a[1]);
}

void
smp_photo_to_frame (const SmpPhoto *photo, gdouble x, gdouble y,
                    gdouble *frame_x, gdouble *frame_y)
{
  gdouble m[6];

  image_to_frame (photo, m);
  *frame_x = m[0] * x + m[1] * y + m[2];
  *frame_y = m[3] * x + m[4] * y + m[5];
}

gchar *
smp_photo_frame (const SmpPhoto *photo, gint x, gint y)
{
  GString *text = g_string_new (NULL);
  gdouble  m[6];

  image_to_frame (photo, m);
  m[2] += m[0] * x + m[1] * y;
  m[5] += m[3] * x + m[4] * y;
  for (gint k = 0; k < 7; k++)
    {
      gchar number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_dtostr (number, sizeof number,
                      k < 6 ? m[k] : photo->height / photo->width);
      g_string_append_printf (text, k ? " %s" : "%s", number);
    }
  return g_string_free (text, FALSE);
}
