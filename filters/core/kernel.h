/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gaussian blur of the light that planes lack. */

#ifndef SMP_KERNEL_H
#define SMP_KERNEL_H

#define SMP_KERNEL_MAX 18       /* taps on each side of the middle one */
#define SMP_ROW_MAX    320      /* px; longest row of any planes */

typedef struct
{
  int   radius;                 /* 0: no blur */
  float tap[SMP_KERNEL_MAX + 1];
} SmpKernel;

/* Variance in px^2; 0 and less is no blur.  radius_max <= SMP_KERNEL_MAX. */
void smp_kernel_init   (SmpKernel       *kernel,
                        double           variance,
                        int              radius_max);

/* loss[i] = sum over k of tap[k] (1 - t[i + k]), k from -radius to radius, with
 * n + 2 radius <= SMP_ROW_MAX.
 */
void smp_kernel_row    (const SmpKernel *kernel,
                        const float     *t,
                        int              n,
                        float           *loss);

/* out[i] = sum over k of tap[k] loss[i + k stride]. */
void smp_kernel_column (const SmpKernel *kernel,
                        const float     *loss,
                        int              stride,
                        int              n,
                        float           *out);

/* Light left of 1; taps may add up to a hair more than 1. */
static inline float
smp_light_left (float loss)
{
  const float left = 1.0f - loss;

  return left > 0.0f ? left : 0.0f;
}

#endif
