/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* exp: x = n ln 2 + r with |r| <= ln 2 / 2, Taylor series of e^r to r^8, the
 * exponent n put into the bits of a double.  log: the exponent read from the
 * bits, then 2 atanh ((m - 1) / (m + 1)) as a series for sqrt(1/2) <= m <
 * sqrt(2).  sin, cos: quarter turns are counted off, the rest is |x| <= pi/4,
 * Taylor to x^9 and x^10.  Textbook range reductions (Muller, "Elementary
 * Functions").
 */

#include "scalar.h"

#include <stdint.h>
#include <string.h>

#define LN2 0.69314718055994530942

double
smp_exp (double x)
{
  const double c = smp_clamp (x, -80.0, 80.0);
  const int    n = smp_floor (c / LN2 + 0.5);
  const double r = c - n * LN2;
  double       series = 1.0;
  uint64_t     bits = (uint64_t) (1023 + n) << 52;
  double       power;

  for (int i = 8; i > 0; i--)
    series = 1.0 + series * r / i;

  memcpy (&power, &bits, sizeof power);
  return series * power;
}

double
smp_log (double x)
{
  double   m = smp_clamp (x, 1e-30, 1e30);
  uint64_t bits;
  int      exponent;

  memcpy (&bits, &m, sizeof bits);
  exponent = (int) (bits >> 52) - 1023;
  bits = (bits & UINT64_C (0x000fffffffffffff)) | UINT64_C (1023) << 52;
  memcpy (&m, &bits, sizeof m);
  if (m > 1.41421356237309505)
    {
      m *= 0.5;
      exponent++;
    }

  const double t = (m - 1.0) / (m + 1.0);
  const double t2 = t * t;
  double       series = 0.0;

  for (int i = 11; i > 0; i -= 2)
    series = 1.0 / i + series * t2;

  return exponent * LN2 + 2.0 * t * series;
}

void
smp_sincos (double turns, double *sine, double *cosine)
{
  const int    quarter = smp_floor (4.0 * turns + 0.5);
  const double x = (turns - 0.25 * quarter) * (2.0 * SMP_PI);
  const double x2 = x * x;
  const double s = x * (1.0 - x2 / 6.0 * (1.0 - x2 / 20.0
                   * (1.0 - x2 / 42.0 * (1.0 - x2 / 72.0))));
  const double c = 1.0 - x2 / 2.0 * (1.0 - x2 / 12.0 * (1.0 - x2 / 30.0
                   * (1.0 - x2 / 56.0 * (1.0 - x2 / 90.0))));

  switch (quarter & 3)
    {
    case 0:  *sine = s;  *cosine = c;  break;
    case 1:  *sine = c;  *cosine = -s; break;
    case 2:  *sine = -s; *cosine = -c; break;
    default: *sine = -c; *cosine = s;  break;
    }
}
