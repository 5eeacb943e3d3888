/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shipped patterns on heads of several sizes, seen from several sides:
 * areas as stated, each class of Norwood within the next one, mm on the scalp.
 *
 * Argument: folder with the shipped presets.
 */

#include <math.h>
#include <string.h>

#include "pattern-params.h"
#include "smp-test.h"

#define WIDTH  200
#define HEIGHT 248

typedef struct
{
  double          width_mm, height_mm;
  SmpTemplateView view;
} Sight;

static const Sight sights[] = {
  { 155.0, 195.0, { false, 90.0, 0.0 } },
  { 160.0, 205.0, { false, 20.0, 0.0 } },
  { 167.0, 221.0, { false, 36.0, 9.0 } },
  { 150.0, 185.0, { true, 55.0, -7.0 } },
  { 140.0, 180.0, { true, 30.0, 0.0 } }
};

static SmpPresets *patterns;

/* zoom pixels are a mm. */
static void
see (SmpTemplate *t, const char *id, const Sight *sight, double zoom)
{
  const SmpPreset        *preset = smp_presets_find (patterns, id, NULL);
  const SmpTemplateParams params = smp_pattern_params (preset);
  const SmpFrame          frame = smp_frame_from_box (0, 0, zoom * WIDTH,
                                                      zoom * HEIGHT);
  const SmpHead           head = { 0.5, 0.5, sight->width_mm,
                                   sight->height_mm, 0.0 };
  SmpChart                chart;

  smp_chart_init (&chart, &frame, &head, zoom);
  smp_template_init (t, &params, &chart, &chart, &sight->view, 0);
}

static double
seen_cm2 (const SmpTemplate *t, double zoom)
{
  static float row[8 * WIDTH];
  double       sum = 0.0;

  for (int y = 0; y < zoom * HEIGHT; y++)
    sum += smp_template_row (t, 0, y, (int) (zoom * WIDTH), row);
  return 0.01 * sum;
}

static void
test_areas (void)
{
  for (guint i = 0; i < smp_presets_count (patterns); i++)
    {
      const SmpPreset *preset = smp_presets_get (patterns, i);
      const char      *id = smp_preset_get_id (preset);
      const double     stated = smp_preset_get_number (preset, "area", 0.0);
      SmpTemplate      t;

      for (guint k = 0; k < G_N_ELEMENTS (sights); k++)
        {
          see (&t, id, &sights[k], 1.0);

          const double area = smp_template_area_cm2 (&t);
          const double seen = seen_cm2 (&t, 1.0);

          printf ("%s: %.1f cm2, seen %.1f, grown by %.1f mm\n", id, area,
                  seen, t.grow_mm);
          if (stated > 0.0)
            CHECK_NEAR (area / stated, 1.0, 0.03, "%s, sight %u", id, k);
          if (stated > 0.0)
            CHECK_NEAR (t.grow_mm, 0.0, 20.0, "%s, sight %u", id, k);
          /* from above all of these patterns is seen */
          if (k == 0 && stated > 0.0 && stated < 250.0)
            CHECK_NEAR (seen / stated, 1.0, 0.03, "%s", id);
          CHECK (seen < 1.02 * area, "%s, sight %u", id, k);
        }
    }
}

/* Twice the pixels show the same area. */
static void
test_scale (void)
{
  SmpTemplate t;

  see (&t, "norwood-5", &sights[2], 1.0);

  const double seen = seen_cm2 (&t, 1.0);

  see (&t, "norwood-5", &sights[2], 2.0);
  CHECK_NEAR (seen_cm2 (&t, 2.0) / seen, 1.0, 0.01);
}

static void
check_within (const char *small, const char *large)
{
  float       a[WIDTH], b[WIDTH];
  SmpTemplate s, l;

  for (guint k = 0; k < G_N_ELEMENTS (sights); k++)
    {
      double over = 0.0, all = 0.0;
      float  most = 0.0f;

      see (&s, small, &sights[k], 1.0);
      see (&l, large, &sights[k], 1.0);
      for (int y = 0; y < HEIGHT; y++)
        {
          smp_template_row (&s, 0, y, WIDTH, a);
          smp_template_row (&l, 0, y, WIDTH, b);
          for (int x = 0; x < WIDTH; x++)
            {
              all += a[x];
              over += a[x] > b[x] ? a[x] - b[x] : 0.0f;
              most = a[x] - b[x] > most ? a[x] - b[x] : most;
            }
        }
      CHECK (over <= 0.01 * all, "%s within %s, sight %u: %.3f, most %.2f",
             small, large, k, over / all, most);
    }
}

static void
test_order (void)
{
  static const char *const orders[][8] = {
    { "norwood-2", "norwood-3", "norwood-3v", "norwood-4", "norwood-5",
      "norwood-6", "norwood-7", NULL },
    { "norwood-2a", "norwood-3a", "norwood-4a", "norwood-5a", "norwood-6",
      "norwood-7", "full-head", NULL },
    { "ludwig-i-1", "ludwig-i-2", "ludwig-i-3", "ludwig-i-4", "ludwig-ii-1",
      "ludwig-ii-2", "ludwig-iii", NULL },
    { "norwood-2", "full-head", NULL }
  };

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    for (guint i = 0; orders[o][i + 1]; i++)
      check_within (orders[o][i], orders[o][i + 1]);
}

/* The parting across the top, the patch through its middle, in mm. */
static void
test_lengths (void)
{
  static const struct
  {
    const char *id;
    double      width_mm;
  } partings[] = {
    { "ludwig-i-1", 2.0 }, { "ludwig-i-4", 14.0 }, { "ludwig-iii", 45.0 }
  };
  static float row[8 * WIDTH];
  SmpTemplate  t;

  for (guint i = 0; i < G_N_ELEMENTS (partings); i++)
    {
      double sum = 0.0;
      int    rows = 0;

      see (&t, partings[i].id, &sights[0], 4.0);
      t.params.thin = t.params.irregularity_mm = 0.0;
      for (int y = 4 * HEIGHT * 2 / 5; y < 4 * HEIGHT * 3 / 5; y++, rows++)
        {
          smp_template_row (&t, 0, y, 4 * WIDTH, row);
          for (int x = 0; x < 4 * WIDTH; x++)
            sum += row[x];
        }
      CHECK_NEAR (sum / rows / 4.0 / partings[i].width_mm, 1.0, 0.03, "%s",
                  partings[i].id);
    }
}

/* The row from the back of the head, seen from above, where half of a full
 * treatment is reached first at this column; HEIGHT: nowhere.
 */
static int
back_of (const SmpTemplate *t, int x)
{
  float share;
  int   y = 0;

  for (; y < HEIGHT; y++)
    {
      smp_template_row (t, x, y, 1, &share);
      if (share >= 0.5f)
        break;
    }
  return y;
}

/* Fronts that have receded as one are round at the back, by about this many mm
 * less at the sides than in the middle; between receded corners the forelock
 * is whole.
 */
static void
test_shapes (void)
{
  static const struct
  {
    const char *id;
    int         aside_mm, round_mm;
  } backs[] = {
    { "norwood-4a", 40, 14 }, { "norwood-5a", 40, 25 }, { "norwood-6", 50, 28 }
  };
  static const char *const forelocks[] = {
    "norwood-2", "norwood-3", "norwood-3v"
  };
  SmpTemplate t;

  for (guint i = 0; i < G_N_ELEMENTS (backs); i++)
    for (int side = -1; side <= 1; side += 2)
      {
        see (&t, backs[i].id, &sights[0], 1.0);

        const int middle = back_of (&t, WIDTH / 2);
        const int aside = back_of (&t, WIDTH / 2 + side * backs[i].aside_mm);

        CHECK_NEAR (aside - middle, backs[i].round_mm, 6, "%s", backs[i].id);
      }
  for (guint i = 0; i < G_N_ELEMENTS (forelocks); i++)
    {
      float  row[WIDTH];
      double most = 0.0;

      see (&t, forelocks[i], &sights[0], 1.0);
      for (int y = HEIGHT / 2; y < HEIGHT; y++)
        {
          smp_template_row (&t, 0, y, WIDTH, row);
          for (int x = WIDTH / 2 - 12; x < WIDTH / 2 + 12; x++)
            most = row[x] > most ? row[x] : most;
        }
      CHECK (most < 0.02, "%s: %.3f", forelocks[i], most);
    }
}

/* Any run of pixels of any row is the same. */
static void
test_splits (void)
{
  float       whole[WIDTH], parts[WIDTH];
  SmpTemplate t;

  see (&t, "norwood-4", &sights[2], 1.0);
  for (int y = -3; y < HEIGHT; y += 7)
    {
      smp_template_row (&t, 0, y, WIDTH, whole);
      for (int x = 0; x < WIDTH; x += 17)
        smp_template_row (&t, x, y, WIDTH - x < 17 ? WIDTH - x : 17,
                          parts + x);
      CHECK (memcmp (whole, parts, sizeof whole) == 0, "row %d", y);
    }
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  patterns = smp_presets_load (SMP_PRESET_PATTERN, argv[1], NULL, NULL);
  CHECK (smp_presets_count (patterns) > 20);
  test_areas ();
  test_scale ();
  test_order ();
  test_lengths ();
  test_shapes ();
  test_splits ();
  smp_presets_free (patterns);
  return smp_test_result ();
}
