/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Connected patches of a mask, and what is near them. */

#ifndef SMP_TEST_PATCHES_H
#define SMP_TEST_PATCHES_H

#include <gegl.h>
#include <math.h>
#include <string.h>

#define CLEAR 0.02f             /* less of a mask is none */

/* Patches of the mask above a quarter, corners joining; label 0 is none.
 * sizes[k]: pixels of patch k.  Returns how many labels there are.
 */
static gint
find_patches (const gfloat *mask, gint width, gint height, gint *label,
              GArray *sizes)
{
  gint *stack = g_new (gint, (gsize) width * height), none = 0;

  memset (label, 0, (gsize) width * height * sizeof *label);
  g_array_append_val (sizes, none);
  for (gint start = 0; start < width * height; start++)
    {
      gint depth = 1, size = 0;

      if (mask[start] < 0.25f || label[start] != 0)
        continue;
      stack[0] = start;
      label[start] = sizes->len;
      while (depth > 0)
        {
          const gint at = stack[--depth], x = at % width, y = at / width;

          size++;
          for (gint j = MAX (y - 1, 0); j <= MIN (y + 1, height - 1); j++)
            for (gint i = MAX (x - 1, 0); i <= MIN (x + 1, width - 1); i++)
              if (mask[j * width + i] >= 0.25f && label[j * width + i] == 0)
                {
                  label[j * width + i] = sizes->len;
                  stack[depth++] = j * width + i;
                }
        }
      g_array_append_val (sizes, size);
    }
  g_free (stack);
  return sizes->len;
}

static gint
compare_floats (gconstpointer a, gconstpointer b)
{
  const gfloat x = *(const gfloat *) a, y = *(const gfloat *) b;

  return (x > y) - (x < y);
}

/* By how much each patch, its pixels weighted by the mask, is lighter than the
 * median of what is clear of the mask in its box and reach pixels around.
 */
static gfloat *
patch_contrasts (const gfloat *mask, const gfloat *lightness, gint width,
                 gint height, const gint *label, gint patches, gint reach)
{
  const GeglRectangle all = { 0, 0, width, height };
  gfloat             *contrast = g_new0 (gfloat, patches);
  gdouble            *sum = g_new0 (gdouble, patches);
  gdouble            *weight = g_new0 (gdouble, patches);
  GeglRectangle      *box = g_new0 (GeglRectangle, patches);

  for (gint i = 0; i < width * height; i++)
    {
      const GeglRectangle pixel = { i % width - reach, i / width - reach,
                                    2 * reach + 1, 2 * reach + 1 };
      const gint          k = label[i];

      sum[k] += mask[i] * lightness[i];
      weight[k] += mask[i];
      gegl_rectangle_bounding_box (&box[k], &box[k], &pixel);
    }
  for (gint k = 1; k < patches; k++)
    {
      GArray *around = g_array_new (FALSE, FALSE, sizeof (gfloat));

      gegl_rectangle_intersect (&box[k], &box[k], &all);
      for (gint y = box[k].y; y < box[k].y + box[k].height; y++)
        for (gint x = box[k].x; x < box[k].x + box[k].width; x++)
          if (mask[y * width + x] < CLEAR)
            g_array_append_val (around, lightness[y * width + x]);
      g_array_sort (around, compare_floats);
      if (around->len > 0)
        contrast[k] = sum[k] / weight[k]
                      - g_array_index (around, gfloat, around->len / 2);
      g_array_unref (around);
    }
  g_free (box);
  g_free (weight);
  g_free (sum);
  return contrast;
}

/* 1 within reach of a pixel that has it. */
static guint8 *
grow (const guint8 *set, gint width, gint height, gint reach, gboolean round)
{
  guint8 *grown = g_new0 (guint8, (gsize) width * height);

  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      if (set[y * width + x])
        for (gint j = MAX (y - reach, 0); j <= MIN (y + reach, height - 1); j++)
          {
            const gint dy = j - y;
            const gint half = round ? sqrt (reach * reach - dy * dy) : reach;
            const gint left = MAX (x - half, 0);

            memset (grown + j * width + left, 1,
                    MIN (x + half, width - 1) - left + 1);
          }
  return grown;
}

#endif
