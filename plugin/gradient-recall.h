/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a run asks for before the artist has changed it, see SmpMockupKind. */

#ifndef SMP_GRADIENT_RECALL_H
#define SMP_GRADIENT_RECALL_H

#include "gradient-job.h"

/* Looks what the filter is now. */
void smp_gradient_begin       (SmpMockupJob *job);

void smp_gradient_forget_last (SmpMockupJob *job);

void smp_gradient_recall      (SmpMockupJob *job);

#endif
