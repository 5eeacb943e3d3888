/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Flat chart: the frame in mm.  Curved: the head is an ellipsoid seen from far
 * away, its front mapped by the Lambert azimuthal equal-area projection (J. H.
 * Lambert 1772; Snyder, "Map Projections", USGS PP 1395, ch. 24), so dots keep
 * their number per cm2 of skin while rows close up towards the silhouette.
 *
 * With n the direction on the unit sphere, nz towards the camera:
 *   u = n_xy sqrt (2 / (1 + nz)),  n_xy = u sqrt (1 - u^2 / 4),
 *   nz = 1 - u^2 / 2.
 * The chart's axes are stretched by the half axes a, b of the ellipse; what
 * that leaves of area distortion is returned as SmpSpot.area.
 */

#include "chart.h"

#include <math.h>
#include <stddef.h>

#include "scalar.h"

#define FACING_MIN 0.0871557427     /* cos 85 degrees */

static void
map_point (const double m[6], double x, double y, double *u, double *v)
{
  *u = m[0] * x + m[1] * y + m[2];
  *v = m[3] * x + m[4] * y + m[5];
}

static void
invert (const double m[6], double inverse[6])
{
  const double det = m[0] * m[4] - m[1] * m[3];

  inverse[0] = m[4] / det;
  inverse[1] = -m[1] / det;
  inverse[3] = -m[3] / det;
  inverse[4] = m[0] / det;
  inverse[2] = -(inverse[0] * m[2] + inverse[1] * m[5]);
  inverse[5] = -(inverse[3] * m[2] + inverse[4] * m[5]);
}

SmpFrame
smp_frame_from_box (double x, double y, double width, double height)
{
  return (SmpFrame) {
    .a = 1.0 / width, .c = -x / width,
    .e = 1.0 / height, .f = -y / height
  };
}

bool
smp_frame_is_valid (const SmpFrame *frame)
{
  const double det = frame->a * frame->e - frame->b * frame->d;
  const double size = det < 0 ? -det : det;

  /* 1e-16: an image of a hundred million pixels across */
  return size > 1e-16 && size < 1e6
         && frame->c > -1e9 && frame->c < 1e9
         && frame->f > -1e9 && frame->f < 1e9
         && (frame->aspect == 0.0
             || (frame->aspect > 1e-3 && frame->aspect < 1e3));
}

/* Length in image px of the frame's width and height. */
static void
frame_size_px (const SmpFrame *frame, double *width, double *height)
{
  const double det = frame->a * frame->e - frame->b * frame->d;
  const double size = det < 0 ? -det : det;

  *width = sqrt (frame->d * frame->d + frame->e * frame->e) / size;
  *height = sqrt (frame->a * frame->a + frame->b * frame->b) / size;
}

double
smp_frame_guess_px_per_mm (const SmpFrame *frame)
{
  double width, height;

  frame_size_px (frame, &width, &height);
  return width / SMP_HEAD_SPAN_MM;
}

static double
largest_stretch (const double m[6])
{
  const double xx = m[0] * m[0] + m[1] * m[1];
  const double xy = m[0] * m[3] + m[1] * m[4];
  const double yy = m[3] * m[3] + m[4] * m[4];
  const double half = 0.5 * (xx - yy);

  return sqrt (0.5 * (xx + yy) + sqrt (half * half + xy * xy));
}

/* A map to mm in the frame becomes one to mm on the axes of the head. */
static void
to_head_axes (const SmpHead *head, double width_mm, double height_mm,
              double map[6])
{
  double sine, cosine, m[6];

  for (int i = 0; i < 6; i++)
    m[i] = map[i];
  m[2] -= head->x * width_mm;
  m[5] -= head->y * height_mm;
  smp_sincos (head->angle_deg / 360.0, &sine, &cosine);
  for (int i = 0; i < 3; i++)
    {
      map[i] = cosine * m[i] + sine * m[i + 3];
      map[i + 3] = cosine * m[i + 3] - sine * m[i];
    }
}

void
smp_chart_init (SmpChart *chart, const SmpFrame *frame, const SmpHead *head,
                double px_per_mm)
{
  const double det = frame->a * frame->e - frame->b * frame->d;
  double       width, height;

  frame_size_px (frame, &width, &height);
  chart->px_per_mm = smp_clamp (px_per_mm, SMP_PX_PER_MM_MIN,
                                SMP_PX_PER_MM_MAX);

  /* width * height in mm2 is the frame's area in px / px_per_mm^2 */
  const double aspect = frame->aspect > 0.0 ? frame->aspect : height / width;
  const double width_mm = sqrt (1.0 / ((det < 0 ? -det : det) * aspect))
                          / chart->px_per_mm;
  const double height_mm = width_mm * aspect;

  chart->to_mm[0] = frame->a * width_mm;
  chart->to_mm[1] = frame->b * width_mm;
  chart->to_mm[2] = frame->c * width_mm;
  chart->to_mm[3] = frame->d * height_mm;
  chart->to_mm[4] = frame->e * height_mm;
  chart->to_mm[5] = frame->f * height_mm;
  for (int i = 0; i < 6; i++)
    chart->frame_to_mm[i] = i == 0 ? width_mm : i == 4 ? height_mm : 0.0;

  chart->curved = head != NULL;
  if (head)
    {
      to_head_axes (head, width_mm, height_mm, chart->to_mm);
      to_head_axes (head, width_mm, height_mm, chart->frame_to_mm);
      chart->a_mm = 0.5 * smp_clamp (head->width_mm, 20.0, 1e4);
      chart->b_mm = 0.5 * smp_clamp (head->height_mm, 20.0, 1e4);
      chart->c_mm = sqrt (chart->a_mm * chart->b_mm);
    }
  invert (chart->to_mm, chart->to_px);
  chart->px_per_mm_max = largest_stretch (chart->to_px);
}

/* px per mm of skin whose normal is (nx, ny, nz): the part along the tilt is
 * foreshortened by the cosine, then the picture plane is scaled.
 */
static void
set_jacobian (const SmpChart *chart, double nx, double ny, double nz,
              double j[4])
{
  const double *m = chart->to_px;
  const double  tilt = nx * nx + ny * ny;
  const double  k = tilt > 1e-12 ? (1.0 - nz) / tilt : 0.0;
  const double  p00 = 1.0 - k * nx * nx;
  const double  p01 = -k * nx * ny;
  const double  p11 = 1.0 - k * ny * ny;

  j[0] = m[0] * p00 + m[1] * p01;
  j[1] = m[0] * p01 + m[1] * p11;
  j[2] = m[3] * p00 + m[4] * p01;
  j[3] = m[3] * p01 + m[4] * p11;
}

bool
smp_chart_to_px (const SmpChart *chart, double u_mm, double v_mm,
                 SmpSpot *spot)
{
  if (!chart->curved)
    {
      map_point (chart->to_px, u_mm, v_mm, &spot->x, &spot->y);
      set_jacobian (chart, 0.0, 0.0, 1.0, spot->j);
      spot->area = 1.0;
      return true;
    }

  const double u = u_mm / chart->a_mm;
  const double v = v_mm / chart->b_mm;
  const double r2 = u * u + v * v;
  const double z = 1.0 - 0.5 * r2;

  if (!(z > 0.0))
    return false;

  const double s = sqrt (1.0 - 0.25 * r2);
  const double gx = u * s / chart->a_mm;
  const double gy = v * s / chart->b_mm;
  const double gz = z / chart->c_mm;
  const double g = sqrt (gx * gx + gy * gy + gz * gz);

  if (gz < FACING_MIN * g)
    return false;

  map_point (chart->to_px, u * s * chart->a_mm, v * s * chart->b_mm,
             &spot->x, &spot->y);
  set_jacobian (chart, gx / g, gy / g, gz / g, spot->j);
  spot->area = chart->c_mm * g;
  return true;
}

void
smp_chart_from_frame (const SmpChart *chart, double x_frame, double y_frame,
                      double *u_mm, double *v_mm)
{
  map_point (chart->frame_to_mm, x_frame, y_frame, u_mm, v_mm);
  if (!chart->curved)
    return;

  const double nx = *u_mm / chart->a_mm;
  const double ny = *v_mm / chart->b_mm;
  const double rest = 1.0 - nx * nx - ny * ny;
  const double nz = rest > 0.0 ? sqrt (rest) : 0.0;
  const double stretch = sqrt (2.0 / (1.0 + nz));

  *u_mm *= stretch;
  *v_mm *= stretch;
}

/* Largest x sqrt (2 / (1 + nz)) over x <= x_max and y_near <= |y| <= y_far:
 * it grows with x, and with |y| away from x = 0.
 */
static double
lambert_max (double x_max, double y_near, double y_far)
{
  const double x = x_max > 1.0 ? 1.0 : x_max;
  const double y = x > 0.0 ? y_far : y_near;
  const double rho2 = x * x + y * y;
  const double z = rho2 < 1.0 ? sqrt (1.0 - rho2) : 0.0;

  return x * sqrt (2.0 / (1.0 + z));
}

SmpBox
smp_chart_bounds (const SmpChart *chart, double x_min, double y_min,
                  double x_max, double y_max)
{
  const double xs[4] = { x_min, x_max, x_min, x_max };
  const double ys[4] = { y_min, y_min, y_max, y_max };
  SmpBox       b = { 1e30, 1e30, -1e30, -1e30 };

  for (int i = 0; i < 4; i++)
    {
      double u, v;

      map_point (chart->to_mm, xs[i], ys[i], &u, &v);
      b.x_min = u < b.x_min ? u : b.x_min;
      b.x_max = u > b.x_max ? u : b.x_max;
      b.y_min = v < b.y_min ? v : b.y_min;
      b.y_max = v > b.y_max ? v : b.y_max;
    }
  if (!chart->curved)
    return b;

  const double l = b.x_min / chart->a_mm, r = b.x_max / chart->a_mm;
  const double t = b.y_min / chart->b_mm, d = b.y_max / chart->b_mm;
  const double x_near = l > 0.0 ? l : r < 0.0 ? -r : 0.0;
  const double y_near = t > 0.0 ? t : d < 0.0 ? -d : 0.0;
  const double x_far = -l > r ? -l : r;
  const double y_far = -t > d ? -t : d;
  /* a hair of slack for rounding */
  const double slack = 1e-6;

  if (x_near * x_near + y_near * y_near > 1.0)
    return (SmpBox) { 0.0, 0.0, 0.0, 0.0 };
  return (SmpBox) {
    -(lambert_max (-l, y_near, y_far) + slack) * chart->a_mm,
    -(lambert_max (-t, x_near, x_far) + slack) * chart->b_mm,
    (lambert_max (r, y_near, y_far) + slack) * chart->a_mm,
    (lambert_max (d, x_near, x_far) + slack) * chart->b_mm
  };
}

void
smp_chart_origin_px (const SmpChart *chart, double *x, double *y)
{
  map_point (chart->to_px, 0.0, 0.0, x, y);
}

double
smp_chart_length_px (const SmpChart *chart, double length_mm)
{
  return length_mm * chart->px_per_mm;
}

double
smp_chart_length_mm (const SmpChart *chart, double length_px)
{
  return length_px / chart->px_per_mm;
}

double
smp_chart_reach_px (const SmpChart *chart, double length_mm)
{
  return length_mm * chart->px_per_mm_max;
}

double
smp_chart_area_max (const SmpChart *chart)
{
  const double across = chart->c_mm / chart->a_mm;
  const double along = chart->c_mm / chart->b_mm;

  if (!chart->curved)
    return 1.0;
  return across > along ? (across > 1.0 ? across : 1.0)
                        : (along > 1.0 ? along : 1.0);
}
