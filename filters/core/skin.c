/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* photo = D + S, diffuse light and shine (Shafer 1985).  Dots take from D
 * alone, so of a loss 1 - G in channel c shows
 *
 *   take_c = (photo_c - p S_c) / photo_c x (1 - q h),
 *
 * p = shine, q = hair guard, h the part of the pixel that hair covers.  S is
 * fitted in skin-fit.c, on a grid, and so is the level of the diffuse light
 * around, E.  Hair is at most half as bright as the skin below it, seen with
 * a camera's blur, so h goes from 0 at HAIR_FROM E to 1 at HAIR_FULL E: pores
 * and noise are above, hair of half the light is half way at half cover.
 *
 * The grid is fixed in absolute pixels and every window on it starts from a
 * cell's own place: a pixel's bits are the same in any rectangle.
 */

#include "skin.h"

#include "scalar.h"
#include "skin-grid.h"

#define CELL_MM    0.56       /* cells are this large or up to twice that */
#define GAP_MM     2.4
#define WINDOW_MM  5.0
#define REACH_MM   12.0       /* in all, where cells are not too large */
#define GAP_MAX    4
#define WINDOW_MAX 7
#define FLOOR      0.60       /* of the skin's luminance, in dense hair */
#define HAIR_FROM  0.84f
#define HAIR_FULL  0.64f

static int
cells (double length_mm, double cell_mm, int most)
{
  return (int) smp_clamp (smp_floor (length_mm / cell_mm + 0.5), 1, most);
}

static void
set_light (SmpSkin *skin, const float light[3])
{
  float most = 0.0f;

  for (int c = 0; c < 3; c++)
    most = light[c] > most ? light[c] : most;
  for (int c = 0; c < 3; c++)
    {
      const double part = most > 0.0f && most < 1e30f ? light[c] / most : 1.0;

      skin->light[c] = smp_clamp (part, 0.01, 1.0);
      skin->white[c] = 1.0f / skin->light[c];
    }
}

/* False when it is not known. */
static int
set_skin (SmpSkin *skin, const float rgb[3])
{
  static const double luminance[3] = { 0.2126, 0.7152, 0.0722 };
  float               seen[3], y = 0.0f;

  for (int c = 0; c < 3; c++)
    {
      const double value = smp_clamp (rgb[c], 0.0, 1.0);

      seen[c] = value * skin->white[c];
      y += value * luminance[c];
    }
  if (!(y > 0.0f))
    return 0;

  const float r = seen[0] > 1e-6f ? seen[0] : 1e-6f;

  skin->red = (r - 0.5f * (seen[1] + seen[2])) / r;
  skin->yellow = (seen[1] - seen[2]) / r;
  skin->floor = FLOOR * y;
  return 1;
}

/* Cells needed by the closing and what follows. */
static int
around (int gap)
{
  return 2 * gap + 2;
}

/* A mean wide enough to reach past highlights goes before wide gaps. */
static void
set_window (SmpSkin *skin, double cell_mm)
{
  const int reach = smp_floor (REACH_MM / cell_mm - 1.5);

  skin->window = cells (WINDOW_MM, cell_mm, WINDOW_MAX);
  while (skin->gap > 1 && skin->window + around (skin->gap) > reach)
    skin->gap--;
  while (skin->window > 1 && skin->window + around (skin->gap) > reach)
    skin->window--;
}

void
smp_skin_init (SmpSkin *skin, const SmpSkinParams *params,
               const SmpChart *chart)
{
  *skin = (SmpSkin) { .factor = 4 };
  while (skin->factor < smp_chart_length_px (chart, CELL_MM))
    skin->factor *= 2;
  skin->step = skin->factor > 8 ? skin->factor / 8 : 1;

  const double cell_mm = smp_chart_length_mm (chart, skin->factor);

  skin->shine = smp_clamp (params->shine, 0.0, 1.0);
  skin->hair_guard = smp_clamp (params->hair_guard, 0.0, 1.0);
  set_light (skin, params->light);
  skin->gap = cells (GAP_MM, cell_mm, GAP_MAX);
  if (!set_skin (skin, params->skin))
    set_window (skin, cell_mm);
  skin->margin = skin->window + around (skin->gap);
}

int
smp_skin_reach (const SmpSkin *skin)
{
  if (!(skin->shine > 0.0f) && !(skin->hair_guard > 0.0f))
    return 0;
  return skin->margin * skin->factor + skin->factor * 3 / 2;
}

/* Left of the two cells that image pixel x lies between. */
static int
left_neighbour (int x, int factor)
{
  return smp_floor ((2.0 * x + 1.0 - factor) / (2.0 * factor));
}

void
smp_skin_place (const SmpSkin *skin, SmpRect rect, SmpSkinGrid *grid)
{
  const int f = skin->factor, m = skin->margin;

  grid->x = left_neighbour (rect.x, f) - m;
  grid->y = left_neighbour (rect.y, f) - m;
  grid->width = left_neighbour (rect.x + rect.width - 1, f) + 2 + m - grid->x;
  grid->height = left_neighbour (rect.y + rect.height - 1, f) + 2 + m - grid->y;
}

/* Between each two of n + 1 cells, their values at the factor pixels that lie
 * there.
 */
static inline void
widen (const float *restrict cell, int n, int factor, float *restrict wide)
{
  for (int j = 0; j < n; j++)
    for (int p = 0; p < factor; p++)
      wide[j * factor + p] = cell[j] + (cell[j + 1] - cell[j])
                             * ((2 * p + 1) * (0.5f / factor));
}

/* A plane's values at n pixels from (x, y), in wide from where it returns. */
static const float *
interpolate (const SmpSkin *skin, const SmpSkinGrid *grid, const float *plane,
             int x, int y, int n, float *wide)
{
  const int    f = skin->factor;
  const int    first = left_neighbour (x, f);
  const int    count = left_neighbour (x + n - 1, f) - first + 2;
  const int    row = left_neighbour (y, f);
  const float  t = (float) (2 * (y - row * f) + 1 - f) / (2 * f);
  const float *above = plane + (row - grid->y) * grid->width + first - grid->x;
  const float *below = above + grid->width;
  float        between[SMP_SKIN_GRID];

  for (int i = 0; i < count; i++)
    between[i] = above[i] + (below[i] - above[i]) * t;
  /* the usual factors with loops of known length */
  if (f == 4)
    widen (between, count - 1, 4, wide);
  else if (f == 8)
    widen (between, count - 1, 8, wide);
  else
    widen (between, count - 1, f, wide);
  return wide + (x - (first * f + f / 2));
}

/* bare[i] = 1 - q h, inverse[i] = 1 / E */
static void
find_bare (const SmpSkin *skin, const float *restrict rgba,
           const float *restrict inverse, int n, float *restrict bare)
{
  for (int i = 0; i < n; i++)
    {
      const float y = 0.2126f * rgba[4 * i] + 0.7152f * rgba[4 * i + 1]
                      + 0.0722f * rgba[4 * i + 2];
      float       h = (HAIR_FROM - y * inverse[i])
                      * (1.0f / (HAIR_FROM - HAIR_FULL));

      h = h > 0.0f ? h : 0.0f;
      h = h < 1.0f ? h : 1.0f;
      bare[i] = 1.0f - skin->hair_guard * h;
    }
}

static void
apply (const float *restrict take, const float *restrict bare, int n,
       float *restrict light)
{
  for (int i = 0; i < n; i++)
    light[i] = 1.0f - (1.0f - light[i]) * (take[i] * bare[i]);
}

void
smp_skin_apply_row (const SmpSkin *skin, const SmpSkinGrid *grid, int x, int y,
                    int n, const float *rgba, float *const light[3])
{
  float wide[2 * SMP_SKIN_RECT], bare[SMP_SKIN_RECT];

  if (smp_skin_reach (skin) == 0)
    return;

  find_bare (skin, rgba, interpolate (skin, grid, grid->plane[SMP_SKIN_INVERSE],
                                      x, y, n, wide), n, bare);
  for (int c = 0; c < 3; c++)
    apply (interpolate (skin, grid, grid->plane[c], x, y, n, wide), bare, n,
           light[c]);
}
