/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Footprints: exact area at every size and place, centroid, and the same
 * weights under any clip.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "footprint.h"
#include "smp-test.h"

#define SIZE 200

static float image[3][SIZE * SIZE];

static SmpPlanes
planes_at (int x, int y, int width, int height)
{
  SmpPlanes p = { { image[0], image[1], image[2] }, x, y, width, height,
                  width };

  for (int c = 0; c < 3; c++)
    for (int i = 0; i < width * height; i++)
      image[c][i] = 1.0f;
  return p;
}

static void
test_area_and_centroid (void)
{
  static const double diameter[] = { 0.05, 0.3, 0.7, 1, 1.5, 2, 3, 5, 8, 20,
                                     45, 90 };
  const float         alpha[3] = { 1.0f, 0.5f, 0.25f };
  uint32_t            state = 11;

  for (size_t k = 0; k < sizeof diameter / sizeof diameter[0]; k++)
    for (int n = 0; n < 40; n++)
      {
        const double r = 0.5 * diameter[k];
        const double turn = smp_test_uniform (&state, 0, 2 * M_PI);
        const double squash = smp_test_uniform (&state, 0.3, 1.0);
        const double m[4] = { r * cos (turn), -r * squash * sin (turn),
                              r * sin (turn), r * squash * cos (turn) };
        const double x = 100 + smp_test_uniform (&state, 0, 1);
        const double y = 100 + smp_test_uniform (&state, 0, 1);
        SmpPlanes    p = planes_at (0, 0, SIZE, SIZE);
        SmpEllipse   e = smp_ellipse_from_matrix (x, y, m, 0.4f);
        double       sum[3] = { 0 }, cx = 0, cy = 0;

        CHECK_NEAR (e.major, r, 1e-5 * r);
        CHECK_NEAR (e.minor, r * squash, 1e-5 * r);
        CHECK (smp_footprint_draw (&e, alpha, &p) == 1);
        for (int j = 0; j < SIZE; j++)
          for (int i = 0; i < SIZE; i++)
            for (int c = 0; c < 3; c++)
              {
                const double w = 1.0 - image[c][j * SIZE + i];

                sum[c] += w;
                cx += c == 0 ? w * (i + 0.5) : 0.0;
                cy += c == 0 ? w * (j + 0.5) : 0.0;
              }

        const double area = M_PI * r * r * squash;

        /* rounding of 1 - w near 1, then the rim of large dots */
        for (int c = 0; c < 3; c++)
          CHECK_NEAR (sum[c], alpha[c] * area, 0.003 * area + 2e-6,
                      "diameter %g channel %d", diameter[k], c);
        if (diameter[k] >= 0.7)
          {
            const double off = diameter[k] < 2.0 ? 0.25 : 0.1;

            CHECK_NEAR (cx / sum[0], x, off, "diameter %g", diameter[k]);
            CHECK_NEAR (cy / sum[0], y, off, "diameter %g", diameter[k]);
          }
      }
}

/* What a clipped plane shows is a piece of what the whole one shows. */
static void
test_clip (void)
{
  static float whole[SIZE * SIZE];
  const float  alpha[3] = { 0.7f, 0.6f, 0.5f };
  uint32_t     state = 5;

  for (int n = 0; n < 300; n++)
    {
      const double r = smp_test_uniform (&state, 0.1, n % 10 ? 6.0 : 60.0);
      const double m[4] = { r, 0.2 * r, -0.3 * r, 0.8 * r };
      const double x = smp_test_uniform (&state, 10, 190);
      const double y = smp_test_uniform (&state, 10, 190);
      const int    px = (int) smp_test_uniform (&state, 0, 150);
      const int    py = (int) smp_test_uniform (&state, 0, 150);
      SmpEllipse   e = smp_ellipse_from_matrix (x, y, m, 0.5f);
      SmpPlanes    p = planes_at (0, 0, SIZE, SIZE);

      smp_footprint_draw (&e, alpha, &p);
      memcpy (whole, image[1], sizeof whole);
      p = planes_at (px, py, 37, 41);
      smp_footprint_draw (&e, alpha, &p);
      for (int j = 0; j < 41; j++)
        CHECK (memcmp (image[1] + j * 37, whole + (py + j) * SIZE + px,
                       37 * sizeof (float)) == 0, "radius %g row %d", r, j);
    }
}

/* Shape against a disc sampled 32 x 32 times in every pixel. */
static void
test_accuracy (void)
{
  static const struct { double diameter, rms; } row[] = {
    { 1, 0.09 }, { 2, 0.05 }, { 4, 0.04 }, { 8, 0.04 }
  };
  const float alpha[3] = { 1, 1, 1 };

  for (size_t k = 0; k < sizeof row / sizeof row[0]; k++)
    {
      const double r = 0.5 * row[k].diameter, x = 20.3, y = 20.6;
      const double m[4] = { r, 0, 0, r };
      SmpEllipse   e = smp_ellipse_from_matrix (x, y, m, 0.0f);
      SmpPlanes    p = planes_at (0, 0, 40, 40);
      double       error = 0, power = 0;

      smp_footprint_draw (&e, alpha, &p);
      for (int j = 0; j < 40; j++)
        for (int i = 0; i < 40; i++)
          {
            double cover = 0;

            for (int s = 0; s < 32 * 32; s++)
              cover += hypot (i + (s % 32 + 0.5) / 32 - x,
                              j + (s / 32 + 0.5) / 32 - y) < r;
            cover /= 32 * 32;
            error += pow (1.0 - image[0][j * 40 + i] - cover, 2);
            power += cover * cover;
          }
      CHECK_NEAR (sqrt (error / power), 0.0, row[k].rms, "diameter %g",
                  row[k].diameter);
    }
}

int
main (void)
{
  test_area_and_centroid ();
  test_clip ();
  test_accuracy ();
  return smp_test_result ();
}
