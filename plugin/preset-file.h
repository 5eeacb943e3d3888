/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One file of presets, and what is in a preset.  For presets.c only. */

#ifndef SMP_PRESET_FILE_H
#define SMP_PRESET_FILE_H

#include "presets.h"

typedef enum
{
  SMP_KEY_TEXT,                 /* may have translations, key[de] */
  SMP_KEY_NUMBER,
  SMP_KEY_COLOUR                /* "#rrggbb", sRGB */
} SmpKeyType;

/* A key of the files.  Ranges are those of smp:dots. */
typedef struct
{
  const gchar *name;            /* NULL: no more keys */
  SmpKeyType   type;
  gdouble      min, max;
  gboolean     needed;
  gboolean     sets;            /* the filter's property of this name */
} SmpPresetKey;

#define SMP_PRESET_MAX_KEYS 6

struct _SmpPreset
{
  SmpPresetKind  kind;
  gchar         *id;
  gchar         *name;
  gchar         *description;                   /* or NULL */
  gboolean       named[SMP_PRESET_MAX_KEYS];    /* keys the file names */
  gdouble        number[SMP_PRESET_MAX_KEYS];
  gchar         *colour;                        /* or NULL */
  gchar         *file;                          /* where it comes from ... */
  guint          line;
  gboolean       own;                           /* ... and whose it is */
};

void                 smp_preset_free      (gpointer       preset);

/* SMP_PRESET_MAX_KEYS of them. */
const SmpPresetKey * smp_preset_keys      (SmpPresetKind  kind);

/* Reads a file into list, of SmpPreset, and problems; see smp_presets_load ().
 * A preset takes the place of one with the same id that is not as own as it.
 */
void                 smp_preset_file_read (const gchar   *file,
                                           SmpPresetKind  kind,
                                           gboolean       own,
                                           GPtrArray     *list,
                                           GPtrArray     *problems);

#endif
