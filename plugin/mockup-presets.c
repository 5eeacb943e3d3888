/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Kinds are applied in their order.  A zone multiplies what the density has
 * set, so the two go together; a mistake lies over all the others, so another
 * mistake brings all of them back first.
 */

#include "config.h"

#include "mockup-presets.h"

#include <glib/gi18n-lib.h>

void
smp_mockup_presets_add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_string_argument (p, "density", _("_Density"),
    _("Id of a density preset"), "medium", flags);
  gimp_procedure_add_string_argument (p, "shade", _("S_hade"),
    _("Id of a shade preset"), "charcoal", flags);
  gimp_procedure_add_string_argument (p, "zone", _("_Zone"),
    _("Id of a preset for a part of the scalp: how dense and how large dots "
      "are there"), "head", flags);
  gimp_procedure_add_string_argument (p, "diffusion", _("Di_ffusion"),
    _("Id of a preset for how the dots begin behind the hairline"), "medium",
    flags);
  gimp_procedure_add_string_argument (p, "stage", _("Sta_ge"),
    _("Id of a preset for how long ago the treatment was"), "healed", flags);
  gimp_procedure_add_string_argument (p, "mistake", _("Show a _mistake"),
    _("Id of a preset of bad work, to warn a client of it; empty: none"), "",
    flags);
}

void
smp_mockup_presets_load (SmpMockupPresets *presets)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  gchar     *shipped = smp_presets_shipped_dir ();
  gchar     *own = g_build_filename (gimp_directory (), "smp", "presets",
                                     NULL);

  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    presets->list[k] = smp_presets_load (k, shipped, own, problems);
  for (guint i = 0; i < problems->len; i++)
    g_message ("%s", (const gchar *) g_ptr_array_index (problems, i));
  g_ptr_array_unref (problems);
  g_free (shipped);
  g_free (own);
}

void
smp_mockup_presets_clear (SmpMockupPresets *presets)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    {
      g_clear_pointer (&presets->list[k], smp_presets_free);
      g_clear_pointer (&presets->kept[k], g_free);
    }
}

static gchar *
get_id (GimpProcedureConfig *config, SmpPresetKind kind)
{
  gchar *id;

  g_object_get (config, smp_photo_preset_key[kind], &id, NULL);
  return id ? id : g_strdup ("");
}

static gboolean
is_none (SmpPresetKind kind, const gchar *id)
{
  return kind == SMP_PRESET_MISTAKE && !id[0];
}

gboolean
smp_mockup_presets_get (const SmpMockupPresets *presets,
                        GimpProcedureConfig *config, SmpChoice *choice,
                        GError **error)
{
  gboolean good = TRUE;

  for (guint k = 0; good && k < SMP_PRESET_FILTER_KINDS; k++)
    {
      gchar *id = get_id (config, k);

      choice->preset[k] = NULL;
      if (!is_none (k, id))
        {
          choice->preset[k] = smp_presets_find (presets->list[k], id, error);
          good = choice->preset[k] != NULL;
        }
      g_free (id);
    }
  return good;
}

/* Zone, stage and mistake belong to one client, the others to the artist's
 * style.
 */
static gboolean
is_style (SmpPresetKind kind)
{
  return kind == SMP_PRESET_DENSITY || kind == SMP_PRESET_SHADE
         || kind == SMP_PRESET_DIFFUSION;
}

/* The id for a dialog: that of the photo, the one used last, or the argument's
 * default when neither is there any more.
 */
static const gchar *
first_id (SmpPresets *presets, SmpPresetKind kind, const gchar *of_photo,
          const gchar *last, const gchar *fallback)
{
  if (of_photo && smp_presets_find (presets, of_photo, NULL))
    return of_photo;
  if (is_style (kind) && smp_presets_find (presets, last, NULL))
    return last;
  return fallback;
}

void
smp_mockup_presets_show (SmpMockupPresets *presets, const SmpPhoto *photo,
                         GimpProcedureConfig *config, gboolean keep)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    {
      const gchar *argument = smp_photo_preset_key[k];
      GParamSpec  *spec = g_object_class_find_property (
        G_OBJECT_GET_CLASS (config), argument);
      gchar       *last = get_id (config, k);
      const gchar *id = first_id (
        presets->list[k], k, photo->preset[k], last,
        g_value_get_string (g_param_spec_get_default_value (spec)));

      g_object_set (config, argument, id, NULL);
      if (keep)
        {
          g_free (presets->kept[k]);
          presets->kept[k] = g_strdup (id);
        }
      g_free (last);
    }
}

/* Whether another preset is chosen than the kept one; then that is kept no
 * longer.
 */
static gboolean
is_changed (gchar **kept, const SmpPreset *preset)
{
  if (*kept && g_str_equal (*kept, preset ? smp_preset_get_id (preset) : ""))
    return FALSE;
  g_clear_pointer (kept, g_free);
  return TRUE;
}

void
smp_mockup_presets_apply (SmpMockupPresets *presets, const SmpChoice *choice,
                          GObject *values)
{
  gboolean apply[SMP_PRESET_FILTER_KINDS], any = FALSE;

  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    apply[k] = is_changed (&presets->kept[k], choice->preset[k]);
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    any = any || apply[k];

  apply[SMP_PRESET_DENSITY] |= apply[SMP_PRESET_ZONE];
  apply[SMP_PRESET_ZONE] |= apply[SMP_PRESET_DENSITY];
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (choice->preset[k]
        && (apply[k] || apply[SMP_PRESET_MISTAKE]
            || (k == SMP_PRESET_MISTAKE && any)))
      smp_preset_apply (choice->preset[k], values);
}

void
smp_mockup_presets_note (const SmpChoice *choice, SmpPhoto *photo)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    {
      g_free (photo->preset[k]);
      photo->preset[k] = choice->preset[k]
                         ? g_strdup (smp_preset_get_id (choice->preset[k]))
                         : NULL;
    }
}
