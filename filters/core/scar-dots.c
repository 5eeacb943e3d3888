/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where dots of a scar go: all over the area, thinning out past its border.
 * Where that is to match the stubble, they are laid like what there is beside
 * the scar, and keep to the area where there is none.
 */

#include "scar-fit.h"

#include "scalar.h"

#define STUBBLE_FROM 0.02f    /* light lost: none below .. */
#define STUBBLE_FULL 0.05f    /* .. stubble above */
#define STUBBLE_KEPT 0.95f    /* dots take no more than that of its loss */
#define SPARSE_FROM 0.40f     /* of its loss missing: enough hair below .. */
#define SPARSE_FULL 0.90f     /* .. none that counts above */
#define BESIDE_MORE 0.08f     /* beside the area, more than in it */
#define TAKES      0.016f     /* of the light, a dot a cm2, mm2, times alpha */
#define BESIDE     0.03f      /* weight of cells beside the area */

/* How dense dots are: all over the area, thinning out past its border. */
static void
spread (SmpScarFit *f)
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
match_stubble (SmpScarFit *f, float (*stubble)[SMP_SCAR_CELLS])
{
  const SmpScar    *scar = f->scar;
  const SmpScarDot *dot = &scar->dot;
  const float       size = dot->area_mm2 * SMP_SCAR_WIDER * SMP_SCAR_WIDER;
  const float       seen = size / (size + 0.8f * scar->pixel_mm
                                                    * scar->pixel_mm);

  for (int i = 0; i < f->n; i++)
    {
      const float r = stubble[0][i], g = stubble[1][i], b = stubble[2][i];
      const float loss = smp_scar_luminance (r, g, b);
      const float there = smp_scar_ramp (loss, STUBBLE_FROM, STUBBLE_FULL);
      const float depth = loss > SMP_SCAR_TINY ? stubble[3][i] / loss : 0.0f;
      const float strength = smp_clamp (depth / (1.3f * dot->alpha[1] * seen),
                                        0.7, 1.2);
      const float each = TAKES * size * dot->alpha[1] * strength;
      const float area = f->work[RAW_AREA][i];
      const float beside = BESIDE_MORE * (1.0f - area);
      const float empty = smp_scar_ramp (1.0f - f->work[OWN][i]
                                                / (loss + SMP_SCAR_TINY),
                                         SPARSE_FROM + beside,
                                         SPARSE_FULL + beside);
      float       lack = STUBBLE_KEPT * loss * empty;
      float       density, *t = &f->grid->plane[SMP_SCAR_TREATMENT][i];

      lack = lack < 0.9f ? lack : 0.9f;
      density = -smp_log (1.0 - lack)
                / (each * (dot->density_cm2 + SMP_SCAR_TINY));
      density = density < scar->treatment_max ? density : scar->treatment_max;
      /* on bald skin dots past the border would only show */
      *t = scar->params.dots * area * (1.0f - there)
           + there * density * *t;
      f->grid->plane[SMP_SCAR_STRENGTH][i] = 1.0f + there * (strength - 1.0f);
      for (int c = 0; c < 3; c += 2)
        {
          const float own = dot->alpha[c] / dot->alpha[1];
          const float hue = stubble[c][i] / (g + SMP_SCAR_TINY) / own;

          f->grid->plane[SMP_SCAR_TINT_R + c / 2][i] = 1.0f + there
            * ((float) smp_clamp (hue, 0.9, 1.15) - 1.0f);
        }
    }
}

/* Light lost to stubble: its mean outside, and nearby, in the area's own cells
 * wherever there are some.
 */
static void
fit_stubble (SmpScarFit *f)
{
  float (*stubble)[SMP_SCAR_CELLS] = f->grid->plane + SMP_SCAR_NOISE;
  float  *weight = f->work[WEIGHT], *near = f->work[OWN];
  float  *wide = f->work[WIDE];

  for (int i = 0; i < f->n; i++)
    {
      const float area = f->work[RAW_AREA][i];

      wide[i] = weight[i] = f->work[RAW_PHOTO][i] * (1.0f - area);
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
      smp_scar_widen (f, wide, size);
      for (int k = 0; k < 4; k++)
        smp_scar_widen (f, stubble[k], size);
    }
  smp_scar_window (f, SMP_WINDOW_SUM, 1, 1, f->work[FAR]);
  smp_scar_window (f, SMP_WINDOW_SUM, 1, 1, near);
  for (int i = 0; i < f->n; i++)
    {
      near[i] /= f->work[FAR][i] + SMP_SCAR_TINY;
      for (int k = 0; k < 4; k++)
        stubble[k][i] /= wide[i] + SMP_SCAR_TINY;
    }
  match_stubble (f, stubble);
}

void
smp_scar_dots (SmpScarFit *f)
{
  spread (f);
  if (f->scar->params.match)
    fit_stubble (f);
}
