/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "photo.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "photo-file.h"

#define PARASITE      "smp-photo"
#define PATH_PARASITE "smp-frame"
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
    .head_width = SMP_HEAD_WIDTH, .head_height = SMP_HEAD_HEIGHT,
    .light = { 1.0, 1.0, 1.0 }
  };
}

gboolean
smp_photo_is_frame (GimpPath *path)
{
  GimpParasite  *parasite = gimp_item_get_parasite (GIMP_ITEM (path),
                                                    PATH_PARASITE);
  const gboolean is_frame = parasite != NULL;

  g_clear_pointer (&parasite, gimp_parasite_free);
  return is_frame;
}

static GimpPath *
find_path (GimpImage *image)
{
  GimpPath **paths = gimp_image_get_paths (image);
  GimpPath  *found = NULL;

  for (gint i = 0; paths && paths[i] && !found; i++)
    if (smp_photo_is_frame (paths[i]))
      found = paths[i];
  g_free (paths);
  return found;
}

void
smp_photo_load (SmpPhoto *photo, GimpImage *image)
{
  GimpParasite *parasite = gimp_image_get_parasite (image, PARASITE);
  const gchar  *data;
  guint32       size;

  start (photo, image);
  photo->has_path = find_path (image) != NULL;
  if (!parasite)
    return;

  data = gimp_parasite_get_data (parasite, &size);
  if (!smp_photo_read (photo, data, size))
    {
      const gboolean has_path = photo->has_path;

      smp_photo_clear (photo);
      start (photo, image);
      photo->has_path = has_path;
    }
  gimp_parasite_free (parasite);
}

void
smp_photo_clear (SmpPhoto *photo)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    g_clear_pointer (&photo->preset[k], g_free);
  g_clear_pointer (&photo->hairline, g_free);
  g_clear_pointer (&photo->hairline_source, g_free);
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
  anew.resampled = TRUE;
  anew.has_path = photo->has_path;
  anew.layer_tattoo = photo->layer_tattoo;
  anew.curvature = photo->curvature;
  memcpy (anew.light, photo->light, sizeof anew.light);
  memcpy (anew.preset, photo->preset, sizeof anew.preset);
  anew.hairline_source = photo->hairline_source;
  anew.area = photo->area;
  g_free (photo->hairline);
  *photo = anew;
  return SMP_FRAME_LOST;
}

/* Crops, flips and turns by 90 degrees keep the pixels as they are: then the
 * frame's edges are as wide and as high as before, or the other way round.
 */
static gboolean
is_resampled (const gdouble a[6], const gdouble b[6])
{
  gboolean same = TRUE, swapped = TRUE;

  for (gint k = 2; k < 6; k++)
    {
      const gdouble was = fabs (a[k] - a[k % 2]);

      same = same && fabs (was - fabs (b[k] - b[k % 2])) <= 2.0 * STILL_PX;
      swapped = swapped
                && fabs (was - fabs (b[k ^ 1] - b[k % 2 ^ 1]))
                   <= 2.0 * STILL_PX;
    }
  return !same && !swapped;
}

SmpFrameChange
smp_photo_follow (SmpPhoto *photo, GimpImage *image)
{
  GimpPath *path = find_path (image);
  gdouble   anchor[6];
  gboolean  moved = FALSE;

  if (!path || !read_path (path, anchor)
      || fabs (smp_photo_area (anchor)) < 1.0)
    return photo->known
           && (gimp_image_get_width (image) != photo->image_width
               || gimp_image_get_height (image) != photo->image_height)
           ? lose_frame (photo, image) : SMP_FRAME_STAYED;

  for (gint k = 0; k < 6; k++)
    moved = moved || fabs (anchor[k] - photo->anchor[k]) > STILL_PX;
  if (moved)
    {
      photo->resampled = is_resampled (photo->anchor, anchor);
      memcpy (photo->anchor, anchor, sizeof anchor);
    }
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
  GimpParasite *parasite;
  gchar        *text;
  gsize         size;

  photo->image_width = gimp_image_get_width (image);
  photo->image_height = gimp_image_get_height (image);
  text = smp_photo_write (photo, &size);
  parasite = gimp_parasite_new (PARASITE, KEPT, size, text);
  gimp_image_attach_parasite (image, parasite);
  gimp_parasite_free (parasite);
  g_free (text);

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
  return sqrt (fabs (smp_photo_area (photo->anchor))
               / (photo->width * photo->height));
}

gdouble
smp_photo_scale (const SmpPhoto *photo)
{
  return smp_photo_frame_scale (photo) * zoom (photo);
}

gboolean
smp_photo_is_mirrored (const SmpPhoto *photo)
{
  return smp_photo_area (photo->anchor) < 0.0;
}

gdouble
smp_photo_frame_scale (const SmpPhoto *photo)
{
  return photo->px_per_mm > 0.0 ? photo->px_per_mm : photo->width / SPAN_MM;
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
  const gdouble  area = smp_photo_area (a);

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

void
smp_photo_keep_top (SmpPhoto *photo, gdouble before)
{
  const gdouble down_px = 0.5 * photo->head_height
                          * (smp_photo_scale (photo) - before);
  gdouble       x0, y0, x, y;

  smp_photo_to_frame (photo, 0.0, 0.0, &x0, &y0);
  smp_photo_to_frame (photo, 0.0, down_px, &x, &y);
  photo->head_x = CLAMP (photo->head_x + x - x0, -1.0, 2.0);
  photo->head_y = CLAMP (photo->head_y + y - y0, -1.0, 2.0);
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
