/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-dialog.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#define SCALE_USUAL 30.0        /* px/mm, where the slider ends */

gboolean
smp_mockup_ask_whole (void)
{
  GtkWidget *dialog;
  gint       response;

  dialog = gtk_message_dialog_new (NULL, GTK_DIALOG_MODAL,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                                   _("Nothing is selected"));
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog),
    _("Usually the area to treat is selected first, with the lasso for "
      "example. Shall the whole photo be treated?"));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog),
                          _("_Cancel"), GTK_RESPONSE_CANCEL,
                          _("_Treat the Whole Photo"), GTK_RESPONSE_OK,
                          NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_window_set_title (GTK_WINDOW (dialog), _("SMP Mock-up"));
  response = gtk_dialog_run (GTK_DIALOG (dialog));
  gtk_widget_destroy (dialog);
  return response == GTK_RESPONSE_OK;
}

/* A list of presets, its tooltip the description of the chosen one. */
static void
show_description (GtkComboBox *combo, GParamSpec *spec, SmpPresets *presets)
{
  const gchar     *id = gtk_combo_box_get_active_id (combo);
  const SmpPreset *preset = id ? smp_presets_find (presets, id, NULL) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (combo),
                               preset ? smp_preset_get_description (preset)
                                      : NULL);
}

static void
add_presets (GtkWidget *grid, gint row, const gchar *label,
             GimpProcedureConfig *config, const gchar *argument,
             SmpPresets *presets)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);

      gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo),
                                 smp_preset_get_id (preset),
                                 smp_preset_get_name (preset));
    }
  g_object_bind_property (config, argument, combo, "active-id",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (gtk_combo_box_get_active (GTK_COMBO_BOX (combo)) < 0)
    gtk_combo_box_set_active (GTK_COMBO_BOX (combo), 0);
  g_signal_connect (combo, "notify::active-id", G_CALLBACK (show_description),
                    presets);
  show_description (GTK_COMBO_BOX (combo), NULL, presets);
  gtk_widget_set_hexpand (combo, TRUE);
  gimp_grid_attach_aligned (GTK_GRID (grid), 0, row, label, 0.0, 0.5, combo,
                            1);
  gtk_widget_show (combo);
}

/* Moves of a slider come faster than the canvas can follow: one update for all
 * that happened meanwhile.
 */
typedef struct
{
  SmpMockupJob *job;
  guint         idle;
} Preview;

static gboolean
show (gpointer data)
{
  Preview *preview = data;

  preview->idle = 0;
  smp_mockup_job_show (preview->job);
  return G_SOURCE_REMOVE;
}

static void
config_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  if (!preview->idle)
    preview->idle = g_idle_add (show, preview);
}

static void
fill (GimpProcedureDialog *dialog, SmpMockupJob *job)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *scale;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_bottom (grid, 6);
  add_presets (grid, 0, _("_Density:"), job->config, "density",
               job->densities);
  add_presets (grid, 1, _("S_hade:"), job->config, "shade", job->shades);
  gtk_box_pack_start (GTK_BOX (content), grid, FALSE, FALSE, 0);
  gtk_widget_show (grid);

  gimp_procedure_dialog_get_widget (dialog, "session", GIMP_TYPE_SPIN_SCALE);
  scale = gimp_procedure_dialog_get_widget (dialog, "px-per-mm",
                                            GIMP_TYPE_SPIN_SCALE);
  gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale), 0.0,
                                    SCALE_USUAL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (scale), 2);
  gimp_procedure_dialog_fill (dialog, "session", "px-per-mm", "curvature",
                              "seed", NULL);
}

gboolean
smp_mockup_ask (GimpProcedure *procedure, SmpMockupJob *job)
{
  GtkWidget *dialog = gimp_procedure_dialog_new (procedure, job->config,
                                                 _("SMP Mock-up"));
  Preview    preview = { job, 0 };
  gboolean   answer;

  fill (GIMP_PROCEDURE_DIALOG (dialog), job);
  g_signal_connect (job->config, "notify", G_CALLBACK (config_changed),
                    &preview);
  answer = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog));
  g_signal_handlers_disconnect_by_func (job->config, config_changed,
                                        &preview);
  if (preview.idle)
    g_source_remove (preview.idle);
  gtk_widget_destroy (dialog);
  return answer;
}
