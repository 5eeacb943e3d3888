/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The light left, G, is blurred by the photo's own Gaussian, so the spectrum of
 * what is added ends where that of the photo does, and light is neither won nor
 * lost.  Noise of single pixels multiplies the light lost by 1 + grain n before
 * that, n uniform in -1..1, and so gets the size of the photo's grain.
 */

#include "camera.h"

#include "hash.h"
#include "scalar.h"

void
smp_camera_init (SmpCamera *camera, double sharpness_px, double grain,
                 int x, int y)
{
  const double sigma = smp_clamp (sharpness_px, 0.0, SMP_SHARPNESS_MAX);

  smp_kernel_init (&camera->kernel, sigma * sigma, SMP_KERNEL_MAX);
  camera->grain = smp_clamp (grain, 0.0, 1.0);
  camera->x = x;
  camera->y = y;
}

int
smp_camera_reach (const SmpCamera *camera)
{
  return camera->kernel.radius;
}

static void
add_grain (const SmpCamera *camera, SmpPlanes *image)
{
  for (int y = 0; y < image->height; y++)
    {
      const uint32_t row = smp_hash_mix32 (image->y + y - camera->y);
      const uint32_t left = image->x - camera->x;
      float          factor[SMP_ROW_MAX];

      for (int x = 0; x < image->width; x++)
        {
          const uint32_t h = smp_hash_mix32 ((left + x) ^ row);
          const float    n = (float) (int) (h >> 8) * (2.0f / 16777216.0f)
                             - 1.0f;

          factor[x] = 1.0f + camera->grain * n;
        }
      for (int c = 0; c < 3; c++)
        {
          float *light = image->data[c] + y * image->stride;

          for (int x = 0; x < image->width; x++)
            light[x] = smp_light_left ((1.0f - light[x]) * factor[x]);
        }
    }
}

static void
blur (const SmpKernel *kernel, SmpPlanes *image, float *scratch)
{
  const int m = kernel->radius;
  const int width = image->width - 2 * m;

  for (int c = 0; c < 3; c++)
    {
      for (int y = 0; y < image->height; y++)
        smp_kernel_row (kernel, image->data[c] + y * image->stride + m, width,
                        scratch + y * width);
      for (int y = m; y < image->height - m; y++)
        {
          float *row = image->data[c] + y * image->stride + m;

          smp_kernel_column (kernel, scratch + y * width, width, width, row);
          for (int i = 0; i < width; i++)
            row[i] = smp_light_left (row[i]);
        }
    }
}

void
smp_camera_expose (const SmpCamera *camera, SmpPlanes *image, float *scratch)
{
  if (camera->grain > 0.0f)
    add_grain (camera, image);
  if (camera->kernel.radius > 0)
    blur (&camera->kernel, image, scratch);
}
