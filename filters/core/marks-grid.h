/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of smp_marks_read(). */

#ifndef SMP_MARKS_GRID_H
#define SMP_MARKS_GRID_H

#include "marks.h"

/* grid->light: L* in these steps, 1..SMP_MARKS_LIGHT; in the bits above how
 * much of the cell is skin, 0 (hair) to SMP_MARKS_SKIN.  0 is no photo.
 */
#define SMP_MARKS_STEPS 32
#define SMP_MARKS_BITS  12
#define SMP_MARKS_LIGHT ((1 << SMP_MARKS_BITS) - 1)
#define SMP_MARKS_SKIN  7

static inline int
smp_marks_light (int cell)
{
  return cell & SMP_MARKS_LIGHT;
}

static inline int
smp_marks_skin (int cell)
{
  return cell >> SMP_MARKS_BITS;
}

#define SMP_MARKS_APART 0.75    /* radii; what is nearer is the same disc */
#define SMP_MARKS_EDGE  0.5f    /* cells from full to no coverage */
#define SMP_MARKS_COMPANY 0.27f /* of the certainty needed, less in company */
#define SMP_MARKS_CERTAIN 64    /* SmpMarksFound.sure: just certain by itself */

/* Lightness of all cells of the grid, hair left out. */
void smp_marks_sample (const SmpMarks *marks,
                       SmpRect         bounds,
                       SmpPhotoRow     row,
                       void           *data,
                       SmpMarksGrid   *grid);

/* Best discs of all sizes; grid->light is used up. */
void smp_marks_find   (const SmpMarks *marks,
                       SmpMarksGrid   *grid);

/* grid->cover of the discs. */
void smp_marks_paint  (const SmpMarks *marks,
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
