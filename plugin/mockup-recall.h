/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a run of a mock-up asks for before the artist has changed it, and what
 * it tells the artist afterwards.
 */

#ifndef SMP_MOCKUP_RECALL_H
#define SMP_MOCKUP_RECALL_H

#include "mockup-job.h"

/* What belongs to one photo is not taken over from the last one. */
void smp_mockup_forget_last (SmpMockupJob *job);

/* What the image has. */
void smp_mockup_recall      (SmpMockupJob *job);

/* What happened to the photo since the last run. */
void smp_mockup_tell_change (const SmpMockupJob *job);

#endif
