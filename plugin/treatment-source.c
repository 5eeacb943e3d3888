/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which layer is treated. */

#include "config.h"

#include "treatment.h"

/* Whether it is the copy of a photo in a group of ours. */
static gboolean
is_copy (GimpImage *image, GimpLayer *layer)
{
  GimpItem *parent = gimp_item_get_parent (GIMP_ITEM (layer));
  GArray   *treatments = smp_treatment_find_all (image);
  gboolean  is = FALSE;

  for (guint i = 0; parent && i < treatments->len; i++)
    is = is || parent == GIMP_ITEM (g_array_index (treatments, SmpTreatment,
                                                   i).group);
  g_array_unref (treatments);
  return is;
}

/* Whether nothing hides a layer. */
static gboolean
is_shown (GimpLayer *layer)
{
  GimpItem *item = GIMP_ITEM (layer);

  while (item && gimp_item_get_visible (item))
    item = gimp_item_get_parent (item);
  return item == NULL;
}

/* Whether GIMP would refuse to resize what lies beside a layer. */
static gboolean
is_in_locked_group (GimpLayer *layer)
{
  GimpItem *item = gimp_item_get_parent (GIMP_ITEM (layer));

  while (item && !gimp_item_get_lock_content (item)
         && !gimp_item_get_lock_position (item))
    item = gimp_item_get_parent (item);
  return item != NULL;
}

GimpLayer *
smp_treatment_source (GimpImage *image, GimpDrawable *drawable,
                      const SmpPhoto *photo)
{
  GimpLayer *layer = NULL;

  if (drawable && GIMP_IS_LAYER_MASK (drawable))
    layer = gimp_layer_from_mask (GIMP_LAYER_MASK (drawable));
  else if (drawable && GIMP_IS_LAYER (drawable))
    layer = GIMP_LAYER (drawable);
  /* a copy is selected, to paint its mask, after each treatment */
  if (layer && is_copy (image, layer))
    layer = gimp_image_get_layer_by_tattoo (image, photo->layer_tattoo);

  return layer && !gimp_item_is_group (GIMP_ITEM (layer))
         && is_shown (layer) && !is_in_locked_group (layer)
         && smp_selection_is_within (image, smp_area_of (layer)) ? layer : NULL;
}
