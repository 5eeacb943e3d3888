/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one run of a mock-up does to an image.  Mock-ups of each kind of
 * treatment have a procedure of their own; what they do alike is here.
 */

#ifndef SMP_MOCKUP_JOB_H
#define SMP_MOCKUP_JOB_H

#include <libgimp/gimpui.h>

#include "line.h"
#include "mockup-presets.h"
#include "photo.h"
#include "treatment.h"

typedef struct _SmpMockupJob SmpMockupJob;

/* What mock-ups of one kind do in their own way. */
typedef struct
{
  const SmpTreatmentKind *treatment;
  guint        presets;         /* those to be chosen, bits 1 << kind */
  const gchar *title;           /* of the dialog, to be translated */
  const gchar *no_area;         /* said when nothing is selected, the same */
  gboolean     never_whole;     /* a dialog does not propose the whole photo */

  /* The treatment was looked for; NULL: nothing to be done. */
  void     (*begin)       (SmpMockupJob        *job);

  /* What belongs to one photo is not taken over from the last one. */
  void     (*forget_last) (SmpMockupJob        *job);

  /* The dialog shall begin with what the image has. */
  void     (*recall)      (SmpMockupJob        *job);

  /* Whether what is asked for, but presets, can be had. */
  gboolean (*check)       (SmpMockupJob        *job,
                           GError             **error);

  /* Whether anything is to be treated where nothing has been; NULL: what is
     selected, or within a closed path. */
  gboolean (*has_area)    (SmpMockupJob        *job);

  /* Makes the treatment group, or adds to what it treats; TRUE: there is more
     than before.  NULL: what is selected, or within a closed path. */
  gboolean (*set_area)    (SmpMockupJob        *job);

  /* Where the dots lie, now that there is the area; grown: it is not that of
     the last run; NULL: all over it. */
  void     (*set_place)   (SmpMockupJob        *job,
                           gboolean             grown);

  /* The same for a trial, which borrows what it needs. */
  void     (*show_place)  (SmpMockupJob        *job,
                           SmpPhoto            *photo);

  /* No more trials, the image has what it had before them; NULL: nothing to
     be done. */
  void     (*end_trials)  (SmpMockupJob        *job);

  /* Sets all but presets, session, seed, and what belongs to the photo;
     applied: the presets that have just been set, bits. */
  void     (*set_values)  (SmpMockupJob        *job,
                           SmpPhoto            *photo,
                           const SmpChoice     *choice,
                           guint                applied,
                           GObject             *values);

  /* Keeps what is known with the image. */
  void     (*store)       (SmpMockupJob        *job);

  /* Diameter of the largest dots; NULL: as "dot-size" says. */
  gdouble  (*dot_mm)      (GObject             *values);

  /* Rows of the dialog. */
  void     (*fill)        (GimpProcedureDialog *dialog,
                           SmpMockupJob        *job);
} SmpMockupKind;

struct _SmpMockupJob
{
  const SmpMockupKind *kind;
  GimpImage           *image;
  GimpDrawable        *drawable;      /* selected layer or NULL */
  GimpProcedureConfig *config;        /* what the artist asks for */
  SmpMockupPresets     presets;
  SmpPhoto             photo;
  SmpFrameChange       change;        /* of the photo since the last run */
  SmpTreatment         treatment;     /* group NULL: there is none yet */
  gboolean             is_new;        /* this run has made it */
  gboolean             measures;      /* the photo has other pixels than when it
                                         was measured */
  SmpLine              line;          /* the hairline's path; none if it is not
                                         one, or gone */
  gint                 parts;         /* of the area whose outline was taken */

  /* what a dialog started with, see SmpMockupPresets */
  gchar               *kept_seed;
  gdouble              kept_scale;    /* 0: none */

  /* the hairline last shown, and where it came from; NULL: none yet */
  gchar               *shown_line;
  gchar               *shown_source;
};

/* Whether what the artist asks for can be had. */
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
