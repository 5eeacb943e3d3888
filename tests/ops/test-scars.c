/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scar filter on the sample photo of the back of a head: its strip, painted
 * as roughly as with a lasso, and what the result is as a layer.
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops.h"

#define PX_PER_MM 5.343
#define ROUGH     13        /* px painted past the strip's border: 2.5 mm */

/* The part of the photo with the strip, and the strip: rows of box, 0..1. */
static const GeglRectangle box = { 200, 400, 760, 180 };

static gfloat *
load (const gchar *folder, const gchar *name, const gchar *format)
{
  gchar    *path = g_build_filename (folder, name, NULL);
  GeglNode *graph = gegl_node_new ();
  GeglNode *op = gegl_node_new_child (graph, "operation", "gegl:load",
                                      "path", path, NULL);
  gfloat   *pixels = ops_render (op, &box, format);

  g_object_unref (graph);
  g_free (path);
  return pixels;
}

/* Whether scar lies within reach px of pixel i. */
static gboolean
is_near (const gfloat *scar, gint i, gint reach)
{
  const gint x0 = i % box.width, y0 = i / box.width;

  for (gint y = MAX (y0 - reach, 0); y <= MIN (y0 + reach, box.height - 1);
       y++)
    for (gint x = MAX (x0 - reach, 0); x <= MIN (x0 + reach, box.width - 1);
         x++)
      if (scar[y * box.width + x] > 0.5f
          && hypot (x - x0, y - y0) <= reach)
        return TRUE;
  return FALSE;
}

/* The strip alone: what has scar on all sides, 3 px around. */
static void
keep_strip (gfloat *scar)
{
  const gint n = box.width * box.height;
  gfloat    *core = g_new0 (gfloat, n);

  for (gint i = 0; i < n; i++)
    {
      gint share = 0;

      for (gint k = -40; k <= 40; k++)
        share += i + k >= 0 && i + k < n && scar[i + k] > 0.5f;
      core[i] = share > 50;
    }
  for (gint i = 0; i < n; i++)
    if (scar[i] > 0.5f && !is_near (core, i, 6))
      scar[i] = 0.0f;
  g_free (core);
}

static GeglBuffer *
paint (const gfloat *photo, const gfloat *scar, gint rough)
{
  GeglBuffer *buffer = gegl_buffer_new (&box, babl_format ("RGBA float"));
  const gint  n = box.width * box.height;
  gfloat     *rgba = g_memdup2 (photo, 4 * n * sizeof (gfloat));

  for (gint i = 0; i < n; i++)
    rgba[4 * i + 3] = is_near (scar, i, rough);
  gegl_buffer_set (buffer, &box, 0, NULL, rgba, GEGL_AUTO_ROWSTRIDE);
  g_free (rgba);
  return buffer;
}

static gfloat *
treat (GeglBuffer *photo, const gchar *values, gint result)
{
  GeglNode *op, *graph = ops_graph (photo, "smp:scar-camouflage", &op);
  gchar   **pairs = g_strsplit (values, ";", -1);
  gfloat   *pixels;

  gegl_node_set (op, "px-per-mm", PX_PER_MM, "result", result, NULL);
  for (gchar **pair = pairs; *pair; pair++)
    {
      gchar **word = g_strsplit (*pair, "=", 2);

      CHECK (ops_set (op, word[0], word[1]), "%s", *pair);
      g_strfreev (word);
    }
  g_strfreev (pairs);
  pixels = ops_render (op, &box, "RGBA float");
  g_object_unref (graph);
  return pixels;
}

static gdouble
luminance (const gfloat *p)
{
  return 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
}

static gint
compare (const void *a, const void *b)
{
  const gdouble d = *(const gdouble *) a - *(const gdouble *) b;

  return d < 0 ? -1 : d > 0;
}

/* L* of bare skin, the 80th percentile, or of all, the mean: of the strip or of
 * what lies 4 to 9 mm around.
 */
static gdouble
lightness (const gfloat *rgba, const gfloat *scar, gboolean inside,
           gboolean bare)
{
  const gint n = box.width * box.height;
  gdouble   *values = g_new (gdouble, n), sum = 0;
  gint       count = 0;

  for (gint i = 0; i < n; i += 7)
    if (inside ? scar[i] > 0.5f
        : !is_near (scar, i, 4 * PX_PER_MM) && is_near (scar, i, 9 * PX_PER_MM))
      {
        values[count] = 116.0 * cbrt (luminance (rgba + 4 * i)) - 16.0;
        sum += values[count++];
      }
  qsort (values, count, sizeof values[0], compare);
  sum = bare ? values[count * 4 / 5] : sum / count;
  g_free (values);
  return sum;
}

static void
test_strip (const gfloat *photo, const gfloat *scar)
{
  static const struct { const gchar *values; gboolean bare; gdouble left; }
  rows[] = {
    { "tone=1;gloss=1;texture=1;relief=0;dots=0", TRUE, 0.3 },
    { "dots=0", TRUE, 0.45 },
    { "match=yes", FALSE, 0.35 }
  };
  GeglBuffer *rough = paint (photo, scar, ROUGH);

  for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      gfloat       *after = treat (rough, rows[k].values, 0);
      const gdouble out = lightness (photo, scar, FALSE, rows[k].bare);
      const gdouble was = lightness (photo, scar, TRUE, rows[k].bare) - out;
      const gdouble now = lightness (after, scar, TRUE, rows[k].bare) - out;

      g_print ("%-45s L* %+.1f, now %+.1f\n", rows[k].values, was, now);
      CHECK (fabs (now) < rows[k].left * was, "%s: L* %g of %g",
             rows[k].values, now, was);
      /* never darker than what is around */
      CHECK (now > -1.0, "%s: %g", rows[k].values, now);
      g_free (after);
    }
  g_object_unref (rough);
}

/* The layer over the photo is the treated photo; it is opaque where that has
 * changed, and empty with the photo's colours elsewhere.
 */
static void
test_layer (const gfloat *photo, const gfloat *scar)
{
  GeglBuffer *rough = paint (photo, scar, ROUGH);
  gfloat     *treated = treat (rough, "match=yes", 0);
  gfloat     *layer = treat (rough, "match=yes", 1);
  gint        opaque = 0;

  for (gint i = 0; i < box.width * box.height; i++)
    {
      const gfloat *l = layer + 4 * i, *t = treated + 4 * i;
      const gfloat *p = photo + 4 * i;
      const gboolean same = memcmp (t, p, 3 * sizeof (gfloat)) == 0;

      opaque += l[3] == 1.0f;
      CHECK (memcmp (l, t, 3 * sizeof (gfloat)) == 0, "pixel %d", i);
      CHECK (l[3] == 1.0f || (l[3] == 0.0f && same), "pixel %d: %g", i, l[3]);
    }
  CHECK (opaque > 10000 && opaque < box.width * box.height * 2 / 3, "%d",
         opaque);
  g_free (treated);
  g_free (layer);
  g_object_unref (rough);
}

int
main (int argc, char **argv)
{
  gfloat *photo, *scar;

  ops_init (argc, argv);
  if (argc < 3)
    return 2;
  photo = load (argv[2], "back_scar_1200.jpg", "RGBA float");
  scar = load (argv[2], "back_scar_scar_mask.png", "Y' float");
  keep_strip (scar);
  test_strip (photo, scar);
  test_layer (photo, scar);
  g_free (photo);
  g_free (scar);
  gegl_exit ();
  return smp_test_result ();
}
