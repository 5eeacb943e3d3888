/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks for tests with one main() each: a failed check prints where and what,
 * the program goes on and ends with smp_test_result ().
 */

#ifndef SMP_TEST_H
#define SMP_TEST_H

#include <stdint.h>
#include <stdio.h>

static int smp_test_failures;

#define CHECK(condition, ...)                                               \
  do                                                                        \
    if (!(condition))                                                       \
      {                                                                     \
        fprintf (stderr, "%s:%d: not so: %s: ", __FILE__, __LINE__,         \
                 #condition);                                               \
        fprintf (stderr, "" __VA_ARGS__);                                   \
        fprintf (stderr, "\n");                                             \
        smp_test_failures++;                                                \
      }                                                                     \
  while (0)

#define CHECK_NEAR(value, wanted, tolerance, ...)                           \
  do                                                                        \
    {                                                                       \
      const double value_ = (value), wanted_ = (wanted);                    \
      const double off_ = value_ - wanted_;                                 \
                                                                            \
      if (!((off_ < 0 ? -off_ : off_) <= (tolerance)))                      \
        {                                                                   \
          fprintf (stderr, "%s:%d: %s = %g, wanted %g +- %g: ", __FILE__,   \
                   __LINE__, #value, value_, wanted_, (double) (tolerance)); \
          fprintf (stderr, "" __VA_ARGS__);                                 \
          fprintf (stderr, "\n");                                           \
          smp_test_failures++;                                              \
        }                                                                   \
    }                                                                       \
  while (0)

static inline int
smp_test_result (void)
{
  return smp_test_failures ? 1 : 0;
}

/* Numbers that differ from test to test but not from run to run. */
static inline uint32_t
smp_test_random (uint32_t *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static inline double
smp_test_uniform (uint32_t *state, double low, double high)
{
  return low + (high - low) * smp_test_random (state) / 16777216.0;
}

/* FNV-1a, 64 bits: the name of a run of bytes. */
static inline uint64_t
smp_test_digest (const void *data, size_t size)
{
  const unsigned char *byte = data;
  uint64_t             h = UINT64_C (0xcbf29ce484222325);

  for (size_t i = 0; i < size; i++)
    h = (h ^ byte[i]) * UINT64_C (0x100000001b3);
  return h;
}

#endif
