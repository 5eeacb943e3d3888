/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* As many dots as a gradient asks for in each strip of 5 mm along it, flat and
 * on a head, and no bands in strips of 1 mm.
 */

#include <math.h>

#include "dot-shape.h"
#include "gradients.h"
#include "smp-test.h"

#define SEEDS      32
#define BINS       80           /* mm of way */
#define HALF_MM    0.1          /* half a step of the integral */

static SmpGradient gradient;

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

int
main (void)
{
  test_density ();
  return smp_test_result ();
}
