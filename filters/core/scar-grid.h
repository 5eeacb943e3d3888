/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the scar model share: the planes of a grid while it is
 * made, and small functions of one number.
 */

#ifndef SMP_SCAR_GRID_H
#define SMP_SCAR_GRID_H

#include "scar.h"

/* Noise of amplitude 1 has this Haar energy in its own octave, inverse; of that
 * the next finer octaves see parts, and the next coarser one.  Measured; as are
 * these in test-scar.c.
 */
static const float smp_scar_noise_gain[SMP_SCAR_BANDS] = {
  1.0f / 0.315f, 1.0f / 0.0550f, 1.0f / 0.0330f, 1.0f / 0.0337f, 1.0f / 0.033f
};
#define SMP_SCAR_FINER   0.23f    /* one octave */
#define SMP_SCAR_SPILT   0.60f    /* of that, one more octave each */
#define SMP_SCAR_COARSER 0.15f    /* times what the octave lacks */

/* Working memory after smp_scar_sample (); the rest of it is free. */
enum
{
  RAW_R, RAW_G, RAW_B,        /* mean of bare skin, linear light */
  RAW_BARE,                   /* share of the cell, 0..1 */
  RAW_AREA,                   /* largest scar area in the cell, 0..1 */
  RAW_PHOTO,                  /* share of the cell that is photo */
  RAW_LOSS_R, RAW_LOSS_G, RAW_LOSS_B,   /* mean light lost to hair */
  RAW_DARK,                   /* mean square of the luminance lost */
  RAW_BAND,                   /* and on: amplitude of each octave, ln; < 0: not
                                 known */
  RAW_FREE = RAW_BAND + SMP_SCAR_BANDS
};

/* The planes' place for a rectangle. */
void smp_scar_place  (const SmpScar *scar,
                      SmpRect        rect,
                      SmpScarGrid   *grid);

/* The area of marks in each cell, into SMP_SCAR_INSIDE. */
void smp_scar_find_marks (const SmpScar *scar,
                          SmpRect        bounds,
                          SmpPhotoRow    row,
                          void          *data,
                          SmpMarksGrid  *marks,
                          SmpScarGrid   *grid);

/* Reads the photo into the raw planes, without tone only what dots need; 0 when
 * there is no scar area.
 */
int  smp_scar_sample (const SmpScar *scar,
                      SmpRect        bounds,
                      SmpPhotoRow    row,
                      void          *data,
                      int            tone,
                      SmpScarWork    work,
                      SmpScarGrid   *grid);

/* Noise of all bands at the pixels of rect, ln, into noise, rect.width floats
 * from row to row.  free: planes that may be used.
 */
void smp_scar_noise  (const SmpScar     *scar,
                      const SmpScarGrid *grid,
                      SmpRect            rect,
                      float             *noise,
                      float             *free,
                      int                n_free);

/* Left of the two cells that image pixel x lies between. */
int  smp_scar_left   (int            x,
                      int            factor);

/* A plane's values at n pixels from (x, y), into out. */
void smp_scar_along  (const float   *plane,
                      int            stride,
                      int            cell_x,
                      int            cell_y,
                      int            factor,
                      int            x,
                      int            y,
                      int            n,
                      float         *out);

/* The cell that image pixel x lies in. */
static inline int
smp_scar_cell (int x, int factor)
{
  return (x - (x & (factor - 1))) / factor;
}

/* What lies in both; sides <= 0: nothing. */
static inline SmpRect
smp_scar_common (SmpRect a, SmpRect b)
{
  const int x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
  const int right = a.x + a.width < b.x + b.width ? a.x + a.width
                                                  : b.x + b.width;
  const int below = a.y + a.height < b.y + b.height ? a.y + a.height
                                                    : b.y + b.height;

  return (SmpRect) { x, y, right - x, below - y };
}

static inline float
smp_scar_luminance (float r, float g, float b)
{
  return 0.2126f * r + 0.7152f * g + 0.0722f * b;
}

static inline float
smp_scar_ramp (float value, float from, float full)
{
  float t = (value - from) * (1.0f / (full - from));

  t = t > 0.0f ? t : 0.0f;
  return t < 1.0f ? t : 1.0f;
}

#endif
