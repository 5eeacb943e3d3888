/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "hairline-job.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "hairline-notes.h"
#include "hairline-points.h"
#include "hairline-shape.h"
#include "hairline-view.h"
#include "line.h"

#define NEAR_MM 1e-3            /* for the direction of handles */
#define OUTLINE "selection"     /* the mock-up's word for no path */

/* What the artist asks for; mm, 0, and a recession below: as the shape says. */
typedef struct
{
  gchar  *shape, *points, *from, *name;
  gdouble height, width, recession, pitch, turn, crease;
} Wish;

/* Never NULL, which GIMP makes of empty words; g_free(). */
static gchar *
get_word (const SmpHairlineJob *job, const gchar *argument)
{
  gchar *word;

  g_object_get (job->config, argument, &word, NULL);
  return word ? word : g_strdup ("");
}

static void
get_wish (Wish *wish, const SmpHairlineJob *job)
{
  wish->shape = get_word (job, "shape");
  wish->points = get_word (job, "points");
  wish->from = get_word (job, "from");
  wish->name = get_word (job, "name");
  g_object_get (job->config,
                "height", &wish->height,
                "width", &wish->width,
                "recession", &wish->recession,
                "pitch", &wish->pitch,
                "turn", &wish->turn,
                "crease", &wish->crease,
                NULL);
}

static void
clear_wish (Wish *wish)
{
  g_free (wish->shape);
  g_free (wish->points);
  g_free (wish->from);
  g_free (wish->name);
}

static gboolean
read_shape (const SmpHairlineJob *job, const Wish *wish,
            SmpHairlineShape *shape, GError **error)
{
  const SmpPreset *preset = smp_presets_find (job->shapes, wish->shape, error);

  if (!preset)
    return FALSE;
  smp_hairline_shape_read (shape, preset);
  if (wish->height > 0.0)
    shape->height = wish->height;
  if (wish->width > 0.0)
    shape->width = wish->width;
  if (wish->recession >= 0.0)
    shape->recession = wish->recession;
  return TRUE;
}

/* FALSE: there is no such shape. */
static gboolean
get_usual (const SmpHairlineJob *job, SmpHairlineShape *shape)
{
  gchar           *id = get_word (job, "shape");
  const SmpPreset *preset = smp_presets_find (job->shapes, id, NULL);

  if (preset)
    smp_hairline_shape_read (shape, preset);
  g_free (id);
  return preset != NULL;
}

void
smp_hairline_job_size (SmpHairlineJob *job)
{
  SmpHairlineShape shape;

  if (get_usual (job, &shape))
    g_object_set (job->config, "height", shape.height, "width", shape.width,
                  "recession", shape.recession, NULL);
}

void
smp_hairline_job_recede (SmpHairlineJob *job)
{
  SmpHairlineShape shape;

  if (get_usual (job, &shape))
    g_object_set (job->config, "recession", shape.recession, NULL);
}

/* The middle of the line lies in the middle of the selection's upper edge. */
static gboolean
place_by_selection (const SmpHairlineJob *job, SmpHairlineFacts *facts,
                    GError **error)
{
  SmpForehead *forehead = &facts->forehead;
  gboolean     non_empty;
  gint         x1, y1, x2, y2;
  SmpPoint     middle;

  gimp_selection_bounds (job->image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    {
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                           _("Where is the face? Click on one pupil and then "
                             "on the other with the Paths tool, or select the "
                             "forehead up to where the hair shall begin, then "
                             "ask for the hairline again."));
      return FALSE;
    }
  forehead->up = (SmpPoint) { 0.0, -1.0 };
  middle = smp_forehead_see (forehead,
                             (SmpPoint) { 0.0, facts->shape.height });
  forehead->glabella.x = 0.5 * (x1 + x2);
  forehead->glabella.y = y1 + middle.y * forehead->px_per_mm;
  return TRUE;
}

static gboolean
is_by_selection (const Wish *wish)
{
  return g_str_equal (wish->from, "selection")
         || (g_str_equal (wish->from, "auto") && !wish->points[0]);
}

static SmpPointsKind
kind_of (const Wish *wish)
{
  return g_str_equal (wish->from, "brows") ? SMP_POINTS_BROWS
                                           : SMP_POINTS_PUPILS;
}

static gboolean
place (const SmpHairlineJob *job, const Wish *wish, SmpHairlineFacts *facts,
       GError **error)
{
  SmpForehead *forehead = &facts->forehead;
  SmpForehead  found = { .px_per_mm = smp_photo_scale (&job->photo) };
  SmpPoints    points;
  gboolean     good;

  forehead->px_per_mm = smp_photo_scale (&job->photo);
  facts->scale_known = job->photo.px_per_mm > 0.0;
  facts->crease = wish->crease;
  facts->pitch_guessed = job->pitch_guessed;
  if (wish->pitch != SMP_HAIRLINE_AUTO)
    forehead->pitch = wish->pitch * G_PI / 180.0;
  if (wish->turn != SMP_HAIRLINE_AUTO)
    forehead->turn = wish->turn * G_PI / 180.0;
  if (is_by_selection (wish))
    return place_by_selection (job, facts, error);
  if (!smp_points_read (&points, job->image, wish->points, error))
    return FALSE;
  good = smp_hairline_find_view (job->image, &job->photo, &points,
                                 kind_of (wish), &found);
  if (wish->pitch == SMP_HAIRLINE_AUTO)
    {
      forehead->pitch = found.pitch;
      facts->pitch_guessed = !good;
    }
  if (wish->turn == SMP_HAIRLINE_AUTO)
    forehead->turn = found.turn;
  facts->apart_px = smp_points_apart (&points);
  smp_points_place (&points, kind_of (wish), forehead, &facts->chin_mm);
  return TRUE;
}

void
smp_hairline_job_view (SmpHairlineJob *job)
{
  SmpForehead forehead = { .px_per_mm = smp_photo_scale (&job->photo) };
  SmpPoints   points;
  Wish        wish;

  get_wish (&wish, job);
  job->pitch_guessed =
    is_by_selection (&wish)
    || !smp_points_read (&points, job->image, wish.points, NULL)
    || !smp_hairline_find_view (job->image, &job->photo, &points,
                                kind_of (&wish), &forehead);
  clear_wish (&wish);
  g_object_set (job->config, "pitch", forehead.pitch * 180.0 / G_PI,
                "turn", forehead.turn * 180.0 / G_PI, NULL);
}

/* A handle keeps its direction and its length in mm along the skin. */
static SmpPoint
place_handle (const SmpForehead *forehead, SmpPoint at, SmpPoint handle)
{
  const gdouble  length = hypot (handle.x - at.x, handle.y - at.y);
  const gdouble  step = NEAR_MM / MAX (length, NEAR_MM);
  const SmpPoint a = smp_forehead_place (forehead, at);
  const SmpPoint b = smp_forehead_place (forehead, (SmpPoint) {
    at.x + step * (handle.x - at.x), at.y + step * (handle.y - at.y)
  });

  return (SmpPoint) { a.x + (b.x - a.x) / step, a.y + (b.y - a.y) / step };
}

static gboolean
is_inside (GimpImage *image, SmpPoint p)
{
  return p.x >= 0.0 && p.y >= 0.0 && p.x <= gimp_image_get_width (image)
         && p.y <= gimp_image_get_height (image);
}

/* The path's numbers, SmpPoint: handle, anchor, handle. */
static GArray *
draw (const SmpHairlineJob *job, SmpHairlineFacts *facts)
{
  GArray *line = smp_hairline_shape_outline (&facts->shape);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SmpPoint));

  for (guint i = 0; i < line->len; i++)
    {
      const SmpHairlineAnchor a = g_array_index (line, SmpHairlineAnchor, i);
      const SmpPoint          p[3] = {
        place_handle (&facts->forehead, a.at, a.before),
        smp_forehead_place (&facts->forehead, a.at),
        place_handle (&facts->forehead, a.at, a.after)
      };

      facts->outside = facts->outside || !is_inside (job->image, p[1]);
      g_array_append_vals (points, p, 3);
    }
  g_array_unref (line);
  return points;
}

/* NULL and an error if it cannot be had. */
static GArray *
plan (SmpHairlineJob *job, GError **error)
{
  SmpHairlineFacts facts = { { 0 } };
  GArray          *points = NULL;
  Wish             wish;

  get_wish (&wish, job);
  if (read_shape (job, &wish, &facts.shape, error)
      && place (job, &wish, &facts, error))
    {
      points = draw (job, &facts);
      g_free (job->notes);
      job->notes = smp_hairline_notes (&facts);
    }
  clear_wish (&wish);
  return points;
}

gboolean
smp_hairline_job_check_name (SmpHairlineJob *job, GError **error)
{
  GimpPath *old = smp_hairline_job_old (job);
  gchar    *reason = NULL;
  Wish      wish;

  get_wish (&wish, job);
  if (!wish.name[0] || g_str_equal (wish.name, OUTLINE))
    reason = g_strdup (_("Give the path of the hairline a name, other than "
                         "“selection”."));
  else if (old && (smp_photo_is_frame (old)
                   || g_str_equal (wish.name, wish.points)))
    reason = g_strdup_printf (_("The path “%s” is needed as it is. Give the "
                                "hairline another name."), wish.name);
  else if (old && gimp_item_get_lock_content (GIMP_ITEM (old)))
    reason = g_strdup_printf (_("The path “%s” is locked. Unlock it in the "
                                "paths list, or give the hairline another "
                                "name."), wish.name);
  clear_wish (&wish);
  if (!reason)
    return TRUE;
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, reason);
  g_free (reason);
  return FALSE;
}

gboolean
smp_hairline_job_check (SmpHairlineJob *job, GError **error)
{
  GArray *points = plan (job, error);

  if (!points)
    return FALSE;
  g_array_unref (points);
  return smp_hairline_job_check_name (job, error);
}

GimpPath *
smp_hairline_job_old (SmpHairlineJob *job)
{
  gchar    *name = get_word (job, "name");
  GimpPath *old = gimp_image_get_path_by_name (job->image, name);

  g_free (name);
  return old == job->path ? NULL : old;
}

gboolean
smp_hairline_job_show (SmpHairlineJob *job, GError **error)
{
  GArray *points = plan (job, error);

  smp_hairline_job_hide (job);
  if (!points)
    return FALSE;
  job->path = gimp_path_new (job->image, _("New hairline"));
  gimp_path_stroke_new_from_points (job->path, GIMP_PATH_STROKE_TYPE_BEZIER,
                                    2 * points->len,
                                    (const gdouble *) points->data, FALSE);
  gimp_image_insert_path (job->image, job->path, NULL, 0);
  gimp_item_set_visible (GIMP_ITEM (job->path), TRUE);
  smp_line_mark_designed (job->path);
  g_array_unref (points);
  return TRUE;
}

void
smp_hairline_job_hide (SmpHairlineJob *job)
{
  if (job->path)
    gimp_image_remove_path (job->image, job->path);
  job->path = NULL;
}

void
smp_hairline_job_finish (SmpHairlineJob *job)
{
  GimpPath *old = smp_hairline_job_old (job);
  gchar    *name = get_word (job, "name");

  if (old)
    {
      const gint place = gimp_image_get_item_position (job->image,
                                                       GIMP_ITEM (old));

      gimp_image_remove_path (job->image, old);
      gimp_image_reorder_item (job->image, GIMP_ITEM (job->path), NULL,
                               place - 1);
    }
  gimp_item_set_name (GIMP_ITEM (job->path), name);
  g_free (name);
}

void
smp_hairline_job_clear (SmpHairlineJob *job)
{
  smp_photo_clear (&job->photo);
  g_clear_pointer (&job->shapes, smp_presets_free);
  g_clear_pointer (&job->notes, g_free);
}
