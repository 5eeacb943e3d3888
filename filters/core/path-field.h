/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far a place on the scalp lies behind a line. */

#ifndef SMP_PATH_FIELD_H
#define SMP_PATH_FIELD_H

#include "path-line.h"

#define SMP_FIELD_SIZE     256
#define SMP_FIELD_SPARE_MM 2.0f     /* to add to a reach for its rounding */

typedef struct
{
  bool     empty;               /* there is no line; the rest is not set */
  float    reach_mm;
  double   x_mm, y_mm;          /* node (0, 0), chart mm */
  double   dx_mm, dy_mm;        /* from node to node */
  bool     inverted;            /* the treated side is outside of far */
  int      n_far;               /* the line seen from beyond the grid: an open
                                   line of 4 points and perhaps one to close
                                   it; 0 for closed lines */
  SmpPoint far[5];
  float    distance_mm[SMP_FIELD_SIZE][SMP_FIELD_SIZE];
} SmpPathField;

/* reach_mm > 0. */
void  smp_path_field_init (SmpPathField   *field,
                           const SmpPath  *path,
                           const SmpChart *chart,
                           double          reach_mm);

/* Distance in mm of the chart, positive on the treated side, within
 * +-reach_mm; that itself where there is no line.
 */
float smp_path_field_at   (const SmpPathField *field,
                           double              u_mm,
                           double              v_mm);

#endif
