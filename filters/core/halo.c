/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* B_c = T_c blurred by a Gaussian of sigma_c, the scattering length.  It is not
 * a blur of the image: T is drawn from the same dots once more, with a margin,
 * on a grid fixed in absolute pixels and as coarse as sigma allows.
 *
 * A pixel's average of T B is wanted, but averages of T and of B are
 * multiplied.  Both see the same with sigma shortened by what the grids blur
 * by themselves: a box of f pixels has the variance f^2 / 12, linear
 * interpolation f^2 / 6.  At f = 1 the rest is sigma^2 - p^2 / 6, p the pixel.
 */

#include "halo.h"

#include "scalar.h"

#define SIGMA_MIN  1.2        /* grid px before the grid gets coarser */
#define RADIUS_MAX 12

static int
reduction (double sigma_px)
{
  int factor = 1;

  while (sigma_px / (2 * factor) >= SIGMA_MIN && factor < SMP_HALO_FACTOR_MAX)
    factor *= 2;
  return factor;
}

void
smp_halo_init (SmpHalo *halo, const double sigma_px[3])
{
  double shortest = sigma_px[0];

  for (int c = 1; c < 3; c++)
    shortest = sigma_px[c] < shortest ? sigma_px[c] : shortest;
  halo->factor = reduction (shortest);
  halo->margin = 0;

  for (int c = 0; c < 3; c++)
    {
      const double f = halo->factor;
      const double grids = halo->factor == 1 ? 1.0 / 6.0
                           : (1.0 + f * f) / 12.0 + f * f / 6.0;

      smp_kernel_init (&halo->kernel[c],
                       (sigma_px[c] * sigma_px[c] - grids) / (f * f),
                       RADIUS_MAX);
      if (halo->kernel[c].radius > halo->margin)
        halo->margin = halo->kernel[c].radius;
    }
}

void
smp_halo_init_plain (SmpHalo *halo, int factor)
{
  *halo = (SmpHalo) { .factor = factor };
  for (int c = 0; c < 3; c++)
    smp_kernel_init (&halo->kernel[c], 0.0, 0);
}

int
smp_halo_reach (const SmpHalo *halo)
{
  return (halo->margin + (halo->factor > 1 ? 2 : 0)) * halo->factor;
}

/* Left of the two grid pixels that image pixel x lies between. */
static int
left_neighbour (int x, int factor)
{
  return smp_floor ((2.0 * x + 1.0 - factor) / (2.0 * factor));
}

void
smp_halo_span (const SmpHalo *halo, int start, int n,
               int *grid_start, int *grid_n)
{
  const int f = halo->factor;
  const int first = f == 1 ? start : left_neighbour (start, f);
  const int last = f == 1 ? start + n - 1
                          : left_neighbour (start + n - 1, f) + 1;

  *grid_start = first - halo->margin;
  *grid_n = last + 1 + halo->margin - *grid_start;
}

/* Between each two of the n + 1 grid pixels, their values at the factor image
 * pixels that lie there.
 */
static inline void
interpolate (const float *restrict loss, int n, int factor,
             float *restrict wide)
{
  for (int j = 0; j < n; j++)
    for (int p = 0; p < factor; p++)
      wide[j * factor + p] = loss[j] + (loss[j + 1] - loss[j])
                             * ((2 * p + 1) * (0.5f / factor));
}

/* row[0 .. n) *= 1 - loss, the row's first pixel at x, loss[0] at grid pixel
 * loss_x.
 */
static void
multiply_interpolated (const float *loss, int loss_x, int factor, int x, int n,
                       float *restrict row)
{
  const int first = left_neighbour (x, factor);
  const int last = left_neighbour (x + n - 1, factor);
  const int skipped = x - (first * factor + factor / 2);
  float     wide[SMP_ROW_MAX + 2 * SMP_HALO_FACTOR_MAX];

  loss += first - loss_x;
  /* the usual factors with loops of known length */
  if (factor == 2)
    interpolate (loss, last - first + 1, 2, wide);
  else if (factor == 4)
    interpolate (loss, last - first + 1, 4, wide);
  else
    interpolate (loss, last - first + 1, factor, wide);
  for (int i = 0; i < n; i++)
    row[i] *= smp_light_left (wide[skipped + i]);
}

static void
apply_reduced (const SmpHalo *halo, const SmpPlanes *grid, int c,
               SmpPlanes *image)
{
  const int f = halo->factor, m = halo->margin;
  const int width = grid->width - 2 * m;
  float     between[SMP_ROW_MAX];

  for (int y = 0; y < image->height; y++)
    {
      const int    place = 2 * (image->y + y) + 1 - f;
      const int    j = left_neighbour (image->y + y, f);
      const float  t = (float) (place & (2 * f - 1)) / (2 * f);
      const float *above = grid->data[c]
                           + (j - grid->y) * grid->stride + m;
      const float *below = above + grid->stride;

      for (int i = 0; i < width; i++)
        between[i] = above[i] + (below[i] - above[i]) * t;
      multiply_interpolated (between, grid->x + m, f, image->x, image->width,
                             image->data[c] + y * image->stride);
    }
}

void
smp_halo_apply (const SmpHalo *halo, SmpPlanes *grid, SmpPlanes *image,
                float *scratch)
{
  const int m = halo->margin;
  const int width = grid->width - 2 * m;
  float     loss[SMP_ROW_MAX];

  for (int c = 0; c < 3; c++)
    {
      for (int y = 0; y < grid->height; y++)
        smp_kernel_row (&halo->kernel[c],
                        grid->data[c] + y * grid->stride + m, width,
                        scratch + y * width);
      for (int y = m; y < grid->height - m; y++)
        {
          float *row = grid->data[c] + y * grid->stride + m;

          smp_kernel_column (&halo->kernel[c], scratch + y * width, width,
                             width, loss);
          if (halo->factor == 1)
            for (int i = 0; i < width; i++)
              row[i] *= smp_light_left (loss[i]);
          else
            for (int i = 0; i < width; i++)
              row[i] = loss[i];
        }
      if (halo->factor > 1)
        apply_reduced (halo, grid, c, image);
    }
}
