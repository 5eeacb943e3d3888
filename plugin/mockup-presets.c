/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Kinds are applied in their order.  A zone multiplies what the density has
 * set, a maturity what the scar has, so the two go together; a mistake lies
 * over all the others, so another mistake brings all of them back first.
 */

#include "config.h"

#include "mockup-presets.h"

#include <glib/gi18n-lib.h>

/* Of the arguments named smp_photo_preset_key; to be translated. */
static const struct
{
  const gchar *label, *about, *id;
} argument[SMP_PRESET_FILTER_KINDS] = {
  [SMP_PRESET_DENSITY] = {
    N_("_Density"), N_("Id of a density preset"), "medium"
  },
  [SMP_PRESET_SHADE] = {
    N_("S_hade"), N_("Id of a shade preset"), "charcoal"
  },
  [SMP_PRESET_ZONE] = {
    N_("_Zone"), N_("Id of a preset for a part of the scalp: how dense and how "
                    "large dots are there"), "head"
  },
  [SMP_PRESET_DIFFUSION] = {
    N_("Di_ffusion"), N_("Id of a preset for how the dots begin behind the "
                         "hairline"), "medium"
  },
  [SMP_PRESET_STAGE] = {
    N_("Sta_ge"), N_("Id of a preset for how long ago the treatment was"),
    "healed"
  },
  [SMP_PRESET_MISTAKE] = {
    N_("Show a _mistake"), N_("Id of a preset of bad work, to warn a client of "
                              "it; empty: none"), ""
  },
  [SMP_PRESET_SCAR] = {
    N_("Kind of sc_ar"), N_("Id of a preset for a kind of scar"),
    "fut-stretched"
  },
  [SMP_PRESET_MATURITY] = {
    N_("Mat_urity"), N_("Id of a preset for how old the scar is"), "mature"
  }
};

void
smp_mockup_presets_add_arguments (GimpProcedure *p, guint kinds)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (kinds & 1 << k)
      gimp_procedure_add_string_argument (p, smp_photo_preset_key[k],
                                          _(argument[k].label),
                                          _(argument[k].about),
                                          argument[k].id, G_PARAM_READWRITE);
}

void
smp_mockup_presets_add_open_arguments (GimpProcedure *p, guint kinds)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (kinds & 1 << k)
      {
        gchar *about = g_strdup_printf (
          _("%s. Empty: what the treatment has; one that is new gets what SMP "
            "Dots has, or %s"), _(argument[k].about), argument[k].id);

        gimp_procedure_add_string_argument (p, smp_photo_preset_key[k],
                                            _(argument[k].label), about, "",
                                            G_PARAM_READWRITE);
        g_free (about);
      }
}

SmpPresets *
smp_mockup_presets_load_kind (SmpPresetKind kind)
{
  GPtrArray  *problems = g_ptr_array_new_with_free_func (g_free);
  gchar      *shipped = smp_presets_shipped_dir ();
  gchar      *own = g_build_filename (gimp_directory (), "smp", "presets",
                                      NULL);
  SmpPresets *presets = smp_presets_load (kind, shipped, own, problems);

  for (guint i = 0; i < problems->len; i++)
    g_message ("%s", (const gchar *) g_ptr_array_index (problems, i));
  g_ptr_array_unref (problems);
  g_free (shipped);
  g_free (own);
  return presets;
}

void
smp_mockup_presets_load (SmpMockupPresets *presets, guint kinds)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    presets->list[k] = kinds & 1 << k ? smp_mockup_presets_load_kind (k)
                                      : NULL;
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

  *choice = (SmpChoice) { { NULL } };
  for (guint k = 0; good && k < SMP_PRESET_FILTER_KINDS; k++)
    if (presets->list[k])
      {
        gchar *id = get_id (config, k);

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

static void
keep_id (SmpMockupPresets *presets, SmpPresetKind kind, const gchar *id)
{
  g_free (presets->kept[kind]);
  presets->kept[kind] = g_strdup (id);
}

void
smp_mockup_presets_complete (SmpMockupPresets *presets, const SmpPhoto *photo,
                             GimpProcedureConfig *config, gboolean keep)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (presets->list[k])
      {
        gchar       *asked = get_id (config, k);
        const gchar *of_photo = photo->preset[k];
        const gchar *id = of_photo && smp_presets_find (presets->list[k],
                                                        of_photo, NULL)
                          ? of_photo : argument[k].id;

        if (!asked[0])
          {
            g_object_set (config, smp_photo_preset_key[k], id, NULL);
            if (keep && id == of_photo)
              keep_id (presets, k, id);
          }
        g_free (asked);
      }
}

void
smp_mockup_presets_forget (SmpMockupPresets *presets, const SmpPhoto *photo,
                           GimpProcedureConfig *config, gboolean keep)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (presets->list[k])
      {
        gchar *id;

        if (!is_style (k))
          g_object_set (config, smp_photo_preset_key[k],
                        photo->preset[k] ? photo->preset[k] : argument[k].id,
                        NULL);
        id = get_id (config, k);
        if (keep && g_strcmp0 (id, photo->preset[k] ? photo->preset[k] : "")
                    == 0)
          keep_id (presets, k, id);
        g_free (id);
      }
}

/* The id for a dialog: that of the photo, the one used last, or the argument's
 * default when neither is there any more.
 */
static const gchar *
first_id (SmpPresets *presets, SmpPresetKind kind, const gchar *of_photo,
          const gchar *last)
{
  if (of_photo && smp_presets_find (presets, of_photo, NULL))
    return of_photo;
  if (is_style (kind) && smp_presets_find (presets, last, NULL))
    return last;
  return argument[kind].id;
}

void
smp_mockup_presets_show (SmpMockupPresets *presets, const SmpPhoto *photo,
                         GimpProcedureConfig *config, gboolean keep)
{
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (presets->list[k])
      {
        gchar       *last = get_id (config, k);
        const gchar *id = first_id (presets->list[k], k, photo->preset[k],
                                    last);

        g_object_set (config, smp_photo_preset_key[k], id, NULL);
        if (keep)
          keep_id (presets, k, id);
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

guint
smp_mockup_presets_apply (SmpMockupPresets *presets, const SmpChoice *choice,
                          GObject *values)
{
  gboolean apply[SMP_PRESET_FILTER_KINDS], any = FALSE;
  guint    applied = 0;

  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    apply[k] = presets->list[k]
               && is_changed (&presets->kept[k], choice->preset[k]);
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    any = any || apply[k];

  apply[SMP_PRESET_DENSITY] |= apply[SMP_PRESET_ZONE];
  apply[SMP_PRESET_ZONE] |= apply[SMP_PRESET_DENSITY];
  apply[SMP_PRESET_SCAR] |= apply[SMP_PRESET_MATURITY];
  apply[SMP_PRESET_MATURITY] |= apply[SMP_PRESET_SCAR];
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    if (choice->preset[k]
        && (apply[k] || apply[SMP_PRESET_MISTAKE]
            || (k == SMP_PRESET_MISTAKE && any)))
      {
        smp_preset_apply (choice->preset[k], values);
        applied |= 1 << k;
      }
  return applied;
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
