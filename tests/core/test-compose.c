/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The three outputs: what they promise of colour and alpha, and no NaN. */

#include <math.h>
#include <string.h>

#include "compose.h"
#include "smp-test.h"

#define N 4096

static float r[N], g[N], b[N], photo[4 * N], out[4 * N];

static const float *const light[3] = { r, g, b };

static void
make_scene (void)
{
  uint32_t state = 1;

  for (int i = 0; i < N; i++)
    {
      r[i] = i % 4 ? smp_test_uniform (&state, 0, 1) : 1.0f;
      g[i] = i % 4 ? smp_test_uniform (&state, 0, 1) : 1.0f;
      b[i] = i % 4 ? smp_test_uniform (&state, 0, 1) : 1.0f;
      for (int c = 0; c < 4; c++)
        photo[4 * i + c] = smp_test_uniform (&state, -0.1, 1.5);
    }
  r[1] = g[1] = b[1] = 0.0f;
}

static void
test_photo (void)
{
  memcpy (out, photo, sizeof out);
  smp_compose_row (SMP_RESULT_PHOTO, light, N, out);
  for (int i = 0; i < N; i++)
    {
      for (int c = 0; c < 3; c++)
        CHECK_NEAR (out[4 * i + c], photo[4 * i + c] * light[c][i], 1e-6);
      CHECK (out[4 * i + 3] == photo[4 * i + 3], "alpha as it was");
    }
}

/* Layer under Normal, and multiply under Multiply, are the treated photo. */
static void
test_layers (void)
{
  static float multiply[4 * N];

  memcpy (out, photo, sizeof out);
  memcpy (multiply, photo, sizeof out);
  smp_compose_row (SMP_RESULT_LAYER, light, N, out);
  smp_compose_row (SMP_RESULT_MULTIPLY, light, N, multiply);
  for (int i = 0; i < N; i++)
    {
      const float alpha = out[4 * i + 3];

      CHECK (alpha >= 0.0f && alpha <= 1.0f && multiply[4 * i + 3] == alpha);
      for (int c = 0; c < 3; c++)
        {
          const float p = photo[4 * i + c];
          const float m = multiply[4 * i + c];

          CHECK_NEAR (out[4 * i + c] * alpha + p * (1 - alpha),
                      p * light[c][i], 2e-6);
          CHECK_NEAR (p * m * alpha + p * (1 - alpha), p * light[c][i], 2e-6);
          CHECK (m >= 0.0f && m <= 1.0f);
          if (i % 4 == 0)
            CHECK (alpha == 0.0f && out[4 * i + c] == p && m == 1.0f,
                   "nothing changed here");
        }
    }
}

static void
test_odd (void)
{
  static const SmpResult all[] = { SMP_RESULT_PHOTO, SMP_RESULT_LAYER,
                                   SMP_RESULT_MULTIPLY };

  for (int k = 0; k < 3; k++)
    {
      float pixel[8] = { NAN, -INFINITY, 0.5f, 1.0f, NAN, 0.25f, 0.5f, NAN };
      float kept[4] = { 0.25f, 0.5f, 0.75f, 0.5f };

      smp_compose_row (all[k], light, 1, memcpy (out, pixel, 16));
      CHECK (all[k] == SMP_RESULT_MULTIPLY || isnan (out[0]),
             "an untouched pixel is the photo's");
      CHECK (!isnan (out[1]) && out[2] == (k == 2 ? 1.0f : 0.5f));
      memcpy (out, pixel, 16);
      r[0] = g[0] = b[0] = 0.5f;
      smp_compose_row (all[k], light, 1, out);
      CHECK (!isnan (out[0]) && !isnan (out[2]), "mode %d", k);
      r[0] = g[0] = b[0] = 1.0f;

      memcpy (out, kept, 16);
      smp_compose_row (all[k], NULL, 1, out);
      CHECK (out[3] == (k == 0 ? 0.5f : 0.0f), "mode %d without dots", k);
      CHECK (out[0] == (k == 2 ? 1.0f : 0.25f), "mode %d without dots", k);
    }
}

int
main (void)
{
  make_scene ();
  test_photo ();
  test_layers ();
  test_odd ();
  return smp_test_result ();
}
