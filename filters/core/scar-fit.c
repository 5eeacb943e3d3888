/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From cells of the photo to what the scar lacks beside the skin around it.
 *
 * Scar tissue is what differs from the outside by more than the outside varies
 * by itself, in lightness or in redness.
 */

#include "scar-fit.h"

#include <math.h>
#include <stddef.h>

#include "scalar.h"

#define MOTTLED    0.020f     /* ln; skin varies by this at least */
#define SCAR_FROM  2.0f       /* standard deviations: skin below .. */
#define SCAR_FULL  3.4f       /* .. scar above */
#define ANY_SKIN   0.03f      /* weight of painted skin beside scar tissue */
#define LACK_FROM  1.15f      /* neighbours' texture over the scar's own: */
#define LACK_FULL  1.40f      /* no lack below .. all of it above */
#define FINE_SIZE  2.2f       /* standard deviations of fine detail */

/* How many times the outside's own deviation each cell is away from it, square;
 * added up in SCARRED.  What is hair, or beyond the photo, tells nothing.
 */
static void
compare (SmpScarFit *f, int red)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float (*in)[SMP_SCAR_CELLS] = f->work + RAW_R;
  float  *value = f->work[OWN], *var = f->grid->plane[SMP_SCAR_FINE];
  float  *var_y = f->grid->plane[SMP_SCAR_PLATEAU];

  for (int i = 0; i < f->n; i++)
    value[i] = red ? smp_scar_redness (in, i) : smp_scar_lightness (in, i);
  smp_scar_differences (f, value, 1, 1, var);
  smp_scar_differences (f, value, f->w, 1, var_y);
  for (int i = 0; i < f->n; i++)
    {
      const float d = value[i] - (red ? smp_scar_redness (out, i)
                                      : smp_scar_lightness (out, i));
      const float sure = f->work[SURE][i];
      const float mean = sure * 0.5f * (var[i] + var_y[i])
                         + (1.0f - sure) * f->work[SKIN_VAR + red][i];

      f->work[SCARRED][i] = (red ? f->work[SCARRED][i] : 0.0f)
                            + (f->work[RAW_BARE][i] > 0.0f
                               ? d * d / (mean + MOTTLED * MOTTLED) : 0.0f);
    }
}

/* Where scar lies on all sides. */
static void
find_core (SmpScarFit *f, const float *area)
{
  float *core = f->grid->plane[SMP_SCAR_CORE];

  for (int i = 0; i < f->n; i++)
    core[i] = area[i] > 0.0f ? f->work[SCARRED][i] : 0.0f;
  smp_scar_window (f, SMP_WINDOW_MIN, 2, f->fitted_by + 2, core);
}

/* SCARRED becomes weights of scar tissue, MASK where pixels change. */
static void
find_scar (SmpScarFit *f)
{
  float *tissue = f->work[SCARRED], *area = f->work[OWN];
  float *mask = f->grid->plane[SMP_SCAR_MASK], *wide = f->work[TEMP];

  compare (f, 0);
  compare (f, 1);
  /* of 3 x 3 cells, because single ones differ by chance */
  smp_scar_window (f, SMP_WINDOW_SUM, 1, f->fitted_by + 1, tissue);
  f->fitted_by++;
  for (int i = 0; i < f->n; i++)
    {
      tissue[i] = smp_scar_ramp (sqrtf (tissue[i] * (1.0f / 9.0f)), SCAR_FROM,
                                 SCAR_FULL);
      area[i] = f->work[RAW_AREA][i];
    }
  if (f->scar->feather > 1)
    smp_scar_window (f, SMP_WINDOW_MAX, 1, 1, area);
  for (int i = 0; i < f->n; i++)
    wide[i] = area[i] > 0.0f ? tissue[i] : 0.0f;
  smp_scar_window (f, SMP_WINDOW_MAX, 2, f->fitted_by + 2, wide);
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
inside (SmpScarFit *f, const float *value, float *out)
{
  float *weight = f->work[TEMP];

  for (int i = 0; i < f->n; i++)
    {
      weight[i] = f->work[SCARRED][i];
      out[i] = weight[i] * value[i];
    }
  smp_scar_window (f, SMP_WINDOW_SUM, 2, f->fitted_by + 2, weight);
  smp_scar_window (f, SMP_WINDOW_SUM, 2, f->fitted_by + 2, out);
  for (int i = 0; i < f->n; i++)
    out[i] = weight[i] > SMP_SCAR_TINY ? out[i] / weight[i] : 0.0f;
}

static void
find_plateau (SmpScarFit *f)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float  *value = f->work[OWN];

  for (int i = 0; i < f->n; i++)
    value[i] = smp_scar_lightness (f->work + RAW_R, i)
               - smp_scar_lightness (out, i);
  inside (f, value, f->grid->plane[SMP_SCAR_PLATEAU]);
}

/* The amplitude of the scar's own octave.  Those of which a cell holds many
 * squares are averaged harmonically, so that cells with the scar's edge in them
 * count little; coarser ones the tone step levels with the edge.
 */
static void
own_texture (SmpScarFit *f, int band, float *own)
{
  const float *amplitude = f->work[RAW_BAND + band];
  float       *inverse = f->work[WIDE];

  if (band + 1 >= f->scar->bands - f->scar->between)
    {
      inside (f, amplitude, own);
      return;
    }
  for (int i = 0; i < f->n; i++)
    inverse[i] = 1.0f / (amplitude[i] + SMP_SCAR_SMOOTHEST);
  inside (f, inverse, own);
  for (int i = 0; i < f->n; i++)
    own[i] = own[i] > 0.0f ? 1.0f / own[i] : 0.0f;
}

/* Energy that each octave lacks, a little being left of the scar's own. */
static void
find_lack (SmpScarFit *f)
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
                                            LACK_FULL * kept + SMP_SCAR_TINY);

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
find_noise (SmpScarFit *f)
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
lower_level (SmpScarFit *f)
{
  float (*out)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_OUT_R;
  float  *level = f->grid->plane[SMP_SCAR_LEVEL];

  for (int i = 0; i < f->n; i++)
    if (f->grid->plane[SMP_SCAR_MASK][i] > 0.0f)
      {
        const float skin = smp_exp (smp_scar_lightness (out, i));

        level[i] = skin < level[i] ? skin : level[i];
      }
}

static void
fit_tone (SmpScarFit *f)
{
  smp_scar_outside (f);
  smp_scar_inner (f);
  lower_level (f);
  find_scar (f);
  find_plateau (f);
  find_noise (f);
}

void
smp_scar_read (const SmpScar *scar, SmpRect rect, SmpRect bounds,
               SmpPhotoRow row, void *data, int tone, SmpScarWork work,
               SmpScarGrid *grid)
{
  SmpScarFit f = { .scar = scar, .grid = grid, .work = work };
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
    smp_scar_dots (&f);
  if (grid->changes)
    fit_tone (&f);
}
