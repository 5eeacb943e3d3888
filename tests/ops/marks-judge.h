/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much of a mask's marks is found.
 *
 * - a mark is a patch of the mask above a quarter, of any size, that a person
 *   can see: in the photo as it is, it is 2 L* paler than the median of the
 *   skin and hair 1 mm around, about where one notices a difference.  It is
 *   found when half of it has a coverage of a half;
 * - a large mark is one of at least a disc of .6 mm, seen or not: neither from
 *   the side nor through so much hair that less of it is left;
 * - skin is what is within 8 mm of a mark, but neither scar nor a pixel beside
 *   it, nor the backdrop, which is bluish: the mean coverage there is the part
 *   touched wrongly.
 */

#ifndef SMP_TEST_MARKS_JUDGE_H
#define SMP_TEST_MARKS_JUDGE_H

#include "patches.h"

#define AROUND_MM      8.0
#define SEEN           2.0f     /* L* */
#define AROUND_SEEN_PX 6        /* 1.1 mm */

/* The mask, but 0 in patches that are not seen in the photo's L*. */
static gfloat *
seen_of (const gfloat *mask, const gfloat *lightness, gint width, gint height)
{
  gfloat *seen = g_memdup2 (mask, (gsize) width * height * sizeof *mask);
  gint   *label = g_new (gint, (gsize) width * height);
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (gint));
  gint    patches = find_patches (mask, width, height, label, sizes);
  gfloat *contrast = patch_contrasts (mask, lightness, width, height, label,
                                      patches, AROUND_SEEN_PX);

  for (gint i = 0; i < width * height; i++)
    if (label[i] != 0 && contrast[label[i]] < SEEN)
      seen[i] = 0.0f;
  g_free (contrast);
  g_array_unref (sizes);
  g_free (label);
  return seen;
}

typedef struct
{
  gint    marks, large;
  gdouble found, found_large, wrong, strip;
} Result;

/* Which of the patches count, and how many of these are found. */
static void
count_marks (const gint *covered, const gdouble *part_seen, const GArray *sizes,
             gint strip, gdouble px_per_mm, Result *result)
{
  gint hits = 0, large_hits = 0;

  for (guint k = 1; k < sizes->len; k++)
    {
      const gint     size = g_array_index (sizes, gint, k);
      const gboolean seen = 2.0 * part_seen[k] > size;
      const gboolean large = size >= G_PI / 4.0 * pow (0.6 * px_per_mm, 2.0);
      const gboolean found = 2 * covered[k] >= size;

      if ((gint) k == strip)
        continue;
      result->marks += seen;
      result->large += large;
      hits += seen && found;
      large_hits += large && found;
    }
  result->found = (gdouble) hits / result->marks;
  result->found_large = (gdouble) large_hits / result->large;
}

static Result
judge (const gfloat *mark, const gfloat *mask, const gfloat *seen,
       const gfloat *rgba, gint width, gint height, gdouble px_per_mm)
{
  const gint  n = width * height;
  gint       *label = g_new (gint, n), strip = 0, patches, skins = 0;
  GArray     *sizes = g_array_new (FALSE, FALSE, sizeof (gint));
  guint8     *marks = g_new0 (guint8, n), *scars = g_new0 (guint8, n);
  guint8     *near, *scarred;
  gint       *covered;
  gdouble    *part_seen;
  Result      result = { 0 };

  patches = find_patches (mask, width, height, label, sizes);
  for (gint k = 1; k < patches; k++)
    if (g_array_index (sizes, gint, k) > g_array_index (sizes, gint, strip))
      strip = k;
  covered = g_new0 (gint, patches);
  part_seen = g_new0 (gdouble, patches);
  for (gint i = 0; i < n; i++)
    {
      covered[label[i]] += mark[i] >= 0.5f;
      part_seen[label[i]] += mask[i] > 0.0f ? seen[i] / mask[i] : 0.0f;
      marks[i] = label[i] != 0 && label[i] != strip;
      scars[i] = mask[i] > CLEAR;
      if (label[i] == strip)
        result.strip += mark[i] / g_array_index (sizes, gint, strip);
    }
  count_marks (covered, part_seen, sizes, strip, px_per_mm, &result);
  near = grow (marks, width, height, AROUND_MM * px_per_mm, TRUE);
  scarred = grow (scars, width, height, 1, FALSE);
  for (gint i = 0; i < n; i++)
    if (near[i] && !scarred[i] && rgba[4 * i] > rgba[4 * i + 2])
      {
        skins++;
        result.wrong += mark[i];
      }
  result.wrong /= skins;
  g_free (scarred);
  g_free (near);
  g_free (part_seen);
  g_free (covered);
  g_free (scars);
  g_free (marks);
  g_array_unref (sizes);
  g_free (label);
  return result;
}

#endif
