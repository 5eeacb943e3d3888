/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What mock-ups refuse, in words that tell the artist what to do next. */

#ifndef SMP_MOCKUP_CHECK_H
#define SMP_MOCKUP_CHECK_H

#include <libgimp/gimp.h>

#include "mockup-job.h"

/* Whether an image can be treated. */
gboolean smp_check_image     (GimpImage               *image,
                              const SmpTreatmentKind  *kind,
                              GError                 **error);

/* Whether the layers of all treatments can be changed: each of them follows the
 * photo and its scale, and is hidden while the photo below is looked at.
 */
gboolean smp_check_locks     (GimpImage               *image,
                              GError                 **error);

/* Nothing is selected: whether the whole photo is to be treated. */
gboolean smp_check_selection (const SmpMockupJob      *job,
                              GimpRunMode              run_mode,
                              gboolean                *cancelled,
                              GError                 **error);

#endif
