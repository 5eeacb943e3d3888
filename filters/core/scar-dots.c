/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where dots of a scar go: all over the area, thinning out past its border.
 * Where that is to match the stubble, they are laid like what there is beside
 * the scar, and keep to the area where there is none.
 */

#include "scar-fit.h"

#include <math.h>

#include "scalar.h"

#define STUBBLE_FROM 0.02f    /* light lost: none below .. */
#define STUBBLE_FULL 0.05f    /* .. stubble above */
#define STUBBLE_SEEN 0.62f    /* of its loss, that is clear of noise */
#define LACK_MOST    0.9f
#define DARKER       1.3f     /* a dot looks than hair as dark in the mean */
#define STRENGTH_LEAST 0.72f
#define STRENGTH_MOST  1.2f
#define SPARSE_FROM 0.40f     /* of its loss missing: enough hair below .. */
#define SPARSE_FULL 0.85f     /* .. none that counts above */
#define BESIDE_MORE 0.08f     /* beside the area, more than in it */
#define TAKES      0.016f     /* of the light, a dot a cm2, mm2, times alpha */
#define BESIDE     0.03f      /* weight of cells beside the area .. */
#define INSIDE     0.001f     /* .. and in it, for what is around */

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

/* Light that hair takes beside the scar and not in this cell. */
static float
lack (const SmpScarFit *f, int i, float loss)
{
  const float beside = BESIDE_MORE * (1.0f - f->work[RAW_AREA][i]);
  const float missing = 1.0f - f->work[OWN][i] / (loss + SMP_SCAR_TINY);
  const float empty = smp_scar_ramp (missing, SPARSE_FROM + beside,
                                     SPARSE_FULL + beside);

  return smp_clamp (loss * empty / STUBBLE_SEEN, 0.0, LACK_MOST);
}

/* Dots as the stubble beside the scar: where light is lost less than there, as
 * many as are missing, as dark as hair is and in its hue.  Fine hair, which is
 * less dark in a photo, is matched by smaller dots.
 */
static void
match_stubble (SmpScarFit *f, float (*stubble)[SMP_SCAR_CELLS])
{
  const SmpScar    *scar = f->scar;
  const SmpScarDot *dot = &scar->dot;
  const float       area = dot->area_mm2 * SMP_SCAR_WIDER * SMP_SCAR_WIDER;
  const float       seen = area / (area + 0.8f * scar->pixel_mm
                                                    * scar->pixel_mm);
  SmpScarGrid      *grid = f->grid;

  for (int i = 0; i < f->n; i++)
    {
      const float r = stubble[0][i], g = stubble[1][i], b = stubble[2][i];
      const float loss = smp_scar_luminance (r, g, b);
      const float there = smp_scar_ramp (loss, STUBBLE_FROM, STUBBLE_FULL);
      const float depth = loss > SMP_SCAR_TINY ? stubble[3][i] / loss : 0.0f;
      const float dark = sqrtf (depth / (DARKER * dot->alpha[1] * seen));
      const float strength = smp_clamp (dark, STRENGTH_LEAST, STRENGTH_MOST);
      const float each = TAKES * area * dot->alpha[1]
                         * (strength < 1.0f ? strength * strength : strength);
      const float density = -smp_log (1.0 - lack (f, i, loss))
                            / (each * (dot->density_cm2 + SMP_SCAR_TINY));
      float      *t = &grid->plane[SMP_SCAR_TREATMENT][i];

      /* on bald skin dots past the border would only show */
      *t = scar->params.dots * f->work[RAW_AREA][i] * (1.0f - there)
           + there * *t * (density < scar->treatment_max
                           ? density : scar->treatment_max);
      grid->plane[SMP_SCAR_STRENGTH][i] = 1.0f + there * (strength - 1.0f);
      for (int c = 0; c < 3; c += 2)
        {
          const float own = dot->alpha[c] / dot->alpha[1];
          const float hue = stubble[c][i] / (g + SMP_SCAR_TINY) / own;

          grid->plane[SMP_SCAR_TINT_R + c / 2][i] = 1.0f + there
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

      wide[i] = weight[i] = f->work[RAW_PHOTO][i]
                            * (1.0f - area + INSIDE * area);
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
