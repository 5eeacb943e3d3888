/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-check.h"

#include <glib/gi18n-lib.h>

#include "mockup-dialog.h"

static gboolean
check_content (GimpImage *image, GError **error)
{
  GimpLayer  **layers = gimp_image_get_layers (image);
  const gchar *reason = NULL;

  if (!layers || !layers[0])
    reason = _("This image has no layer. Open the client's photo, then try "
               "again.");
  else if (gimp_image_get_base_type (image) == GIMP_INDEXED)
    reason = _("This image has a palette of few colours. Choose Image > Mode > "
               "RGB first, then try again.");
  else if (gimp_image_get_floating_sel (image))
    reason = _("There is a floating selection. Anchor it (Layer > Anchor "
               "Floating Selection), then try again.");

  g_free (layers);
  if (reason)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, reason);
  return reason == NULL;
}

static gboolean
is_locked (const SmpTreatment *treatment)
{
  return gimp_item_get_lock_content (GIMP_ITEM (treatment->group))
         || (treatment->photo
             && gimp_item_get_lock_content (GIMP_ITEM (treatment->photo)));
}

gboolean
smp_check_locks (GimpImage *image, GError **error)
{
  GArray      *treatments = smp_treatment_find_all (image);
  const gchar *locked = NULL;

  for (guint i = 0; i < treatments->len && !locked; i++)
    {
      const SmpTreatment *t = &g_array_index (treatments, SmpTreatment, i);

      if (is_locked (t))
        locked = _(t->kind->name);
    }
  if (locked)
    g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                 _("The layers of %s are locked. Unlock their pixels in the "
                   "layers list, then try again."), locked);
  g_array_unref (treatments);
  return locked == NULL;
}

gboolean
smp_check_selection (const SmpMockupJob *job, GimpRunMode run_mode,
                     gboolean *cancelled, GError **error)
{
  gboolean whole;

  g_object_get (job->config, "whole", &whole, NULL);
  if (whole)
    return TRUE;
  if (run_mode == GIMP_RUN_INTERACTIVE && !job->kind->never_whole)
    {
      *cancelled = !smp_mockup_ask_whole (job);
      return !*cancelled;
    }
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, _(job->kind->no_area));
  return FALSE;
}

static gboolean
check_filter (GimpImage *image, const SmpTreatmentKind *kind, GError **error)
{
  if (smp_treatment_is_possible (image, kind))
    return TRUE;
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
               _("GIMP does not know the filter %s. Install the SMP filters "
                 "too, then start GIMP again."), _(kind->name));
  return FALSE;
}

gboolean
smp_check_image (GimpImage *image, const SmpTreatmentKind *kind,
                 GError **error)
{
  return check_content (image, error) && check_filter (image, kind, error);
}
