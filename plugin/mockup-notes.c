/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-notes.h"

void
smp_mockup_notes_begin (SmpTreatmentNotes *notes, SmpMockupJob *job)
{
  SmpPhoto *photo = &job->photo;

  if (!smp_treatment_notes_load (notes, &job->treatment))
    {
      notes->layer_tattoo = photo->layer_tattoo;
      for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
        {
          g_free (notes->preset[k]);
          notes->preset[k] = g_strdup (photo->preset[k]);
        }
    }
  smp_treatment_notes_swap (notes, photo);
}

void
smp_mockup_notes_store (SmpTreatmentNotes *notes, SmpMockupJob *job)
{
  SmpPhoto    *photo = &job->photo;
  SmpTreatment dots;

  /* what the dots have is theirs */
  smp_treatment_notes_swap (notes, photo);
  /* dots that are laid later find the photo when this copy is selected */
  if (!smp_treatment_find (job->image, &smp_treatment_dots, &dots))
    photo->layer_tattoo = notes->layer_tattoo;
  smp_treatment_notes_store (notes, &job->treatment);
  smp_photo_store (photo, job->image);
  smp_treatment_notes_swap (notes, photo);
}
