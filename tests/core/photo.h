/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A painted photo, which must not be read beyond what was asked of it. */

#ifndef SMP_PHOTO_H
#define SMP_PHOTO_H

#include <string.h>

#include "chart.h"
#include "skin.h"
#include "smp-test.h"

#define SIDE 480

static const SmpRect everywhere = { -37, 1019, SIDE, SIDE };

static float photo[SIDE][SIDE][4];

static inline SmpChart
flat_chart (double px_per_mm)
{
  const SmpFrame frame = smp_frame_from_box (everywhere.x, everywhere.y,
                                             everywhere.width,
                                             everywhere.height);
  SmpChart       chart;

  smp_chart_init (&chart, &frame, NULL, px_per_mm);
  return chart;
}

typedef struct
{
  SmpRect rect;
  int     reach;
} Asked;

static void
photo_row (void *data, int x, int y, int n, float *rgba)
{
  const Asked   *asked = data;
  const SmpRect *r = &asked->rect, *all = &everywhere;

  CHECK (n > 0 && n <= SMP_SKIN_SPAN, "%d px", n);
  CHECK (x >= all->x && x + n <= all->x + SIDE && y >= all->y
         && y < all->y + SIDE, "inside the photo");
  CHECK (x >= r->x - asked->reach && x + n <= r->x + r->width + asked->reach
         && y >= r->y - asked->reach && y < r->y + r->height + asked->reach,
         "within reach");
  memcpy (rgba, photo[y - all->y][x - all->x], n * sizeof photo[0][0]);
}

#endif
