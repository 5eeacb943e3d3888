/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scar, dots, shine and hair in the order in which they need one another: the
 * scar's grid says where dots go; what the dots take is then limited to the
 * photo's bare, matt skin; and the scar's own change comes on top, so pigment
 * lies on corrected skin.
 */

#include "render.h"

/* No dot came near: nothing is taken yet. */
static void
clear (SmpPlanes *light)
{
  for (int c = 0; c < 3; c++)
    for (int y = 0; y < light->height; y++)
      for (int x = 0; x < light->width; x++)
        light->data[c][y * light->stride + x] = 1.0f;
}

static void
heed_skin (const SmpPlan *plan, SmpRect rect, const SmpSource *source,
           SmpScratch *scratch, const SmpPlanes *light)
{
  float rgba[4 * SMP_SCAR_RECT];

  smp_skin_read (&plan->skin, rect, source->bounds, source->row, source->data,
                 &scratch->skin);
  for (int y = 0; y < rect.height; y++)
    {
      float *row[3];

      for (int c = 0; c < 3; c++)
        row[c] = light->data[c] + y * light->stride;
      source->row (source->data, rect.x, rect.y + y, rect.width, rgba);
      smp_skin_apply_row (&plan->skin, &scratch->skin, rect.x, rect.y + y,
                          rect.width, rgba, row);
    }
}

void
smp_render_read_scar (const SmpPlan *plan, SmpRect rect,
                      const SmpSource *source, int near, SmpScratch *scratch)
{
  smp_scar_read (&plan->scar, rect, source->bounds, source->row, source->data,
                 near, scratch->work, &scratch->scar);
}

int
smp_render_scar (const SmpPlan *plan, SmpRect rect, const SmpSource *source,
                 int near, SmpScratch *scratch, SmpPlanes *light)
{
  const int changes = near && scratch->scar.changes;
  SmpSource with = *source;
  int       dots = 0;

  with.scar = &scratch->scar;
  if (plan->params.scar.dots > 0.0f)
    dots = smp_render (plan, rect.x, rect.y, rect.width, rect.height, &with,
                       scratch, light);
  if (dots > 0)
    heed_skin (plan, rect, source, scratch, light);
  else if (changes)
    {
      const int n = rect.width * rect.height;
      float    *image = scratch->small;

      *light = (SmpPlanes) { { image, image + n, image + 2 * n },
                             rect.x, rect.y, rect.width, rect.height,
                             rect.width };
      clear (light);
    }
  if (changes)
    smp_scar_apply (&plan->scar, &scratch->scar, rect, source->bounds,
                    source->row, source->data, scratch->work, light->data,
                    light->stride);
  return dots > 0 || changes;
}
