/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The presets that a mock-up offers: one of each of its kinds is chosen, by its
 * id in the argument named smp_photo_preset_key; the mistake may be "", none.
 */

#ifndef SMP_MOCKUP_PRESETS_H
#define SMP_MOCKUP_PRESETS_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "presets.h"

/* Kinds are bits, 1 << SmpPresetKind. */
#define SMP_MOCKUP_DOTS_PRESETS ((1u << SMP_PRESET_SCAR) - 1)

typedef struct
{
  SmpPresets *list[SMP_PRESET_FILTER_KINDS];    /* NULL: not offered */

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

void     smp_mockup_presets_add_arguments (GimpProcedure *procedure,
                                           guint          kinds);

/* The same, each of them empty unless something is asked for. */
void     smp_mockup_presets_add_open_arguments (GimpProcedure *procedure,
                                                guint          kinds);

/* Tells GIMP what is wrong with the artist's files. */
void     smp_mockup_presets_load  (SmpMockupPresets       *presets,
                                   guint                   kinds);

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

/* Where config is empty, makes it ask for what was chosen for the photo, or for
 * the default; keep: this is what the filter has.
 */
void     smp_mockup_presets_complete (SmpMockupPresets    *presets,
                                      const SmpPhoto      *photo,
                                      GimpProcedureConfig *config,
                                      gboolean             keep);

/* Makes config ask for what was chosen for the photo, or for the defaults,
 * where the last photo's would be wrong for this one; keep: what was chosen for
 * the photo is what the filter has.
 */
void     smp_mockup_presets_forget (SmpMockupPresets      *presets,
                                    const SmpPhoto        *photo,
                                    GimpProcedureConfig   *config,
                                    gboolean               keep);

/* Makes config ask for what was chosen for the photo, or last, or for the
 * default; keep: this is what the filter has.
 */
void     smp_mockup_presets_show  (SmpMockupPresets       *presets,
                                   const SmpPhoto         *photo,
                                   GimpProcedureConfig    *config,
                                   gboolean                keep);

/* Sets a filter's values; returns the kinds that were applied. */
guint    smp_mockup_presets_apply (SmpMockupPresets       *presets,
                                   const SmpChoice        *choice,
                                   GObject                *values);

void     smp_mockup_presets_note  (const SmpChoice        *choice,
                                   SmpPhoto               *photo);

#endif
