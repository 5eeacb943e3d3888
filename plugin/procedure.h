/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the procedures of the plug-in that work on an image do alike. */

#ifndef SMP_PROCEDURE_H
#define SMP_PROCEDURE_H

#include <libgimp/gimp.h>

/* A procedure in the menu of the filters, for images of any kind, with or
 * without a layer: what cannot be done is told to the artist.
 */
GimpProcedure *   smp_procedure_new (GimpPlugIn        *plug_in,
                                     const gchar       *name,
                                     GimpRunImageFunc   run,
                                     const gchar       *menu_label,
                                     const gchar       *blurb,
                                     const gchar       *help);

/* All that a run does to an image, as one undo step. */
typedef struct
{
  GimpImage  *image;
  gboolean    clean;            /* nothing had changed since it was saved */
  GimpLayer **layers;           /* that were selected */
  GimpPath  **paths;
} SmpStep;

void              smp_step_begin    (SmpStep           *step,
                                     GimpImage         *image);

/* Done or not; if not, what was selected is again, and an image that was clean
 * still is.  Returns the status: without an error the artist has cancelled.
 */
GimpPDBStatusType smp_step_end      (SmpStep           *step,
                                     gboolean           done,
                                     GimpRunMode        run_mode,
                                     const GError      *error);

#endif
