/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of smp_marks_read(). */

#ifndef SMP_MARKS_GRID_H
#define SMP_MARKS_GRID_H

#include "marks.h"

/* grid->light in a step of L*; 0 is no photo, -1 hair. */
#define SMP_MARKS_STEPS 64

/* Lightness of all cells of the grid, hair left out. */
void smp_marks_sample (const SmpMarks *marks,
                       SmpRect         bounds,
                       SmpPhotoRow     row,
                       void           *data,
                       SmpMarksGrid   *grid);

/* Best discs of all sizes; grid->light is used up. */
void smp_marks_find   (const SmpMarks *marks,
                       SmpMarksGrid   *grid);

#endif
