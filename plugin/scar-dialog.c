/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scar-dialog.h"

#include <glib/gi18n-lib.h>

#include "lists.h"
#include "mockup-lists.h"
#include "scar-job.h"

#define WIDTH_USUAL 15.0        /* mm, where the slider ends */

/* The paths of the image, and that of the last run if it is gone. */
static GtkWidget *
new_paths (SmpMockupJob *job)
{
  GtkWidget *combo = gtk_combo_box_text_new ();
  gchar     *last;

  g_object_get (job->config, "path", &last, NULL);
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "",
                             _("None, only what is selected"));
  smp_lists_add_paths (combo, job->image, last);
  gtk_widget_set_tooltip_text (combo,
    _("Click along the middle of the scar with the Paths tool; a closed path "
      "goes around the scar. What is selected, and what is on the mask "
      "already, is treated too: paint the mask black to take some of it "
      "away"));
  g_free (last);
  return combo;
}

/* Another kind of scar is as wide as is usual for it. */
static void
scar_changed (GObject *config, GParamSpec *spec, SmpMockupJob *job)
{
  g_object_set (config, "width", smp_scar_job_usual_width (job), NULL);
}

/* GIMP's factory settings are empty, which stands for the defaults. */
static void
complete (GObject *config, GParamSpec *spec, SmpMockupJob *job)
{
  const SmpPhoto none = { 0 };

  smp_mockup_presets_complete (&job->presets, &none, job->config, FALSE);
}

static GtkWidget *
get_scale (GimpProcedureDialog *dialog, const gchar *argument)
{
  return gimp_procedure_dialog_get_widget (dialog, argument,
                                           GIMP_TYPE_SPIN_SCALE);
}

void
smp_scar_fill (GimpProcedureDialog *dialog, SmpMockupJob *job)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *lists = smp_lists_new ();
  GtkWidget *width, *note;

  smp_mockup_lists_add (lists, 0, job, SMP_PRESET_SCAR);
  smp_mockup_lists_add (lists, 1, job, SMP_PRESET_MATURITY);
  smp_lists_attach (lists, 2, _("Pa_th:"), new_paths (job), job->config,
                    "path");
  smp_mockup_lists_add (lists, 3, job, SMP_PRESET_DENSITY);
  smp_mockup_lists_add (lists, 4, job, SMP_PRESET_SHADE);
  smp_mockup_lists_add (lists, 5, job, SMP_PRESET_STAGE);
  gtk_box_pack_start (GTK_BOX (content), lists, FALSE, FALSE, 0);
  gtk_widget_show (lists);

  width = get_scale (dialog, "width");
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (width), 1);
  gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (width), 0.0, WIDTH_USUAL);
  smp_lists_bind_named (width, job->config, "path");
  smp_lists_connect (dialog, job->config, "notify", G_CALLBACK (complete),
                     job);
  smp_lists_connect (dialog, job->config, "notify::scar",
                     G_CALLBACK (scar_changed), job);
  smp_mockup_lists_new_session (dialog);
  gimp_procedure_dialog_fill (dialog, "width", "session", "px-per-mm", "seed",
                              NULL);

  note = smp_lists_new_note (_("Where there is stubble beside the scar, dots "
                               "match it. Ridges, dents and part of the shine "
                               "stay: pigment does not level skin."));
  gtk_box_pack_start (GTK_BOX (content), note, FALSE, FALSE, 0);
  gtk_widget_show (note);

  /* a scar that is selected now comes to one that is there */
  smp_mockup_job_show (job);
}
