/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a hairline differs from what the rules advise, in plain words.  Nothing
 * of this keeps the artist from drawing it.
 */

#ifndef SMP_HAIRLINE_NOTES_H
#define SMP_HAIRLINE_NOTES_H

#include <libgimp/gimp.h>

#include "hairline-shape.h"

typedef struct
{
  SmpHairlineShape shape;
  SmpForehead      forehead;
  gboolean         scale_known; /* somebody has set it */
  gboolean         pitch_guessed;     /* nothing tells it */
  gdouble          apart_px;    /* between the pupils or brows; 0: not marked */
  gdouble          chin_mm;     /* from the glabella as seen; 0: not marked */
  gdouble          crease;      /* mm from the glabella to the highest crease of
                                   the brow; 0: nobody has said it */
  gboolean         outside;     /* of the photo */
} SmpHairlineFacts;

/* A line for each, "" if there is nothing to say: g_free(). */
gchar *  smp_hairline_notes (const SmpHairlineFacts *facts);

#endif
