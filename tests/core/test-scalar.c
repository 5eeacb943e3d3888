/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* exp, log and sincos against libm; floor at its edges. */

#include <math.h>

#include "scalar.h"
#include "smp-test.h"

int
main (void)
{
  uint32_t state = 1;

  for (int i = 0; i < 100000; i++)
    {
      const double x = smp_test_uniform (&state, -80.0, 80.0);
      const double turns = smp_test_uniform (&state, -1000.0, 1000.0);
      double       s, c;

      CHECK_NEAR (smp_exp (x) / exp (x), 1.0, 2e-8, "x = %g", x);
      CHECK_NEAR (smp_log (exp (x / 2)), x / 2, 1e-8, "x = %g", x);
      smp_sincos (turns, &s, &c);
      CHECK_NEAR (s, sin (2.0 * SMP_PI * turns), 1e-7, "turns %g", turns);
      CHECK_NEAR (c, cos (2.0 * SMP_PI * turns), 1e-7, "turns %g", turns);
    }

  CHECK (smp_exp (0.0) == 1.0);
  CHECK (smp_exp (-1e300) > 0.0 && smp_exp (1e300) < 1e300);
  CHECK (smp_exp (NAN) == smp_exp (-80.0));
  CHECK (smp_log (0.0) < -69.0 && smp_log (NAN) < -69.0);

  static const struct { double x; int floor, ceil; } rounding[] = {
    { 0.0, 0, 0 }, { 1.0, 1, 1 }, { -1.0, -1, -1 }, { 0.5, 0, 1 },
    { -0.5, -1, 0 }, { -1e-9, -1, 0 }, { 1e12, 2147483647, 2147483647 }
  };

  for (size_t i = 0; i < sizeof rounding / sizeof rounding[0]; i++)
    {
      CHECK (smp_floor (rounding[i].x) == rounding[i].floor, "%g",
             rounding[i].x);
      CHECK (smp_ceil (rounding[i].x) == rounding[i].ceil, "%g",
             rounding[i].x);
    }
  CHECK (smp_floor (NAN) == -2147483647);
  return smp_test_result ();
}
