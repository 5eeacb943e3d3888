/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scene.h"

#include <stdlib.h>
#include <string.h>

#include "pigment.h"

SmpParams
scene_params (int width, int height, double px_per_mm)
{
  SmpParams p;

  memset (&p, 0, sizeof p);
  p.frame = smp_frame_from_box (0, 0, width, height);
  p.head = (SmpHead) { 0.5, 0.5, 155.0, 200.0, 0.0 };
  p.px_per_mm = px_per_mm;
  p.density_cm2 = 180.0f;
  p.dot_size_mm = 0.30f;
  p.variation = 0.5f;
  p.pigment[0] = SMP_PIGMENT_R;
  p.pigment[1] = SMP_PIGMENT_G;
  p.pigment[2] = SMP_PIGMENT_B;
  p.dilution = 9.0f;
  p.depth_mm = SMP_DEPTH_DEFAULT_MM;
  p.session = 3;
  p.healing_day = SMP_HEALED_DAY;
  p.ageing.fading = SMP_FADING_TYPICAL;
  p.seed = 5;
  return p;
}

float
scene_cover_all (void *data, int x, int y)
{
  return 1.0f;
}

int
scene_render (const SmpPlan *plan, int width, int height, int x0, int y0,
              int cell, SmpCover cover, void *data, float *light)
{
  const SmpSource source = { cover, NULL, { 0 }, data };
  SmpScratch     *scratch = malloc (sizeof *scratch);
  const long      n = (long) width * height;
  int             dots = 0;

  for (long i = 0; i < 3 * n; i++)
    light[i] = 1.0f;
  for (int top = y0; top < height; top += cell)
    for (int left = x0; left < width; left += cell)
      {
        const int x = left < 0 ? 0 : left, y = top < 0 ? 0 : top;
        const int w = left + cell < width ? left + cell - x : width - x;
        const int h = top + cell < height ? top + cell - y : height - y;
        SmpPlanes planes;
        int       count;

        if (w <= 0 || h <= 0)
          continue;
        count = smp_render (plan, x, y, w, h, &source, scratch, &planes);
        dots += count;
        for (int c = 0; count > 0 && c < 3; c++)
          for (int j = 0; j < h; j++)
            memcpy (light + c * n + (long) (y + j) * width + x,
                    planes.data[c] + j * planes.stride, w * sizeof (float));
      }
  free (scratch);
  return dots;
}

double
scene_loss (const float *plane, long n)
{
  double sum = 0.0;

  for (long i = 0; i < n; i++)
    sum += 1.0 - plane[i];
  return sum / n;
}
