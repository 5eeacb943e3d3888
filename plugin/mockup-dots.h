/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The mock-up of dots: one density all over the area, behind a hairline. */

#ifndef SMP_MOCKUP_DOTS_H
#define SMP_MOCKUP_DOTS_H

#include "mockup-job.h"

extern const SmpMockupKind smp_mockup_dots;

#endif
