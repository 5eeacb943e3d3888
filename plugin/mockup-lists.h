/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the dialogs of mock-ups let choose: presets, the mock-up of dots a
 * hairline.
 */

#ifndef SMP_MOCKUP_LISTS_H
#define SMP_MOCKUP_LISTS_H

#include <libgimp/gimpui.h>

#include "mockup-job.h"

/* A list of presets that changes job's config, see lists.h. */
GtkWidget * smp_mockup_lists_add  (GtkWidget           *lists,
                                   gint                 row,
                                   SmpMockupJob        *job,
                                   SmpPresetKind        kind);

/* The row "session", which a dialog's fill function then places. */
void        smp_mockup_lists_new_session (GimpProcedureDialog *dialog);

/* All rows of the mock-up of dots. */
void        smp_mockup_lists_fill (GimpProcedureDialog *dialog,
                                   SmpMockupJob        *job);

#endif
