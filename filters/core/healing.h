/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The month after a session: what dots and skin look like from day to day. */

#ifndef SMP_HEALING_H
#define SMP_HEALING_H

#include <stdint.h>

#define SMP_HEALED_DAY 30

typedef struct
{
  float size;           /* a dot's diameter, 1 when healed */
  float strength;       /* its optical density, 1 when healed */
  float scabs;          /* share of the dots under a scab, 0..1 */
  float redness;        /* 0..1 */
  float flakes;         /* of dry skin, 0..1 */
} SmpHealing;

/* What one dot is like. */
typedef struct
{
  float size;
  float strength;
  int   scab;           /* brown and crisp instead of pigment in skin */
} SmpHealingDot;

/* day: 0..SMP_HEALED_DAY, others count as the nearest. */
SmpHealing    smp_healing_at  (int               day);

/* Largest size of any dot. */
float         smp_healing_size_max (const SmpHealing *healing);

/* A dot at (x, y) mm of the scalp. */
SmpHealingDot smp_healing_dot (const SmpHealing *healing,
                               uint32_t          seed,
                               uint64_t          id,
                               double            x_mm,
                               double            y_mm);

/* What blood takes from red, green and blue at redness 1: natural logarithms,
 * over the treated area, and in a ring around each dot on top of that.
 */
extern const float smp_redness_area[3];
extern const float smp_redness_ring[3];

/* How far redness shows on skin of this luminance (linear, 0..1): 1 on light
 * skin, 0 on dark skin, where melanin hides it.
 */
float         smp_redness_visible (float luminance);

#endif
