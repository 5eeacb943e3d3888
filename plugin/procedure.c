/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "procedure.h"

#define ANY_IMAGE (GIMP_PROCEDURE_SENSITIVE_DRAWABLE    \
                   | GIMP_PROCEDURE_SENSITIVE_DRAWABLES \
                   | GIMP_PROCEDURE_SENSITIVE_NO_DRAWABLES)

GimpProcedure *
smp_procedure_new (GimpPlugIn *plug_in, const gchar *name,
                   GimpRunImageFunc run, const gchar *menu_label,
                   const gchar *blurb, const gchar *help)
{
  GimpProcedure *p = gimp_image_procedure_new (plug_in, name,
                                               GIMP_PDB_PROC_TYPE_PLUGIN, run,
                                               NULL, NULL);

  /* indexed images too: the artist is told what to do */
  gimp_procedure_set_image_types (p, "*");
  gimp_procedure_set_sensitivity_mask (p, ANY_IMAGE);
  gimp_procedure_set_menu_label (p, menu_label);
  gimp_procedure_add_menu_path (p, "<Image>/Filters/Scalp Micropigmentation");
  gimp_procedure_set_documentation (p, blurb, help, NULL);
  gimp_procedure_set_attribution (p, "SMP", "SMP", "2026");
  return p;
}

void
smp_step_begin (SmpStep *step, GimpImage *image)
{
  step->image = image;
  step->clean = !gimp_image_is_dirty (image);
  step->layers = gimp_image_get_selected_layers (image);
  step->paths = gimp_image_get_selected_paths (image);
  gimp_image_undo_group_start (image);
}

GimpPDBStatusType
smp_step_end (SmpStep *step, gboolean done, GimpRunMode run_mode,
              const GError *error)
{
  if (!done && step->layers && step->layers[0])
    gimp_image_set_selected_layers (step->image,
                                    (const GimpLayer **) step->layers);
  if (!done && step->paths && step->paths[0])
    gimp_image_set_selected_paths (step->image,
                                   (const GimpPath **) step->paths);
  gimp_image_undo_group_end (step->image);
  g_free (step->layers);
  g_free (step->paths);

  if (!done && step->clean)
    gimp_image_clean_all (step->image);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    gimp_displays_flush ();
  return done ? GIMP_PDB_SUCCESS
         : error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL;
}
