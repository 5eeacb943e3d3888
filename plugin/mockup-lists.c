/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-lists.h"

#include <glib/gi18n-lib.h>

#include "lists.h"

static const gchar *const preset_label[SMP_PRESET_FILTER_KINDS] = {
  [SMP_PRESET_DENSITY]   = N_("_Density:"),
  [SMP_PRESET_SHADE]     = N_("S_hade:"),
  [SMP_PRESET_ZONE]      = N_("_Zone:"),
  [SMP_PRESET_DIFFUSION] = N_("Di_ffusion:"),
  [SMP_PRESET_STAGE]     = N_("Sta_ge:"),
  [SMP_PRESET_MISTAKE]   = N_("Show a _mistake:"),
  [SMP_PRESET_SCAR]      = N_("Kind of sc_ar:"),
  [SMP_PRESET_MATURITY]  = N_("Mat_urity:")
};

GtkWidget *
smp_mockup_lists_add (GtkWidget *lists, gint row, SmpMockupJob *job,
                      SmpPresetKind kind)
{
  GtkWidget *combo = smp_lists_new_presets (
    job->presets.list[kind], kind == SMP_PRESET_MISTAKE ? _("None") : NULL);

  smp_lists_attach (lists, row, _(preset_label[kind]), combo, job->config,
                    smp_photo_preset_key[kind]);
  return combo;
}

/* The paths of the image, and that of the last run if it is gone. */
static void
add_hairlines (GtkWidget *lists, gint row, SmpMockupJob *job)
{
  GtkWidget   *combo = gtk_combo_box_text_new ();
  const gchar *last = job->photo.hairline_source;

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), "",
                             _("Edges as selected"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), SMP_MOCKUP_OUTLINE,
                             _("Outline of the area"));
  smp_lists_add_paths (combo, job->image,
                       job->photo.hairline
                       && g_strcmp0 (last, SMP_MOCKUP_OUTLINE) != 0
                       ? last : NULL);
  gtk_widget_set_tooltip_text (combo,
    _("Where the dots begin: draw a path along the hairline with the Paths "
      "tool, and select the scalp behind it and a little in front of it. "
      "The outline of the area fades on all sides, as a thin crown does; "
      "edges as selected do not fade"));
  smp_lists_attach (lists, row, _("Ha_irline:"), combo, job->config,
                    "hairline");
}

void
smp_mockup_lists_new_session (GimpProcedureDialog *dialog)
{
  GtkWidget *session = gimp_procedure_dialog_get_widget (dialog, "session",
                                                         GIMP_TYPE_SPIN_SCALE);

  /* "as the treatment has" is shown as what that is */
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (session), 1.0, 4.0);
}

void
smp_mockup_lists_fill (GimpProcedureDialog *dialog, SmpMockupJob *job)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *lists = smp_lists_new ();
  GtkWidget *diffusion;

  smp_mockup_lists_add (lists, 0, job, SMP_PRESET_DENSITY);
  smp_mockup_lists_add (lists, 1, job, SMP_PRESET_SHADE);
  smp_mockup_lists_add (lists, 2, job, SMP_PRESET_ZONE);
  add_hairlines (lists, 3, job);
  diffusion = smp_mockup_lists_add (lists, 4, job, SMP_PRESET_DIFFUSION);
  /* without a hairline there is nothing to diffuse */
  smp_lists_bind_named (diffusion, job->config, "hairline");
  smp_mockup_lists_add (lists, 5, job, SMP_PRESET_STAGE);
  smp_mockup_lists_add (lists, 6, job, SMP_PRESET_MISTAKE);

  gtk_box_pack_start (GTK_BOX (content), lists, FALSE, FALSE, 0);
  gtk_widget_show (lists);
  smp_mockup_lists_new_session (dialog);
  gimp_procedure_dialog_fill (dialog, "session", "px-per-mm", "curvature",
                              "seed", NULL);
}
