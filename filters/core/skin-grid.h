/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The planes of a skin grid. */

#ifndef SMP_SKIN_GRID_H
#define SMP_SKIN_GRID_H

#include "skin.h"
#include "window.h"

#define SMP_SKIN_INVERSE 4      /* plane: 1 / diffuse level; 0..2: take */

/* The planes' place for a rectangle, margin included. */
void smp_skin_place  (const SmpSkin     *skin,
                      SmpRect            rect,
                      SmpSkinGrid       *grid);

/* smp_window () and smp_window_smooth () on one of them. */
static inline void
smp_skin_window (const SmpSkinGrid *grid, SmpWindow window, int radius, int by,
                 float *plane, float *scratch)
{
  smp_window (grid->width, grid->height, window, radius, by, plane, scratch);
}

static inline void
smp_skin_smooth (const SmpSkinGrid *grid, int by, float *plane, float *scratch)
{
  smp_window_smooth (grid->width, grid->height, by, plane, scratch);
}

#endif
