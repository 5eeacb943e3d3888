/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One run makes one path, within one undo step.  Everything that can be refused
 * is refused before that step opens, so a refusal leaves the image as it was.
 */

#include "config.h"

#include "hairline.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "hairline-dialog.h"
#include "hairline-job.h"
#include "hairline-points.h"
#include "mockup-presets.h"
#include "procedure.h"

/* The dialog starts with what this image has: points and selection of another
 * photo are of no use, nor is a shape that is gone.
 */
static void
show_present (SmpHairlineJob *job)
{
  gchar **names = smp_points_names (job->image);
  gchar  *shape, *from;

  g_object_get (job->config, "shape", &shape, "from", &from, NULL);
  if (!smp_presets_find (job->shapes, shape, NULL)
      && smp_presets_count (job->shapes) > 0)
    g_object_set (job->config, "shape",
                  smp_preset_get_id (smp_presets_get (job->shapes, 0)), NULL);
  g_object_set (job->config, "points", names[0] ? names[0] : "", NULL);
  if (g_strcmp0 (from, "auto") == 0
      || (g_strcmp0 (from, "selection") == 0
          ? gimp_selection_is_empty (job->image) : !names[0]))
    g_object_set (job->config, "from", names[0] ? "pupils" : "selection",
                  NULL);
  g_object_set (job->config, "crease", 0.0, "replace", FALSE,
                "pitch", SMP_HAIRLINE_AUTO, "turn", SMP_HAIRLINE_AUTO,
                NULL);
  g_free (shape);
  g_free (from);
  g_strfreev (names);
}

/* Whether the path of that name, if there is one, is to be replaced. */
static gboolean
check_replace (SmpHairlineJob *job, GimpRunMode run_mode, GError **error)
{
  gboolean replace;
  gchar   *name;

  g_object_get (job->config, "replace", &replace, "name", &name, NULL);
  if (run_mode != GIMP_RUN_INTERACTIVE && !replace
      && smp_hairline_job_old (job))
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 run_mode == GIMP_RUN_WITH_LAST_VALS
                 ? _("There is a path “%s” already. To draw it anew, choose "
                     "“Hairline...” in the menu; to keep it, give it another "
                     "name in the paths list, then repeat.")
                 : _("There is a path “%s” already. Ask for it to be replaced "
                     "(argument \"replace\"), or give the hairline another "
                     "name."), name);
  g_free (name);
  return *error == NULL;
}

static GimpPDBStatusType
make (SmpHairlineJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
      GError **error)
{
  gboolean done = TRUE;
  SmpStep  step;

  smp_step_begin (&step, job->image);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    done = smp_hairline_ask (procedure, job);
  done = done && smp_hairline_job_show (job, error);
  if (done)
    smp_hairline_job_finish (job);
  else
    smp_hairline_job_hide (job);
  if (done && run_mode == GIMP_RUN_WITH_LAST_VALS && job->notes[0])
    g_message ("%s", job->notes);
  return smp_step_end (&step, done, run_mode, *error);
}

static GimpPDBStatusType
run_job (SmpHairlineJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
         GError **error)
{
  smp_photo_follow (&job->photo, job->image);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    show_present (job);
  if (!smp_hairline_job_check (job, error)
      || !check_replace (job, run_mode, error))
    return GIMP_PDB_CALLING_ERROR;
  return make (job, procedure, run_mode, error);
}

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpHairlineJob    job = { image, config };
  GimpPDBStatusType status;
  GimpValueArray   *values;
  GError           *error = NULL;

  gegl_init (NULL, NULL);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    gimp_ui_init ("smp");

  job.shapes = smp_mockup_presets_load_kind (SMP_PRESET_HAIRLINE);
  smp_photo_load (&job.photo, image);
  status = run_job (&job, procedure, run_mode, &error);

  values = gimp_procedure_new_return_values (procedure, status, error);
  if (status == GIMP_PDB_SUCCESS)
    {
      GIMP_VALUES_SET_PATH (values, 1, job.path);
      GIMP_VALUES_SET_STRING (values, 2, job.notes);
    }
  smp_hairline_job_clear (&job);
  return values;
}

static void
add_sizes (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_double_argument (p, "height", _("_Height (mm)"),
    _("From the glabella, the skin between the brows, to the middle of the "
      "line, along the skin; 0: as the shape says, mostly 80"), 0.0, 150.0,
    0.0, flags);
  gimp_procedure_add_double_argument (p, "width", _("_Width (mm)"),
    _("From corner to corner along the skin; 0: as the shape says, mostly "
      "160"), 0.0, 190.0, 0.0, flags);
  gimp_procedure_add_double_argument (p, "recession", _("R_ecession (mm)"),
    _("How far the corners lie behind the middle, along the skin; 0: not at "
      "all; -1: as the shape says"), SMP_HAIRLINE_USUAL_RECESSION, 60.0,
    SMP_HAIRLINE_USUAL_RECESSION, flags);
  gimp_procedure_add_double_argument (p, "pitch",
    _("Seen from _above (°)"),
    _("How far the camera looks down on the forehead; 0: straight at it; -90: "
      "as the top of the head tells, that of the selection, or the one that "
      "is known"), SMP_HAIRLINE_AUTO, 60.0, SMP_HAIRLINE_AUTO, flags);
  gimp_procedure_add_double_argument (p, "turn", _("Tur_n of the face (°)"),
    _("How far the face is turned to the left of the photo; -90: as the "
      "middle of the head tells"), SMP_HAIRLINE_AUTO, 60.0, SMP_HAIRLINE_AUTO,
    flags);
  gimp_procedure_add_double_argument (p, "crease", _("_Brow crease (mm)"),
    _("From the glabella to the highest crease of the raised brow, along the "
      "skin; grown men's lines are 15 mm or more behind it. 0: not known"),
    0.0, 120.0, 0.0, flags);
}

static void
add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_string_argument (p, "shape", _("Sha_pe"),
    _("Id of a hairline preset"), "natural", flags);
  gimp_procedure_add_string_argument (p, "points", _("Po_ints on the face"),
    _("Name of a path of two points, on the pupils or on the brows above "
      "them; a third may be the glabella between the brows, or on the midline "
      "of the face from the tip of the nose to the chin"), "", flags);
  gimp_procedure_add_choice_argument (p, "from", _("Poin_ts are"),
    _("What the first two points are, or whether the middle of the upper edge "
      "of the selection is that of the hairline"),
    gimp_choice_new_with_values (
      "auto", 0, _("Pupils, or the selection without points"), NULL,
      "pupils", 1, _("Pupils"), NULL,
      "brows", 2, _("Brows, above the pupils"), NULL,
      "selection", 3, _("None: top of the selection"), NULL, NULL),
    "auto", flags);
  add_sizes (p);
  gimp_procedure_add_string_argument (p, "name", _("Na_me of the path"),
    _("The mock-up takes the hairline by this name"), "Hairline", flags);
  gimp_procedure_add_boolean_argument (p, "replace", _("Replace the path"),
    _("If there is a path of this name"), FALSE, flags);
  gimp_procedure_add_path_return_value (p, "path", _("Path"),
    _("The hairline"), FALSE, flags);
  gimp_procedure_add_string_return_value (p, "notes", _("Notes"),
    _("Where the line differs from what the rules advise, a line of text "
      "each"), "", flags);
}

GimpProcedure *
smp_hairline_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_HAIRLINE_PROCEDURE, run,
    _("_Hairline..."),
    _("Draw a hairline as an editable path"),
    _("Makes a path from temple to temple in one of several shapes, placed by "
      "points on the face and true to scale. Edit it with the Paths tool, then "
      "let the mock-up begin there."));

  add_arguments (p);
  return p;
}
