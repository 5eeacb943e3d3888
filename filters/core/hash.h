/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counter-based random numbers: a pure function of (seed, dot, salt), so that
 * a dot looks the same whoever draws it, in any order and on any thread.
 *
 * Mixer: the finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), applied once per word.
 */

#ifndef SMP_HASH_H
#define SMP_HASH_H

#include <stdint.h>

/* What a number is drawn for; append only, the values shape every dot. */
typedef enum
{
  SMP_SALT_TILE  = 1,   /* torus shift and symmetry of a seed */
  SMP_SALT_SHAPE = 2,   /* size, ellipse */
  SMP_SALT_TONE  = 3,   /* strength, depth */
  SMP_SALT_PLACE = 4,   /* position jitter */
  SMP_SALT_HUE   = 5,   /* a shade lighter or darker */
  SMP_SALT_MICRO = 6,   /* hairline: fine and wide irregularity */
  SMP_SALT_MACRO = 7,
  SMP_SALT_SCAB  = 8,   /* when a scab falls off */
  SMP_SALT_FLAKE = 9,   /* dry skin */
  SMP_SALT_LASER = 10   /* removal by laser, patchy */
} SmpSalt;

static inline uint64_t
smp_hash_mix (uint64_t z)
{
  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline uint64_t
smp_hash (uint32_t seed, uint64_t id, SmpSalt salt)
{
  const uint64_t key = ((uint64_t) salt << 32 | seed)
                       * UINT64_C (0x9e3779b97f4a7c15);

  return smp_hash_mix (smp_hash_mix (key) ^ id);
}

/* A shorter one for each of many pixels: the finaliser "lowbias32" of C.
 * Wellons' hash prospector (2018).
 */
static inline uint32_t
smp_hash_mix32 (uint32_t h)
{
  h = (h ^ h >> 16) * UINT32_C (0x7feb352d);
  h = (h ^ h >> 15) * UINT32_C (0x846ca68b);
  return h ^ h >> 16;
}

/* The n-th (0..3) 16-bit field of a hash as a number in 0..1, ends excluded. */
static inline float
smp_hash_unit (uint64_t hash, int n)
{
  return ((float) (hash >> (16 * n) & 0xffff) + 0.5f) * (1.0f / 65536.0f);
}

#endif
