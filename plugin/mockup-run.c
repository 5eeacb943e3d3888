/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One run makes the treatment group, or edits the one that is there, within one
 * undo step.  Everything that can be refused is refused before that step opens,
 * so a refusal leaves the image as it was.
 */

#include "config.h"

#include "mockup-run.h"

#include <glib/gi18n-lib.h>

#include "mockup-check.h"
#include "mockup-dialog.h"
#include "mockup-recall.h"
#include "procedure.h"

#define PX_PER_MM_MAX 200.0

/* The dialog with the result on the canvas behind it; FALSE: cancelled, and all
 * is as it was but for one undo step.
 */
static gboolean
ask (SmpMockupJob *job, GimpProcedure *procedure, GError **error)
{
  const gboolean fresh = job->treatment.group == NULL;
  GPtrArray     *values = NULL;
  GimpLayerMode  mode = GIMP_LAYER_MODE_NORMAL;
  SmpPhoto       before;
  gboolean       answer = FALSE;

  smp_photo_load (&before, job->image);
  if (!fresh)
    mode = gimp_layer_get_mode (job->treatment.group);
  if (job->treatment.filter)
    values = smp_treatment_remember (&job->treatment);
  if (!fresh || smp_mockup_job_make (job, error))
    {
      gimp_displays_flush ();
      answer = smp_mockup_ask (procedure, job)
               && smp_mockup_job_check (job, error);
      if (job->kind->end_trials)
        job->kind->end_trials (job);
    }
  if (!answer && fresh && job->treatment.group)
    smp_mockup_job_unmake (job, &before);
  else if (values)
    {
      /* also before the answer is carried out: what was tried is no step that
         GIMP could undo */
      smp_treatment_restore (&job->treatment, job->image, values);
      if (!answer && gimp_layer_get_mode (job->treatment.group) != mode)
        gimp_layer_set_mode (job->treatment.group, mode);
    }
  g_clear_pointer (&values, g_ptr_array_unref);
  smp_photo_clear (&before);
  return answer;
}

static GimpPDBStatusType
make (SmpMockupJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
      GError **error)
{
  gboolean done = TRUE;
  SmpStep  step;

  smp_step_begin (&step, job->image);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    done = ask (job, procedure, error);
  if (done)
    {
      gimp_progress_init (_("Laying dots"));
      done = smp_mockup_job_make (job, error);
      gimp_progress_end ();
    }
  if (done)
    {
      smp_treatment_place_others (&job->treatment, &job->photo, job->measures,
                                  job->image);
      smp_mockup_tell_change (job);
    }
  return smp_step_end (&step, done, run_mode, *error);
}

static gboolean
has_area (SmpMockupJob *job)
{
  if (job->treatment.photo)
    return TRUE;
  return job->kind->has_area ? job->kind->has_area (job)
         : !gimp_selection_is_empty (job->image)
           || smp_mockup_job_has_own_area (job);
}

static GimpPDBStatusType
run_job (SmpMockupJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
         GError **error)
{
  gboolean cancelled = FALSE;

  if (!smp_check_image (job->image, job->kind->treatment, error)
      || !smp_check_locks (job->image, error))
    return GIMP_PDB_EXECUTION_ERROR;

  smp_treatment_find (job->image, job->kind->treatment, &job->treatment);
  job->change = smp_photo_follow (&job->photo, job->image);
  if (job->treatment.filter)
    smp_treatment_learn (&job->treatment, &job->photo);
  if (job->kind->begin)
    job->kind->begin (job);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    smp_mockup_forget_last (job);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    smp_mockup_recall (job);
  if (!smp_mockup_job_check (job, error))
    return GIMP_PDB_CALLING_ERROR;
  if (!has_area (job)
      && !smp_check_selection (job, run_mode, &cancelled, error))
    return cancelled ? GIMP_PDB_CANCEL : GIMP_PDB_EXECUTION_ERROR;
  return make (job, procedure, run_mode, error);
}

GimpValueArray *
smp_mockup_run (SmpMockupJob *job, GimpProcedure *procedure,
                GimpRunMode run_mode, GimpDrawable **drawables)
{
  GimpPDBStatusType status;
  GError           *error = NULL;

  /* several layers are selected: what is visible is the photo */
  if (drawables && drawables[0] && !drawables[1])
    job->drawable = drawables[0];

  gegl_init (NULL, NULL);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    gimp_ui_init ("smp");

  smp_mockup_presets_load (&job->presets, job->kind->presets);
  smp_photo_load (&job->photo, job->image);
  status = run_job (job, procedure, run_mode, &error);

  smp_mockup_job_clear (job);
  return gimp_procedure_new_return_values (procedure, status, error);
}

void
smp_mockup_add_arguments (GimpProcedure *p, const gchar *sessions)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_int_argument (p, "session", _("S_ession"),
    sessions, 0, 4, 0, flags);
  gimp_procedure_add_double_argument (p, "px-per-mm",
    _("Scale (_pixels per mm)"),
    _("Pixels of the photo per mm of scalp; 0 keeps what the image has, or "
      "takes the photo as 230 mm wide"), 0.0, PX_PER_MM_MAX, 0.0, flags);
  gimp_procedure_add_boolean_argument (p, "whole", _("Treat the whole photo"),
    _("When nothing is selected"), FALSE, flags);
  gimp_procedure_add_boolean_argument (p, "measure", _("Measure the photo"),
    _("Make the dots as soft and as grainy as the photo, when its area is new "
      "or the image was scaled"), TRUE, flags);
  gimp_procedure_add_int_argument (p, "seed", _("Ra_ndom seed"),
    _("Another number is another scalp; -1: that of the treatment, 0 in a new "
      "one"), -1, G_MAXINT, -1, flags);
}
