/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "treatment.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define MARGIN_MM  12.0         /* what the filters look at is within it */
#define MARGIN_MIN 32           /* px */

#define ALL_KINDS  3

const SmpTreatmentKind smp_treatment_dots = {
  "dots", "smp:dots", N_("SMP Dots"), 1, FALSE
};

const SmpTreatmentKind smp_treatment_gradient = {
  "gradient", "smp:density-gradient", N_("SMP Gradient"), 1, TRUE
};

const SmpTreatmentKind smp_treatment_scar = {
  "scar", "smp:scar-camouflage", N_("SMP Scar"), 0, FALSE
};

static const SmpTreatmentKind *const all_kinds[ALL_KINDS] = {
  &smp_treatment_dots, &smp_treatment_gradient, &smp_treatment_scar
};

/* NULL: not a group of ours. */
static const SmpTreatmentKind *
kind_of (GimpItem *item)
{
  GimpParasite           *parasite = gimp_item_get_parasite (
    item, SMP_TREATMENT_PARASITE);
  const SmpTreatmentKind *kind = NULL;

  if (parasite)
    {
      guint32      size;
      const gchar *data = gimp_parasite_get_data (parasite, &size);

      for (gint k = 0; k < ALL_KINDS; k++)
        if (size >= strlen (all_kinds[k]->id)
            && memcmp (data, all_kinds[k]->id, strlen (all_kinds[k]->id)) == 0)
          kind = all_kinds[k];
      gimp_parasite_free (parasite);
    }
  return kind;
}

static SmpTreatment
read_group (GimpItem *group, const SmpTreatmentKind *kind)
{
  SmpTreatment treatment = { kind, GIMP_LAYER (group) };
  GimpItem   **children = gimp_item_get_children (group);

  treatment.filter = smp_treatment_find_filter (treatment.group, kind);
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
        const SmpTreatmentKind *kind = kind_of (items[i]);

        if (kind)
          {
            const SmpTreatment treatment = read_group (items[i], kind);

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
smp_treatment_find (GimpImage *image, const SmpTreatmentKind *kind,
                    SmpTreatment *treatment)
{
  GArray *treatments = smp_treatment_find_all (image);

  *treatment = (SmpTreatment) { kind };
  for (guint i = 0; i < treatments->len && !treatment->group; i++)
    {
      const SmpTreatment *t = &g_array_index (treatments, SmpTreatment, i);

      if (t->kind == kind)
        *treatment = *t;
    }
  g_array_unref (treatments);
  return treatment->group != NULL;
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
area_to_copy (GimpImage *image, const SmpPhoto *photo,
              const SmpTreatmentKind *kind, SmpArea limit)
{
  const gint margin = margin_px (photo);
  gboolean   non_empty;
  gint       x1, y1, x2, y2;

  if (kind->whole)
    return (SmpArea) { 0, 0, gimp_image_get_width (image),
                       gimp_image_get_height (image) };
  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  if (!non_empty)
    return limit;
  x1 = MAX (x1 - margin, limit.x);
  y1 = MAX (y1 - margin, limit.y);
  x2 = MIN (x2 + margin, limit.x + limit.width);
  y2 = MIN (y2 + margin, limit.y + limit.height);
  return x2 > x1 && y2 > y1 ? (SmpArea) { x1, y1, x2 - x1, y2 - y1 } : limit;
}

/* What is visible without any treatment. */
static GimpLayer *
copy_visible (GimpImage *image)
{
  GArray    *treatments = smp_treatment_find_all (image);
  GimpLayer *copy;

  for (guint i = treatments->len; i-- > 0;)
    {
      GimpLayer *group = g_array_index (treatments, SmpTreatment, i).group;

      if (gimp_item_get_visible (GIMP_ITEM (group)))
        gimp_item_set_visible (GIMP_ITEM (group), FALSE);
      else
        g_array_remove_index (treatments, i);
    }
  copy = gimp_layer_new_from_visible (image, image, _("SMP photo"));
  for (guint i = 0; i < treatments->len; i++)
    gimp_item_set_visible (
      GIMP_ITEM (g_array_index (treatments, SmpTreatment, i).group), TRUE);
  g_array_unref (treatments);
  return copy;
}

/* Puts a copy of source, or of the visible image, into the group, cropped to
 * what is selected, with the selection as its mask.
 */
static GimpLayer *
copy_photo (GimpImage *image, const SmpPhoto *photo,
            const SmpTreatment *treatment, GimpLayer *source)
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
    copy = copy_visible (image);

  gimp_image_insert_layer (image, copy, treatment->group, 0);
  merge_filters (image, copy);
  if (gimp_layer_get_mask (copy))
    gimp_layer_remove_mask (copy, gimp_layer_get_apply_mask (copy)
                                  ? GIMP_MASK_APPLY : GIMP_MASK_DISCARD);
  gimp_item_set_lock_visibility (GIMP_ITEM (copy), FALSE);
  gimp_item_set_visible (GIMP_ITEM (copy), TRUE);
  gimp_item_set_lock_content (GIMP_ITEM (copy), FALSE);
  gimp_item_set_lock_position (GIMP_ITEM (copy), FALSE);
  gimp_layer_set_lock_alpha (copy, FALSE);
  gimp_layer_set_mode (copy, GIMP_LAYER_MODE_NORMAL);
  gimp_layer_set_opacity (copy, 100.0);
  gimp_layer_add_alpha (copy);

  whole = smp_area_of (copy);
  area = area_to_copy (image, photo, treatment->kind, whole);
  if (memcmp (&area, &whole, sizeof area) != 0)
    gimp_layer_resize (copy, area.width, area.height, whole.x - area.x,
                       whole.y - area.y);

  mask = gimp_layer_create_mask (copy, gimp_selection_is_empty (image)
                                       ? GIMP_ADD_MASK_WHITE
                                       : GIMP_ADD_MASK_SELECTION);
  gimp_layer_add_mask (copy, mask);
  return copy;
}

/* Right above source, or on top, but above groups of lower levels and below
 * those of higher ones.
 */
static void
insert_group (SmpTreatment *treatment, GimpImage *image, GimpLayer *source)
{
  GimpItem   *parent = source ? gimp_item_get_parent (GIMP_ITEM (source))
                              : NULL;
  GimpItem  **items = parent ? gimp_item_get_children (parent)
                      : (GimpItem **) gimp_image_get_layers (image);
  const gint  level = treatment->kind->level;
  gint        position = source ? gimp_image_get_item_position (
                                    image, GIMP_ITEM (source)) : 0;
  const SmpTreatmentKind *kind;

  while (position > 0 && (kind = kind_of (items[position - 1]))
         && kind->level < level)
    position--;
  while (items[position] && (kind = kind_of (items[position]))
         && kind->level > level)
    position++;
  g_free (items);
  gimp_image_insert_layer (image, treatment->group,
                           parent ? GIMP_LAYER (parent) : NULL, position);
}

void
smp_treatment_build (SmpTreatment *treatment, SmpPhoto *photo,
                     GimpImage *image, GimpLayer *source)
{
  const SmpTreatmentKind *kind = treatment->kind;
  GimpParasite           *parasite = gimp_parasite_new (
    SMP_TREATMENT_PARASITE,
    GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
    strlen (kind->id), kind->id);

  photo->layer_tattoo = source ? gimp_item_get_tattoo (GIMP_ITEM (source)) : 0;
  treatment->group = GIMP_LAYER (gimp_group_layer_new (image, _(kind->name)));
  treatment->filter = NULL;
  insert_group (treatment, image, source);
  gimp_item_attach_parasite (GIMP_ITEM (treatment->group), parasite);
  gimp_parasite_free (parasite);
  treatment->photo = copy_photo (image, photo, treatment, source);
}

GimpLayer *
smp_treatment_add_copy (const SmpTreatment *treatment, const SmpPhoto *photo,
                        GimpImage *image)
{
  GimpLayer *source = photo->layer_tattoo
                      ? gimp_image_get_layer_by_tattoo (image,
                                                        photo->layer_tattoo)
                      : NULL;

  if (source && !smp_selection_is_within (image, smp_area_of (source)))
    source = NULL;
  return copy_photo (image, photo, treatment, source);
}

void
smp_treatment_renew (SmpTreatment *treatment, const SmpPhoto *photo,
                     GimpImage *image)
{
  GimpLayer *old = treatment->photo;

  treatment->photo = smp_treatment_add_copy (treatment, photo, image);
  if (old)
    {
      gimp_image_remove_layer (image, old);
      gimp_item_set_name (GIMP_ITEM (treatment->photo), _("SMP photo"));
    }
}

void
smp_treatment_extend (SmpTreatment *treatment, SmpPhoto *photo,
                      GimpImage *image)
{
  GimpChannel *selected = smp_selection_save (image);
  GimpLayer   *old = treatment->photo;

  /* the old mask and what is selected, together, are selected for a moment; an
     applied mask is in the layer's alpha */
  if (old)
    smp_selection_join (image, gimp_layer_get_mask (old)
                               ? GIMP_ITEM (gimp_layer_get_mask (old))
                               : GIMP_ITEM (old));
  smp_treatment_renew (treatment, photo, image);
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
