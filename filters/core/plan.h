/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is derived from a filter's values, once; what process() reads. */

#ifndef SMP_PLAN_H
#define SMP_PLAN_H

#include "ageing.h"
#include "camera.h"
#include "chart.h"
#include "dot-shape.h"
#include "gradient.h"
#include "hairline.h"
#include "halo.h"
#include "healing.h"
#include "scar.h"
#include "skin.h"

#define SMP_SESSIONS 4

/* Redness: a bell around each dot, and a ring close to it; half widths. */
#define SMP_BELL_MM  2.5f
#define SMP_RING_MM  0.25f

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
  float    hues;              /* 0..1 */
  int      session;           /* 1..SMP_SESSIONS */
  int      healing_day;       /* 0..SMP_HEALED_DAY */
  float    sharpness_px;      /* 0..SMP_SHARPNESS_MAX */
  float    grain;             /* 0..1 */
  int      curved;
  uint32_t seed;
  SmpAgeingParams   ageing;
  SmpSkinParams     skin;
  SmpHairlineParams hairline;
  SmpScarParams     scar;
  SmpGradientParams gradient; /* where it has a shape, density_cm2,
                                 dot_size_mm and dilution are not read */
} SmpParams;

typedef struct
{
  SmpParams params;               /* clamped to what can be drawn */
  SmpChart  chart;
  SmpHalo   halo;
  float     session_density;      /* dots/cm2 where the treatment is 1 */
  float     fresh_density;        /* of these, what the last session laid */
  float     query_density;        /* dots/cm2 of chart, upper bound */
  float     pigment_density;      /* optical, one crossing */
  float     absorption[SMP_SHADES][3];
  float     scab_absorption[3];
  float     softness[SMP_SHADES];
  SmpHealing  healing;            /* of the last session's dots */
  SmpHealing  settled;            /* of those of earlier sessions */
  SmpAgeing   ageing;
  SmpHairline hairline;
  SmpGradient gradient;
  SmpSkin     skin;
  SmpScar     scar;
  SmpAgeing   scar_ageing;        /* of pigment in scar tissue */
  SmpCamera   camera;
  SmpHalo     flare;              /* grid of the redness */
  float       flare_alpha[3];     /* of a dot's bell on it, on light skin */
  float       ring_alpha[3];      /* and of the ring around the dot */
  float       skin_luminance;     /* < 0: not known */
  double    jitter_mm;            /* bound of a dot's offset */
  int       dot_reach_px;         /* how far from its centre a dot changes
                                     pixels */
  int       reach_px;             /* around a rectangle, what of the photo it
                                     depends on: the margin a filter declares */
} SmpPlan;

void smp_plan_init (SmpPlan         *plan,
                    const SmpParams *params);

/* Which session, 0..SMP_SESSIONS - 1, laid a dot that appears at a density. */
int   smp_plan_session (const SmpPlan *plan,
                        float          density_cm2);

#endif
