/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of plug-in-smp-hairline does to an image: it adds a path. */

#ifndef SMP_HAIRLINE_JOB_H
#define SMP_HAIRLINE_JOB_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "presets.h"

typedef struct
{
  GimpImage           *image;
  GimpProcedureConfig *config;  /* what the artist asks for */
  SmpPresets          *shapes;
  SmpPhoto             photo;
  GimpPath            *path;    /* made by this run; NULL: none yet */
  gchar               *notes;   /* on it, see hairline-notes.h */
  gboolean             pitch_guessed; /* 0 for want of anything better */
} SmpHairlineJob;

/* Pitch and turn that are to be found. */
#define SMP_HAIRLINE_AUTO (-90.0)

/* A recession that the shape says; 0 is a straight line. */
#define SMP_HAIRLINE_USUAL_RECESSION (-1.0)

/* Asks for the pitch and turn that are found, 0 if nothing tells them; sets
 * pitch_guessed.
 */
void       smp_hairline_job_view   (SmpHairlineJob *job);

/* Whether what the artist asks for can be had. */
gboolean   smp_hairline_job_check  (SmpHairlineJob *job,
                                    GError        **error);

/* Whether the path may have the name that is asked for. */
gboolean   smp_hairline_job_check_name (SmpHairlineJob *job,
                                        GError        **error);

/* Asks for the sizes that the shape says. */
void       smp_hairline_job_size   (SmpHairlineJob *job);

/* The same for the recession alone. */
void       smp_hairline_job_recede (SmpHairlineJob *job);

/* The path that the new one replaces, NULL: none. */
GimpPath * smp_hairline_job_old    (SmpHairlineJob *job);

/* Makes the path, or makes it anew as the artist asks for it now.  To be called
 * within an undo group.
 */
gboolean   smp_hairline_job_show   (SmpHairlineJob *job,
                                    GError        **error);

/* Takes the path away. */
void       smp_hairline_job_hide   (SmpHairlineJob *job);

/* Gives the path its name, and its place if it replaces one. */
void       smp_hairline_job_finish (SmpHairlineJob *job);

void       smp_hairline_job_clear  (SmpHairlineJob *job);

#endif
