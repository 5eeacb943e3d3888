/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-recall.h"

#include <glib/gi18n-lib.h>

#define SESSIONS 3              /* the default of the filters */

void
smp_mockup_forget_last (SmpMockupJob *job)
{
  g_object_set (job->config, "px-per-mm", 0.0, "whole", FALSE, NULL);
  smp_mockup_presets_forget (&job->presets, &job->photo, job->config,
                             job->treatment.filter != NULL);
  job->kind->forget_last (job);
}

/* What "as the treatment has" is in a new one. */
static void
show_defaults (GObject *config)
{
  gint session, seed;

  g_object_get (config, "session", &session, "seed", &seed, NULL);
  g_object_set (config, "session", session > 0 ? session : SESSIONS,
                "seed", MAX (seed, 0), NULL);
}

void
smp_mockup_recall (SmpMockupJob *job)
{
  GObject *config = G_OBJECT (job->config);

  smp_mockup_presets_show (&job->presets, &job->photo, job->config,
                           job->treatment.filter != NULL);
  job->kept_scale = smp_photo_scale (&job->photo);
  g_object_set (config, "px-per-mm", job->kept_scale, NULL);
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
  else
    show_defaults (config);
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
