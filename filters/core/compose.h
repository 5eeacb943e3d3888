/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the light left, G, to the pixels of a filter's output. */

#ifndef SMP_COMPOSE_H
#define SMP_COMPOSE_H

/* Numbers are stored in users' files: append only. */
typedef enum
{
  SMP_RESULT_PHOTO    = 0,    /* treated photo, alpha as it was */
  SMP_RESULT_LAYER    = 1,    /* the change alone, for mode Normal */
  SMP_RESULT_MULTIPLY = 2     /* the pigment alone, for mode Multiply, which
                                 cannot show what is lighter than the photo */
} SmpResult;

/* Turns n pixels of RGBA (linear light, alpha apart) into output, in place.
 * light: G of the three channels; NULL where no dot reaches, G = 1.
 * Where G is 1, RGB is kept to the last bit; elsewhere NaN becomes 0.
 */
void smp_compose_row (SmpResult          output,
                      const float *const light[3],
                      int                n,
                      float             *rgba);

/* The same as a layer for filters that lighten as well as darken: opaque with
 * the new colour where G is not 1, empty elsewhere.
 */
void smp_compose_cover_row (const float *const light[3],
                            int                n,
                            float             *rgba);

#endif
