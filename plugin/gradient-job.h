/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-gradient does to an image. */

#ifndef SMP_GRADIENT_JOB_H
#define SMP_GRADIENT_JOB_H

#include "gradient-ends.h"
#include "gradient-place.h"
#include "mockup-job.h"
#include "treatment-notes.h"

/* Arguments: what is usual for the shape. */
#define SMP_GRADIENT_USUAL_WIDTH 0.0
#define SMP_GRADIENT_USUAL_THIN  (-1.0)

#define SMP_GRADIENT_PRESETS (1u << SMP_PRESET_DENSITY  \
                              | 1u << SMP_PRESET_SHADE  \
                              | 1u << SMP_PRESET_STAGE)

extern const gchar *const smp_gradient_profile[];   /* ids, then NULL */
extern const gchar *const smp_gradient_filter_shape[SMP_SHAPES];  /* nicks */

typedef struct
{
  SmpMockupJob         mockup;      /* first, the mock-up's functions get it */
  SmpTreatmentNotes    notes;       /* of this treatment: path and place; the
                                       rest is in mockup.photo, and that of the
                                       dots here */
  gboolean             has_filter;  /* when the run began, and this was it: */
  SmpShape             shape;
  SmpGradientPlace     place;
  SmpGradientEnds      ends;
  gdouble              width, irregularity;
  SmpGradientEndsWish  kept;        /* what the dialog started with */
  gboolean             is_kept;     /* there was one */
  SmpPlaceSource       source;      /* of the place that is asked for, */
  gboolean             is_gone;     /* it was a path once, its place is known */
  SmpGradientPlace     wanted;      /* the place that is asked for */
  gchar               *shown;       /* shape and path that it was found for */
} SmpGradientJob;

/* For smp_mockup_run(). */
extern const SmpMockupKind smp_gradient_mockup;

/* mm from a parting or hairline to the dense or thin end. */
gdouble  smp_gradient_usual_width (SmpShape        shape);

/* The shape that is asked for; FALSE: there is none of this name. */
gboolean smp_gradient_job_shape   (SmpMockupJob   *job,
                                   SmpShape       *shape,
                                   GError        **error);

/* What a dialog shows of a length in mm. */
gdouble  smp_gradient_job_shown   (gdouble         mm);

/* Asks for what is usual for a shape. */
void     smp_gradient_job_set_usual (SmpMockupJob *job,
                                     SmpShape      shape);

/* Whether what is asked for can be had. */
gboolean smp_gradient_job_check   (SmpMockupJob   *job,
                                   GError        **error);

void     smp_gradient_job_clear   (SmpGradientJob *job);

#endif
