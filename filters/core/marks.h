/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds pale discs on a photo of skin: the dots that FUE punches leave and old
 * plugs, also between stubble.  Lines, edges and large pale areas are none.
 */

#ifndef SMP_MARKS_H
#define SMP_MARKS_H

#include <stdint.h>

#include "chart.h"
#include "skin.h"

#define SMP_MARKS_RECT   256    /* px; longest side of a rectangle, or 14 mm */
                                /* more than that */
#define SMP_MARKS_GRID   428    /* cells; longest side of a grid */
#define SMP_MARKS_SIZES  12
#define SMP_MARKS_MM_MAX 6.0    /* across; larger ones are not looked for */
#define SMP_MARKS_TAPS   5      /* on each side of the middle one */

/* What the filter stores. */
typedef struct
{
  float size_min_mm;          /* .3..6: diameters, as the photo shows them */
  float size_max_mm;          /* .3..6 */
  float contrast;             /* 0..100: least difference in L* to the skin */
} SmpMarksParams;             /* around, of a mark by itself */

/* How discs of about one size are found, on the grid, or half of it. */
typedef struct
{
  int   octave;               /* 1: half of the grid */
  int   plug;                 /* every cell by itself, not the disc around */
  int   line;                 /* cells; twice that and one more is no plug */
  int   taps, inner, outer;   /* cells so halved: centre, and ring around it */
  float tap[SMP_MARKS_TAPS + 1];
  float gain;                 /* response to such a disc of contrast 1 */
  float ring_from, ring_to;   /* distances, squared, that show the shape */
  float cells;                /* radius, in cells so halved */
  float radius, paint;        /* cells of the grid */
  float weight;               /* of a response against those of other sizes */
  int   reach;                /* cells of the grid that a response is of */
} SmpMarksSize;

/* What follows from it.  Cell i of the grid covers image pixels i factor up to
 * (i + 1) factor; lengths are in cells.
 */
typedef struct
{
  int          factor;
  int          closing;       /* hair is at most 2 closing wide */
  int          margin;        /* cells needed around those of a rectangle */
  float        contrast;      /* L* */
  int          company;       /* blocks of 2 x 2 around one, others counted, */
  int          own;           /* without those that are so near .. */
  float        company_full;  /* .. and how many to a block are enough */
  int          n_sizes;
  SmpMarksSize size[SMP_MARKS_SIZES];
} SmpMarks;

/* The best disc whose centre is in a block of 2 x 2 cells. */
typedef struct
{
  uint16_t score;             /* 0: none */
  uint8_t  size : 7;
  uint8_t  seed : 1;          /* one of the smallest size, certain by itself */
  uint8_t  sure;              /* 64: just pale enough by itself */
  int8_t   dx, dy;            /* 1/32 cell from the block's first cell */
} SmpMarksFound;

/* Working memory of one thread, < 700 kB, contents of no meaning between calls.
 */
typedef struct
{
  int           x, y;         /* cell of the first value */
  int           width, height;
  union
  {
    int16_t     light[SMP_MARKS_GRID * SMP_MARKS_GRID];
    struct
    {
      uint8_t   cover[SMP_MARKS_GRID * SMP_MARKS_GRID];
      uint8_t   company[SMP_MARKS_GRID * SMP_MARKS_GRID / 4];
    };
  };
  SmpMarksFound found[SMP_MARKS_GRID * SMP_MARKS_GRID / 4];
  union
  {
    struct
    {
      float     centre[2][2 * SMP_MARKS_TAPS + 1][SMP_MARKS_GRID];
      float     response[3][SMP_MARKS_GRID];
      int32_t   column[4][SMP_MARKS_GRID];
      int32_t   ring[2][SMP_MARKS_GRID];
    };
    struct
    {
      float     sum[SMP_MARKS_GRID];
      int16_t   rows[5][SMP_MARKS_GRID];
      int16_t   most[5][SMP_MARKS_GRID];
    };
  };
} SmpMarksGrid;

/* Numbers are clamped to their ranges.  Sizes are left out that are less than
 * two cells wide, .3 to .6 mm.  For the dots of FUE .7, 1.1 and 3.4 are good
 * values.
 */
void smp_marks_init  (SmpMarks             *marks,
                      const SmpMarksParams *params,
                      const SmpChart       *chart);

/* Photo pixels needed around a rectangle: up to 5 mm, or 26 px where that is
 * more; 0 when there is nothing to read, as no size can be found.
 */
int  smp_marks_reach (const SmpMarks       *marks);

/* Finds the marks of the rectangle.  bounds: where there is a photo; row is
 * asked for nothing outside.
 */
void smp_marks_read  (const SmpMarks       *marks,
                      SmpRect               rect,
                      SmpRect               bounds,
                      SmpPhotoRow           row,
                      void                 *data,
                      SmpMarksGrid         *grid);

/* mark[i] = 0..1, the part of n pixels at (x, y) of the rectangle read that
 * marks cover; of marks that are just pale enough a half.  A pixel's bits do
 * not depend on the rectangle.
 */
void smp_marks_row   (const SmpMarks       *marks,
                      const SmpMarksGrid   *grid,
                      int                   x,
                      int                   y,
                      int                   n,
                      float                *mark);

#endif
