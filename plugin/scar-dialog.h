/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the dialog of plug-in-smp-scar asks. */

#ifndef SMP_SCAR_DIALOG_H
#define SMP_SCAR_DIALOG_H

#include "mockup-job.h"

/* Adds all rows; job is a SmpScarJob's. */
void smp_scar_fill (GimpProcedureDialog *dialog,
                    SmpMockupJob        *job);

#endif
