/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one dot takes from the light, after sessions, healing and years. */

#ifndef SMP_INK_H
#define SMP_INK_H

#include "dot-shape.h"
#include "plan.h"

/* Pigment in the shape of a dot. */
typedef struct
{
  float scale;          /* of the dot's half axes */
  float softness;       /* width of the rim as a part of the radius */
  float alpha[3];       /* part of the light that one crossing takes */
} SmpInkLayer;

/* What makes a dot, in the order in which it was laid; the number of layers, 0
 * to 2.  scar: NULL in other skin; session: 0..SMP_SESSIONS - 1, which laid it;
 * (x, y): mm of the scalp.
 */
int smp_ink_layers (const SmpPlan  *plan,
                    uint64_t        id,
                    double          x_mm,
                    double          y_mm,
                    const SmpShape *shape,
                    const SmpEdge  *edge,
                    const SmpScarSpot *scar,
                    int             session,
                    SmpInkLayer     layer[2]);

#endif
