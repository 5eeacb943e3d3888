/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns are tried on a treatment of their own over all of the head, whose
 * mask is written anew with each change.  One that the image has is hidden
 * while it would be replaced.
 */

#include "config.h"

#include "pattern-dialog.h"

#include <math.h>

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#include "lists.h"
#include "mockup.h"
#include "mockup-dots.h"
#include "mockup-recall.h"

#define SCALE_USUAL 30.0        /* px/mm, where the slider ends */

typedef struct
{
  SmpPatternJob *job;
  SmpMockupJob   trial;
  GtkWidget     *about;         /* the chosen pattern */
  GtkWidget     *result;
  guint          idle;          /* one update for all that happened meanwhile */
} Preview;

/* How many dots the treatment would take, or that there is nothing to see. */
static void
show_result (Preview *preview, gboolean seen)
{
  const SmpPatternResult *r = &preview->job->result;
  gchar                  *text;

  text = seen
         ? g_strdup_printf (_("%.0f cm² of scalp, %.0f cm² of it in this "
                              "photo: about %.0f dots at %.0f per cm²"),
                            r->area_cm2, r->seen_cm2,
                            100.0 * round (0.01 * r->seen_cm2
                                           * r->density_cm2),
                            r->density_cm2)
         : g_strdup (_("From here nothing is seen of it."));
  gtk_label_set_text (GTK_LABEL (preview->result), text);
  g_free (text);
}

static void
show_about (Preview *preview)
{
  const SmpPreset *pattern;
  gchar           *id;

  g_object_get (preview->job->config, "pattern", &id, NULL);
  pattern = smp_presets_find (preview->job->patterns, id, NULL);
  gtk_label_set_text (GTK_LABEL (preview->about),
                      pattern ? smp_preset_get_description (pattern) : "");
  g_free (id);
}

/* A treatment of the image is hidden unless the pattern is added to it. */
static void
show_old (Preview *preview)
{
  GimpLayer *group = preview->job->mockup.treatment.group;
  gchar     *mode;

  if (!group)
    return;
  g_object_get (preview->job->config, "mode", &mode, NULL);
  gimp_item_set_visible (GIMP_ITEM (group), g_strcmp0 (mode, "add") == 0);
  g_free (mode);
}

static gboolean
show (gpointer data)
{
  Preview *preview = data;

  preview->idle = 0;
  show_about (preview);
  show_old (preview);
  show_result (preview,
               smp_pattern_job_show (preview->job, &preview->trial));
  gimp_displays_flush ();
  return G_SOURCE_REMOVE;
}

static void
config_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  if (!preview->idle)
    preview->idle = g_idle_add (show, preview);
}

static void
set_usual_elevation (GObject *config)
{
  gchar *view;

  g_object_get (config, "view", &view, NULL);
  g_object_set (config, "elevation", smp_pattern_usual_elevation (view), NULL);
  g_free (view);
}

static void
view_changed (GObject *config, GParamSpec *spec, Preview *preview)
{
  set_usual_elevation (config);
}

/* Makes the treatment to try on, in the box around the head. */
static gboolean
begin_trial (Preview *preview, GError **error)
{
  SmpPatternJob *job = preview->job;
  SmpMockupJob  *trial = &preview->trial;
  GimpChannel   *selected = smp_selection_put_away (job->image);
  gboolean       done;

  trial->treatment.kind = &smp_treatment_dots;
  smp_photo_load (&trial->photo, job->image);
  smp_photo_follow (&trial->photo, job->image);
  smp_mockup_presets_load (&trial->presets, SMP_MOCKUP_DOTS_PRESETS);
  smp_mockup_presets_show (&trial->presets, &job->mockup.photo, trial->config,
                           FALSE);
  g_object_set (trial->config, "measure", FALSE, "whole", TRUE, NULL);
  done = smp_mockup_job_make (trial, error);
  smp_selection_bring_back (job->image, selected);
  return done;
}

static GtkWidget *
new_views (void)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "front", _("Front"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "top",
                             _("From above, the face at the bottom"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "back",
                             _("Back, with the crown"));
  return combo;
}

static GtkWidget *
new_modes (void)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "replace",
                             _("Replace the mask"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "add",
                             _("Add to the mask"));
  return combo;
}

static void
fill (GimpProcedureDialog *dialog, Preview *preview)
{
  static const gchar *const scales[] = {
    "strength", "elevation", "turn", "head-angle", "px-per-mm"
  };
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *lists = smp_lists_new ();
  GtkWidget *scale = NULL;

  smp_lists_attach (lists, 0, _("_Pattern:"),
                    smp_lists_new_presets (preview->job->patterns, NULL),
                    preview->job->config, "pattern");
  preview->about = smp_lists_new_note (NULL);
  gtk_grid_attach (GTK_GRID (lists), preview->about, 1, 1, 1, 1);
  smp_lists_attach (lists, 2, _("_View:"), new_views (), preview->job->config,
                    "view");
  if (preview->job->mockup.treatment.photo)
    smp_lists_attach (lists, 3, _("_Mode:"), new_modes (),
                      preview->job->config, "mode");
  gtk_box_pack_start (GTK_BOX (content), lists, FALSE, FALSE, 0);
  gtk_widget_show_all (lists);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    scale = gimp_procedure_dialog_get_widget (dialog, scales[i],
                                              GIMP_TYPE_SPIN_SCALE);
  gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale), 0.0,
                                    SCALE_USUAL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (scale), 2);
  gimp_procedure_dialog_fill (dialog, "strength", "elevation", "turn",
                              "head-angle", "px-per-mm", "seed", NULL);

  preview->result = smp_lists_new_note (NULL);
  gtk_box_pack_start (GTK_BOX (content), preview->result, FALSE, FALSE, 0);
  gtk_widget_show (preview->result);
}

static gboolean
ask (GimpProcedure *procedure, Preview *preview)
{
  SmpPatternJob *job = preview->job;
  GtkWidget     *dialog = gimp_procedure_dialog_new (procedure, job->config,
                                                     _("SMP Pattern"));
  gboolean       answer;

  fill (GIMP_PROCEDURE_DIALOG (dialog), preview);
  show (preview);
  g_signal_connect (job->config, "notify::view", G_CALLBACK (view_changed),
                    preview);
  g_signal_connect (job->config, "notify", G_CALLBACK (config_changed),
                    preview);
  answer = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog));
  g_signal_handlers_disconnect_by_data (job->config, preview);
  if (preview->idle)
    g_source_remove (preview->idle);
  gtk_widget_destroy (dialog);
  return answer;
}

/* The dialog starts with what can be chosen. */
static void
show_present (SmpPatternJob *job)
{
  GObject *config = G_OBJECT (job->config);
  gchar   *id;

  g_object_get (config, "pattern", &id, NULL);
  if (!smp_presets_find (job->patterns, id, NULL)
      && smp_presets_count (job->patterns) > 0)
    g_object_set (config, "pattern",
                  smp_preset_get_id (smp_presets_get (job->patterns, 0)),
                  NULL);
  g_free (id);
  g_object_set (config, "px-per-mm", smp_photo_scale (&job->mockup.photo),
                NULL);
  set_usual_elevation (config);
}

gboolean
smp_pattern_ask (GimpProcedure *procedure, SmpPatternJob *job, GError **error)
{
  GimpProcedure *mockup = smp_mockup_create (
    gimp_procedure_get_plug_in (procedure));
  GimpLayer     *old = job->mockup.treatment.group;
  const gboolean visible = old && gimp_item_get_visible (GIMP_ITEM (old));
  Preview        preview = {
    job, { &smp_mockup_dots, job->image, NULL,
           gimp_procedure_create_config (mockup) }
  };
  SmpPhoto       before;
  gboolean       answer = FALSE;

  smp_photo_load (&before, job->image);
  show_present (job);
  if (old)
    gimp_item_set_visible (GIMP_ITEM (old), FALSE);
  if (begin_trial (&preview, error))
    {
      answer = ask (procedure, &preview)
               && smp_pattern_job_check (job, error);
      smp_mockup_job_unmake (&preview.trial, &before);
    }
  if (old)
    gimp_item_set_visible (GIMP_ITEM (old), visible);
  smp_photo_clear (&before);
  smp_mockup_job_clear (&preview.trial);
  g_object_unref (preview.trial.config);
  g_object_unref (mockup);
  return answer;
}
