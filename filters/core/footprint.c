/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* With e the distance from the centre in half axes, the covered part is a
 * smooth step of the distance to the rim, (1 - e) minor, over 2 rim pixels.
 * Below a minor half axis of 2.5 px it is the mean of four samples at +-1/4 px.
 * The weights are then scaled to the exact area pi major minor, so a dot takes
 * the same light at any scale; products of 1 - alpha w keep that true where
 * dots share a pixel, sums of optical depth would not.
 *
 * Dots wider than the block are drawn row by row: there the sum of samples is
 * the integral, pi major minor (1 + (rim / minor)^2 / 5).
 */

#include "footprint.h"

#include <math.h>
#include <stddef.h>

#include "scalar.h"

#define BLOCK         48        /* px, a multiple of LANES */
#define LANES         8         /* rows of a block are padded to this */
#define RADIUS_MIN    0.35f     /* px; smaller dots are spread, area kept */
#define RIM_MIN       0.645f    /* px: the smooth step of a pixel's own box */
#define SUBSAMPLE_MAX 2.5f

/* The dot in coordinates of its own pixel, so that every clip computes the
 * same numbers.
 */
typedef struct
{
  int   x, y;             /* pixel that holds the centre */
  float fx, fy;           /* centre within that pixel, 0..1 */
  float ax, ay;           /* distance along the axes, in half axes */
  float bx, by;
  float slope;            /* minor / (2 rim) */
  int   fine;             /* take four samples */
} Brush;

SmpEllipse
smp_ellipse_from_matrix (double x, double y, const double m[4],
                         float softness)
{
  /* eigenvalues and first eigenvector of m m^T */
  const double xx = m[0] * m[0] + m[1] * m[1];
  const double xy = m[0] * m[2] + m[1] * m[3];
  const double yy = m[2] * m[2] + m[3] * m[3];
  const double mean = 0.5 * (xx + yy);
  const double half = 0.5 * (xx - yy);
  const double root = sqrt (half * half + xy * xy);
  const double vx = half > 0.0 ? half + root : xy;
  const double vy = half > 0.0 ? xy : root - half;
  const double length = sqrt (vx * vx + vy * vy);
  SmpEllipse   e = { .x = x, .y = y, .cosine = 1.0f, .sine = 0.0f };

  e.major = sqrt (mean + root);
  e.minor = sqrt (mean > root ? mean - root : 0.0);
  if (length > 1e-12 * mean)
    {
      e.cosine = vx / length;
      e.sine = vy / length;
    }
  e.rim = softness * e.minor;
  return e;
}

SmpEllipse
smp_ellipse_reduce (SmpEllipse ellipse, int factor)
{
  ellipse.x /= factor;
  ellipse.y /= factor;
  ellipse.major /= factor;
  ellipse.minor /= factor;
  ellipse.rim /= factor;
  return ellipse;
}

/* Covered parts of the n pixels right of (x, y) counted from the dot's own
 * pixel, seen from sample offset (ox, oy).
 */
static inline void
sample_row (const Brush *b, int x, int y, float ox, float oy, int n,
            float *restrict w)
{
  const float dy = (float) y + (0.5f + oy - b->fy);
  const float a0 = b->ay * dy, b0 = b->by * dy;
  const float dx0 = 0.5f + ox - b->fx;

  for (int i = 0; i < n; i++)
    {
      const float dx = (float) (x + i) + dx0;
      const float p = b->ax * dx + a0;
      const float q = b->bx * dx + b0;
      float       t = (1.0f - sqrtf (p * p + q * q)) * b->slope + 0.5f;

      t = t > 0.0f ? t : 0.0f;
      t = t < 1.0f ? t : 1.0f;
      w[i] += t * t * (3.0f - 2.0f * t);
    }
}

static void
cover_row (const Brush *b, int x, int y, int n, float *restrict w)
{
  for (int i = 0; i < n; i++)
    w[i] = 0.0f;
  if (b->fine)
    {
      sample_row (b, x, y, -0.25f, -0.25f, n, w);
      sample_row (b, x, y, 0.25f, -0.25f, n, w);
      sample_row (b, x, y, -0.25f, 0.25f, n, w);
      sample_row (b, x, y, 0.25f, 0.25f, n, w);
    }
  else
    sample_row (b, x, y, 0.0f, 0.0f, n, w);
}

/* What is laid: light[c] with the strength alpha[c]; light 0 absorbs. */
typedef struct
{
  const float *alpha;
  const float *light;       /* NULL: all 0 */
} Paint;

static void
lay_row (const float *restrict w, float scale, const Paint *paint,
         SmpPlanes *planes, int offset, int n)
{
  for (int c = 0; c < 3; c++)
    {
      const float     alpha = paint->alpha[c];
      const float     light = paint->light ? alpha * paint->light[c] : 0.0f;
      float *restrict t = planes->data[c] + offset;

      if (light > 0.0f)
        for (int i = 0; i < n; i++)
          {
            float cover = w[i] * scale;

            cover = cover < 1.0f ? cover : 1.0f;
            t[i] = t[i] * (1.0f - alpha * cover) + light * cover;
          }
      else
        for (int i = 0; i < n; i++)
          {
            float cover = w[i] * scale;

            cover = cover < 1.0f ? cover : 1.0f;
            t[i] *= 1.0f - alpha * cover;
          }
    }
}

/* Clip of start..start + n, counted from origin, to 0..size. */
static int
clip (int origin, int size, int *start, int n)
{
  const int low = *start < -origin ? -origin : *start;
  const int end = *start + n < size - origin ? *start + n : size - origin;

  *start = low;
  return end - low;
}

/* In lanes, in one order on every machine. */
static float
sum_of (const float *w, int n)
{
  float lane[LANES] = { 0.0f };

  for (int i = 0; i < n; i += LANES)
    for (int k = 0; k < LANES; k++)
      lane[k] += w[i + k];
  return ((lane[0] + lane[4]) + (lane[2] + lane[6]))
         + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

static void
draw_block (const Brush *b, int x, int y, int width, int height, float area,
            const Paint *paint, SmpPlanes *planes)
{
  const int stride = (width + LANES - 1) / LANES * LANES;
  float     w[BLOCK * BLOCK];

  for (int j = 0; j < height; j++)
    cover_row (b, x, y + j, stride, w + j * stride);

  const float scale = area / sum_of (w, stride * height);
  const int   origin_x = b->x - planes->x, origin_y = b->y - planes->y;
  int         x0 = x, y0 = y;
  const int   columns = clip (origin_x, planes->width, &x0, width);
  const int   rows = clip (origin_y, planes->height, &y0, height);

  for (int j = 0; j < rows; j++)
    lay_row (w + (y0 - y + j) * stride + x0 - x, scale, paint, planes,
             (origin_y + y0 + j) * planes->stride + origin_x + x0, columns);
}

static void
draw_rows (const Brush *b, int x, int y, int width, int height, float scale,
           const Paint *paint, SmpPlanes *planes)
{
  const int origin_x = b->x - planes->x, origin_y = b->y - planes->y;
  const int columns = clip (origin_x, planes->width, &x, width);
  const int rows = clip (origin_y, planes->height, &y, height);
  float     w[SMP_ROW_MAX];

  for (int j = 0; j < rows; j++)
    for (int i = 0; i < columns; i += SMP_ROW_MAX)
      {
        const int n = columns - i < SMP_ROW_MAX ? columns - i : SMP_ROW_MAX;

        cover_row (b, x + i, y + j, n, w);
        lay_row (w, scale, paint, planes,
                 (origin_y + y + j) * planes->stride + origin_x + x + i, n);
      }
}

static int
lay (const SmpEllipse *e, const Paint *paint, SmpPlanes *planes)
{
  const float area = (float) SMP_PI * e->major * e->minor;
  const float major = e->major > RADIUS_MIN ? e->major : RADIUS_MIN;
  const float minor = e->minor > RADIUS_MIN ? e->minor : RADIUS_MIN;
  const int   fine = minor < SUBSAMPLE_MAX;
  const float rim_min = fine ? 0.5f * RIM_MIN : RIM_MIN;
  const float rim = e->rim > rim_min ? e->rim : rim_min;
  const float soft = rim / minor;
  Brush       b = { .x = smp_floor (e->x), .y = smp_floor (e->y) };

  b.fx = (float) (e->x - b.x);
  b.fy = (float) (e->y - b.y);
  b.ax = e->cosine / major;
  b.ay = e->sine / major;
  b.bx = -e->sine / minor;
  b.by = e->cosine / minor;
  b.slope = 0.5f / soft;
  b.fine = fine;

  /* half size of the box around the rim, plus the samples' offset */
  const double c2 = (double) e->cosine * e->cosine;
  const double s2 = (double) e->sine * e->sine;
  const double m2 = (double) major * major, n2 = (double) minor * minor;
  const double reach_x = (1.0 + soft) * sqrt (c2 * m2 + s2 * n2) + 0.25;
  const double reach_y = (1.0 + soft) * sqrt (s2 * m2 + c2 * n2) + 0.25;
  const int    x = smp_floor (b.fx - reach_x), y = smp_floor (b.fy - reach_y);
  const int    width = smp_floor (b.fx + reach_x) + 1 - x;
  const int    height = smp_floor (b.fy + reach_y) + 1 - y;

  if (b.x + x >= planes->x + planes->width || b.x + x + width <= planes->x
      || b.y + y >= planes->y + planes->height
      || b.y + y + height <= planes->y)
    return 0;

  if (width <= BLOCK && height <= BLOCK)
    draw_block (&b, x, y, width, height, area, paint, planes);
  else
    draw_rows (&b, x, y, width, height,
               area / ((float) SMP_PI * major * minor
                       * (1.0f + soft * soft * 0.2f)
                       * (b.fine ? 4.0f : 1.0f)),
               paint, planes);
  return 1;
}

int
smp_footprint_draw (const SmpEllipse *ellipse, const float alpha[3],
                    SmpPlanes *planes)
{
  return lay (ellipse, &(Paint) { alpha, NULL }, planes);
}

int
smp_footprint_veil (const SmpEllipse *ellipse, const float alpha[3],
                    const float light[3], SmpPlanes *planes)
{
  return lay (ellipse, &(Paint) { alpha, light }, planes);
}
