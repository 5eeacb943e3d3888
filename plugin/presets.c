/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The artist's own presets lie over the shipped ones. */

#include "config.h"

#include "presets.h"

#include <glib/gi18n-lib.h>
#include <gegl.h>

#include "preset-file.h"

struct _SmpPresets
{
  SmpPresetKind  kind;
  GPtrArray     *list;
};

static const struct
{
  const gchar *file_prefix;
  gboolean     resets;          /* what it does not name goes to its default */
  const gchar *unknown;
} kinds[SMP_PRESET_KINDS] = {
  [SMP_PRESET_DENSITY] = {
    "density", TRUE, N_("There is no density “%s”. There are: %s.")
  },
  [SMP_PRESET_SHADE] = {
    "shade", TRUE, N_("There is no shade “%s”. There are: %s.")
  },
  [SMP_PRESET_ZONE] = {
    "zone", FALSE, N_("There is no zone “%s”. There are: %s.")
  },
  [SMP_PRESET_DIFFUSION] = {
    "diffusion", TRUE, N_("There is no diffusion “%s”. There are: %s.")
  },
  [SMP_PRESET_STAGE] = {
    "stage", TRUE, N_("There is no stage “%s”. There are: %s.")
  },
  [SMP_PRESET_MISTAKE] = {
    "mistake", FALSE, N_("There is no mistake “%s”. There are: %s.")
  },
  [SMP_PRESET_SCAR] = {
    "scar", TRUE, N_("There is no kind of scar “%s”. There are: %s.")
  },
  [SMP_PRESET_MATURITY] = {
    "maturity", FALSE, N_("There is no maturity “%s”. There are: %s.")
  },
  [SMP_PRESET_HAIRLINE] = {
    "hairline", FALSE, N_("There is no hairline shape “%s”. There are: %s.")
  },
  [SMP_PRESET_PATTERN] = {
    "pattern", FALSE, N_("There is no pattern “%s”. There are: %s.")
  }
};

gchar *
smp_presets_shipped_dir (void)
{
  gchar *folder = g_build_filename (g_get_user_data_dir (), "smp", "presets",
                                    NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_free (folder);
      folder = g_strdup (SMP_PRESET_DIR);
    }
  return folder;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(gchar *const *) a, *(gchar *const *) b);
}

/* The files of a kind in a folder, sorted; NULL and an error if the folder
 * cannot be read.
 */
static GPtrArray *
list_files (const gchar *folder, SmpPresetKind kind, GError **error)
{
  GDir        *dir = g_dir_open (folder, 0, error);
  GPtrArray   *files;
  const gchar *name;

  if (!dir)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, kinds[kind].file_prefix)
        && g_str_has_suffix (name, ".ini"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (files, compare_names);
  return files;
}

static void
load_folder (SmpPresets  *presets,
             const gchar *folder,
             gboolean     own,
             GPtrArray   *problems)
{
  GError    *error = NULL;
  GPtrArray *files = list_files (folder, presets->kind, &error);

  if (files)
    {
      for (guint i = 0; i < files->len; i++)
        smp_preset_file_read (g_ptr_array_index (files, i), presets->kind, own,
                              presets->list, problems);
      g_ptr_array_unref (files);
    }
  else if (problems
           && !(own && g_error_matches (error, G_FILE_ERROR,
                                        G_FILE_ERROR_NOENT)))
    g_ptr_array_add (problems, g_strdup (error->message));
  g_clear_error (&error);
}

SmpPresets *
smp_presets_load (SmpPresetKind  kind,
                  const gchar   *shipped_dir,
                  const gchar   *own_dir,
                  GPtrArray     *problems)
{
  SmpPresets *presets = g_new0 (SmpPresets, 1);

  presets->kind = kind;
  presets->list = g_ptr_array_new_with_free_func (smp_preset_free);
  if (shipped_dir)
    load_folder (presets, shipped_dir, FALSE, problems);
  if (own_dir)
    load_folder (presets, own_dir, TRUE, problems);
  return presets;
}

void
smp_presets_free (SmpPresets *presets)
{
  g_ptr_array_unref (presets->list);
  g_free (presets);
}

guint
smp_presets_count (const SmpPresets *presets)
{
  return presets->list->len;
}

const SmpPreset *
smp_presets_get (const SmpPresets *presets, guint index)
{
  return g_ptr_array_index (presets->list, index);
}

static void
set_unknown (const SmpPresets *presets, const gchar *id, GError **error)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < smp_presets_count (presets); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            smp_presets_get (presets, i)->id);
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND,
               _(kinds[presets->kind].unknown), id,
               ids->len > 0 ? ids->str : "–");
  g_string_free (ids, TRUE);
}

const SmpPreset *
smp_presets_find (const SmpPresets *presets, const gchar *id, GError **error)
{
  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);

      if (g_strcmp0 (preset->id, id) == 0)
        return preset;
    }
  set_unknown (presets, id ? id : "", error);
  return NULL;
}

const gchar *
smp_preset_get_id (const SmpPreset *preset)
{
  return preset->id;
}

const gchar *
smp_preset_get_name (const SmpPreset *preset)
{
  return preset->name;
}

const gchar *
smp_preset_get_description (const SmpPreset *preset)
{
  return preset->description;
}

gdouble
smp_preset_get_number (const SmpPreset *preset, const gchar *name,
                       gdouble fallback)
{
  const SmpPresetKey *key = smp_preset_keys (preset->kind);

  for (guint k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
    if (g_str_equal (key[k].name, name) && preset->named[k])
      return preset->number[k];
  return fallback;
}

gdouble
smp_preset_get_light_loss (const SmpPreset *preset)
{
  return smp_preset_get_number (preset, "light-loss", -1.0);
}

/* A property with choices is an enum of the operation, and a string in GIMP's
 * config of the filter.
 */
static void
set_choice (GValue *value, const gchar *nick)
{
  if (G_VALUE_HOLDS_ENUM (value))
    {
      GEnumClass       *class = g_type_class_peek (G_VALUE_TYPE (value));
      const GEnumValue *choice = g_enum_get_value_by_nick (class, nick);

      if (choice)
        g_value_set_enum (value, choice->value);
    }
  else
    g_value_set_string (value, nick);
}

static void
set_number (GValue *value, gdouble number)
{
  GValue from = G_VALUE_INIT;

  g_value_init (&from, G_TYPE_DOUBLE);
  g_value_set_double (&from, number);
  g_value_transform (&from, value);
  g_value_unset (&from);
}

/* Key k of the preset, as a value of its property; percents are of what the
 * property is now.
 */
static void
get_value (const SmpPreset *preset, guint k, GObject *config, GValue *value)
{
  const SmpPresetKey *key = &smp_preset_keys (preset->kind)[k];

  switch (key->type)
    {
    case SMP_KEY_PERCENT:
      g_object_get_property (config, key->property, value);
      set_number (value, g_value_get_double (value) * preset->number[k] / 100);
      break;
    case SMP_KEY_COLOUR:
      g_value_take_object (value, gegl_color_new (preset->word[k]));
      break;
    case SMP_KEY_CHOICE:
      set_choice (value, preset->word[k]);
      break;
    default:
      set_number (value, preset->number[k]);
    }
}

void
smp_preset_apply (const SmpPreset *preset, GObject *config)
{
  const SmpPresetKey *key = smp_preset_keys (preset->kind);
  GObjectClass       *class = G_OBJECT_GET_CLASS (config);

  for (guint k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
    {
      GParamSpec *spec = key[k].property
                         ? g_object_class_find_property (class,
                                                         key[k].property)
                         : NULL;
      GValue      value = G_VALUE_INIT;

      if (!spec || !(preset->named[k] || kinds[preset->kind].resets))
        continue;
      g_value_init (&value, spec->value_type);
      if (preset->named[k])
        get_value (preset, k, config, &value);
      else
        g_param_value_set_default (spec, &value);
      g_param_value_validate (spec, &value);
      g_object_set_property (config, spec->name, &value);
      g_value_unset (&value);
    }
}
