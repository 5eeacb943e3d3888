/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gradients on the photo of lines.h. */

#ifndef SMP_TEST_GRADIENTS_H
#define SMP_TEST_GRADIENTS_H

#include <string.h>

#include "gradient.h"
#include "lines.h"

static const float line_start[2] = { 0.35f, 0.55f };
static const float line_end[2] = { 0.62f, 0.45f };

/* From one place of the photo to another, or 40 mm to the sides. */
static inline SmpGradientParams
params_of (SmpGradientShape shape, SmpProfile profile, float first, float last)
{
  SmpGradientParams p;

  memset (&p, 0, sizeof p);
  p.shape = shape;
  p.profile = profile;
  memcpy (p.start, line_start, sizeof p.start);
  memcpy (p.end, line_end, sizeof p.end);
  p.width_mm = 40;
  p.density_cm2[0] = first;
  p.density_cm2[1] = last;
  p.dot_size_mm[0] = p.dot_size_mm[1] = 0.3f;
  p.dilution[0] = p.dilution[1] = 9;
  p.size_ramp = p.dilution_ramp = 1;
  return p;
}

/* A place on the chart as the test knows it. */
typedef struct
{
  SmpGradientShape shape;
  SmpPoint         a, b;
} Way;

static inline Way
way_of (const SmpGradientParams *p, const SmpChart *chart)
{
  Way w = { .shape = p->shape };

  smp_chart_from_frame (chart, p->start[0], p->start[1], &w.a.x, &w.a.y);
  smp_chart_from_frame (chart, p->end[0], p->end[1], &w.b.x, &w.b.y);
  return w;
}

#endif
