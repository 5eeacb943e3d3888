/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A flat or curved test scalp, rendered through the core alone. */

#ifndef SMP_SCENE_H
#define SMP_SCENE_H

#include "render.h"

/* The defaults of smp:dots on an image of width x height px. */
SmpParams scene_params (int    width,
                        int    height,
                        double px_per_mm);

float     scene_cover_all (void *data,
                           int   x,
                           int   y);

/* Renders in cells counted from (x0, y0) of at most cell px, into three planes
 * of width * height floats one after the other.  Returns the dots drawn,
 * counted once for each cell they reach.
 */
int       scene_render (const SmpPlan *plan,
                        int            width,
                        int            height,
                        int            x0,
                        int            y0,
                        int            cell,
                        SmpCover       cover,
                        void          *data,
                        float         *light);

/* Mean of 1 - G of one plane. */
double    scene_loss (const float *plane,
                      long         n);

#endif
