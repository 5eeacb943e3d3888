/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Flakes of dry skin over healing dots. */

#ifndef SMP_FLAKE_H
#define SMP_FLAKE_H

#include "footprint.h"
#include "plan.h"

/* How far a flake reaches is twice this, at most. */
#define SMP_FLAKE_RADIUS_MM 0.9

/* A flake is there where dot, of the field that flakes have for themselves,
 * lies; spot: where that is in the image.  Draws over G; 0 when it was not in
 * reach.
 */
int      smp_flake_draw    (const SmpPlan *plan,
                            const SmpDot  *dot,
                            const SmpSpot *spot,
                            SmpPlanes     *image);

/* Flakes per cm2 on day plan->params.healing_day, 0 when there are none. */
float    smp_flake_density (const SmpPlan *plan);

/* The seed of the field of flakes. */
uint32_t smp_flake_seed    (const SmpPlan *plan);

#endif
