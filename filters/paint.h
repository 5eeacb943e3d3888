/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pixels between GEGL and the core, for all our operations. */

#ifndef SMP_PAINT_H
#define SMP_PAINT_H

#include <gegl.h>

#include "core/compose.h"
#include "core/plan.h"

/* Renders plan over roi: alpha of input is the treatment, RGB the photo.
 * Re-entrant; memory does not grow with roi.
 */
void smp_paint (const SmpPlan       *plan,
                SmpResult            mode,
                const Babl          *format,
                GeglBuffer          *input,
                GeglBuffer          *output,
                const GeglRectangle *roi);

#endif
