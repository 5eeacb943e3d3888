/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The one filter of a treatment group. */

#include "config.h"

#include "treatment.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "measure-photo.h"

/* The group's filter.  While its dialog is open GIMP 3.2 lists the hidden
 * original and a live copy: the visible one counts.
 */
GimpDrawableFilter *
smp_treatment_find_filter (GimpLayer *group, const SmpTreatmentKind *kind)
{
  GimpDrawableFilter **filters = gimp_drawable_get_filters (
    GIMP_DRAWABLE (group));
  GimpDrawableFilter  *found = NULL;

  for (gint i = 0; filters && filters[i]; i++)
    {
      gchar *name = gimp_drawable_filter_get_operation_name (filters[i]);

      if (g_strcmp0 (name, kind->operation) == 0
          && (!found || gimp_drawable_filter_get_visible (filters[i])))
        found = filters[i];
      g_free (name);
    }
  g_free (filters);
  return found;
}

gboolean
smp_treatment_is_possible (GimpImage *image, const SmpTreatmentKind *kind)
{
  GimpLayer         **layers = gimp_image_get_layers (image);
  GimpDrawableFilter *probe = NULL;

  if (layers && layers[0])
    probe = gimp_drawable_filter_new (GIMP_DRAWABLE (layers[0]),
                                      kind->operation, _(kind->name));
  g_free (layers);
  if (!probe)
    return FALSE;
  gimp_drawable_filter_delete (probe);
  return TRUE;
}

GObject *
smp_treatment_values (SmpTreatment *treatment)
{
  if (!treatment->filter)
    {
      treatment->filter = gimp_drawable_filter_new (
        GIMP_DRAWABLE (treatment->group), treatment->kind->operation,
        _(treatment->kind->name));
      if (!treatment->filter)
        return NULL;
    }
  return G_OBJECT (gimp_drawable_filter_get_config (treatment->filter));
}

/* "none" is what the filter takes for unknown. */
static GeglColor *
new_colour (const gdouble rgb[3])
{
  const gfloat   pixel[3] = { rgb[0], rgb[1], rgb[2] };
  const gboolean known = rgb[0] > 0.0 || rgb[1] > 0.0 || rgb[2] > 0.0;
  GeglColor     *colour = gegl_color_new ("none");

  if (known)
    gegl_color_set_pixel (colour, babl_format ("RGB float"), pixel);
  return colour;
}

/* Rounded: GIMP's files keep floats, and these are written as text, too. */
static void
get_colour (GObject *values, const gchar *name, gdouble rgb[3])
{
  GeglColor *colour = NULL;
  gfloat     pixel[4] = { 0.0f, 0.0f, 0.0f, 0.0f };

  g_object_get (values, name, &colour, NULL);
  if (colour)
    gegl_color_get_pixel (colour, babl_format ("RGBA float"), pixel);
  for (gint c = 0; c < 3; c++)
    rgb[c] = pixel[3] > 0.0f
             ? CLAMP (round (1e4 * pixel[c]) / 1e4, 0.0, 1.0) : 0.0;
  g_clear_object (&colour);
}

void
smp_treatment_learn (const SmpTreatment *treatment, SmpPhoto *photo)
{
  GObject *values = G_OBJECT (gimp_drawable_filter_get_config (
    treatment->filter));
  gchar   *frame;

  g_object_get (values, "frame", &frame, NULL);
  if (frame && frame[0])
    {
      gdouble sharpness, grain;

      g_object_get (values, "sharpness", &sharpness, "grain", &grain, NULL);
      photo->sharpness = round (1e3 * sharpness) / 1e3;
      photo->grain = round (1e3 * grain) / 1e3;
      get_colour (values, "skin", photo->skin);
      get_colour (values, "light", photo->light);
    }
  g_free (frame);
}

void
smp_treatment_place (const SmpTreatment *treatment, const SmpPhoto *photo,
                     GObject *values)
{
  const SmpArea group = smp_area_of (treatment->group);
  gchar        *frame = smp_photo_frame (photo, group.x, group.y);
  GeglColor    *skin = new_colour (photo->skin);
  GeglColor    *light = new_colour (photo->light);

  g_object_set (values,
                "result", "layer",
                "frame", frame,
                "px-per-mm", CLAMP (smp_photo_scale (photo), 0.0, 200.0),
                "curvature", photo->curvature,
                "head-x", photo->head_x,
                "head-y", photo->head_y,
                "head-width", photo->head_width,
                "head-height", photo->head_height,
                "head-angle", photo->head_angle,
                "sharpness", photo->sharpness,
                "grain", photo->grain,
                "skin", skin,
                "light", light,
                NULL);
  if (treatment->kind == &smp_treatment_dots)
    g_object_set (values, "hairline",
                  photo->hairline ? photo->hairline : "", NULL);
  g_object_unref (light);
  g_object_unref (skin);
  g_free (frame);
}

static gboolean
has_filter (const SmpTreatment *treatment)
{
  return smp_treatment_find_filter (treatment->group, treatment->kind) != NULL;
}

/* With a selection active GIMP would make it the filter's mask and shift its
 * origin, so the filter is appended with none and the selection brought back.
 * Still GIMP 3.2 shifts it in copies and exports of the image as long as the
 * group has not changed its size once.
 */
static void
append (SmpTreatment *treatment, GimpImage *image)
{
  GimpChannel  *selected = smp_selection_put_away (image);
  const SmpArea area = smp_area_of (treatment->photo);

  gimp_drawable_append_filter (GIMP_DRAWABLE (treatment->group),
                               treatment->filter);
  gimp_layer_resize (treatment->photo, area.width + 1, area.height, 0, 0);
  gimp_layer_resize (treatment->photo, area.width, area.height, 0, 0);
  smp_selection_bring_back (image, selected);
}

/* Pass-through would treat the whole photo; clipped to the backdrop, holes of
 * the photo stay holes where dots reach over their rim.
 */
static void
set_modes (GimpLayer *group)
{
  if (gimp_layer_get_mode (group) != GIMP_LAYER_MODE_NORMAL)
    gimp_layer_set_mode (group, GIMP_LAYER_MODE_NORMAL);
  if (gimp_layer_get_composite_mode (group)
      != GIMP_LAYER_COMPOSITE_CLIP_TO_BACKDROP)
    gimp_layer_set_composite_mode (group,
                                   GIMP_LAYER_COMPOSITE_CLIP_TO_BACKDROP);
}

/* update() sends what libgimp has of opacity and mode, not what the image has.
 */
static void
update (GimpDrawableFilter *filter)
{
  gimp_drawable_filter_set_opacity (filter,
                                    gimp_drawable_filter_get_opacity (filter));
  gimp_drawable_filter_set_blend_mode (
    filter, gimp_drawable_filter_get_blend_mode (filter));
  gimp_drawable_filter_update (filter);
}

gboolean
smp_treatment_apply (SmpTreatment *treatment, GimpImage *image)
{
  GimpDrawableFilter *filter = treatment->filter;

  set_modes (treatment->group);
  if (!has_filter (treatment))
    {
      gimp_drawable_filter_update (filter);
      append (treatment, image);
      return has_filter (treatment);
    }

  update (filter);
  return TRUE;
}

static gint
count_filters (GimpLayer *group)
{
  GimpDrawableFilter **filters = gimp_drawable_get_filters (
    GIMP_DRAWABLE (group));
  gint                 n = 0;

  while (filters && filters[n])
    n++;
  g_free (filters);
  return n;
}

/* A property and its value. */
typedef struct
{
  const gchar *name;            /* interned */
  GValue       value;
} Remembered;

static void
forget (gpointer data)
{
  Remembered *r = data;

  g_value_unset (&r->value);
  g_free (r);
}

GPtrArray *
smp_treatment_remember (SmpTreatment *treatment)
{
  GPtrArray   *list = g_ptr_array_new_with_free_func (forget);
  GObject     *values = smp_treatment_values (treatment);
  guint        n;
  GParamSpec **specs = g_object_class_list_properties (
    G_OBJECT_GET_CLASS (values), &n);

  for (guint i = 0; i < n; i++)
    if ((specs[i]->flags & G_PARAM_READWRITE) == G_PARAM_READWRITE
        && !(specs[i]->flags & G_PARAM_CONSTRUCT_ONLY))
      {
        Remembered *r = g_new0 (Remembered, 1);

        r->name = g_intern_string (specs[i]->name);
        g_value_init (&r->value, specs[i]->value_type);
        g_object_get_property (values, r->name, &r->value);
        g_ptr_array_add (list, r);
      }
  g_free (specs);
  return list;
}

static void
set_values (GObject *config, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Remembered *r = g_ptr_array_index (list, i);

      g_object_set_property (config, r->name, &r->value);
    }
}

void
smp_treatment_restore (SmpTreatment *treatment, GimpImage *image,
                       GPtrArray *list)
{
  set_values (smp_treatment_values (treatment), list);
  smp_treatment_apply (treatment, image);
}

gboolean
smp_treatment_exchange (SmpTreatment *treatment, GimpImage *image)
{
  GimpDrawableFilter *old = treatment->filter, *new;
  GPtrArray          *values;
  gchar              *name;

  /* it would end above filters of the artist, or have an open dialog */
  if (!treatment->photo || count_filters (treatment->group) != 1)
    return smp_treatment_apply (treatment, image);

  name = gimp_drawable_filter_get_name (old);
  new = gimp_drawable_filter_new (GIMP_DRAWABLE (treatment->group),
                                  treatment->kind->operation, name);
  g_free (name);
  if (!new)
    return FALSE;
  values = smp_treatment_remember (treatment);
  set_values (G_OBJECT (gimp_drawable_filter_get_config (new)), values);
  g_ptr_array_unref (values);
  gimp_drawable_filter_set_opacity (new,
                                    gimp_drawable_filter_get_opacity (old));
  gimp_drawable_filter_set_blend_mode (
    new, gimp_drawable_filter_get_blend_mode (old));
  gimp_drawable_filter_update (new);

  set_modes (treatment->group);
  treatment->filter = new;
  append (treatment, image);
  if (count_filters (treatment->group) != 2)
    {
      gimp_drawable_filter_delete (new);
      treatment->filter = old;
      return FALSE;
    }
  if (!gimp_drawable_filter_get_visible (old))
    gimp_drawable_filter_set_visible (new, FALSE);
  gimp_drawable_filter_delete (old);
  return has_filter (treatment);
}

/* Where the filter has the photo, and how sharp. */
static gchar *
get_place (GObject *values)
{
  gdouble  scale, x, y, width, height, angle, sharpness, grain;
  gboolean curvature;
  gchar   *frame, *place;

  g_object_get (values, "frame", &frame, "px-per-mm", &scale,
                "curvature", &curvature, "head-x", &x, "head-y", &y,
                "head-width", &width, "head-height", &height,
                "head-angle", &angle, "sharpness", &sharpness,
                "grain", &grain, NULL);
  place = g_strdup_printf ("%s %g %d %g %g %g %g %g %g %g", frame ? frame : "",
                           scale, curvature, x, y, width, height, angle,
                           sharpness, grain);
  g_free (frame);
  return place;
}

void
smp_treatment_place_others (const SmpTreatment *treatment,
                            const SmpPhoto *photo, gboolean measure,
                            GimpImage *image)
{
  GArray *treatments = smp_treatment_find_all (image);

  for (guint i = 0; i < treatments->len; i++)
    {
      SmpTreatment *t = &g_array_index (treatments, SmpTreatment, i);

      if (t->group != treatment->group && t->filter)
        {
          SmpPhoto copy = *photo;
          GObject *values = smp_treatment_values (t);
          gchar   *before = get_place (values), *after;
          gboolean yields = FALSE;

          smp_treatment_learn (t, &copy);
          if (measure && t->photo)
            smp_measure_again (&copy, t, image);
          smp_treatment_place (t, &copy, values);
          after = get_place (values);
          if (t->kind == &smp_treatment_scar)
            yields = smp_treatment_yield (t, image, values);
          if (yields || !g_str_equal (before, after))
            smp_treatment_exchange (t, image);
          g_free (after);
          g_free (before);
        }
    }
  g_array_unref (treatments);
}
