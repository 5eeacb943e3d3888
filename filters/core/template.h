/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns of hair loss on the head in a photo: how much of the scalp at each
 * pixel a treatment would cover.  Lengths are mm on the scalp.
 */

#ifndef SMP_TEMPLATE_H
#define SMP_TEMPLATE_H

#include <stdint.h>

#include "chart.h"

#define SMP_PATCHES_MAX 6

/* What is lost; shares are 0..1 of a full treatment.  0: there is none. */
typedef struct
{
  double area_cm2;      /* the shares of all scalp added up; everything but the
                           parting grows or shrinks to it.  0: as the lengths
                           say */
  double temples_mm;    /* how far behind the hairline its corners lie */
  double front_mm;      /* and its middle */
  double width_mm;      /* of the bald front, between the sides */
  double crown_mm;      /* diameter around the whorl */
  double thin;          /* share on an oval of the top of the head ... */
  double thin_width_mm; /* ... this wide; 0: everywhere */
  double thin_length_mm;
  double part_mm;       /* width of the parting */
  int    patches;       /* round ones, at most SMP_PATCHES_MAX */
  double patch_mm;      /* diameter of the largest */
  double edge_mm;       /* over which borders fade */
  double irregularity_mm;
} SmpTemplateParams;

/* From where the head is seen.  From above in front: "front", 90 degrees. */
typedef struct
{
  bool   back;
  double elevation_deg; /* 0: level with the head, 90: straight from above */
  double turn_deg;      /* the head's middle is turned to the left */
} SmpTemplateView;

typedef struct
{
  SmpTemplateParams params;
  SmpChart          chart;
  SmpChart          outline;
  uint32_t          seed;
  double            axis[3][3]; /* of the picture, right, down and towards the
                                   camera: left, front, up of the person */
  double            half_mm[3]; /* of the head along them */
  double            scale;      /* of the head, to the one this was drawn on */
  double            grow_mm;
  double            crown[3];   /* places on the head, mm from its centre */
  double            patch[SMP_PATCHES_MAX][3];
} SmpTemplate;

/* Both charts must be curved: that of the head the pattern lies on, and that of
 * the outline the photo shows of it, which may be the same.
 */
void   smp_template_init (SmpTemplate             *t,
                          const SmpTemplateParams *params,
                          const SmpChart          *chart,
                          const SmpChart          *outline,
                          const SmpTemplateView   *view,
                          uint32_t                 seed);

/* The share 0..1 of n pixels from (x, y); 0 beyond the outline, and where that
 * is wider than the head as at the head's rim.  Returns
 * the sum of share times mm2 of skin, which a camera sees up to 85 degrees.
 */
double smp_template_row  (const SmpTemplate       *t,
                          int                      x,
                          int                      y,
                          int                      n,
                          float                   *share);

/* The shares of all the scalp, seen or not, added up. */
double smp_template_area_cm2 (const SmpTemplate *t);

#endif
