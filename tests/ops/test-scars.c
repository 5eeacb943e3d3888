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
#define LINE_MM   2.9       /* of the strip */
#define FAR       50        /* px */

/* The part of the photo with the strip, and the strip: rows of box, 0..1. */
static const GeglRectangle box = { 200, 370, 760, 350 };

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

/* How far each pixel is from the scar, px; FAR beyond that. */
static gfloat *
measure (const gfloat *scar)
{
  const gint n = box.width * box.height;
  gfloat    *down = g_new (gfloat, n), *distance = g_new (gfloat, n);

  for (gint i = 0; i < n; i++)
    down[i] = scar[i] > 0.5f ? 0.0f
              : i < box.width ? FAR : MIN (down[i - box.width] + 1.0f, FAR);
  for (gint i = n - box.width - 1; i >= 0; i--)
    down[i] = MIN (down[i + box.width] + 1.0f, down[i]);
  for (gint i = 0; i < n; i++)
    {
      const gint x = i % box.width;

      distance[i] = FAR;
      for (gint k = -MIN (x, FAR); k <= MIN (FAR, box.width - 1 - x); k++)
        if (down[i + k] < FAR)
          distance[i] = MIN (distance[i], hypotf (k, down[i + k]));
    }
  g_free (down);
  return distance;
}

/* The strip alone: what has scar on all sides, 3 px around. */
static void
keep_strip (gfloat *scar)
{
  const gint n = box.width * box.height;
  gfloat    *core = g_new0 (gfloat, n), *distance;

  for (gint i = 0; i < n; i++)
    {
      gint share = 0;

      for (gint k = -40; k <= 40; k++)
        share += i + k >= 0 && i + k < n && scar[i + k] > 0.5f;
      core[i] = share > 50;
    }
  distance = measure (core);
  for (gint i = 0; i < n; i++)
    if (scar[i] > 0.5f && distance[i] > 6.0f)
      scar[i] = 0.0f;
  g_free (distance);
  g_free (core);
}

static GeglBuffer *
paint (const gfloat *photo, const gfloat *distance, gdouble rough)
{
  GeglBuffer *buffer = gegl_buffer_new (&box, babl_format ("RGBA float"));
  const gint  n = box.width * box.height;
  gfloat     *rgba = g_memdup2 (photo, 4 * n * sizeof (gfloat));

  for (gint i = 0; i < n; i++)
    rgba[4 * i + 3] = distance[i] <= rough;
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
lightness (const gfloat *rgba, const gfloat *distance, gboolean inside,
           gboolean bare)
{
  const gint n = box.width * box.height;
  gdouble   *values = g_new (gdouble, n), sum = 0;
  gint       count = 0;

  for (gint i = 0; i < n; i += 7)
    if (inside ? distance[i] == 0.0f
        : distance[i] > 4 * PX_PER_MM && distance[i] <= 9 * PX_PER_MM)
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
test_strip (const gfloat *photo, const gfloat *distance)
{
  static const struct { const gchar *values; gboolean bare; gdouble left; }
  rows[] = {
    { "tone=1;gloss=1;texture=1;relief=0;dots=0", TRUE, 0.3 },
    { "dots=0", TRUE, 0.45 },
    { "match=yes", FALSE, 0.2 }
  };
  GeglBuffer *rough = paint (photo, distance, ROUGH);

  for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      gfloat       *after = treat (rough, rows[k].values, 0);
      const gdouble out = lightness (photo, distance, FALSE, rows[k].bare);
      const gdouble was = lightness (photo, distance, TRUE, rows[k].bare) - out;
      const gdouble now = lightness (after, distance, TRUE, rows[k].bare) - out;

      g_print ("%-45s L* %+.1f, now %+.1f\n", rows[k].values, was, now);
      CHECK (fabs (now) < rows[k].left * was, "%s: L* %g of %g",
             rows[k].values, now, was);
      /* never darker than what is around */
      CHECK (now > -1.0, "%s: %g", rows[k].values, now);
      g_free (after);
    }
  g_object_unref (rough);
}

/* The same at full strength however wide the area is painted. */
static void
test_width (const gfloat *photo, const gfloat *distance)
{
  static const struct { gdouble mm, left; } rows[] = {
    { 5, 0.3 }, { 9, 0.3 }, { 12, 0.3 }, { 16, 0.5 }
  };
  const gdouble out = lightness (photo, distance, FALSE, TRUE);
  const gdouble was = lightness (photo, distance, TRUE, TRUE) - out;
  gdouble       last = 0.0;

  for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      GeglBuffer   *area = paint (photo, distance,
                                  (rows[k].mm - LINE_MM) / 2 * PX_PER_MM);
      gfloat       *after = treat (area, "tone=1;gloss=1;texture=1;relief=0;"
                                         "dots=0", 0);
      const gdouble now = lightness (after, distance, TRUE, TRUE) - out;

      g_print ("%2g mm painted: L* %+.1f, now %+.1f\n", rows[k].mm, was, now);
      CHECK (fabs (now) < rows[k].left * was, "%g mm: L* %g of %g", rows[k].mm,
             now, was);
      CHECK (fabs (now - last) < 0.2 * was, "%g mm: from %g to %g", rows[k].mm,
             last, now);
      last = now;
      g_free (after);
      g_object_unref (area);
    }
}

/* Stubble without a scar, painted so widely that no other skin is in reach of
 * its middle, has all the hair that it needs.
 */
static void
test_stubble (const gfloat *photo)
{
  const gint    n = box.width * box.height;
  const gdouble x0 = 380.0, y0 = 260.0;
  gfloat       *away = g_new (gfloat, n), *after;
  GeglBuffer   *area;
  gdouble       was = 0.0, now = 0.0;

  /* px outside an ellipse of 86 mm by 24 mm below the strip */
  for (gint i = 0; i < n; i++)
    away[i] = 64.0 * (hypot ((i % box.width - x0) / 230.0,
                             (i / box.width - y0) / 64.0) - 1.0);
  area = paint (photo, away, 0.0);
  after = treat (area, "match=yes;tone=0;gloss=0;texture=0;relief=1", 0);
  for (gint i = 0; i < n; i++)
    if (away[i] < 0.0f)
      {
        was += luminance (photo + 4 * i);
        now += luminance (after + 4 * i);
      }
  g_print ("dots on stubble take %.2f %% of its light\n",
           100.0 * (1.0 - now / was));
  CHECK (now > 0.985 * was, "%g", now / was);
  g_free (after);
  g_object_unref (area);
  g_free (away);
}

/* The layer over the photo is the treated photo; it is opaque where that has
 * changed, and empty with the photo's colours elsewhere.
 */
static void
test_layer (const gfloat *photo, const gfloat *distance)
{
  GeglBuffer *rough = paint (photo, distance, ROUGH);
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
  gfloat *photo, *scar, *distance;

  ops_init (argc, argv);
  if (argc < 3)
    return 2;
  photo = load (argv[2], "back_scar_1200.jpg", "RGBA float");
  scar = load (argv[2], "back_scar_scar_mask.png", "Y' float");
  keep_strip (scar);
  distance = measure (scar);
  test_strip (photo, distance);
  test_width (photo, distance);
  test_stubble (photo);
  test_layer (photo, distance);
  g_free (photo);
  g_free (distance);
  g_free (scar);
  gegl_exit ();
  return smp_test_result ();
}
