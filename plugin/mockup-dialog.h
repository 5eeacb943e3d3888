/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog of a mock-up. */

#ifndef SMP_MOCKUP_DIALOG_H
#define SMP_MOCKUP_DIALOG_H

#include <libgimp/gimp.h>

#include "mockup-job.h"

/* Nothing is selected: asks whether to treat the whole photo. */
gboolean smp_mockup_ask_whole (const SmpMockupJob *job);

/* Lets the artist change what is asked for, and shows it on the canvas; FALSE:
 * cancelled.
 */
gboolean smp_mockup_ask       (GimpProcedure      *procedure,
                               SmpMockupJob       *job);

#endif
