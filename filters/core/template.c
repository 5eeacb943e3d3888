/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns are drawn on a map of the scalp: the direction from the middle of the
 * head on the unit sphere (left, front, up), mapped around "up" by Lambert's
 * equal-area projection and stretched to a head of 155 x 195 mm, x to the left,
 * y to the back.  Borders are distances d to simple shapes, > 0 inside:
 *
 *   share = strength S (min (natural, d + grow) + noise),  S a smooth step
 *
 * where natural is how far within the hair of youth a place lies, so a pattern
 * grows backwards, never onto the forehead.  Round shapes and the parting are
 * measured along the chord and from the middle plane of the head itself: on a
 * sphere a cap of chord r has the area pi r^2.
 *
 * Sources: Norwood, "Male pattern baldness" (1975); Ludwig (1977) and Savin's
 * scale; the hairline's middle and the whorl stand 45 and 32 degrees from "up".
 *
 * Invariants: depends on the place on the head and the seed alone; the share
 * never falls when front, temples, crown, thin or area rises.
 */

#include "template.h"

#include <math.h>

#include "noise.h"
#include "scalar.h"

#define HALF_BREADTH  77.5
#define HALF_LENGTH   97.5
#define WHORL_DEG     32.0
#define FRONT_Y      -75.0      /* middle of the youthful hairline */
#define FRONT_BEND    0.0085    /* its curve, per mm, near the middle ... */
#define FRONT_X       75.0      /* ... and where it has bent half as much */
#define ROUND_MM      80.0      /* receded so far it is straight, then round */
#define SCALP_Y       25.0      /* the ellipse that holds all hair */
#define SCALP_X_HALF  112.0
#define SCALP_Y_HALF  140.0
#define LOWEST       -0.75      /* of up: neck and chin */
#define STRIP_MM      12.0      /* of hair in front of a thin top or parting */
#define MERGE_MM      16.0      /* front and crown run into each other */
#define SIDE_MM       40.0      /* so far before the line a side ends it */
#define MICRO_MM      9.0
#define MACRO_MM      34.0
#define MACRO         1.6
#define FACING_MIN    0.0871557427     /* cos 85 degrees */
#define FAR           1e4

/* Where patches lie on the map, mm, and their size to the largest. */
static const double patch_place[SMP_PATCHES_MAX][3] = {
  { 16.0, 58.0, 1.0 }, { -36.0, -14.0, 0.85 }, { 30.0, -34.0, 0.6 },
  { -46.0, 54.0, 0.7 }, { 52.0, 14.0, 0.45 }, { -8.0, 100.0, 0.5 }
};

static double
smaller (double a, double b)
{
  return a < b ? a : b;
}

static double
larger (double a, double b)
{
  return a > b ? a : b;
}

/* 0 up to a, 1 from b. */
static double
step (double x, double a, double b)
{
  const double t = smp_clamp ((x - a) / (b - a), 0.0, 1.0);

  return t * t * (3.0 - 2.0 * t);
}

/* The larger of two distances, their corner rounded. */
static double
merge (double a, double b)
{
  const double h = larger (MERGE_MM - (a > b ? a - b : b - a), 0.0) / MERGE_MM;

  return larger (a, b) + 0.25 * MERGE_MM * h * h;
}

/* Within an ellipse around (0, y0), > 0: near its border the distance. */
static double
within_oval (double x, double y, double y0, double half_x, double half_y)
{
  const double u = x / half_x;
  const double v = (y - y0) / half_y;
  const double r = sqrt (u * u + v * v);
  const double slope = sqrt (u * u / (half_x * half_x)
                             + v * v / (half_y * half_y));

  return r > 1e-3 ? (1.0 - r) * r / slope : smaller (half_x, half_y);
}

static double
distance (const double a[3], const double b[3])
{
  const double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];

  return sqrt (x * x + y * y + z * z);
}

/* How far the youthful hairline lies behind its middle at x. */
static double
front_bend (double x)
{
  const double u = x / FRONT_X;

  return FRONT_BEND * x * x / (1.0 + u * u);
}

/* How far behind it a place lies. */
static double
behind_front (double x, double y)
{
  const double u = x / FRONT_X;
  const double slope = 2.0 * FRONT_BEND * x
                       / ((1.0 + u * u) * (1.0 + u * u));

  return (y - FRONT_Y - front_bend (x)) / sqrt (1.0 + slope * slope);
}

/* How far the hairline has receded at x from the middle.  What has hardly begun
 * is kept in front of the line: no thin bald seam.
 */
static double
receded (const SmpTemplate *t, double x)
{
  const SmpTemplateParams *p = &t->params;
  const double             half = 0.5 * p->width_mm / t->scale;
  const double             back = p->front_mm
                                  + (p->temples_mm - p->front_mm)
                                    * step (x, 0.2 * half, 0.75 * half);
  const double             r = back / t->scale
                               - (back / t->scale + SIDE_MM)
                                 * step (x, 0.8 * half, 1.3 * half);

  return r < 10.0 ? 2.0 * r - 10.0 : r;
}

/* Where the receded line runs; behind the crown it is round. */
static double
line_y (const SmpTemplate *t, double x)
{
  const double r = receded (t, x);
  const double bend = 1.0 - larger (r, 0.0) / ROUND_MM;

  return FRONT_Y + r + bend * front_bend (x);
}

static double
within_front (const SmpTemplate *t, double x, double y)
{
  const double at = x < 0.0 ? -x : x;
  const double slope = 0.5 * (line_y (t, at + 1.0) - line_y (t, at - 1.0));

  return (line_y (t, at) - y) / sqrt (1.0 + slope * slope);
}

/* A place of the scalp: on the map and in mm from the middle of the head. */
typedef struct
{
  double x, y;
  double at[3];
} Place;

/* All that is bald, > 0 inside. */
static double
within_loss (const SmpTemplate *t, const Place *place)
{
  const SmpTemplateParams *p = &t->params;
  double                   d = -FAR;

  if (p->width_mm > 0.0)
    d = t->scale * within_front (t, place->x, place->y);
  if (p->crown_mm > 0.0)
    d = merge (d, 0.5 * p->crown_mm - distance (place->at, t->crown));
  for (int i = 0; i < p->patches; i++)
    d = larger (d, 0.5 * p->patch_mm * patch_place[i][2]
                   - distance (place->at, t->patch[i]));
  return d;
}

static double
within_thin (const SmpTemplate *t, const Place *place)
{
  const SmpTemplateParams *p = &t->params;
  const double             half_x = 0.5 * p->thin_width_mm / t->scale;
  const double             half_y = 0.5 * p->thin_length_mm / t->scale;

  if (!(p->thin_width_mm > 0.0))
    return FAR;
  return t->scale * within_oval (place->x, place->y,
                                 FRONT_Y + STRIP_MM + half_y, half_x, half_y);
}

/* Of the parting, which ends at the whorl. */
static double
within_part (const SmpTemplate *t, const Place *place)
{
  const double x = place->at[0] < 0.0 ? -place->at[0] : place->at[0];
  const double front = behind_front (place->x, place->y) - 0.5 * STRIP_MM;
  const double whorl = 50.0 - place->y;

  return smaller (0.5 * t->params.part_mm - x,
                  t->scale * smaller (front, whorl));
}

static double
wobble (const SmpTemplate *t, const Place *place)
{
  /* many borders run along an axis, where the noise has its grain: turn it */
  const double x = 0.8 * place->x + 0.6 * place->y;
  const double y = 0.8 * place->y - 0.6 * place->x;

  return t->params.irregularity_mm
         * (smp_noise (t->seed, SMP_SALT_MICRO, x, y, MICRO_MM)
            + MACRO * smp_noise (t->seed, SMP_SALT_MACRO, x, y, MACRO_MM));
}

/* The share of a shape that reaches d mm beyond the place. */
static double
soft (double d, double half_edge)
{
  return half_edge > 1e-3 ? step (d, -half_edge, half_edge)
         : d > 0.0 ? 1.0 : 0.0;
}

static double
share_at (const SmpTemplate *t, const Place *place)
{
  const SmpTemplateParams *p = &t->params;
  const double             scalp = t->scale * smaller (
    behind_front (place->x, place->y),
    within_oval (place->x, place->y, SCALP_Y, SCALP_X_HALF, SCALP_Y_HALF));
  const double             half = 0.5 * p->edge_mm;
  const double             reach = half + (1.0 + MACRO) * p->irregularity_mm;

  if (scalp < -reach)
    return 0.0;

  const double loss = smaller (scalp, within_loss (t, place) + t->grow_mm);
  const double thin = p->thin > 0.0
                      ? smaller (scalp, within_thin (t, place) + t->grow_mm)
                      : -FAR;
  const double part = p->part_mm > 0.0
                      ? smaller (scalp, within_part (t, place)) : -FAR;

  if (loss > reach)
    return 1.0;
  if (loss < -reach && part < -reach && (thin > reach || thin < -reach))
    return thin > 0.0 ? p->thin : 0.0;

  const double wild = wobble (t, place);
  /* a narrow parting stays open */
  const double part_half = smaller (half, 0.5 * p->part_mm);
  const double part_wild = wild * smaller (1.0, 0.03 * p->part_mm);

  const double open = soft (part + part_wild, part_half);
  const double thinned = p->thin * soft (thin + wild, half);

  return larger (soft (loss + wild, half), open + (1.0 - open) * thinned);
}

/* The place in a direction of the unit sphere (left, front, up). */
static bool
place_towards (const SmpTemplate *t, const double to[3], Place *place)
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
        Place        place;

        if (r2 < 4.0 && place_towards (t, to, &place))
          sum += share_at (t, &place) * stretch (t, to);
      }
  return sum * grid * grid;
}

double
smp_template_area_cm2 (const SmpTemplate *t)
{
  return 0.01 * area_mm2 (t, 0.0125);
}

/* By bisection; a template that has only a parting stays as it is. */
static void
grow_to_area (SmpTemplate *t)
{
  double least = -60.0, most = 60.0;

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
  Place        place = { 0 };

  place_towards (t, to, &place);
  for (int c = 0; c < 3; c++)
    at[c] = place.at[c];
}

void
smp_template_init (SmpTemplate *t, const SmpTemplateParams *params,
                   const SmpChart *chart, const SmpTemplateView *view,
                   uint32_t seed)
{
  double sine, cosine;

  t->params = *params;
  t->params.patches = params->patches < 0 ? 0
                      : params->patches > SMP_PATCHES_MAX
                        ? SMP_PATCHES_MAX : params->patches;
  t->chart = *chart;
  t->seed = seed;
  t->half_mm[0] = chart->a_mm;
  t->half_mm[1] = chart->b_mm;
  t->half_mm[2] = chart->c_mm;
  set_axes (t, view);
  t->scale = head_scale (t);
  smp_sincos (0.5 * WHORL_DEG / 360.0, &sine, &cosine);
  set_place (t, 0.0, 2.0 * HALF_LENGTH * sine, t->crown);
  for (int i = 0; i < SMP_PATCHES_MAX; i++)
    set_place (t, patch_place[i][0], patch_place[i][1], t->patch[i]);
  grow_to_area (t);
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
      const double px = x + k + 0.5, py = y + 0.5;
      const double nx = (m[0] * px + m[1] * py + m[2]) / h[0];
      const double ny = (m[3] * px + m[4] * py + m[5]) / h[1];
      const double rest = 1.0 - nx * nx - ny * ny;
      Place        place;

      share[k] = 0.0f;
      if (!(rest > 0.0))
        continue;

      const double nz = sqrt (rest);
      double       to[3];

      for (int c = 0; c < 3; c++)
        to[c] = nx * t->axis[0][c] + ny * t->axis[1][c] + nz * t->axis[2][c];
      if (!place_towards (t, to, &place))
        continue;
      share[k] = (float) share_at (t, &place);

      const double gx = nx / h[0], gy = ny / h[1], gz = nz / h[2];
      const double facing = gz / sqrt (gx * gx + gy * gy + gz * gz);

      if (facing > FACING_MIN)
        sum += share[k] / facing;
    }
  return sum * (picture < 0.0 ? -picture : picture);
}
