/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From cells of the photo to what the scar lacks beside the skin around it.
 *
 * Windows over the skin outside (weights: bare, no darker than its
 * neighbours' brightest, not within a cell of the area) in three sizes; a value
 * is that of the smallest one which holds enough skin, with soft transitions.
 *
 * Scar tissue is what differs from the outside by more than the outside varies
 * by itself, in lightness or in redness.
 */

#include "scar-grid.h"

#include <math.h>
#include <stddef.h>

#include "scalar.h"
#include "window.h"

#define HAIRY      0.70f      /* cells' brightness: hair below .. */
#define BARE       0.86f      /* .. bare above, beside their neighbours */
#define RIM        0.02f      /* weight of the cells next to the area */
#define ENOUGH     0.40f      /* of a window, to need no larger one */
#define SCARCE     0.05f
#define MOTTLED    0.020f     /* ln; skin varies by this at least */
#define STEEPEST   0.05       /* ln a cell; of light falling off */
#define AWAY       8.0        /* cells */
#define SCAR_FROM  2.0f       /* standard deviations: skin below .. */
#define SCAR_FULL  3.4f       /* .. scar above */
#define ANY_SKIN   0.03f      /* weight of painted skin beside scar tissue */
#define LACK_FROM  1.15f      /* neighbours' texture over the scar's own: */
#define LACK_FULL  1.40f      /* no lack below .. all of it above */
#define SMOOTHEST  1e-4f      /* ln; there is no smoother skin */
#define FINE_SIZE  2.2f       /* standard deviations of fine detail */
#define STUBBLE_FROM 0.02f    /* light lost: none below .. */
#define STUBBLE_FULL 0.05f    /* .. stubble above */
#define STUBBLE_KEPT 0.95f    /* dots take no more than that of its loss */
#define SPARSE_FROM 0.20f     /* of its loss missing: enough hair below .. */
#define SPARSE_FULL 0.70f     /* .. none that counts above */
#define TAKES      0.016f     /* of the light, a dot a cm2, mm2, times alpha */
#define BESIDE     0.03f      /* weight of cells beside the area */
#define TINY       1e-6f

/* Working memory beside the raw planes. */
enum
{
  SCRATCH = RAW_FREE, TEMP, WEIGHT, NEAREST, NEAR, FAR, WIDE, OWN,
  SCARRED = RAW_DARK
};

typedef struct
{
  const SmpScar *scar;
  SmpScarGrid   *grid;
  float        (*work)[SMP_SCAR_CELLS];
  int            w, h, n;
  int            by;          /* outer cells whose weights mean nothing */
  int            fitted_by;   /* and those where the outside is not known */
} Fit;

static void
window (Fit *f, SmpWindow kind, int radius, int by, float *plane)
{
  smp_window (f->w, f->h, kind, radius, by, plane, f->work[SCRATCH]);
}

/* Colours into ln, and weights of skin outside the area. */
static void
weigh (Fit *f)
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
  window (f, SMP_WINDOW_MAX, 1, 1, level);
  window (f, SMP_WINDOW_MAX, 1, 1, rim);
  for (int i = 0; i < f->n; i++)
    {
      f->work[RAW_BARE][i] *= smp_scar_ramp (weight[i], HAIRY * level[i],
                                             BARE * level[i] + TINY);
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
measure_cells (Fit *f, int side, float *band)
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
complete_bands (Fit *f)
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

/* The three windows one after the other, in place; keep[]: planes to copy the
 * result of each to, or NULL.
 */
static void
widen (Fit *f, float *plane, int size)
{
  const int smallest = f->by + 1, near = smallest + f->scar->near_radius;

  if (size == 0)
    window (f, SMP_WINDOW_SUM, 1, smallest, plane);
  else if (size == 1)
    window (f, SMP_WINDOW_SUM, f->scar->near_radius, near, plane);
  else
    window (f, SMP_WINDOW_SUM, f->scar->far_radius,
            near + f->scar->far_radius, plane);
}

static float
full (const Fit *f, int size)
{
  const float near = 2 * f->scar->near_radius + 1;
  const float far = 2 * f->scar->far_radius + 1;

  return 9.0f * (size > 0 ? near * near : 1.0f)
         * (size > 1 ? far * far : 1.0f);
}

/* Of each window's sum, the share of it in a mean.  MASK becomes how sure that
 * mean is: 0 where no skin is in reach.
 */
static void
share_windows (Fit *f)
{
  float *w = f->work[TEMP], *left = f->grid->plane[SMP_SCAR_MASK];

  for (int i = 0; i < f->n; i++)
    {
      w[i] = f->work[WEIGHT][i];
      left[i] = 1.0f;
    }
  for (int size = 0; size < 3; size++)
    {
      const float all = full (f, size);

      widen (f, w, size);
      for (int i = 0; i < f->n; i++)
        {
          const float part = w[i] > 0.0f ? w[i] / all : 0.0f;
          const float sure = size == 2 ? 1.0f
                             : smp_scar_ramp (part, SCARCE, ENOUGH);
          const float share = left[i] * sure;

          left[i] -= share;
          f->work[NEAREST + size][i] = share / (w[i] + TINY * all);
          if (size == 2)
            left[i] = smp_scar_ramp (part, 0.0003f, 0.003f);
        }
    }
}

/* The mean of a value outside. */
static void
outside (Fit *f, const float *value, float *out)
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

      widen (f, sum, size);
      for (int i = 0; i < f->n; i++)
        out[i] += share[i] * sum[i];
    }
}

/* Lightness and redness of colours in ln. */
static float
lightness (const Fit *f, float (*plane)[SMP_SCAR_CELLS], int i)
{
  return smp_scar_luminance (plane[0][i], plane[1][i], plane[2][i]);
}

static float
redness (float (*plane)[SMP_SCAR_CELLS], int i)
{
  return plane[0][i] - plane[1][i];
}

/* The mean of a value with the weights in another plane; both are used up. */
static void
wide_mean (Fit *f, float *sum, float *weight)
{
  for (int size = 0; size < 3; size++)
    {
      widen (f, sum, size);
      widen (f, weight, size);
    }
  for (int i = 0; i < f->n; i++)
    sum[i] /= weight[i] + TINY;
}

/* How a value changes from cell to cell outside, step being 1 or a row: its
 * slope, or the square of what remains of its variation.
 */
static void
differences (Fit *f, const float *value, int step, int square, float *out)
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
follow_slope (Fit *f, int step)
{
  float *slope = f->work[WIDE], *value = f->work[OWN];
  float *place = f->work[SCARRED];

  for (int i = 0; i < f->n; i++)
    value[i] = lightness (f, f->work + RAW_R, i);
  differences (f, value, step, 0, slope);
  for (int i = 0; i < f->n; i++)
    value[i] = step == 1 ? f->grid->x + i % f->w : f->grid->y + i / f->w;
  outside (f, value, place);
  for (int i = 0; i < f->n; i++)
    {
      const float s = smp_clamp (slope[i], -STEEPEST, STEEPEST);
      const float away = smp_clamp (value[i] - place[i], -AWAY, AWAY);

      for (int c = 0; c < 3; c++)
        f->grid->plane[SMP_SCAR_OUT_R + c][i] += s * away;
    }
}

/* How many times the outside's own deviation each cell is away from it, square;
 * added up in SCARRED.
 */
static void
compare (Fit *f, int red)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float (*in)[SMP_SCAR_CELLS] = f->work + RAW_R;
  float  *value = f->work[OWN], *var = f->grid->plane[SMP_SCAR_FINE];
  float  *var_y = f->grid->plane[SMP_SCAR_PLATEAU];

  for (int i = 0; i < f->n; i++)
    value[i] = red ? redness (in, i) : lightness (f, in, i);
  differences (f, value, 1, 1, var);
  differences (f, value, f->w, 1, var_y);
  for (int i = 0; i < f->n; i++)
    {
      const float d = value[i] - (red ? redness (out, i)
                                      : lightness (f, out, i));

      f->work[SCARRED][i] = (red ? f->work[SCARRED][i] : 0.0f)
                            + d * d / (0.5f * (var[i] + var_y[i])
                                       + MOTTLED * MOTTLED);
    }
}

/* Where scar lies on all sides. */
static void
find_core (Fit *f, const float *area)
{
  float *core = f->grid->plane[SMP_SCAR_CORE];

  for (int i = 0; i < f->n; i++)
    core[i] = area[i] > 0.0f ? f->work[SCARRED][i] : 0.0f;
  window (f, SMP_WINDOW_MIN, 2, f->fitted_by + 2, core);
}

/* SCARRED becomes weights of scar tissue, MASK where pixels change. */
static void
find_scar (Fit *f)
{
  float *tissue = f->work[SCARRED], *area = f->work[OWN];
  float *mask = f->grid->plane[SMP_SCAR_MASK], *wide = f->work[TEMP];

  compare (f, 0);
  compare (f, 1);
  /* of 3 x 3 cells, because single ones differ by chance */
  window (f, SMP_WINDOW_SUM, 1, f->fitted_by + 1, tissue);
  f->fitted_by++;
  for (int i = 0; i < f->n; i++)
    {
      tissue[i] = smp_scar_ramp (sqrtf (tissue[i] * (1.0f / 9.0f)), SCAR_FROM,
                                 SCAR_FULL);
      area[i] = f->work[RAW_AREA][i];
    }
  if (f->scar->feather > 1)
    window (f, SMP_WINDOW_MAX, 1, 1, area);
  for (int i = 0; i < f->n; i++)
    wide[i] = area[i] > 0.0f ? tissue[i] : 0.0f;
  window (f, SMP_WINDOW_MAX, 2, f->fitted_by + 2, wide);
  find_core (f, area);
  for (int i = 0; i < f->n; i++)
    {
      mask[i] *= area[i] * wide[i];
      tissue[i] = f->work[RAW_BARE][i] * f->work[RAW_AREA][i]
                  * (tissue[i] + ANY_SKIN);
    }
}

/* The mean of a value in scar tissue nearby. */
static void
inside (Fit *f, const float *value, float *out)
{
  float *weight = f->work[TEMP];

  for (int i = 0; i < f->n; i++)
    {
      weight[i] = f->work[SCARRED][i];
      out[i] = weight[i] * value[i];
    }
  window (f, SMP_WINDOW_SUM, 2, f->fitted_by + 2, weight);
  window (f, SMP_WINDOW_SUM, 2, f->fitted_by + 2, out);
  for (int i = 0; i < f->n; i++)
    out[i] = weight[i] > TINY ? out[i] / weight[i] : 0.0f;
}

static void
find_plateau (Fit *f)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float  *value = f->work[OWN];

  for (int i = 0; i < f->n; i++)
    value[i] = lightness (f, f->work + RAW_R, i) - lightness (f, out, i);
  inside (f, value, f->grid->plane[SMP_SCAR_PLATEAU]);
}

/* The amplitude of the scar's own octave.  Those of which a cell holds many
 * squares are averaged harmonically, so that cells with the scar's edge in them
 * count little; coarser ones the tone step levels with the edge.
 */
static void
own_texture (Fit *f, int band, float *own)
{
  const float *amplitude = f->work[RAW_BAND + band];
  float       *inverse = f->work[WIDE];

  if (band + 1 >= f->scar->bands - f->scar->between)
    {
      inside (f, amplitude, own);
      return;
    }
  for (int i = 0; i < f->n; i++)
    inverse[i] = 1.0f / (amplitude[i] + SMOOTHEST);
  inside (f, inverse, own);
  for (int i = 0; i < f->n; i++)
    own[i] = own[i] > 0.0f ? 1.0f / own[i] : 0.0f;
}

/* Energy that each octave lacks, a little being left of the scar's own. */
static void
find_lack (Fit *f)
{
  const SmpScar *scar = f->scar;
  const float    tone = scar->params.tone;
  const float   *core = f->grid->plane[SMP_SCAR_CORE];
  float         *fine = f->grid->plane[SMP_SCAR_FINE], *own = f->work[OWN];

  for (int i = 0; i < f->n; i++)
    fine[i] = 0.0f;
  for (int k = 0; k < scar->bands; k++)
    {
      float *noise = f->grid->plane[SMP_SCAR_NOISE + k];

      own_texture (f, k, own);
      for (int i = 0; i < f->n; i++)
        {
          const float wanted = noise[i];
          const float levelled = tone + core[i] * (1.0f - scar->params.relief
                                                   - tone);
          const float kept = own[i] * (1.0f - scar->smooth[k] * levelled
                                       * f->grid->plane[SMP_SCAR_MASK][i]);
          const float lack = smp_scar_ramp (wanted, LACK_FROM * kept,
                                            LACK_FULL * kept + TINY);

          fine[i] += (1.0f - scar->smooth[k]) * wanted * wanted;
          noise[i] = lack * (wanted * wanted - kept * kept);
        }
    }
  for (int i = 0; i < f->n; i++)
    fine[i] = FINE_SIZE * sqrtf (fine[i]) + 0.004f;
}

/* Amplitudes of noise for it, from coarse to fine: an octave of noise also adds
 * to those beside it.
 */
static void
find_noise (Fit *f)
{
  const SmpScar *scar = f->scar;
  float         *spill = f->work[WIDE];

  find_lack (f);
  for (int i = 0; i < f->n; i++)
    spill[i] = 0.0f;
  for (int k = scar->bands - 1; k >= 0; k--)
    {
      float       *noise = f->grid->plane[SMP_SCAR_NOISE + k];
      const float *finer = k > 0 ? noise - SMP_SCAR_CELLS : NULL;

      for (int i = 0; i < f->n; i++)
        {
          float energy = noise[i] - spill[i]
                         - (finer ? SMP_SCAR_COARSER * finer[i] : 0.0f);

          energy = energy > 0.0f ? energy : 0.0f;
          spill[i] = SMP_SCAR_SPILT * spill[i] + SMP_SCAR_FINER * energy;
          noise[i] = scar->params.texture * f->work[RAW_AREA][i]
                     * sqrtf (energy * smp_scar_noise_gain[k]);
        }
    }
}

/* Hair is darker than the skin outside, however pale the scar it lies on. */
static void
lower_level (Fit *f)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float  *level = f->grid->plane[SMP_SCAR_LEVEL];

  for (int i = 0; i < f->n; i++)
    if (f->grid->plane[SMP_SCAR_MASK][i] > 0.0f)
      {
        const float skin = smp_exp (lightness (f, out, i));

        level[i] = skin < level[i] ? skin : level[i];
      }
}

static void
fit_tone (Fit *f)
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
  f->fitted_by = f->by + 1 + f->scar->near_radius + f->scar->far_radius;
  lower_level (f);
  find_scar (f);
  find_plateau (f);
  find_noise (f);
}

/* How dense dots are: all over the area, thinning out past its border. */
static void
spread (Fit *f)
{
  const SmpScar *scar = f->scar;
  const int      r = scar->feather, w = f->w;
  float         *field = f->grid->plane[SMP_SCAR_TREATMENT];
  float         *across = f->work[TEMP];
  float          fall[SMP_SCAR_GRID];

  for (int d = 0; d <= r; d++)
    fall[d] = smp_exp (-3.0 * d * d / (r > 0 ? r * r : 1));
  for (int y = 0; y < f->h; y++)
    for (int x = r; x < w - r; x++)
      {
        float most = 0.0f;

        for (int d = -r; d <= r; d++)
          {
            const float v = f->work[RAW_AREA][y * w + x + d]
                            * fall[d < 0 ? -d : d];

            most = v > most ? v : most;
          }
        across[y * w + x] = most;
      }
  for (int y = r; y < f->h - r; y++)
    for (int x = r; x < w - r; x++)
      {
        float most = 0.0f;

        for (int d = -r; d <= r; d++)
          {
            const float v = across[(y + d) * w + x] * fall[d < 0 ? -d : d];

            most = v > most ? v : most;
          }
        /* the curve ends at e^-3 */
        most = (most - 0.0498f) / (1.0f - 0.0498f);
        field[y * w + x] = scar->params.dots * (most > 0.0f ? most : 0.0f);
      }
}

/* Dots as the stubble beside the scar: where light is lost less than there, as
 * many as are missing, as dark as hair is and in its hue.
 */
static void
match_stubble (Fit *f, float (*stubble)[SMP_SCAR_CELLS])
{
  const SmpScar    *scar = f->scar;
  const SmpScarDot *dot = &scar->dot;
  const float       size = dot->area_mm2 * SMP_SCAR_WIDER * SMP_SCAR_WIDER;
  const float       seen = size / (size + 0.8f / (scar->scale * scar->scale));
  for (int i = 0; i < f->n; i++)
    {
      const float r = stubble[0][i], g = stubble[1][i], b = stubble[2][i];
      const float loss = smp_scar_luminance (r, g, b);
      const float there = smp_scar_ramp (loss, STUBBLE_FROM, STUBBLE_FULL);
      const float depth = loss > TINY ? stubble[3][i] / loss : 0.0f;
      const float strength = smp_clamp (depth / (1.3f * dot->alpha[1] * seen),
                                        0.7, 1.2);
      const float each = TAKES * size * dot->alpha[1] * strength;
      const float empty = smp_scar_ramp (1.0f - f->work[OWN][i]
                                                / (loss + TINY),
                                         SPARSE_FROM, SPARSE_FULL);
      float       lack = STUBBLE_KEPT * loss * empty;
      float       density, *t = &f->grid->plane[SMP_SCAR_TREATMENT][i];

      lack = lack < 0.9f ? lack : 0.9f;
      density = -smp_log (1.0 - lack) / (each * (dot->density_cm2 + TINY));
      density = density < scar->treatment_max ? density : scar->treatment_max;
      *t = *t * (1.0f - there)
           + there * density * smp_scar_ramp (*t, 0.0f, 0.3f)
             * scar->params.dots;
      f->grid->plane[SMP_SCAR_STRENGTH][i] = 1.0f + there * (strength - 1.0f);
      for (int c = 0; c < 3; c += 2)
        {
          const float own = dot->alpha[c] / dot->alpha[1];
          const float hue = stubble[c][i] / (g + TINY) / own;

          f->grid->plane[SMP_SCAR_TINT_R + c / 2][i] = 1.0f + there
            * ((float) smp_clamp (hue, 0.8, 1.25) - 1.0f);
        }
    }
}

/* Light lost to stubble: its mean outside, and nearby, in the area's own cells
 * wherever there are some.
 */
static void
fit_stubble (Fit *f)
{
  float (*stubble)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_NOISE;
  float  *weight = f->work[WEIGHT], *near = f->work[OWN];
  float  *wide = f->work[WIDE];

  for (int i = 0; i < f->n; i++)
    weight[i] = f->work[RAW_AREA][i];
  window (f, SMP_WINDOW_MAX, 1, 1, weight);
  for (int i = 0; i < f->n; i++)
    {
      const float area = f->work[RAW_AREA][i];

      wide[i] = weight[i] = f->work[RAW_PHOTO][i] * (1.0f - weight[i]);
      f->work[FAR][i] = f->work[RAW_PHOTO][i] * (area + BESIDE * (1.0f - area));
      near[i] = f->work[FAR][i]
                * smp_scar_luminance (f->work[RAW_LOSS_R][i],
                                      f->work[RAW_LOSS_G][i],
                                      f->work[RAW_LOSS_B][i]);
      for (int k = 0; k < 4; k++)
        stubble[k][i] = weight[i] * f->work[RAW_LOSS_R + k][i];
    }
  f->by = 1;
  for (int size = 0; size < 3; size++)
    {
      widen (f, wide, size);
      for (int k = 0; k < 4; k++)
        widen (f, stubble[k], size);
    }
  window (f, SMP_WINDOW_SUM, 1, 1, f->work[FAR]);
  window (f, SMP_WINDOW_SUM, 1, 1, near);
  for (int i = 0; i < f->n; i++)
    {
      near[i] /= f->work[FAR][i] + TINY;
      for (int k = 0; k < 4; k++)
        stubble[k][i] /= wide[i] + TINY;
    }
  match_stubble (f, stubble);
}

void
smp_scar_read (const SmpScar *scar, SmpRect rect, SmpRect bounds,
               SmpPhotoRow row, void *data, int tone, SmpScarWork work,
               SmpScarGrid *grid)
{
  Fit f = { .scar = scar, .grid = grid, .work = work };
  int found;

  smp_scar_place (scar, rect, grid);
  f.w = grid->width;
  f.h = grid->height;
  f.n = f.w * f.h;
  if (scar->params.marks)
    smp_scar_find_marks (scar, bounds, row, data, (SmpMarksGrid *) work, grid);
  found = smp_scar_sample (scar, bounds, row, data, tone && scar->skin, work,
                           grid);
  for (int k = 0; k < SMP_SCAR_PLANES; k++)
    for (int i = 0; k != SMP_SCAR_INSIDE && i < f.n; i++)
      grid->plane[k][i] = k >= SMP_SCAR_STRENGTH && k < SMP_SCAR_NOISE;
  for (int i = 0; i < f.n; i++)
    if (scar->params.marks)
      work[RAW_AREA][i] = grid->plane[SMP_SCAR_INSIDE][i];
    else
      grid->plane[SMP_SCAR_INSIDE][i] = work[RAW_AREA][i];
  grid->changes = found && tone && scar->skin;
  if (!found)
    return;
  if (scar->params.dots > 0.0f)
    {
      spread (&f);
      if (scar->params.match)
        fit_stubble (&f);
    }
  if (grid->changes)
    fit_tone (&f);
}
