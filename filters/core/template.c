/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The head is an ellipsoid as in chart.c; the picture tells its half axes
 * across, down and towards the camera, the view how they lie in the head.
 */

#include "template.h"

#include <math.h>

#include "scalar.h"
#include "template-share.h"

#define HALF_BREADTH  77.5
#define HALF_LENGTH   97.5
#define WHORL_DEG     32.0
#define LOWEST       -0.75      /* of up: neck and chin */
#define GROW_MOST_MM  25.0
#define FACING_MIN    0.0871557427     /* cos 85 degrees */

/* The place in a direction of the unit sphere (left, front, up). */
static bool
place_towards (const SmpTemplate *t, const double to[3],
               SmpTemplatePlace *place)
{
  if (to[2] < LOWEST)
    return false;

  const double k = sqrt (2.0 / (1.0 + to[2]));

  place->x = HALF_BREADTH * k * to[0];
  place->y = -HALF_LENGTH * k * to[1];
  for (int c = 0; c < 3; c++)
    place->at[c] = 0.0;
  for (int i = 0; i < 3; i++)
    {
      const double *a = t->axis[i];
      const double  along = t->half_mm[i]
                            * (a[0] * to[0] + a[1] * to[1] + a[2] * to[2]);

      for (int c = 0; c < 3; c++)
        place->at[c] += along * a[c];
    }
  return true;
}

/* mm2 of skin per unit of the sphere. */
static double
stretch (const SmpTemplate *t, const double to[3])
{
  const double *h = t->half_mm;
  double        sum = 0.0;

  for (int i = 0; i < 3; i++)
    {
      const double *a = t->axis[i];
      const double  n = a[0] * to[0] + a[1] * to[1] + a[2] * to[2];
      const double  s = h[(i + 1) % 3] * h[(i + 2) % 3] * n;

      sum += s * s;
    }
  return sqrt (sum);
}

/* Over a grid of steps on the equal-area map of the sphere. */
static double
area_mm2 (const SmpTemplate *t, double grid)
{
  const int n = smp_ceil (1.9 / grid);
  double    sum = 0.0;

  for (int j = -n; j <= n; j++)
    for (int i = -n; i <= n; i++)
      {
        const double u = i * grid, v = j * grid;
        const double r2 = u * u + v * v;
        const double s = r2 < 4.0 ? sqrt (1.0 - 0.25 * r2) : 0.0;
        const double to[3] = { u * s, v * s, 1.0 - 0.5 * r2 };
        SmpTemplatePlace place;

        if (r2 < 4.0 && place_towards (t, to, &place))
          sum += smp_template_share (t, &place) * stretch (t, to);
      }
  return sum * grid * grid;
}

double
smp_template_area_cm2 (const SmpTemplate *t)
{
  return 0.01 * area_mm2 (t, 0.0125);
}

/* By bisection; a template that has only a parting stays as it is.  Heads too
 * small for the area get as much of it as leaves the pattern its shape.
 */
static void
grow_to_area (SmpTemplate *t)
{
  double least = -GROW_MOST_MM, most = GROW_MOST_MM;

  t->grow_mm = 0.0;
  if (!(t->params.area_cm2 > 0.0))
    return;
  for (int i = 0; i < 14; i++)
    {
      t->grow_mm = 0.5 * (least + most);
      if (area_mm2 (t, 0.03) < 100.0 * t->params.area_cm2)
        least = t->grow_mm;
      else
        most = t->grow_mm;
    }
}

/* The camera looks from (left, front, up) = (sin turn cos e, cos turn cos e,
 * sin e); a turn beyond 90 degrees is a view from behind.
 */
static void
set_axes (SmpTemplate *t, const SmpTemplateView *view)
{
  const double turn = smp_clamp (view->turn_deg, -180.0, 180.0);
  double       st, ct, se, ce;

  smp_sincos ((turn + (view->back ? 180.0 : 0.0)) / 360.0, &st, &ct);
  smp_sincos (smp_clamp (view->elevation_deg, -90.0, 90.0) / 360.0, &se, &ce);

  const double axis[3][3] = {
    { ct, -st, 0.0 },
    { st * se, ct * se, -ce },
    { st * ce, ct * ce, se }
  };

  for (int i = 0; i < 3; i++)
    for (int c = 0; c < 3; c++)
      t->axis[i][c] = axis[i][c];
}

/* The square root of how much wider and longer the head is than the map's. */
static double
head_scale (const SmpTemplate *t)
{
  double breadth = 0.0, length = 0.0;

  for (int i = 0; i < 3; i++)
    {
      const double x = t->half_mm[i] * t->axis[i][0];
      const double y = t->half_mm[i] * t->axis[i][1];

      breadth += x * x;
      length += y * y;
    }
  return sqrt (sqrt (breadth * length) / (HALF_BREADTH * HALF_LENGTH));
}

static void
set_place (const SmpTemplate *t, double x, double y, double at[3])
{
  const double u = x / HALF_BREADTH, v = -y / HALF_LENGTH;
  const double r2 = u * u + v * v;
  const double s = sqrt (1.0 - 0.25 * r2);
  const double to[3] = { u * s, v * s, 1.0 - 0.5 * r2 };
  SmpTemplatePlace place = { 0 };

  place_towards (t, to, &place);
  for (int c = 0; c < 3; c++)
    at[c] = place.at[c];
}

void
smp_template_init (SmpTemplate *t, const SmpTemplateParams *params,
                   const SmpChart *chart, const SmpChart *outline,
                   const SmpTemplateView *view, uint32_t seed)
{
  double sine, cosine;

  t->params = *params;
  t->params.patches = params->patches < 0 ? 0
                      : params->patches > SMP_PATCHES_MAX
                        ? SMP_PATCHES_MAX : params->patches;
  t->chart = *chart;
  t->outline = *outline;
  t->seed = seed;
  t->half_mm[0] = chart->a_mm;
  t->half_mm[1] = chart->b_mm;
  t->half_mm[2] = chart->c_mm;
  set_axes (t, view);
  t->scale = head_scale (t);
  smp_sincos (0.5 * WHORL_DEG / 360.0, &sine, &cosine);
  set_place (t, 0.0, 2.0 * HALF_LENGTH * sine, t->crown);
  for (int i = 0; i < SMP_PATCHES_MAX; i++)
    set_place (t, smp_template_patch[i][0], smp_template_patch[i][1],
               t->patch[i]);
  grow_to_area (t);
}

/* The pixel in half axes of the chart's head; the square of its distance from
 * the middle.
 */
static double
to_head (const SmpChart *chart, double px, double py, double at[2])
{
  const double *m = chart->to_mm;

  at[0] = (m[0] * px + m[1] * py + m[2]) / chart->a_mm;
  at[1] = (m[3] * px + m[4] * py + m[5]) / chart->b_mm;
  return at[0] * at[0] + at[1] * at[1];
}

/* A normal's direction for a pixel; false: nothing of the head is there. */
static bool
normal_at (const SmpTemplate *t, double px, double py, double n[3])
{
  double       seen[2];
  const double r2 = to_head (&t->chart, px, py, n);

  if (!(to_head (&t->outline, px, py, seen) < 1.0))
    return false;
  n[2] = r2 < 1.0 ? sqrt (1.0 - r2) : 0.0;
  for (int i = 0; i < 2 && !(r2 < 1.0); i++)
    n[i] /= sqrt (r2);
  return true;
}

double
smp_template_row (const SmpTemplate *t, int x, int y, int n, float *share)
{
  const double *m = t->chart.to_mm;
  const double *h = t->half_mm;
  const double  picture = m[0] * m[4] - m[1] * m[3];
  double        sum = 0.0;

  for (int k = 0; k < n; k++)
    {
      double normal[3], to[3];
      SmpTemplatePlace place;

      share[k] = 0.0f;
      if (!normal_at (t, x + k + 0.5, y + 0.5, normal))
        continue;
      for (int c = 0; c < 3; c++)
        to[c] = normal[0] * t->axis[0][c] + normal[1] * t->axis[1][c]
                + normal[2] * t->axis[2][c];
      if (!place_towards (t, to, &place))
        continue;
      share[k] = (float) smp_template_share (t, &place);

      const double gx = normal[0] / h[0], gy = normal[1] / h[1];
      const double gz = normal[2] / h[2];
      const double facing = gz / sqrt (gx * gx + gy * gy + gz * gz);

      if (facing > FACING_MIN)
        sum += share[k] / facing;
    }
  return sum * (picture < 0.0 ? -picture : picture);
}
