/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that fit a grid share. */

#ifndef SMP_SCAR_FIT_H
#define SMP_SCAR_FIT_H

#include "scar-grid.h"
#include "window.h"

#define SMP_SCAR_TINY      1e-6f
#define SMP_SCAR_SMOOTHEST 1e-4f    /* ln; there is no smoother skin */

/* Working memory beside the raw planes. */
enum
{
  SCRATCH = RAW_FREE, TEMP, WEIGHT, NEAREST, NEAR, FAR, WIDE, OWN,
  SURE,                       /* how far values are those of unpainted skin */
  SKIN_VAR,                   /* else, variance of lightness, of redness */
  INNER = SKIN_VAR + 2,
  SCARRED = RAW_DARK
};

typedef struct
{
  const SmpScar *scar;
  SmpScarGrid   *grid;
  float        (*work)[SMP_SCAR_CELLS];
  int            w, h, n;
  int            radius;      /* of the window in painted skin */
  int            by;          /* outer cells whose weights mean nothing */
  int            fitted_by;   /* and those where the outside is not known */
} SmpScarFit;

/* smp_window () on a plane. */
static inline void
smp_scar_window (SmpScarFit *f, SmpWindow kind, int radius, int by,
                 float *plane)
{
  smp_window (f->w, f->h, kind, radius, by, plane, f->work[SCRATCH]);
}

/* The windows over skin outside one after the other, in place: size 0 to 2. */
void  smp_scar_widen       (SmpScarFit  *fit,
                            float       *plane,
                            int          size);

/* Colours of the skin outside and its octaves, in the grid; the raw colours
 * become ln, WEIGHT the weights of skin outside, MASK how sure all that is.
 */
void  smp_scar_outside     (SmpScarFit  *fit);

/* The same from painted skin, as far as SURE and MASK say that the outside is
 * not known; MASK becomes how sure the result is, SURE what that was.
 */
void  smp_scar_inner       (SmpScarFit  *fit);

/* How a value changes from cell to cell outside, step being 1 or a row: its
 * slope, or the square of what remains of its variation.
 */
void  smp_scar_differences (SmpScarFit  *fit,
                            const float *value,
                            int          step,
                            int          square,
                            float       *out);

/* Where dots go, and how dark they are. */
void  smp_scar_dots        (SmpScarFit  *fit);

/* Lightness and redness of colours in ln. */
static inline float
smp_scar_lightness (float (*plane)[SMP_SCAR_CELLS], int i)
{
  return smp_scar_luminance (plane[0][i], plane[1][i], plane[2][i]);
}

static inline float
smp_scar_redness (float (*plane)[SMP_SCAR_CELLS], int i)
{
  return plane[0][i] - plane[1][i];
}

#endif
