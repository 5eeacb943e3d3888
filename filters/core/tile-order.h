/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Progressive blue-noise order of points on the unit torus, used at build time
 * (and by tests) to make the rank tile that dots.c reads.
 */

#ifndef SMP_TILE_ORDER_H
#define SMP_TILE_ORDER_H

#include <stdbool.h>

typedef struct
{
  double x;   /* 0..1, torus */
  double y;
} SmpPoint;

/* Fills points[0..n) such that every prefix is evenly spaced: point k is the
 * one that best keeps its distance among points 0..k.  n >= 1; same n, same
 * points, on every machine.  False when memory runs out.
 */
bool smp_tile_order (int       n,
                     SmpPoint *points);

#endif
