/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How sharp the edges in a photo are. */

#ifndef SMP_EDGES_H
#define SMP_EDGES_H

#include <stdint.h>

#define SMP_EDGES_SIDE   128        /* of a block at most, px */
#define SMP_EDGES_PIXELS (SMP_EDGES_SIDE * SMP_EDGES_SIDE)
#define SMP_EDGES_BINS   180

/* Stands for a pixel that is no number. */
#define SMP_EDGES_INVALID -1e9f

/* Edges by their blur in steps of .05 px, counted in image px of length. */
typedef struct
{
  uint32_t count[SMP_EDGES_BINS];
} SmpEdges;

/* A block of luminance, linear light, without gaps.  Edges that its border
 * cuts off do not count.  luma is used up, scratch takes as many floats.
 */
void     smp_edges_add       (SmpEdges       *edges,
                              float          *luma,
                              int             width,
                              int             height,
                              float          *scratch);

/* Length of all edges, image px. */
uint32_t smp_edges_length    (const SmpEdges *edges);

/* The blur, sigma in px, that a share of the edges stays below. */
float    smp_edges_blur      (const SmpEdges *edges,
                              float           share);

/* Sigma of the white noise that would look like the inside of a square of
 * size x size values.  Its smallest value goes to *low, the mean to *mean.
 */
float    smp_edges_noise     (const float    *luma,
                              int             stride,
                              int             size,
                              float          *low,
                              float          *mean);

#endif
