/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Blue noise: smallest nearest-neighbour distance rho >= .50 of the largest one
 * possible, CV of the distances <= .13, at every density and in a gradient;
 * jitter of the default variation as careful work has it.
 */

#include <math.h>
#include <stdlib.h>

#include "plan.h"
#include "smp-test.h"

#define SIDE_MM 120.0
#define BINS    160             /* cells of .75 mm */
#define MAX     80000

typedef struct
{
  double x[MAX], y[MAX], local[MAX];      /* mm, local density */
  int    next[MAX], first[BINS * BINS];
  int    count;
  double density;               /* dots/cm2; < 0: ramp 0..-density along x */
  float  variation;
  SmpGradient gradient;         /* of which density is the largest */
} Field;

static int
bin (double v)
{
  const int b = (int) (v / SIDE_MM * BINS);

  return b < 0 ? 0 : b >= BINS ? BINS - 1 : b;
}

static void
add (const SmpDot *dot, void *data)
{
  Field       *f = data;
  const double local = f->density >= 0
                       ? f->density * smp_gradient_at (&f->gradient, dot->x_mm,
                                                       dot->y_mm).density
                       : -f->density * dot->x_mm / SIDE_MM;
  double       dx, dy;
  int         *head;

  if (!(dot->density_cm2 < local))
    return;
  smp_dot_jitter (9, dot->id, dot->density_cm2, f->variation, &dx, &dy);
  f->x[f->count] = dot->x_mm + dx;
  f->y[f->count] = dot->y_mm + dy;
  f->local[f->count] = local;
  head = &f->first[bin (f->y[f->count]) * BINS + bin (f->x[f->count])];
  f->next[f->count] = *head;
  *head = f->count++;
}

static double
nearest (const Field *f, int i)
{
  double best = 1e9;

  for (int ring = 0; ring < BINS && (ring - 1) * SIDE_MM / BINS < best; ring++)
    for (int v = bin (f->y[i]) - ring; v <= bin (f->y[i]) + ring; v++)
      for (int u = bin (f->x[i]) - ring; u <= bin (f->x[i]) + ring; u++)
        if (u >= 0 && v >= 0 && u < BINS && v < BINS
            && (abs (u - bin (f->x[i])) == ring
                || abs (v - bin (f->y[i])) == ring))
          for (int k = f->first[v * BINS + u]; k >= 0; k = f->next[k])
            if (k != i)
              {
                const double d = hypot (f->x[k] - f->x[i],
                                        f->y[k] - f->y[i]);

                best = d < best ? d : best;
              }
  return best;
}

/* rho: smallest distance in units of the triangular lattice's; cv of all. */
static void
measure (Field *f, double *rho, double *cv)
{
  double sum = 0.0, sum2 = 0.0;
  int    n = 0;

  *rho = 1e9;
  for (int i = 0; i < f->count; i++)
    {
      const double unit = 10.0 * sqrt (2.0 / (sqrt (3.0) * f->local[i]));
      const double margin = 1.5 * unit;
      double       d;

      /* sparse ends of a ramp are shorter than their own spacing */
      if (f->x[i] < margin || f->x[i] > SIDE_MM - margin || f->y[i] < margin
          || f->y[i] > SIDE_MM - margin
          || f->local[i] < fmin (20.0, fabs (f->density)))
        continue;
      d = nearest (f, i) / unit;
      *rho = d < *rho ? d : *rho;
      sum += d;
      sum2 += d * d;
      n++;
    }
  *cv = sqrt (sum2 / n - sum / n * (sum / n)) / (sum / n);
}

/* 60 mm of a gradient to nothing, or none. */
static void
set_gradient (Field *f, SmpGradientShape shape, SmpProfile profile)
{
  const SmpFrame          frame = smp_frame_from_box (0, 0, SIDE_MM, SIDE_MM);
  const SmpGradientParams p = {
    .shape = shape, .profile = profile, .width_mm = 60,
    .start = { 0.5f, 0.5f }, .end = { 1, 0.5f }, .irregularity_mm = 1.5f,
    .density_cm2 = { f->density, 0 }, .dot_size_mm = { 0.3f, 0.3f }
  };
  SmpChart                chart;

  smp_chart_init (&chart, &frame, NULL, 1);
  smp_gradient_init (&f->gradient, &p, &chart, 9);
}

static void
check_row (Field *f, double rho_min, double cv_min, double cv_max)
{
  const SmpBox box = { 0.0, 0.0, SIDE_MM, SIDE_MM };
  double       rho, cv;

  f->count = 0;
  for (int k = 0; k < BINS * BINS; k++)
    f->first[k] = -1;
  smp_dots_query (box, fabs (f->density), 9, add, f);
  measure (f, &rho, &cv);
  printf ("%6.0f /cm2, variation %.1f, gradient %d %d: %5d dots, rho %.3f, "
          "CV %.3f\n", f->density, f->variation, f->gradient.shape,
          f->gradient.profile, f->count, rho, cv);
  CHECK (rho >= rho_min, "%g: rho %g", f->density, rho);
  CHECK (cv >= cv_min && cv <= cv_max, "%g: CV %g", f->density, cv);
}

int
main (void)
{
  static const struct
  {
    double density, rho_min, cv_min, cv_max;
    float  variation;
  } row[] = {
    { 5, 0.50, 0.05, 0.13, 0 },    { 25, 0.50, 0.05, 0.13, 0 },
    { 100, 0.50, 0.05, 0.13, 0 },  { 180, 0.50, 0.05, 0.13, 0 },
    { 400, 0.50, 0.05, 0.13, 0 },  { -400, 0.50, 0.05, 0.13, 0 },
    { 54, 0.25, 0.13, 0.20, 0.5 },  { 200, 0.05, 0.15, 0.20, 0.5 }
  };
  Field *f = calloc (1, sizeof *f);

  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
      f->density = row[i].density;
      f->variation = row[i].variation;
      check_row (f, row[i].rho_min, row[i].cv_min, row[i].cv_max);
    }
  for (int i = 0; i < 4 * 4; i++)
    {
      f->density = 180;
      f->variation = 0;
      set_gradient (f, SMP_GRADIENT_LINEAR + i / 4, SMP_PROFILE_LINEAR + i % 4);
      check_row (f, 0.50, 0.05, 0.13);
    }
  free (f);
  return smp_test_result ();
}
