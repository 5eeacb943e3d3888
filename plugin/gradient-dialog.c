/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gradient-dialog.h"

#include <glib/gi18n-lib.h>

#include "gradient-job.h"
#include "lists.h"
#include "mockup-lists.h"

#define WIDTH_USUAL 60.0        /* mm, where sliders end */
#define EDGE_USUAL  5.0

static const gchar *const shape_name[SMP_SHAPES] = {
  [SMP_SHAPE_LINEAR]   = N_("Fade (from start to end)"),
  [SMP_SHAPE_CROWN]    = N_("Crown (from the whorl to its rim)"),
  [SMP_SHAPE_PARTING]  = N_("Parting (on both sides)"),
  [SMP_SHAPE_HAIRLINE] = N_("Hairline (behind a line)")
};

static const gchar *const profile_name[] = {
  N_("Linear"), N_("Smooth (soft at both ends)"),
  N_("Soft toe (long thin end)"), N_("Steep (short thin end)")
};

static GtkWidget *
new_shapes (void)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  for (guint i = 0; i < SMP_SHAPES; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), smp_shape_id[i],
                               _(shape_name[i]));
  return combo;
}

static GtkWidget *
new_profiles (void)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  for (guint i = 0; smp_gradient_profile[i]; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo),
                               smp_gradient_profile[i], _(profile_name[i]));
  return combo;
}

/* The paths of the image, and that of the last run if it is gone. */
static GtkWidget *
new_paths (SmpGradientJob *job)
{
  GtkWidget       *widget = gtk_combo_box_text_new ();
  GtkComboBoxText *combo = GTK_COMBO_BOX_TEXT (widget);
  gchar           *last;

  g_object_get (job->mockup.config, "path", &last, NULL);
  gtk_combo_box_text_append (combo, SMP_PLACE_AUTO, _("What is there"));
  gtk_combo_box_text_append (combo, SMP_PLACE_SELECTION,
                             _("The treated area"));
  if (job->mockup.photo.hairline || g_str_equal (last, SMP_PLACE_MOCKUP))
    gtk_combo_box_text_append (combo, SMP_PLACE_MOCKUP,
                               _("Hairline of the mock-up"));
  smp_lists_add_paths (widget, job->mockup.image,
                       job->is_gone && !g_str_equal (last, SMP_PLACE_MOCKUP)
                       ? last : NULL);
  gtk_widget_set_tooltip_text (widget,
    _("Click with the Paths tool where the gradient starts, then where it "
      "ends: from the dense end to the thin one, from the whorl to the rim of "
      "a crown, along a parting, or along the whole hairline. Without a path "
      "the treated area says: from its top to its bottom, from its centre to "
      "its rim, or along it"));
  g_free (last);
  return widget;
}

/* Another shape has another place, width and thin end. */
static void
shape_changed (GObject *config, GParamSpec *spec, SmpGradientJob *job)
{
  SmpShape shape;

  if (!smp_gradient_job_shape (&job->mockup, &shape, NULL))
    return;
  g_object_set (config,
                "path", job->has_filter && shape == job->shape
                        && job->notes.path ? job->notes.path : SMP_PLACE_AUTO,
                NULL);
  smp_gradient_job_set_usual (&job->mockup, shape);
}

/* The width has a meaning where it is not the way from start to end. */
static gboolean
has_width (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const gchar *shape = g_value_get_string (from);

  g_value_set_boolean (to, g_strcmp0 (shape, "parting") == 0
                           || g_strcmp0 (shape, "hairline") == 0);
  return TRUE;
}

static GtkWidget *
get_scale (GimpProcedureDialog *dialog, const gchar *argument, gint digits,
           gdouble most)
{
  GtkWidget *scale = gimp_procedure_dialog_get_widget (dialog, argument,
                                                       GIMP_TYPE_SPIN_SCALE);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (scale), digits);
  if (most > 0.0)
    gimp_spin_scale_set_scale_limits (GIMP_SPIN_SCALE (scale), 0.0, most);
  return scale;
}

void
smp_gradient_fill (GimpProcedureDialog *dialog, SmpMockupJob *job)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *lists = smp_lists_new ();
  GtkWidget *width;

  smp_lists_attach (lists, 0, _("Sh_ape:"), new_shapes (), job->config,
                    "shape");
  smp_lists_attach (lists, 1, _("Pa_th:"),
                    new_paths ((SmpGradientJob *) job), job->config, "path");
  smp_mockup_lists_add (lists, 2, job, SMP_PRESET_DENSITY);
  smp_mockup_lists_add (lists, 3, job, SMP_PRESET_SHADE);
  smp_lists_attach (lists, 4, _("Pro_file:"), new_profiles (), job->config,
                    "profile");
  smp_mockup_lists_add (lists, 5, job, SMP_PRESET_STAGE);
  gtk_box_pack_start (GTK_BOX (content), lists, FALSE, FALSE, 0);
  gtk_widget_show (lists);

  get_scale (dialog, "thin-density", 0, 100.0);
  get_scale (dialog, "thin-water", 0, 0.0);
  get_scale (dialog, "thin-size", 0, 0.0);
  width = get_scale (dialog, "width", 1, WIDTH_USUAL);
  get_scale (dialog, "irregularity", 1, EDGE_USUAL);
  smp_mockup_lists_new_session (dialog);
  gimp_procedure_dialog_fill (dialog, "thin-density", "thin-water",
                              "thin-size", "width", "irregularity", "session",
                              "px-per-mm", "seed", NULL);
  g_object_bind_property_full (job->config, "shape", width, "sensitive",
                               G_BINDING_SYNC_CREATE, has_width, NULL, NULL,
                               NULL);
  smp_lists_connect (dialog, job->config, "notify::shape",
                     G_CALLBACK (shape_changed), job);
}
