/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a run treats: what is selected, the path, and what is treated before. */

#ifndef SMP_SCAR_AREA_H
#define SMP_SCAR_AREA_H

#include "scar-job.h"

/* Whether there is anything, apart from what is treated already. */
gboolean smp_scar_has_area  (SmpMockupJob   *job);

/* For SmpMockupKind. */
gboolean smp_scar_set_area  (SmpMockupJob   *job);

/* Lays another copy of the photo over that of the treatment, of what is asked
 * for now.
 */
void     smp_scar_try_area  (SmpScarJob     *job,
                             const SmpPhoto *photo);

void     smp_scar_end_trial (SmpScarJob     *job);

#endif
