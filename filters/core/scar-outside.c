/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The skin outside the scar, as it would be where the scar is.
 *
 * Windows over the skin outside (weights: bare, no darker than its brightest
 * neighbour, not within a cell of the area) in three sizes; a value is that of
 * the smallest one which holds enough skin, with soft transitions.
 */

#include "scar-fit.h"

#include <math.h>
#include <stddef.h>

#include "scalar.h"

#define HAIRY      0.70f      /* cells' brightness: hair below .. */
#define BARE       0.86f      /* .. bare above, beside their neighbours */
#define RIM        0.02f      /* weight of the cells next to the area */
#define ENOUGH     0.40f      /* of a window, to need no larger one */
#define SCARCE     0.05f
#define UNSURE     0.05f      /* root of the share of the widest: nothing .. */
#define SURE_FROM  0.50f      /* .. to be relied upon alone */
#define STEEPEST   0.05       /* ln a cell; of light falling off */
#define AWAY       8.0        /* cells */

/* Colours into ln, and weights of skin outside the area. */
static void
weigh (SmpScarFit *f)
{
  float *level = f->grid->plane[SMP_SCAR_LEVEL];
  float *rim = f->work[TEMP], *weight = f->work[WEIGHT];

  for (int i = 0; i < f->n; i++)
    {
      level[i] = smp_scar_luminance (f->work[RAW_R][i], f->work[RAW_G][i],
                                     f->work[RAW_B][i]);
      rim[i] = f->work[RAW_AREA][i];
      weight[i] = level[i];
    }
  smp_scar_window (f, SMP_WINDOW_MAX, 1, 1, level);
  smp_scar_window (f, SMP_WINDOW_MAX, 1, 1, rim);
  for (int i = 0; i < f->n; i++)
    {
      f->work[RAW_BARE][i] *= smp_scar_ramp (weight[i], HAIRY * level[i],
                                             BARE * level[i] + SMP_SCAR_TINY);
      /* the area's rim counts only where there is nothing else */
      weight[i] = f->work[RAW_BARE][i]
                  * (1.0f - rim[i] + RIM * (rim[i] - f->work[RAW_AREA][i]));
      for (int c = 0; c < 3; c++)
        f->work[RAW_R + c][i] = smp_log (f->work[RAW_R + c][i] > 1e-4f
                                         ? f->work[RAW_R + c][i] : 1e-4);
    }
  /* one more: differences between neighbours are taken */
  f->by = 2;
}

/* An octave between squares of cells, side and twice that, fixed in absolute
 * cells.  A square with parts inside the area and outside shows the scar's edge
 * and does not count.
 */
static void
measure_cells (SmpScarFit *f, int side, float *band)
{
  const int mask = 2 * side - 1;

  for (int y = 0; y < f->h; y++)
    for (int x = 0; x < f->w; x++)
      {
        const int x0 = ((f->grid->x + x) & ~mask) - f->grid->x;
        const int y0 = ((f->grid->y + y) & ~mask) - f->grid->y;
        float     v[4] = { 0 }, m = 0.0f, var = 0.0f, least = 1.0f;
        float     low = 1.0f, high = 0.0f;

        band[y * f->w + x] = -1.0f;
        if (x0 < 0 || y0 < 0 || x0 + mask >= f->w || y0 + mask >= f->h)
          continue;
        for (int k = 0; k < 4 * side * side; k++)
          {
            const int dx = k % (2 * side), dy = k / (2 * side);
            const int i = (y0 + dy) * f->w + x0 + dx;

            v[dy / side * 2 + dx / side]
              += smp_scar_luminance (f->work[RAW_R][i], f->work[RAW_G][i],
                                     f->work[RAW_B][i]) / (side * side);
            least = f->work[RAW_BARE][i] < least ? f->work[RAW_BARE][i]
                                                 : least;
            low = f->work[RAW_AREA][i] < low ? f->work[RAW_AREA][i] : low;
            high = f->work[RAW_AREA][i] > high ? f->work[RAW_AREA][i] : high;
          }
        for (int k = 0; k < 4; k++)
          m += 0.25f * v[k];
        for (int k = 0; k < 4; k++)
          var += 0.25f * (v[k] - m) * (v[k] - m);
        if (least > 0.25f && (low > 0.0f || !(high > 0.0f)))
          band[y * f->w + x] = sqrtf (var);
      }
}

/* An octave that hair hides is taken to be like the one below. */
static void
complete_bands (SmpScarFit *f)
{
  for (int i = 0; i < f->n; i++)
    for (int k = 0; k < f->scar->bands; k++)
      if (!(f->work[RAW_BAND + k][i] >= 0.0f))
        {
          f->work[RAW_BAND + k][i] = k > 0 ? f->work[RAW_BAND + k - 1][i]
                                           : 0.0f;
          if (k == 0)
            f->work[RAW_BARE][i] = f->work[WEIGHT][i] = 0.0f;
        }
}

void
smp_scar_widen (SmpScarFit *f, float *plane, int size)
{
  const int smallest = f->by + 1, near = smallest + f->scar->near_radius;

  if (size == 0)
    smp_scar_window (f, SMP_WINDOW_SUM, 1, smallest, plane);
  else if (size == 1)
    smp_scar_window (f, SMP_WINDOW_SUM, f->scar->near_radius, near, plane);
  else
    smp_scar_window (f, SMP_WINDOW_SUM, f->scar->far_radius,
            near + f->scar->far_radius, plane);
}

static float
full (const SmpScarFit *f, int size)
{
  const float near = 2 * f->scar->near_radius + 1;
  const float far = 2 * f->scar->far_radius + 1;

  return 9.0f * (size > 0 ? near * near : 1.0f)
         * (size > 1 ? far * far : 1.0f);
}

/* Of each window's sum, the share of it in a mean.  MASK becomes how sure that
 * mean is: 0 where no skin is in reach; SURE, its level, from much less far.
 */
static void
share_windows (SmpScarFit *f)
{
  float *w = f->work[TEMP], *left = f->grid->plane[SMP_SCAR_MASK];
  float *seen = f->work[OWN];

  for (int i = 0; i < f->n; i++)
    {
      w[i] = f->work[WEIGHT][i];
      /* what there is beside marks is rim, but enough to rely upon */
      seen[i] = f->work[RAW_BARE][i] * (1.0f - f->work[RAW_AREA][i]);
      left[i] = 1.0f;
    }
  for (int size = 0; size < 3; size++)
    {
      const float all = full (f, size);

      smp_scar_widen (f, w, size);
      smp_scar_widen (f, seen, size);
      for (int i = 0; i < f->n; i++)
        {
          const float part = w[i] > 0.0f ? w[i] / all : 0.0f;
          const float sure = size == 2 ? 1.0f
                             : smp_scar_ramp (part, SCARCE, ENOUGH);
          const float share = left[i] * sure;

          left[i] -= share;
          f->work[NEAREST + size][i] = share / (w[i] + SMP_SCAR_TINY * all);
          if (size == 2)
            {
              left[i] = smp_scar_ramp (part, 0.0003f, 0.003f);
              f->work[SURE][i] = left[i] * smp_scar_ramp (sqrtf (seen[i] / all),
                                                          UNSURE, SURE_FROM);
            }
        }
    }
}

/* The mean of a value outside. */
static void
outside (SmpScarFit *f, const float *value, float *out)
{
  float *sum = f->work[TEMP];

  for (int i = 0; i < f->n; i++)
    {
      sum[i] = f->work[WEIGHT][i] * value[i];
      out[i] = 0.0f;
    }
  for (int size = 0; size < 3; size++)
    {
      const float *share = f->work[NEAREST + size];

      smp_scar_widen (f, sum, size);
      for (int i = 0; i < f->n; i++)
        out[i] += share[i] * sum[i];
    }
}

/* The mean of a value with the weights in another plane; both are used up. */
static void
wide_mean (SmpScarFit *f, float *sum, float *weight)
{
  for (int size = 0; size < 3; size++)
    {
      smp_scar_widen (f, sum, size);
      smp_scar_widen (f, weight, size);
    }
  for (int i = 0; i < f->n; i++)
    sum[i] /= weight[i] + SMP_SCAR_TINY;
}

/* How a value changes from cell to cell outside, step being 1 or a row: its
 * slope, or the square of what remains of its variation.
 */
void
smp_scar_differences (SmpScarFit *f, const float *value, int step, int square,
                      float *out)
{
  float *weight = f->work[TEMP];

  for (int i = 0; i < f->n; i++)
    {
      const int   inside = i >= step && i < f->n - step;
      const float d = inside ? 0.5f * (value[i + step] - value[i - step])
                             : 0.0f;

      weight[i] = inside ? f->work[WEIGHT][i - step] * f->work[WEIGHT][i + step]
                         : 0.0f;
      out[i] = weight[i] * (square ? 2.0f * d * d : d);
    }
  wide_mean (f, out, weight);
}

/* Where the light falls off across the scar, means of what lies on one side
 * only are taken along the slope to where they are asked for.
 */
static void
follow_slope (SmpScarFit *f, int step)
{
  float *slope = f->work[WIDE], *value = f->work[OWN];
  float *place = f->work[SCARRED];

  for (int i = 0; i < f->n; i++)
    value[i] = smp_scar_lightness (f->work + RAW_R, i);
  smp_scar_differences (f, value, step, 0, slope);
  for (int i = 0; i < f->n; i++)
    value[i] = step == 1 ? f->grid->x + i % f->w : f->grid->y + i / f->w;
  outside (f, value, place);
  for (int i = 0; i < f->n; i++)
    {
      const float s = f->work[SURE][i]
                      * smp_clamp (slope[i], -STEEPEST, STEEPEST);
      const float away = smp_clamp (value[i] - place[i], -AWAY, AWAY);

      for (int c = 0; c < 3; c++)
        f->grid->plane[SMP_SCAR_OUT_R + c][i] += s * away;
    }
}

void
smp_scar_outside (SmpScarFit *f)
{
  weigh (f);
  for (int k = 0; k < f->scar->between; k++)
    measure_cells (f, 1 << k, f->work[RAW_BAND + f->scar->bands
                                      - f->scar->between + k]);
  complete_bands (f);
  share_windows (f);
  for (int c = 0; c < 3; c++)
    outside (f, f->work[RAW_R + c], f->grid->plane[SMP_SCAR_OUT_R + c]);
  follow_slope (f, 1);
  follow_slope (f, f->w);
  for (int k = 0; k < f->scar->bands; k++)
    outside (f, f->work[RAW_BAND + k], f->grid->plane[SMP_SCAR_NOISE + k]);
  f->radius = 1 + f->scar->near_radius + f->scar->far_radius;
  f->fitted_by = f->by + f->radius;
}
