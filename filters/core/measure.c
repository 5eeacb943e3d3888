/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sharpness: things may be soft, optics are never softer than the picture, so
 * a low quantile of all edges (edges.c) is the camera's.
 *
 * Noise: each cell of 16 x 16 treated pixels has a noise by the difference of
 * two Laplacians (Immerkaer 1996), relative to its mean.  Hair, pores and folds
 * add to it, so the lower quartile of the cells is the camera's.  Sensors'
 * filters, smoothing and JPEG take the finest part away and leave lumps; means
 * of 2 x 2 pixels, which halve white noise, still show those.  But they show
 * more of the skin, too: hence only their lowest tenth, and 1.5 times for 2.
 *
 * Grain g makes the light lost in a pixel l (1 + g n), n uniform in -1..1 with
 * the rms 1 / sqrt (3).  The blur of sharpness s follows, which leaves of white
 * noise a (s) = sum w_i^2 / (sum w_i)^2 with w_i = exp (-i^2 / 2 s^2), that is
 * 1 / (2 sqrt (pi) s) for s > .5.  So the light that is left has the relative
 * rms g a l / (1 - l) / sqrt (3).  In the flank of a dot, where half the light
 * is lost, it is the photo's own when g = sqrt (3) noise / a (s).
 *
 * Skin: cells of 4 x 4 treated pixels without structure, in a histogram of
 * lightness and saturation.  Hair is less than half as light as two thirds of
 * the cells are at most, shine is less saturated than usual.  Of the rest, the
 * lit part is averaged, neither the darkest third nor the very brightest.
 */

#include "measure.h"

#include <string.h>

#include "scalar.h"

#define EDGE_SHARE      0.12f
#define EDGES_MIN       60          /* px */
#define SHARPNESS_GUESS 0.7f
#define SHARPNESS_MAX   8.0f

#define NOISE_CELL      16
#define NOISE_MIN       2e-4        /* lowest bin of the histogram */
#define NOISE_STEPS     24.0        /* bins per factor of e */
#define FINE_SHARE      0.25
#define FINE_UNBIASED   1.06        /* for the quartile of such cells */
#define COARSE_SHARE    0.1
#define COARSE_PART     1.75        /* 1.5 for the lowest tenth */

#define SKIN_CELL       4
#define LIGHT_STEPS     4.0         /* bins per factor of 2 */
#define DARK            0.002f
#define CLIPPED         0.98f
#define STRUCTURE_MAX   0.25f       /* of the mean, among 2 x 2 quarters */
#define HAIR_LIGHT      0.5
#define SHINE           0.85        /* of the usual saturation */

void
smp_measure_begin (SmpMeasure *measure)
{
  memset (measure, 0, sizeof *measure);
}

static inline float
luminance (const float *p)
{
  const float y = 0.2126f * p[0] + 0.7152f * p[1] + 0.0722f * p[2];

  return p[0] >= 0.0f && p[1] >= 0.0f && p[2] >= 0.0f && y < 1e6f
         ? y : SMP_EDGES_INVALID;
}

static int
all_treated (const float *rgba, int width, int size)
{
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      if (!(rgba[4 * (y * width + x) + 3] > 0.5f))
        return 0;
  return 1;
}

static void
count_noise (uint32_t *count, const float *luma, int stride, int size)
{
  float low, mean, noise;

  noise = smp_edges_noise (luma, stride, size, &low, &mean);
  if (low < 0.0f || mean < DARK || mean > CLIPPED)
    return;
  count[(int) smp_clamp (NOISE_STEPS * smp_log (noise / mean / NOISE_MIN), 0,
                         SMP_MEASURE_NOISE_BINS - 1)]++;
}

static void
add_noise (SmpMeasure *measure, const float *rgba, const float *luma,
           int width, int height)
{
  const int half = NOISE_CELL / 2;
  float     means[NOISE_CELL * NOISE_CELL / 4];

  for (int y = 0; y + NOISE_CELL <= height; y += NOISE_CELL)
    for (int x = 0; x + NOISE_CELL <= width; x += NOISE_CELL)
      {
        const float *cell = luma + y * width + x;

        if (!all_treated (rgba + 4 * (y * width + x), width, NOISE_CELL))
          continue;
        for (int i = 0; i < half * half; i++)
          {
            const float *p = cell + i / half * 2 * width + i % half * 2;

            means[i] = 0.25f * (p[0] + p[1] + p[width] + p[width + 1]);
          }
        count_noise (measure->noise[0], cell, width, NOISE_CELL);
        count_noise (measure->noise[1], means, half, half);
      }
}

static double
saturation (const double colour[3])
{
  double least = colour[0], sum = 0.0;

  for (int c = 0; c < 3; c++)
    {
      least = colour[c] < least ? colour[c] : least;
      sum += colour[c];
    }
  return 1.0 - 3.0 * least / sum;
}

/* Mean colour of a cell; 0 if it is not plain skin-like matter. */
static int
plain_cell (const float *rgba, const float *luma, int width, double colour[3])
{
  float quarter[4] = { 0 }, most = 0.0f, least = 1e6f, mean = 0.0f;

  colour[0] = colour[1] = colour[2] = 0.0;
  for (int y = 0; y < SKIN_CELL; y++)
    for (int x = 0; x < SKIN_CELL; x++)
      {
        const float *p = rgba + 4 * (y * width + x);
        const float  light = luma[y * width + x];

        if (!(p[3] > 0.5f && light >= DARK && p[0] < CLIPPED
              && p[1] < CLIPPED && p[2] < CLIPPED))
          return 0;
        quarter[2 * (y / 2) + x / 2] += light;
        for (int c = 0; c < 3; c++)
          colour[c] += p[c] * (1.0 / (SKIN_CELL * SKIN_CELL));
      }
  for (int i = 0; i < 4; i++)
    {
      most = quarter[i] > most ? quarter[i] : most;
      least = quarter[i] < least ? quarter[i] : least;
      mean += 0.25f * quarter[i];
    }
  return most - least < STRUCTURE_MAX * mean;
}

static void
add_skin (SmpMeasure *measure, const float *rgba, const float *luma,
          int width, int height)
{
  for (int y = 0; y + SKIN_CELL <= height; y += SKIN_CELL)
    for (int x = 0; x + SKIN_CELL <= width; x += SKIN_CELL)
      {
        double      colour[3], light, octaves;
        SmpSkinBin *bin;

        if (!plain_cell (rgba + 4 * (y * width + x), luma + y * width + x,
                         width, colour))
          continue;
        light = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
        octaves = 1.44269504 * smp_log (light / DARK);
        bin = &measure->skin[(int) smp_clamp (LIGHT_STEPS * octaves, 0,
                                              SMP_MEASURE_LIGHTS - 1)]
                            [(int) smp_clamp (SMP_MEASURE_HUES
                                              * saturation (colour), 0,
                                              SMP_MEASURE_HUES - 1)];
        bin->n++;
        for (int c = 0; c < 3; c++)
          bin->sum[c] += (uint64_t) (65536.0 * colour[c] + 0.5);
      }
}

void
smp_measure_block (SmpMeasure *measure, const float *rgba,
                   int width, int height)
{
  float luma[SMP_EDGES_PIXELS], scratch[SMP_EDGES_PIXELS];

  for (int i = 0; i < width * height; i++)
    luma[i] = luminance (rgba + 4 * i);
  add_noise (measure, rgba, luma, width, height);
  add_skin (measure, rgba, luma, width, height);
  smp_edges_add (&measure->edges, luma, width, height, scratch);
}

/* Bin of a histogram, with a fraction, below which a share of it lies. */
static double
quantile (const double *count, int n, double share)
{
  double sum = 0.0, below = 0.0;

  for (int i = 0; i < n; i++)
    sum += count[i];
  for (int i = 0; i < n; i++)
    {
      if (count[i] > 0.0 && below + count[i] >= share * sum)
        return i + (share * sum - below) / count[i];
      below += count[i];
    }
  return 0.0;
}

static double
noise_of_share (const uint32_t *noise, double share)
{
  double count[SMP_MEASURE_NOISE_BINS], sum = 0.0;

  for (int i = 0; i < SMP_MEASURE_NOISE_BINS; i++)
    sum += count[i] = noise[i];
  return sum == 0.0 ? 0.0
         : NOISE_MIN * smp_exp (quantile (count, SMP_MEASURE_NOISE_BINS, share)
                                / NOISE_STEPS);
}

static double
noise_rms (const SmpMeasure *measure)
{
  const double fine = FINE_UNBIASED * noise_of_share (measure->noise[0],
                                                      FINE_SHARE);
  const double coarse = COARSE_PART * noise_of_share (measure->noise[1],
                                                      COARSE_SHARE);

  return fine > coarse ? fine : coarse;
}

/* rms that a blur of sigma s leaves of white noise's */
static double
noise_left (double s)
{
  double sum = 1.0, squares = 1.0;

  for (int i = 1; i < 5.0 * s; i++)
    {
      const double w = smp_exp (-0.5 * i * i / (s * s));

      sum += 2.0 * w;
      squares += 2.0 * w * w;
    }
  return squares / (sum * sum);
}

/* Cells by lightness, from bin `from` on, of saturation bins low..high - 1. */
static double
count_lights (const SmpMeasure *measure, int from, double low, double high,
              double *count)
{
  double sum = 0.0;

  for (int i = 0; i < SMP_MEASURE_LIGHTS; i++)
    {
      count[i] = 0.0;
      for (int j = 0; j < SMP_MEASURE_HUES && i >= from; j++)
        if (j + 1 > low && j < high)
          count[i] += measure->skin[i][j].n;
      sum += count[i];
    }
  return sum;
}

static double
usual_saturation (const SmpMeasure *measure, int from, int to)
{
  double count[SMP_MEASURE_HUES];

  for (int j = 0; j < SMP_MEASURE_HUES; j++)
    {
      count[j] = 0.0;
      for (int i = from; i <= to; i++)
        count[j] += measure->skin[i][j].n;
    }
  return quantile (count, SMP_MEASURE_HUES, 0.5);
}

static void
matt_skin (const SmpMeasure *measure, float skin[3])
{
  double light[SMP_MEASURE_LIGHTS], sum[3] = { 0 }, n = 0.0;
  double upper, usual, shine, low, high;
  int    from;

  skin[0] = skin[1] = skin[2] = 0.0f;
  if (count_lights (measure, 0, 0.0, SMP_MEASURE_HUES, light) == 0.0)
    return;
  upper = quantile (light, SMP_MEASURE_LIGHTS, 0.67);
  from = smp_clamp (upper + LIGHT_STEPS * 1.4427 * smp_log (HAIR_LIGHT), 0,
                    SMP_MEASURE_LIGHTS - 1);
  usual = usual_saturation (measure, from, (int) upper);
  shine = SHINE * usual;
  count_lights (measure, from, shine, SMP_MEASURE_HUES, light);
  low = quantile (light, SMP_MEASURE_LIGHTS, 0.3);
  high = quantile (light, SMP_MEASURE_LIGHTS, 0.85);
  for (int i = (int) low; i < SMP_MEASURE_LIGHTS && i <= (int) high; i++)
    for (int j = 0; j < SMP_MEASURE_HUES; j++)
      if (i >= from && j + 1 > shine)
        {
          n += measure->skin[i][j].n;
          for (int c = 0; c < 3; c++)
            sum[c] += measure->skin[i][j].sum[c];
        }
  for (int c = 0; c < 3 && n > 0.0; c++)
    skin[c] = sum[c] / (65536.0 * n);
}

void
smp_measure_end (const SmpMeasure *measure, SmpMeasured *measured)
{
  const uint32_t edges = smp_edges_length (&measure->edges);
  double         noise;

  measured->detail = edges >= EDGES_MIN ? (int) smp_clamp (edges, 0, 1e9) : 0;
  measured->sharpness_px
    = edges < EDGES_MIN ? SHARPNESS_GUESS
      : smp_clamp (smp_edges_blur (&measure->edges, EDGE_SHARE),
                   0.0, SHARPNESS_MAX);
  noise = noise_rms (measure);
  measured->noise_rms = noise;
  measured->grain = smp_clamp (1.7320508 * noise
                               / noise_left (measured->sharpness_px),
                               0.0, 1.0);
  matt_skin (measure, measured->skin);
}
