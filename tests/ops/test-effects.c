/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every property has the effect that effects.txt states; none is missing. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops.h"

#define W 600
#define H 480

typedef struct
{
  gfloat *t;            /* RGBA of grey skin divided by the skin: T, alpha */
} Picture;

static gdouble
mean_loss (const Picture *p, gint c, gint x0, gint y0, gint x1, gint y1)
{
  gdouble sum = 0;

  for (gint y = y0; y < y1; y++)
    for (gint x = x0; x < x1; x++)
      sum += 1.0 - p->t[4 * (y * W + x) + c];
  return sum / ((x1 - x0) * (y1 - y0));
}

static gdouble
luminance_loss (const Picture *p, gint x0, gint y0, gint x1, gint y1)
{
  return 0.2126 * mean_loss (p, 0, x0, y0, x1, y1)
         + 0.7152 * mean_loss (p, 1, x0, y0, x1, y1)
         + 0.0722 * mean_loss (p, 2, x0, y0, x1, y1);
}

static gdouble
contrast (const Picture *p)
{
  const gdouble mean = mean_loss (p, 1, 0, 0, W, H);
  gdouble       sum = 0;

  for (gint i = 0; i < W * H; i++)
    sum += pow (1.0 - p->t[4 * i + 1] - mean, 2);
  return sqrt (sum / (W * H));
}

static gdouble
edges (const Picture *p)
{
  gdouble sum = 0;

  for (gint i = 1; i < W * H; i++)
    sum += fabs (p->t[4 * i + 1] - p->t[4 * i - 3]);
  return sum / (W * H);
}

/* Differences along x between columns x0 and x1, at half the height. */
static gdouble
steps (const Picture *p, gint x0, gint x1)
{
  gdouble sum = 0;

  for (gint y = 2 * H / 5; y < 3 * H / 5; y++)
    for (gint x = x0 + 1; x < x1; x++)
      sum += fabs (p->t[4 * (y * W + x) + 1] - p->t[4 * (y * W + x) - 3]);
  return sum / (x1 - x0 - 1);
}

static gdouble
measure (const Picture *p, const gchar *what)
{
  if (g_str_equal (what, "loss"))
    return luminance_loss (p, 0, 0, W, H);
  if (g_str_equal (what, "blue"))
    return mean_loss (p, 2, 0, 0, W, H) / mean_loss (p, 0, 0, 0, W, H);
  if (g_str_equal (what, "contrast"))
    return contrast (p);
  if (g_str_equal (what, "edges"))
    return edges (p);
  if (g_str_equal (what, "rim"))
    return (steps (p, 0, W / 10) + steps (p, 9 * W / 10, W)) / 2.0
           / steps (p, 2 * W / 5, 3 * W / 5);
  if (g_str_equal (what, "lean"))
    return (luminance_loss (p, W / 2, 0, W, H / 2)
            + luminance_loss (p, 0, H / 2, W / 2, H))
           / (luminance_loss (p, 0, 0, W / 2, H / 2)
              + luminance_loss (p, W / 2, H / 2, W, H));
  if (g_str_equal (what, "alpha"))
    return 1.0 - mean_loss (p, 3, 0, 0, W, H);
  g_printerr ("unknown measure %s\n", what);
  exit (2);
}

static gdouble
shift (const Picture *a, const Picture *b)
{
  gdouble sum = 0;

  for (gint i = 0; i < W * H; i++)
    sum += pow (a->t[4 * i + 1] - b->t[4 * i + 1], 2);
  return sqrt (sum / (W * H));
}

static Picture
picture (GeglBuffer *skin, const gchar *property, const gchar *value,
         const gchar *needed)
{
  const GeglRectangle box = { 0, 0, W, H };
  GeglNode           *op, *graph = ops_graph (skin, "smp:dots", &op);
  Picture             p;

  ops_set (op, "px-per-mm", "6");
  if (needed)
    {
      gchar **pairs = g_strsplit (needed, ",", -1);

      for (gchar **pair = pairs; *pair; pair++)
        {
          gchar **word = g_strsplit (*pair, "=", 2);

          CHECK (ops_set (op, word[0], word[1]), "%s", *pair);
          g_strfreev (word);
        }
      g_strfreev (pairs);
    }
  CHECK (ops_set (op, property, value), "cannot set %s to %s", property,
         value);
  p.t = ops_render (op, &box, "RGBA float");
  for (gint i = 0; i < W * H; i++)
    for (gint c = 0; c < 3; c++)
      p.t[4 * i + c] /= 0.5f;
  g_object_unref (graph);
  return p;
}

static void
check_row (GeglBuffer *skin, gchar **word)
{
  Picture       a = picture (skin, word[0], word[1], word[6]);
  Picture       b = picture (skin, word[0], word[2], word[6]);
  const gdouble low = g_ascii_strtod (word[4], NULL);
  const gdouble high = g_ascii_strtod (word[5], NULL);
  const gdouble moved = g_str_equal (word[3], "shift")
                        ? shift (&a, &b)
                        : measure (&b, word[3]) - measure (&a, word[3]);

  g_print ("%-12s %-8s -> %-8s %-9s %+.4f\n", word[0], word[1], word[2],
           word[3], moved);
  CHECK (low * high > 0, "%s: a range that holds 0 proves nothing", word[0]);
  CHECK (moved >= low && moved <= high, "%s from %s to %s moves %s by %g, not "
         "by %g..%g", word[0], word[1], word[2], word[3], moved, low, high);
  g_free (a.t);
  g_free (b.t);
}

/* Words of a line; the optional last one NULL when it is not there. */
static gchar **
split_row (const gchar *line)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  gchar       **raw = g_strsplit_set (line, " ", -1);
  gchar       **words;

  for (gchar **w = raw; *w; w++)
    if (**w)
      g_strv_builder_add (builder, *w);
  words = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  g_strfreev (raw);
  return words;
}

int
main (int argc, char **argv)
{
  const GeglRectangle box = { 0, 0, W, H };
  GHashTable         *tested = g_hash_table_new (g_str_hash, g_str_equal);
  GeglBuffer         *skin;
  GeglColor          *grey;
  gchar              *text, **lines;
  guint               n;
  GParamSpec        **specs;

  ops_init (argc, argv);
  if (argc < 3 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    return 2;

  skin = gegl_buffer_new (&box, babl_format ("RGBA float"));
  grey = gegl_color_new (NULL);
  gegl_color_set_rgba (grey, 0.5, 0.5, 0.5, 1.0);
  gegl_buffer_set_color (skin, NULL, grey);

  lines = g_strsplit (text, "\n", -1);
  for (gchar **line = lines; *line; line++)
    if (**line && **line != '#')
      {
        gchar **word = split_row (*line);

        CHECK (g_strv_length (word) >= 6, "%s", *line);
        check_row (skin, word);
        g_hash_table_add (tested, (gpointer) g_intern_string (word[0]));
        g_strfreev (word);
      }

  specs = gegl_operation_list_properties ("smp:dots", &n);
  for (guint i = 0; i < n; i++)
    CHECK (g_hash_table_contains (tested, specs[i]->name),
           "%s has no effect test", specs[i]->name);

  g_free (specs);
  g_strfreev (lines);
  g_free (text);
  g_hash_table_unref (tested);
  g_object_unref (grey);
  g_object_unref (skin);
  gegl_exit ();
  return smp_test_result ();
}
