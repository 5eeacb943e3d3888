/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dots along a gradient: what each place on the scalp asks of its dots. */

#ifndef SMP_GRADIENT_H
#define SMP_GRADIENT_H

#include "hairline.h"

#define SMP_PARTING_MAX 256     /* pieces of a parting on a curved head */

typedef enum
{
  SMP_GRADIENT_NONE,
  SMP_GRADIENT_LINEAR,          /* from start to end, and on as it is there */
  SMP_GRADIENT_RADIAL,          /* from start, the whorl, to a rim at end */
  SMP_GRADIENT_PARTING,         /* on both sides of the line start - end */
  SMP_GRADIENT_HAIRLINE         /* behind a line, nothing in front of it */
} SmpGradientShape;

/* How the density rises from the thin end to the dense one. */
typedef enum
{
  SMP_PROFILE_LINEAR,           /* s */
  SMP_PROFILE_SMOOTH,           /* s^2 (3 - 2 s) */
  SMP_PROFILE_SOFT_TOE,         /* s^2 */
  SMP_PROFILE_STEEP             /* s (2 - s) */
} SmpProfile;

/* Pairs are at the start and at the end.  Values out of range, NaN among them,
 * count as the nearest.
 */
typedef struct
{
  SmpGradientShape shape;
  SmpProfile       profile;
  SmpPath          path;            /* a hairline; none: the line start - end */
  float            start[2];        /* frame coordinates */
  float            end[2];
  float            width_mm;        /* 0..150: way of a parting, a hairline */
  float            irregularity_mm; /* 0..10 */
  float            density_cm2[2];
  float            dot_size_mm[2];
  float            dilution[2];     /* parts of water */
  float            size_ramp;       /* 0..1: share of the way that the change */
  float            dilution_ramp;   /* from start to end takes */
} SmpGradientParams;

typedef struct
{
  SmpGradientShape shape;
  SmpProfile       profile;
  uint32_t         seed;
  float            irregularity_mm;
  float            way_mm;          /* from start to end */
  float            density[2];      /* shares of the largest */
  float            size[2];
  float            water[2];        /* parts more than at the end */
  float            size_ramp, dilution_ramp;
  SmpPoint         start;           /* chart mm */
  SmpPoint         direction;       /* unit vector */
  int              n;               /* pieces of a parting */
  SmpPoint         parting[SMP_PARTING_MAX + 1];
  SmpPathField     field;           /* of a hairline */
} SmpGradient;

void    smp_gradient_init (SmpGradient             *gradient,
                           const SmpGradientParams *params,
                           const SmpChart          *chart,
                           uint32_t                 seed);

/* The larger of the two densities and sizes, of which smp_gradient_at() tells
 * the share; water is added to the dilution of the end.
 */
float   smp_gradient_density_cm2 (const SmpGradientParams *params);
float   smp_gradient_dot_size_mm (const SmpGradientParams *params);

/* What a dot at this place of the chart becomes; without a gradient, what it
 * was.
 */
SmpEdge smp_gradient_at   (const SmpGradient       *gradient,
                           double                   u_mm,
                           double                   v_mm);

#endif
