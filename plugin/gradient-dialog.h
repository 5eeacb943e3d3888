/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the dialog of plug-in-smp-gradient asks. */

#ifndef SMP_GRADIENT_DIALOG_H
#define SMP_GRADIENT_DIALOG_H

#include "mockup-job.h"

/* Adds all rows; job is a SmpGradientJob's. */
void smp_gradient_fill (GimpProcedureDialog *dialog,
                        SmpMockupJob        *job);

#endif
