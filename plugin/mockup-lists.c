/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-lists.h"

#include <glib/gi18n-lib.h>

static const gchar *const preset_label[SMP_PRESET_FILTER_KINDS] = {
  [SMP_PRESET_DENSITY]   = N_("_Density:"),
  [SMP_PRESET_SHADE]     = N_("S_hade:"),
  [SMP_PRESET_ZONE]      = N_("_Zone:"),
  [SMP_PRESET_DIFFUSION] = N_("Di_ffusion:"),
  [SMP_PRESET_STAGE]     = N_("Sta_ge:"),
  [SMP_PRESET_MISTAKE]   = N_("Show a _mistake:")
};

/* The list's choice is the argument's value. */
static void
attach (GtkWidget *grid, gint row, const gchar *label, GtkWidget *combo,
        GimpProcedureConfig *config, const gchar *argument)
{
  g_object_bind_property (config, argument, combo, "active-id",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (gtk_combo_box_get_active (GTK_COMBO_BOX (combo)) < 0)
    gtk_combo_box_set_active (GTK_COMBO_BOX (combo), 0);
  gtk_widget_set_hexpand (combo, TRUE);
  gimp_grid_attach_aligned (GTK_GRID (grid), 0, row, label, 0.0, 0.5, combo,
                            1);
  gtk_widget_show (combo);
}

/* A list of presets, its tooltip the description of the chosen one. */
static void
show_description (GtkComboBox *combo, GParamSpec *spec, SmpPresets *presets)
{
  const gchar     *id = gtk_combo_box_get_active_id (combo);
  const SmpPreset *preset = id && id[0] ? smp_presets_find (presets, id, NULL)
                            : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (combo),
                               preset ? smp_preset_get_description (preset)
                                      : NULL);
}

static GtkWidget *
add_presets (GtkWidget *grid, gint row, SmpMockupJob *job, SmpPresetKind kind)
{
  SmpPresets *presets = job->presets.list[kind];
  GtkWidget  *combo = gtk_combo_box_text_new ();

  if (kind == SMP_PRESET_MISTAKE)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "", _("None"));
  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);

      gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo),
                                 smp_preset_get_id (preset),
                                 smp_preset_get_name (preset));
    }
  attach (grid, row, _(preset_label[kind]), combo, job->config,
          smp_photo_preset_key[kind]);
  g_signal_connect (combo, "notify::active-id", G_CALLBACK (show_description),
                    presets);
  show_description (GTK_COMBO_BOX (combo), NULL, presets);
  return combo;
}

/* Without a hairline there is nothing to diffuse. */
static gboolean
is_named (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const gchar *name = g_value_get_string (from);

  g_value_set_boolean (to, name && name[0]);
  return TRUE;
}

/* The paths of the image, and that of the last run if it is gone. */
static void
add_hairlines (GtkWidget *grid, gint row, SmpMockupJob *job)
{
  GtkWidget   *combo = gtk_combo_box_text_new ();
  gchar      **names = smp_line_names (job->image);
  const gchar *last = job->photo.hairline_source;

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "",
                             _("Edges as selected"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), SMP_MOCKUP_OUTLINE,
                             _("Outline of the area"));
  for (gint i = 0; names[i]; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), names[i], names[i]);
  if (job->photo.hairline && last && last[0]
      && !g_str_equal (last, SMP_MOCKUP_OUTLINE)
      && !g_strv_contains ((const gchar *const *) names, last))
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), last, last);
  g_strfreev (names);
  gtk_widget_set_tooltip_text (combo,
    _("Where the dots begin: draw a path along the hairline with the Paths "
      "tool, and select the scalp behind it and a little in front of it. "
      "The outline of the area fades on all sides, as a thin crown does; "
      "edges as selected do not fade"));
  attach (grid, row, _("Ha_irline:"), combo, job->config, "hairline");
}

GtkWidget *
smp_mockup_lists_new (SmpMockupJob *job)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *diffusion;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_bottom (grid, 6);
  add_presets (grid, 0, job, SMP_PRESET_DENSITY);
  add_presets (grid, 1, job, SMP_PRESET_SHADE);
  add_presets (grid, 2, job, SMP_PRESET_ZONE);
  add_hairlines (grid, 3, job);
  diffusion = add_presets (grid, 4, job, SMP_PRESET_DIFFUSION);
  g_object_bind_property_full (job->config, "hairline", diffusion, "sensitive",
                               G_BINDING_SYNC_CREATE, is_named, NULL, NULL,
                               NULL);
  add_presets (grid, 5, job, SMP_PRESET_STAGE);
  add_presets (grid, 6, job, SMP_PRESET_MISTAKE);
  return grid;
}
