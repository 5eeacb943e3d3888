/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Distances and sides of a line as drawn: at its vertices, beyond its ends and
 * on a curved head.
 */

#include <math.h>
#include <string.h>

#include "lines.h"
#include "path-field.h"
#include "smp-test.h"

static SmpPathField field;

static double
piece_distance (const double *a, const double *b, double x, double y,
                double from, double to)
{
  const double dx = b[0] - a[0], dy = b[1] - a[1];
  double       t = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy);

  t = t < from ? from : t > to ? to : t;
  return hypot (x - a[0] - t * dx, y - a[1] - t * dy);
}

static double
brute_distance (int n, int closed, const double (*p)[2], double x, double y)
{
  double nearest = 1e9;

  for (int i = 0; i < (closed ? n : n - 1); i++)
    {
      const double d = piece_distance (p[i], p[(i + 1) % n], x, y,
                                       !closed && i == 0 ? -1e9 : 0,
                                       !closed && i == n - 2 ? 1e9 : 1);

      nearest = d < nearest ? d : nearest;
    }
  return nearest;
}

/* Against brute force: at the nodes exact, bilinear in between. */
static void
test_distance (int closed)
{
  enum { N = sizeof m_shape / sizeof m_shape[0] };
  const SmpPath  path = path_mm (N, closed, m_shape);
  const SmpChart chart = flat_chart ();
  uint32_t       state = 5;
  double         worst = 0.0;

  smp_path_field_init (&field, &path, &chart, 40);
  for (int k = 0; k < 4000; k++)
    {
      const int    i = smp_test_random (&state) % SMP_FIELD_SIZE;
      const int    j = smp_test_random (&state) % SMP_FIELD_SIZE;
      const double x = field.x_mm + i * field.dx_mm;
      const double y = field.y_mm + j * field.dy_mm;
      const double d = brute_distance (N, closed, m_shape, x, y);

      CHECK_NEAR (fabs (field.distance_mm[j][i]), fmin (d, 40), 1e-4,
                  "node %d %d", i, j);

      const double u = smp_test_uniform (&state, 0, 240);
      const double v = smp_test_uniform (&state, 0, 180);
      const double e = brute_distance (N, closed, m_shape, u, v);
      const double off = fabs (fabs (smp_path_field_at (&field, u, v))
                               - fmin (e, 40));

      worst = off > worst ? off : worst;
    }
  CHECK (worst < 0.75 * field.dx_mm, "%g mm, a cell is %g mm", worst,
         field.dx_mm);
  printf ("cell %.2f x %.2f mm, worst %.3f mm\n", field.dx_mm, field.dy_mm,
          worst);
}

/* What is asked of a place: 1 treated, -1 not. */
typedef struct
{
  double x, y;
  int    side;
} Side;

static void
check_sides (const char *what, const SmpPath *path, const Side *sides, int n)
{
  const SmpChart chart = flat_chart ();

  for (double reach = 5; reach < 100; reach += 30)
    {
      smp_path_field_init (&field, path, &chart, reach);
      for (int i = 0; i < n; i++)
        CHECK (smp_path_field_at (&field, sides[i].x, sides[i].y)
               * sides[i].side > 0, "%s: (%g, %g), reach %g", what,
               sides[i].x, sides[i].y, reach);
    }
}

#define SIDES(what, path, ...)                                              \
  do                                                                        \
    {                                                                       \
      const Side s_[] = { __VA_ARGS__ };                                    \
                                                                            \
      check_sides (what, path, s_, sizeof s_ / sizeof s_[0]);               \
    }                                                                       \
  while (0)

static void
test_sides (void)
{
  static const double spike[][2] = { { 80, 90 }, { 114, 90 }, { 120, 40 },
                                     { 126, 90 }, { 160, 90 } };
  static const double slope[][2] = { { 100, 90 }, { 120, 80 } };
  static const double u_shape[][2] = { { 100, 60 }, { 100, 100 },
                                       { 140, 100 }, { 140, 60 } };
  static const double arch[][2] = { { 90, 120 }, { 80, 90 }, { 120, 50 },
                                    { 160, 90 }, { 150, 120 } };
  static const double loop[][2] = { { 80, 90 }, { 86, 90 }, { 88, 94 },
                                    { 84, 94 }, { 86, 88 }, { 90, 90 },
                                    { 160, 90 } };
  /* its ends go a hair more than 90 degrees apart */
  static const double corner[][2] = { { 100, 20 }, { 100.0002, 60 },
                                      { 160, 60 } };
  double              star[5][2];
  SmpPath             path = across (90);

  SIDES ("to the right", &path, { 120, 80, 1 }, { 120, 100, -1 },
         { 5, 89, 1 }, { 5, 91, -1 }, { 235, 89, 1 }, { 235, 91, -1 },
         { -900, 89, 1 }, { 900, 91, -1 }, { 120, -900, 1 },
         { 120, 900, -1 });
  path = path_mm (2, 0, (const double[2][2]) { { 160, 90 }, { 80, 90 } });
  SIDES ("to the left", &path, { 120, 80, -1 }, { 120, 100, 1 });
  path = path_mm (2, 0, (const double[2][2]) { { 120, 40 }, { 120, 90 } });
  SIDES ("down", &path, { 130, 60, 1 }, { 110, 60, -1 }, { 121, 500, 1 },
         { 119, -500, -1 });
  path = path_mm (2, 0, slope);
  SIDES ("slope", &path, { 200, 39, 1 }, { 200, 41, -1 }, { 20, 129, 1 },
         { 20, 131, -1 }, { 1100, -411, 1 }, { 1100, -409, -1 });
  /* a place beside the tip is nearest to the vertex */
  path = path_mm (5, 0, spike);
  SIDES ("spike", &path, { 120, 39, 1 }, { 118, 39.9, 1 }, { 122, 39.9, 1 },
         { 120, 60, -1 }, { 113.5, 89, 1 }, { 120, 95, -1 });
  path = path_mm (4, 0, u_shape);
  SIDES ("u", &path, { 120, 80, 1 }, { 120, -800, 1 }, { 90, 80, -1 },
         { 150, -800, -1 }, { 99, 101, -1 }, { 120, 300, -1 });
  path = path_mm (5, 0, arch);
  SIDES ("arch", &path, { 120, 90, -1 }, { 60, 90, 1 }, { 180, 90, 1 },
         { 120, 40, 1 }, { 120, 190, -1 });
  path = path_mm (7, 0, loop);
  SIDES ("loop", &path, { 120, 80, 1 }, { 120, 100, -1 }, { 240, 89, 1 },
         { -100, 91, -1 });
  path = path_mm (3, 0, corner);
  SIDES ("corner", &path, { 110, 50, 1 }, { 90, 50, -1 }, { 90, 70, -1 },
         { 120, 70, -1 }, { 500, 59, 1 }, { 101, -500, 1 },
         { 99, -500, -1 });
  for (int i = 0; i < 5; i++)
    {
      star[i][0] = 120 + 40 * sin (i * 4 * M_PI / 5);
      star[i][1] = 90 - 40 * cos (i * 4 * M_PI / 5);
    }
  path = path_mm (5, 1, star);
  SIDES ("star", &path, { 120, 60, 1 }, { 120, 90, -1 }, { 120, 125, -1 },
         { 90, 78, 1 }, { 900, 90, -1 });
}

/* A line through the middle of the head is straight on its chart; any line is
 * where it is drawn.
 */
static void
test_curved (void)
{
  const SmpChart chart = head_chart (0);
  const SmpPath  middle = across (90);
  const SmpPath  front = path_mm (2, 0, (const double[2][2]) {
    { 110, 40 }, { 125, 37 } });
  uint32_t       state = 9;

  smp_path_field_init (&field, &middle, &chart, 60);
  for (double u = -105; u < 106; u += 15)
    for (double v = -50; v < 51; v += 10)
      CHECK_NEAR (smp_path_field_at (&field, u, v), -v, 2e-3, "%g, %g", u, v);

  smp_path_field_init (&field, &front, &chart, 60);
  for (int i = 0; i < 3000; i++)
    {
      const double u = smp_test_uniform (&state, -105, 105);
      const double v = smp_test_uniform (&state, -135, 135);
      SmpSpot      s;

      if (!smp_chart_to_px (&chart, u, v, &s))
        continue;

      const double above = 40 - 0.2 * (s.x / PPM - 110) - s.y / PPM;

      CHECK (fabs (above) < 0.3
             || smp_path_field_at (&field, u, v) * above > 0,
             "%g mm above the line as seen: %g", above,
             smp_path_field_at (&field, u, v));
    }
}

/* Frame -> scalp -> px, and a line beyond the head's outline. */
static void
test_round_trip (void)
{
  for (int k = 0; k < 3; k++)
    {
      const SmpChart chart = k == 0 ? flat_chart () : head_chart (40 * k - 40);
      int            seen = 0;

      for (double x = 0.05; x < 1.0; x += 0.05)
        for (double y = 0.05; y < 1.0; y += 0.05)
          {
            double  u, v;
            SmpSpot s;

            smp_chart_from_frame (&chart, x, y, &u, &v);
            if (!smp_chart_to_px (&chart, u, v, &s))
              continue;
            CHECK_NEAR (s.x, x * W, 1e-6, "chart %d", k);
            CHECK_NEAR (s.y, y * H, 1e-6, "chart %d", k);
            seen++;
          }
      CHECK (seen > 150, "%d seen on chart %d", seen, k);
    }

  const SmpChart chart = head_chart (20);
  double         p[3][2];

  for (int i = 0; i < 3; i++)
    smp_chart_from_frame (&chart, -1.0 - i, 2.0 + 0.3 * i, &p[i][0], &p[i][1]);
  CHECK_NEAR (p[0][0] + p[2][0], 2 * p[1][0], 1e-9);
  CHECK_NEAR (p[0][1] + p[2][1], 2 * p[1][1], 1e-9);
}

/* Points that are no numbers, or come twice, are as if they were not there. */
static void
test_skipped_points (void)
{
  enum { N = sizeof m_shape / sizeof m_shape[0] };
  static SmpPathField whole;
  const SmpChart      chart = flat_chart ();

  for (int closed = 0; closed < 2; closed++)
    {
      SmpPath path = path_mm (N, closed, m_shape);

      smp_path_field_init (&whole, &path, &chart, 20);
      for (int i = 0; i < N; i++)
        {
          float (*to)[2] = &path.xy[4 * i];
          const double x = m_shape[i][0] * PPM / W;
          const double y = m_shape[i][1] * PPM / H;

          to[0][0] = NAN;
          to[1][0] = to[2][0] = (float) x;
          to[1][1] = to[2][1] = (float) y;
          to[3][0] = 0.5f;
          to[3][1] = INFINITY;
        }
      path.n = 4 * N;
      smp_path_field_init (&field, &path, &chart, 20);
      CHECK (memcmp (field.distance_mm, whole.distance_mm,
                     sizeof field.distance_mm) == 0, "closed %d", closed);
    }
}

int
main (void)
{
  test_distance (0);
  test_distance (1);
  test_sides ();
  test_curved ();
  test_round_trip ();
  test_skipped_points ();
  return smp_test_result ();
}
