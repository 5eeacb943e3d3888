/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scale-dialog.h"

#include <libgimp/gimpui.h>

#include <glib/gi18n-lib.h>

#define TEXT_WIDTH 56           /* characters */
#define TEXT_LINES 5            /* usually, so that the window keeps its size */
#define LINE_PX    18

typedef struct
{
  SmpScaleJob *job;
  GArray      *lengths;         /* SmpLength, as in the list */
  GtkWidget   *dialog;
  GtkWidget   *list;
  GtkWidget   *mm;
  GtkWidget   *headline;
  GtkWidget   *text;
} Asking;

/* What is assumed and what it means, for the artist; g_free() */
static gchar *
explain (const SmpScaleJob *job, const SmpScale *scale)
{
  const gdouble px = smp_length_px (&scale->length);
  const gdouble now = smp_photo_scale (&job->photo);
  GString      *text = g_string_new (_(scale->known->assumed));

  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("The error is about %.*f %%."),
                          scale->error < 2.0 ? 1 : 0, scale->error);
  if (smp_known_marking_error (px) > 0.5 * scale->error
      && scale->error >= 2.0)
    g_string_append (text, _(" Most of it comes from so few pixels: measure "
                             "something longer, or in a larger photo."));
  g_string_append (text, "\n");
  g_string_append_printf (text, _("The whole photo then shows %.0f mm from "
                                  "left to right."),
                          gimp_image_get_width (job->image)
                          / scale->px_per_mm);
  g_string_append_printf (text,
                          job->photo.px_per_mm > 0.0
                          ? _(" The scale was %.2f before.")
                          : _(" Without a scale %.2f would be guessed."), now);
  if (job->treatments->len && job->change == SMP_FRAME_MOVED)
    g_string_append (text, _("\nThe photo was cropped, scaled, turned or "
                             "flipped since the last time. The dots follow "
                             "it."));
  else if (job->treatments->len && job->change == SMP_FRAME_LOST)
    g_string_append (text, _("\nThe path \"SMP frame\" is gone and the image "
                             "has another size, so the dots cannot follow it. "
                             "Run Mock-up afterwards."));
  return g_string_free (text, FALSE);
}

static gint
find_row (const Asking *asking, const SmpLength *length)
{
  for (guint i = 0; i < asking->lengths->len; i++)
    {
      const SmpLength *row = &g_array_index (asking->lengths, SmpLength, i);

      if (row->kind == length->kind
          && g_strcmp0 (row->path, length->path) == 0)
        return i;
    }
  return -1;
}

static void
show (Asking *asking)
{
  GError  *error = NULL;
  SmpScale scale;
  gchar   *headline, *text;
  gboolean good = smp_scale_find (&scale, asking->job, &error);

  gtk_widget_set_sensitive (asking->mm, scale.known->mm == 0.0);
  if (good)
    {
      headline = g_strdup_printf (_("%.2f pixels per mm"), scale.px_per_mm);
      text = explain (asking->job, &scale);
      gtk_combo_box_set_active (GTK_COMBO_BOX (asking->list),
                                find_row (asking, &scale.length));
      smp_scale_clear (&scale);
    }
  else
    {
      headline = g_strdup (_("No scale"));
      text = g_strdup (error->message);
      g_error_free (error);
    }
  gtk_label_set_text (GTK_LABEL (asking->headline), headline);
  gtk_label_set_text (GTK_LABEL (asking->text), text);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (asking->dialog),
                                     GTK_RESPONSE_OK, good);
  g_free (headline);
  g_free (text);
}

static void
config_changed (GObject *config, GParamSpec *spec, Asking *asking)
{
  show (asking);
}

static void
length_chosen (GtkComboBox *list, Asking *asking)
{
  const gint row = gtk_combo_box_get_active (list);

  if (row >= 0)
    {
      const SmpLength *length = &g_array_index (asking->lengths, SmpLength,
                                                row);

      g_object_set (asking->job->config,
                    "measure", smp_length_id[length->kind],
                    "path", length->path ? length->path : "", NULL);
    }
}

static GtkWidget *
new_list (Asking *asking)
{
  GtkWidget *list = gtk_combo_box_text_new ();

  for (guint i = 0; i < asking->lengths->len; i++)
    {
      gchar *name = smp_length_name (&g_array_index (asking->lengths,
                                                     SmpLength, i));

      gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (list), name);
      g_free (name);
    }
  gtk_widget_set_hexpand (list, TRUE);
  gtk_widget_set_tooltip_text (list,
    _("A path of two points, two guides, or the width of the selection"));
  g_signal_connect (list, "changed", G_CALLBACK (length_chosen), asking);
  return list;
}

static GtkWidget *
new_known (SmpScaleJob *job)
{
  GtkWidget *list = gtk_combo_box_text_new ();

  for (guint i = 0; i < smp_known_count; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (list), smp_known[i].id,
                               _(smp_known[i].name));
  g_object_bind_property (job->config, "length-of", list, "active-id",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_widget_set_tooltip_text (list,
                               _("What the measured length is on the head"));
  return list;
}

static GtkWidget *
new_label (gint lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0);
  gtk_widget_set_size_request (label, -1, lines * LINE_PX);
  gtk_widget_show (label);
  return label;
}

static void
fill (Asking *asking)
{
  GtkBox    *content = GTK_BOX (gtk_dialog_get_content_area (
    GTK_DIALOG (asking->dialog)));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  asking->list = new_list (asking);
  asking->mm = gimp_prop_spin_button_new (G_OBJECT (asking->job->config),
                                          "length", 1.0, 10.0, 1);
  gtk_widget_set_halign (asking->mm, GTK_ALIGN_START);
  gimp_grid_attach_aligned (GTK_GRID (grid), 0, 0, _("_Measured:"), 0.0, 0.5,
                            asking->list, 1);
  gimp_grid_attach_aligned (GTK_GRID (grid), 0, 1, _("_Known length:"), 0.0,
                            0.5, new_known (asking->job), 1);
  gimp_grid_attach_aligned (GTK_GRID (grid), 0, 2, _("Leng_th (mm):"), 0.0,
                            0.5, asking->mm, 1);
  gtk_box_pack_start (content, grid, FALSE, FALSE, 0);
  gtk_widget_show_all (grid);

  asking->headline = new_label (1);
  gimp_label_set_attributes (GTK_LABEL (asking->headline), PANGO_ATTR_WEIGHT,
                             PANGO_WEIGHT_BOLD, -1);
  asking->text = new_label (TEXT_LINES);
  gtk_box_pack_start (content, asking->headline, FALSE, FALSE, 6);
  gtk_box_pack_start (content, asking->text, FALSE, FALSE, 0);
}

SmpScaleAnswer
smp_scale_ask (GimpProcedure *procedure, SmpScaleJob *job, GError **error)
{
  Asking    asking = { job, smp_length_all (job->image) };
  SmpLength length;
  gboolean  answer;

  if (asking.lengths->len == 0)
    {
      smp_length_find (&length, job->image, SMP_LENGTH_AUTO, "", error);
      g_array_unref (asking.lengths);
      return SMP_SCALE_NOTHING;
    }

  asking.dialog = gimp_procedure_dialog_new (procedure, job->config,
                                             _("SMP Scale"));
  fill (&asking);
  g_signal_connect (job->config, "notify", G_CALLBACK (config_changed),
                    &asking);
  show (&asking);
  answer = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (asking.dialog));
  g_signal_handlers_disconnect_by_func (job->config, config_changed, &asking);
  gtk_widget_destroy (asking.dialog);
  g_array_unref (asking.lengths);
  return answer ? SMP_SCALE_OK : SMP_SCALE_CANCEL;
}
