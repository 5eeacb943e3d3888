/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Charts: bounds hold what they must, density is true per cm2 of skin on the
 * curved head, and a dot stays on its skin when the image is cropped, scaled,
 * rotated or flipped.
 */

#include <math.h>
#include <stdlib.h>

#include "chart.h"
#include "smp-test.h"

#define PPM 12.0          /* px per mm */
#define W   3000.0
#define H   2600.0

static void
test_bounds (const SmpChart *chart)
{
  uint32_t state = 3;
  int      seen = 0;

  for (int i = 0; i < 20000; i++)
    {
      const double u = smp_test_uniform (&state, -150, 150);
      const double v = smp_test_uniform (&state, -150, 150);
      const double w = smp_test_uniform (&state, 0, 400);
      const double dx = smp_test_uniform (&state, 0, w);
      const double dy = smp_test_uniform (&state, 0, w);
      SmpSpot      s;

      if (!smp_chart_to_px (chart, u, v, &s))
        continue;

      const SmpBox b = smp_chart_bounds (chart, s.x - dx, s.y - dy,
                                         s.x - dx + w, s.y - dy + w);

      CHECK (u >= b.x_min - 1e-6 && u <= b.x_max + 1e-6
             && v >= b.y_min - 1e-6 && v <= b.y_max + 1e-6,
             "(%g, %g) not in %g..%g, %g..%g", u, v, b.x_min, b.x_max,
             b.y_min, b.y_max);
      seen++;
    }
  CHECK (seen > 5000, "%d places seen", seen);
}

/* Far from the head there is nothing, and the chart has few spare mm. */
static void
test_bounds_tight (const SmpChart *head)
{
  const SmpBox none = smp_chart_bounds (head, -4000, -4000, -3000, -3000);
  SmpSpot      s;

  CHECK (!(none.x_min < none.x_max));
  smp_chart_to_px (head, 20.0, 30.0, &s);

  const SmpBox cell = smp_chart_bounds (head, s.x, s.y, s.x + 256, s.y + 256);
  const double area = (cell.x_max - cell.x_min) * (cell.y_max - cell.y_min);

  /* a box around a box turned by 15 degrees is half as large again */
  CHECK (area < 2.5 * (256 / PPM) * (256 / PPM), "%g mm2", area);
}

/* The jacobian against differences of nearby places.  Both axes of the chart
 * lie in the skin, so a step along them is a step of the map itself.
 */
static void
test_jacobian (void)
{
  const SmpFrame frame = smp_frame_from_box (0, 0, W, H);
  const SmpHead  ball = { 0.5, 0.5, 180.0, 180.0, 0.0 };
  SmpChart       chart;

  smp_chart_init (&chart, &frame, &ball, PPM);
  for (double tilt = 0.0; tilt < 80.0; tilt += 10.0)
    {
      const double u = 2.0 * 90.0 * sin (tilt * M_PI / 360.0);
      SmpSpot      s;

      CHECK (smp_chart_to_px (&chart, u, 0.0, &s));
      CHECK_NEAR (s.j[0], PPM * cos (tilt * M_PI / 180.0), 1e-6 * PPM,
                  "tilt %g", tilt);
      CHECK_NEAR (s.j[3], PPM, 1e-6 * PPM, "tilt %g", tilt);
      CHECK_NEAR (s.j[1], 0.0, 1e-6 * PPM, "tilt %g", tilt);
      CHECK_NEAR (s.x, 0.5 * W + PPM * 90.0 * sin (tilt * M_PI / 180.0), 1e-6,
                  "tilt %g", tilt);
    }
  CHECK (!smp_chart_to_px (&chart, 2.0 * 90.0 * sin (M_PI * 87.0 / 360.0), 0.0,
                           &(SmpSpot) { 0 }), "87 degrees must be hidden");
}

typedef struct
{
  const SmpChart *chart;
  const SmpHead  *head;
  double          density;
  double          count[9];       /* by 10 degrees of tilt */
  double          total;
} Bands;

static void
count_dot (const SmpDot *dot, void *data)
{
  Bands  *b = data;
  SmpSpot s;

  if (!smp_chart_to_px (b->chart, dot->x_mm, dot->y_mm, &s)
      || !(dot->density_cm2 < b->density * s.area))
    return;

  /* tilt on the sphere that the ellipsoid is stretched from */
  const double x = (s.x - 0.5 * W) / PPM / (0.5 * b->head->width_mm);
  const double y = (s.y - 0.5 * H) / PPM / (0.5 * b->head->height_mm);
  const double tilt = asin (sqrt (x * x + y * y)) * 180.0 / M_PI;

  b->count[(int) (tilt / 10.0)]++;
  b->total++;
}

/* mm2 of the ellipsoid between two tilts of its sphere, by summing patches. */
static double
ellipsoid_area (const SmpHead *head, double tilt0, double tilt1)
{
  const double a = 0.5 * head->width_mm, b = 0.5 * head->height_mm;
  const double c = sqrt (a * b);
  const int    n = 400;
  double       sum = 0.0;

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        const double t = (tilt0 + (tilt1 - tilt0) * (i + 0.5) / n)
                         * M_PI / 180.0;
        const double p = 2.0 * M_PI * (k + 0.5) / n;
        const double x = sin (t) * cos (p), y = sin (t) * sin (p);
        const double z = cos (t);

        sum += sin (t) * a * b * c * sqrt (x * x / (a * a) + y * y / (b * b)
                                           + z * z / (c * c));
      }
  return sum * (tilt1 - tilt0) * M_PI / 180.0 / n * 2.0 * M_PI / n;
}

/* Mean of 16 seeds: over the whole front within .5 %, in each band of tilt
 * within 1.2 %; at 5 dots/cm2, where a band has few dots, within 1 and 4 %.
 */
static void
test_density (SmpHead head)
{
  static const double asked[] = { 5, 60, 180, 330 };
  const SmpFrame      frame = smp_frame_from_box (0, 0, W, H);
  const SmpBox        all = { -160, -160, 160, 160 };
  SmpChart            chart;

  smp_chart_init (&chart, &frame, &head, PPM);
  for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
    {
      Bands  b = { &chart, &head, asked[i] };
      double area[8], front = 0.0, counted = 0.0;

      for (uint32_t seed = 0; seed < 16; seed++)
        smp_dots_query (all, asked[i] * smp_chart_area_max (&chart), seed,
                        count_dot, &b);
      for (int k = 0; k < 8; k++)
        {
          area[k] = ellipsoid_area (&head, 10 * k, 10 * k + 10) / 100.0;
          front += area[k];
          counted += b.count[k];
          CHECK_NEAR (b.count[k] / 16.0 / area[k], asked[i],
                      asked[i] * (asked[i] < 50 ? 0.04 : 0.012),
                      "%g /cm2, %d degrees", asked[i], 10 * k);
        }
      CHECK_NEAR (counted / 16.0 / front, asked[i],
                  asked[i] * (asked[i] < 50 ? 0.01 : 0.005),
                  "%g /cm2 over the front", asked[i]);
    }
}

typedef struct
{
  const char *what;
  double      x[3], y[3];     /* new = x[0] X + x[1] Y + x[2], ... */
  double      scale;
} Edit;

/* The frame after an edit is the old one applied to the edit's inverse. */
static SmpFrame
edited_frame (const Edit *e, double aspect)
{
  const double det = e->x[0] * e->y[1] - e->x[1] * e->y[0];
  const double ia = e->y[1] / det, ib = -e->x[1] / det;
  const double id = -e->y[0] / det, ie = e->x[0] / det;
  const double ic = -(ia * e->x[2] + ib * e->y[2]);
  const double jf = -(id * e->x[2] + ie * e->y[2]);

  return (SmpFrame) { ia / W, ib / W, ic / W, id / H, ie / H, jf / H, aspect };
}

static void
test_edits (bool curved)
{
  static const Edit edits[] = {
    { "crop",      { 1, 0, -700 },    { 0, 1, -333 },   1.0 },
    { "scale 50 %", { 0.5, 0, 0 },    { 0, 0.5, 0 },    0.5 },
    { "rotate 90", { 0, -1, H },      { 1, 0, 0 },      1.0 },
    { "flip",      { -1, 0, W },      { 0, 1, 0 },      1.0 },
    { "crop, scale, turn", { 0, -0.25, 100 }, { 0.25, 0, -77 }, 0.25 },
    { "squeeze",   { 0.5, 0, 0 },     { 0, 1, 0 },      0.70710678 }
  };
  const SmpFrame before = smp_frame_from_box (0, 0, W, H);
  const SmpHead  head = { 0.45, 0.52, 155, 200, 20 };
  SmpChart       old;

  smp_chart_init (&old, &before, curved ? &head : NULL, PPM);
  for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++)
    {
      const Edit    *e = &edits[i];
      const SmpFrame after = edited_frame (e, H / W);
      SmpChart       new;

      CHECK (smp_frame_is_valid (&after), "%s", e->what);
      smp_chart_init (&new, &after, curved ? &head : NULL, PPM * e->scale);
      for (double u = -60; u < 80; u += 35)
        for (double v = -70; v < 80; v += 29)
          {
            SmpSpot a, b;

            CHECK (smp_chart_to_px (&old, u, v, &a)
                   && smp_chart_to_px (&new, u, v, &b), "%s", e->what);
            CHECK_NEAR (b.x, e->x[0] * a.x + e->x[1] * a.y + e->x[2], 1e-3,
                        "%s", e->what);
            CHECK_NEAR (b.y, e->y[0] * a.x + e->y[1] * a.y + e->y[2], 1e-3,
                        "%s", e->what);
            CHECK_NEAR (b.j[0] * b.j[3] - b.j[1] * b.j[2],
                        (a.j[0] * a.j[3] - a.j[1] * a.j[2])
                        * (e->x[0] * e->y[1] - e->x[1] * e->y[0]), 1e-4,
                        "%s: size of a dot", e->what);
          }
    }
}

static void
test_frames (void)
{
  const SmpFrame box = smp_frame_from_box (0, 0, 1150, 800);
  const SmpFrame odd[] = {
    { 0 }, { 1, 1, 0, 1, 1, 0, 0 }, { NAN, 0, 0, 0, 1, 0, 0 },
    { 1e-3, 0, INFINITY, 0, 1e-3, 0, 0 }, { 1e-3, 0, 0, 0, 1e-3, 0, -1 }
  };
  SmpChart       chart;

  CHECK_NEAR (smp_frame_guess_px_per_mm (&box), 5.0, 1e-9);
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
    CHECK (!smp_frame_is_valid (&odd[i]), "frame %zu", i);
  smp_chart_init (&chart, &box, NULL, 0.001);
  CHECK_NEAR (chart.px_per_mm, SMP_PX_PER_MM_MIN, 1e-12);
  smp_chart_init (&chart, &box, NULL, NAN);
  CHECK_NEAR (chart.px_per_mm, SMP_PX_PER_MM_MIN, 1e-12);
}

int
main (void)
{
  const SmpFrame frame = smp_frame_from_box (0, 0, W, H);
  const SmpHead  head = { 0.5, 0.5, 155, 200, 15 };
  const SmpHead  ball = { 0.5, 0.5, 180, 180, 0 };
  const SmpHead  oval = { 0.5, 0.5, 155, 200, 0 };
  SmpChart       flat, curved;

  smp_chart_init (&flat, &frame, NULL, PPM);
  smp_chart_init (&curved, &frame, &head, PPM);
  test_bounds (&flat);
  test_bounds (&curved);
  test_bounds_tight (&curved);
  test_jacobian ();
  test_density (ball);
  test_density (oval);
  test_edits (false);
  test_edits (true);
  test_frames ();
  return smp_test_result ();
}
