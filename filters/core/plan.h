/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is derived from a filter's values, once; what process() reads. */

#ifndef SMP_PLAN_H
#define SMP_PLAN_H

#include "chart.h"
#include "dot-shape.h"
#include "halo.h"

#define SMP_SESSIONS 4

/* What is stored.  Set all bytes to 0 first, so that equal values compare equal
 * byte by byte.  Values out of range, NaN among them, count as the nearest.
 */
typedef struct
{
  SmpFrame frame;             /* valid */
  SmpHead  head;              /* read when curved */
  float    px_per_mm;         /* > 0 */
  float    density_cm2;       /* dots per cm2 after session 3 */
  float    dot_size_mm;       /* diameter */
  float    variation;         /* 0..1 */
  float    pigment[3];        /* linear light */
  float    dilution;          /* parts of water to 1 part of pigment */
  float    depth_mm;
  int      session;           /* 1..SMP_SESSIONS */
  int      curved;
  uint32_t seed;
} SmpParams;

typedef struct
{
  SmpParams params;               /* clamped to what can be drawn */
  SmpChart  chart;
  SmpHalo   halo;
  float     session_density;      /* dots/cm2 where the treatment is 1 */
  float     query_density;        /* dots/cm2 of chart, upper bound */
  float     pigment_density;      /* optical, one crossing */
  float     absorption[SMP_SHADES][3];
  float     softness[SMP_SHADES];
  double    jitter_mm;            /* bound of a dot's offset */
  int       reach_px;             /* how far from its centre a dot changes
                                     pixels: the margin a filter declares */
} SmpPlan;

void smp_plan_init (SmpPlan         *plan,
                    const SmpParams *params);

#endif
