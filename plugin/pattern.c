/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be refused is refused before the undo step opens. */

#include "config.h"

#include "pattern.h"

#include <math.h>

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "mockup.h"
#include "mockup-check.h"
#include "mockup-dots.h"
#include "mockup-recall.h"
#include "pattern-dialog.h"
#include "pattern-job.h"
#include "procedure.h"

#define PX_PER_MM_MAX 200.0

static gint
dots (const SmpPatternResult *result)
{
  return lround (result->seen_cm2 * result->density_cm2);
}

static GimpPDBStatusType
make (SmpPatternJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
      GError **error)
{
  gboolean done = TRUE;
  SmpStep  step;

  smp_step_begin (&step, job->image);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    done = smp_pattern_ask (procedure, job, error);
  if (done)
    {
      gimp_progress_init (_("Drawing the pattern"));
      done = smp_pattern_job_make (job, error);
      gimp_progress_end ();
    }
  if (done)
    smp_mockup_tell_change (&job->mockup);
  return smp_step_end (&step, done, run_mode, *error);
}

/* What belongs to one photo is not taken over from the last one. */
static void
forget_last_photo (SmpPatternJob *job)
{
  g_object_set (job->config,
                "px-per-mm", 0.0,
                "head-x", SMP_HEAD_GUESS,
                "head-y", SMP_HEAD_GUESS,
                "head-angle", 0.0,
                "turn", 0.0,
                NULL);
}

/* Density and shade as asked for, else as the image has them.  A pattern has a
 * front of its own: a path that was drawn meanwhile does not become the
 * hairline.
 */
static void
set_presets (SmpPatternJob *job)
{
  static const gchar *const argument[] = { "density", "shade" };
  gchar *hairline;

  smp_mockup_forget_last (&job->mockup);
  g_object_get (job->mockup.config, "hairline", &hairline, NULL);
  smp_mockup_recall (&job->mockup);
  g_object_set (job->mockup.config, "hairline", hairline, NULL);
  g_free (hairline);
  for (guint i = 0; i < G_N_ELEMENTS (argument); i++)
    {
      gchar *id;

      g_object_get (job->config, argument[i], &id, NULL);
      if (id && id[0])
        g_object_set (job->mockup.config, argument[i], id, NULL);
      g_free (id);
    }
}

static GimpPDBStatusType
run_job (SmpPatternJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
         GError **error)
{
  SmpMockupJob *mockup = &job->mockup;

  if (!smp_check_image (job->image, &smp_treatment_dots, error)
      || !smp_check_locks (job->image, error))
    return GIMP_PDB_EXECUTION_ERROR;

  smp_treatment_find (job->image, &smp_treatment_dots, &mockup->treatment);
  mockup->change = smp_photo_follow (&mockup->photo, job->image);
  if (mockup->treatment.filter)
    smp_treatment_learn (&mockup->treatment, &mockup->photo);
  job->known = mockup->photo;
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    forget_last_photo (job);
  set_presets (job);
  /* in the dialog the artist can still choose another view */
  if (!(run_mode == GIMP_RUN_INTERACTIVE
        ? smp_pattern_job_find_head (job, error)
        : smp_pattern_job_check (job, error)))
    return GIMP_PDB_CALLING_ERROR;
  return make (job, procedure, run_mode, error);
}

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  GimpProcedure    *mockup = smp_mockup_create (
    gimp_procedure_get_plug_in (procedure));
  SmpPatternJob     job = {
    .image = image, .config = config,
    .mockup = { &smp_mockup_dots, image, NULL,
                gimp_procedure_create_config (mockup) }
  };
  GimpPDBStatusType status;
  GimpValueArray   *values;
  GError           *error = NULL;

  /* several layers are selected: what is visible is the photo */
  if (drawables && drawables[0] && !drawables[1])
    job.mockup.drawable = drawables[0];

  gegl_init (NULL, NULL);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    gimp_ui_init ("smp");

  smp_mockup_presets_load (&job.mockup.presets, SMP_MOCKUP_DOTS_PRESETS);
  job.patterns = smp_mockup_presets_load_kind (SMP_PRESET_PATTERN);
  smp_photo_load (&job.mockup.photo, image);
  status = run_job (&job, procedure, run_mode, &error);

  smp_mockup_job_clear (&job.mockup);
  smp_presets_free (job.patterns);
  g_object_unref (job.mockup.config);
  g_object_unref (mockup);
  values = gimp_procedure_new_return_values (procedure, status, error);
  if (status == GIMP_PDB_SUCCESS)
    {
      g_value_set_double (gimp_value_array_index (values, 1),
                          job.result.area_cm2);
      g_value_set_double (gimp_value_array_index (values, 2),
                          job.result.seen_cm2);
      g_value_set_int (gimp_value_array_index (values, 3),
                       dots (&job.result));
    }
  return values;
}

static void
add_head_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_double_argument (p, "px-per-mm",
    _("Scale (pi_xels per mm)"),
    _("Pixels of the photo per mm of scalp; 0 keeps what the image has, or "
      "takes the photo as 230 mm wide"), 0.0, PX_PER_MM_MAX, 0.0, flags);
  gimp_procedure_add_double_argument (p, "head-x", _("Head centre X"),
    _("0 to 1 over the photo's width; -1: an ellipse in the box around what is "
      "selected is the head, or the one that is known already"),
    -1.0, 2.0, SMP_HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-y", _("Head centre Y"),
    _("0 to 1 over the photo's height; -1: see head-x"),
    -1.0, 2.0, SMP_HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-width", _("Head width (mm)"),
    _("Width of the head's outline in the photo"), 20.0, 1000.0,
    SMP_HEAD_WIDTH, flags);
  gimp_procedure_add_double_argument (p, "head-height",
    _("Head height (mm)"),
    _("Height of the head's outline in the photo"), 20.0, 1000.0,
    SMP_HEAD_HEIGHT, flags);
  gimp_procedure_add_double_argument (p, "head-angle",
    _("L_ean to the side (°)"),
    _("How far the top of the head leans over to the right of the photo, as "
      "if the photo were turned clockwise; then its ellipse is turned, too"),
    -180.0, 180.0, 0.0, flags);
}

static void
add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_string_argument (p, "pattern", _("_Pattern"),
    _("Id of a pattern preset"), "norwood-4", flags);
  gimp_procedure_add_string_argument (p, "view", _("_View"),
    _("From where the head is seen: front, top (the face is at the bottom) or "
      "back"), "front", flags);
  gimp_procedure_add_string_argument (p, "mode", _("_Mode"),
    _("replace: the mask of the treatment becomes the pattern; add: the "
      "pattern is added to it"), "replace", flags);
  gimp_procedure_add_double_argument (p, "strength", _("S_trength (%)"),
    _("Percent of the dots that a full treatment lays"), 5.0, 100.0, 100.0,
    flags);
  gimp_procedure_add_double_argument (p, "elevation", _("Seen from _above (°)"),
    _("0 degrees: level with the head, 90: straight above it; -1: as usual for "
      "the view"), -1.0, 90.0, -1.0, flags);
  gimp_procedure_add_double_argument (p, "turn", _("Tur_n of the face (°)"),
    _("How far the face, or from behind the middle of the back of the head, is "
      "turned to the left of the photo, as when one says no; the ellipse stays "
      "as it is"), -60.0, 60.0, 0.0, flags);
  add_head_arguments (p);
  gimp_procedure_add_string_argument (p, "density", _("Density"),
    _("Id of a density preset; empty: the image's, or medium"), "", flags);
  gimp_procedure_add_string_argument (p, "shade", _("Shade"),
    _("Id of a shade preset; empty: the image's, or charcoal"), "", flags);
  gimp_procedure_add_int_argument (p, "seed", _("Ran_dom seed"),
    _("Another number is another border"), 0, G_MAXINT, 0, flags);

  gimp_procedure_add_double_return_value (p, "area", _("Area (cm²)"),
    _("Scalp that the pattern treats on the whole head; scalp treated by half "
      "counts by half"), 0.0, 1e4, 0.0, flags);
  gimp_procedure_add_double_return_value (p, "area-seen",
    _("Area in the photo (cm²)"), _("What the photo shows of it"), 0.0, 1e4,
    0.0, flags);
  gimp_procedure_add_int_return_value (p, "dots", _("Dots"),
    _("What the area in the photo takes at the density of the treatment, after "
      "the last session"), 0, G_MAXINT, 0, flags);
}

GimpProcedure *
smp_pattern_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_PATTERN_PROCEDURE, run,
    _("_Pattern..."),
    _("Begin a treatment with a pattern of hair loss"),
    _("Draws a pattern such as Norwood 4 onto the head, which is selected with "
      "an ellipse, as the mask of the treatment, ready to be painted further. "
      "Makes the treatment if there is none."));

  add_arguments (p);
  return p;
}
