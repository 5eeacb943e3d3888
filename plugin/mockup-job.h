/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-mockup does to an image. */

#ifndef SMP_MOCKUP_JOB_H
#define SMP_MOCKUP_JOB_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "presets.h"
#include "treatment.h"

typedef struct
{
  GimpImage           *image;
  GimpDrawable        *drawable;      /* selected layer or NULL */
  GimpProcedureConfig *config;        /* what the artist asks for */
  SmpPresets          *densities;
  SmpPresets          *shades;
  SmpPhoto             photo;
  SmpFrameChange       change;        /* of the photo since the last run */
  SmpTreatment         treatment;     /* group NULL: there is none yet */

  /* what a dialog started with: as long as it is not changed the filter keeps
     the values that the artist may have set in its own dialog; else NULL */
  gchar               *kept_density;
  gchar               *kept_shade;
  gchar               *kept_seed;
} SmpMockupJob;

/* Whether what the artist asks for can be had: the presets exist. */
gboolean smp_mockup_job_check   (SmpMockupJob  *job,
                                 GError       **error);

/* Makes the treatment group, or changes the one that is there.  To be called
 * within an undo group.
 */
gboolean smp_mockup_job_make    (SmpMockupJob  *job,
                                 GError       **error);

/* Shows what the artist asks for on the canvas, where the filter is there. */
void     smp_mockup_job_show    (SmpMockupJob  *job);

/* Takes away what smp_mockup_job_make() has made, when there was no group: the
 * photo is known again as it was before.
 */
void     smp_mockup_job_unmake  (SmpMockupJob  *job,
                                 SmpPhoto      *before);

void     smp_mockup_job_clear   (SmpMockupJob  *job);

#endif
