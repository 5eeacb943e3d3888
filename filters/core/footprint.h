/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much of each pixel one dot covers. */

#ifndef SMP_FOOTPRINT_H
#define SMP_FOOTPRINT_H

#include "kernel.h"

/* Three channels of transmittance over a rectangle of pixels. */
typedef struct
{
  float *data[3];
  int    x, y;            /* pixel of data[c][0] */
  int    width, height;
  int    stride;          /* floats from row to row */
} SmpPlanes;

/* An ellipse with a soft rim, in pixels of the planes it is drawn on. */
typedef struct
{
  double x, y;            /* centre */
  float  major, minor;    /* half axes, > 0 */
  float  cosine, sine;    /* direction of the major axis */
  float  rim;             /* half width of the rim */
} SmpEllipse;

/* The ellipse that the 2x2 matrix m (rows) makes of the unit disc, its rim
 * softness (0..1) of the minor half axis wide.
 */
SmpEllipse smp_ellipse_from_matrix (double       x,
                                    double       y,
                                    const double m[4],
                                    float        softness);

/* The same ellipse on a grid of pixels factor times as large. */
SmpEllipse smp_ellipse_reduce      (SmpEllipse   ellipse,
                                    int          factor);

/* Multiplies each channel by 1 - alpha[c] w, w the pixel's covered part (0..1);
 * the sum of w is the ellipse's area.  Clipped to the planes; what is written
 * to a pixel does not depend on the clip.  False when no pixel was in reach.
 */
int        smp_footprint_draw      (const SmpEllipse *ellipse,
                                    const float       alpha[3],
                                    SmpPlanes        *planes);

/* The same with something that lies above: blends alpha[c] w of light[c] over
 * each channel.
 */
int        smp_footprint_veil      (const SmpEllipse *ellipse,
                                    const float       alpha[3],
                                    const float       light[3],
                                    SmpPlanes        *planes);

#endif
