/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The years after: what fading, spreading, touch-ups and lasers leave. */

#ifndef SMP_AGEING_H
#define SMP_AGEING_H

#include <stdint.h>

/* Numbers are stored in users' files: append only. */
typedef enum
{
  SMP_FADING_CAREFUL   = 0,     /* 8 % a year */
  SMP_FADING_TYPICAL   = 1,     /* 12 % */
  SMP_FADING_SUNNY     = 2,     /* 20 % */
  SMP_FADING_TEMPORARY = 3      /* 60 %: temporary SMP */
} SmpFading;

#define SMP_LASER_MAX 3

typedef struct
{
  float     years;              /* since the last session, 0..15 */
  SmpFading fading;
  float     drift;              /* -1 blue .. 0 .. 1 orange */
  float     touch_up;           /* in which year; 0 or later than now: none */
  int       removal;            /* sessions of laser, 0..SMP_LASER_MAX */
} SmpAgeingParams;

/* Pigment laid at one time. */
typedef struct
{
  float contrast;               /* of the light a dot took, what is left */
  float spread_mm2;             /* what a squared radius has grown by */
} SmpInk;

typedef struct
{
  SmpInk ink[2];                /* the sessions', then the touch-up's */
  int    inks;                  /* 1 or 2 */
  float  hue[3];                /* factors of the absorption of R, G, B */
  float  left;                  /* by the laser, on average */
  int    removal;
} SmpAgeing;

/* depth_mm: of the pigment; when too deep it spreads faster.  Values out of
 * range count as the nearest.
 */
void  smp_ageing_init     (SmpAgeing             *ageing,
                           const SmpAgeingParams *params,
                           float                  depth_mm);

/* Largest spread_mm2 there can be. */
float smp_ageing_spread_max (const SmpAgeing *ageing);

/* What the laser leaves at (x, y) mm of the scalp, 0..1; without laser 1. */
float smp_ageing_left     (const SmpAgeing *ageing,
                           uint32_t         seed,
                           double           x_mm,
                           double           y_mm);

#endif
