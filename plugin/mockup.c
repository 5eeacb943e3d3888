/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One run makes the treatment group, or edits the one that is there, within one
 * undo step.  Everything that can be refused is refused before that step opens,
 * so a refusal leaves the image as it was.
 */

#include "config.h"

#include "mockup.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "mockup-area.h"
#include "mockup-check.h"
#include "mockup-dialog.h"
#include "mockup-job.h"
#include "mockup-recall.h"
#include "procedure.h"

#define PX_PER_MM_MAX 200.0
#define HEAD_GUESS    (-1.0)

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
    smp_mockup_tell_change (job);
  return smp_step_end (&step, done, run_mode, *error);
}

static GimpPDBStatusType
run_job (SmpMockupJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
         GError **error)
{
  gboolean cancelled = FALSE;

  if (!smp_check_image (job->image, &smp_treatment_dots, error)
      || !smp_check_locks (job->image, error))
    return GIMP_PDB_EXECUTION_ERROR;

  smp_treatment_find (job->image, &smp_treatment_dots, &job->treatment);
  job->change = smp_photo_follow (&job->photo, job->image);
  if (job->treatment.filter)
    smp_treatment_learn (&job->treatment, &job->photo);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    smp_mockup_forget_last (job);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    {
      smp_mockup_recall (job);
      smp_mockup_recall_line (job);
    }
  if (!smp_mockup_job_check (job, error))
    return GIMP_PDB_CALLING_ERROR;
  if (!job->treatment.photo && gimp_selection_is_empty (job->image)
      && !smp_mockup_job_has_own_area (job)
      && !smp_check_selection (run_mode, job->config, &cancelled, error))
    return cancelled ? GIMP_PDB_CANCEL : GIMP_PDB_EXECUTION_ERROR;
  return make (job, procedure, run_mode, error);
}

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpMockupJob      job = { image, NULL, config };
  GimpPDBStatusType status;
  GError           *error = NULL;

  /* several layers are selected: what is visible is the photo */
  if (drawables && drawables[0] && !drawables[1])
    job.drawable = drawables[0];

  gegl_init (NULL, NULL);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    gimp_ui_init ("smp");

  smp_mockup_presets_load (&job.presets);
  smp_photo_load (&job.photo, image);
  status = run_job (&job, procedure, run_mode, &error);

  smp_mockup_job_clear (&job);
  return gimp_procedure_new_return_values (procedure, status, error);
}

static void
add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  smp_mockup_presets_add_arguments (p);
  gimp_procedure_add_string_argument (p, "hairline", _("Ha_irline"),
    _("Where the front line of the dots comes from: the name of a path of the "
      "image (its first stroke; a closed one is the area to treat when nothing "
      "is selected), \"selection\" for the outline of the treated area (of its "
      "largest part), which then fades on all sides, or empty: edges as "
      "selected. Dots in front of the line show where the selection reaches "
      "over it: select a little more than lies behind the line"), "", flags);
  gimp_procedure_add_int_argument (p, "session", _("S_ession"),
    _("Dots laid so far: 30, 70 and 100 % after sessions 1 to 3, 4 adds a "
      "diffuse refinement"), 1, 4, 3, flags);
  gimp_procedure_add_double_argument (p, "px-per-mm",
    _("Scale (_pixels per mm)"),
    _("Pixels of the photo per mm of scalp; 0 keeps what the image has, or "
      "takes the photo as 230 mm wide"), 0.0, PX_PER_MM_MAX, 0.0, flags);
  gimp_procedure_add_boolean_argument (p, "curvature", _("Head c_urvature"),
    _("Dots follow the curve of the head: closer and narrower towards its "
      "outline"), FALSE, flags);
  gimp_procedure_add_double_argument (p, "head-x", _("Head centre _X"),
    _("0 to 1 over the photo's width; -1: guessed from the area"),
    -1.0, 2.0, HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-y", _("Head centre _Y"),
    _("0 to 1 over the photo's height; -1: guessed from the area"),
    -1.0, 2.0, HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-width", _("Head _width (mm)"),
    _("Width of the head's outline in the photo"), 20.0, 1000.0, 155.0, flags);
  gimp_procedure_add_double_argument (p, "head-height",
    _("Head hei_ght (mm)"),
    _("Height of the head's outline in the photo"), 20.0, 1000.0, 200.0,
    flags);
  gimp_procedure_add_double_argument (p, "head-angle", _("Head _angle"),
    _("How far the head leans over, degrees clockwise"), -180.0, 180.0, 0.0,
    flags);
  gimp_procedure_add_boolean_argument (p, "whole", _("_Treat the whole photo"),
    _("When nothing is selected"), FALSE, flags);
  gimp_procedure_add_boolean_argument (p, "measure", _("Measure the photo"),
    _("Make the dots as soft and as grainy as the photo, when its area is new "
      "or the image was scaled"), TRUE, flags);
  gimp_procedure_add_int_argument (p, "seed", _("Ra_ndom seed"),
    _("Another number is another scalp"), 0, G_MAXINT, 0, flags);
}

GimpProcedure *
smp_mockup_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_MOCKUP_PROCEDURE, run,
    _("_Mock-up..."),
    _("Show scalp micropigmentation on the selected area"),
    _("Makes a layer group that lays SMP dots on a copy of the photo, its mask "
      "the selected area, or changes the one that is there. The photo itself "
      "is not touched."));

  add_arguments (p);
  return p;
}
