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

#define PX_PER_MM_MAX 200.0
#define HEAD_GUESS    (-1.0)

/* What belongs to one photo is not taken over from the last one. */
static void
forget_last_photo (SmpMockupJob *job)
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

/* The dialog starts with what the image has.  A closed path is what to treat if
 * nothing is selected.
 */
static void
show_present (SmpMockupJob *job)
{
  const SmpPhoto *photo = &job->photo;
  GObject        *config = G_OBJECT (job->config);
  gchar          *path = NULL;

  smp_mockup_presets_show (&job->presets, photo, job->config,
                           job->treatment.filter != NULL);
  g_object_set (config, "px-per-mm", smp_photo_scale (photo), NULL);
  if (photo->known)
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
  else if (!answer && values)
    {
      smp_treatment_restore (&job->treatment, job->image, values);
      if (gimp_layer_get_mode (job->treatment.group) != mode)
        gimp_layer_set_mode (job->treatment.group, mode);
    }
  g_clear_pointer (&values, g_ptr_array_unref);
  smp_photo_clear (&before);
  return answer;
}

static void
tell_change (const SmpMockupJob *job)
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

/* One undo step around all that happens to the image. */
static GimpPDBStatusType
make (SmpMockupJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
      GError **error)
{
  const gboolean clean = !gimp_image_is_dirty (job->image);
  GimpLayer    **selected = gimp_image_get_selected_layers (job->image);
  gboolean       done = TRUE;

  gimp_image_undo_group_start (job->image);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    done = ask (job, procedure, error);
  if (done)
    {
      gimp_progress_init (_("Laying dots"));
      done = smp_mockup_job_make (job, error);
      gimp_progress_end ();
    }
  else if (selected && selected[0])
    gimp_image_set_selected_layers (job->image,
                                    (const GimpLayer **) selected);
  gimp_image_undo_group_end (job->image);
  g_free (selected);

  if (!done && clean)
    gimp_image_clean_all (job->image);
  if (done)
    tell_change (job);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    gimp_displays_flush ();
  return done ? GIMP_PDB_SUCCESS
         : *error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL;
}

static GimpPDBStatusType
run_job (SmpMockupJob *job, GimpProcedure *procedure, GimpRunMode run_mode,
         GError **error)
{
  gboolean cancelled = FALSE;

  if (!smp_check_image (job->image, error))
    return GIMP_PDB_EXECUTION_ERROR;
  if (smp_treatment_find (job->image, &job->treatment)
      && !smp_check_locks (&job->treatment, error))
    return GIMP_PDB_EXECUTION_ERROR;

  job->change = smp_photo_follow (&job->photo, job->image);
  if (job->treatment.filter)
    smp_treatment_learn (&job->treatment, &job->photo);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    forget_last_photo (job);
  if (run_mode == GIMP_RUN_INTERACTIVE)
    show_present (job);
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
  GimpProcedure *p = gimp_image_procedure_new (plug_in, SMP_MOCKUP_PROCEDURE,
                                               GIMP_PDB_PROC_TYPE_PLUGIN, run,
                                               NULL, NULL);

  /* indexed images too: the artist is told what to do */
  gimp_procedure_set_image_types (p, "*");
  gimp_procedure_set_sensitivity_mask (p, GIMP_PROCEDURE_SENSITIVE_DRAWABLE
                                          | GIMP_PROCEDURE_SENSITIVE_DRAWABLES
                                          | GIMP_PROCEDURE_SENSITIVE_NO_DRAWABLES);
  gimp_procedure_set_menu_label (p, _("_Mock-up..."));
  gimp_procedure_add_menu_path (p, "<Image>/Filters/Scalp Micropigmentation");
  gimp_procedure_set_documentation (p,
    _("Show scalp micropigmentation on the selected area"),
    _("Makes a layer group that lays SMP dots on a copy of the photo, its mask "
      "the selected area, or changes the one that is there. The photo itself "
      "is not touched."), NULL);
  gimp_procedure_set_attribution (p, "SMP", "SMP", "2026");
  add_arguments (p);
  return p;
}
