/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the photo lets through of the light that pigment takes: nothing of it
 * shows in shine, which never entered the skin, nor on hair, which lies above.
 */

#ifndef SMP_SKIN_H
#define SMP_SKIN_H

#include "chart.h"

#define SMP_SKIN_RECT 256         /* px; the longest side of a rectangle */
#define SMP_SKIN_GRID 102         /* cells; the longest side of a grid */
#define SMP_SKIN_PLANES 8

/* What the filter stores. */
typedef struct
{
  float shine;                /* 0..1: highlights as they were */
  float hair_guard;           /* 0..1: hair as it was */
  float skin[3];              /* linear light; all 0: not known */
  float light[3];             /* linear light; only the hue counts */
} SmpSkinParams;

/* What follows from it.  Cell i of the grid covers image pixels i factor up to
 * (i + 1) factor; lengths are in cells.
 */
typedef struct
{
  int   factor;               /* a power of two */
  int   step;                 /* every how many px a row is sampled */
  int   gap;                  /* dark gaps up to 2 gap wide are hair */
  int   window;               /* half width of local means; 0: skin known */
  int   margin;               /* cells needed around those of a rectangle */
  float shine, hair_guard;    /* 0..1 */
  float light[3];             /* the largest is 1 */
  float white[3];             /* 1 / light */
  float red, yellow;          /* of the skin, as smp_skin_read() has them */
  float floor;                /* luminance that lit skin is not below */
} SmpSkin;

typedef struct
{
  int x, y;
  int width, height;
} SmpRect;

/* Working memory of one thread, < 340 kB, contents of no meaning between calls.
 */
typedef struct
{
  int   x, y;                 /* cell of the planes' first value */
  int   width, height;
  float plane[SMP_SKIN_PLANES][SMP_SKIN_GRID * SMP_SKIN_GRID];
} SmpSkinGrid;

/* Photo pixels (x, y) up to (x + n, y) as RGBA, linear light, alpha apart and
 * of no meaning here; at most SMP_SKIN_SPAN.
 */
typedef void (*SmpPhotoRow) (void  *data,
                             int    x,
                             int    y,
                             int    n,
                             float *rgba);

#define SMP_SKIN_SPAN 512

/* Numbers are clamped to their ranges; a light that is not > 0 is white. */
void smp_skin_init      (SmpSkin             *skin,
                         const SmpSkinParams *params,
                         const SmpChart      *chart);

/* Photo pixels needed around a rectangle: up to 12 mm, or 26 px where that is
 * more; 0 when neither shine nor hair guard is on: then there is nothing to
 * read, and smp_skin_apply_row() changes nothing.
 */
int  smp_skin_reach     (const SmpSkin       *skin);

/* Fits the slow quantities around the rectangle, whose sides are at most
 * SMP_SKIN_RECT.  bounds: where there is a photo; row is asked for nothing
 * outside.
 */
void smp_skin_read      (const SmpSkin       *skin,
                         SmpRect              rect,
                         SmpRect              bounds,
                         SmpPhotoRow          row,
                         void                *data,
                         SmpSkinGrid         *grid);

/* light[c]: G of n pixels at (x, y) of the rectangle read, becomes
 * 1 - (1 - G) take; 1 stays 1 to the last bit.  rgba: the photo there; NaN and
 * infinities in it make no NaN.  A pixel's bits do not depend on the rectangle.
 */
void smp_skin_apply_row (const SmpSkin       *skin,
                         const SmpSkinGrid   *grid,
                         int                  x,
                         int                  y,
                         int                  n,
                         const float         *rgba,
                         float *const         light[3]);

#endif
