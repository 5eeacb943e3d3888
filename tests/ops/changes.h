/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happens to photos on their way: noise, and being made smaller by a
 * resampler that sharpens.  Both work on values as files store them.
 */

#ifndef SMP_TEST_CHANGES_H
#define SMP_TEST_CHANGES_H

#include <gegl.h>
#include <math.h>

#include "smp-test.h"

#define LANCZOS_LOBES 3

static inline const Babl *
between_light_and_stored (gboolean to_stored)
{
  const Babl *light = babl_format ("RGBA float");
  const Babl *stored = babl_format ("R'G'B'A float");

  return to_stored ? babl_fish (light, stored) : babl_fish (stored, light);
}

static inline gfloat
in_whole_steps (gdouble value)
{
  return CLAMP (rint (255.0 * value), 0.0, 255.0) / 255.0;
}

/* Adds noise of rms sigma / 255. */
static inline void
add_noise (gfloat *rgba, gint n, gdouble sigma)
{
  uint32_t state = 17;

  babl_process (between_light_and_stored (TRUE), rgba, rgba, n);
  for (gint i = 0; i < 4 * n; i++)
    {
      gdouble sum = 0.0;

      for (gint k = 0; k < 12; k++)
        sum += smp_test_uniform (&state, -0.5, 0.5);
      if (i % 4 < 3)
        rgba[i] = in_whole_steps (rgba[i] + sigma / 255.0 * sum);
    }
  babl_process (between_light_and_stored (FALSE), rgba, rgba, n);
}

static inline gdouble
lanczos (gdouble x)
{
  const gdouble a = G_PI * x, b = a / LANCZOS_LOBES;

  return fabs (x) >= LANCZOS_LOBES ? 0.0
         : fabs (x) < 1e-9 ? 1.0 : sin (a) * sin (b) / (a * b);
}

/* Lines of n_in values become lines of n_out; step floats from one value of a
 * line to the next.
 */
static inline void
resample_lines (const gfloat *in, gint n_in, gint step_in, gint next_in,
                gfloat *out, gint n_out, gint step_out, gint next_out,
                gint lines, gdouble ratio)
{
  for (gint i = 0; i < n_out; i++)
    {
      const gdouble at = (i + 0.5) / ratio - 0.5, half = LANCZOS_LOBES / ratio;
      const gint    from = MAX (ceil (at - half), 0);
      const gint    to = MIN (floor (at + half), n_in - 1);
      gdouble       sum = 0.0;

      for (gint k = from; k <= to; k++)
        sum += lanczos ((k - at) * ratio);
      for (gint line = 0; line < lines; line++)
        for (gint c = 0; c < 4; c++)
          {
            gdouble value = 0.0;

            for (gint k = from; k <= to; k++)
              value += lanczos ((k - at) * ratio)
                       * in[(gsize) line * next_in + (gsize) k * step_in + c];
            out[(gsize) line * next_out + (gsize) i * step_out + c]
              = value / sum;
          }
    }
}

/* The photo at ratio < 1 of its size; *rgba is freed and made anew. */
static inline void
make_smaller (gfloat **rgba, gint *width, gint *height, gdouble ratio)
{
  const gint w = *width, h = *height;
  const gint new_w = floor (w * ratio), new_h = floor (h * ratio);
  gfloat    *across = g_new (gfloat, (gsize) 4 * new_w * h);
  gfloat    *small = g_new (gfloat, (gsize) 4 * new_w * new_h);

  babl_process (between_light_and_stored (TRUE), *rgba, *rgba, w * h);
  resample_lines (*rgba, w, 4, 4 * w, across, new_w, 4, 4 * new_w, h, ratio);
  resample_lines (across, h, 4 * new_w, 4, small, new_h, 4 * new_w, 4, new_w,
                  ratio);
  for (gint i = 0; i < 4 * new_w * new_h; i++)
    small[i] = in_whole_steps (small[i]);
  babl_process (between_light_and_stored (FALSE), small, small,
                new_w * new_h);
  g_free (across);
  g_free (*rgba);
  *rgba = small;
  *width = new_w;
  *height = new_h;
}

#endif
