/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a dot looks like: drawn from its id, never from where it lies in an
 * image or which dots are beside it.
 */

#ifndef SMP_DOT_SHAPE_H
#define SMP_DOT_SHAPE_H

#include <stdint.h>

typedef struct
{
  float ellipse[4];     /* mm; the unit disc times this 2x2 matrix (rows) */
  float strength;       /* of the pigment, mean 1 */
  int   shade;          /* 0..SMP_SHADES - 1, shallow to deep */
} SmpShape;

#define SMP_SHADES 8    /* steps of depth among the dots */

/* Radius^2 in mm2 of the disc of the same area. */
float smp_shape_radius2 (const SmpShape *shape);

/* Offset in mm from the even place of a dot that appears at density_cm2;
 * variation 0..1.
 */
void  smp_dot_jitter   (uint32_t  seed,
                        uint64_t  id,
                        float     density_cm2,
                        float     variation,
                        double   *dx_mm,
                        double   *dy_mm);

/* diameter_mm: the median at variation .5, the mean area at any; variation
 * 0..1.
 */
void  smp_dot_shape    (uint32_t  seed,
                        uint64_t  id,
                        float     variation,
                        float     diameter_mm,
                        SmpShape *shape);

/* Upper bounds over all dots. */
float smp_dot_jitter_max (float variation);
float smp_dot_radius_max (float variation,
                          float diameter_mm);

/* Depth of a shade as a multiple of the mean depth. */
float smp_dot_shade_depth (int   shade,
                           float variation);

#endif
