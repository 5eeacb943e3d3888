/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns are drawn on a map of the scalp, see template-share.h.  Borders are
 * distances d to simple shapes, > 0 inside:
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

#include "template-share.h"

#include <math.h>

#include "noise.h"
#include "scalar.h"

#define FRONT_Y      -75.0      /* middle of the youthful hairline */
#define FRONT_BEND    0.0085    /* its curve, per mm, near the middle ... */
#define FRONT_X       75.0      /* ... and where it has bent half as much */
#define ROUND_MM      42.0      /* receded so far it is straight, then round */
#define ROUND_MOST   -1.2       /* but never pointed */
#define SCALP_Y       25.0      /* the ellipse that holds all hair */
#define SCALP_X_HALF  112.0
#define SCALP_Y_HALF  140.0
#define STRIP_MM      12.0      /* of hair in front of a thin top or parting */
#define MERGE_MM      16.0      /* front and crown run into each other */
#define SIDE_LEAN      0.25     /* how much nearer to each other the sides of
                                   the bald front come towards the back */
#define SIDE_Y       -20.0      /* where they are as far apart as it is wide */
#define CORNER_MM     30.0      /* roundness of its corners at the back */
#define MICRO_MM      9.0
#define MACRO_MM      34.0
#define MACRO         1.6
#define FAR           1e4

/* Where patches lie on the map, mm, and their size to the largest. */
const double smp_template_patch[SMP_PATCHES_MAX][3] = {
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

/* The larger of two distances, their corner rounded over so many mm. */
static double
merge (double a, double b, double round)
{
  const double h = larger (round - (a > b ? a - b : b - a), 0.0);

  return larger (a, b) + (h > 0.0 ? 0.25 * h * h / round : 0.0);
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
  const double             half = 0.5 * p->width_mm;
  const double             r = p->front_mm
                               + (p->temples_mm - p->front_mm)
                                 * step (t->scale * x, 0.2 * half,
                                         0.75 * half);

  return (r < 10.0 ? 3.0 * r - 20.0 : r) / t->scale;
}

/* Where the receded line runs; behind the crown it is round. */
static double
line_y (const SmpTemplate *t, double x)
{
  const double r = receded (t, x);
  const double bend = 1.0 - larger (r, 0.0) / ROUND_MM;

  return FRONT_Y + r + larger (bend, ROUND_MOST) * front_bend (x);
}

/* In front of the receded line and between the sides. */
static double
within_front (const SmpTemplate *t, double x, double y)
{
  const double at = x < 0.0 ? -x : x;
  const double slope = 0.5 * (line_y (t, at + 1.0) - line_y (t, at - 1.0));
  const double line = (line_y (t, at) - y) / sqrt (1.0 + slope * slope);
  const double side = (0.5 * t->params.width_mm / t->scale - at
                       - SIDE_LEAN * (y - SIDE_Y))
                      / sqrt (1.0 + SIDE_LEAN * SIDE_LEAN);
  const double round = smaller (CORNER_MM, 0.4 * t->params.temples_mm);

  return -merge (-line, -side, round);
}

/* All that is bald, > 0 inside. */
static double
within_loss (const SmpTemplate *t, const SmpTemplatePlace *place)
{
  const SmpTemplateParams *p = &t->params;
  double                   d = -FAR;

  if (p->width_mm > 0.0)
    d = t->scale * within_front (t, place->x, place->y);
  if (p->crown_mm > 0.0)
    d = merge (d, 0.5 * p->crown_mm - distance (place->at, t->crown),
               MERGE_MM);
  for (int i = 0; i < p->patches; i++)
    d = larger (d, 0.5 * p->patch_mm * smp_template_patch[i][2]
                   - distance (place->at, t->patch[i]));
  return d;
}

static double
within_thin (const SmpTemplate *t, const SmpTemplatePlace *place)
{
  const SmpTemplateParams *p = &t->params;
  const double             half_x = 0.5 * p->thin_width_mm / t->scale;
  const double             half_y = 0.5 * p->thin_length_mm / t->scale;

  if (!(p->thin_width_mm > 0.0))
    return FAR;
  return t->scale * within_oval (place->x, place->y,
                                 FRONT_Y + STRIP_MM + half_y, half_x, half_y);
}

/* Of the parting, which ends at the whorl; its ends are round. */
static double
within_part (const SmpTemplate *t, const SmpTemplatePlace *place)
{
  const double half = 0.5 * t->params.part_mm;
  const double x = place->at[0];
  const double front = behind_front (place->x, place->y) - 0.5 * STRIP_MM;
  const double whorl = 50.0 - place->y;
  const double beyond = larger (half - t->scale * smaller (front, whorl), 0.0);

  return half - sqrt (x * x + beyond * beyond);
}

static double
wobble (const SmpTemplate *t, const SmpTemplatePlace *place)
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

double
smp_template_share (const SmpTemplate *t, const SmpTemplatePlace *place)
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
