/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Value noise: a hash at the corners of a lattice of half the wavelength,
 * blended by smooth steps.
 */

#include "noise.h"

#include "scalar.h"

static float
corner (uint32_t seed, SmpSalt salt, int x, int y)
{
  const uint64_t id = (uint64_t) (uint32_t) y << 32 | (uint32_t) x;

  return 2.0f * smp_hash_unit (smp_hash (seed, id, salt), 0) - 1.0f;
}

static float
smooth (float t)
{
  return t * t * (3.0f - 2.0f * t);
}

float
smp_noise (uint32_t seed, SmpSalt salt, double x_mm, double y_mm,
           double wavelength_mm)
{
  const double x = x_mm * 2.0 / wavelength_mm;
  const double y = y_mm * 2.0 / wavelength_mm;
  const int    i = smp_floor (smp_clamp (x, -1e9, 1e9));
  const int    j = smp_floor (smp_clamp (y, -1e9, 1e9));
  const float  u = smooth ((float) (x - i));
  const float  v = smooth ((float) (y - j));
  const float  a = corner (seed, salt, i, j);
  const float  b = corner (seed, salt, i + 1, j);
  const float  c = corner (seed, salt, i, j + 1);
  const float  d = corner (seed, salt, i + 1, j + 1);

  return (a + (b - a) * u) * (1.0f - v) + (c + (d - c) * u) * v;
}
