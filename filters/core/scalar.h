/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few functions of <math.h> that pixels need, made of + - * / alone:
 * glibc picks its versions of exp, sin and cos by the CPU it runs on, so their
 * last bits differ between machines, and these do not.
 *
 * smp_exp:    relative error < 2e-8 for |x| < 80; outside it is clamped.
 * smp_log:    absolute error < 1e-8 for 1e-30 < x < 1e30; smaller are clamped.
 * smp_sincos: absolute error < 1e-7 for |turns| < 1e6; one turn is 2 pi.
 */

#ifndef SMP_SCALAR_H
#define SMP_SCALAR_H

#define SMP_PI 3.14159265358979323846

double smp_exp    (double  x);
double smp_log    (double  x);
void   smp_sincos (double  turns,
                   double *sine,
                   double *cosine);

/* Largest integer <= x; beyond +-(2^31 - 1) that, for NaN the lower one. */
static inline int
smp_floor (double x)
{
  if (!(x > -2147483647.0))
    return -2147483647;
  if (x >= 2147483647.0)
    return 2147483647;

  const int i = (int) x;

  return i - (x < (double) i);
}

static inline int
smp_ceil (double x)
{
  return -smp_floor (-x);
}

/* NaN gives low. */
static inline double
smp_clamp (double x, double low, double high)
{
  return !(x > low) ? low : x > high ? high : x;
}

#endif
