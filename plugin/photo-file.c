/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "photo-file.h"

#include <math.h>
#include <string.h>

#define GROUP "photo"

/* A number of SmpPhoto that has a key of its own. */
static const struct
{
  const gchar *key;
  gsize        offset;
} number[] = {
  { "px-per-mm",   G_STRUCT_OFFSET (SmpPhoto, px_per_mm) },
  { "width",       G_STRUCT_OFFSET (SmpPhoto, width) },
  { "height",      G_STRUCT_OFFSET (SmpPhoto, height) },
  { "head-x",      G_STRUCT_OFFSET (SmpPhoto, head_x) },
  { "head-y",      G_STRUCT_OFFSET (SmpPhoto, head_y) },
  { "head-width",  G_STRUCT_OFFSET (SmpPhoto, head_width) },
  { "head-height", G_STRUCT_OFFSET (SmpPhoto, head_height) },
  { "head-angle",  G_STRUCT_OFFSET (SmpPhoto, head_angle) },
  { "head-chin",   G_STRUCT_OFFSET (SmpPhoto, head_chin) },
  { "sharpness",   G_STRUCT_OFFSET (SmpPhoto, sharpness) },
  { "grain",       G_STRUCT_OFFSET (SmpPhoto, grain) }
};

/* Its texts, apart from the presets. */
static const struct
{
  const gchar *key;
  gsize        offset;
} word[] = {
  { "hairline",        G_STRUCT_OFFSET (SmpPhoto, hairline) },
  { "hairline-source", G_STRUCT_OFFSET (SmpPhoto, hairline_source) },
  { "area",            G_STRUCT_OFFSET (SmpPhoto, area) }
};

const gchar *const smp_photo_preset_key[SMP_PRESET_FILTER_KINDS] = {
  [SMP_PRESET_DENSITY]   = "density",
  [SMP_PRESET_SHADE]     = "shade",
  [SMP_PRESET_ZONE]      = "zone",
  [SMP_PRESET_DIFFUSION] = "diffusion",
  [SMP_PRESET_STAGE]     = "stage",
  [SMP_PRESET_MISTAKE]   = "mistake",
  [SMP_PRESET_SCAR]      = "scar",
  [SMP_PRESET_MATURITY]  = "maturity"
};

gdouble
smp_photo_area (const gdouble a[6])
{
  return (a[2] - a[0]) * (a[5] - a[1]) - (a[4] - a[0]) * (a[3] - a[1]);
}

static gdouble
get_double (GKeyFile *file, const gchar *key, gdouble fallback)
{
  GError       *error = NULL;
  const gdouble value = g_key_file_get_double (file, GROUP, key, &error);

  if (!error)
    return value;
  g_error_free (error);
  return fallback;
}

static void
get_list (GKeyFile *file, const gchar *key, gsize length, gdouble *values)
{
  gsize    n = 0;
  gdouble *list = g_key_file_get_double_list (file, GROUP, key, &n, NULL);

  if (n == length)
    memcpy (values, list, length * sizeof *values);
  g_free (list);
}

static gboolean
is_within (const gdouble *values, gsize n, gdouble min, gdouble max)
{
  gboolean within = TRUE;

  for (gsize k = 0; k < n; k++)
    within = within && values[k] >= min && values[k] <= max;
  return within;
}

/* Somebody may have written into the file. */
static gboolean
is_sound (const SmpPhoto *photo)
{
  return photo->width >= 1.0 && photo->width < 1e7
         && photo->height >= 1.0 && photo->height < 1e7
         && photo->px_per_mm >= 0.0 && photo->px_per_mm < 1e4
         && fabs (smp_photo_area (photo->anchor)) >= 1.0
         && photo->head_width >= 20.0 && photo->head_width <= 1000.0
         && photo->head_height >= 20.0 && photo->head_height <= 1000.0
         && fabs (photo->head_angle) <= 180.0
         && photo->head_chin >= 0.0 && photo->head_chin <= 1000.0
         && photo->head_x >= -1.0 && photo->head_x <= 2.0
         && photo->head_y >= -1.0 && photo->head_y <= 2.0
         && photo->sharpness >= 0.0 && photo->sharpness <= 6.0
         && photo->grain >= 0.0 && photo->grain <= 1.0
         && is_within (photo->skin, 3, 0.0, 1.0)
         && is_within (photo->light, 3, 0.0, 1.0)
         && (!photo->hairline
             || strspn (photo->hairline, "0123456789.,+-e closd")
                == strlen (photo->hairline));
}

gboolean
smp_photo_read (SmpPhoto *photo, const gchar *text, gsize size)
{
  GKeyFile      *file = g_key_file_new ();
  const gboolean loaded = g_key_file_load_from_data (file, text, size,
                                                     G_KEY_FILE_NONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (number); i++)
    {
      gdouble *value = G_STRUCT_MEMBER_P (photo, number[i].offset);

      *value = get_double (file, number[i].key, *value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (word); i++)
    G_STRUCT_MEMBER (gchar *, photo, word[i].offset) =
      g_key_file_get_string (file, GROUP, word[i].key, NULL);
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    photo->preset[k] = g_key_file_get_string (file, GROUP,
                                              smp_photo_preset_key[k], NULL);

  get_list (file, "frame", 6, photo->anchor);
  get_list (file, "skin", 3, photo->skin);
  get_list (file, "light", 3, photo->light);
  photo->image_width = get_double (file, "image-width", photo->image_width);
  photo->image_height = get_double (file, "image-height",
                                    photo->image_height);
  photo->layer_tattoo = get_double (file, "photo-tattoo", 0.0);
  photo->curvature = g_key_file_get_boolean (file, GROUP, "curvature", NULL);
  photo->head_guessed = g_key_file_get_boolean (file, GROUP, "head-guessed",
                                                NULL);
  photo->known = loaded;
  g_key_file_free (file);
  return is_sound (photo);
}

static void
set_word (GKeyFile *file, const gchar *key, const gchar *text)
{
  if (text && text[0])
    g_key_file_set_string (file, GROUP, key, text);
}

gchar *
smp_photo_write (const SmpPhoto *photo, gsize *size)
{
  GKeyFile *file = g_key_file_new ();
  gchar    *text;

  for (guint i = 0; i < G_N_ELEMENTS (number); i++)
    g_key_file_set_double (file, GROUP, number[i].key,
                           G_STRUCT_MEMBER (gdouble, photo,
                                            number[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (word); i++)
    set_word (file, word[i].key,
              G_STRUCT_MEMBER (gchar *, photo, word[i].offset));
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    set_word (file, smp_photo_preset_key[k], photo->preset[k]);

  g_key_file_set_double_list (file, GROUP, "frame",
                              (gdouble *) photo->anchor, 6);
  g_key_file_set_double_list (file, GROUP, "skin", (gdouble *) photo->skin, 3);
  g_key_file_set_double_list (file, GROUP, "light", (gdouble *) photo->light,
                              3);
  g_key_file_set_integer (file, GROUP, "image-width", photo->image_width);
  g_key_file_set_integer (file, GROUP, "image-height", photo->image_height);
  g_key_file_set_double (file, GROUP, "photo-tattoo", photo->layer_tattoo);
  g_key_file_set_boolean (file, GROUP, "curvature", photo->curvature);
  g_key_file_set_boolean (file, GROUP, "head-guessed", photo->head_guessed);

  text = g_key_file_to_data (file, size, NULL);
  g_key_file_free (file);
  return text;
}
