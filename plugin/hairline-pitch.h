/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far the camera looks down on a forehead, by how much of the head shows
 * over the brows.
 */

#ifndef SMP_HAIRLINE_PITCH_H
#define SMP_HAIRLINE_PITCH_H

#include <libgimp/gimp.h>

#include "hairline-points.h"
#include "photo.h"

/* Radians, 0 to 60 degrees, from the top of what is selected, or of the head as
 * somebody has told it; forehead's scale is known.  FALSE: neither is there, or
 * it is no head over these brows; the forehead then stays as it is.
 */
gboolean smp_hairline_find_pitch (GimpImage       *image,
                                  const SmpPhoto  *photo,
                                  const SmpPoints *points,
                                  SmpPointsKind    kind,
                                  SmpForehead     *forehead);

#endif
