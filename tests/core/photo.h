/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A painted photo, which must not be read beyond what was asked of it. */

#ifndef SMP_PHOTO_H
#define SMP_PHOTO_H

#include <string.h>

#include "asked.h"
#include "chart.h"

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

static void
photo_row (void *data, int x, int y, int n, float *rgba)
{
  check_asked (data, everywhere, x, y, n);
  memcpy (rgba, photo[y - everywhere.y][x - everywhere.x],
          n * sizeof photo[0][0]);
}

#endif
