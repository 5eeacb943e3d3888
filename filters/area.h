/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where in a photo there is a scar area at all, block by block: most places of
 * it have none, and must cost no more than a look at their alpha.
 */

#ifndef SMP_AREA_H
#define SMP_AREA_H

#include <gegl.h>

#define SMP_AREA_BLOCKS 160

/* Of one rectangle of the photo. */
typedef struct
{
  gint   size;                /* px of a block, a power of two */
  gint   x, y, width, height; /* blocks */
  guint8 found[SMP_AREA_BLOCKS * SMP_AREA_BLOCKS];
} SmpArea;

/* Looks at the box of input in its own format, whose pixels end with alpha,
 * after `alpha` bytes; format NULL: opaque, area everywhere.
 */
void     smp_area_read (SmpArea             *area,
                        GeglBuffer          *input,
                        const Babl          *format,
                        gint                 alpha,
                        const GeglRectangle *box);

/* Whether any lies within reach px of the rectangle; both, together, have been
 * looked at.
 */
gboolean smp_area_near (const SmpArea       *area,
                        const GeglRectangle *rect,
                        gint                 reach);

/* The same, and the part of the rectangle, or more of it, that is so near. */
gboolean smp_area_part (const SmpArea       *area,
                        const GeglRectangle *rect,
                        gint                 reach,
                        GeglRectangle       *part);

#endif
