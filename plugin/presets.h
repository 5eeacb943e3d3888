/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Presets: named values of the filters, kept in text files (GKeyFile) that an
 * artist can copy and change.  The files say at their head which keys there
 * are, in which units and ranges.
 *
 * The files of a kind are those in a folder with its name in front:
 * density*.ini, shade*.ini, zone*.ini, diffusion*.ini, stage*.ini,
 * mistake*.ini, scar*.ini, maturity*.ini, hairline*.ini, pattern*.ini.
 * Needs GEGL to be initialised, and no GIMP.
 */

#ifndef SMP_PRESETS_H
#define SMP_PRESETS_H

#include <glib-object.h>

/* In the order in which they are applied: a zone multiplies what the density
 * has set, a mistake lies over everything of the dots, a maturity multiplies
 * what the scar has set.
 */
typedef enum
{
  SMP_PRESET_DENSITY,           /* density, dot-size, variation */
  SMP_PRESET_SHADE,             /* dilution, pigment, depth, hues */
  SMP_PRESET_ZONE,              /* percents of density and dot-size */
  SMP_PRESET_DIFFUSION,         /* fade, fade-dilution, fade-size, irregularity,
                                 * strays */
  SMP_PRESET_STAGE,             /* healing-day, years, fading, touch-up, drift,
                                 * removal */
  SMP_PRESET_MISTAKE,           /* any of density, shade and diffusion but the
                                 * pigment, and drift: bad work, to show it */
  SMP_PRESET_SCAR,              /* what is found, and how much of each thing is
                                 * done about it: smp:scar-camouflage */
  SMP_PRESET_MATURITY,          /* percents of that */
  SMP_PRESET_FILTER_KINDS,      /* the kinds above set values of filters */
  SMP_PRESET_HAIRLINE = SMP_PRESET_FILTER_KINDS,
                                /* a shape, see hairline-shape.h */
  SMP_PRESET_PATTERN,           /* where hair is lost, see pattern-shape.h */
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

/* The number of a key of the preset's kind; fallback if the preset does not
 * name it.
 */
gdouble           smp_preset_get_number     (const SmpPreset  *preset,
                                             const gchar      *name,
                                             gdouble           fallback);

/* Sets the properties of the preset's kind (see SmpPresetKind) of a filter's
 * config, or of an operation.
 *
 * Density, shade, diffusion, stage and scar set all of them, those which the
 * preset does not name to their defaults.  A mistake sets only what it names.  A
 * zone multiplies, within the property's range, so it is for freshly set density
 * and dot-size: to change or undo a zone, apply the density again first; so it
 * is with a maturity and the scar.  To undo a mistake, apply the other kinds
 * again, in order.
 */
void              smp_preset_apply          (const SmpPreset  *preset,
                                             GObject          *config);

#endif
