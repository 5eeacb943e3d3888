/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where dots can be: an endless, progressive blue-noise field on the scalp.
 * Pure and re-entrant; any box gives the same dots in the same order.
 */

#ifndef SMP_DOTS_H
#define SMP_DOTS_H

#include <stdint.h>

#define SMP_DENSITY_MAX 400.0f    /* dots/cm2 the field holds: beyond, also on
                                     the rim of a head, no dot is added */

typedef struct
{
  double x_min, y_min;            /* scalp mm, half open: min <= x < max */
  double x_max, y_max;
} SmpBox;

typedef struct
{
  double   x_mm, y_mm;            /* on the scalp, before jitter */
  float    density_cm2;           /* the density at which this dot appears */
  uint64_t id;                    /* the dot's name, same in every query */
} SmpDot;

typedef void (*SmpDotFunc) (const SmpDot *dot,
                            void         *data);

/* Calls func for every dot of seed inside box that is there at density_cm2 (0
 * to SMP_DENSITY_MAX, larger is the maximum).  An empty box has no dots.
 * Coordinates beyond +-1e6 mm are outside the scalp.
 */
void smp_dots_query (SmpBox      box,
                     float       density_cm2,
                     uint32_t    seed,
                     SmpDotFunc  func,
                     void       *data);

#endif
