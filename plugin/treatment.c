/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "treatment.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define PARASITE   "smp-treatment"
#define KIND       "dots"
#define MARGIN_MM  12.0
#define MARGIN_MIN 32           /* px */

static gboolean
is_ours (GimpItem *item)
{
  GimpParasite *parasite = gimp_item_get_parasite (item, PARASITE);
  gboolean      ours = FALSE;

  if (parasite)
    {
      guint32      size;
      const gchar *data = gimp_parasite_get_data (parasite, &size);

      ours = size >= strlen (KIND) && strncmp (data, KIND, strlen (KIND)) == 0;
      gimp_parasite_free (parasite);
    }
  return ours;
}

static SmpTreatment
read_group (GimpItem *group)
{
  SmpTreatment treatment = { GIMP_LAYER (group) };
  GimpItem   **children = gimp_item_get_children (group);

  treatment.filter = smp_treatment_find_filter (treatment.group);
  for (gint i = 0; children && children[i]; i++)
    if (!gimp_item_is_group (children[i]))
      {
        GimpLayer *layer = GIMP_LAYER (children[i]);

        if (!treatment.photo
            || (!gimp_layer_get_mask (treatment.photo)
                && gimp_layer_get_mask (layer)))
          treatment.photo = layer;
      }
  g_free (children);
  return treatment;
}

static void
find_groups (GArray *treatments, GimpItem **items)
{
  for (gint i = 0; items && items[i]; i++)
    if (gimp_item_is_group (items[i]))
      {
        if (is_ours (items[i]))
          {
            const SmpTreatment treatment = read_group (items[i]);

            g_array_append_val (treatments, treatment);
          }
        else
          {
            GimpItem **children = gimp_item_get_children (items[i]);

            find_groups (treatments, children);
            g_free (children);
          }
      }
}

GArray *
smp_treatment_find_all (GimpImage *image)
{
  GArray     *treatments = g_array_new (FALSE, FALSE, sizeof (SmpTreatment));
  GimpLayer **layers = gimp_image_get_layers (image);

  find_groups (treatments, (GimpItem **) layers);
  g_free (layers);
  return treatments;
}

gboolean
smp_treatment_find (GimpImage *image, SmpTreatment *treatment)
{
  GArray        *treatments = smp_treatment_find_all (image);
  const gboolean found = treatments->len > 0;

  *treatment = found ? g_array_index (treatments, SmpTreatment, 0)
                     : (SmpTreatment) { NULL };
  g_array_unref (treatments);
  return found;
}

/* Whether layer holds all that is selected. */
static gboolean
covers_selection (GimpLayer *layer, GimpImage *image)
{
  const SmpArea area = smp_area_of (layer);
  gboolean      non_empty;
  gint          x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  return !non_empty
         || (x1 >= area.x && y1 >= area.y && x2 <= area.x + area.width
             && y2 <= area.y + area.height);
}

GimpLayer *
smp_treatment_source (GimpImage *image, GimpDrawable *drawable)
{
  if (drawable && GIMP_IS_LAYER_MASK (drawable))
    drawable = GIMP_DRAWABLE (gimp_layer_from_mask (
      GIMP_LAYER_MASK (drawable)));
  return drawable && GIMP_IS_LAYER (drawable)
         && !gimp_item_is_group (GIMP_ITEM (drawable))
         && gimp_item_get_visible (GIMP_ITEM (drawable))
         && covers_selection (GIMP_LAYER (drawable), image)
         ? GIMP_LAYER (drawable) : NULL;
}

/* Merging filters leaves another selection behind than it found. */
static void
merge_filters (GimpImage *image, GimpLayer *layer)
{
  GimpDrawableFilter **filters = gimp_drawable_get_filters (
    GIMP_DRAWABLE (layer));

  if (filters && filters[0])
    {
      GimpChannel *selected = smp_selection_put_away (image);

      gimp_drawable_merge_filters (GIMP_DRAWABLE (layer));
      smp_selection_bring_back (image, selected);
    }
  g_free (filters);
}

static gint
margin_px (const SmpPhoto *photo)
{
  return MAX (MARGIN_MIN, (gint) ceil (MARGIN_MM * smp_photo_scale (photo)));
}

/* What is selected, or all of limit, with a margin, within limit. */
static SmpArea
area_to_copy (GimpImage *image, const SmpPhoto *photo, SmpArea limit)
{
  const gint margin = margin_px (photo);
  gboolean   non_empty;
  gint       x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    return limit;
  x1 = MAX (x1 - margin, limit.x);
  y1 = MAX (y1 - margin, limit.y);
  x2 = MIN (x2 + margin, limit.x + limit.width);
  y2 = MIN (y2 + margin, limit.y + limit.height);
  return x2 > x1 && y2 > y1 ? (SmpArea) { x1, y1, x2 - x1, y2 - y1 } : limit;
}

/* Puts a copy of source, or of the visible image, into the group, cropped to
 * what is selected, with the selection as its mask.
 */
static GimpLayer *
copy_photo (GimpImage *image, const SmpPhoto *photo, GimpLayer *group,
            GimpLayer *source)
{
  GimpLayer     *copy;
  GimpLayerMask *mask;
  SmpArea        whole, area;

  if (source)
    {
      copy = gimp_layer_copy (source);
      gimp_item_set_name (GIMP_ITEM (copy), _("SMP photo"));
    }
  else
    copy = gimp_layer_new_from_visible (image, image, _("SMP photo"));

  gimp_image_insert_layer (image, copy, group, 0);
  merge_filters (image, copy);
  if (gimp_layer_get_mask (copy))
    gimp_layer_remove_mask (copy, GIMP_MASK_APPLY);
  gimp_item_set_visible (GIMP_ITEM (copy), TRUE);
  gimp_item_set_lock_content (GIMP_ITEM (copy), FALSE);
  gimp_item_set_lock_position (GIMP_ITEM (copy), FALSE);
  gimp_layer_set_lock_alpha (copy, FALSE);
  gimp_layer_set_mode (copy, GIMP_LAYER_MODE_NORMAL);
  gimp_layer_set_opacity (copy, 100.0);
  gimp_layer_add_alpha (copy);

  whole = smp_area_of (copy);
  area = area_to_copy (image, photo, whole);
  if (memcmp (&area, &whole, sizeof area) != 0)
    gimp_layer_resize (copy, area.width, area.height, whole.x - area.x,
                       whole.y - area.y);

  mask = gimp_layer_create_mask (copy, gimp_selection_is_empty (image)
                                       ? GIMP_ADD_MASK_WHITE
                                       : GIMP_ADD_MASK_SELECTION);
  gimp_layer_add_mask (copy, mask);
  return copy;
}

void
smp_treatment_build (SmpTreatment *treatment, SmpPhoto *photo,
                     GimpImage *image, GimpLayer *source)
{
  GimpLayer    *group = GIMP_LAYER (gimp_group_layer_new (image,
                                                          _("SMP Dots")));
  GimpParasite *parasite = gimp_parasite_new (
    PARASITE, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
    strlen (KIND), KIND);
  GimpItem     *parent = source ? gimp_item_get_parent (GIMP_ITEM (source))
                                : NULL;

  photo->layer_tattoo = source ? gimp_item_get_tattoo (GIMP_ITEM (source)) : 0;
  treatment->group = group;
  treatment->filter = NULL;
  gimp_image_insert_layer (image, group,
                           parent ? GIMP_LAYER (parent) : NULL,
                           source ? gimp_image_get_item_position (
                             image, GIMP_ITEM (source)) : 0);
  gimp_item_attach_parasite (GIMP_ITEM (group), parasite);
  gimp_parasite_free (parasite);
  treatment->photo = copy_photo (image, photo, group, source);
}

void
smp_treatment_extend (SmpTreatment *treatment, SmpPhoto *photo,
                      GimpImage *image)
{
  GimpLayer   *source = photo->layer_tattoo
                        ? gimp_image_get_layer_by_tattoo (image,
                                                          photo->layer_tattoo)
                        : NULL;
  GimpChannel *selected = gimp_selection_is_empty (image)
                          ? NULL : gimp_selection_save (image);
  GimpLayer   *old = treatment->photo;
  gboolean     visible;

  if (source && !covers_selection (source, image))
    source = NULL;

  /* the old mask and what is selected, together, are selected for a moment; an
     applied mask is in the layer's alpha */
  if (old)
    smp_selection_join (image, gimp_layer_get_mask (old)
                               ? GIMP_ITEM (gimp_layer_get_mask (old))
                               : GIMP_ITEM (old));
  /* the visible image must not hold the treatment */
  visible = gimp_item_get_visible (GIMP_ITEM (treatment->group));
  if (!source && visible)
    gimp_item_set_visible (GIMP_ITEM (treatment->group), FALSE);
  treatment->photo = copy_photo (image, photo, treatment->group, source);
  if (!source && visible)
    gimp_item_set_visible (GIMP_ITEM (treatment->group), TRUE);
  if (old)
    gimp_image_remove_layer (image, old);

  smp_selection_bring_back (image, selected);
}

SmpArea
smp_treatment_area (const SmpTreatment *treatment, const SmpPhoto *photo,
                    GimpImage *image)
{
  const gint margin = margin_px (photo);
  SmpArea    area = smp_area_of (treatment->photo);
  gboolean   non_empty;
  gint       x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (non_empty)
    return (SmpArea) { x1, y1, x2 - x1, y2 - y1 };

  /* at the border of the image there is no margin */
  x1 = area.x > 0 ? area.x + margin : area.x;
  y1 = area.y > 0 ? area.y + margin : area.y;
  x2 = area.x + area.width;
  x2 = x2 < gimp_image_get_width (image) ? x2 - margin : x2;
  y2 = area.y + area.height;
  y2 = y2 < gimp_image_get_height (image) ? y2 - margin : y2;
  return x2 > x1 && y2 > y1 ? (SmpArea) { x1, y1, x2 - x1, y2 - y1 } : area;
}

void
smp_treatment_select (const SmpTreatment *treatment, GimpImage *image)
{
  const GimpLayer *layers[] = { treatment->photo, NULL };

  gimp_image_set_selected_layers (image, layers);
  if (gimp_layer_get_mask (treatment->photo))
    gimp_layer_set_edit_mask (treatment->photo, TRUE);
}
