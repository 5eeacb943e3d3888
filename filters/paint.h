/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all our operations share between GEGL and the core. */

#ifndef SMP_PAINT_H
#define SMP_PAINT_H

#include <gegl.h>

#include "core/compose.h"
#include "core/plan.h"

/* The frame a filter works in: text (see the property "frame") or, when that is
 * empty, the box of its input.  False: text is not a frame, frame is the box.
 */
gboolean smp_frame_parse (const gchar         *text,
                          const GeglRectangle *box,
                          SmpFrame            *frame);

/* Renders plan over roi: alpha of input is the treatment, RGB the photo.
 * Re-entrant; memory does not grow with roi.
 */
void     smp_paint       (const SmpPlan       *plan,
                          SmpResult            mode,
                          const Babl          *format,
                          GeglBuffer          *input,
                          GeglBuffer          *output,
                          const GeglRectangle *roi);

#endif
