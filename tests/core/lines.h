/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines on a photo of 240 x 180 mm, given in mm of its flat chart. */

#ifndef SMP_TEST_LINES_H
#define SMP_TEST_LINES_H

#include <stddef.h>

#include "chart.h"
#include "path.h"

#define PPM  10.0         /* px per mm */
#define W    2400.0
#define H    1800.0

static inline SmpChart
flat_chart (void)
{
  const SmpFrame frame = smp_frame_from_box (0, 0, W, H);
  SmpChart       chart;

  smp_chart_init (&chart, &frame, NULL, PPM);
  return chart;
}

static inline SmpChart
head_chart (double angle)
{
  const SmpFrame frame = smp_frame_from_box (0, 0, W, H);
  const SmpHead  head = { 0.5, 0.5, 155, 200, angle };
  SmpChart       chart;

  smp_chart_init (&chart, &frame, &head, PPM);
  return chart;
}

/* n points in mm of the flat chart. */
static inline SmpPath
path_mm (int n, int closed, const double (*p)[2])
{
  SmpPath path = { .n = n, .closed = closed };

  for (int i = 0; i < n; i++)
    {
      path.xy[i][0] = (float) (p[i][0] * PPM / W);
      path.xy[i][1] = (float) (p[i][1] * PPM / H);
    }
  return path;
}

static inline SmpPath
across (double y_mm)
{
  return path_mm (2, 0, (const double[2][2]) { { 80, y_mm }, { 160, y_mm } });
}

static const double m_shape[][2] = {
  { 60, 130 }, { 66, 100 }, { 84, 72 }, { 100, 84 }, { 120, 92 }, { 140, 84 },
  { 156, 72 }, { 174, 100 }, { 180, 130 }
};

#endif
