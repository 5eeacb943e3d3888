/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pattern is selected for a moment, and the mock-up does with it what it
 * does with any selection; then the artist's own selection is back.
 */

#include "config.h"

#include "pattern-job.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mockup-recall.h"

#define USUAL         (-1.0)    /* elevation */
#define SEEN_MIN_CM2  0.1
#define AT_EDGE       0.99
#define FACE_RATIO    1.45      /* of a head from its top to the chin to its
                                   width */

/* What the artist asks for. */
typedef struct
{
  const SmpPreset *pattern;
  SmpTemplateView  view;
  gboolean         add;
  gdouble          strength;
  gint             seed;
} Wish;

static gboolean
get_view (SmpPatternJob *job, SmpTemplateView *view, GError **error)
{
  gchar   *name;
  gdouble  elevation, turn;
  gboolean good;

  g_object_get (job->config, "view", &name, "elevation", &elevation,
                "turn", &turn, NULL);
  good = g_strcmp0 (name, "front") == 0 || g_strcmp0 (name, "top") == 0
         || g_strcmp0 (name, "back") == 0;
  if (good)
    *view = (SmpTemplateView) {
      .back = g_str_equal (name, "back"),
      .elevation_deg = elevation != USUAL
                       ? elevation : smp_pattern_usual_elevation (name),
      .turn_deg = turn
    };
  else
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("Patterns cannot be shown from the view “%s”. There are: "
                   "front, top, back."), name ? name : "");
  g_free (name);
  return good;
}

static gboolean
get_mode (SmpPatternJob *job, gboolean *add, GError **error)
{
  gchar   *mode;
  gboolean good;

  g_object_get (job->config, "mode", &mode, NULL);
  *add = g_strcmp0 (mode, "add") == 0;
  good = *add || g_strcmp0 (mode, "replace") == 0;
  if (!good)
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("There is no mode “%s”. There are: replace, add."),
                 mode ? mode : "");
  g_free (mode);
  return good;
}

/* Everything but where the head is. */
static gboolean
get_wish (SmpPatternJob *job, Wish *wish, GError **error)
{
  gchar *id;

  g_object_get (job->config, "pattern", &id, "strength", &wish->strength,
                "seed", &wish->seed, NULL);
  wish->strength /= 100.0;
  wish->pattern = smp_presets_find (job->patterns, id, error);
  g_free (id);
  return wish->pattern && get_view (job, &wish->view, error)
         && get_mode (job, &wish->add, error);
}

gdouble
smp_pattern_usual_elevation (const gchar *view)
{
  return g_str_equal (view, "top") ? 90.0
         : g_str_equal (view, "back") ? 50.0 : 20.0;
}

/* The head is an ellipse in the box around what is selected, upright in the
 * image as it is now.  Seen from the front, what the lower edge of the photo
 * cuts off goes on to the chin.
 */
static void
set_head_from_selection (SmpPhoto *photo, GimpImage *image, gdouble angle,
                         gboolean front)
{
  const gdouble scale = smp_photo_scale (photo);
  gboolean      non_empty;
  gint          x1, y1, x2, y2;
  gdouble       x0, y0, x, y;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  photo->head_chin = 0.0;
  if (front && y2 >= AT_EDGE * gimp_image_get_height (image))
    photo->head_chin = MAX (FACE_RATIO * (x2 - x1) - (y2 - y1), 0.0) / scale;
  smp_photo_to_frame (photo, 0.5 * (x1 + x2), 0.5 * (y1 + y2),
                      &photo->head_x, &photo->head_y);
  photo->head_width = (x2 - x1) / scale;
  photo->head_height = (y2 - y1) / scale;

  /* where "down" of the image points to in the frame */
  smp_photo_to_frame (photo, 0.0, 0.0, &x0, &y0);
  smp_photo_to_frame (photo, 0.0, 1.0, &x, &y);
  angle += atan2 (-(x - x0) * photo->width, (y - y0) * photo->height)
           * 180.0 / G_PI;
  photo->head_angle = angle > 180.0 ? angle - 360.0
                      : angle < -180.0 ? angle + 360.0 : angle;
}

/* What was selected for the last treatment is no head. */
static gboolean
has_new_selection (const SmpPatternJob *job)
{
  gchar   *name = smp_selection_name (job->image, job->mockup.photo.anchor);
  gboolean new = name && !smp_selection_is_same (job->image, name,
                                                 job->known.area)
                 && (job->known.head_guessed
                     || job->mockup.change != SMP_FRAME_LOST);

  g_free (name);
  return new;
}

gboolean
smp_pattern_job_find_head (SmpPatternJob *job, GError **error)
{
  SmpPhoto *photo = &job->mockup.photo;
  gdouble   scale, x, y, width, height, angle;
  gboolean  front;
  gchar    *view;

  g_object_get (job->config, "view", &view, "px-per-mm", &scale,
                "head-x", &x, "head-y", &y, "head-width", &width,
                "head-height", &height, "head-angle", &angle, NULL);
  front = g_strcmp0 (view, "front") == 0;
  g_free (view);
  photo->px_per_mm = job->known.px_per_mm;
  photo->head_guessed = job->known.head_guessed;
  if (scale > 0.0)
    smp_photo_set_scale (photo, scale);

  if (x != SMP_HEAD_GUESS && y != SMP_HEAD_GUESS)
    {
      photo->head_x = x;
      photo->head_y = y;
      photo->head_width = width;
      photo->head_height = height;
      photo->head_angle = angle;
      photo->head_chin = 0.0;
    }
  else if (has_new_selection (job))
    set_head_from_selection (photo, job->image, angle, front);
  else if (photo->head_guessed)
    {
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                           _("Where is the head? Draw an ellipse around it "
                             "with the Ellipse Select tool, from the top of "
                             "the head to the chin, or to the lower edge of a "
                             "photo without chin, and as wide as the skull, "
                             "then choose the pattern again."));
      return FALSE;
    }
  photo->head_guessed = FALSE;
  photo->curvature = TRUE;
  return TRUE;
}

static void
init_shape (SmpPatternJob *job, const Wish *wish, SmpPatternShape *shape)
{
  smp_pattern_shape_init (shape, wish->pattern, &job->mockup.photo,
                          &wish->view, wish->strength, wish->seed);
  job->result.area_cm2 = smp_pattern_shape_area (shape);
}

static gboolean
check_seen (SmpPatternJob *job, const Wish *wish, GError **error)
{
  SmpPatternShape shape;

  init_shape (job, wish, &shape);
  if (!smp_pattern_shape_shows_head (&shape,
                                     gimp_image_get_width (job->image),
                                     gimp_image_get_height (job->image)))
    {
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                           _("The head lies outside the photo. Draw an ellipse "
                             "around the head that one sees."));
      return FALSE;
    }
  job->result.seen_cm2 =
    smp_pattern_shape_seen (&shape, gimp_image_get_width (job->image),
                            gimp_image_get_height (job->image));
  if (job->result.seen_cm2 >= SEEN_MIN_CM2)
    return TRUE;
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("From here nothing is seen of the pattern “%s”. Choose "
                 "another view, or let the camera look from higher up."),
               smp_preset_get_name (wish->pattern));
  return FALSE;
}

gboolean
smp_pattern_job_check (SmpPatternJob *job, GError **error)
{
  Wish wish;

  return get_wish (job, &wish, error)
         && smp_pattern_job_find_head (job, error)
         && check_seen (job, &wish, error)
         && smp_mockup_job_check (&job->mockup, error);
}

/* The mock-up is asked for what the image has, with this head. */
static void
ask_mockup (SmpPatternJob *job, SmpMockupJob *mockup)
{
  const SmpPhoto *photo = &job->mockup.photo;

  g_object_set (mockup->config,
                "px-per-mm", 0.0,
                "curvature", TRUE,
                "head-x", photo->head_x,
                "head-y", photo->head_y,
                "head-width", photo->head_width,
                "head-height", photo->head_height,
                "head-angle", photo->head_angle,
                NULL);
}

/* Selects the pattern. */
static void
select_pattern (SmpPatternJob *job, const Wish *wish)
{
  GeglColor      *colour = gegl_color_new ("black");
  GimpChannel    *channel;
  GeglBuffer     *buffer;
  SmpPatternShape shape;

  channel = gimp_channel_new (job->image, "SMP pattern",
                              gimp_image_get_width (job->image),
                              gimp_image_get_height (job->image), 100.0,
                              colour);
  gimp_image_insert_channel (job->image, channel, NULL, 0);
  buffer = gimp_drawable_get_buffer (GIMP_DRAWABLE (channel));
  init_shape (job, wish, &shape);
  job->result.seen_cm2 = smp_pattern_shape_paint (&shape, buffer, 0, 0);
  g_object_unref (buffer);
  gimp_image_select_item (job->image, GIMP_CHANNEL_OP_REPLACE,
                          GIMP_ITEM (channel));
  gimp_image_remove_channel (job->image, channel);
  g_object_unref (colour);
}

static void
note_density (SmpPatternJob *job, SmpMockupJob *mockup)
{
  g_object_get (smp_treatment_values (&mockup->treatment),
                "density", &job->result.density_cm2, NULL);
}

gboolean
smp_pattern_job_make (SmpPatternJob *job, GError **error)
{
  SmpMockupJob        *mockup = &job->mockup;
  const SmpFrameChange change = mockup->change;
  GimpChannel         *selected;
  gboolean             done;
  Wish                 wish;

  if (!get_wish (job, &wish, error)
      || !smp_pattern_job_find_head (job, error))
    return FALSE;
  ask_mockup (job, mockup);
  selected = smp_selection_put_away (job->image);
  select_pattern (job, &wish);
  if (!wish.add && mockup->treatment.photo)
    {
      gimp_image_remove_layer (job->image, mockup->treatment.photo);
      mockup->treatment.photo = NULL;
    }
  /* whatever was treated last, this is new */
  g_clear_pointer (&mockup->photo.area, g_free);
  mockup->change = SMP_FRAME_STAYED;
  done = smp_mockup_job_make (mockup, error);
  mockup->change = change;
  smp_selection_bring_back (job->image, selected);

  /* and what is selected now is not to be treated by the mock-up */
  g_free (mockup->photo.area);
  mockup->photo.area = smp_selection_name (job->image, mockup->photo.anchor);
  if (done)
    {
      smp_photo_store (&mockup->photo, job->image);
      smp_treatment_place_others (&mockup->treatment, &mockup->photo,
                                  mockup->measures, job->image);
      note_density (job, mockup);
    }
  return done;
}

gboolean
smp_pattern_job_show (SmpPatternJob *job, SmpMockupJob *trial)
{
  GimpLayerMask  *mask = gimp_layer_get_mask (trial->treatment.photo);
  const SmpArea   area = smp_area_of (trial->treatment.photo);
  GeglBuffer     *buffer;
  SmpPatternShape shape;
  Wish            wish;

  if (!get_wish (job, &wish, NULL) || !smp_pattern_job_find_head (job, NULL))
    return FALSE;
  ask_mockup (job, trial);
  smp_mockup_job_show (trial);
  init_shape (job, &wish, &shape);
  buffer = gimp_drawable_get_buffer (GIMP_DRAWABLE (mask));
  job->result.seen_cm2 = smp_pattern_shape_paint (&shape, buffer, area.x,
                                                  area.y);
  gimp_progress_end ();
  g_object_unref (buffer);
  gimp_drawable_update (GIMP_DRAWABLE (mask), 0, 0, area.width, area.height);
  note_density (job, trial);
  return job->result.seen_cm2 >= SEEN_MIN_CM2;
}
