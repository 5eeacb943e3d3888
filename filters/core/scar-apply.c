/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the slow quantities to pixels.  Skin at a scale of .1 to .2 mm, hair
 * left out, is compared with the skin outside on a grid of its own, which gives
 * a factor for each channel.  What pixels have above or below that skin is
 * their own detail: it stays, but for edges of the scar that are sharper than
 * the grid, which are not let be larger than detail of skin is.
 *
 * A pixel is changed as far as it is not hair.
 */

#include "scar-grid.h"

#include "scalar.h"
#include "window.h"

#define HAIR_FULL   0.60f     /* of bare skin: hair below .. */
#define HAIR_FROM   0.80f     /* .. skin above */
#define VARIES      1.25f     /* of the mean difference: the scar's own .. */
#define VARIES_LN   0.02f     /* .. and this much more is no relief or shine */
#define SHINE_FROM  0.04f     /* ln above that: bright relief below .. */
#define SHINE_FULL  0.16f     /* .. shine above */
#define TINY        1e-9f

/* Working memory: so many planes for each on the tone's grid, and twice as many
 * for one of all pixels.
 */
#define WIDE 3

enum
{
  FINE_R, FINE_G = FINE_R + WIDE, FINE_B = FINE_G + WIDE,
  FINE_W = FINE_B + WIDE, FINE_SCRATCH = FINE_W + WIDE,
  NOISE = FINE_SCRATCH + WIDE, FREE = NOISE + 2 * WIDE
};

_Static_assert (SMP_SCAR_WORK >= FREE + 4 * WIDE, "two more for the noise");
_Static_assert (2 * WIDE * SMP_SCAR_CELLS >= SMP_SCAR_RECT * SMP_SCAR_RECT,
                "all pixels");

typedef struct
{
  const SmpScar     *scar;
  const SmpScarGrid *grid;
  float            (*work)[SMP_SCAR_CELLS];
  int                x, y;    /* cell of the tone's grid */
  int                w, h;
} Tone;

/* e^x for |x| < 4, relative error < 1e-5. */
static inline float
power (float x)
{
  const float t = x * 0.125f;
  const float s = 1.0f + t * (1.0f + t * (0.5f + t * (0.16666667f
                  + t * (0.041666667f + t * 0.0083333333f))));
  const float s2 = s * s, s4 = s2 * s2;

  return s4 * s4;
}

static inline float
clamp (float v, float low, float high)
{
  v = v > low ? v : low;
  return v < high ? v : high;
}

static inline float
bare (float y, float level)
{
  return smp_scar_ramp (y, HAIR_FULL * level, HAIR_FROM * level + TINY);
}

/* A plane of fine cells takes the place of several of the working memory. */
static inline float *
fine_plane (const Tone *t, int plane)
{
  return t->work[0] + plane * SMP_SCAR_CELLS;
}

static inline float
sane (float v)
{
  return v > 0.0f && v < 64.0f ? v : 0.0f;
}

static void
along (const SmpScar *scar, const SmpScarGrid *grid, int plane, int x, int y,
       int n, float *out)
{
  smp_scar_along (grid->plane[plane], grid->width, grid->x, grid->y,
                  scar->factor, x, y, n, out);
}

/* Sums of bare skin in the cells of one row of pixels. */
static void
add_row (Tone *t, SmpRect bounds, SmpPhotoRow row, void *data, int y)
{
  const int f = t->scar->fine;
  const int left = t->x * f, right = left + t->w * f;
  const int x0 = left > bounds.x ? left : bounds.x;
  const int end = bounds.x + bounds.width;
  const int n = (right < end ? right : end) - x0;
  float    *out[4];
  float     rgba[4 * SMP_SKIN_SPAN], level[SMP_SKIN_SPAN];

  if (n <= 0 || y < bounds.y || y >= bounds.y + bounds.height)
    return;
  for (int c = 0; c < 4; c++)
    out[c] = fine_plane (t, FINE_R + WIDE * c)
             + (smp_floor ((double) y / f) - t->y) * t->w;
  row (data, x0, y, n, rgba);
  along (t->scar, t->grid, SMP_SCAR_LEVEL, x0, y, n, level);
  for (int i = 0; i < n; i++)
    {
      const int   cell = (x0 + i - left) / f;
      const float r = sane (rgba[4 * i]), g = sane (rgba[4 * i + 1]);
      const float b = sane (rgba[4 * i + 2]);
      const float w = bare (smp_scar_luminance (r, g, b), level[i]);

      out[0][cell] += w * r;
      out[1][cell] += w * g;
      out[2][cell] += w * b;
      out[3][cell] += w;
    }
}

static void
read_fine (Tone *t, SmpRect bounds, SmpPhotoRow row, void *data)
{
  for (int c = 0; c < 4; c++)
    for (int i = 0; i < t->w * t->h; i++)
      fine_plane (t, FINE_R + WIDE * c)[i] = 0.0f;
  for (int y = t->y * t->scar->fine; y < (t->y + t->h) * t->scar->fine; y++)
    add_row (t, bounds, row, data, y);
  for (int c = 0; c < 4; c++)
    smp_window_smooth (t->w, t->h, 2, fine_plane (t, FINE_R + WIDE * c),
                       fine_plane (t, FINE_SCRATCH));
}

/* How much of a difference d (lightness, ln) goes. */
static inline float
removed (const SmpScarParams *p, float d, float plateau, float core)
{
  const float most = VARIES * plateau
                     + (plateau < 0.0f ? -VARIES_LN : VARIES_LN);
  const float rim = clamp (d, most < 0.0f ? most : 0.0f,
                           most > 0.0f ? most : 0.0f);
  const float part = rim + core * (plateau - rim);
  const float rest = d - part;
  const float shine = smp_scar_ramp (rest, SHINE_FROM, SHINE_FULL);

  return p->tone * part
         + rest * (shine * p->gloss + (1.0f - shine) * (1.0f - p->relief));
}

/* Colours of a row become factors; W becomes the skin's luminance. */
static void
compare_row (Tone *t, int j)
{
  const SmpScarParams *p = &t->scar->params;
  const int            f = t->scar->fine;
  float                level[6][SMP_SKIN_SPAN];

  /* a cell's middle lies at its pixel f / 2, a half off for even f: too little
   * to matter on a grid of cells ten times as large
   */
  for (int k = 0; k < 6; k++)
    {
      static const int plane[] = { SMP_SCAR_OUT_R, SMP_SCAR_OUT_G,
                                   SMP_SCAR_OUT_B, SMP_SCAR_MASK,
                                   SMP_SCAR_PLATEAU, SMP_SCAR_CORE };
      float            wide[SMP_SKIN_SPAN];

      along (t->scar, t->grid, plane[k], t->x * f, (t->y + j) * f + f / 2,
             t->w * f, wide);
      for (int i = 0; i < t->w; i++)
        level[k][i] = wide[i * f + f / 2];
    }
  for (int i = 2; i < t->w - 2; i++)
    {
      const int   at = j * t->w + i;
      const float mask = level[3][i], weight = fine_plane (t, FINE_W)[at];
      float       rgb[3], d[3], y, light;

      for (int c = 0; c < 3; c++)
        {
          rgb[c] = fine_plane (t, FINE_R + WIDE * c)[at] / (weight + TINY);
          fine_plane (t, FINE_R + WIDE * c)[at] = 1.0f;
        }
      y = smp_scar_luminance (rgb[0], rgb[1], rgb[2]);
      fine_plane (t, FINE_W)[at] = weight > 1e-3f ? y : 0.0f;
      if (!(mask > 0.0f) || !(weight > 1e-3f) || !(y > 1e-5f))
        continue;
      for (int c = 0; c < 3; c++)
        d[c] = (float) smp_log (rgb[c] > 1e-5f ? rgb[c] : 1e-5f) - level[c][i];
      light = smp_scar_luminance (d[0], d[1], d[2]);
      y = removed (p, light, level[4][i], level[5][i]);
      for (int c = 0; c < 3; c++)
        fine_plane (t, FINE_R + WIDE * c)[at]
          = power (-mask * clamp (y + p->tone * (d[c] - light), -3.0f, 3.0f));
    }
}

/* One row of pixels of the rectangle. */
static void
apply_row (Tone *t, SmpRect rect, int j, const float *rgba,
           float *const light[3], int stride)
{
  const SmpScar *scar = t->scar;
  const float   *noise = t->work[NOISE] + j * rect.width;
  const int      n = rect.width, y = rect.y + j;
  float          factor[3][SMP_SCAR_RECT], skin[SMP_SCAR_RECT];
  float          mask[SMP_SCAR_RECT], level[SMP_SCAR_RECT];
  float          fine[SMP_SCAR_RECT];

  for (int c = 0; c < 3; c++)
    smp_scar_along (fine_plane (t, FINE_R + WIDE * c), t->w, t->x, t->y,
                    scar->fine, rect.x, y, n, factor[c]);
  smp_scar_along (fine_plane (t, FINE_W), t->w, t->x, t->y, scar->fine,
                  rect.x, y, n, skin);
  along (scar, t->grid, SMP_SCAR_MASK, rect.x, y, n, mask);
  along (scar, t->grid, SMP_SCAR_LEVEL, rect.x, y, n, level);
  along (scar, t->grid, SMP_SCAR_FINE, rect.x, y, n, fine);
  for (int i = 0; i < n; i++)
    {
      const float lum = smp_scar_luminance (sane (rgba[4 * i]),
                                            sane (rgba[4 * i + 1]),
                                            sane (rgba[4 * i + 2]));
      const float w = bare (lum, level[i]);
      const float detail = skin[i] > 1e-5f ? lum / skin[i] - 1.0f : 0.0f;
      const float edge = detail - clamp (detail, -fine[i], fine[i]);
      const float e = noise[i] - mask[i] * scar->params.tone * edge;
      const float own = power (clamp (e, -1.0f, 1.0f));

      for (int c = 0; c < 3; c++)
        light[c][j * stride + i] *= 1.0f + w * (factor[c][i] * own - 1.0f);
    }
}

/* The part of rect that cells with any change can reach, two cells beyond them:
 * one for what lies between cells, and one for the tone's own grid.
 */
static SmpRect
changed_part (const SmpScar *scar, const SmpScarGrid *grid, SmpRect rect)
{
  const int f = scar->factor;
  const int left = smp_scar_left (rect.x, f) - grid->x;
  const int right = smp_scar_left (rect.x + rect.width - 1, f) + 1 - grid->x;
  const int top = smp_scar_left (rect.y, f) - grid->y;
  const int bottom = smp_scar_left (rect.y + rect.height - 1, f) + 1 - grid->y;
  int       x0 = right + 1, x1 = left - 1, y0 = bottom + 1, y1 = top - 1;

  for (int y = top - 1; y <= bottom + 1; y++)
    for (int x = left - 1; x <= right + 1; x++)
      {
        const int at = y * grid->width + x;
        float     any = grid->plane[SMP_SCAR_MASK][at];

        for (int k = 0; k < scar->bands; k++)
          any += grid->plane[SMP_SCAR_NOISE + k][at];
        if (!(any > 0.0f))
          continue;
        x0 = x < x0 ? x : x0;
        x1 = x > x1 ? x : x1;
        y0 = y < y0 ? y : y0;
        y1 = y > y1 ? y : y1;
      }
  return smp_scar_common (rect, (SmpRect) { (grid->x + x0 - 2) * f,
                                            (grid->y + y0 - 2) * f,
                                            (x1 - x0 + 5) * f,
                                            (y1 - y0 + 5) * f });
}

void
smp_scar_apply (const SmpScar *scar, const SmpScarGrid *grid, SmpRect all,
                SmpRect bounds, SmpPhotoRow row, void *data, SmpScarWork work,
                float *const light[3], int stride)
{
  const SmpRect rect = changed_part (scar, grid, all);
  const int     f = scar->fine;
  const int     skip = (rect.y - all.y) * stride + rect.x - all.x;
  float *const  part[3] = { light[0] + skip, light[1] + skip,
                            light[2] + skip };
  Tone          t = { .scar = scar, .grid = grid, .work = work };
  float         rgba[4 * SMP_SCAR_RECT];

  if (rect.width <= 0 || rect.height <= 0)
    return;
  t.x = smp_scar_left (rect.x, f) - 2;
  t.y = smp_scar_left (rect.y, f) - 2;
  t.w = smp_scar_left (rect.x + rect.width - 1, f) + 4 - t.x;
  t.h = smp_scar_left (rect.y + rect.height - 1, f) + 4 - t.y;
  read_fine (&t, bounds, row, data);
  for (int j = 2; j < t.h - 2; j++)
    compare_row (&t, j);
  smp_scar_noise (scar, grid, rect, work[NOISE], work[FREE],
                  (SMP_SCAR_WORK - FREE) * SMP_SCAR_CELLS);
  for (int j = 0; j < rect.height; j++)
    {
      row (data, rect.x, rect.y + j, rect.width, rgba);
      apply_row (&t, rect, j, rgba, part, stride);
    }
}
