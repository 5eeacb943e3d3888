/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Presets of density and of shade: named values of the filters, kept in text
 * files (GKeyFile) that an artist can copy and change.  The files say at their
 * head which keys there are, in which units and ranges.
 *
 * The files of a kind are those named density*.ini or shade*.ini in a folder.
 * Needs GEGL to be initialised, and no GIMP.
 */

#ifndef SMP_PRESETS_H
#define SMP_PRESETS_H

#include <glib-object.h>

typedef enum
{
  SMP_PRESET_DENSITY,           /* density, dot-size, variation */
  SMP_PRESET_SHADE,             /* dilution, pigment, depth */
  SMP_PRESET_KINDS
} SmpPresetKind;

typedef struct _SmpPreset  SmpPreset;   /* lives as long as its SmpPresets */
typedef struct _SmpPresets SmpPresets;

/* The folder of the shipped presets: that of a user install if it exists, else
 * the one given at build time.  g_free().
 */
gchar *           smp_presets_shipped_dir   (void);

/* Loads all presets of a kind, in the order of the files: those of shipped_dir,
 * then those of own_dir (by file name), which take the place of shipped ones
 * with the same id.  Either folder may be NULL; own_dir need not exist.
 *
 * A file that cannot be read, or a preset with anything wrong in it, is left
 * out; problems (may be NULL) gets a string "FILE, line N: REASON" for each
 * thing wrong, to be freed with g_free().  Never returns NULL.
 */
SmpPresets *      smp_presets_load          (SmpPresetKind     kind,
                                             const gchar      *shipped_dir,
                                             const gchar      *own_dir,
                                             GPtrArray        *problems);

void              smp_presets_free          (SmpPresets       *presets);

guint             smp_presets_count         (const SmpPresets *presets);

/* index < smp_presets_count () */
const SmpPreset * smp_presets_get           (const SmpPresets *presets,
                                             guint             index);

/* NULL and an error that lists the ids if there is no such preset:
 * G_KEY_FILE_ERROR_GROUP_NOT_FOUND.
 */
const SmpPreset * smp_presets_find          (const SmpPresets *presets,
                                             const gchar      *id,
                                             GError          **error);

const gchar *     smp_preset_get_id         (const SmpPreset  *preset);

/* In the user's language; the id if the file gives no name. */
const gchar *     smp_preset_get_name       (const SmpPreset  *preset);

/* In the user's language, or NULL. */
const gchar *     smp_preset_get_description (const SmpPreset *preset);

/* What a density preset states, in percent; < 0 if it states nothing. */
gdouble           smp_preset_get_light_loss (const SmpPreset  *preset);

/* Sets all properties of the preset's kind (see SmpPresetKind) of a filter's
 * config, or of an operation: those which the preset does not name to their
 * defaults.
 */
void              smp_preset_apply          (const SmpPreset  *preset,
                                             GObject          *config);

#endif
