/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A real hairline is a zone, soft and uneven.  It begins at the line and fades
 * in behind it, each with its own width: density (smoothstep), shade (6, 3, 0
 * parts of water more at 0, .5, 1 of the width) and diameter (.75, .9, 1).  In
 * front of it single dots: exponential falloff to 0 at the end of their reach,
 * STRAYS_AT_LINE of full density at the line and, so that there is no gap, at
 * least that behind it: 180 dots/cm2 and a reach of 4 mm leave 3 per cm.
 *
 * The line wanders by noise in two octaves (micro- and macro-irregularity).
 * Source: hairline practice in hair transplants, Rose, Parsley, "Science of
 * hairline design"; SMP academies teach the three ramps apart.
 *
 * Depends on the place on the scalp, the line and the seed alone.
 */

#include "hairline.h"

#include "noise.h"
#include "scalar.h"

#define STRAYS_AT_LINE  0.15f
#define STRAYS_FALLOFF  3.0       /* in e-foldings */
#define STRAYS_END      0.0497871f  /* exp (-STRAYS_FALLOFF) */
#define MICRO_MM        4.5
#define MACRO_MM        22.0
#define MACRO           (SMP_WANDER_MAX - 1.0f)  /* times the irregularity */

static float
largest (float a, float b)
{
  return a > b ? a : b;
}

void
smp_hairline_init (SmpHairline *hairline, const SmpHairlineParams *params,
                   const SmpChart *chart, uint32_t seed)
{
  SmpHairline *h = hairline;

  h->seed = seed;
  h->fade_mm = smp_clamp (params->fade_mm, 0.0, 60.0);
  h->fade_dilution_mm = smp_clamp (params->fade_dilution_mm, 0.0, 60.0);
  h->fade_size_mm = smp_clamp (params->fade_size_mm, 0.0, 60.0);
  h->irregularity_mm = smp_clamp (params->irregularity_mm, 0.0, 10.0);
  h->strays_mm = smp_clamp (params->strays_mm, 0.0, 30.0);
  smp_path_field_init (
    &h->field, &params->path, chart,
    largest (largest (h->fade_mm, h->fade_dilution_mm),
             largest (h->fade_size_mm, h->strays_mm))
    + SMP_WANDER_MAX * h->irregularity_mm + SMP_FIELD_SPARE_MM);
}

float
smp_hairline_wander (uint32_t seed, double u_mm, double v_mm,
                     float irregularity_mm)
{
  /* many lines run along an axis, where the noise has its grain: turn it */
  const double x = 0.8 * u_mm + 0.6 * v_mm;
  const double y = 0.8 * v_mm - 0.6 * u_mm;

  if (irregularity_mm == 0.0f)
    return 0.0f;
  return irregularity_mm
         * (smp_noise (seed, SMP_SALT_MICRO, x, y, MICRO_MM)
            + MACRO * smp_noise (seed, SMP_SALT_MACRO, x, y, MACRO_MM));
}

/* How far behind the line as it wanders. */
static float
behind (const SmpHairline *h, double u_mm, double v_mm)
{
  const float d = smp_path_field_at (&h->field, u_mm, v_mm);
  const float most = h->field.reach_mm - SMP_FIELD_SPARE_MM;

  if (d >= most || d <= -most)
    return d;
  return d + smp_hairline_wander (h->seed, u_mm, v_mm, h->irregularity_mm);
}

/* 0 at the line and before, 1 at the end of the ramp. */
static float
ramp (float behind_mm, float width_mm)
{
  if (!(behind_mm < width_mm))
    return behind_mm >= 0.0f ? 1.0f : 0.0f;
  return behind_mm > 0.0f ? behind_mm / width_mm : 0.0f;
}

static float
strays (float behind_mm, float reach_mm)
{
  const float t = behind_mm < 0.0f ? -behind_mm : 0.0f;

  if (!(t < reach_mm))
    return 0.0f;
  return STRAYS_AT_LINE * (smp_exp (-STRAYS_FALLOFF * t / reach_mm)
                           - STRAYS_END) / (1.0f - STRAYS_END);
}

SmpEdge
smp_hairline_at (const SmpHairline *hairline, double u_mm, double v_mm)
{
  const SmpHairline *h = hairline;

  if (h->field.empty)
    return (SmpEdge) { 1.0f, 0.0f, 1.0f };

  const float u = behind (h, u_mm, v_mm);
  const float s = ramp (u, h->fade_mm);
  const float front = strays (u, h->strays_mm);
  SmpEdge     edge = { .water = 0.0f, .size = 1.0f };

  edge.density = front + (1.0f - front) * s * s * (3.0f - 2.0f * s);
  if (h->fade_dilution_mm > 0.0f)
    edge.water = 6.0f * (1.0f - ramp (u, h->fade_dilution_mm));
  if (h->fade_size_mm > 0.0f)
    {
      const float t = ramp (u, h->fade_size_mm);

      edge.size = 0.75f + (0.35f - 0.1f * t) * t;
    }
  return edge;
}
