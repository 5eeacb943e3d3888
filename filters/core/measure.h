/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a photo tells of its camera and of the skin to be treated. */

#ifndef SMP_MEASURE_H
#define SMP_MEASURE_H

#include "edges.h"

#define SMP_MEASURE_SIDE       SMP_EDGES_SIDE   /* of a block at most, px */
#define SMP_MEASURE_LIGHTS     40               /* steps of 1/4 octave */
#define SMP_MEASURE_HUES       32               /* steps of saturation */
#define SMP_MEASURE_NOISE_BINS 192

/* Pixels of one lightness and saturation, sums in 1/65536. */
typedef struct
{
  uint64_t n, sum[3];
} SmpSkinBin;

/* Sums of whole numbers: the order of the blocks does not matter. */
typedef struct
{
  SmpEdges   edges;
  uint32_t   noise[2][SMP_MEASURE_NOISE_BINS];  /* of pixels, of 2 x 2 */
  SmpSkinBin skin[SMP_MEASURE_LIGHTS][SMP_MEASURE_HUES];
} SmpMeasure;

typedef struct
{
  float sharpness_px;   /* sigma that a pixel-sharp picture lacks, 0..8 */
  int   detail;         /* px of edges that decided; 0: sharpness is a guess */
  float noise_rms;      /* of a pixel of skin, relative to its luminance */
  float grain;          /* for the property, 0..1 */
  float skin[3];        /* matt skin, linear RGB; all 0 if there is none */
} SmpMeasured;

void smp_measure_begin (SmpMeasure       *measure);

/* A block of the photo: RGBA in linear light, alpha the treatment 0..1, without
 * gaps between rows, width and height up to SMP_MEASURE_SIDE.  Skin and grain
 * are of the pixels with alpha > .5, sharpness of all.  Pixels with a value
 * that is negative or no number are left out.  Blocks need not overlap (only
 * edges that a border cuts off are lost) and may be left out.
 */
void smp_measure_block (SmpMeasure       *measure,
                        const float      *rgba,
                        int               width,
                        int               height);

void smp_measure_end   (const SmpMeasure *measure,
                        SmpMeasured      *measured);

#endif
