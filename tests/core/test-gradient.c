/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gradients: as many dots in each strip of 5 mm as the profile says, flat and
 * on a head; no bands in strips of 1 mm; each ramp alone; ends that look as
 * smp:dots does; the same skin after an edit of the image.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "scene.h"
#include "smp-test.h"

#define SEEDS      32
#define BINS       80           /* mm of way */
#define HALF_MM    0.1          /* half a step of the integral */

static SmpGradient gradient;

static const float line_start[2] = { 0.35f, 0.55f };
static const float line_end[2] = { 0.62f, 0.45f };

static SmpGradientParams
params_of (SmpGradientShape shape, SmpProfile profile, float first, float last)
{
  SmpGradientParams p;

  memset (&p, 0, sizeof p);
  p.shape = shape;
  p.profile = profile;
  memcpy (p.start, line_start, sizeof p.start);
  memcpy (p.end, line_end, sizeof p.end);
  p.width_mm = 40;
  p.density_cm2[0] = first;
  p.density_cm2[1] = last;
  p.dot_size_mm[0] = p.dot_size_mm[1] = 0.3f;
  p.dilution[0] = p.dilution[1] = 9;
  p.size_ramp = p.dilution_ramp = 1;
  return p;
}

/* A place on the chart as the test knows it. */
typedef struct
{
  SmpGradientShape shape;
  SmpPoint         a, b;
} Way;

static Way
way_of (const SmpGradientParams *p, const SmpChart *chart)
{
  Way w = { .shape = p->shape };

  smp_chart_from_frame (chart, p->start[0], p->start[1], &w.a.x, &w.a.y);
  smp_chart_from_frame (chart, p->end[0], p->end[1], &w.b.x, &w.b.y);
  return w;
}

static double
way_length (const SmpGradientParams *p, const Way *w)
{
  return p->shape >= SMP_GRADIENT_PARTING ? p->width_mm
                                          : smp_distance (w->a, w->b);
}

/* mm from the start of the gradient, straight lines taken as straight. */
static double
way_at (const Way *w, double u, double v)
{
  const double length = smp_distance (w->a, w->b);
  const double x = (w->b.x - w->a.x) / length, y = (w->b.y - w->a.y) / length;
  const double along = (u - w->a.x) * x + (v - w->a.y) * y;
  const double left = (u - w->a.x) * y - (v - w->a.y) * x;

  switch (w->shape)
    {
    case SMP_GRADIENT_RADIAL:
      return hypot (u - w->a.x, v - w->a.y);
    case SMP_GRADIENT_PARTING:
      return hypot (left, along < 0 ? along : fmax (0, along - length));
    case SMP_GRADIENT_HAIRLINE:
      return left;
    default:
      return along;
    }
}

static double
profile_at (const SmpGradientParams *p, double t)
{
  const double c = t < 0 ? 0 : t > 1 ? 1 : t;
  const int    up = p->density_cm2[0] < p->density_cm2[1];
  const double s = up ? c : 1 - c;
  const double share = p->profile == SMP_PROFILE_SMOOTH ? s * s * (3 - 2 * s)
                       : p->profile == SMP_PROFILE_SOFT_TOE ? s * s
                       : p->profile == SMP_PROFILE_STEEP ? 1 - (1 - s) * (1 - s)
                       : s;

  if (p->shape == SMP_GRADIENT_HAIRLINE && t < 0)
    return 0;
  return p->density_cm2[!up] + share * (p->density_cm2[up]
                                        - p->density_cm2[!up]);
}

static double
area_at (const SmpChart *chart, double u, double v)
{
  SmpSpot spot;

  return smp_chart_to_px (chart, u, v, &spot) ? spot.area : 0;
}

typedef struct
{
  const SmpChart          *chart;
  const SmpGradientParams *params;
  const Way               *way;
  SmpBox                   box;
  uint32_t                 seed;
  int                      count[BINS];
} Count;

/* As smp_render() decides. */
static void
visit (const SmpDot *dot, void *data)
{
  Count *c = data;
  double dx, dy;

  smp_dot_jitter (c->seed, dot->id, dot->density_cm2, 0.5f, &dx, &dy);

  const double  u = dot->x_mm + dx, v = dot->y_mm + dy;
  const double  d = way_at (c->way, u, v);
  const SmpEdge e = smp_gradient_at (&gradient, u, v);

  if (u >= c->box.x_min && u < c->box.x_max && v >= c->box.y_min
      && v < c->box.y_max && d >= 0 && d < BINS
      && dot->density_cm2 < smp_gradient_density_cm2 (c->params) * e.density
                            * area_at (c->chart, u, v))
    c->count[(int) d]++;
}

/* Dots wanted and mm2 of chart for each mm of way. */
static void
expect (const Count *c, double *wanted, double *mm2)
{
  const double length = way_length (c->params, c->way);

  for (int i = 0; i < BINS; i++)
    wanted[i] = mm2[i] = 0;
  for (double v = c->box.y_min + HALF_MM; v < c->box.y_max; v += 2 * HALF_MM)
    for (double u = c->box.x_min + HALF_MM; u < c->box.x_max;
         u += 2 * HALF_MM)
      {
        const double d = way_at (c->way, u, v);

        if (!(d >= 0 && d < BINS))
          continue;
        mm2[(int) d] += 4 * HALF_MM * HALF_MM;
        wanted[(int) d] += 4 * HALF_MM * HALF_MM / 100
                           * profile_at (c->params, d / length)
                           * area_at (c->chart, u, v);
      }
}

static int strips, strips_off;  /* of 5 mm and one seed */

/* Mean and every seed of strips of mm, of which perimeters are taken as those
 * of a band across the box.  A tile holds 1.5 sqrt (perimeter) dots at 3.3
 * sigma, so one strip in a thousand is off by more.
 */
static void
check_strips (int (*count)[BINS], const double *wanted, const double *mm2,
              int mm, const char *what)
{
  double worst = 0;

  for (int i = 0; i + mm <= BINS; i += mm)
    {
      double dots = 0, area = 0, mean = 0;

      for (int k = i; k < i + mm; k++)
        {
          dots += wanted[k];
          area += mm2[k];
        }
      if (dots < 5)
        continue;

      const double perimeter = 2 * (area / mm + mm) / sqrt (area / dots);
      const double few = 1.5 * sqrt (perimeter);

      for (int s = 0; s < SEEDS; s++)
        {
          double n = 0;

          for (int k = i; k < i + mm; k++)
            n += count[s][k];
          mean += n / SEEDS;
          strips += mm > 1;
          strips_off += mm > 1 && fabs (n - dots) > fmax (0.02 * dots, few);
          CHECK_NEAR (n, dots, fmax (0.02 * dots, 1.5 * few),
                      "%s: seed %d, %d mm", what, s, i);
        }
      /* 32 seeds leave that much of few dots to chance */
      CHECK_NEAR (mean, dots, fmax (0.02 * dots, few / sqrt (SEEDS)),
                  "%s: mean, %d mm", what, i);
      if (few / sqrt (SEEDS) < 0.02 * dots)
        worst = fmax (worst, fabs (mean / dots - 1));
    }
  if (mm > 1)
    printf ("%s: strips of %d mm off by %.2f %% at most\n", what, mm,
            100 * worst);
}

static void
test_density (void)
{
  static const char *shapes[] = { "", "linear", "radial", "parting",
                                  "hairline" };
  static const char *profiles[] = { "linear", "smooth", "soft toe", "steep" };
  static int         count[SEEDS][BINS];
  double             wanted[BINS], mm2[BINS];

  for (int i = 0; i < 4 * 4; i++)
    {
      const int               curved = (i ^ i >> 2) & 1;
      const int               up = (i >> 1 ^ i >> 2) & 1;
      const SmpChart          chart = curved ? head_chart (10) : flat_chart ();
      const SmpGradientParams p = params_of (
        SMP_GRADIENT_LINEAR + i % 4, SMP_PROFILE_LINEAR + i / 4,
        up ? 20 : 180, up ? 180 : 20);
      const Way               way = way_of (&p, &chart);
      Count                   c = { &chart, &p, &way };
      char                    what[64];

      c.box = curved ? (SmpBox) { -65, -60, 65, 60 }
                     : (SmpBox) { 45, 30, 195, 150 };
      snprintf (what, sizeof what, "%s, %s, %s, %s", shapes[p.shape],
                profiles[p.profile], up ? "up" : "down",
                curved ? "head" : "flat");
      expect (&c, wanted, mm2);
      for (c.seed = 0; c.seed < SEEDS; c.seed++)
        {
          memset (c.count, 0, sizeof c.count);
          smp_gradient_init (&gradient, &p, &chart, c.seed);
          smp_dots_query ((SmpBox) { c.box.x_min - 2, c.box.y_min - 2,
                                     c.box.x_max + 2, c.box.y_max + 2 },
                          180 * smp_chart_area_max (&chart), c.seed, visit,
                          &c);
          memcpy (count[c.seed], c.count, sizeof c.count);
        }
      check_strips (count, wanted, mm2, 5, what);
      check_strips (count, wanted, mm2, 1, what);
    }
  printf ("%d of %d strips of one seed off by more than max (2 %%, 1.5 sqrt "
          "(perimeter))\n", strips_off, strips);
  CHECK (strips_off < 0.003 * strips, "%d of %d", strips_off, strips);
}

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

/* The same skin in an image that was cropped, scaled, turned or flipped. */
static void
test_edits (void)
{
  static const struct
  {
    const char *what;
    SmpFrame    frame;
    double      scale;
  } edits[] = {
    { "crop", { 1 / W, 0, 700 / W, 0, 1 / H, 300 / H, H / W }, 1 },
    { "scale", { 2 / W, 0, 0, 0, 2 / H, 0, H / W }, 0.5 },
    { "rotate", { 0, 1 / W, 0, -1 / H, 0, 1, H / W }, 1 },
    { "flip", { -1 / W, 0, 1, 0, 1 / H, 0, H / W }, 1 },
  };
  static SmpGradient edited;
  const SmpHead      head = { 0.5, 0.5, 155, 200, 20 };

  for (int i = 0; i < 4 * 4 * 2; i++)
    {
      const SmpFrame    before = smp_frame_from_box (0, 0, W, H);
      const SmpHead    *h = i & 1 ? &head : NULL;
      SmpGradientParams p = params_of (SMP_GRADIENT_LINEAR + i / 8,
                                       SMP_PROFILE_SMOOTH, 20, 180);
      SmpChart          old, new;

      p.irregularity_mm = 1.5f;
      p.dilution[0] = 15;
      smp_chart_init (&old, &before, h, PPM);
      smp_chart_init (&new, &edits[i / 2 % 4].frame, h,
                      PPM * edits[i / 2 % 4].scale);
      smp_gradient_init (&gradient, &p, &old, 3);
      smp_gradient_init (&edited, &p, &new, 3);
      for (double x = 0.25; x < 0.75; x += 0.013)
        for (double y = 0.1; y < 0.8; y += 0.017)
          {
            double u, v, r, s;

            smp_chart_from_frame (&old, x, y, &u, &v);
            smp_chart_from_frame (&new, x, y, &r, &s);

            const SmpEdge a = smp_gradient_at (&gradient, u, v);
            const SmpEdge b = smp_gradient_at (&edited, r, s);

            CHECK_NEAR (a.density, b.density, 1e-3, "%s, shape %d",
                        edits[i / 2 % 4].what, p.shape);
            CHECK_NEAR (a.water, b.water, 6e-3, "%s", edits[i / 2 % 4].what);
          }
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
  test_density ();
  return smp_test_result ();
}
