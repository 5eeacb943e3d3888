/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Windows on a skin grid.  They write all cells but the outer `by` ones. */

#ifndef SMP_SKIN_GRID_H
#define SMP_SKIN_GRID_H

#include "skin.h"

#define SMP_SKIN_INVERSE 4      /* plane: 1 / diffuse level; 0..2: take */

typedef enum
{
  SMP_WINDOW_SUM,
  SMP_WINDOW_MAX,
  SMP_WINDOW_MIN
} SmpWindow;

/* The planes' place for a rectangle, margin included. */
void smp_skin_place  (const SmpSkin     *skin,
                      SmpRect            rect,
                      SmpSkinGrid       *grid);

/* In place, over (2 radius + 1)^2 cells, radius >= 1; the plane is set but for
 * the outer by - radius cells.  scratch: a plane.
 */
void smp_skin_window (const SmpSkinGrid *grid,
                      SmpWindow          window,
                      int                radius,
                      int                by,
                      float             *plane,
                      float             *scratch);

/* The same with binomial weights, radius 2. */
void smp_skin_smooth (const SmpSkinGrid *grid,
                      int                by,
                      float             *plane,
                      float             *scratch);

#endif
