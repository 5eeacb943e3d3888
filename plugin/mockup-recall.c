/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-recall.h"

#include <glib/gi18n-lib.h>

#include "mockup-area.h"

void
smp_mockup_forget_last (SmpMockupJob *job)
{
  const SmpPhoto *photo = &job->photo;
  const gchar    *source = photo->hairline_source;

  g_object_set (job->config,
                "px-per-mm", 0.0,
                "whole", FALSE,
                "zone", photo->preset[SMP_PRESET_ZONE]
                        ? photo->preset[SMP_PRESET_ZONE] : "head",
                "stage", photo->preset[SMP_PRESET_STAGE]
                         ? photo->preset[SMP_PRESET_STAGE] : "healed",
                "mistake", photo->preset[SMP_PRESET_MISTAKE]
                           ? photo->preset[SMP_PRESET_MISTAKE] : "",
                "hairline", source ? source : "",
                "head-x", photo->head_guessed ? -1.0 : photo->head_x,
                "head-y", photo->head_guessed ? -1.0 : photo->head_y,
                "head-width", photo->head_width,
                "head-height", photo->head_height,
                "head-angle", photo->head_angle,
                NULL);
  /* its path may be of no use any more, then the artist chooses anew */
  if (!smp_mockup_read_line (job, NULL))
    g_object_set (job->config, "hairline", "", NULL);
}

void
smp_mockup_recall (SmpMockupJob *job)
{
  const SmpPhoto *photo = &job->photo;
  GObject        *config = G_OBJECT (job->config);
  gchar          *path = NULL;

  smp_mockup_presets_show (&job->presets, photo, job->config,
                           job->treatment.filter != NULL);
  g_object_set (config, "px-per-mm", smp_photo_scale (photo), NULL);
  /* a photo whose scale was set only has no treatment to go by */
  if (photo->preset[SMP_PRESET_DENSITY])
    g_object_set (config, "curvature", photo->curvature, NULL);
  if (!job->treatment.photo && gimp_selection_is_empty (job->image))
    path = smp_line_closed_name (job->image);
  if (path)
    g_object_set (config, "hairline", path, NULL);
  g_free (path);
  if (job->treatment.filter)
    {
      gint  session;
      guint seed;

      g_object_get (smp_treatment_values (&job->treatment),
                    "session", &session, "seed", &seed, NULL);
      seed &= G_MAXINT;
      g_object_set (config, "session", session, "seed", (gint) seed, NULL);
      job->kept_seed = g_strdup_printf ("%u", seed);
    }
}

void
smp_mockup_recall_line (SmpMockupJob *job)
{
  gchar *chosen, *path;

  g_object_get (job->config, "hairline", &chosen, NULL);
  path = job->treatment.filter || (chosen && chosen[0])
         ? NULL : smp_line_designed_name (job->image);
  if (path)
    g_object_set (job->config, "hairline", path, NULL);
  g_free (path);
  g_free (chosen);
}

void
smp_mockup_tell_change (const SmpMockupJob *job)
{
  if (job->change == SMP_FRAME_MOVED)
    g_message (_("The photo was cropped, scaled, turned or flipped since the "
                 "last time. The dots followed it."));
  else if (job->change == SMP_FRAME_LOST)
    g_message (_("The path \"SMP frame\" is gone and the image has another "
                 "size, so the dots could not follow it. Set the scale "
                 "again."));
  if (job->parts > 1)
    g_message (_("The treated area has %d parts. The hairline runs around the "
                 "largest of them; the others get no dots."), job->parts);
}
