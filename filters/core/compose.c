/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* With T = out / photo = G clamped to 0..1 and a = max (1 - T):
 *   photo:     RGB G,                      A as it was
 *   layer:     RGB (1 - (1 - T) / a),      A = a;    over the photo this gives
 *              RGB (1 - (1 - T) / a) a + RGB (1 - a) = RGB T
 *   multiply:  1 - (1 - T) / a,            A = a
 * a = 0: nothing changed, A = 0 and RGB = photo (layer) or 1 (multiply).
 * Where light is added, G > 1, a layer is opaque, RGB G; pigment alone cannot.
 * A filter that lightens everywhere makes a layer of RGB G, A = 1 where G != 1.
 */

#include "compose.h"

#include <stddef.h>

static float
not_nan (float v)
{
  return v == v ? v : 0.0f;
}

static void
compose_photo (const float *const light[3], int n, float *rgba)
{
  if (!light)
    return;
  for (int i = 0; i < n; i++)
    for (int c = 0; c < 3; c++)
      {
        const float g = light[c][i];

        if (g != 1.0f)
          rgba[4 * i + c] = not_nan (rgba[4 * i + c] * g);
      }
}

/* Share of the light kept, 0..1, and the alpha that makes it a layer. */
static float
split (const float *const light[3], int i, float kept[3])
{
  float a = 0.0f;

  for (int c = 0; c < 3; c++)
    {
      const float g = light ? light[c][i] : 1.0f;
      const float lost = g > 0.0f ? (g < 1.0f ? 1.0f - g : 0.0f) : 1.0f;

      kept[c] = lost;
      a = lost > a ? lost : a;
    }
  for (int c = 0; c < 3; c++)
    kept[c] = a > 0.0f ? 1.0f - kept[c] / a : 1.0f;
  return a;
}

static int
adds_light (const float *const light[3], int i)
{
  return light && (light[0][i] > 1.0f || light[1][i] > 1.0f
                   || light[2][i] > 1.0f);
}

static void
compose_layer (const float *const light[3], int n, float *rgba)
{
  for (int i = 0; i < n; i++)
    {
      float kept[3];
      float a = split (light, i, kept);

      if (adds_light (light, i))
        {
          a = 1.0f;
          for (int c = 0; c < 3; c++)
            kept[c] = light[c][i];
        }
      if (a > 0.0f)
        for (int c = 0; c < 3; c++)
          rgba[4 * i + c] = not_nan (rgba[4 * i + c] * kept[c]);
      rgba[4 * i + 3] = a;
    }
}

static void
compose_multiply (const float *const light[3], int n, float *rgba)
{
  for (int i = 0; i < n; i++)
    rgba[4 * i + 3] = split (light, i, rgba + 4 * i);
}

void
smp_compose_row (SmpResult output, const float *const light[3], int n,
                 float *rgba)
{
  switch (output)
    {
    case SMP_RESULT_LAYER:
      compose_layer (light, n, rgba);
      break;
    case SMP_RESULT_MULTIPLY:
      compose_multiply (light, n, rgba);
      break;
    case SMP_RESULT_PHOTO:
    default:
      compose_photo (light, n, rgba);
      break;
    }
}

void
smp_compose_cover_row (const float *const light[3], int n, float *rgba)
{
  compose_photo (light, n, rgba);
  for (int i = 0; i < n; i++)
    rgba[4 * i + 3] = light && (light[0][i] != 1.0f || light[1][i] != 1.0f
                                || light[2][i] != 1.0f);
}
