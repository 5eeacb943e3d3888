/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scale is that of the frame: lengths are taken from the image to the frame
 * before they are divided by mm, so they are right in a photo that was squeezed
 * since, as its dots are squeezed with it.
 */

#include "config.h"

#include "scale-job.h"

#include <glib/gi18n-lib.h>

#include "line.h"
#include "measure-photo.h"
#include "mockup-job.h"
#include "treatment.h"

#define LEAST 0.5               /* px/mm */
#define MOST  200.0

void
smp_scale_job_init (SmpScaleJob *job, GimpImage *image,
                    GimpProcedureConfig *config)
{
  *job = (SmpScaleJob) { image, config };
  smp_photo_load (&job->photo, image);
  job->change = smp_photo_follow (&job->photo, image);
  job->treatments = smp_treatment_find_all (image);
}

void
smp_scale_job_clear (SmpScaleJob *job)
{
  smp_photo_clear (&job->photo);
  g_array_unref (job->treatments);
}

void
smp_scale_clear (SmpScale *scale)
{
  smp_length_clear (&scale->length);
}

static gboolean
find_length (SmpLength *length, const SmpScaleJob *job, GError **error)
{
  const SmpLengthKind kind = gimp_procedure_config_get_choice_id (job->config,
                                                                  "measure");
  gchar   *path;
  gboolean found;

  g_object_get (job->config, "path", &path, NULL);
  found = smp_length_find (length, job->image, kind, path, error);
  g_free (path);
  return found;
}

static gboolean
check_range (const SmpScale *scale, GError **error)
{
  gchar *name;

  if (scale->px_per_mm >= LEAST && scale->px_per_mm <= MOST)
    return TRUE;
  name = smp_length_name (&scale->length);
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("%s, would be %g mm: that is %.4g pixels per mm, and photos "
                 "of heads have from %g to %g. Measure the whole length, or "
                 "choose the length that was measured."),
               name, scale->mm, scale->px_per_mm, LEAST, MOST);
  g_free (name);
  return FALSE;
}

gboolean
smp_scale_find (SmpScale *scale, const SmpScaleJob *job, GError **error)
{
  const SmpPhoto *photo = &job->photo;
  const gint      k = gimp_procedure_config_get_choice_id (job->config,
                                                           "length-of");
  gdouble         given;

  *scale = (SmpScale) { .known = &smp_known[k] };
  g_object_get (job->config, "length", &given, NULL);
  scale->mm = scale->known->mm > 0.0 ? scale->known->mm : given;
  if (scale->mm <= 0.0)
    {
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                           _("The known length is 0 mm. Give the length that "
                             "is measured, in mm."));
      return FALSE;
    }
  if (!find_length (&scale->length, job, error))
    return FALSE;

  /* px of the image per px of the frame, times frame px per mm */
  scale->px_per_mm = smp_photo_scale (photo) / smp_photo_frame_scale (photo)
                     * smp_length_frame_px (&scale->length, photo) / scale->mm;
  scale->error = smp_known_error (scale->known,
                                  smp_length_px (&scale->length));
  if (check_range (scale, error))
    return TRUE;
  smp_scale_clear (scale);
  return FALSE;
}

static void
update (SmpTreatment *treatment, SmpPhoto *photo, GimpImage *image)
{
  if (treatment->filter)
    smp_treatment_learn (treatment, photo);
  if (photo->resampled && treatment->photo)
    smp_measure_again (photo, treatment, image);
  if (treatment->filter)
    {
      smp_treatment_place (treatment, photo, smp_treatment_values (treatment));
      smp_treatment_exchange (treatment, image);
    }
}

void
smp_scale_job_set (SmpScaleJob *job, const SmpScale *scale)
{
  SmpPhoto     *photo = &job->photo;
  const gdouble before = smp_photo_scale (photo);

  gimp_image_undo_group_start (job->image);
  smp_photo_set_scale (photo, scale->px_per_mm);
  if (photo->head_guessed && job->treatments->len)
    smp_photo_keep_top (photo, before);

  /* each filter keeps what the artist has set in it about camera and light;
     those of the first are the photo's */
  for (guint i = 0; i < job->treatments->len; i++)
    {
      SmpPhoto copy = *photo;

      update (&g_array_index (job->treatments, SmpTreatment, i),
              i ? &copy : photo, job->image);
    }
  smp_photo_store (photo, job->image);
  gimp_image_undo_group_end (job->image);
}
