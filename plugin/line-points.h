/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines of points, arrays of SmpPoint, y down. */

#ifndef SMP_LINE_POINTS_H
#define SMP_LINE_POINTS_H

#include <glib.h>

typedef struct
{
  gdouble x, y;
} SmpPoint;

/* Some of the points, so that none of the others is farther than tolerance from
 * the new line; at least 2, of closed lines 3.  g_array_unref()
 */
GArray * smp_points_simplify (const GArray *points,
                              gboolean      closed,
                              gdouble       tolerance);

void     smp_points_reverse  (GArray       *points);

/* By how much an open line turns from its beginning to its end, in radians,
 * clockwise on the screen.
 */
gdouble  smp_points_turn     (const GArray *points);

/* Whether a place lies on the left of an open line, which goes on straight
 * beyond its ends.
 */
gboolean smp_points_is_left  (const GArray *points,
                              SmpPoint      place);

#endif
