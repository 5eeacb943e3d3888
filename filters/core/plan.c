/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions lay 30, 70 and 100 % of the density, later dots between earlier
 * ones (the rank tile's own order); a fourth adds 15 % more.  Only the dots of
 * the last are fresh, sessions are two weeks apart.  Protocol of 30 - 70 -
 * 100 % of the natural spacing: Liu, Sun, Zhang, Zhao, "SMP for localized
 * alopecia".
 */

#include "plan.h"

#include <math.h>
#include <stddef.h>

#include "flake.h"
#include "pigment.h"
#include "scalar.h"

static const float session_share[SMP_SESSIONS] = { 0.30f, 0.70f, 1.0f, 1.15f };

/* Scars are filled faster: 60 - 85 - 100 % of what the skin around has. */
static const float scar_share[SMP_SESSIONS] = { 0.60f, 0.85f, 1.0f, 1.15f };

#define SESSION_GAP_DAYS 14

/* A scab is brown, whatever the pigment: factors of the absorption. */
static const float scab_hue[3] = { 0.92f, 1.05f, 1.20f };

#define RED_DOTS_MM2  0.5         /* so many dots redden an area fully */
#define FLARE_GRID_MM 0.8

static const float *
shares (const SmpParams *p)
{
  return p->scar.active ? scar_share : session_share;
}

static SmpParams
clamp_params (const SmpParams *p)
{
  SmpParams c = *p;

  if (p->gradient.shape != SMP_GRADIENT_NONE)
    {
      c.density_cm2 = smp_gradient_density_cm2 (&p->gradient);
      c.dot_size_mm = smp_gradient_dot_size_mm (&p->gradient);
      c.dilution = p->gradient.dilution[1];
    }
  c.density_cm2 = smp_clamp (c.density_cm2, 0.0, SMP_DENSITY_MAX);
  c.dot_size_mm = smp_clamp (c.dot_size_mm, 0.01, 5.0);
  c.variation = smp_clamp (p->variation, 0.0, 1.0);
  c.dilution = smp_clamp (c.dilution, 0.0, 1e6);
  c.depth_mm = smp_clamp (p->depth_mm, 0.0, 5.0);
  c.hues = smp_clamp (p->hues, 0.0, 1.0);
  c.session = p->session < 1 ? 1
              : p->session > SMP_SESSIONS ? SMP_SESSIONS : p->session;
  c.head.x = smp_clamp (p->head.x, -100.0, 100.0);
  c.head.y = smp_clamp (p->head.y, -100.0, 100.0);
  c.head.angle_deg = smp_clamp (p->head.angle_deg, -360.0, 360.0);
  return c;
}

/* Shades of pigment, from shallow to deep. */
static void
init_shades (SmpPlan *plan)
{
  const SmpParams *p = &plan->params;

  plan->pigment_density = smp_pigment_density (p->dilution);
  for (int s = 0; s < SMP_SHADES; s++)
    {
      const float depth_mm = p->depth_mm * smp_dot_shade_depth (s,
                                                                p->variation);

      smp_pigment_absorption (p->pigment, depth_mm, plan->absorption[s]);
      plan->softness[s] = smp_pigment_softness (depth_mm);
      for (int c = 0; c < 3; c++)
        plan->absorption[s][c] *= plan->ageing.hue[c];
    }
  for (int c = 0; c < 3; c++)
    plan->scab_absorption[c] = scab_hue[c];
}

static void
init_redness (SmpPlan *plan)
{
  const double length = smp_chart_length_px (&plan->chart, FLARE_GRID_MM);
  const double dots_mm2 = 0.01 * plan->fresh_density;
  const double bell_mm2 = SMP_PI * SMP_BELL_MM * SMP_BELL_MM;
  /* the bells of fewer dots are stronger, and redden less in all */
  const double share = (dots_mm2 < RED_DOTS_MM2 ? dots_mm2 / RED_DOTS_MM2
                                                : 1.0)
                       / (bell_mm2 * (dots_mm2 > 0.01 ? dots_mm2 : 0.01));
  const float *skin = plan->params.skin.skin;
  int          factor = 4;

  while (2 * factor <= length && factor < SMP_HALO_FACTOR_MAX)
    factor *= 2;
  smp_halo_init_plain (&plan->flare, factor);
  for (int c = 0; c < 3; c++)
    {
      const double red = plan->healing.redness;
      /* at factor 1 the halo's grid is the image, light crosses a ring twice */
      const double ring = smp_redness_ring[c] * (plan->halo.factor == 1 ? 0.5
                                                                        : 1.0);

      plan->flare_alpha[c] = 1.0 - smp_exp (-smp_redness_area[c] * red
                                            * share);
      plan->ring_alpha[c] = 1.0 - smp_exp (-ring * red);
    }
  plan->skin_luminance = 0.2126f * skin[0] + 0.7152f * skin[1]
                         + 0.0722f * skin[2];
  if (!(plan->skin_luminance > 0.0f))
    plan->skin_luminance = -1.0f;
}

/* Upper bound of the half axes of anything that is drawn at a dot. */
static double
dot_radius_mm (const SmpPlan *plan, double size)
{
  const SmpParams *p = &plan->params;
  const double     wider = p->scar.active ? SMP_SCAR_WIDER : 1.0;
  const double     grown = size * wider
                           * smp_dot_radius_max (p->variation, p->dot_size_mm);

  return sqrt (grown * grown + 2.0 * smp_ageing_spread_max (&plan->ageing));
}

static double
largest_radius_mm (const SmpPlan *plan)
{
  const double fresh = smp_healing_size_max (&plan->healing);
  const double older = smp_healing_size_max (&plan->settled);
  const double dot = dot_radius_mm (plan, fresh > older ? fresh : older);
  double       largest = dot;

  if (plan->healing.redness > 0.0f)
    largest = dot + SMP_RING_MM > SMP_BELL_MM ? dot + SMP_RING_MM : SMP_BELL_MM;
  if (plan->healing.flakes > 0.0f && largest < SMP_FLAKE_RADIUS_MM)
    largest = SMP_FLAKE_RADIUS_MM;
  return largest;
}

/* The scar's tone, shine and texture change by as much pigment as is there. */
static SmpScarParams
pigmented (const SmpPlan *plan)
{
  const SmpParams *p = &plan->params;
  const float      share = shares (p)[p->session - 1];
  SmpScarParams    scar = p->scar;
  float            left = 0.0f;

  for (int i = 0; i < plan->scar_ageing.inks; i++)
    left += plan->scar_ageing.ink[i].contrast;
  left *= plan->scar_ageing.left * (share < 1.0f ? share : 1.0f);
  scar.tone *= left;
  scar.gloss *= left;
  scar.texture *= left;
  scar.relief += (1.0f - scar.relief) * (1.0f - left);
  return scar;
}

/* A soft rim doubles a radius; 1 px for the rim of the smallest dots, 1 px for
 * the pixel itself.
 */
static int
reach_of (const SmpPlan *plan, double radius_mm, int halo)
{
  const double radius_px = smp_chart_reach_px (&plan->chart, radius_mm);

  return smp_ceil (smp_clamp (2.0 * radius_px, 0.0, 1e5)) + 2 + halo;
}

/* The pixels that a dot is seen in when it has healed. */
static int
healed_reach (const SmpPlan *plan)
{
  const double size = smp_healing_size_max (&plan->settled);

  return reach_of (plan, dot_radius_mm (plan, size),
                   smp_halo_reach (&plan->halo))
         + smp_camera_reach (&plan->camera);
}

/* Pigment fades faster in scar tissue, and spreads as elsewhere. */
static void
init_scar (SmpPlan *plan)
{
  const SmpParams *p = &plan->params;
  SmpAgeingParams  ageing = p->ageing;
  SmpScarParams    scar;
  const SmpScarDot dot = {
    .area_mm2 = SMP_PI / 4.0 * p->dot_size_mm * p->dot_size_mm,
    .alpha = { 0 }, .density_cm2 = p->density_cm2,
    .reach_px = plan->reach_px, .healed_px = healed_reach (plan)
  };

  ageing.years *= SMP_SCAR_FADING;
  ageing.touch_up *= SMP_SCAR_FADING;
  smp_ageing_init (&plan->scar_ageing, &ageing, p->depth_mm);
  scar = pigmented (plan);
  smp_scar_init (&plan->scar, &scar, &dot, &plan->chart, p->seed,
                 plan->camera.x, plan->camera.y);
  smp_pigment_alpha (plan->pigment_density, plan->absorption[SMP_SHADES / 2],
                     plan->scar.dot.alpha);
  if (p->scar.active)
    plan->query_density *= plan->scar.treatment_max;
}

static void
init_reach (SmpPlan *plan)
{
  const int    halo = smp_halo_reach (&plan->halo);
  const int    flare = plan->healing.redness > 0.0f
                       ? smp_halo_reach (&plan->flare) : 0;
  const int    skin = smp_skin_reach (&plan->skin);
  int          scar;

  plan->jitter_mm = smp_dot_jitter_max (plan->params.variation);
  plan->dot_reach_px = reach_of (plan, largest_radius_mm (plan),
                                 halo > flare ? halo : flare);
  plan->reach_px = plan->dot_reach_px + smp_camera_reach (&plan->camera);
  init_scar (plan);
  scar = smp_scar_reach (&plan->scar);
  if (plan->reach_px < skin)
    plan->reach_px = skin;
  if (plan->reach_px < scar)
    plan->reach_px = scar;
}

void
smp_plan_init (SmpPlan *plan, const SmpParams *params)
{
  const SmpParams p = clamp_params (params);
  float           sigma_mm[3];
  double          sigma_px[3], x_px, y_px;

  plan->params = p;
  smp_chart_init (&plan->chart, &p.frame, p.curved ? &p.head : NULL,
                  p.px_per_mm);
  smp_pigment_scattering (p.depth_mm, sigma_mm);
  for (int c = 0; c < 3; c++)
    sigma_px[c] = smp_chart_length_px (&plan->chart, sigma_mm[c]);
  smp_halo_init (&plan->halo, sigma_px);

  plan->session_density = p.density_cm2 * shares (&p)[p.session - 1];
  plan->query_density = plan->session_density
                        * smp_chart_area_max (&plan->chart);
  plan->fresh_density = plan->session_density
                        - (p.session > 1
                           ? p.density_cm2 * shares (&p)[p.session - 2]
                           : 0.0f);
  plan->healing = smp_healing_at (p.healing_day);
  plan->settled = smp_healing_at (p.healing_day + SESSION_GAP_DAYS);
  smp_ageing_init (&plan->ageing, &p.ageing, p.depth_mm);
  smp_hairline_init (&plan->hairline, &p.hairline, &plan->chart, p.seed);
  smp_gradient_init (&plan->gradient, &p.gradient, &plan->chart, p.seed);
  smp_skin_init (&plan->skin, &p.skin, &plan->chart);
  smp_chart_origin_px (&plan->chart, &x_px, &y_px);
  smp_camera_init (&plan->camera, p.sharpness_px, p.grain,
                   smp_floor (x_px + 0.5), smp_floor (y_px + 0.5));
  init_shades (plan);
  init_redness (plan);
  init_reach (plan);
}

int
smp_plan_session (const SmpPlan *plan, float density_cm2)
{
  int s = 0;

  while (s < plan->params.session - 1
         && !(density_cm2 < plan->params.density_cm2
                            * shares (&plan->params)[s]))
    s++;
  return s;
}
