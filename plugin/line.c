/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stroke of a GIMP path becomes straight pieces, and as few points as say the
 * same within .3 mm of scalp.  Text is "x,y x,y ... [closed]" in frame
 * coordinates, so it stays on the skin whatever becomes of the image.
 */

#include "config.h"

#include "line.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "line-points.h"
#include "path.h"

#define STRAIGHT_PX  0.5        /* how far GIMP's pieces may be off the curve */
#define SHORTEST_PX  10.0
#define TOLERANCE_MM 0.3
#define TURN_LEAST   1.5        /* radians: ends that go down the temples */
#define DESIGNED     "smp-hairline"     /* parasite of a path */

void
smp_line_clear (SmpLine *line)
{
  g_clear_pointer (&line->points, g_array_unref);
  line->closed = FALSE;
  line->anchors = 0;
  line->designed = FALSE;
}

void
smp_line_mark_designed (GimpPath *path)
{
  GimpParasite *mark = gimp_parasite_new (DESIGNED,
                                          GIMP_PARASITE_PERSISTENT
                                          | GIMP_PARASITE_UNDOABLE, 1, "1");

  gimp_item_attach_parasite (GIMP_ITEM (path), mark);
  gimp_parasite_free (mark);
}

static gboolean
is_designed (GimpPath *path)
{
  GimpParasite  *mark = gimp_item_get_parasite (GIMP_ITEM (path), DESIGNED);
  const gboolean is = mark != NULL;

  g_clear_pointer (&mark, gimp_parasite_free);
  return is;
}

static gint
count_anchors (GimpPath *path, gint stroke)
{
  gsize    n = 0;
  gboolean closed;
  gdouble *points = NULL;

  gimp_path_stroke_get_points (path, stroke, &n, &points, &closed);
  g_free (points);
  return n / 6;                 /* control, anchor, control */
}

/* FALSE: there is no line to be seen. */
static gboolean
read_stroke (SmpLine *line, GimpPath *path, gint stroke)
{
  gsize    n = 0;
  gdouble *xy, length = 0.0;

  line->points = g_array_new (FALSE, FALSE, sizeof (SmpPoint));
  line->closed = FALSE;
  line->anchors = count_anchors (path, stroke);
  xy = gimp_path_stroke_interpolate (path, stroke, STRAIGHT_PX, &n,
                                     &line->closed);
  for (gsize k = 0; k + 1 < n; k += 2)
    {
      const SmpPoint  p = { xy[k], xy[k + 1] };
      const SmpPoint *last = line->points->len
                             ? &g_array_index (line->points, SmpPoint,
                                               line->points->len - 1) : NULL;

      if (last && hypot (p.x - last->x, p.y - last->y) < 1e-3)
        continue;
      length += last ? hypot (p.x - last->x, p.y - last->y) : 0.0;
      g_array_append_val (line->points, p);
    }
  g_free (xy);
  if (length >= SHORTEST_PX && line->points->len >= (line->closed ? 3 : 2))
    return TRUE;
  smp_line_clear (line);
  return FALSE;
}

/* The first that is a line; a stray click is none. */
static gboolean
read_path (SmpLine *line, GimpPath *path)
{
  gsize    n = 0;
  gint    *strokes = gimp_path_get_strokes (path, &n);
  gboolean found = FALSE;

  for (gsize i = 0; i < n && !found; i++)
    found = read_stroke (line, path, strokes[i]);
  g_free (strokes);
  return found;
}

static gboolean
has_line (GimpPath *path, gboolean *closed)
{
  SmpLine        line = { NULL };
  const gboolean has = !smp_photo_is_frame (path) && read_path (&line, path);

  *closed = line.closed;
  smp_line_clear (&line);
  return has;
}

gchar **
smp_line_names (GimpImage *image)
{
  GStrvBuilder *names = g_strv_builder_new ();
  GimpPath    **paths = gimp_image_get_paths (image);
  gchar       **list;
  gboolean      closed;

  for (gint i = 0; paths && paths[i]; i++)
    if (has_line (paths[i], &closed))
      {
        gchar *name = gimp_item_get_name (GIMP_ITEM (paths[i]));

        g_strv_builder_add (names, name);
        g_free (name);
      }
  g_free (paths);
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return list;
}

static gboolean
is_area (GimpPath *path)
{
  gboolean closed;

  return has_line (path, &closed) && closed;
}

static gboolean
is_hairline (GimpPath *path)
{
  gboolean closed;

  return is_designed (path) && has_line (path, &closed);
}

static GimpPath *
find_path (GimpPath **paths, gboolean (*fits) (GimpPath *path))
{
  for (gint i = 0; paths && paths[i]; i++)
    if (fits (paths[i]))
      return paths[i];
  return NULL;
}

/* Of the selected paths, or else of all; NULL when there is none. */
static gchar *
find_name (GimpImage *image, gboolean (*fits) (GimpPath *path))
{
  GimpPath **selected = gimp_image_get_selected_paths (image);
  GimpPath **all = gimp_image_get_paths (image);
  GimpPath  *path = find_path (selected, fits);

  if (!path)
    path = find_path (all, fits);
  g_free (selected);
  g_free (all);
  return path ? gimp_item_get_name (GIMP_ITEM (path)) : NULL;
}

gchar *
smp_line_closed_name (GimpImage *image)
{
  return find_name (image, is_area);
}

gchar *
smp_line_designed_name (GimpImage *image)
{
  return find_name (image, is_hairline);
}

static void
set_unknown (GimpImage *image, const gchar *name, GError **error)
{
  gchar **names = smp_line_names (image);
  gchar  *list = g_strjoinv (", ", names);

  if (names[0])
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” for the hairline. There are: %s. "
                   "“selection” takes the outline of the treated area."),
                 name, list);
  else
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no path “%s” for the hairline: this image has no "
                   "path of yours. Draw one with the Paths tool, or ask for "
                   "“selection”, the outline of the treated area."), name);
  g_free (list);
  g_strfreev (names);
}

gboolean
smp_line_of_path (SmpLine *line, GimpImage *image, const gchar *name,
                  GError **error)
{
  GimpPath *path = gimp_image_get_path_by_name (image, name);

  smp_line_clear (line);
  if (!path || smp_photo_is_frame (path))
    {
      set_unknown (image, name, error);
      return FALSE;
    }
  if (!read_path (line, path))
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The path “%s” has no line. Draw the hairline with the "
                     "Paths tool, from one temple to the other, then run the "
                     "mock-up again."), name);
      return FALSE;
    }
  line->designed = is_designed (path);
  return TRUE;
}

SmpArea
smp_line_area (const SmpLine *line, GimpImage *image, gdouble margin)
{
  const SmpPoint *p = (const SmpPoint *) line->points->data;
  gdouble         x1 = p->x, y1 = p->y, x2 = p->x, y2 = p->y;

  for (guint i = 1; i < line->points->len; i++)
    {
      x1 = MIN (x1, p[i].x);
      x2 = MAX (x2, p[i].x);
      y1 = MIN (y1, p[i].y);
      y2 = MAX (y2, p[i].y);
    }
  x1 = MAX (floor (x1 - margin), 0.0);
  y1 = MAX (floor (y1 - margin), 0.0);
  x2 = MIN (ceil (x2 + margin), gimp_image_get_width (image));
  y2 = MIN (ceil (y2 + margin), gimp_image_get_height (image));
  return (SmpArea) { x1, y1, MAX (x2 - x1, 0.0), MAX (y2 - y1, 0.0) };
}

/* px of the frame. */
static SmpPoint
to_frame_px (const SmpPhoto *photo, SmpPoint p)
{
  SmpPoint frame;

  smp_photo_to_frame (photo, p.x, p.y, &frame.x, &frame.y);
  return (SmpPoint) { frame.x * photo->width, frame.y * photo->height };
}

/* Whether most of what is covered lies on the left of a line in px of the
 * frame.  Where everything is covered, that is what lies above the line in the
 * image: scalp lies above hairlines, and over the nape.
 */
static gboolean
lies_left (const GArray *line, const SmpPhoto *photo, const SmpCover *cover,
           gboolean runs_right)
{
  const gint stride = MAX (1, MAX (cover->width, cover->height) / 64);
  gint       n = 0, all = 0, left = 0;

  for (gint y = 0; y < cover->height; y += stride)
    for (gint x = 0; x < cover->width; x += stride, all++)
      if (cover->cells[y * cover->width + x])
        {
          const SmpPoint p = to_frame_px (photo,
                                          smp_cover_place (cover, x, y));

          n++;
          left += smp_points_is_left (line, p);
        }
  if (n == 0 || n > 0.95 * all)
    return runs_right == !smp_photo_is_mirrored (photo);
  return 2 * left >= n;
}

/* Whether the scalp lies on the left of an open line in px of the frame. */
static gboolean
has_scalp_left (const SmpLine *line, const GArray *points,
                const SmpPhoto *photo, const SmpCover *cover)
{
  const SmpPoint *p = (const SmpPoint *) line->points->data;
  const gdouble   turn = line->designed ? smp_points_turn (points) : 0.0;

  if (fabs (turn) > TURN_LEAST)
    return turn > 0.0;
  return lies_left (points, photo, cover,
                    p[line->points->len - 1].x >= p->x);
}

static gchar *
write_text (const GArray *line, gboolean closed, const SmpPhoto *photo)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->len; i++)
    {
      const SmpPoint *p = &g_array_index (line, SmpPoint, i);
      gchar           x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (x, sizeof x, "%.6f", p->x / photo->width);
      g_ascii_formatd (y, sizeof y, "%.6f", p->y / photo->height);
      g_string_append_printf (text, "%s%s,%s", i ? " " : "", x, y);
    }
  if (closed)
    g_string_append (text, " closed");
  return g_string_free (text, FALSE);
}

gchar *
smp_line_to_text (const SmpLine *line, const SmpPhoto *photo,
                  const SmpCover *cover)
{
  const SmpPoint *p = (const SmpPoint *) line->points->data;
  gdouble         tolerance = TOLERANCE_MM * smp_photo_frame_scale (photo);
  GArray         *all, *few;
  gchar          *text;

  all = g_array_sized_new (FALSE, FALSE, sizeof (SmpPoint), line->points->len);
  for (guint i = 0; i < line->points->len; i++)
    {
      const SmpPoint frame = to_frame_px (photo, p[i]);

      g_array_append_val (all, frame);
    }
  few = smp_points_simplify (all, line->closed, tolerance);
  while (few->len > SMP_PATH_MAX)
    {
      g_array_unref (few);
      tolerance *= 1.25;
      few = smp_points_simplify (all, line->closed, tolerance);
    }
  if (!line->closed && !has_scalp_left (line, few, photo, cover))
    smp_points_reverse (few);
  text = write_text (few, line->closed, photo);
  g_array_unref (few);
  g_array_unref (all);
  return text;
}
