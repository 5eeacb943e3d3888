/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-dialog.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "lists.h"

#define SCALE_USUAL 30.0        /* px/mm, where the slider ends */

gboolean
smp_mockup_ask_whole (const SmpMockupJob *job)
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
  gtk_window_set_title (GTK_WINDOW (dialog), _(job->kind->title));
  response = gtk_dialog_run (GTK_DIALOG (dialog));
  gtk_widget_destroy (dialog);
  return response == GTK_RESPONSE_OK;
}

/* Moves of a slider come faster than the canvas can follow: one update for all
 * that happened meanwhile.
 */
typedef struct
{
  SmpMockupJob *job;
  GtkWidget    *dialog;
  GtkWidget    *problem;
  GtkWidget    *hint;
  guint         idle;
} Preview;

/* What is asked for and cannot be had, and that dots are too small to be seen
 * one by one.
 */
static void
show_notes (Preview *preview)
{
  const gdouble  dot_px = smp_mockup_job_dot_px (preview->job);
  GError        *error = NULL;
  const gboolean good = smp_mockup_job_check (preview->job, &error);

  gtk_label_set_text (GTK_LABEL (preview->problem),
                      error ? error->message : "");
  gtk_widget_set_visible (preview->problem, !good);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (preview->dialog),
                                     GTK_RESPONSE_OK, good);
  gtk_widget_set_visible (preview->hint,
                          good && dot_px > 0.0 && dot_px < 1.0);
  g_clear_error (&error);
}

static gboolean
show (gpointer data)
{
  Preview *preview = data;

  preview->idle = 0;
  smp_mockup_job_show (preview->job);
  show_notes (preview);
  return G_SOURCE_REMOVE;
}

static void
config_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  if (!preview->idle)
    preview->idle = g_idle_add (show, preview);
}

static void
fill (GimpProcedureDialog *dialog, Preview *preview)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *scale;

  /* before the rows are made, which take what is there */
  scale = gimp_procedure_dialog_get_widget (dialog, "px-per-mm",
                                            GIMP_TYPE_SPIN_SCALE);
  gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale), 0.0,
                                    SCALE_USUAL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (scale), 2);
  preview->job->kind->fill (dialog, preview->job);

  preview->problem = smp_lists_new_note (NULL);
  preview->hint = smp_lists_new_note (_("Dots are smaller than a pixel here: "
                                        "they show as tone and grain, not one "
                                        "by one."));
  gtk_box_pack_start (GTK_BOX (content), preview->problem, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), preview->hint, FALSE, FALSE, 0);
  show_notes (preview);
}

gboolean
smp_mockup_ask (GimpProcedure *procedure, SmpMockupJob *job)
{
  GtkWidget *dialog = gimp_procedure_dialog_new (procedure, job->config,
                                                 _(job->kind->title));
  Preview    preview = { job, dialog };
  gboolean   answer;

  fill (GIMP_PROCEDURE_DIALOG (dialog), &preview);
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
