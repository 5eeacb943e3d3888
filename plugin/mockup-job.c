/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-job.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "measure-photo.h"
#include "mockup-area.h"

#define SHOWN_SCALE 0.0051        /* px/mm, half of what dialogs show */

/* How new values of the filter take effect. */
typedef gboolean (*TakeEffect) (SmpTreatment *treatment,
                                GimpImage    *image);

/* Whether value is another one than was kept; then it is kept no longer. */
static gboolean
is_changed (gchar **kept, const gchar *value)
{
  if (*kept && g_str_equal (*kept, value))
    return FALSE;
  g_clear_pointer (kept, g_free);
  return TRUE;
}

static void
set_seed (SmpMockupJob *job, GObject *values)
{
  gchar *text;
  gint   seed;

  g_object_get (job->config, "seed", &seed, NULL);
  if (seed < 0)
    return;
  text = g_strdup_printf ("%d", seed);
  if (is_changed (&job->kept_seed, text))
    g_object_set (values, "seed", (guint) seed, NULL);
  g_free (text);
}

static void
set_session (SmpMockupJob *job, GObject *values)
{
  gint session;

  g_object_get (job->config, "session", &session, NULL);
  if (session > 0)
    g_object_set (values, "session", session, NULL);
}

static void
set_scale (SmpMockupJob *job, SmpPhoto *photo)
{
  const gdouble before = smp_photo_scale (photo);
  gdouble       px_per_mm;

  g_object_get (job->config, "px-per-mm", &px_per_mm, NULL);
  /* a guess that was shown stays one, and is not rounded as it was shown */
  if (px_per_mm > 0.0 && fabs (px_per_mm - job->kept_scale) > SHOWN_SCALE)
    {
      smp_photo_set_scale (photo, px_per_mm);
      if (photo->head_guessed && job->treatment.group)
        smp_photo_keep_top (photo, before);
    }
}

/* All of the filter's values, which then take effect. */
static gboolean
set_values (SmpMockupJob *job, SmpPhoto *photo, const SmpChoice *choice,
            TakeEffect take_effect)
{
  GObject *values = smp_treatment_values (&job->treatment);
  guint    applied;

  if (!values)
    return FALSE;
  set_scale (job, photo);
  applied = smp_mockup_presets_apply (&job->presets, choice, values);
  set_seed (job, values);
  set_session (job, values);
  job->kind->set_values (job, photo, choice, applied, values);
  smp_treatment_place (&job->treatment, photo, values);
  return take_effect (&job->treatment, job->image);
}

gboolean
smp_mockup_job_check (SmpMockupJob *job, GError **error)
{
  SmpChoice choice;

  return smp_mockup_presets_get (&job->presets, job->config, &choice, error)
         && job->kind->check (job, error);
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
  SmpChoice      choice;

  if (!smp_mockup_presets_get (&job->presets, job->config, &choice, error)
      || !job->kind->check (job, error))
    return FALSE;

  set_scale (job, photo);
  grown = job->kind->set_area ? job->kind->set_area (job)
                              : smp_mockup_set_area (job);
  if (job->kind->set_place)
    job->kind->set_place (job, grown);
  g_object_get (job->config, "measure", &measure, NULL);
  if (measure && (grown || photo->resampled || has_lost_colour (job)))
    smp_measure_photo (photo, job->treatment.photo, &job->line);
  job->measures = job->measures || (measure && photo->resampled);
  photo->resampled = FALSE;

  job->is_new = job->is_new || fresh;
  if (!set_values (job, photo, &choice,
                   job->is_new ? smp_treatment_apply
                               : smp_treatment_exchange))
    {
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0, fresh
                   ? _("GIMP could not add the filter %s.")
                   : _("GIMP could not change the filter %s. Edit > Undo takes "
                       "back what was done to its mask."),
                   _(job->kind->treatment->name));
      if (fresh)
        {
          gimp_image_remove_layer (job->image, job->treatment.group);
          job->treatment = (SmpTreatment) { job->treatment.kind };
        }
      return FALSE;
    }

  smp_mockup_presets_note (&choice, photo);
  job->kind->store (job);
  smp_treatment_select (&job->treatment, job->image);
  return TRUE;
}

void
smp_mockup_job_show (SmpMockupJob *job)
{
  /* a trial: what is known of the photo stays as it is */
  SmpPhoto  photo = job->photo;
  SmpChoice choice;

  if (job->treatment.filter && job->treatment.photo
      && smp_mockup_presets_get (&job->presets, job->config, &choice, NULL))
    {
      set_scale (job, &photo);
      job->kind->show_place (job, &photo);
      set_values (job, &photo, &choice, smp_treatment_apply);
      gimp_displays_flush ();
    }
}

static gdouble
dot_mm (SmpMockupJob *job)
{
  GObject *values = smp_treatment_values (&job->treatment);
  gdouble  size;

  if (job->kind->dot_mm)
    return job->kind->dot_mm (values);
  g_object_get (values, "dot-size", &size, NULL);
  return size;
}

gdouble
smp_mockup_job_dot_px (SmpMockupJob *job)
{
  gdouble scale;

  if (!job->treatment.filter)
    return 0.0;
  g_object_get (job->config, "px-per-mm", &scale, NULL);
  return dot_mm (job)
         * (scale > 0.0 ? scale : smp_photo_scale (&job->photo));
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
