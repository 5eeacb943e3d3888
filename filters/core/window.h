/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Windows on a plane of cells, width x height.  They write all cells but the
 * outer `by` ones.
 */

#ifndef SMP_WINDOW_H
#define SMP_WINDOW_H

typedef enum
{
  SMP_WINDOW_SUM,
  SMP_WINDOW_MAX,
  SMP_WINDOW_MIN
} SmpWindow;

/* In place, over (2 radius + 1)^2 cells, radius >= 1; the plane is set but for
 * the outer by - radius cells.  scratch: a plane.
 */
void smp_window        (int        width,
                        int        height,
                        SmpWindow  window,
                        int        radius,
                        int        by,
                        float     *plane,
                        float     *scratch);

/* The same with binomial weights, radius 2. */
void smp_window_smooth (int        width,
                        int        height,
                        int        by,
                        float     *plane,
                        float     *scratch);

#endif
