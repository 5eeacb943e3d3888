/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A flake is three thin ellipses that overlap.  It hides part of the pigment
 * under it and scatters a little more light than skin, so here light can be
 * more than 1.
 */

#include "flake.h"

#include "hash.h"
#include "noise.h"
#include "scalar.h"

#define DENSITY_CM2 14.0f     /* on the worst day */
#define PARTS       3
#define PATCH_MM    30.0      /* flakes come in patches of half that */

static const float cover[3] = { 0.55f, 0.55f, 0.55f };
static const float light[3] = { 1.06f, 1.09f, 1.12f };

float
smp_flake_density (const SmpPlan *plan)
{
  return plan->session_density > 0.0f ? DENSITY_CM2 * plan->healing.flakes
                                      : 0.0f;
}

uint32_t
smp_flake_seed (const SmpPlan *plan)
{
  return plan->params.seed ^ 0x464c414bu;
}

int
smp_flake_draw (const SmpPlan *plan, const SmpDot *dot, const SmpSpot *spot,
                SmpPlanes *image)
{
  const uint32_t seed = smp_flake_seed (plan);
  const double   patch = smp_noise (seed, SMP_SALT_FLAKE, dot->x_mm, dot->y_mm,
                                    PATCH_MM);
  int            drawn = 0;

  for (int i = 0; i < PARTS; i++)
    {
      const uint64_t h = smp_hash (seed, dot->id * PARTS + i, SMP_SALT_FLAKE);
      const double   size = (0.22 + 0.30 * smp_hash_unit (h, 0))
                            * (1.0 + 0.4 * patch);
      const double   thin = size * (0.35 + 0.4 * smp_hash_unit (h, 1));
      const double   away = i == 0 ? 0.0 : 0.5 * size;
      double         sine, cosine;

      smp_sincos (smp_hash_unit (h, 2), &sine, &cosine);

      /* columns: half axes in mm of skin, then in px */
      const double     a[4] = { size * cosine, -thin * sine,
                                size * sine, thin * cosine };
      const double     m[4] = {
        spot->j[0] * a[0] + spot->j[1] * a[2],
        spot->j[0] * a[1] + spot->j[1] * a[3],
        spot->j[2] * a[0] + spot->j[3] * a[2],
        spot->j[2] * a[1] + spot->j[3] * a[3]
      };
      const double     u = away * cosine, v = away * sine;
      const SmpEllipse e = smp_ellipse_from_matrix (
        spot->x + spot->j[0] * u + spot->j[1] * v,
        spot->y + spot->j[2] * u + spot->j[3] * v, m, 0.3f);

      drawn |= smp_footprint_veil (&e, cover, light, image);
    }
  return drawn;
}
