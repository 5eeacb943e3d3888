/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shape of a hairline, in mm along the skin; see the head of
 * presets/hairline.ini.
 *
 * The 8 cm rule (431 foreheads, measured with a tape) places the middle B 8 cm
 * over the glabella A, the corners C 8 cm beside the middle, and the temple
 * peaks D on the line from C to E, about 5 cm from C; E lies 8 cm beside A,
 * near the outer corner of the eye.  Natural corners lie 10 to 15 mm behind B.
 */

#ifndef SMP_HAIRLINE_SHAPE_H
#define SMP_HAIRLINE_SHAPE_H

#include "forehead.h"
#include "presets.h"

typedef struct
{
  gboolean arc;
  gdouble  height, width, recession;
  gdouble  forelock, corner;
  gdouble  temple, temple_angle;
  gdouble  peak_depth, peak_width;
  gdouble  bump_depth, bump_width;
} SmpHairlineShape;

/* Of a path: places on the skin, the handles too. */
typedef struct
{
  SmpPoint before, at, after;
} SmpHairlineAnchor;

/* What the preset says, and the rule where it says nothing. */
void     smp_hairline_shape_read    (SmpHairlineShape       *shape,
                                     const SmpPreset        *preset);

/* From the temple on the left of the photo to the one on its right: array of
 * SmpHairlineAnchor, g_array_unref().
 */
GArray * smp_hairline_shape_outline (const SmpHairlineShape *shape);

#endif
