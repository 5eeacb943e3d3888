/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a place on the skin of the forehead and the temples shows in a photo.
 *
 * Places on the skin are mm as a tape measures them from the glabella: x across
 * towards the right of the photo, y up.  Beside the middle the skull is lower
 * and bends backwards sooner: its cut at each place across is a circle around
 * the centre of the head,
 *
 *   across = x / sqrt (1 + (x / 74)²),
 *   radius = 95 (1 - (across / 74)^2.4)^(1 / 2.4),
 *   up = radius sin (y / radius),  behind = 95 - radius cos (y / radius).
 *
 * A face that turns to the left of the photo by the angle turn shows
 *
 *   across' = across cos + behind sin,  behind' = behind cos - across sin
 *
 * and a camera that looks down by the angle pitch sees up cos + behind' sin.
 * The lengths make the rules agree on usual heads: 8 cm of tape over the
 * glabella show as 71 mm from the front, where the rule of thirds has 68 mm;
 * 8 cm beside it show as 54 mm, near the outer corner of the eye, over which
 * the corners of the hairline lie; heads are 2 x 74 mm wide.  Radii are those
 * of a sample head whose skin's slope is known: 95 in the middle, 84 and 73
 * where it is 40 and 54 mm across.  There is no perspective.
 */

#ifndef SMP_FOREHEAD_H
#define SMP_FOREHEAD_H

#include "line-points.h"

/* How high the skin rises over the glabella. */
#define SMP_FOREHEAD_TOP_MM 95.0

typedef struct
{
  SmpPoint glabella;          /* px of the image */
  SmpPoint up;                /* px of the image, of length 1 */
  gdouble  px_per_mm;
  gdouble  pitch;             /* radians */
  gdouble  turn;              /* radians */
} SmpForehead;

/* mm in the plane of the photo, from the glabella, x to its right, y up. */
SmpPoint smp_forehead_see   (const SmpForehead *forehead,
                             SmpPoint           skin);

/* px of the image. */
SmpPoint smp_forehead_place (const SmpForehead *forehead,
                             SmpPoint           skin);

#endif
