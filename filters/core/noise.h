/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Smooth random numbers over the scalp: what varies from place to place. */

#ifndef SMP_NOISE_H
#define SMP_NOISE_H

#include "hash.h"

/* At (x, y) mm: within -1..1, mean 0, rms about .43, bumps as wide as half of
 * wavelength_mm (> 0).  Seed and salt choose the pattern.
 */
float smp_noise (uint32_t seed,
                 SmpSalt  salt,
                 double   x_mm,
                 double   y_mm,
                 double   wavelength_mm);

#endif
