/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The treated area, seen in coarse cells, and its outline. */

#ifndef SMP_COVER_H
#define SMP_COVER_H

#include <libgimp/gimp.h>

#include "line-points.h"

typedef struct
{
  gdouble x, y;                 /* upper left corner, px of the image */
  gdouble cell_px;
  gint    width, height;        /* cells, at most 1024 */
  guint8 *cells;                /* 1: treated by half or more, 0: less */
} SmpCover;

/* The mask of a layer, or its alpha when it has none. */
void     smp_cover_read    (SmpCover       *cover,
                            GimpLayer      *layer);

void     smp_cover_clear   (SmpCover       *cover);

/* The middle of a cell, px of the image. */
SmpPoint smp_cover_place   (const SmpCover *cover,
                            gint            x,
                            gint            y);

/* Whether a cell, or the cell at a place in px of the image, is treated. */
gboolean smp_cover_is_in   (const SmpCover *cover,
                            gint            x,
                            gint            y);
gboolean smp_cover_holds   (const SmpCover *cover,
                            SmpPoint        place);

/* Appends the outline of the largest part, SmpPoint in px of the image, which
 * goes on beyond_px outside where it runs along the layer's border: there the
 * photo ends, not the hair.  Returns the number of parts, without specks.
 */
gint     smp_cover_outline (const SmpCover *cover,
                            gdouble         beyond_px,
                            GArray         *points);

#endif
