/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One file of presets, and what is in a preset.  For presets.c only. */

#ifndef SMP_PRESET_FILE_H
#define SMP_PRESET_FILE_H

#include "preset-keys.h"

struct _SmpPreset
{
  SmpPresetKind  kind;
  gchar         *id;
  gchar         *name;
  gchar         *description;                   /* or NULL */
  gboolean       named[SMP_PRESET_MAX_KEYS];    /* keys the file names */
  gdouble        number[SMP_PRESET_MAX_KEYS];   /* the value of numbers ... */
  gchar         *word[SMP_PRESET_MAX_KEYS];     /* ... colours and choices */
  gchar         *file;                          /* where it comes from ... */
  guint          line;
  gboolean       own;                           /* ... and whose it is */
};

void smp_preset_free      (gpointer       preset);

/* Reads a file into list, of SmpPreset, and problems; see smp_presets_load ().
 * A preset takes the place of one with the same id that is not as own as it.
 */
void smp_preset_file_read (const gchar   *file,
                           SmpPresetKind  kind,
                           gboolean       own,
                           GPtrArray     *list,
                           GPtrArray     *problems);

#endif
