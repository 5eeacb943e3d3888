/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far the camera looks down on a forehead, and the face is turned, by how
 * much of the head shows over and beside the brows.
 */

#ifndef SMP_HAIRLINE_VIEW_H
#define SMP_HAIRLINE_VIEW_H

#include <libgimp/gimp.h>

#include "hairline-points.h"
#include "photo.h"

/* Sets pitch, 0 to 60 degrees, and turn, 26 at most to either side, from the
 * outline of what is selected, or of the head as somebody has told it; scale is
 * known.  FALSE: neither is there, or it is no head over these brows; the
 * forehead then stays as it is.
 */
gboolean smp_hairline_find_view (GimpImage       *image,
                                 const SmpPhoto  *photo,
                                 const SmpPoints *points,
                                 SmpPointsKind    kind,
                                 SmpForehead     *forehead);

#endif
