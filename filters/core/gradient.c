/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Artists thin a scalp out towards the hair that is left: at the sides, from
 * the whorl of a crown to its rim, from a parting outwards, behind a hairline
 * (facts of practice: frontal zone, crown and sides of falling density; lines
 * are never sharp).  t is the way from start to end, 0 to 1, in mm of the
 * chart, so it follows the head:
 *
 *   linear    (p - start) . direction / way
 *   radial    |p - start| / way
 *   parting   distance from the line start - end / width, all around it
 *   hairline  distance behind the line / width; no dots in front of it
 *
 * Beyond both ends all stays as it is there.  The edge wanders as a hairline
 * does.  Density goes by the profile; its toe is where there are fewer dots,
 * whichever end that is.  Size and parts of water change evenly over their own
 * share of the way.
 *
 * A dot appears where its rank is below the density asked for here, so it stays
 * one of the same progressive set: no bands, and equal ends are smp:dots.
 * Sessions lay their shares of the density asked for here.
 */

#include "gradient.h"

#include "scalar.h"

#define FRAME_MAX 10.0          /* how far out of the frame points may be */
#define WAY_MIN   1e-3f         /* mm: less is a step */
#define STEP_MM   2.0           /* length of a piece of a parting */

static float
largest (const float pair[2], double most)
{
  const float a = smp_clamp (pair[0], 0.0, most);
  const float b = smp_clamp (pair[1], 0.0, most);

  return a > b ? a : b;
}

float
smp_gradient_density_cm2 (const SmpGradientParams *params)
{
  return largest (params->density_cm2, SMP_DENSITY_MAX);
}

float
smp_gradient_dot_size_mm (const SmpGradientParams *params)
{
  return largest (params->dot_size_mm, 5.0);
}

static SmpPoint
place (const SmpChart *chart, const float from[2], const float to[2], double t)
{
  const double x0 = smp_clamp (from[0], -FRAME_MAX, FRAME_MAX);
  const double y0 = smp_clamp (from[1], -FRAME_MAX, FRAME_MAX);
  const double x1 = smp_clamp (to[0], -FRAME_MAX, FRAME_MAX);
  const double y1 = smp_clamp (to[1], -FRAME_MAX, FRAME_MAX);
  SmpPoint     p;

  smp_chart_from_frame (chart, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, &p.x,
                        &p.y);
  return p;
}

/* A straight parting in the picture is bent on the chart of a head. */
static void
init_parting (SmpGradient *g, const SmpGradientParams *p,
              const SmpChart *chart)
{
  g->n = chart->curved ? smp_ceil (smp_clamp (g->way_mm / STEP_MM, 1.0,
                                              SMP_PARTING_MAX)) : 1;
  for (int i = 0; i <= g->n; i++)
    g->parting[i] = place (chart, p->start, p->end, (double) i / g->n);
}

/* The line as it is drawn, or from start to end. */
static void
init_hairline (SmpGradient *g, const SmpGradientParams *p,
               const SmpChart *chart, float width_mm)
{
  const double  reach = width_mm + SMP_WANDER_MAX * g->irregularity_mm
                        + SMP_FIELD_SPARE_MM;
  const SmpPath line = { .n = 2, .xy = { { p->start[0], p->start[1] },
                                         { p->end[0], p->end[1] } } };

  smp_path_field_init (&g->field, p->path.n > 0 ? &p->path : &line, chart,
                       reach);
}

static void
init_ends (SmpGradient *g, const SmpGradientParams *p)
{
  const float density = smp_gradient_density_cm2 (p);
  const float size = smp_gradient_dot_size_mm (p);
  const float water = smp_clamp (p->dilution[1], 0.0, 1e6);

  for (int i = 0; i < 2; i++)
    {
      g->density[i] = density > 0.0f ? smp_clamp (p->density_cm2[i] / density,
                                                  0.0, 1.0) : 0.0f;
      g->size[i] = size > 0.0f ? smp_clamp (p->dot_size_mm[i] / size, 0.01,
                                               1.0)
                               : 1.0f;
      g->water[i] = (float) smp_clamp (p->dilution[i], 0.0, 1e6) - water;
    }
}

void
smp_gradient_init (SmpGradient *gradient, const SmpGradientParams *params,
                   const SmpChart *chart, uint32_t seed)
{
  SmpGradient *g = gradient;
  const float  width_mm = smp_clamp (params->width_mm, 0.0, 150.0);

  g->shape = params->shape;
  if (g->shape == SMP_GRADIENT_NONE)
    return;
  g->profile = params->profile;
  g->seed = seed;
  g->irregularity_mm = smp_clamp (params->irregularity_mm, 0.0, 10.0);
  g->size_ramp = smp_clamp (params->size_ramp, 0.0, 1.0);
  g->dilution_ramp = smp_clamp (params->dilution_ramp, 0.0, 1.0);
  init_ends (g, params);

  const SmpPoint end = place (chart, params->start, params->end, 1.0);

  g->start = place (chart, params->start, params->end, 0.0);
  g->way_mm = smp_distance (g->start, end);
  g->direction = (SmpPoint) { 0.0, 0.0 };
  if (g->way_mm > WAY_MIN)
    g->direction = (SmpPoint) { (end.x - g->start.x) / g->way_mm,
                                (end.y - g->start.y) / g->way_mm };
  if (g->shape == SMP_GRADIENT_PARTING)
    init_parting (g, params, chart);
  if (g->shape == SMP_GRADIENT_HAIRLINE)
    init_hairline (g, params, chart, width_mm);
  if (g->shape >= SMP_GRADIENT_PARTING)
    g->way_mm = width_mm;
}

static double
piece_distance2 (SmpPoint a, SmpPoint b, SmpPoint p)
{
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double along = length2 > 0.0
                       ? smp_clamp (((p.x - a.x) * dx + (p.y - a.y) * dy)
                                    / length2, 0.0, 1.0) : 0.0;
  const double ex = p.x - a.x - along * dx, ey = p.y - a.y - along * dy;

  return ex * ex + ey * ey;
}

static double
parting_distance (const SmpGradient *g, SmpPoint p)
{
  double nearest = 1e30;

  for (int i = 0; i < g->n; i++)
    {
      const double d2 = piece_distance2 (g->parting[i], g->parting[i + 1], p);

      nearest = d2 < nearest ? d2 : nearest;
    }
  return sqrt (nearest);
}

/* How far p is on the way, in mm. */
static float
distance_mm (const SmpGradient *g, SmpPoint p)
{
  switch (g->shape)
    {
    case SMP_GRADIENT_RADIAL:
      return smp_distance (g->start, p);
    case SMP_GRADIENT_PARTING:
      return parting_distance (g, p);
    case SMP_GRADIENT_HAIRLINE:
      return smp_path_field_at (&g->field, p.x, p.y);
    default:
      return (p.x - g->start.x) * g->direction.x
             + (p.y - g->start.y) * g->direction.y;
    }
}

/* The same to the edge as it wanders. */
static float
wandered_mm (const SmpGradient *g, double u_mm, double v_mm)
{
  const float d = distance_mm (g, (SmpPoint) { u_mm, v_mm });
  const float most = SMP_WANDER_MAX * g->irregularity_mm;

  if (d <= -most || d >= g->way_mm + most)
    return d;
  return d + smp_hairline_wander (g->seed, u_mm, v_mm, g->irregularity_mm);
}

static float
rise (SmpProfile profile, float s)
{
  switch (profile)
    {
    case SMP_PROFILE_SMOOTH:
      return s * s * (3.0f - 2.0f * s);
    case SMP_PROFILE_SOFT_TOE:
      return s * s;
    case SMP_PROFILE_STEEP:
      return s * (2.0f - s);
    default:
      return s;
    }
}

static float
between (const float pair[2], float t)
{
  return pair[0] + (pair[1] - pair[0]) * t;
}

/* How far the change is when all of it happens within ramp of the way. */
static float
ramp (float t, float width)
{
  return t < width ? t / width : 1.0f;
}

SmpEdge
smp_gradient_at (const SmpGradient *gradient, double u_mm, double v_mm)
{
  const SmpGradient *g = gradient;

  if (g->shape == SMP_GRADIENT_NONE)
    return (SmpEdge) { 1.0f, 0.0f, 1.0f };

  const float d = wandered_mm (g, u_mm, v_mm);
  const float t = g->way_mm > WAY_MIN ? smp_clamp (d / g->way_mm, 0.0, 1.0)
                                      : 1.0f;
  SmpEdge     edge = {
    .water = between (g->water, ramp (t, g->dilution_ramp)),
    .size = between (g->size, ramp (t, g->size_ramp))
  };

  if (g->shape == SMP_GRADIENT_HAIRLINE && !(d >= 0.0f))
    edge.density = 0.0f;
  else if (g->density[0] < g->density[1])
    edge.density = between (g->density, rise (g->profile, t));
  else
    edge.density = between ((float[2]) { g->density[1], g->density[0] },
                            rise (g->profile, 1.0f - t));
  return edge;
}
