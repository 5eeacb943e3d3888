/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The slow quantities, one value a cell, from samples on two rows of it: whole
 * rows are what a photo gives fast.
 *
 * Samples are weighted by the square of their luminance: a cell stands for its
 * bright side, the skin between strands, and noise of 10 % lifts it by 2 %.
 *
 * Diffuse light is told from shine by colour (Shafer 1985, dichromatic model).
 * With the photo divided by the light's colour, red = R - (G + B) / 2 is not
 * changed by shine, so D = red / (red of skin at R = 1), whatever lies above.
 * Bright red is the first to be compressed or clipped, by cameras and in
 * grading; there D may come from yellow = G - B instead: it grows with the
 * light on matt skin, and not in a highlight.
 *
 * Diffuse level: luminance, but no more than (1 + SPARE) D; SPARE is left to
 * skin that is paler than the mean.  Its closing (largest, then smallest, of
 * all cells up to `gap` away) bridges strands and narrow highlights and leaves
 * slopes, such as shading towards the silhouette, as they are.  Shine is what
 * a cell's luminance has above both its own and the closed level.
 *
 * Long dense hair leaves no skin in reach: where the texture is that coarse,
 * the level is not below `floor`.
 */

#include "skin.h"

#include "skin-grid.h"

#define SPARE      0.14f      /* of D */
#define KNEE       0.05f      /* shares of shine below this count little */
#define GREY_FROM  0.08f      /* saturation: none found below .. */
#define GREY_FULL  0.16f      /* .. all of it above */
#define BENT_FROM  0.50f      /* red light: true below .. */
#define BENT_FULL  0.65f      /* .. compressed or clipped above */
#define YELLOW_FROM 0.04f     /* (G - B) / R of skin: noise below .. */
#define YELLOW_FULL 0.08f     /* .. a measure above */
#define SMOOTH     0.028f     /* variance: skin, stubble and noise below .. */
#define HAIRY      0.055f     /* .. long dense hair above */
#define STRANGE    0.25f      /* of the skin's saturation: another photo's .. */
#define FAMILIAR   0.50f      /* .. this photo's */
#define TINY       1e-9f

/* Planes, and what is in them at other times. */
enum
{
  R, G, B, WEIGHT, LEVEL, OWN, SCRATCH, TRUST,
  TEXTURE = WEIGHT, RED = LEVEL, YELLOW = OWN, SUM = SCRATCH
};

static inline float
ramp (float value, float from, float full)
{
  float t = (value - from) / (full - from);

  t = t > 0.0f ? t : 0.0f;
  return t < 1.0f ? t : 1.0f;
}

static inline float
luminance (float r, float g, float b)
{
  return 0.2126f * r + 0.7152f * g + 0.0722f * b;
}

/* No light, no number, and no end of light give 0. */
static inline float
sane (float value)
{
  return value > 0.0f && value < 64.0f ? value : 0.0f;
}

/* Adds photo pixels (x, y) up to (x_end, y), all inside the photo. */
static void
add_span (const SmpSkin *skin, SmpSkinGrid *grid, int cells, int x, int x_end,
          const float *rgba)
{
  const int first = x & -skin->factor;

  for (int left = first; left < x_end; left += skin->factor)
    {
      const int cell = cells + (left - grid->x * skin->factor) / skin->factor;
      const int from = left + skin->step / 2;
      const int end = left + skin->factor < x_end ? left + skin->factor : x_end;
      float     sum[5] = { 0.0f };

      for (int k = from < x ? from + (x - from + skin->step - 1)
                              / skin->step * skin->step : from;
           k < end; k += skin->step)
        {
          const float *p = rgba + 4 * (k - x);
          const float  r = sane (p[0]), g = sane (p[1]), b = sane (p[2]);
          const float  y = luminance (r, g, b), weight = y * y;

          sum[R] += weight * r;
          sum[G] += weight * g;
          sum[B] += weight * b;
          sum[3] += weight;
          sum[4] += y;
        }
      grid->plane[R][cell] += sum[R];
      grid->plane[G][cell] += sum[G];
      grid->plane[B][cell] += sum[B];
      grid->plane[WEIGHT][cell] += sum[3];
      grid->plane[SUM][cell] += sum[4];
    }
}

static void
sample (const SmpSkin *skin, SmpSkinGrid *grid, SmpRect bounds,
        SmpPhotoRow row, void *data)
{
  const int f = skin->factor;
  const int left = grid->x * f, top = grid->y * f;
  const int x_min = left > bounds.x ? left : bounds.x;
  const int right = left + grid->width * f, end = bounds.x + bounds.width;
  const int x_max = right < end ? right : end;
  float     rgba[4 * SMP_SKIN_SPAN];

  for (int y = top + f / 4; y < top + grid->height * f; y += f / 2)
    {
      const int cells = (y - top) / f * grid->width;

      if (y < bounds.y || y >= bounds.y + bounds.height)
        continue;
      for (int x = x_min, next; x < x_max; x = next)
        {
          next = (x & -SMP_SKIN_SPAN) + SMP_SKIN_SPAN;
          next = next < x_max ? next : x_max;
          row (data, x, y, next - x, rgba);
          add_span (skin, grid, cells, x, next, rgba);
        }
    }
}

static void
average (SmpSkinGrid *grid)
{
  const float *restrict weight = grid->plane[WEIGHT];

  for (int c = R; c <= B; c++)
    {
      float *restrict plane = grid->plane[c];

      for (int i = 0; i < grid->width * grid->height; i++)
        plane[i] = weight[i] > 1e-30f ? plane[i] / weight[i] : 0.0f;
    }
}

/* Variance of the luminance over its square, in cells: with m_k the sum of y^k,
 * m_3 m_1 / m_2^2 - 1 while it is small.  Summed over the cells around.
 */
static void
measure_texture (const SmpSkin *skin, SmpSkinGrid *grid)
{
  float *texture = grid->plane[TEXTURE];

  for (int i = 0; i < grid->width * grid->height; i++)
    {
      const float y = luminance (grid->plane[R][i], grid->plane[G][i],
                                 grid->plane[B][i]);
      const float weight = grid->plane[WEIGHT][i];

      texture[i] = weight > 1e-30f ? y * grid->plane[SUM][i] / weight - 1.0f
                                   : 0.0f;
    }
  smp_skin_window (grid, SMP_WINDOW_SUM, skin->gap, skin->gap, texture,
                   grid->plane[SCRATCH]);
  smp_skin_smooth (grid, skin->margin, texture, grid->plane[SCRATCH]);
}

/* The largest saturation around, to know whether the skin given is that of this
 * photo: in one that has lost its colour since, nothing is shine for that.
 */
static void
measure_trust (const SmpSkin *skin, SmpSkinGrid *grid)
{
  float *trust = grid->plane[TRUST];

  for (int i = 0; i < grid->width * grid->height; i++)
    {
      const float r = grid->plane[R][i] * skin->white[0];
      const float g = grid->plane[G][i] * skin->white[1];
      const float b = grid->plane[B][i] * skin->white[2];

      trust[i] = ramp (r, 0.01f, 0.05f) * (r - 0.5f * (g + b)) / (r + TINY);
    }
  smp_skin_window (grid, SMP_WINDOW_MAX, skin->margin, skin->margin, trust,
                   grid->plane[SCRATCH]);
}

/* Sums of red and yellow at R = 1 over skin-like cells around, and of their
 * weights.  The more saturated weigh more, being less in shine.
 */
static void
measure_skin (const SmpSkin *skin, SmpSkinGrid *grid)
{
  float *weight = grid->plane[WEIGHT];
  float *red = grid->plane[RED], *yellow = grid->plane[YELLOW];

  for (int i = 0; i < grid->width * grid->height; i++)
    {
      const float r = grid->plane[R][i] * skin->white[0];
      const float g = grid->plane[G][i] * skin->white[1];
      const float b = grid->plane[B][i] * skin->white[2];
      const float s = (r - 0.5f * (g + b)) / (r + TINY);
      const float y = (g - b) / (r + TINY);
      const float like = ramp (r, 0.01f, 0.05f) * ramp (y, -0.15f, -0.05f)
                         * (1.0f - ramp (s, 0.8f, 0.9f));

      weight[i] = s > 0.0f ? like * (s * s) * (s * s) : 0.0f;
      red[i] = weight[i] * s;
      yellow[i] = weight[i] * y;
    }
  for (int k = WEIGHT; k <= YELLOW; k++)
    smp_skin_window (grid, SMP_WINDOW_SUM, skin->window, skin->window,
                     grid->plane[k], grid->plane[SCRATCH]);
}

/* Luminance of the diffuse light of a cell, SPARE included. */
static inline float
own_level (const SmpSkin *skin, const SmpSkinGrid *grid, int i, float red,
           float yellow)
{
  const float photo_r = grid->plane[R][i];
  const float r = photo_r * skin->white[0];
  const float g = grid->plane[G][i] * skin->white[1];
  const float b = grid->plane[B][i] * skin->white[2];
  const float sure = ramp (red, GREY_FROM, GREY_FULL);
  const float bent = ramp (photo_r, BENT_FROM, BENT_FULL)
                        * ramp (yellow, YELLOW_FROM, YELLOW_FULL);
  const float by_red = (r - 0.5f * (g + b)) / (red > TINY ? red : TINY);
  const float by_yellow = bent * (g - b) / (yellow > TINY ? yellow : TINY);
  const float diffuse = by_red > by_yellow ? by_red : by_yellow;
  const float y = luminance (photo_r, grid->plane[G][i], grid->plane[B][i]);
  float       share = (1.0f + SPARE) * diffuse / (r + TINY);

  share = share > 0.0f ? share : 0.0f;
  share = share < 1.0f ? share : 1.0f;
  return y * (1.0f - sure * (1.0f - share));
}

static void
find_levels (const SmpSkin *skin, SmpSkinGrid *grid)
{
  const int w = grid->width, m = skin->window;

  for (int y = m; y < grid->height - m; y++)
    for (int i = y * w + m; i < (y + 1) * w - m; i++)
      {
        float red = skin->red, yellow = skin->yellow;

        if (m > 0)
          {
            const float weight = grid->plane[WEIGHT][i] + TINY;

            red = grid->plane[RED][i] / weight;
            yellow = grid->plane[YELLOW][i] / weight;
          }
        grid->plane[LEVEL][i] = own_level (skin, grid, i, red, yellow);
        grid->plane[OWN][i] = grid->plane[LEVEL][i];
      }
  smp_skin_window (grid, SMP_WINDOW_MAX, skin->gap, m + skin->gap,
                   grid->plane[LEVEL], grid->plane[SCRATCH]);
  smp_skin_window (grid, SMP_WINDOW_MIN, skin->gap, m + 2 * skin->gap,
                   grid->plane[LEVEL], grid->plane[SCRATCH]);
  smp_skin_smooth (grid, skin->margin, grid->plane[LEVEL],
                   grid->plane[SCRATCH]);
}

/* Turns colours into the share of the loss that shine lets through, and the
 * level into its inverse.
 */
static void
split (const SmpSkin *skin, SmpSkinGrid *grid, int i)
{
  const float summed = (2 * skin->gap + 1) * (2 * skin->gap + 1);
  const float floor = skin->window > 0 ? 0.0f
                      : skin->floor * ramp (grid->plane[TEXTURE][i],
                                            summed * SMOOTH, summed * HAIRY);
  const float level = grid->plane[LEVEL][i] > floor ? grid->plane[LEVEL][i]
                                                    : floor;
  const float diffuse = level > grid->plane[OWN][i]
                        ? level : grid->plane[OWN][i];
  const float y = luminance (grid->plane[R][i], grid->plane[G][i],
                             grid->plane[B][i]);
  const float trust = skin->window > 0 ? 1.0f
                      : ramp (grid->plane[TRUST][i], STRANGE * skin->red,
                              FAMILIAR * skin->red + TINY);
  float       share = y > diffuse ? trust * (1.0f - diffuse / y) : 0.0f;
  float       shine;

  share = share * share / (share + KNEE);
  shine = share * grid->plane[R][i] * skin->white[0];
  for (int c = 1; c < 3; c++)
    {
      const float most = grid->plane[c][i] * skin->white[c];

      shine = shine < most ? shine : most;
    }
  for (int c = 0; c < 3; c++)
    {
      const float take = 1.0f - skin->shine * shine * skin->light[c]
                                / (grid->plane[c][i] + TINY);

      grid->plane[c][i] = take > 0.0f ? take : 0.0f;
    }
  grid->plane[LEVEL][i] = 1.0f / (level > 1e-6f ? level : 1e-6f);
}

void
smp_skin_read (const SmpSkin *skin, SmpRect rect, SmpRect bounds,
               SmpPhotoRow row, void *data, SmpSkinGrid *grid)
{
  if (smp_skin_reach (skin) == 0)
    return;

  smp_skin_place (skin, rect, grid);
  for (int k = 0; k < SMP_SKIN_PLANES; k++)
    for (int i = 0; i < grid->width * grid->height; i++)
      grid->plane[k][i] = 0.0f;
  sample (skin, grid, bounds, row, data);
  average (grid);
  if (skin->window > 0)
    measure_skin (skin, grid);
  else
    {
      measure_texture (skin, grid);
      measure_trust (skin, grid);
    }
  find_levels (skin, grid);

  const int m = skin->margin;

  for (int y = m; y < grid->height - m; y++)
    for (int x = m; x < grid->width - m; x++)
      split (skin, grid, y * grid->width + x);
}
