/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "install-presets.h"

#include <glib/gi18n-lib.h>

#include "looks.h"
#include "presets.h"

static GimpValueArray *
run (GimpProcedure *procedure, GimpProcedureConfig *config, gpointer data)
{
  gchar   *shipped = smp_presets_shipped_dir ();
  gchar   *looks = g_build_filename (shipped, SMP_LOOKS_FILE, NULL);
  GError  *error = NULL;
  gint     added = 0;
  gboolean done = smp_looks_install_in_gimp (looks, gimp_directory (),
                                             smp_looks_gimp_start (), &added,
                                             &error);

  if (done && added > 0)
    g_message (ngettext ("%d look was added to the presets of SMP Dots. If SMP "
                         "Dots was open before, start GIMP anew to see it.",
                         "%d looks were added to the presets of SMP Dots. If "
                         "SMP Dots was open before, start GIMP anew to see "
                         "them.", added), added);
  else if (done)
    g_message (_("All looks are in the presets of SMP Dots already."));
  g_free (looks);
  g_free (shipped);
  return gimp_procedure_new_return_values (
    procedure, done ? GIMP_PDB_SUCCESS : GIMP_PDB_EXECUTION_ERROR, error);
}

GimpProcedure *
smp_install_presets_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = gimp_procedure_new (plug_in,
                                         SMP_INSTALL_PRESETS_PROCEDURE,
                                         GIMP_PDB_PROC_TYPE_PLUGIN, run, NULL,
                                         NULL);

  /* GIMP shows procedures with this argument only in the menus of an image */
  gimp_procedure_add_enum_argument (p, "run-mode", _("Run mode"), NULL,
                                    GIMP_TYPE_RUN_MODE,
                                    GIMP_RUN_NONINTERACTIVE,
                                    G_PARAM_READWRITE);
  gimp_procedure_set_menu_label (p, _("_Install Presets"));
  gimp_procedure_add_menu_path (p, "<Image>/Filters/Scalp Micropigmentation");
  gimp_procedure_set_documentation (p,
    _("Add the SMP looks to the presets of SMP Dots"),
    _("Adds those that are not there yet. Presets of your own stay as they "
      "are."), NULL);
  gimp_procedure_set_attribution (p, "SMP", "SMP", "2026");
  return p;
}
