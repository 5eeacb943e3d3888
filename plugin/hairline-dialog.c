/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "hairline-dialog.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "hairline-points.h"
#include "lists.h"

#define NOTES_WIDTH 44          /* characters */
#define ANGLE_LEAST (-45.0)     /* degrees */
#define ANGLE_MOST  60.0
#define RECESSION_MOST 60.0     /* mm */

/* Moves of a slider come faster than the canvas can follow: one update for all
 * that happened meanwhile.
 */
typedef struct
{
  SmpHairlineJob *job;
  GtkWidget      *dialog;
  GtkWidget      *notes;
  guint           idle;
} Preview;

/* The line, and what is to be said of it, or why there is none. */
static gboolean
show (gpointer data)
{
  Preview       *preview = data;
  SmpHairlineJob *job = preview->job;
  GError        *error = NULL;
  const gboolean good = smp_hairline_job_show (job, &error)
                        && smp_hairline_job_check_name (job, &error);

  preview->idle = 0;
  gtk_dialog_set_response_sensitive (GTK_DIALOG (preview->dialog),
                                     GTK_RESPONSE_OK, good);
  gtk_label_set_text (GTK_LABEL (preview->notes),
                      good ? job->notes : error->message);
  g_clear_error (&error);
  gimp_displays_flush ();
  return G_SOURCE_REMOVE;
}

static void
shape_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  smp_hairline_job_size (preview->job);
}

static void
points_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  smp_hairline_job_view (preview->job);
}

/* The artist says how the face is seen, or wants it to be found, as after a
 * reset.
 */
static void
view_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  gdouble pitch, turn;

  g_object_get (config, "pitch", &pitch, "turn", &turn, NULL);
  if (pitch == SMP_HAIRLINE_AUTO || turn == SMP_HAIRLINE_AUTO)
    smp_hairline_job_view (preview->job);
  else if (pitch != 0.0)
    preview->job->pitch_guessed = FALSE;
}

/* As after a reset. */
static void
recession_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  gdouble recession;

  g_object_get (config, "recession", &recession, NULL);
  if (recession < 0.0)
    smp_hairline_job_recede (preview->job);
}

static void
config_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  if (!preview->idle)
    preview->idle = g_idle_add (show, preview);
}

static GtkWidget *
new_points (GimpImage *image)
{
  GtkWidget *combo = gtk_combo_box_text_new ();
  gchar    **names = smp_points_names (image);

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "",
                             _("None: top of the selection"));
  for (gint i = 0; names[i]; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), names[i], names[i]);
  g_strfreev (names);
  gtk_widget_set_tooltip_text (combo,
    _("A path of two points, on the pupils or on the brows above them. A third "
      "may be the glabella between the brows, or on the midline of the face "
      "from the tip of the nose to the chin"));
  return combo;
}

static GtkWidget *
new_kinds (void)
{
  GtkWidget *combo = gtk_combo_box_text_new ();
  static const gchar *const kind[][2] = {
    { "pupils", N_("The pupils") },
    { "brows", N_("The brows, above the pupils") },
    { "selection", N_("None: top of the selection") },
    { "auto", N_("The pupils, if there are points") }
  };

  for (guint i = 0; i < G_N_ELEMENTS (kind); i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), kind[i][0],
                               _(kind[i][1]));
  return combo;
}

static GtkWidget *
new_lists (SmpHairlineJob *job)
{
  GtkWidget *lists = smp_lists_new ();

  smp_lists_attach (lists, 0, _("Sha_pe:"),
                    smp_lists_new_presets (job->shapes, NULL), job->config,
                    "shape");
  smp_lists_attach (lists, 1, _("Po_ints on the face:"),
                    new_points (job->image), job->config, "points");
  smp_lists_attach (lists, 2, _("Poin_ts are:"), new_kinds (), job->config,
                    "from");
  return lists;
}

static void
fill (GimpProcedureDialog *dialog, Preview *preview)
{
  static const gchar *const size[] = {
    "height", "width", "recession", "pitch", "turn", "crease"
  };
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *lists = new_lists (preview->job);

  gtk_box_pack_start (GTK_BOX (content), lists, FALSE, FALSE, 0);
  gtk_widget_show (lists);
  for (guint i = 0; i < G_N_ELEMENTS (size); i++)
    {
      GtkWidget *scale = gimp_procedure_dialog_get_widget (
        dialog, size[i], GIMP_TYPE_SPIN_SCALE);

      gtk_spin_button_set_digits (GTK_SPIN_BUTTON (scale), 1);
      if (g_str_equal (size[i], "pitch") || g_str_equal (size[i], "turn"))
        gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale),
                                          ANGLE_LEAST, ANGLE_MOST);
      else if (g_str_equal (size[i], "recession"))
        gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale), 0.0,
                                          RECESSION_MOST);
    }
  gimp_procedure_dialog_fill (dialog, "height", "width", "recession", "pitch",
                              "turn", "crease", "name", NULL);
  preview->notes = smp_lists_new_note (NULL);
  gtk_label_set_width_chars (GTK_LABEL (preview->notes), NOTES_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (preview->notes), NOTES_WIDTH);
  gtk_box_pack_start (GTK_BOX (content), preview->notes, FALSE, FALSE, 0);
  gtk_widget_show (preview->notes);
}

static gboolean
ask_replace (SmpHairlineJob *job, GtkWidget *parent)
{
  GtkWidget *dialog;
  gint       response;
  gchar     *name;

  if (!smp_hairline_job_old (job))
    return TRUE;
  g_object_get (job->config, "name", &name, NULL);
  dialog = gtk_message_dialog_new (GTK_WINDOW (parent), GTK_DIALOG_MODAL,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                                   _("There is a path “%s” already"), name);
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog),
    _("Shall the new line take its place? What you have changed by hand in "
      "the old one is lost then."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog),
                          _("_Cancel"), GTK_RESPONSE_CANCEL,
                          _("Re_place"), GTK_RESPONSE_OK, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_window_set_title (GTK_WINDOW (dialog), _("SMP Hairline"));
  response = gtk_dialog_run (GTK_DIALOG (dialog));
  gtk_widget_destroy (dialog);
  g_free (name);
  return response == GTK_RESPONSE_OK;
}

gboolean
smp_hairline_ask (GimpProcedure *procedure, SmpHairlineJob *job)
{
  GtkWidget *dialog = gimp_procedure_dialog_new (procedure, job->config,
                                                 _("SMP Hairline"));
  Preview    preview = { job, dialog, NULL, 0 };
  gboolean   answer;

  smp_hairline_job_view (job);
  smp_hairline_job_size (job);
  fill (GIMP_PROCEDURE_DIALOG (dialog), &preview);
  g_signal_connect (job->config, "notify::shape", G_CALLBACK (shape_changed),
                    &preview);
  g_signal_connect (job->config, "notify::points",
                    G_CALLBACK (points_changed), &preview);
  g_signal_connect (job->config, "notify::from",
                    G_CALLBACK (points_changed), &preview);
  g_signal_connect (job->config, "notify::recession",
                    G_CALLBACK (recession_changed), &preview);
  g_signal_connect (job->config, "notify::pitch", G_CALLBACK (view_changed),
                    &preview);
  g_signal_connect (job->config, "notify::turn", G_CALLBACK (view_changed),
                    &preview);
  g_signal_connect (job->config, "notify", G_CALLBACK (config_changed),
                    &preview);
  show (&preview);
  do
    answer = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog));
  while (answer && !ask_replace (job, dialog));
  g_signal_handlers_disconnect_by_data (job->config, &preview);
  if (preview.idle)
    g_source_remove (preview.idle);
  gtk_widget_destroy (dialog);
  return answer;
}
