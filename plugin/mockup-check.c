/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-check.h"

#include <glib/gi18n-lib.h>

#include "mockup-dialog.h"

static gboolean
is_any_visible (GimpLayer **layers)
{
  gint i = 0;

  while (layers[i] && !gimp_item_get_visible (GIMP_ITEM (layers[i])))
    i++;
  return layers[i] != NULL;
}

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

  else if (!is_any_visible (layers))
    reason = _("All layers are hidden. Show the client's photo in the layers "
               "list, then try again.");

  g_free (layers);
  if (reason)
    g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0, reason);
  return reason == NULL;
}

typedef gboolean (*IsLocked) (GimpItem *item);

/* Each of them makes GIMP refuse what a run does, and only print so; groups
 * pass the first two on to what lies in them.
 */
static const struct
{
  IsLocked     is_locked;
  gboolean     passed_on;
  const gchar *reason;          /* kind of treatment, name of the layer */
} lock[] = {
  { gimp_item_get_lock_content, TRUE,
    N_("%s: the pixels of the layer “%s” are locked. Unlock them in the "
       "layers list, then try again.") },
  { gimp_item_get_lock_position, TRUE,
    N_("%s: the position and size of the layer “%s” are locked. Unlock them "
       "in the layers list, then try again.") },
  { gimp_item_get_lock_visibility, FALSE,
    N_("%s: the visibility of the layer “%s” is locked. Unlock it in the "
       "layers list, then try again.") }
};

/* The layer to be unlocked, NULL: none. */
static GimpItem *
find_locked (const SmpTreatment *treatment, guint k)
{
  GimpItem *item = GIMP_ITEM (treatment->group);

  if (treatment->photo && lock[k].is_locked (GIMP_ITEM (treatment->photo)))
    return GIMP_ITEM (treatment->photo);
  while (item && !lock[k].is_locked (item))
    item = lock[k].passed_on ? gimp_item_get_parent (item) : NULL;
  return item;
}

static gboolean
check_lock (const SmpTreatment *treatment, guint k, GError **error)
{
  GimpItem *locked = find_locked (treatment, k);
  gchar    *name;

  if (!locked)
    return TRUE;
  name = gimp_item_get_name (locked);
  g_set_error (error, GIMP_PLUG_IN_ERROR, 0, _(lock[k].reason),
               _(treatment->kind->name), name);
  g_free (name);
  return FALSE;
}

gboolean
smp_check_locks (GimpImage *image, GError **error)
{
  GArray  *treatments = smp_treatment_find_all (image);
  gboolean good = TRUE;

  for (guint i = 0; good && i < treatments->len; i++)
    for (guint k = 0; good && k < G_N_ELEMENTS (lock); k++)
      good = check_lock (&g_array_index (treatments, SmpTreatment, i), k,
                         error);
  g_array_unref (treatments);
  return good;
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
