/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Painted skin of known shine and hair: which part of a loss shows on it. */

#include <math.h>

#include "photo.h"

#define SCALE 8.0             /* px per mm, where nothing else is said */

static float take[SIDE][SIDE][3], again[SIDE][SIDE][3];

static const float   fair[3] = { 0.50f, 0.30f, 0.22f };
static const float   warm[3] = { 0.50f, 0.24f, 0.11f };
static const float   white[3] = { 1.0f, 1.0f, 1.0f };
static const float   warm_light[3] = { 1.0f, 0.8f, 0.5f };

static void
init_skin (SmpSkin *skin, const SmpSkinParams *params, double px_per_mm)
{
  const SmpChart chart = flat_chart (px_per_mm);

  smp_skin_init (skin, params, &chart);
}

/* take of one rectangle, read back from dots that lose all light. */
static void
measure_rect (const SmpSkin *skin, SmpRect rect, float to[SIDE][SIDE][3])
{
  static SmpSkinGrid grid;
  Asked              asked = { rect, smp_skin_reach (skin) };
  float              light[3][SMP_SKIN_RECT];
  float *const       rows[3] = { light[0], light[1], light[2] };

  smp_skin_read (skin, rect, everywhere, photo_row, &asked, &grid);
  for (int j = 0; j < rect.height; j++)
    {
      const int y = rect.y + j - everywhere.y, x = rect.x - everywhere.x;

      memset (light, 0, sizeof light);
      smp_skin_apply_row (skin, &grid, rect.x, rect.y + j, rect.width,
                          photo[y][x], rows);
      for (int i = 0; i < rect.width; i++)
        for (int c = 0; c < 3; c++)
          to[y][x + i][c] = 1.0f - light[c][i];
    }
}

static void
measure (const SmpSkin *skin, int cell, float to[SIDE][SIDE][3])
{
  for (int y = 0; y < SIDE; y += cell)
    for (int x = 0; x < SIDE; x += cell)
      {
        const int width = SIDE - x < cell ? SIDE - x : cell;
        const int height = SIDE - y < cell ? SIDE - y : cell;

        measure_rect (skin, (SmpRect) { everywhere.x + x, everywhere.y + y,
                                        width, height }, to);
      }
}

/* rgb, light: NULL is not known, and white. */
static void
measure_photo (float shine, float hair_guard, const float rgb[3],
               const float light[3])
{
  SmpSkinParams params = { shine, hair_guard, { 0, 0, 0 }, { 1, 1, 1 } };
  SmpSkin       skin;

  if (rgb)
    memcpy (params.skin, rgb, sizeof params.skin);
  if (light)
    memcpy (params.light, light, sizeof params.light);
  init_skin (&skin, &params, SCALE);
  measure (&skin, 256, take);
}

static void
paint (int x, int y, const float rgb[3], double times, double shine,
       const float light[3])
{
  for (int c = 0; c < 3; c++)
    {
      const double value = rgb[c] * times + shine * light[c];

      photo[y][x][c] = value < 1.0 ? value : 1.0;
    }
  photo[y][x][3] = 0.5f;
}

static double
from_centre_mm (int x, int y)
{
  return hypot (x - SIDE / 2, y - SIDE / 2) / SCALE;
}

/* A highlight 12 mm wide, skin measured and not, and in warm light.  What is
 * spared for pale skin is missing from the shine found.
 */
static void
test_highlight (void)
{
  const int at = SIDE / 2;

  for (int k = 0; k < 3; k++)
    {
      const float *rgb = k == 2 ? warm : fair;
      const float *light = k == 2 ? warm_light : white;

      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          {
            const double d = from_centre_mm (x, y) / 4.0;

            paint (x, y, rgb, 1.0, 0.35 * exp (-d * d), light);
          }
      measure_photo (1.0f, 0.0f, k == 1 ? NULL : rgb, light);
      for (int c = 0; c < 3; c++)
        {
          CHECK_NEAR (take[at][at][c], rgb[c] / photo[at][at][c],
                      k == 1 ? 0.40 : 0.20, "case %d, channel %d", k, c);
          CHECK (take[at][20][c] > 0.99f, "case %d, beside it", k);
        }
      for (int y = 0; y < SIDE; y += 7)
        for (int x = 0; x < SIDE; x += 7)
          for (int c = 1; c < 3; c++)
            {
              const float *p = photo[y][x], *t = take[y][x];

              CHECK_NEAR (p[c] * (1 - t[c]) / light[c], p[0] * (1 - t[0]),
                          0.012, "case %d: kept light's colour", k);
            }
    }
}

/* The least take of a photo, without its outer pixels. */
static double
least_take (void)
{
  double least = 1.0;

  for (int y = 8; y < SIDE - 8; y++)
    for (int x = 8; x < SIDE - 8; x++)
      for (int c = 0; c < 3; c++)
        least = take[y][x][c] < least ? take[y][x][c] : least;
  return least;
}

/* Skin without shine, the least take that is right for it. */
static void
test_matt (void)
{
  static const struct
  {
    const char  *name;
    const float *skin;
    double       least;
  } cases[] = { { "grey photo", white, 1.0 }, { "pale patch", fair, 0.95 },
                { "warm light, a gradient", warm, 0.99 },
                { "sun, red clipped", fair, 0.9 } };
  const float pale[3] = { 0.60f, 0.39f, 0.30f };

  for (int k = 0; k < 4; k++)
    for (int known = 0; known < 2; known++)
      {
        for (int y = 0; y < SIDE; y++)
          for (int x = 0; x < SIDE; x++)
            {
              const double d = from_centre_mm (x, y);
              const double lit = 0.3 + 1.6 * x / SIDE;

              if (k == 0)
                paint (x, y, white, (x * 7 + y * 13) % 101 / 101.0, 0.0,
                       white);
              else if (k == 1)
                paint (x, y, d < 10.0 ? pale : fair, 1.0, 0.0, white);
              else
                paint (x, y, k == 2 ? warm : fair, k == 2 ? lit : 1.5 * lit,
                       0.0, white);
            }
        measure_photo (1.0f, 0.0f, known ? cases[k].skin : NULL, NULL);
        CHECK (least_take () >= cases[k].least, "%s, known %d: %g",
               cases[k].name, known, least_take ());
      }
}

/* A flash that clips, and loses its colour before that. */
static void
test_clipped_highlight (void)
{
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        const double d = from_centre_mm (x, y) / 5.0;

        paint (x, y, fair, 1.0, 1.2 * exp (-d * d), white);
      }
  for (int known = 0; known < 2; known++)
    {
      measure_photo (1.0f, 0.0f, known ? fair : NULL, NULL);
      CHECK (take[SIDE / 2][SIDE / 2][1] < 0.4f, "known %d: %g", known,
             take[SIDE / 2][SIDE / 2][1]);
      CHECK (take[SIDE / 2][20][1] > 0.99f, "known %d", known);
    }
}

/* Strands 3 of 12 px wide on shaded, noisy skin. */
static void
test_strands (void)
{
  static const struct
  {
    const char *name;
    float       skin[3];
    double      hair;         /* light of hair over that of skin */
    double      noise;
  } cases[] = { { "fair, dark hair", { 0.5f, 0.3f, 0.22f }, 0.2, 0.05 },
                { "fair, brown hair", { 0.5f, 0.3f, 0.22f }, 0.5, 0.05 },
                { "dark, black stubble", { 0.09f, 0.05f, 0.035f }, 0.3, 0.05 },
                { "grey photo", { 0.4f, 0.4f, 0.4f }, 0.3, 0.05 } };
  uint32_t state = 3;

  for (int k = 0; k < 4; k++)
    for (int known = 0; known < 2; known++)
      {
        double on[2] = { 0, 0 }, n[2] = { 0, 0 };

        for (int y = 0; y < SIDE; y++)
          for (int x = 0; x < SIDE; x++)
            {
              const double lit = 0.6 + 0.6 * y / SIDE;
              const double of = (x + y / 3) % 12 < 3 ? cases[k].hair : 1.0;
              const double e = smp_test_uniform (&state, -1.7, 1.7);

              paint (x, y, cases[k].skin, lit * of * (1 + cases[k].noise * e),
                     0.0, white);
            }
        measure_photo (1.0f, 1.0f, known ? cases[k].skin : NULL, NULL);
        for (int y = 0; y < SIDE; y++)
          for (int x = 0; x < SIDE; x++)
            {
              const int bare = (x + y / 3) % 12 >= 3;

              on[bare] += take[y][x][1];
              n[bare] += 1;
            }
        CHECK (on[0] / n[0] < 0.10, "%s, known %d: strands take %g",
               cases[k].name, known, on[0] / n[0]);
        CHECK (on[1] / n[1] > 0.95, "%s, known %d: skin takes %g",
               cases[k].name, known, on[1] / n[1]);
      }
}

/* Long dense hair far from skin, and a head that turns away from the light. */
static void
test_no_skin_around (void)
{
  uint32_t state = 5;
  double   sum = 0.0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      paint (x, y, fair, smp_test_uniform (&state, 0.06, 0.24), 0.0, white);
  measure_photo (0.0f, 1.0f, fair, NULL);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      sum += take[y][x][1];
  CHECK (sum / (SIDE * SIDE) < 0.05, "dense hair takes %g",
         sum / (SIDE * SIDE));

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      paint (x, y, fair, exp (-3.0 * x / SIDE), 0.0, white);
  measure_photo (1.0f, 1.0f, fair, NULL);
  CHECK (least_take () > 0.97, "shading: %g", least_take ());
}

static void
paint_everything (void)
{
  uint32_t state = 7;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        const double d = from_centre_mm (x, y) / 8.0;
        const double of = (x + y / 2) % 17 < 4 ? 0.3 : 1.0;
        const double e = smp_test_uniform (&state, 0.9, 1.1);

        paint (x, y, fair, of * e * (0.4 + 0.8 * x / SIDE),
               0.5 * exp (-d * d), white);
        if (smp_test_random (&state) % 500 == 0)
          photo[y][x][smp_test_random (&state) % 4]
            = (const float[]) { NAN, INFINITY, -INFINITY, 1e30f,
                                -1.0f }[smp_test_random (&state) % 5];
      }
}

static void
test_tiles (void)
{
  static const double scales[] = { 0, 0.5, 2, 5.1, 7, 13, 40, 200, 1e9 };
  SmpSkinParams       params = { 1, 1, { 0 }, { 1, 0.9f, 0.8f } };
  uint32_t            state = 11;

  paint_everything ();
  for (int k = 0; k < 18; k++)
    {
      SmpSkin skin;

      memcpy (params.skin, k % 2 ? fair : (float[3]) { 0 }, sizeof fair);
      init_skin (&skin, &params, scales[k / 2]);
      CHECK (smp_skin_reach (&skin) <= 12.0 * scales[k / 2]
             || smp_skin_reach (&skin) <= 26 || scales[k / 2] > 200.0,
             "at %g px/mm", scales[k / 2]);
      measure (&skin, 256, take);
      measure (&skin, 61, again);
      for (int i = 0; i < 12; i++)
        {
          const int x = smp_test_random (&state) % SIDE;
          const int y = smp_test_random (&state) % SIDE;
          const int w = 1 + smp_test_random (&state) % (SIDE - x);
          const int h = 1 + smp_test_random (&state) % (SIDE - y);

          measure_rect (&skin, (SmpRect) { everywhere.x + x, everywhere.y + y,
                                           w < 256 ? w : 256, h < 40 ? h : 40 },
                        again);
          CHECK (memcmp (take, again, sizeof take) == 0, "at %g px/mm, %d, %d",
                 scales[k / 2], x, y);
        }
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          for (int c = 0; c < 3; c++)
            CHECK (take[y][x][c] >= 0.0f && take[y][x][c] <= 1.0f, "no NaN");
    }
}

/* Where G is 1 it stays; switched off, everything stays. */
static void
test_kept (void)
{
  SmpSkinParams      params = { 1, 1, { 0 }, { 1, 1, 1 } };
  static SmpSkinGrid grid;
  SmpSkin            skin;
  float              light[3][64];
  float *const       rows[3] = { light[0], light[1], light[2] };
  Asked              asked = { { everywhere.x, everywhere.y, 64, 1 }, 0 };

  paint_everything ();
  for (int off = 0; off < 2; off++)
    {
      if (off)
        params.shine = params.hair_guard = 0.0f;
      init_skin (&skin, &params, SCALE);
      asked.reach = smp_skin_reach (&skin);
      CHECK (!off == (asked.reach > 0));
      for (int i = 0; i < 64; i++)
        for (int c = 0; c < 3; c++)
          light[c][i] = off ? i / 64.0f : 1.0f;
      smp_skin_read (&skin, asked.rect, everywhere, photo_row, &asked, &grid);
      smp_skin_apply_row (&skin, &grid, asked.rect.x, asked.rect.y, 64,
                          photo[0][0], rows);
      for (int i = 0; i < 64; i++)
        for (int c = 0; c < 3; c++)
          CHECK (light[c][i] == (off ? i / 64.0f : 1.0f), "off %d", off);
    }
}

int
main (void)
{
  test_highlight ();
  test_matt ();
  test_clipped_highlight ();
  test_strands ();
  test_no_skin_around ();
  test_tiles ();
  test_kept ();
  return smp_test_result ();
}
