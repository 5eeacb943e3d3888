/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-scale does to an image. */

#ifndef SMP_SCALE_JOB_H
#define SMP_SCALE_JOB_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "scale-known.h"
#include "scale-length.h"

typedef struct
{
  GimpImage           *image;
  GimpProcedureConfig *config;        /* what the artist asks for */
  SmpPhoto             photo;
  SmpFrameChange       change;        /* of the photo since the last run */
  GArray              *treatments;    /* SmpTreatment */
} SmpScaleJob;

typedef struct
{
  SmpLength       length;
  const SmpKnown *known;
  gdouble         mm;
  gdouble         px_per_mm;          /* of the image as it is now */
  gdouble         error;              /* expected, % */
} SmpScale;

void     smp_scale_job_init  (SmpScaleJob         *job,
                              GimpImage           *image,
                              GimpProcedureConfig *config);

void     smp_scale_job_clear (SmpScaleJob         *job);

/* Works out the scale that is asked for and touches nothing.  FALSE and an
 * error that says what to do when there is none to be had; to be cleared else.
 */
gboolean smp_scale_find      (SmpScale            *scale,
                              const SmpScaleJob   *job,
                              GError             **error);

void     smp_scale_clear     (SmpScale            *scale);

/* Keeps a scale with the image and gives it to all filters, within one undo
 * step.
 */
void     smp_scale_job_set   (SmpScaleJob         *job,
                              const SmpScale      *scale);

#endif
