/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns on a map of the scalp: the direction from the middle of the head on
 * the unit sphere (left, front, up), mapped around "up" by Lambert's equal-area
 * projection and stretched to a head of 155 x 195 mm, x to the left, y to the
 * back.  For template.c only.
 */

#ifndef SMP_TEMPLATE_SHARE_H
#define SMP_TEMPLATE_SHARE_H

#include "template.h"

/* A place of the scalp. */
typedef struct
{
  double x, y;          /* mm on the map */
  double at[3];         /* mm from the middle of this head */
} SmpTemplatePlace;

/* Where patches lie on the map, mm, and their size to the largest. */
extern const double smp_template_patch[SMP_PATCHES_MAX][3];

/* 0..1 of a full treatment. */
double smp_template_share (const SmpTemplate      *t,
                           const SmpTemplatePlace *place);

#endif
