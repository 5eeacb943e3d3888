/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the front of the hair thins out: what a line asks of each dot. */

#ifndef SMP_HAIRLINE_H
#define SMP_HAIRLINE_H

#include "path-field.h"

#define SMP_WANDER_MAX 3.0f     /* times the irregularity */

/* Values out of range, NaN among them, count as the nearest. */
typedef struct
{
  SmpPath path;
  float   fade_mm;            /* 0..60: density, 0 at the line to full */
  float   fade_dilution_mm;   /* 0..60: shade, 6 parts of water more at the
                                 line, 3 more half way */
  float   fade_size_mm;       /* 0..60: diameter, .75 at the line, .9 half way,
                                 then 1 */
  float   irregularity_mm;    /* 0..10 */
  float   strays_mm;          /* 0..30: reach in front of the line */
} SmpHairlineParams;

typedef struct
{
  SmpPathField field;
  uint32_t     seed;
  float        fade_mm;
  float        fade_dilution_mm;
  float        fade_size_mm;
  float        irregularity_mm;
  float        strays_mm;
} SmpHairline;

typedef struct
{
  float density;              /* factor 0..1 */
  float water;                /* parts of water more */
  float size;                 /* factor of the diameter */
} SmpEdge;

void    smp_hairline_init (SmpHairline             *hairline,
                           const SmpHairlineParams *params,
                           const SmpChart          *chart,
                           uint32_t                 seed);

/* What a dot at this place of the chart becomes; where there is no line, what
 * it was.
 */
SmpEdge smp_hairline_at   (const SmpHairline       *hairline,
                           double                   u_mm,
                           double                   v_mm);

/* How far in mm an edge has wandered at this place, at most SMP_WANDER_MAX
 * times irregularity_mm (>= 0).
 */
float   smp_hairline_wander (uint32_t               seed,
                             double                 u_mm,
                             double                 v_mm,
                             float                  irregularity_mm);

#endif
