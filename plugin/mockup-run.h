/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A procedure that makes or changes a mock-up. */

#ifndef SMP_MOCKUP_RUN_H
#define SMP_MOCKUP_RUN_H

#include "mockup-job.h"

/* The argument "session" of dots on skin. */
#define SMP_MOCKUP_SESSIONS _("Dots laid so far: 30, 70 and 100 % after " \
                              "sessions 1 to 3, 4 adds a diffuse refinement; " \
                              "0: as many as the treatment has, 3 in a new " \
                              "one")

/* Arguments that all of them have: session, which sessions is about, px-per-mm,
 * whole, measure, seed.
 */
void             smp_mockup_add_arguments (GimpProcedure *procedure,
                                           const gchar   *sessions);

/* All of a run; job has kind, image and config.  Clears job. */
GimpValueArray * smp_mockup_run           (SmpMockupJob   *job,
                                           GimpProcedure  *procedure,
                                           GimpRunMode     run_mode,
                                           GimpDrawable  **drawables);

#endif
