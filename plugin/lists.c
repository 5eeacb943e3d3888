/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lists.h"

#include "line.h"

GtkWidget *
smp_lists_new (void)
{
  GtkWidget *lists = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (lists), 6);
  gtk_grid_set_column_spacing (GTK_GRID (lists), 6);
  gtk_widget_set_margin_bottom (lists, 6);
  return lists;
}

void
smp_lists_attach (GtkWidget *lists, gint row, const gchar *label,
                  GtkWidget *combo, GimpProcedureConfig *config,
                  const gchar *argument)
{
  g_object_bind_property (config, argument, combo, "active-id",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (gtk_combo_box_get_active (GTK_COMBO_BOX (combo)) < 0)
    gtk_combo_box_set_active (GTK_COMBO_BOX (combo), 0);
  gtk_widget_set_hexpand (combo, TRUE);
  gimp_grid_attach_aligned (GTK_GRID (lists), 0, row, label, 0.0, 0.5, combo,
                            1);
  gtk_widget_show (combo);
}

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

GtkWidget *
smp_lists_new_presets (SmpPresets *presets, const gchar *none)
{
  GtkWidget *combo = gtk_combo_box_text_new ();

  if (none)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "", none);
  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);

      gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo),
                                 smp_preset_get_id (preset),
                                 smp_preset_get_name (preset));
    }
  g_signal_connect (combo, "notify::active-id", G_CALLBACK (show_description),
                    presets);
  return combo;
}

void
smp_lists_add_paths (GtkWidget *combo, GimpImage *image, const gchar *last)
{
  gchar **names = smp_line_names (image);

  for (gint i = 0; names[i]; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), names[i], names[i]);
  if (last && last[0]
      && !g_strv_contains ((const gchar *const *) names, last))
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), last, last);
  g_strfreev (names);
}

static gboolean
is_named (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const gchar *name = g_value_get_string (from);

  g_value_set_boolean (to, name && name[0]);
  return TRUE;
}

void
smp_lists_bind_named (GtkWidget *widget, GimpProcedureConfig *config,
                      const gchar *argument)
{
  g_object_bind_property_full (config, argument, widget, "sensitive",
                               G_BINDING_SYNC_CREATE, is_named, NULL, NULL,
                               NULL);
}

void
smp_lists_connect (GimpProcedureDialog *dialog, GimpProcedureConfig *config,
                   const gchar *signal, GCallback callback, gpointer data)
{
  GClosure *closure = g_cclosure_new (callback, data, NULL);

  g_object_watch_closure (G_OBJECT (dialog), closure);
  g_signal_connect_closure (config, signal, closure, FALSE);
}

GtkWidget *
smp_lists_new_note (const gchar *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_line_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (note), 1);
  gtk_label_set_xalign (GTK_LABEL (note), 0.0);
  gimp_label_set_attributes (GTK_LABEL (note), PANGO_ATTR_SCALE,
                             PANGO_SCALE_SMALL, -1);
  return note;
}
