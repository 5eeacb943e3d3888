/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The presets that the mock-up offers: one of each kind is chosen, by its id in
 * the argument named smp_photo_preset_key; the mistake may be "", none.
 */

#ifndef SMP_MOCKUP_PRESETS_H
#define SMP_MOCKUP_PRESETS_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "presets.h"

typedef struct
{
  SmpPresets *list[SMP_PRESET_FILTER_KINDS];

  /* ids that a dialog started with: as long as one is not changed the filter
     keeps the values that the artist may have set in its own dialog; else
     NULL */
  gchar      *kept[SMP_PRESET_FILTER_KINDS];
} SmpMockupPresets;

/* NULL where nothing is chosen. */
typedef struct
{
  const SmpPreset *preset[SMP_PRESET_FILTER_KINDS];
} SmpChoice;

void     smp_mockup_presets_add_arguments (GimpProcedure *procedure);

/* Tells GIMP what is wrong with the artist's files. */
void     smp_mockup_presets_load  (SmpMockupPresets       *presets);

/* One kind, told in the same way; smp_presets_free(). */
SmpPresets * smp_mockup_presets_load_kind (SmpPresetKind   kind);

void     smp_mockup_presets_clear (SmpMockupPresets       *presets);

/* What config asks for; FALSE and an error that lists the ids when there is no
 * such preset.
 */
gboolean smp_mockup_presets_get   (const SmpMockupPresets *presets,
                                   GimpProcedureConfig    *config,
                                   SmpChoice              *choice,
                                   GError                **error);

/* Makes config ask for what was chosen for the photo, or last, or for the
 * default; keep: this is what the filter has.
 */
void     smp_mockup_presets_show  (SmpMockupPresets       *presets,
                                   const SmpPhoto         *photo,
                                   GimpProcedureConfig    *config,
                                   gboolean                keep);

/* Sets a filter's values. */
void     smp_mockup_presets_apply (SmpMockupPresets       *presets,
                                   const SmpChoice        *choice,
                                   GObject                *values);

void     smp_mockup_presets_note  (const SmpChoice        *choice,
                                   SmpPhoto               *photo);

#endif
