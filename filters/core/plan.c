/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions lay 30, 70 and 100 % of the density, later dots between earlier
 * ones (the rank tile's own order); a fourth is a diffuse refinement of 15 %
 * more, in a weaker shade.  Protocol of 30 - 70 - 100 % of the natural spacing:
 * Liu, Sun, Zhang, Zhao, "SMP for localized alopecia".
 */

#include "plan.h"

#include <stddef.h>

#include "pigment.h"
#include "scalar.h"

static const float session_share[SMP_SESSIONS] = { 0.30f, 0.70f, 1.0f, 1.15f };

static SmpParams
clamp_params (const SmpParams *p)
{
  SmpParams c = *p;

  c.density_cm2 = smp_clamp (p->density_cm2, 0.0, SMP_DENSITY_MAX);
  c.dot_size_mm = smp_clamp (p->dot_size_mm, 0.01, 5.0);
  c.variation = smp_clamp (p->variation, 0.0, 1.0);
  c.dilution = smp_clamp (p->dilution, 0.0, 1e6);
  c.depth_mm = smp_clamp (p->depth_mm, 0.0, 5.0);
  c.session = p->session < 1 ? 1
              : p->session > SMP_SESSIONS ? SMP_SESSIONS : p->session;
  c.head.x = smp_clamp (p->head.x, -100.0, 100.0);
  c.head.y = smp_clamp (p->head.y, -100.0, 100.0);
  c.head.angle_deg = smp_clamp (p->head.angle_deg, -360.0, 360.0);
  return c;
}

void
smp_plan_init (SmpPlan *plan, const SmpParams *params)
{
  const SmpParams p = clamp_params (params);
  float           sigma_mm[3];
  double          sigma_px[3];

  plan->params = p;
  smp_chart_init (&plan->chart, &p.frame, p.curved ? &p.head : NULL,
                  p.px_per_mm);
  smp_pigment_scattering (p.depth_mm, sigma_mm);
  for (int c = 0; c < 3; c++)
    sigma_px[c] = smp_chart_length_px (&plan->chart, sigma_mm[c]);
  smp_halo_init (&plan->halo, sigma_px);

  plan->session_density = p.density_cm2 * session_share[p.session - 1];
  plan->query_density = plan->session_density
                        * smp_chart_area_max (&plan->chart);
  plan->pigment_density = smp_pigment_density (p.dilution);
  for (int s = 0; s < SMP_SHADES; s++)
    {
      const float depth_mm = p.depth_mm * smp_dot_shade_depth (s, p.variation);

      smp_pigment_absorption (p.pigment, depth_mm, plan->absorption[s]);
      plan->softness[s] = smp_pigment_softness (depth_mm);
    }
  plan->jitter_mm = smp_dot_jitter_max (p.variation);

  /* 1 px for the rim of the smallest dots, 1 px for the pixel itself */
  const double radius_px = smp_chart_reach_px (
    &plan->chart, smp_dot_radius_max (p.variation, p.dot_size_mm));

  plan->reach_px = smp_ceil (smp_clamp (2.0 * radius_px, 0.0, 1e5)) + 2
                   + smp_halo_reach (&plan->halo);
}
