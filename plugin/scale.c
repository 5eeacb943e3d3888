/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One run keeps the px/mm of the photo with the image and gives it to the
 * filters that are there, in one undo step.  All that can be refused is refused
 * before that step opens, so a refusal leaves the image as it was.
 */

#include "config.h"

#include "scale.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "mockup-check.h"
#include "procedure.h"
#include "scale-dialog.h"
#include "scale-job.h"

#define LENGTH_MAX 1000.0       /* mm */

static GimpPDBStatusType
run_job (SmpScaleJob *job, SmpScale *scale, GimpProcedure *procedure,
         GimpRunMode run_mode, GError **error)
{
  /* what belongs to one photo is not taken over from the last one */
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    g_object_set (job->config, "measure", smp_length_id[SMP_LENGTH_AUTO],
                  "path", "", NULL);
  if (!smp_check_locks (job->image, error))
    return GIMP_PDB_EXECUTION_ERROR;
  if (run_mode == GIMP_RUN_INTERACTIVE)
    {
      const SmpScaleAnswer answer = smp_scale_ask (procedure, job, error);

      if (answer != SMP_SCALE_OK)
        return answer == SMP_SCALE_CANCEL ? GIMP_PDB_CANCEL
                                          : GIMP_PDB_EXECUTION_ERROR;
    }
  if (!smp_scale_find (scale, job, error))
    return GIMP_PDB_EXECUTION_ERROR;
  smp_scale_job_set (job, scale);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    gimp_displays_flush ();
  return GIMP_PDB_SUCCESS;
}

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpScale          scale = { { 0 } };
  SmpScaleJob       job;
  GimpPDBStatusType status;
  GimpValueArray   *values;
  GError           *error = NULL;

  gegl_init (NULL, NULL);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    gimp_ui_init ("smp");

  smp_scale_job_init (&job, image, config);
  status = run_job (&job, &scale, procedure, run_mode, &error);
  values = gimp_procedure_new_return_values (procedure, status, error);
  if (status == GIMP_PDB_SUCCESS)
    {
      GIMP_VALUES_SET_DOUBLE (values, 1, scale.px_per_mm);
      GIMP_VALUES_SET_DOUBLE (values, 2, scale.error);
      GIMP_VALUES_SET_STRING (values, 3, smp_length_id[scale.length.kind]);
    }
  smp_scale_clear (&scale);
  smp_scale_job_clear (&job);
  return values;
}

static void
add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;
  GimpChoice       *kinds = gimp_choice_new ();
  GimpChoice       *known = gimp_choice_new ();

  gimp_choice_add (kinds, smp_length_id[SMP_LENGTH_AUTO], SMP_LENGTH_AUTO,
                   _("What is there"), _("A path, else guides, else what is "
                                         "selected"));
  gimp_choice_add (kinds, smp_length_id[SMP_LENGTH_PATH], SMP_LENGTH_PATH,
                   _("Path"), NULL);
  gimp_choice_add (kinds, smp_length_id[SMP_LENGTH_GUIDES], SMP_LENGTH_GUIDES,
                   _("Two guides"), NULL);
  gimp_choice_add (kinds, smp_length_id[SMP_LENGTH_SELECTION],
                   SMP_LENGTH_SELECTION, _("Width of the selection"), NULL);
  gimp_procedure_add_choice_argument (p, "measure", _("Measured"),
    _("The length in the photo: a path of two points, two guides, or the width "
      "of the selection"), kinds, smp_length_id[SMP_LENGTH_AUTO], flags);
  gimp_procedure_add_string_argument (p, "path", _("Path"),
    _("Name of the path to measure; empty: the selected one, or the only "
      "one"), "", flags);

  for (guint i = 0; i < smp_known_count; i++)
    gimp_choice_add (known, smp_known[i].id, i, _(smp_known[i].name), NULL);
  gimp_procedure_add_choice_argument (p, "length-of", _("Known length"),
    _("What the measured length is on the head"), known, smp_known[0].id,
    flags);
  gimp_procedure_add_double_argument (p, "length", _("Length (mm)"),
    _("Length of the piece of the ruler, or of what else is measured"),
    0.0, LENGTH_MAX, 50.0, flags);
}

static void
add_return_values (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_double_return_value (p, "px-per-mm", _("Scale"),
    _("Pixels of the image per mm of scalp"), 0.0, G_MAXDOUBLE, 0.0, flags);
  gimp_procedure_add_double_return_value (p, "error", _("Error"),
    _("What it is expected to be off by, in %"), 0.0, G_MAXDOUBLE, 0.0, flags);
  gimp_procedure_add_string_return_value (p, "measured", _("Measured"),
    _("What was measured: path, guides or selection"), "", flags);
}

GimpProcedure *
smp_scale_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_SCALE_PROCEDURE, run,
    _("Set _Scale..."),
    _("Tell how many pixels of the photo a millimetre of scalp has"),
    _("Measures a path of two points, two guides or the width of the selection "
      "against a known length, keeps the scale with the image, and gives it to "
      "the treatments that are there."));

  add_arguments (p);
  add_return_values (p);
  return p;
}
