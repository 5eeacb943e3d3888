/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The camera spreads light as far as it is told and loses none of it; grain
 * changes no mean, nothing where there is no pigment, and moves with the skin.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "camera.h"
#include "smp-test.h"

#define SIDE 120
#define N    (SIDE * SIDE)

static float data[3 * N], scratch[N];

static SmpPlanes
planes (int x, int y)
{
  for (int i = 0; i < 3 * N; i++)
    data[i] = 1.0f;
  return (SmpPlanes) { { data, data + N, data + 2 * N }, x, y, SIDE, SIDE,
                       SIDE };
}

static void
test_blur (void)
{
  static const double sigma[] = { 0.0, 0.4, 0.8, 1.5, 3.0, 6.0, 50.0 };

  for (size_t s = 0; s < sizeof sigma / sizeof sigma[0]; s++)
    {
      const double asked = sigma[s] < SMP_SHARPNESS_MAX ? sigma[s]
                                                        : SMP_SHARPNESS_MAX;
      SmpPlanes    image = planes (-7, 3);
      SmpCamera    camera;
      double       sum = 0, moment = 0;

      smp_camera_init (&camera, sigma[s], 0.0, 0, 0);
      CHECK (smp_camera_reach (&camera) <= SMP_KERNEL_MAX);
      for (int c = 0; c < 3; c++)
        image.data[c][60 * SIDE + 60] = 0.4f;
      smp_camera_expose (&camera, &image, scratch);
      for (int y = 20; y < 100; y++)
        for (int x = 20; x < 100; x++)
          {
            const double lost = 1.0 - image.data[1][y * SIDE + x];

            sum += lost;
            moment += lost * (x - 60) * (x - 60);
          }
      CHECK_NEAR (sum, 0.6, 1e-4, "light, sigma %g", sigma[s]);
      CHECK_NEAR (sqrt (moment / sum), asked, 0.03 * asked + 1e-9, "sigma %g",
                  sigma[s]);
      CHECK (image.data[0][30 * SIDE + 30] == 1.0f, "bare skin stays");
    }
}

static void
test_grain (void)
{
  SmpPlanes image = planes (0, 0);
  SmpCamera camera;
  double    sum = 0, squares = 0;

  smp_camera_init (&camera, 0.0, 0.5, 0, 0);
  for (int c = 0; c < 3; c++)
    for (int i = 0; i < N; i++)
      image.data[c][i] = i < N / 2 ? 0.8f : 1.0f;
  smp_camera_expose (&camera, &image, scratch);
  for (int i = 0; i < N / 2; i++)
    {
      const double lost = 1.0 - image.data[0][i];

      sum += lost;
      squares += lost * lost;
    }
  sum /= N / 2;
  CHECK_NEAR (sum, 0.2, 0.002, "mean");
  CHECK_NEAR (sqrt (squares / (N / 2) - sum * sum), 0.2 * 0.5 / sqrt (3.0),
              0.002, "rms");
  for (int i = N / 2; i < N; i++)
    if (image.data[0][i] != 1.0f)
      {
        CHECK (0, "grain on bare skin");
        break;
      }
}

/* The same skin in a photo cropped by (9, 4). */
static void
test_crop (void)
{
  float     *whole = malloc (N * sizeof (float));
  SmpPlanes  image = planes (0, 0);
  SmpCamera  camera;

  for (int i = 0; i < 3 * N; i++)
    data[i] = 0.7f;
  smp_camera_init (&camera, 0.0, 0.8, 50, 60);
  smp_camera_expose (&camera, &image, scratch);
  memcpy (whole, data, N * sizeof (float));

  image = planes (0, 0);
  for (int i = 0; i < 3 * N; i++)
    data[i] = 0.7f;
  smp_camera_init (&camera, 0.0, 0.8, 50 - 9, 60 - 4);
  smp_camera_expose (&camera, &image, scratch);
  for (int y = 0; y < SIDE - 4; y++)
    CHECK (memcmp (data + y * SIDE, whole + (y + 4) * SIDE + 9,
                   (SIDE - 9) * sizeof (float)) == 0, "row %d", y);
  free (whole);
}

int
main (void)
{
  test_blur ();
  test_grain ();
  test_crop ();
  return smp_test_result ();
}
