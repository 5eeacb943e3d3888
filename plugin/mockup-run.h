/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A procedure that makes or changes a mock-up. */

#ifndef SMP_MOCKUP_RUN_H
#define SMP_MOCKUP_RUN_H

#include "mockup-job.h"

/* Arguments that all of them have: session, px-per-mm, whole, measure, seed. */
void             smp_mockup_add_arguments (GimpProcedure *procedure);

/* All of a run; job has kind, image and config.  Clears job. */
GimpValueArray * smp_mockup_run           (SmpMockupJob   *job,
                                           GimpProcedure  *procedure,
                                           GimpRunMode     run_mode,
                                           GimpDrawable  **drawables);

#endif
