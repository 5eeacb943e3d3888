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

gboolean
smp_check_locks (const SmpTreatment *treatment, GError **error)
{
  const gboolean locked =
    gimp_item_get_lock_content (GIMP_ITEM (treatment->group))
    || (treatment->photo
        && gimp_item_get_lock_content (GIMP_ITEM (treatment->photo)));

  if (locked)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                         _("The layers of SMP Dots are locked. Unlock their "
                           "pixels in the layers list, then try again."));
  return !locked;
}

gboolean
smp_check_selection (GimpRunMode run_mode, GimpProcedureConfig *config,
                     gboolean *cancelled, GError **error)
{
  gboolean whole;

  g_object_get (config, "whole", &whole, NULL);
  if (whole)
    return TRUE;
  if (run_mode == GIMP_RUN_INTERACTIVE)
    {
      *cancelled = !smp_mockup_ask_whole ();
      return !*cancelled;
    }
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("Nothing is selected. Select the area to treat, draw "
                         "a closed path around it and name it as the hairline, "
                         "or ask for the whole photo (argument \"whole\")."));
  return FALSE;
}

static gboolean
check_filter (GimpImage *image, GError **error)
{
  if (smp_treatment_is_possible (image))
    return TRUE;
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("GIMP does not know the filter SMP Dots. Install the "
                         "SMP filters too, then start GIMP again."));
  return FALSE;
}

gboolean
smp_check_image (GimpImage *image, GError **error)
{
  return check_content (image, error) && check_filter (image, error);
}
