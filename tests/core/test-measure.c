/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Drawn photos, of known blur, noise and skin, are measured as what they are;
 * the order of the blocks is nothing, and neither are broken pixels.
 */

#include <math.h>
#include <string.h>

#include "measure.h"
#include "smp-test.h"

#define SIDE   256
#define PIXELS (SIDE * SIDE)
#define BLOCK  SMP_MEASURE_SIDE

static float photo[4 * PIXELS], block[4 * BLOCK * BLOCK];

static SmpMeasured
measure_photo (int backwards, SmpMeasure *measure)
{
  static SmpMeasure own;
  const int         n = SIDE / BLOCK;
  SmpMeasure       *m = measure ? measure : &own;
  SmpMeasured       result;

  smp_measure_begin (m);
  for (int i = 0; i < n * n; i++)
    {
      const int k = backwards ? n * n - 1 - i : i;

      for (int y = 0; y < BLOCK; y++)
        memcpy (block + 4 * y * BLOCK,
                photo + 4 * ((k / n * BLOCK + y) * SIDE + k % n * BLOCK),
                sizeof block / BLOCK);
      smp_measure_block (m, block, BLOCK, BLOCK);
    }
  smp_measure_end (m, &result);
  return result;
}

/* Part of an edge's light side, x px inside it. */
static double
side (double x, double sigma)
{
  return 0.5 * erfc (-x / (1.41421356 * sigma));
}

static double
normal (uint32_t *state)
{
  double sum = -6.0;

  for (int i = 0; i < 12; i++)
    sum += smp_test_uniform (state, 0, 1);
  return sum;
}

/* A head before a wall, with eyes, strands of 3 px, a shadow and noise. */
static void
draw_head (double blur_px, double noise, const float colour[3])
{
  /* the box of a pixel is all but a Gaussian */
  const double s = sqrt (blur_px * blur_px + 1.0 / 12.0);
  uint32_t     state = 7;

  for (int i = 0; i < PIXELS; i++)
    {
      const double x = i % SIDE, y = i / SIDE;
      const double head = side (105 - hypot (x - 126.3, y - 140.6), s);
      double       light = 1.0 - 0.3 * side (x - 150, sqrt (s * s + 100));

      for (int k = 0; k < 4; k++)
        light *= 1 - 0.9 * side (22 - hypot (x - 68.4 - 118.3 * (k & 1),
                                             y - 81.7 - 118.4 * (k / 2)), s);
      for (int k = 0; k < 5; k++)
        {
          const double d = 0.97 * (y - 95.2 - 22 * k) + 0.24 * (x - 128.0);

          if (x > 100 && x < 156)
            light *= 1 - 0.8 * (side (d + 1.5, s) - side (d - 1.5, s));
        }
      light = (head * light + (1 - head) * 0.2) * (1 + noise * normal (&state));
      for (int c = 0; c < 3; c++)
        photo[4 * i + c] = light * colour[c];
      photo[4 * i + 3] = hypot (x - 126, y - 140) < 95;
    }
}

static const float light_skin[3] = { 0.62f, 0.40f, 0.30f };

static void
test_sharpness (void)
{
  static const double blur_px[] = { 0, 0.5, 0.8, 1.2, 2, 3, 5 };
  static const double noise[] = { 0, 0.01, 0.04 };

  for (size_t i = 0; i < sizeof blur_px / sizeof *blur_px; i++)
    for (size_t j = 0; j < sizeof noise / sizeof *noise; j++)
      {
        SmpMeasured m;

        draw_head (blur_px[i], noise[j], light_skin);
        m = measure_photo (0, NULL);
        CHECK_NEAR (m.sharpness_px, blur_px[i],
                    blur_px[i] < 0.8 ? 0.25 : 0.2 * blur_px[i],
                    "noise %g", noise[j]);
        CHECK (m.detail > 0, "blur %g px", blur_px[i]);
      }
}

/* Blur is blur at any angle to the pixels. */
static void
test_angles (void)
{
  for (int degrees = 0; degrees <= 25; degrees += 5)
    {
      const double sine = sin (degrees * M_PI / 180);
      const double cosine = cos (degrees * M_PI / 180);
      SmpMeasured  m;

      for (int i = 0; i < PIXELS; i++)
        for (int c = 0; c < 4; c++)
          photo[4 * i + c] = 0.1 + 0.5 * side ((i % SIDE - 60) * cosine
                                               + (i / SIDE - 100) * sine,
                                               sqrt (0.36 + 1.0 / 12.0));
      m = measure_photo (0, NULL);
      CHECK_NEAR (m.sharpness_px, 0.6, 0.05, "%d degrees", degrees);
    }
}

/* Where light is cut off, so are edges. */
static void
test_clipped (void)
{
  static const float bright[3] = { 1.2f, 1.2f, 1.2f };

  draw_head (2, 0, bright);
  for (int i = 0; i < 4 * PIXELS; i++)
    photo[i] = fmin (photo[i], 1);
  CHECK_NEAR (measure_photo (0, NULL).sharpness_px, 2, 0.3);
}

static void
draw_flat (double noise, const float colour[3])
{
  uint32_t state = 3;

  for (int i = 0; i < PIXELS; i++)
    {
      const double light = (1.0 + 0.2 * sin (i % SIDE * 0.02))
                           * (1.0 + noise * normal (&state));

      for (int c = 0; c < 3; c++)
        photo[4 * i + c] = light * colour[c];
      photo[4 * i + 3] = 1.0f;
    }
}

static void
test_noise (void)
{
  static const double noise[] = { 0.002, 0.005, 0.01, 0.02, 0.04, 0.08 };

  for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
    {
      SmpMeasured m;

      draw_flat (noise[i], light_skin);
      m = measure_photo (0, NULL);
      CHECK_NEAR (m.noise_rms, noise[i], 0.1 * noise[i]);
      CHECK (m.detail == 0, "noise is no edge");
      CHECK_NEAR (m.sharpness_px, 0.7, 1e-6, "a guess");
      draw_head (1.2, noise[i], light_skin);
      m = measure_photo (0, NULL);
      CHECK_NEAR (m.noise_rms, noise[i], 0.3 * noise[i] + 0.001, "a head");
    }
}

/* Noise smoothed to lumps is noise; noise as strong as edges is none of them;
 * what is clipped has no noise to tell of.
 */
static void
test_odd_noise (void)
{
  SmpMeasured m;

  draw_flat (0.03, light_skin);
  for (int axis = 4; axis <= 4 * SIDE; axis *= SIDE)
    for (int i = 0; i < 4 * PIXELS - axis; i++)
      photo[i] = 0.5f * (photo[i] + photo[i + axis]);
  CHECK_NEAR (measure_photo (0, NULL).noise_rms, 0.015, 0.3 * 0.015, "lumps");

  draw_flat (0.2, light_skin);
  m = measure_photo (0, NULL);
  CHECK_NEAR (m.noise_rms, 0.2, 0.03, "strong");
  CHECK (m.detail == 0, "%d px of strong noise", m.detail);

  draw_flat (0.02, light_skin);
  for (int i = 0; i < 2 * PIXELS; i++)
    photo[i] = 1.0f;
  CHECK_NEAR (measure_photo (0, NULL).noise_rms, 0.02, 0.003, "half clipped");
}

/* What the filter makes of grain, where half the light is lost. */
static double
grain_rms (double grain, double sigma)
{
  static float field[PIXELS], row[PIXELS];
  const int    radius = (int) (4 * sigma) + 1;
  uint32_t     state = 5;
  double       sum = 0.0, squares = 0.0, weights = 0.0;

  for (int i = 0; i < PIXELS; i++)
    {
      field[i] = 0.5 * (1 + grain * smp_test_uniform (&state, -1, 1));
      row[i] = 0.0f;
    }
  for (int k = -radius; k <= radius; k++)
    weights += exp (-0.5 * k * k / (sigma * sigma));
  for (int i = 0; i < PIXELS; i++)
    for (int k = -radius; k <= radius; k++)
      row[i] += field[(i + k + PIXELS) % PIXELS] / weights
                * exp (-0.5 * k * k / (sigma * sigma));
  for (int i = 0; i < PIXELS; i++)
    {
      double left = 1.0;

      for (int k = -radius; k <= radius; k++)
        left -= row[(i + k * SIDE + PIXELS) % PIXELS] / weights
                * exp (-0.5 * k * k / (sigma * sigma));
      sum += left;
      squares += left * left;
    }
  return sqrt (squares * PIXELS - sum * sum) / sum;
}

static void
test_grain (void)
{
  static const struct { double blur_px, noise; } row[] = {
    { 0.5, 0.04 }, { 0.8, 0.02 }, { 1.2, 0.04 }
  };

  for (size_t i = 0; i < sizeof row / sizeof *row; i++)
    {
      SmpMeasured m;

      draw_head (row[i].blur_px, row[i].noise, light_skin);
      m = measure_photo (0, NULL);
      CHECK_NEAR (grain_rms (m.grain, m.sharpness_px), m.noise_rms,
                  0.05 * m.noise_rms, "blur %g px", row[i].blur_px);
    }
  draw_head (5, 0.08, light_skin);
  CHECK (measure_photo (0, NULL).grain == 1.0f, "no more than all");
}

/* Skin with shares of dense hair, of strands, of shine and of clipped
 * pixels, in patches.
 */
static void
draw_mix (const float skin[3], double hair, double strands, double shine,
          double clipped)
{
  uint32_t state = 11;

  draw_flat (0.02, skin);
  for (int y = 0; y < SIDE; y += 8)
    for (int x = 0; x < SIDE; x += 8)
      {
        const double kind = smp_test_uniform (&state, 0, 1);

        for (int i = 0; i < 64 && kind < hair + strands + shine + clipped;
             i++)
          for (int c = 0; c < 3; c++)
            {
              float *p = photo + 4 * ((y + i / 8) * SIDE + x + i % 8) + c;

              *p = kind < hair ? 0.1f * *p
                   : kind < hair + strands ? (i & 2 ? 0.3f : 1.0f) * *p
                   : kind < hair + strands + shine ? *p + 0.25f : 1.0f;
            }
      }
}

static void
test_skin (void)
{
  static const struct {
    float  skin[3];
    double hair, strands, shine, clipped;
  } row[] = {
    { { 0.62f, 0.40f, 0.30f }, 0.0,  0.0, 0.0,  0.0 },
    { { 0.62f, 0.40f, 0.30f }, 0.3,  0.0, 0.0,  0.0 },
    { { 0.62f, 0.40f, 0.30f }, 0.0,  0.7, 0.0,  0.0 },
    { { 0.62f, 0.40f, 0.30f }, 0.0,  0.0, 0.3,  0.1 },
    { { 0.62f, 0.40f, 0.30f }, 0.2,  0.1, 0.2,  0.05 },
    { { 0.45f, 0.25f, 0.17f }, 0.2,  0.1, 0.2,  0.05 },
    { { 0.15f, 0.08f, 0.05f }, 0.2,  0.1, 0.2,  0.05 },
    { { 0.40f, 0.40f, 0.40f }, 0.2,  0.1, 0.0,  0.3 },
    { { 0.40f, 0.40f, 0.40f }, 0.1,  0.0, 0.15, 0.0 }
  };

  for (size_t i = 0; i < sizeof row / sizeof *row; i++)
    {
      const float *skin = row[i].skin;
      SmpMeasured  m;

      draw_mix (skin, row[i].hair, row[i].strands, row[i].shine,
                row[i].clipped);
      m = measure_photo (0, NULL);
      for (int c = 0; c < 3; c++)
        {
          CHECK_NEAR (m.skin[c], skin[c], 0.14 * skin[c], "mix %d", (int) i);
          CHECK_NEAR (m.skin[c] / m.skin[0], skin[c] / skin[0], 0.02,
                      "hue of mix %d", (int) i);
        }
      if (skin[0] == skin[2])
        CHECK (m.skin[0] == m.skin[1] && m.skin[1] == m.skin[2], "grey");
    }
}

static void
test_order (void)
{
  static SmpMeasure there, back;

  draw_head (0.8, 0.02, light_skin);
  measure_photo (0, &there);
  measure_photo (1, &back);
  CHECK (memcmp (&there, &back, sizeof there) == 0);
  CHECK (sizeof there <= 256 * 1024, "%d bytes", (int) sizeof there);
}

static void
test_odd (void)
{
  static const float odd[] = { NAN, INFINITY, -INFINITY, -0.5f, 1e30f };
  static SmpMeasure  measure;
  SmpMeasured        whole, m;
  uint32_t           state = 9;

  draw_head (1.2, 0.01, light_skin);
  whole = measure_photo (0, NULL);
  for (int i = 0; i < PIXELS / 200; i++)
    photo[4 * (smp_test_random (&state) % PIXELS)
          + smp_test_random (&state) % 4] = odd[i % 5];
  m = measure_photo (0, NULL);
  CHECK_NEAR (m.sharpness_px, whole.sharpness_px, 0.15);
  CHECK_NEAR (m.noise_rms, whole.noise_rms, 0.002);
  CHECK_NEAR (m.skin[1], whole.skin[1], 0.01);

  for (int i = 0; i < PIXELS; i++)
    photo[4 * i + 3] = 0.5f;
  m = measure_photo (0, NULL);
  CHECK_NEAR (m.sharpness_px, whole.sharpness_px, 0.15, "nothing treated");
  CHECK (m.noise_rms == 0 && m.grain == 0 && m.skin[0] == 0
         && m.skin[1] == 0 && m.skin[2] == 0);

  for (int i = 0; i < PIXELS; i++)
    for (int c = 0; c < 4; c++)
      photo[4 * i + c] = odd[(i + c) % 5];
  m = measure_photo (0, NULL);
  CHECK (m.detail == 0 && m.grain == 0 && m.skin[0] == 0);

  smp_measure_begin (&measure);
  draw_flat (0.01, light_skin);
  for (int height = 0; height < 40; height++)
    for (int width = 0; width < 40; width++)
      smp_measure_block (&measure, photo, width, height);
  smp_measure_end (&measure, &m);
  CHECK (m.noise_rms > 0 && m.skin[0] > 0.5, "small blocks: %g %g",
         m.noise_rms, m.skin[0]);
}

int
main (void)
{
  test_sharpness ();
  test_angles ();
  test_clipped ();
  test_noise ();
  test_odd_noise ();
  test_grain ();
  test_skin ();
  test_order ();
  test_odd ();
  return smp_test_result ();
}
