/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line drawn on a photo: a hairline, or the outline of an area. */

#ifndef SMP_PATH_H
#define SMP_PATH_H

#define SMP_PATH_MAX 256

/* Straight pieces between points in frame coordinates.  Open: the front of the
 * hair, the treated side on the left when walking from the first point to the
 * last; it goes on straight beyond its ends.  Closed: the treated side is
 * inside.  No points: there is no line.
 */
typedef struct
{
  int   n;                          /* points; 0, 2.. (closed: 3..) */
  int   closed;
  float xy[SMP_PATH_MAX][2];
} SmpPath;

#endif
