/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Places, densities, shades and sizes that the artist has set in the filter's
 * own dialog stay until shape, path or the argument for them is another: all of
 * these values are made from what the filter was when the run began, never from
 * what was tried since.
 */

#include "config.h"

#include "gradient-job.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gradient-dialog.h"
#include "gradient-recall.h"
#include "mockup-notes.h"

const gchar *const smp_gradient_filter_shape[SMP_SHAPES] = {
  [SMP_SHAPE_LINEAR]   = "linear",
  [SMP_SHAPE_CROWN]    = "radial",
  [SMP_SHAPE_PARTING]  = "parting",
  [SMP_SHAPE_HAIRLINE] = "hairline"
};

const gchar *const smp_gradient_profile[] = {
  "linear", "smooth", "soft-toe", "steep", NULL
};

gdouble
smp_gradient_usual_width (SmpShape shape)
{
  return shape == SMP_SHAPE_HAIRLINE ? 10.0 : 15.0;
}

void
smp_gradient_job_set_usual (SmpMockupJob *job, SmpShape shape)
{
  g_object_set (job->config,
                "width", smp_gradient_usual_width (shape),
                smp_thin_argument[SMP_THIN_DENSITY],
                smp_gradient_usual_thin (shape), NULL);
}

gboolean
smp_gradient_job_shape (SmpMockupJob *job, SmpShape *shape, GError **error)
{
  gchar *id;

  g_object_get (job->config, "shape", &id, NULL);
  for (*shape = 0; *shape < SMP_SHAPES; (*shape)++)
    if (g_strcmp0 (id, smp_shape_id[*shape]) == 0)
      break;
  if (*shape == SMP_SHAPES)
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("Gradients have no shape “%s”. There are: linear, crown, "
                   "parting, hairline."), id ? id : "");
  g_free (id);
  return *shape < SMP_SHAPES;
}

static gboolean
check_profile (SmpMockupJob *job, GError **error)
{
  gchar   *id;
  gboolean good;

  g_object_get (job->config, "profile", &id, NULL);
  good = id && g_strv_contains (smp_gradient_profile, id);
  if (!good)
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("Gradients have no profile “%s”. There are: linear, "
                   "smooth, soft-toe, steep."), id ? id : "");
  g_free (id);
  return good;
}

/* A path that is gone is no error if its place is known. */
static gboolean
find_source (SmpGradientJob *job, SmpShape shape, GError **error)
{
  SmpMockupJob *mockup = &job->mockup;
  GError       *problem = NULL;
  gchar        *path;
  gboolean      found;

  g_object_get (mockup->config, "path", &path, NULL);
  smp_place_source_clear (&job->source);
  found = smp_place_source_find (&job->source, mockup->image, &mockup->photo,
                                 shape, path, &problem);
  job->is_gone = !found && job->notes.place && job->has_filter
                 && shape == job->shape
                 && g_strcmp0 (path, job->notes.path) == 0
                 && !gimp_image_get_path_by_name (mockup->image, path);
  if (job->is_gone)
    {
      job->source.id = g_strdup (path);
      found = TRUE;
      g_clear_error (&problem);
    }
  g_free (path);
  if (problem)
    g_propagate_error (error, problem);
  return found;
}

gboolean
smp_gradient_job_check (SmpMockupJob *mockup, GError **error)
{
  SmpShape shape;

  return smp_gradient_job_shape (mockup, &shape, error)
         && check_profile (mockup, error)
         && find_source ((SmpGradientJob *) mockup, shape, error);
}

/* Where the gradient is to lie: as it does, if nothing of it is changed. */
static void
set_place (SmpMockupJob *mockup, gboolean grown)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;
  SmpShape        shape;

  smp_gradient_place_clear (&job->wanted);
  if (!smp_gradient_job_check (mockup, NULL)
      || !smp_gradient_job_shape (mockup, &shape, NULL))
    return;
  if (job->is_gone)
    job->wanted.key = g_strdup (job->notes.place);
  else
    smp_gradient_place_init (&job->wanted, &job->source, &mockup->photo,
                             mockup->treatment.photo, shape);
  if (job->has_filter && shape == job->shape
      && !(grown && g_str_equal (job->source.id, SMP_PLACE_SELECTION))
      && smp_treatment_notes_is_same_place (job->wanted.key, job->notes.place))
    {
      g_free (job->wanted.hairline);
      memcpy (job->wanted.start, job->place.start, sizeof job->place.start);
      memcpy (job->wanted.end, job->place.end, sizeof job->place.end);
      job->wanted.hairline = g_strdup (job->place.hairline);
    }
}

/* Only shape and path move it; the area is that of the run. */
static void
show_place (SmpMockupJob *mockup, SmpPhoto *photo)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;
  gchar          *shape, *path, *now;

  g_object_get (mockup->config, "shape", &shape, "path", &path, NULL);
  now = g_strdup_printf ("%s %s", shape, path);
  if (g_strcmp0 (now, job->shown) != 0)
    {
      set_place (mockup, FALSE);
      g_free (job->shown);
      job->shown = g_steal_pointer (&now);
    }
  g_free (now);
  g_free (path);
  g_free (shape);
}

/* What of the thin end is to be set. */
static guint
find_touched (const SmpGradientJob *job, const SmpGradientEndsWish *wish)
{
  guint touched = 0;

  for (guint i = 0; i < SMP_THIN_ARGUMENTS; i++)
    if (!job->is_kept || wish->value[i] != job->kept.value[i])
      touched |= 1 << i;
  return touched;
}

gdouble
smp_gradient_job_shown (gdouble mm)
{
  return round (10.0 * mm) / 10.0;
}

/* A length that is asked for, or the filter's when it was not changed. */
static gdouble
get_length (SmpGradientJob *job, const gchar *argument, gdouble of_filter)
{
  gdouble mm;

  g_object_get (job->mockup.config, argument, &mm, NULL);
  return job->is_kept && mm == smp_gradient_job_shown (of_filter) ? of_filter
                                                                  : mm;
}

static void
set_ends (SmpGradientJob *job, SmpShape shape, const SmpChoice *choice,
          guint applied, GObject *values)
{
  SmpGradientEnds     ends = job->ends;
  SmpGradientEndsWish wish;

  for (guint i = 0; i < SMP_THIN_ARGUMENTS; i++)
    g_object_get (job->mockup.config, smp_thin_argument[i], &wish.value[i],
                  NULL);
  if (wish.value[SMP_THIN_DENSITY] == SMP_GRADIENT_USUAL_THIN)
    wish.value[SMP_THIN_DENSITY] = smp_gradient_usual_thin (shape);
  if (!job->is_kept || shape != job->shape)
    ends.starts_thin = smp_gradient_starts_thin (shape);
  smp_gradient_ends_change (&ends, choice, applied, &wish,
                            find_touched (job, &wish));
  smp_gradient_ends_write (&ends, values);
}

static void
set_values (SmpMockupJob *mockup, SmpPhoto *photo, const SmpChoice *choice,
            guint applied, GObject *values)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;
  const gdouble   width = get_length (job, "width", job->width);
  gchar          *profile;
  SmpShape        shape;

  /* a trial of what cannot be had shows what was there */
  if (!job->wanted.key || !smp_gradient_job_shape (mockup, &shape, NULL))
    return;
  g_object_get (mockup->config, "profile", &profile, NULL);
  g_object_set (values,
                "shape", smp_gradient_filter_shape[shape],
                "start-x", job->wanted.start[0],
                "start-y", job->wanted.start[1],
                "end-x", job->wanted.end[0],
                "end-y", job->wanted.end[1],
                "hairline", job->wanted.hairline ? job->wanted.hairline : "",
                "width", width > SMP_GRADIENT_USUAL_WIDTH
                         ? width : smp_gradient_usual_width (shape),
                "profile", profile,
                "irregularity", get_length (job, "irregularity",
                                            job->irregularity),
                NULL);
  set_ends (job, shape, choice, applied, values);
  g_free (profile);
}

static void
store (SmpMockupJob *mockup)
{
  SmpGradientJob *job = (SmpGradientJob *) mockup;

  g_free (job->notes.path);
  g_free (job->notes.place);
  job->notes.path = g_strdup (job->source.id);
  job->notes.place = g_strdup (job->wanted.key);
  smp_mockup_notes_store (&job->notes, mockup);
}

static gdouble
dot_mm (GObject *values)
{
  gdouble start, end;

  g_object_get (values, "dot-size-start", &start, "dot-size-end", &end, NULL);
  return MAX (start, end);
}

void
smp_gradient_job_clear (SmpGradientJob *job)
{
  smp_treatment_notes_clear (&job->notes);
  smp_gradient_place_clear (&job->place);
  smp_gradient_place_clear (&job->wanted);
  smp_place_source_clear (&job->source);
  g_clear_pointer (&job->shown, g_free);
}

const SmpMockupKind smp_gradient_mockup = {
  .treatment = &smp_treatment_gradient,
  .presets = SMP_GRADIENT_PRESETS,
  .title = N_("SMP Gradient Mock-up"),
  .no_area = N_("Nothing is selected. Select the area to treat, or ask for the "
                "whole photo (argument \"whole\")."),
  .begin = smp_gradient_begin,
  .forget_last = smp_gradient_forget_last,
  .recall = smp_gradient_recall,
  .check = smp_gradient_job_check,
  .set_place = set_place,
  .show_place = show_place,
  .set_values = set_values,
  .store = store,
  .dot_mm = dot_mm,
  .fill = smp_gradient_fill
};
