/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-pattern does to an image. */

#ifndef SMP_PATTERN_JOB_H
#define SMP_PATTERN_JOB_H

#include <libgimp/gimp.h>

#include "mockup-job.h"
#include "pattern-shape.h"

/* What it leads to. */
typedef struct
{
  gdouble area_cm2;             /* that the pattern treats on the head ... */
  gdouble seen_cm2;             /* ... and the photo shows */
  gdouble density_cm2;          /* dots, after the last session */
} SmpPatternResult;

typedef struct
{
  GimpImage           *image;
  GimpProcedureConfig *config;        /* what the artist asks for */
  SmpPresets          *patterns;
  SmpMockupJob         mockup;        /* with a config of the mock-up */
  SmpPhoto             known;         /* the photo before, see find_head; the
                                         strings belong to mockup */
  SmpPatternResult     result;
} SmpPatternJob;

/* Where the head is: told, selected, or known; and the scale. */
gboolean smp_pattern_job_find_head (SmpPatternJob *job,
                                    GError       **error);

/* Whether what the artist asks for can be had, without a change of the image;
 * finds head and scale.
 */
gboolean smp_pattern_job_check (SmpPatternJob *job,
                                GError       **error);

/* Makes the treatment group with the pattern as its mask, or changes the mask
 * of the one that is there.  To be called within an undo group.
 */
gboolean smp_pattern_job_make  (SmpPatternJob *job,
                                GError       **error);

/* Writes the pattern into a treatment's mask as it is, without undo, for a
 * trial; FALSE: it cannot be seen in the photo.
 */
gboolean smp_pattern_job_show  (SmpPatternJob *job,
                                SmpMockupJob  *trial);

/* How high a camera usually stands, degrees. */
gdouble  smp_pattern_usual_elevation (const gchar *view);

#endif
