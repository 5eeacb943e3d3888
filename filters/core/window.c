/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Separable windows.  Sums are taken in the same order for every cell, never
 * as running sums: a cell's bits must not depend on where the grid begins.
 */

#include "window.h"

static inline float
join (SmpWindow window, float a, float b)
{
  if (window == SMP_WINDOW_SUM)
    return a + b;
  if (window == SMP_WINDOW_MAX)
    return b > a ? b : a;
  return b < a ? b : a;
}

/* out[i] = in[i - radius stride] .. in[i + radius stride]; four at a time, in
 * their order, so that out is passed through less often.
 */
static inline void
join_row (SmpWindow window, const float *restrict in, int stride, int radius,
          int n, float *restrict out)
{
  int k = 1 - radius;

  for (int i = 0; i < n; i++)
    out[i] = in[i - radius * stride];
  for (; k + 3 <= radius; k += 4)
    {
      const float *restrict p = in + k * stride;

      for (int i = 0; i < n; i++)
        out[i] = join (window, join (window, join (window, join (window,
                   out[i], p[i]), p[i + stride]), p[i + 2 * stride]),
                   p[i + 3 * stride]);
    }
  for (; k <= radius; k++)
    for (int i = 0; i < n; i++)
      out[i] = join (window, out[i], in[i + k * stride]);
}

static void
window_row (SmpWindow window, const float *in, int stride, int radius, int n,
            float *out)
{
  switch (window)
    {
    case SMP_WINDOW_SUM:
      join_row (SMP_WINDOW_SUM, in, stride, radius, n, out);
      break;
    case SMP_WINDOW_MAX:
      join_row (SMP_WINDOW_MAX, in, stride, radius, n, out);
      break;
    default:
      join_row (SMP_WINDOW_MIN, in, stride, radius, n, out);
    }
}

void
smp_window (int width, int height, SmpWindow window, int radius, int by,
            float *plane, float *scratch)
{
  const int w = width, n = w - 2 * by;

  for (int y = by - radius; y < height - by + radius; y++)
    window_row (window, plane + y * w + by, 1, radius, n, scratch + y * w + by);
  for (int y = by; y < height - by; y++)
    window_row (window, scratch + y * w + by, w, radius, n, plane + y * w + by);
}

static void
smooth_row (const float *restrict in, int stride, int n, float *restrict out)
{
  for (int i = 0; i < n; i++)
    out[i] = 0.375f * in[i] + 0.25f * (in[i - stride] + in[i + stride])
             + 0.0625f * (in[i - 2 * stride] + in[i + 2 * stride]);
}

void
smp_window_smooth (int width, int height, int by, float *plane, float *scratch)
{
  const int w = width, n = w - 2 * by;

  for (int y = by - 2; y < height - by + 2; y++)
    smooth_row (plane + y * w + by, 1, n, scratch + y * w + by);
  for (int y = by; y < height - by; y++)
    smooth_row (scratch + y * w + by, w, n, plane + y * w + by);
}
