/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The light lost, 1 - t, is blurred instead of t, so that skin without dots
 * keeps its value to the last bit.
 */

#include "kernel.h"

#include <math.h>

#include "scalar.h"

#define TRUNCATE 3.0            /* sigmas */
#define BLOCK    32             /* px */

void
smp_kernel_init (SmpKernel *kernel, double variance, int radius_max)
{
  /* three taps have the variance exactly, where samples of a narrow Gaussian
     fall short of it */
  if (variance < 0.5)
    {
      const double v = variance > 0.0 ? variance : 0.0;

      kernel->tap[0] = 1.0 - v;
      kernel->tap[1] = 0.5 * v;
      kernel->radius = v > 0.0;
      return;
    }

  const double sigma = sqrt (variance);
  const int    radius = (int) smp_clamp (smp_ceil (TRUNCATE * sigma),
                                         0, radius_max);
  double       weight[SMP_KERNEL_MAX + 1], sum = 0.0;

  for (int i = 0; i <= radius; i++)
    {
      weight[i] = i == 0 ? 1.0 : smp_exp (-0.5 * i * i / variance);
      sum += i == 0 ? 1.0 : 2.0 * weight[i];
    }
  for (int i = 0; i <= radius; i++)
    kernel->tap[i] = weight[i] / sum;
  kernel->radius = radius;
}

/* out[i] = sum over k of tap[k] in[i + k stride], the sums of a block in
 * registers.
 */
static inline void
convolve (const SmpKernel *kernel, const float *restrict in, int stride, int n,
          float *restrict out)
{
  int i = 0;

  for (; i + BLOCK <= n; i += BLOCK)
    {
      float sum[BLOCK];

      for (int j = 0; j < BLOCK; j++)
        sum[j] = kernel->tap[0] * in[i + j];
      for (int k = 1; k <= kernel->radius; k++)
        for (int j = 0; j < BLOCK; j++)
          sum[j] += kernel->tap[k] * (in[i + j - k * stride]
                                      + in[i + j + k * stride]);
      for (int j = 0; j < BLOCK; j++)
        out[i + j] = sum[j];
    }
  for (; i < n; i++)
    {
      float sum = kernel->tap[0] * in[i];

      for (int k = 1; k <= kernel->radius; k++)
        sum += kernel->tap[k] * (in[i - k * stride] + in[i + k * stride]);
      out[i] = sum;
    }
}

void
smp_kernel_row (const SmpKernel *kernel, const float *restrict t, int n,
                float *restrict loss)
{
  const int m = kernel->radius;
  float     lost[SMP_ROW_MAX];

  for (int i = 0; i < n + 2 * m; i++)
    lost[i] = 1.0f - t[i - m];
  convolve (kernel, lost + m, 1, n, loss);
}

void
smp_kernel_column (const SmpKernel *kernel, const float *restrict loss,
                   int stride, int n, float *restrict out)
{
  convolve (kernel, loss, stride, n, out);
}
