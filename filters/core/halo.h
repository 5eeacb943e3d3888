/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The second crossing: the light that pigment takes from the skin around it. */

#ifndef SMP_HALO_H
#define SMP_HALO_H

#include "footprint.h"
#include "kernel.h"

#define SMP_HALO_FACTOR_MAX 256

/* Kernels on a grid of pixels factor times as large as the image's, fixed in
 * absolute coordinates: grid pixel i covers image pixels i factor up to
 * (i + 1) factor.
 */
typedef struct
{
  int       factor;           /* a power of two */
  int       margin;           /* the largest radius of the kernels, grid px */
  SmpKernel kernel[3];        /* of each channel */
} SmpHalo;

/* sigma_px: scattering length of each channel, image px. */
void smp_halo_init  (SmpHalo      *halo,
                     const double  sigma_px[3]);

/* A grid without any blur, factor >= 2: for what is smooth by itself. */
void smp_halo_init_plain (SmpHalo *halo,
                          int      factor);

/* How far a dot's halo reaches beyond its own footprint, image px. */
int  smp_halo_reach (const SmpHalo *halo);

/* Grid pixels needed to apply the halo to image pixels start..start + n. */
void smp_halo_span  (const SmpHalo *halo,
                     int            start,
                     int            n,
                     int           *grid_start,
                     int           *grid_n);

/* Turns transmittance T in image into G = T B, B the transmittance of the same
 * dots on the grid, blurred.  With factor 1, image must be a view into grid.
 * The grid spans smp_halo_span() of the image on both axes and is used up.
 * scratch: grid width * grid height floats.
 */
void smp_halo_apply (const SmpHalo *halo,
                     SmpPlanes     *grid,
                     SmpPlanes     *image,
                     float         *scratch);

#endif
