/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-mockup does to an image. */

#ifndef SMP_MOCKUP_JOB_H
#define SMP_MOCKUP_JOB_H

#include <libgimp/gimp.h>

#include "line.h"
#include "mockup-presets.h"
#include "photo.h"
#include "treatment.h"

/* Stands for the outline of the treated area, where a hairline is asked for. */
#define SMP_MOCKUP_OUTLINE "selection"

typedef struct
{
  GimpImage           *image;
  GimpDrawable        *drawable;      /* selected layer or NULL */
  GimpProcedureConfig *config;        /* what the artist asks for */
  SmpMockupPresets     presets;
  SmpPhoto             photo;
  SmpFrameChange       change;        /* of the photo since the last run */
  SmpTreatment         treatment;     /* group NULL: there is none yet */
  gboolean             is_new;        /* this run has made it */
  SmpLine              line;          /* the hairline's path; none if it is not
                                         one, or gone */
  gint                 parts;         /* of the area whose outline was taken */

  /* what a dialog started with, see SmpMockupPresets */
  gchar               *kept_seed;

  /* the hairline last shown, and where it came from; NULL: none yet */
  gchar               *shown_line;
  gchar               *shown_source;
} SmpMockupJob;

/* Whether what the artist asks for can be had: the presets and the hairline's
 * path exist.
 */
gboolean smp_mockup_job_check   (SmpMockupJob  *job,
                                 GError       **error);

/* Whether a closed path says what to treat, as nothing is selected. */
gboolean smp_mockup_job_has_own_area (SmpMockupJob *job);

/* Makes the treatment group, or changes the one that is there.  To be called
 * within an undo group.
 */
gboolean smp_mockup_job_make    (SmpMockupJob  *job,
                                 GError       **error);

/* Shows what the artist asks for on the canvas, where the filter is there. */
void     smp_mockup_job_show    (SmpMockupJob  *job);

/* Diameter of the dots in px of the image, 0: there is no filter. */
gdouble  smp_mockup_job_dot_px  (SmpMockupJob  *job);

/* Takes away what smp_mockup_job_make() has made, when there was no group: the
 * photo is known again as it was before.
 */
void     smp_mockup_job_unmake  (SmpMockupJob  *job,
                                 SmpPhoto      *before);

void     smp_mockup_job_clear   (SmpMockupJob  *job);

#endif
