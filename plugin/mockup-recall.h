/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a run of the mock-up asks for before the artist has changed it, and what
 * it tells the artist afterwards.
 */

#ifndef SMP_MOCKUP_RECALL_H
#define SMP_MOCKUP_RECALL_H

#include "mockup-job.h"

/* What belongs to one photo is not taken over from the last one. */
void smp_mockup_forget_last (SmpMockupJob *job);

/* What the image has.  A closed path is what to treat if nothing is selected.
 */
void smp_mockup_recall      (SmpMockupJob *job);

/* The designed hairline begins a treatment unless the photo has another. */
void smp_mockup_recall_line (SmpMockupJob *job);

/* What happened to the photo since the last run. */
void smp_mockup_tell_change (const SmpMockupJob *job);

#endif
