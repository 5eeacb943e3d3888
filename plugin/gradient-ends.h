/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The two ends of a gradient.  Artists think of a dense and a thin end, the
 * filter has a start and an end: the end of a hairline is the dense one, of all
 * other shapes it is the start.
 */

#ifndef SMP_GRADIENT_ENDS_H
#define SMP_GRADIENT_ENDS_H

#include <libgimp/gimp.h>

#include "gradient-place.h"
#include "mockup-presets.h"

typedef struct
{
  gdouble density;              /* dots per cm² */
  gdouble size;                 /* mm */
  gdouble water;                /* parts to one of pigment */
} SmpGradientEnd;

typedef struct
{
  SmpGradientEnd dense, thin;
  gboolean       starts_thin;
} SmpGradientEnds;

/* The arguments that say how much less the thin end gets. */
typedef enum
{
  SMP_THIN_DENSITY,             /* % of that of the dense end */
  SMP_THIN_SIZE,                /* the same */
  SMP_THIN_WATER,               /* parts more */
  SMP_THIN_ARGUMENTS
} SmpThinArgument;

extern const gchar *const smp_thin_argument[SMP_THIN_ARGUMENTS];

typedef struct
{
  gdouble value[SMP_THIN_ARGUMENTS];
} SmpGradientEndsWish;

gboolean smp_gradient_starts_thin (SmpShape                   shape);

/* % at the thin end: sides go over into stubble and crowns into hair, partings
 * and hairlines fade out.
 */
gdouble  smp_gradient_usual_thin  (SmpShape                   shape);

void     smp_gradient_ends_read   (SmpGradientEnds           *ends,
                                   GObject                   *filter,
                                   SmpShape                   shape);

void     smp_gradient_ends_write  (const SmpGradientEnds     *ends,
                                   GObject                   *filter);

/* What these ends would be asked for with, in steps that a dialog shows. */
SmpGradientEndsWish smp_gradient_ends_wish (const SmpGradientEnds *ends);

/* Takes the dense end from the applied presets, bits 1 << kind, and the thin
 * end from what is asked for; touched: bits 1 << SmpThinArgument.  The rest
 * stays.
 */
void     smp_gradient_ends_change (SmpGradientEnds           *ends,
                                   const SmpChoice           *choice,
                                   guint                      applied,
                                   const SmpGradientEndsWish *wish,
                                   guint                      touched);

#endif
