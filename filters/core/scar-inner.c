/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The skin around the scar where too little of it is left unpainted in reach:
 * what most of a window shows, painted or not, since a line is narrower than
 * half of that.  Unpainted skin counts more, for it is no scar.
 *
 * Lightness v in a window is that of two tissues and of skin's own variation,
 * whose part of the variance is known from neighbours and the light's slope:
 *
 *   A = variance - own = p (1 - p) c^2      c  contrast, p  share of the scar
 *   B = third moment   = p (1 - p) (1 - 2 p) c^3
 *   g = B / A^1.5
 *   skin - mean = sqrt (A) (g - sqrt (g^2 + 4)) / 2, for g > 0 a paler scar
 *
 * Colours go along with lightness by regression.  Where there is but one
 * tissue, as in the middle of a wide patch, A is 0 and the skin is the mean:
 * nothing stands out, nothing changes.
 */

#include "scar-fit.h"

#include <math.h>

#include "scalar.h"

#define SEEN_FROM  0.04f      /* of a window: too little skin below .. */
#define SEEN_FULL  0.12f      /* .. enough above */
#define MIDDLE     -1.5f      /* ln, about that of skin: cubes stay small */
#define MOST       2.5f       /* ln from there */
#define DARK_FROM  -0.1f     /* g: the scar is the paler tissue above .. */
#define DARK_FULL  -1.0f     /* .. the darker one below */
#define LEAST      0.0003f    /* at least of skin's own variance */
#define UNPAINTED  2.0f       /* more weight of it */
#define ROOTS      2.19f      /* variance over (mean of sqrt |d|)^4 */
#define STEEP      0.08f      /* ln a cell, as light falls off at most */

/* Planes that are free by then. */
enum
{
  SUM_W = INNER, SUM_C, SUM_VC = SUM_C + 3, SUM_VVV = RAW_LOSS_R,
  PAIRS = RAW_LOSS_G, SLOPE = RAW_LOSS_B, TRENDS = RAW_DARK, ROOT = NEAREST
};

static float
level_at (const SmpScarFit *f, int i)
{
  return smp_clamp (smp_scar_lightness (f->work + RAW_R, i) - MIDDLE, -MOST,
                    MOST);
}

static void
sum (SmpScarFit *f, float *plane)
{
  smp_scar_window (f, SMP_WINDOW_SUM, f->radius, f->by + f->radius, plane);
}

/* Means in the window of what skin varies by from cell to cell, and of the
 * light's slope, square, times the window's own spread.  Roots make the scar's
 * border, few of the cells, count little.
 */
static void
measure_own (SmpScarFit *f)
{
  const float spread = (f->radius + 1.0f) * f->radius / 3.0f;
  float      *pairs = f->work[PAIRS], *slope = f->work[SLOPE];
  float      *trend = f->work[TRENDS];

  for (int k = 0; k < 4; k++)
    {
      const int axis = k % 2, red = k / 2, step = axis ? f->w : 1;
      float    *own = f->work[SKIN_VAR + red];
      float    *root = f->work[ROOT];

      for (int i = 0; i < f->n; i++)
        {
          const int   in = i >= step && i < f->n - step;
          const int   a = in ? i - step : i, b = in ? i + step : i;
          const float d = red ? smp_scar_redness (f->work + RAW_R, b)
                                - smp_scar_redness (f->work + RAW_R, a)
                              : level_at (f, b) - level_at (f, a);

          pairs[i] = f->work[RAW_BARE][a] * f->work[RAW_BARE][b];
          slope[i] = pairs[i] * 0.5f * d;
          root[i] = pairs[i] * sqrtf (d < 0.0f ? -d : d);
        }
      sum (f, pairs);
      sum (f, root);
      if (!red)
        sum (f, slope);
      for (int i = 0; i < f->n; i++)
        {
          const float n = 1.0f / (pairs[i] + SMP_SCAR_TINY);
          const float r = (root[i] * n) * (root[i] * n);
          const float s = red ? 0.0f : smp_clamp (slope[i] * n, -STEEP, STEEP);

          /* half of the square of a difference is the variance */
          own[i] = (axis ? own[i] : 0.0f) + 0.25f * ROOTS * r * r;
          if (!red)
            trend[i] = (axis ? trend[i] : 0.0f) + spread * s * s;
        }
    }
}

static void
add_up (SmpScarFit *f)
{
  for (int i = 0; i < f->n; i++)
    {
      const float w = f->work[RAW_BARE][i]
                      * (1.0f + UNPAINTED * (1.0f - f->work[RAW_AREA][i]));
      const float v = level_at (f, i);

      f->work[SUM_W][i] = w;
      f->work[SUM_VVV][i] = w * v * v * v;
      for (int c = 0; c < 3; c++)
        {
          f->work[SUM_C + c][i] = w * (f->work[RAW_R + c][i] - MIDDLE);
          f->work[SUM_VC + c][i] = v * f->work[SUM_C + c][i];
        }
    }
  for (int k = 0; k < 7; k++)
    sum (f, f->work[SUM_W + k]);
  sum (f, f->work[SUM_VVV]);
}

/* From a window's mean to the tissue that most of it is. */
static float
to_skin (float two, float third)
{
  const float a = sqrtf (two);
  const float g = third / (two * a + 1e-12f);
  const float root = sqrtf (g * g + 4.0f);
  const float dark = smp_scar_ramp (g, DARK_FROM, DARK_FULL);

  return 0.5f * a * (g - (1.0f - 2.0f * dark) * root);
}

/* The colour of skin into what is outside, as far as that is not sure. */
static void
blend_colour (SmpScarFit *f, const float *sure)
{
  const float all = (2.0f * f->radius + 1.0f) * (2.0f * f->radius + 1.0f);

  for (int i = 0; i < f->n; i++)
    {
      const float w = f->work[SUM_W][i], n = 1.0f / (w + SMP_SCAR_TINY);
      float       m[3], vc[3], cov[3];

      for (int c = 0; c < 3; c++)
        {
          m[c] = f->work[SUM_C + c][i] * n;
          vc[c] = f->work[SUM_VC + c][i] * n;
        }

      const float mean = smp_scar_luminance (m[0], m[1], m[2]);
      const float square = smp_scar_luminance (vc[0], vc[1], vc[2]);
      const float var = square - mean * mean;
      const float two = var - f->work[SKIN_VAR][i] - f->work[TRENDS][i]
                        - LEAST;
      const float third = f->work[SUM_VVV][i] * n
                          - mean * (3.0f * square - 2.0f * mean * mean);
      const float by = two > 0.0f ? to_skin (two, third) / var : 0.0f;

      for (int c = 0; c < 3; c++)
        {
          float *out = &f->grid->plane[SMP_SCAR_OUT_R + c][i];

          cov[c] = vc[c] - mean * m[c];
          *out = sure[i] * *out
                 + (1.0f - sure[i]) * (m[c] + MIDDLE + by * cov[c]);
        }
      f->work[SUM_W][i] = smp_scar_ramp (w / all, SEEN_FROM, SEEN_FULL);
    }
}

/* And its texture where none is known; harmonically, so that cells with the
 * scar's edge in them count little.
 */
static void
blend_band (SmpScarFit *f, const float *known, const float *band, float *out)
{
  float *weight = f->work[PAIRS], *value = f->work[SLOPE];

  for (int i = 0; i < f->n; i++)
    {
      weight[i] = f->work[RAW_BARE][i];
      value[i] = weight[i] / (band[i] + SMP_SCAR_SMOOTHEST);
    }
  sum (f, weight);
  sum (f, value);
  for (int i = 0; i < f->n; i++)
    out[i] = known[i] * out[i]
             + (1.0f - known[i]) * weight[i] / (value[i] + SMP_SCAR_TINY);
}

void
smp_scar_inner (SmpScarFit *f)
{
  float *known = f->grid->plane[SMP_SCAR_MASK];

  measure_own (f);
  add_up (f);
  blend_colour (f, f->work[SURE]);
  for (int k = 0; k < f->scar->bands; k++)
    blend_band (f, known, f->work[RAW_BAND + k],
                f->grid->plane[SMP_SCAR_NOISE + k]);
  for (int i = 0; i < f->n; i++)
    {
      f->work[SURE][i] = known[i];
      known[i] += (1.0f - known[i]) * f->work[SUM_W][i];
    }
}
