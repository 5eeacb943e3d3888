/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of smp_marks_read(). */

#ifndef SMP_MARKS_GRID_H
#define SMP_MARKS_GRID_H

#include "marks.h"

/* grid->light in a step of L*; 0 is no photo, -1 hair. */
#define SMP_MARKS_STEPS 64

#define SMP_MARKS_APART 0.8     /* radii; what is nearer is the same disc */
#define SMP_MARKS_EDGE  0.5f    /* cells from full to no coverage */
#define SMP_MARKS_LEAST 0.68    /* of the contrast asked for, in stubble */

/* Lightness of all cells of the grid, hair left out. */
void smp_marks_sample (const SmpMarks *marks,
                       SmpRect         bounds,
                       SmpPhotoRow     row,
                       void           *data,
                       SmpMarksGrid   *grid);

/* Best discs of all sizes; grid->light is used up. */
void smp_marks_find   (const SmpMarks *marks,
                       SmpMarksGrid   *grid);

/* C / T of a disc whose centre is at light, of rows w cells wide; 0 if it has
 * another shape.  contrast and response in steps.
 */
float smp_marks_certainty (const SmpMarksSize *size,
                           const int16_t      *light,
                           int                 w,
                           float               contrast,
                           float               response);

#endif
