/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-job.h"

#include <glib/gi18n-lib.h>

#include "measure-photo.h"
#include "mockup-area.h"

#define HEAD_GUESS  (-1.0)
#define HEAD_WIDTH  155.0         /* mm, the arguments' defaults */
#define HEAD_HEIGHT 200.0

/* How new values of the filter take effect. */
typedef gboolean (*TakeEffect) (SmpTreatment *treatment,
                                GimpImage    *image);

/* What the artist asked for, checked. */
typedef struct
{
  SmpChoice choice;
  gint      session;
  gint      seed;
  gdouble   px_per_mm;            /* 0: as it is */
  gboolean  curvature;
  gdouble   head_x, head_y;
  gdouble   head_width, head_height, head_angle;
} Wish;

static gboolean
get_wish (Wish *wish, const SmpMockupJob *job, GError **error)
{
  if (!smp_mockup_presets_get (&job->presets, job->config, &wish->choice,
                               error))
    return FALSE;
  g_object_get (job->config,
                "session", &wish->session,
                "seed", &wish->seed,
                "px-per-mm", &wish->px_per_mm,
                "curvature", &wish->curvature,
                "head-x", &wish->head_x,
                "head-y", &wish->head_y,
                "head-width", &wish->head_width,
                "head-height", &wish->head_height,
                "head-angle", &wish->head_angle,
                NULL);
  return TRUE;
}

/* Where the head is.  Unless told it lies with its top at the top of the area,
 * which holds for views from the front, from above and from behind.
 */
static void
set_head (SmpPhoto *photo, const SmpMockupJob *job, const Wish *wish)
{
  const SmpArea area = smp_treatment_area (&job->treatment, photo, job->image);
  const gdouble scale = smp_photo_scale (photo);
  const gboolean told = wish->head_x != HEAD_GUESS
                        || wish->head_y != HEAD_GUESS;
  gdouble       x, y;

  photo->curvature = wish->curvature;
  if (told || wish->head_width != HEAD_WIDTH)
    photo->head_width = wish->head_width;
  if (told || wish->head_height != HEAD_HEIGHT)
    photo->head_height = wish->head_height;
  if (told || wish->head_angle != 0.0)
    photo->head_angle = wish->head_angle;
  if (told)
    photo->head_guessed = FALSE;
  else if (!photo->head_guessed)
    return;

  smp_photo_to_frame (photo, area.x + 0.5 * area.width,
                      area.y + 0.5 * photo->head_height * scale, &x, &y);
  photo->head_x = wish->head_x == HEAD_GUESS ? CLAMP (x, -1.0, 2.0)
                                             : wish->head_x;
  photo->head_y = wish->head_y == HEAD_GUESS ? CLAMP (y, -1.0, 2.0)
                                             : wish->head_y;
}

/* Whether value is another one than was kept; then it is kept no longer. */
static gboolean
is_changed (gchar **kept, const gchar *value)
{
  if (*kept && g_str_equal (*kept, value))
    return FALSE;
  g_clear_pointer (kept, g_free);
  return TRUE;
}

/* All of the filter's values, which then take effect. */
static gboolean
set_filter (SmpMockupJob *job, const SmpPhoto *photo, const Wish *wish,
            TakeEffect take_effect, GError **error)
{
  GObject *values = smp_treatment_values (&job->treatment);
  gchar   *seed = g_strdup_printf ("%d", wish->seed);
  gboolean done = FALSE;

  if (values)
    {
      smp_mockup_presets_apply (&job->presets, &wish->choice, values);
      if (is_changed (&job->kept_seed, seed))
        g_object_set (values, "seed", (guint) wish->seed, NULL);
      g_object_set (values, "session", wish->session, NULL);
      smp_treatment_place (&job->treatment, photo, values);
      done = take_effect (&job->treatment, job->image);
    }
  if (!done)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                         _("GIMP could not add the filter SMP Dots."));
  g_free (seed);
  return done;
}

/* Scale and head as wished, then the filter. */
static gboolean
set_values (SmpMockupJob *job, SmpPhoto *photo, const Wish *wish,
            TakeEffect take_effect, GError **error)
{
  if (wish->px_per_mm > 0.0)
    smp_photo_set_scale (photo, wish->px_per_mm);
  set_head (photo, job, wish);
  return set_filter (job, photo, wish, take_effect, error);
}

gboolean
smp_mockup_job_check (SmpMockupJob *job, GError **error)
{
  Wish wish;

  return get_wish (&wish, job, error) && smp_mockup_read_line (job, error);
}

void
smp_mockup_job_unmake (SmpMockupJob *job, SmpPhoto *before)
{
  gimp_image_remove_layer (job->image, job->treatment.group);
  smp_photo_restore (before, job->image);
  job->treatment = (SmpTreatment) { job->treatment.kind };
  job->is_new = FALSE;
}

/* Whether the photo became grey since its skin was measured. */
static gboolean
has_lost_colour (const SmpMockupJob *job)
{
  const gdouble *skin = job->photo.skin;

  return gimp_image_get_base_type (job->image) == GIMP_GRAY
         && (skin[0] != skin[1] || skin[1] != skin[2]);
}

gboolean
smp_mockup_job_make (SmpMockupJob *job, GError **error)
{
  const gboolean fresh = job->treatment.group == NULL;
  SmpPhoto      *photo = &job->photo;
  gboolean       measure, grown;
  Wish           wish;

  if (!get_wish (&wish, job, error) || !smp_mockup_read_line (job, error))
    return FALSE;

  if (wish.px_per_mm > 0.0)
    smp_photo_set_scale (photo, wish.px_per_mm);
  grown = smp_mockup_set_area (job);
  smp_mockup_set_line (job, grown);
  g_object_get (job->config, "measure", &measure, NULL);
  if (measure && (grown || photo->resampled || has_lost_colour (job)))
    smp_measure_photo (photo, job->treatment.photo, &job->line);
  photo->resampled = FALSE;

  job->is_new = job->is_new || fresh;
  if (!set_values (job, photo, &wish, job->is_new ? smp_treatment_apply
                                                  : smp_treatment_exchange,
                   error))
    {
      if (fresh)
        {
          gimp_image_remove_layer (job->image, job->treatment.group);
          job->treatment = (SmpTreatment) { job->treatment.kind };
        }
      return FALSE;
    }

  smp_treatment_place_others (&job->treatment, photo, job->image);
  smp_mockup_presets_note (&wish.choice, photo);
  smp_photo_store (photo, job->image);
  smp_treatment_select (&job->treatment, job->image);
  return TRUE;
}

void
smp_mockup_job_show (SmpMockupJob *job)
{
  /* a trial: what is known of the photo stays as it is */
  SmpPhoto photo = job->photo;
  Wish     wish;

  if (job->treatment.filter && job->treatment.photo
      && get_wish (&wish, job, NULL))
    {
      photo.hairline = (gchar *) smp_mockup_show_line (job);
      set_values (job, &photo, &wish, smp_treatment_apply, NULL);
      gimp_displays_flush ();
    }
}

gdouble
smp_mockup_job_dot_px (SmpMockupJob *job)
{
  gdouble size, scale;

  if (!job->treatment.filter)
    return 0.0;
  g_object_get (smp_treatment_values (&job->treatment), "dot-size", &size,
                NULL);
  g_object_get (job->config, "px-per-mm", &scale, NULL);
  return size * (scale > 0.0 ? scale : smp_photo_scale (&job->photo));
}

void
smp_mockup_job_clear (SmpMockupJob *job)
{
  smp_photo_clear (&job->photo);
  smp_line_clear (&job->line);
  smp_mockup_presets_clear (&job->presets);
  g_clear_pointer (&job->kept_seed, g_free);
  g_clear_pointer (&job->shown_line, g_free);
  g_clear_pointer (&job->shown_source, g_free);
}
