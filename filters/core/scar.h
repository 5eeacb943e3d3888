/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scars: what makes one show beside the skin around it, and what of that SMP
 * can take away.  See scar.c for the model.
 */

#ifndef SMP_SCAR_H
#define SMP_SCAR_H

#include <stdint.h>

#include "chart.h"
#include "marks.h"
#include "skin.h"

#define SMP_SCAR_RECT   192       /* px; the longest side of a rectangle */
#define SMP_SCAR_GRID   128       /* cells; the longest side of a grid */
#define SMP_SCAR_CELLS  (SMP_SCAR_GRID * SMP_SCAR_GRID)
#define SMP_SCAR_BANDS  5         /* octaves of texture */
#define SMP_SCAR_PLANES 18
#define SMP_SCAR_WORK   33        /* planes of working memory */
#define SMP_SCAR_REACH_MM 12.0

/* What pigment does in scar tissue: dots get wider and softer, the first pass
 * is laid thinner, because scars come out darker than expected, and it fades
 * faster.
 */
#define SMP_SCAR_WIDER   1.22f
#define SMP_SCAR_SOFT_MM 0.03f
#define SMP_SCAR_WATER   4.0f     /* parts more in the first session */
#define SMP_SCAR_FADING  1.6f     /* times the years */

/* What the filter stores. */
typedef struct
{
  int   active;               /* 0: no scar filter, the rest is not read */
  float tone;                 /* 0..1: difference in colour taken away */
  float gloss;                /* 0..1: of the scar's shine taken away */
  float texture;              /* 0..1: of the neighbours' texture brought in */
  float relief;               /* 0..1: of shadows in the scar that stay */
  float dots;                 /* 0..1: share of the dots */
  float feather_mm;           /* how far dots go on past the border */
  int   match;                /* dots like the stubble around */
  int   marks;                /* 1: the scar is the pale marks in the area */
  float mark_min_mm, mark_max_mm;   /* diameters of marks */
  float mark_contrast;        /* of marks, L* */
} SmpScarParams;

/* What a dot of the filter takes from the light, for smp_scar_init(). */
typedef struct
{
  float area_mm2;
  float alpha[3];             /* one crossing */
  float density_cm2;          /* after session 3 */
  int   reach_px;             /* from its centre .. */
  int   healed_px;            /* .. once skin is no longer red */
} SmpScarDot;

/* What follows from both.  Cell i of the grid covers image pixels i factor up
 * to (i + 1) factor; radii and margins are in cells.
 */
typedef struct
{
  SmpScarParams params;       /* clamped */
  int   factor;               /* a power of two */
  int   step;                 /* every how many px the photo is sampled */
  int   bands;                /* octaves, the first at 2 step px */
  int   skin;                 /* whether more than dots can change */
  int   between;              /* of these, how many are coarser than a cell */
  int   fine;                 /* px of a cell of the tone's own grid */
  int   fit;                  /* px; the longest side that is read at once .. */
  int   rect;                 /* .. and that is applied */
  int   margin[2];            /* px around it where values are asked, */
  int   chain[2];             /* and cells needed around those: tone, dots */
  int   near_radius, far_radius;    /* windows of the skin outside */
  int   feather;              /* cells */
  int   tone_reach;           /* px around the area where skin changes .. */
  int   change_reach;         /* .. and where anything does */
  int   marks_side;           /* px at a time that marks are looked for in */
  int   x, y;                 /* px that stays on the skin, noise with it */
  float pixel_mm, cell_mm;    /* their sides */
  float smooth[SMP_SCAR_BANDS];     /* of a band, what the tone step levels */
  float treatment_max;        /* of smp_scar_at() */
  uint32_t   seed;
  SmpScarDot dot;
  SmpMarks   marks;
} SmpScar;

/* Planes of a grid, and what is in them. */
typedef enum
{
  SMP_SCAR_OUT_R, SMP_SCAR_OUT_G, SMP_SCAR_OUT_B,   /* ln of the skin around */
  SMP_SCAR_LEVEL,             /* luminance of bare skin */
  SMP_SCAR_MASK,              /* 0..1 where pixels change */
  SMP_SCAR_PLATEAU,           /* ln of the scar over the skin around */
  SMP_SCAR_CORE,              /* 0..1 scar on all sides */
  SMP_SCAR_FINE,              /* detail of skin is not larger, ln */
  SMP_SCAR_INSIDE,            /* 0..1 scar tissue */
  SMP_SCAR_TREATMENT,         /* of dots, 1 is the density asked for */
  SMP_SCAR_STRENGTH,          /* below 1 factor of their size, above of their
                                 pigment */
  SMP_SCAR_TINT_R, SMP_SCAR_TINT_B, /* of their loss against green's */
  SMP_SCAR_NOISE              /* and on: amplitude of each band, ln */
} SmpScarPlane;

/* Of one thread, contents of no meaning between calls. */
typedef struct
{
  int   x, y;                 /* cell of the planes' first value */
  int   width, height;
  int   changes;              /* skin changes in the rectangle */
  float plane[SMP_SCAR_PLANES][SMP_SCAR_CELLS];
} SmpScarGrid;

/* A place for a dot. */
typedef struct
{
  float treatment;            /* 0..SmpScar.treatment_max */
  float inside;               /* 0..1 scar tissue */
  float size;                 /* factor of its diameter, at most 1 */
  float light[3];             /* factors of what the pigment takes */
} SmpScarSpot;

/* Memory for smp_scar_read() and smp_scar_apply(), of no meaning afterwards. */
typedef float SmpScarWork[SMP_SCAR_WORK][SMP_SCAR_CELLS];

/* Numbers are clamped to their ranges.  (x, y): a place fixed on the skin. */
void smp_scar_init   (SmpScar             *scar,
                      const SmpScarParams *params,
                      const SmpScarDot    *dot,
                      const SmpChart      *chart,
                      uint32_t             seed,
                      int                  x,
                      int                  y);

/* Photo pixels needed around a rectangle: up to 12 mm, or 34 px where that is
 * more, 15 mm where marks of 6 mm are looked for; and what dots past the border
 * reach.  0 when not active.
 */
int  smp_scar_reach  (const SmpScar       *scar);

/* Fits the slow quantities around the rectangle, whose sides are at most
 * scar->fit.  The photo's alpha is the scar area.  tone: 0 when no area lies
 * within scar->tone_reach of the rectangle, then only dots are prepared.
 */
void smp_scar_read   (const SmpScar       *scar,
                      SmpRect              rect,
                      SmpRect              bounds,
                      SmpPhotoRow          row,
                      void                *data,
                      int                  tone,
                      SmpScarWork          work,
                      SmpScarGrid         *grid);

/* The dots at image pixel (x, y), at most dot.reach_px from the rectangle that
 * was read.
 */
void smp_scar_at     (const SmpScar       *scar,
                      const SmpScarGrid   *grid,
                      double               x,
                      double               y,
                      SmpScarSpot         *spot);

/* Multiplies light by what makes the rectangle's skin that of its neighbours:
 * 1 to the last bit where it is theirs.  The rectangle is, or is part of, the
 * one that was read, its sides at most scar->rect; light[c] has stride floats
 * from row to row.
 */
void smp_scar_apply  (const SmpScar       *scar,
                      const SmpScarGrid   *grid,
                      SmpRect              rect,
                      SmpRect              bounds,
                      SmpPhotoRow          row,
                      void                *data,
                      SmpScarWork          work,
                      float *const         light[3],
                      int                  stride);

#endif
