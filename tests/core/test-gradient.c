/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gradients: each ramp alone, no steps, ends that look as smp:dots does, the
 * same skin after an edit of the image, odd values.
 */

#include <math.h>
#include <stdlib.h>

#include "edits.h"
#include "gradients.h"
#include "scene.h"

static SmpGradient gradient;

/* Each ramp alone, from start to end and on. */
static void
test_ramps (void)
{
  static const struct
  {
    float t, density[4], water, size;
  } row[] = {
    { -1, { 0, 0, 0, 0 }, 11, .5f }, { 0, { 0, 0, 0, 0 }, 11, .5f },
    { .25f, { .25f, .15625f, .0625f, .4375f }, 0, .75f },
    { .5f, { .5f, .5f, .25f, .75f }, 0, 1 },
    { .75f, { .75f, .84375f, .5625f, .9375f }, 0, 1 },
    { 1, { 1, 1, 1, 1 }, 0, 1 }, { 2, { 1, 1, 1, 1 }, 0, 1 }
  };
  const SmpChart chart = flat_chart ();

  for (int i = 0; i < 8; i++)
    {
      SmpGradientParams p = params_of (SMP_GRADIENT_LINEAR, i / 2,
                                       i & 1 ? 180 : 0, i & 1 ? 0 : 180);
      Way               way = way_of (&p, &chart);

      p.dot_size_mm[0] = i & 1 ? 0.3f : 0.15f;
      p.dot_size_mm[1] = i & 1 ? 0.15f : 0.3f;
      p.size_ramp = 0.5f;
      p.dilution[i & 1] = 20;
      p.dilution_ramp = 0.25f;
      smp_gradient_init (&gradient, &p, &chart, 1);
      for (size_t k = 0; k < sizeof row / sizeof row[0]; k++)
        {
          const double  t = i & 1 ? 1 - row[k].t : row[k].t;
          const SmpEdge e = smp_gradient_at (
            &gradient, way.a.x + t * (way.b.x - way.a.x),
            way.a.y + t * (way.b.y - way.a.y));

          CHECK_NEAR (e.density, row[k].density[i / 2], 1e-5, "%d: %g", i, t);
          if (i & 1)
            continue;
          CHECK_NEAR (e.water, row[k].water, 1e-4, "%d: %g", i, t);
          CHECK_NEAR (e.size, row[k].size, 1e-5, "%d: %g", i, t);
        }
    }
}

/* No step anywhere: by half of a tenth of a mm at the steepest. */
static void
test_smooth (void)
{
  for (int i = 0; i < 3 * 4 * 2; i++)
    {
      const SmpChart    chart = i & 1 ? head_chart (0) : flat_chart ();
      SmpGradientParams p = params_of (SMP_GRADIENT_LINEAR + i / 8, i / 2 % 4,
                                       0, 180);
      const Way         way = way_of (&p, &chart);
      float             last = -1;

      p.irregularity_mm = 1.5f;
      smp_gradient_init (&gradient, &p, &chart, 7);
      for (double t = -0.5; t < 1.5; t += 0.002)
        {
          const double u = way.a.x + t * (way.b.x - way.a.x);
          const double v = way.a.y + t * (way.b.y - way.a.y);
          const float  density = smp_gradient_at (&gradient, u, v).density;

          CHECK (last < 0 || fabs (density - last) < 0.02, "%d: %g to %g at %g",
                 i, last, density, t);
          last = density;
        }
    }
}

static SmpPlan plan;

static float *
render (const SmpParams *p, int *dots)
{
  enum { SIDE = 512 };
  float *light = malloc (3 * SIDE * SIDE * sizeof *light);

  smp_plan_init (&plan, p);
  *dots = scene_render (&plan, SIDE, SIDE, 0, 0, SMP_CELL, scene_cover_all,
                        NULL, light);
  return light;
}

static SmpParams
scene_of (double density, double size, double dilution, int session)
{
  SmpParams p = scene_params (512, 512, 8);

  p.density_cm2 = density;
  p.dot_size_mm = size;
  p.dilution = dilution;
  p.session = session;
  return p;
}

/* Before its start a gradient is smp:dots with the values of the start, in
 * every session; with equal ends it is that everywhere, bit for bit.
 */
static void
test_ends (void)
{
  const long n = 3 * 512 * 512;

  for (int i = 0; i < 8; i++)
    {
      const int equal = i & 1, session = 1 + i / 2;
      SmpParams p = scene_of (60, 0.2, 20, session);
      int       dots, same;
      float    *wanted = render (&p, &dots), *got, worst = 0;

      p = scene_of (9, 9, 9, session);
      p.gradient = params_of (SMP_GRADIENT_LINEAR, SMP_PROFILE_SMOOTH, 60,
                              equal ? 60 : 180);
      p.gradient.start[0] = equal ? 0.2f : 1.2f;
      p.gradient.end[0] = 1.8f;
      p.gradient.dot_size_mm[0] = 0.2f;
      p.gradient.dot_size_mm[1] = equal ? 0.2f : 0.3f;
      p.gradient.dilution[0] = 20;
      p.gradient.dilution[1] = equal ? 20 : 9;
      got = render (&p, &same);
      CHECK (dots == same && dots > 100, "%d: %d, %d dots", i, dots, same);
      for (long k = 0; k < n; k++)
        worst = fmaxf (worst, fabsf (got[k] - wanted[k]));
      CHECK (worst < (equal ? 1e-30 : 1e-5), "%d: off by %g", i, worst);
      free (wanted);
      free (got);
    }
}

static SmpEdge
gradient_at (const void *laid, double u_mm, double v_mm)
{
  return smp_gradient_at (laid, u_mm, v_mm);
}

static void
test_edits (void)
{
  const SmpHead      heads[] = { { 0.5, 0.5, 155, 200, 20 } };
  const SmpChart     old[] = { flat_chart (), head_chart (20) };
  static SmpGradient edited;

  for (int i = 0; i < 4 * EDITS * 2; i++)
    {
      const Edit       *edit = &edits[i / 2 % EDITS];
      const SmpHead    *head = i & 1 ? heads : NULL;
      const SmpChart    new = edited_chart (edit, head);
      SmpGradientParams p = params_of (SMP_GRADIENT_LINEAR + i / 8,
                                       SMP_PROFILE_SMOOTH, 20, 180);

      p.irregularity_mm = 1.5f;
      p.dilution[0] = 15;
      smp_gradient_init (&gradient, &p, &old[i & 1], 3);
      smp_gradient_init (&edited, &p, &new, 3);
      check_edit (edit, head, gradient_at, &gradient, &edited);
    }
}

static void
test_odd (void)
{
  const double   places[] = { -INFINITY, -1e300, -1e4, 0, 90, 1e9, NAN };
  const SmpChart charts[] = { flat_chart (), head_chart (10) };
  const float    odd[] = { NAN, -INFINITY, INFINITY, -1e30f, 0, 0.5f, 1e30f };

  for (int i = 0; i < 4 * 4 * 7 * 2; i++)
    {
      const float       x = odd[i / 8 % 7];
      SmpGradientParams p = params_of (SMP_GRADIENT_LINEAR + i / 2 % 4,
                                       SMP_PROFILE_LINEAR + i / 56, x, 180);

      p.start[0] = p.end[0] = p.start[1] = p.end[1] = i & 1 ? x : 0.5f;
      p.width_mm = p.irregularity_mm = x;
      p.dot_size_mm[0] = p.dilution[1] = x;
      p.size_ramp = p.dilution_ramp = x;
      p.path.n = i % 3 == 0 ? 1 : i % 3 == 1 ? -1 : 1000;
      smp_gradient_init (&gradient, &p, &charts[i & 1], 1);
      for (int k = 0; k < 49; k++)
        {
          const SmpEdge e = smp_gradient_at (&gradient, places[k / 7],
                                             places[k % 7]);

          CHECK (e.density >= 0 && e.density <= 1, "%d: %g", i, e.density);
          CHECK (e.size > 0 && e.size <= 1, "%d: %g", i, e.size);
          CHECK (fabs (e.water) <= 1e6, "%d: %g", i, e.water);
        }
    }
}

int
main (void)
{
  test_ramps ();
  test_smooth ();
  test_ends ();
  test_edits ();
  test_odd ();
  return smp_test_result ();
}
