/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-recall.h"

#include <glib/gi18n-lib.h>

void
smp_mockup_forget_last (SmpMockupJob *job)
{
  g_object_set (job->config, "px-per-mm", 0.0, "whole", FALSE, NULL);
  smp_mockup_presets_forget (&job->presets, &job->photo, job->config);
  job->kind->forget_last (job);
}

void
smp_mockup_recall (SmpMockupJob *job)
{
  GObject *config = G_OBJECT (job->config);

  smp_mockup_presets_show (&job->presets, &job->photo, job->config,
                           job->treatment.filter != NULL);
  g_object_set (config, "px-per-mm", smp_photo_scale (&job->photo), NULL);
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
  job->kind->recall (job);
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
