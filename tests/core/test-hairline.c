/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hairlines: ramps that stand alone, strays and irregularity as many and as
 * large as said, and all of it on the same skin after an edit of the image.
 */

#include <math.h>
#include <time.h>

#include "edits.h"
#include "hairline.h"

static SmpHairline hairline;

static SmpEdge
hairline_at (const void *laid, double u_mm, double v_mm)
{
  return smp_hairline_at (laid, u_mm, v_mm);
}

static void
test_edits (void)
{
  const SmpHairlineParams params = {
    .path = path_mm (9, 0, m_shape), .fade_mm = 10, .fade_dilution_mm = 8,
    .fade_size_mm = 6, .irregularity_mm = 1.5, .strays_mm = 4
  };
  const SmpHead           heads[] = { { 0.5, 0.5, 155, 200, 20 } };
  const SmpChart          old[] = { flat_chart (), head_chart (20) };
  static SmpHairline      edited;

  for (int i = 0; i < 2 * EDITS; i++)
    {
      const SmpHead *head = i & 1 ? heads : NULL;
      const SmpChart new = edited_chart (&edits[i / 2], head);

      smp_hairline_init (&hairline, &params, &old[i & 1], 3);
      smp_hairline_init (&edited, &params, &new, 3);
      check_edit (&edits[i / 2], head, hairline_at, &hairline, &edited);
    }
}

/* The recipe, and each ramp alone. */
static void
test_ramps (void)
{
  static const struct
  {
    float u, density, water, size;
  } recipe[] = {
    { -20, 0, 6, .75f }, { -.01f, 0, 6, .75f }, { 0, 0, 6, .75f },
    { 2.5f, .15625f, 4.5f, .83125f }, { 5, .5f, 3, .9f },
    { 7.5f, .84375f, 1.5f, .95625f }, { 10, 1, 0, 1 }, { 50, 1, 0, 1 }
  };
  const SmpChart chart = flat_chart ();

  for (int on = 0; on < 8; on++)
    {
      const SmpHairlineParams p = {
        .path = across (90), .fade_mm = on & 1 ? 10 : 0,
        .fade_dilution_mm = on & 2 ? 10 : 0, .fade_size_mm = on & 4 ? 10 : 0
      };
      SmpEdge last = { 0, 6, 0 };

      smp_hairline_init (&hairline, &p, &chart, 1);
      for (size_t i = 0; i < sizeof recipe / sizeof recipe[0]; i++)
        {
          const SmpEdge e = smp_hairline_at (&hairline, 110,
                                             90 - recipe[i].u - 1e-4);

          CHECK_NEAR (e.density, on & 1 ? recipe[i].density
                                        : recipe[i].u >= 0, 1e-4,
                      "%d: %g mm", on, recipe[i].u);
          CHECK_NEAR (e.water, on & 2 ? recipe[i].water : 0, 1e-3,
                      "%d: %g mm", on, recipe[i].u);
          CHECK_NEAR (e.size, on & 4 ? recipe[i].size : 1, 1e-4,
                      "%d: %g mm", on, recipe[i].u);
        }
      for (double v = 110; v > 60; v -= 0.05)
        {
          const SmpEdge e = smp_hairline_at (&hairline, 130, v);

          CHECK (e.density >= last.density && e.water <= last.water
                 && e.size >= last.size, "%d: at %g", on, 90 - v);
          last = e;
        }
    }
}

/* Dots in front of each cm of the line at 180 dots/cm2. */
static void
test_strays (void)
{
  static const struct
  {
    float reach, least, most;
  } asked[] = { { 0, 0, 0 }, { 4, 2, 5 }, { 8, 4, 10 } };
  const SmpChart chart = flat_chart ();

  for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
    {
      const SmpHairlineParams p = { .path = across (90), .fade_mm = 4,
                                    .strays_mm = asked[i].reach };
      double last = 0.0, dots = 0.0;

      smp_hairline_init (&hairline, &p, &chart, 1);
      for (double v = 110; v > 80; v -= 0.01)
        {
          const float d = smp_hairline_at (&hairline, 120, v).density;

          dots += v > 90 ? d * 0.01 * 10 * 1.8 : 0;
          CHECK (d >= last && d - last < 0.01, "a step at %g", 90 - v);
          CHECK (v < 90.01 + asked[i].reach || d == 0, "at %g", 90 - v);
          last = d;
        }
      CHECK (dots >= asked[i].least && dots <= asked[i].most,
             "%g strays per cm, reach %g mm", dots, asked[i].reach);
      printf ("reach %g mm: %.1f strays per cm\n", asked[i].reach, dots);
    }
}

/* How far a line wanders: rms over its length, and another with each seed. */
static void
test_irregularity (void)
{
  const SmpChart          chart = flat_chart ();
  const SmpHairlineParams p = { .path = across (90), .irregularity_mm = 1.5f };
  double                  sum = 0.0, square = 0.0, most = 0.0;
  int                     n = 0;

  for (uint32_t seed = 0; seed < 40; seed++)
    {
      smp_hairline_init (&hairline, &p, &chart, seed);
      for (double u = 20; u < 220; u += 1.7)
        {
          double low = 80, high = 100;

          /* hard line: the noise bends back too gently to cross twice often */
          while (high - low > 0.01)
            {
              const double v = 0.5 * (low + high);

              if (smp_hairline_at (&hairline, u, v).density > 0.5f)
                low = v;
              else
                high = v;
            }
          sum += low - 90;
          square += (low - 90) * (low - 90);
          most = fmax (most, fabs (low - 90));
          n++;
        }
    }
  CHECK_NEAR (sum / n, 0.0, 0.2);
  CHECK_NEAR (sqrt (square / n), 1.5 * 0.43 * sqrt (5), 0.08);
  CHECK (most < 4.5 + 0.02, "%g mm", most);
  printf ("irregularity 1.5 mm: rms %.2f mm, at most %.2f mm\n",
          sqrt (square / n), most);
}

static void
test_odd (void)
{
  static const double same[][2] = { { 90, 90 }, { 90, 90 }, { 90, 90 } };
  static const double back[][2] = { { 90, 90 }, { 120, 90 }, { 90, 90 } };
  const SmpChart      charts[] = { flat_chart (), head_chart (10) };
  SmpPath             odd[] = {
    { 0 }, { .n = -5 }, { .n = 1 }, { .n = 2, .closed = 1 },
    path_mm (3, 0, same), path_mm (3, 1, same), path_mm (2, 1, m_shape),
    path_mm (3, 0, back), path_mm (3, 1, back), path_mm (9, 0, m_shape),
    path_mm (9, 1, m_shape), { .n = 1000 }, { .n = 1000, .closed = 1 }
  };
  enum { ODD = sizeof odd / sizeof odd[0], EMPTY = 7 };
  const double places[] = { -INFINITY, -1e300, -1e4, 0, 90, 1e9, NAN };
  uint32_t     state = 1;

  odd[9].xy[3][0] = NAN;
  odd[9].xy[4][1] = INFINITY;
  odd[10].xy[0][0] = 1e30f;
  for (int i = 0; i < SMP_PATH_MAX; i++)
    for (int k = 0; k < 4; k++)
      odd[11 + k / 2].xy[i][k & 1] =
        (float) smp_test_uniform (&state, k / 2 ? 0 : -1e3, k / 2 ? 1 : 1e3);
  for (int i = 0; i < ODD * 2; i++)
    {
      SmpHairlineParams p = { .path = odd[i / 2], .fade_mm = 10,
                              .irregularity_mm = 3, .strays_mm = 5 };

      smp_hairline_init (&hairline, &p, &charts[i & 1], 1);
      for (int k = 0; k < 49; k++)
        {
          const SmpEdge e = smp_hairline_at (&hairline, places[k / 7],
                                             places[k % 7]);

          CHECK (e.density >= 0 && e.density <= 1, "path %d", i / 2);
          CHECK (i / 2 >= EMPTY || (e.density == 1 && e.water == 0
                                    && e.size == 1), "path %d", i / 2);
        }
    }

  SmpHairlineParams p = { across (90), NAN, -1, 1e9f, INFINITY, NAN };

  smp_hairline_init (&hairline, &p, &charts[0], 1);
  CHECK (hairline.fade_mm == 0 && hairline.fade_dilution_mm == 0
         && hairline.fade_size_mm == 60 && hairline.irregularity_mm == 10
         && hairline.strays_mm == 0);
}

static void
print_build_time (void)
{
  for (int i = 0; i < 8; i++)
    {
      const SmpChart    chart = i & 1 ? head_chart (0) : flat_chart ();
      const int         n = i & 2 ? 256 : 64;
      SmpHairlineParams p = { .fade_mm = i & 4 ? 60 : 10,
                              .irregularity_mm = 1.5, .strays_mm = 4 };
      clock_t           best = 0;

      p.path.n = n;
      for (int k = 0; k < n; k++)
        {
          const double a = M_PI * k / (n - 1);

          p.path.xy[k][0] = (float) (0.5 - 0.29 * cos (a));
          p.path.xy[k][1] = (float) (0.6 - 0.3 * sin (a)
                                     + 0.005 * sin (20 * a));
        }
      for (int k = 0; k < 5; k++)
        {
          const clock_t start = clock ();

          smp_hairline_init (&hairline, &p, &chart, 1);

          const clock_t took = clock () - start;

          best = k == 0 || took < best ? took : best;
        }
      printf ("built in %.2f ms: %d points, fade %g mm, %s\n",
              best * 1e3 / CLOCKS_PER_SEC, n, p.fade_mm,
              i & 1 ? "head" : "flat");
    }
}

int
main (void)
{
  test_edits ();
  test_ramps ();
  test_strays ();
  test_irregularity ();
  test_odd ();
  print_build_time ();
  return smp_test_result ();
}
