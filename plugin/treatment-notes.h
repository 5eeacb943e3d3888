/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is known of the last run on a treatment.  That of SMP Dots is kept with
 * the photo; other groups carry theirs in their own parasite, behind the id of
 * their kind: a group removed or copied takes it along.
 */

#ifndef SMP_TREATMENT_NOTES_H
#define SMP_TREATMENT_NOTES_H

#include "treatment.h"

typedef struct
{
  guint  layer_tattoo;          /* of the photo's layer, as in SmpPhoto */
  gchar *area;                  /* what was treated last, the same */
  gchar *preset[SMP_PRESET_FILTER_KINDS];
  gboolean covered;             /* other dots lie across this scar */
  gchar *path;                  /* where the place came from */
  gchar *place;                 /* and what it was; all of them may be NULL */
} SmpTreatmentNotes;

/* FALSE: the group has none, and notes is cleared. */
gboolean smp_treatment_notes_load  (SmpTreatmentNotes       *notes,
                                    const SmpTreatment      *treatment);

void     smp_treatment_notes_store (const SmpTreatmentNotes *notes,
                                    const SmpTreatment      *treatment);

/* Exchanges layer, area and presets with those that the photo has, which are
 * then what the functions of treatment.h and mockup-*.h go by.
 */
void     smp_treatment_notes_swap  (SmpTreatmentNotes       *notes,
                                    SmpPhoto                *photo);

void     smp_treatment_notes_clear (SmpTreatmentNotes       *notes);

/* Whether two places, words and numbers, are the same, give or take what GIMP
 * rounds when it moves a path.
 */
gboolean smp_treatment_notes_is_same_place (const gchar     *a,
                                            const gchar     *b);

#endif
