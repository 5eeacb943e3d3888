/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scars.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "asked.h"

/* Binomial blur with taps `step` apart, mirrored at the border. */
static void
blur (const float *in, int step, float *out)
{
  static float between[SCARS_N];

  for (int y = 0; y < SCARS_H; y++)
    for (int x = 0; x < SCARS_W; x++)
      {
        const int a = abs (x - step), b = x + step;
        const int c = b < SCARS_W ? b : 2 * SCARS_W - 2 - b;

        between[y * SCARS_W + x] = 0.5f * in[y * SCARS_W + x]
                                   + 0.25f * (in[y * SCARS_W + a]
                                              + in[y * SCARS_W + c]);
      }
  for (int y = 0; y < SCARS_H; y++)
    for (int x = 0; x < SCARS_W; x++)
      {
        const int a = abs (y - step), b = y + step;
        const int c = b < SCARS_H ? b : 2 * SCARS_H - 2 - b;

        out[y * SCARS_W + x] = 0.5f * between[y * SCARS_W + x]
                               + 0.25f * (between[a * SCARS_W + x]
                                          + between[c * SCARS_W + x]);
      }
}

/* Adds noise of one octave of standard deviation sigma. */
static void
add_octave (uint32_t *state, int octave, float sigma, float *field)
{
  static float a[SCARS_N], b[SCARS_N];
  double       var = 0.0;

  for (int i = 0; i < SCARS_N; i++)
    a[i] = smp_test_uniform (state, -1.0, 1.0);
  for (int k = 0; k < octave; k++)
    {
      blur (a, 1 << k, b);
      memcpy (a, b, sizeof a);
    }
  blur (a, 1 << octave, b);
  for (int i = 0; i < SCARS_N; i++)
    {
      a[i] -= b[i];
      var += a[i] * a[i];
    }
  for (int i = 0; i < SCARS_N; i++)
    field[i] += a[i] * sigma / sqrt (var / SCARS_N);
}

static float
distance_to (const ScarsScene *s, int x, int y)
{
  const float half = 0.5f * s->width_mm * s->px_per_mm;
  const float gap = 2.5f * s->px_per_mm;

  switch (s->shape)
    {
    case SCARS_LINE:
      return fabs (y - SCARS_H / 2 - 15.0 * sin (x / 70.0)) - half;
    case SCARS_PATCH:
      return hypot (x - SCARS_W / 2, y - SCARS_H / 2) - half;
    case SCARS_DISCS:
      return hypot (fmod (x + 0.3f * gap * ((int) (y / gap) % 3), gap)
                    - gap / 2, fmod (y, gap) - gap / 2) - half;
    default:
      return 1e6f;
    }
}

void
scars_make (const ScarsScene *s, float rough_mm, float *rgba, float *distance)
{
  static float texture[SCARS_N], mottled[SCARS_N], grain[SCARS_N];
  uint32_t     state = 7;

  memset (texture, 0, sizeof texture);
  memset (mottled, 0, sizeof mottled);
  memset (grain, 0, sizeof grain);
  for (int octave = 0; octave < 5; octave++)
    add_octave (&state, octave, 0.014f, texture);
  add_octave (&state, 5, 0.012f, mottled);
  add_octave (&state, 0, 0.004f, grain);
  for (int i = 0; i < SCARS_N; i++)
    {
      const int   x = i % SCARS_W, y = i / SCARS_W;
      const float d = distance_to (s, x, y);
      const float in = d < -1.0f ? 1.0f : d > 1.0f ? 0.0f : 0.5f - 0.5f * d;
      const float h = (y - SCARS_H / 2 - 15.0 * sin (x / 70.0)) / s->px_per_mm;
      const float away = 0.25f * s->width_mm;
      const float relief = in * s->relief
                           * (exp (-pow ((h + away) / 0.35, 2))
                              - exp (-pow ((h - away) / 0.35, 2)));

      distance[i] = d;
      for (int c = 0; c < 3; c++)
        rgba[4 * i + c] = s->skin[c]
                          * exp (0.1 * x / SCARS_W + 0.06 * y / SCARS_H
                                 + mottled[i] * (c + 1) * 0.5f + grain[i]
                                 + texture[i] * (1.0f - 0.7f * in)
                                 + in * s->pale[c] + relief);
      rgba[4 * i + 3] = d < rough_mm * s->px_per_mm ? 1.0f : 0.0f;
    }
}

SmpParams
scars_params (double px_per_mm)
{
  SmpParams p = scene_params (SCARS_W, SCARS_H, px_per_mm);

  p.skin.shine = 1.0f;
  p.skin.hair_guard = 1.0f;
  p.scar = (SmpScarParams) {
    .active = 1, .tone = 1.0f, .gloss = 1.0f, .texture = 1.0f, .relief = 0.0f,
    .dots = 0.0f, .feather_mm = 6.0f, .mark_min_mm = 0.5f, .mark_max_mm = 2.0f,
    .mark_contrast = 3.0f
  };
  return p;
}

typedef struct
{
  const float *rgba;
  SmpRect      bounds;
  Asked        asked;
} Photo;

static void
read_row (void *data, int x, int y, int n, float *rgba)
{
  const Photo *photo = data;

  check_asked (&photo->asked, photo->bounds, x, y, n);
  memcpy (rgba, photo->rgba + 4 * ((long) y * photo->bounds.width + x),
          4 * n * sizeof *rgba);
}

/* The parts of rect that can be rendered at once, into light. */
static void
render_rect (const SmpPlan *plan, SmpRect rect, const SmpSource *source,
             SmpScratch *scratch, float *light)
{
  const int  side = plan->scar.rect;
  const long width = source->bounds.width;
  const long n = width * source->bounds.height;

  ((Photo *) source->data)->asked = (Asked) { rect, plan->reach_px };
  smp_render_read_scar (plan, rect, source, 1, scratch);
  for (int y = rect.y; y < rect.y + rect.height; y += side)
    for (int x = rect.x; x < rect.x + rect.width; x += side)
      {
        const int right = rect.x + rect.width - x;
        const int below = rect.y + rect.height - y;
        SmpRect   part = { x, y, right < side ? right : side,
                           below < side ? below : side };
        SmpPlanes planes;

        if (!smp_render_scar (plan, part, source, 1, scratch, &planes))
          continue;
        for (int c = 0; c < 3; c++)
          for (int j = 0; j < part.height; j++)
            memcpy (light + c * n + (y + j) * width + x,
                    planes.data[c] + j * planes.stride,
                    part.width * sizeof (float));
      }
}

void
scars_render (const SmpParams *params, const float *rgba, int width, int height,
              int x0, int y0, int cell, float *light)
{
  static SmpPlan    plan;
  static SmpScratch scratch;
  Photo             photo = { rgba, { 0, 0, width, height } };
  const SmpSource   source = { NULL, read_row, photo.bounds, &photo, NULL };
  const long        n = (long) width * height;

  smp_plan_init (&plan, params);
  cell = cell < plan.scar.fit ? cell : plan.scar.fit;
  for (long i = 0; i < 3 * n; i++)
    light[i] = 1.0f;
  for (int top = y0; top < height; top += cell)
    for (int left = x0; left < width; left += cell)
      {
        const int x = left < 0 ? 0 : left, y = top < 0 ? 0 : top;
        SmpRect   rect = { x, y, left + cell - x, top + cell - y };

        rect.width = rect.width < width - x ? rect.width : width - x;
        rect.height = rect.height < height - y ? rect.height : height - y;
        if (rect.width > 0 && rect.height > 0)
          render_rect (&plan, rect, &source, &scratch, light);
      }
}
