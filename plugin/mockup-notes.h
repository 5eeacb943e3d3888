/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes of a treatment that is not that of the dots, in a run of its mock-up:
 * layer, area and presets are in job->photo meanwhile, and those of the dots in
 * the notes.
 */

#ifndef SMP_MOCKUP_NOTES_H
#define SMP_MOCKUP_NOTES_H

#include "mockup-job.h"
#include "treatment-notes.h"

/* Those of the treatment; one that is new begins as that of the dots. */
void smp_mockup_notes_begin (SmpTreatmentNotes *notes,
                             SmpMockupJob      *job);

/* Keeps them, and what is known of the photo, with the image. */
void smp_mockup_notes_store (SmpTreatmentNotes *notes,
                             SmpMockupJob      *job);

#endif
