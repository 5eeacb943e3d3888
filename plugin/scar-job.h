/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-scar does to an image. */

#ifndef SMP_SCAR_JOB_H
#define SMP_SCAR_JOB_H

#include "mockup-job.h"
#include "scar-path.h"
#include "treatment-notes.h"

#define SMP_SCAR_USUAL_WIDTH 0.0    /* argument: that of the kind of scar */
#define SMP_SCAR_WIDTH_MAX   50.0   /* mm */

typedef struct
{
  SmpMockupJob      mockup;     /* first, the mock-up's functions get it */
  SmpTreatmentNotes notes;      /* of this treatment: path and its key; the rest
                                   is in mockup.photo, and that of the dots
                                   here */
  gboolean          had_photo;  /* when the run began, there was a copy, */
  gchar            *had_area;   /* of this area */
  gboolean          covered;    /* other dots lie across it */
  gint              looked_at;  /* id of the copy for which a trial has looked
                                   whether they do, 0: none, */
  gboolean          found;      /* and what it saw */
  gdouble           skin[3];    /* of the photo; a scar has another */
  SmpScarPath       path;       /* asked for */
  gchar            *path_name;  /* "": none */
  gchar            *laid;       /* what this run has made the mask of; NULL: it
                                   has not */
  gchar            *tried;      /* the same for what is on trial */
  GimpLayer        *hidden;     /* the copy, while another is tried */
} SmpScarJob;

/* For smp_mockup_run(). */
extern const SmpMockupKind smp_scar_mockup;

/* The width in mm that is usual for the kind of scar that is asked for. */
gdouble smp_scar_job_usual_width (SmpMockupJob *job);

void    smp_scar_job_clear       (SmpScarJob   *job);

#endif
