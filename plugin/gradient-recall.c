/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gradient-recall.h"

#include "mockup-notes.h"

static SmpShape
find_shape (const gchar *const names[SMP_SHAPES], const gchar *name)
{
  SmpShape shape = SMP_SHAPES;

  while (shape-- > 0)
    if (g_strcmp0 (name, names[shape]) == 0)
      return shape;
  return SMP_SHAPE_LINEAR;
}

/* A list of presets resets all that it does not name, the frame, too: then the
 * shape is that of the last run.  The place is not known either when the frame
 * was lost.
 */
static void
read_shape (SmpGradientJob *job, GObject *values)
{
  gchar *shape, *frame;

  g_object_get (values, "shape", &shape, "frame", &frame, NULL);
  job->shape = find_shape (smp_gradient_filter_shape, shape);
  if (job->notes.place
      && (!(frame && frame[0]) || job->mockup.change == SMP_FRAME_LOST))
    {
      gchar **words = g_strsplit (job->notes.place, " ", 2);

      job->shape = find_shape (smp_shape_id, words[0]);
      g_clear_pointer (&job->notes.place, g_free);
      g_strfreev (words);
    }
  g_free (frame);
  g_free (shape);
}

/* What the filter has; a treatment that is new begins as that of the dots. */
void
smp_gradient_begin (SmpMockupJob *mockup)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;

  smp_mockup_notes_begin (&job->notes, mockup);
  job->has_filter = mockup->treatment.filter != NULL;
  if (job->has_filter)
    {
      GObject *values = smp_treatment_values (&mockup->treatment);

      read_shape (job, values);
      g_object_get (values,
                    "start-x", &job->place.start[0],
                    "start-y", &job->place.start[1],
                    "end-x", &job->place.end[0],
                    "end-y", &job->place.end[1],
                    "hairline", &job->place.hairline,
                    "width", &job->width,
                    "irregularity", &job->irregularity, NULL);
      smp_gradient_ends_read (&job->ends, values, job->shape);
    }
}

static void
set_shape (SmpMockupJob *mockup, SmpShape shape)
{
  g_object_set (mockup->config, "shape", smp_shape_id[shape], NULL);
  smp_gradient_job_set_usual (mockup, shape);
}

void
smp_gradient_forget_last (SmpMockupJob *mockup)
{
  const SmpGradientJob *job = (SmpGradientJob *) mockup;
  SmpShape              shape;

  g_object_set (mockup->config,
                "path", job->has_filter && job->notes.path ? job->notes.path
                                                           : SMP_PLACE_AUTO,
                NULL);
  if (!smp_gradient_job_shape (mockup, &shape, NULL)
      || (job->has_filter && shape != job->shape))
    set_shape (mockup, job->shape);
  /* the path may be of no use any more */
  if (!smp_gradient_job_check (mockup, NULL))
    g_object_set (mockup->config, "path", SMP_PLACE_AUTO, NULL);
}

/* What the filter has, in steps that a dialog shows. */
static void
recall_filter (SmpGradientJob *job)
{
  GimpProcedureConfig      *config = job->mockup.config;
  const SmpGradientEndsWish wish = smp_gradient_ends_wish (&job->ends);
  gchar                    *profile;

  g_object_get (smp_treatment_values (&job->mockup.treatment),
                "profile", &profile, NULL);
  g_object_set (config,
                "profile", profile,
                "width", smp_gradient_job_shown (job->width),
                "irregularity", smp_gradient_job_shown (job->irregularity),
                NULL);
  for (guint i = 0; i < SMP_THIN_ARGUMENTS; i++)
    {
      g_object_set (config, smp_thin_argument[i], wish.value[i], NULL);
      /* within the argument's range */
      g_object_get (config, smp_thin_argument[i], &job->kept.value[i], NULL);
    }
  job->is_kept = TRUE;
  g_free (profile);
}

/* "As usual" in numbers. */
static void
show_usual (SmpMockupJob *mockup)
{
  gdouble  width, thin;
  SmpShape shape;

  if (!smp_gradient_job_shape (mockup, &shape, NULL))
    return;
  g_object_get (mockup->config, "width", &width,
                smp_thin_argument[SMP_THIN_DENSITY], &thin, NULL);
  g_object_set (mockup->config,
                "width", width > SMP_GRADIENT_USUAL_WIDTH
                         ? width : smp_gradient_usual_width (shape),
                smp_thin_argument[SMP_THIN_DENSITY],
                thin > SMP_GRADIENT_USUAL_THIN
                ? thin : smp_gradient_usual_thin (shape), NULL);
}

void
smp_gradient_recall (SmpMockupJob *mockup)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;

  if (job->has_filter)
    recall_filter (job);
  /* the dialog begins with a shape that needs no path */
  else if (!smp_gradient_job_check (mockup, NULL))
    set_shape (mockup, SMP_SHAPE_LINEAR);
  show_usual (mockup);
}
