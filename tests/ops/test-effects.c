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

#define GLOW_X 300      /* px: centre of the head's highlight */
#define GLOW_Y 120
#define GLOW   48.0     /* its sigma */
#define STRAND 24       /* px from strand to strand, each STRAND_PX wide */
#define STRAND_PX 3

static const gchar *operation;

typedef struct
{
  gfloat *t;            /* RGBA, RGB divided by the photo's: T, alpha */
} Picture;

static gboolean
is_strand (gint x, gint y)
{
  return y >= H / 2 && x % STRAND < STRAND_PX;
}

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

/* Standard deviation of the loss from square to square of 40 px. */
static gdouble
patches (const Picture *p)
{
  gdouble sum = 0, squares = 0;
  gint    n = 0;

  for (gint y = 0; y + 40 <= H; y += 40)
    for (gint x = 0; x + 40 <= W; x += 40, n++)
      {
        const gdouble loss = mean_loss (p, 1, x, y, x + 40, y + 40);

        sum += loss;
        squares += loss * loss;
      }
  return sqrt (squares / n - sum / n * sum / n);
}

static gdouble
lighter_share (const Picture *p)
{
  gint n = 0;

  for (gint i = 0; i < W * H; i++)
    n += p->t[4 * i + 1] > 1.001f;
  return (gdouble) n / (W * H);
}

static gdouble
strand_loss (const Picture *p)
{
  gdouble sum = 0;
  gint    n = 0;

  for (gint y = H / 2; y < H; y++)
    for (gint x = 0; x < W; x++)
      if (is_strand (x, y))
        {
          sum += 1.0 - p->t[4 * (y * W + x) + 1];
          n++;
        }
  return sum / n;
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
  if (g_str_equal (what, "slope"))
    return luminance_loss (p, W / 2, 0, W, H)
           - luminance_loss (p, 0, 0, W / 2, H);
  if (g_str_equal (what, "lean"))
    return (luminance_loss (p, W / 2, 0, W, H / 2)
            + luminance_loss (p, 0, H / 2, W / 2, H))
           / (luminance_loss (p, 0, 0, W / 2, H / 2)
              + luminance_loss (p, W / 2, H / 2, W, H));
  if (g_str_equal (what, "red"))
    return mean_loss (p, 1, 0, 0, W, H) - mean_loss (p, 0, 0, 0, W, H);
  if (g_str_equal (what, "flakes"))
    return lighter_share (p);
  if (g_str_equal (what, "patches"))
    return patches (p);
  if (g_str_equal (what, "glow"))
    return luminance_loss (p, GLOW_X - 20, GLOW_Y - 20, GLOW_X + 20,
                           GLOW_Y + 20);
  if (g_str_equal (what, "hair"))
    return strand_loss (p);
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

/* Grey skin, or warm skin with a highlight above and strands of hair below. */
static GeglBuffer *
make_photo (gboolean head)
{
  static const gfloat grey[3] = { 0.5f, 0.5f, 0.5f };
  static const gfloat warm[3] = { 0.50f, 0.33f, 0.25f };
  const GeglRectangle box = { 0, 0, W, H };
  GeglBuffer         *photo = gegl_buffer_new (&box,
                                               babl_format ("RGBA float"));
  gfloat             *rgba = g_new (gfloat, 4 * W * H);

  for (gint i = 0; i < W * H; i++)
    {
      const gint    x = i % W, y = i / W;
      const gdouble d2 = (pow (x - GLOW_X, 2) + pow (y - GLOW_Y, 2))
                         / (2.0 * GLOW * GLOW);

      for (gint c = 0; c < 3; c++)
        rgba[4 * i + c] = !head ? grey[c]
                          : is_strand (x, y) ? 0.03f
                          : warm[c] + 0.4f * exp (-d2);
      rgba[4 * i + 3] = 1.0f;
    }
  gegl_buffer_set (photo, &box, 0, NULL, rgba, GEGL_AUTO_ROWSTRIDE);
  g_free (rgba);
  return photo;
}

static GeglBuffer *
needed_photo (const gchar *needed)
{
  const GeglRectangle box = { 0, 0, W, H };

  if (needed && strstr (needed, "photo=scar"))
    return ops_scar (&box, "RGBA float", FALSE);
  if (needed && strstr (needed, "photo=stubble"))
    return ops_scar (&box, "RGBA float", TRUE);
  return make_photo (needed && strstr (needed, "photo=head"));
}

/* Sets NAME=VALUE;... but photo=..., which is no property. */
static void
set_needed (GeglNode *op, const gchar *needed)
{
  gchar **pairs = g_strsplit (needed ? needed : "", ";", -1);

  for (gchar **pair = pairs; *pair; pair++)
    {
      gchar **word = g_strsplit (*pair, "=", 2);

      if (!g_str_equal (word[0], "photo"))
        CHECK (ops_set (op, word[0], word[1]), "%s", *pair);
      g_strfreev (word);
    }
  g_strfreev (pairs);
}

static Picture
picture (const gchar *property, const gchar *value, const gchar *needed)
{
  const GeglRectangle box = { 0, 0, W, H };
  GeglBuffer         *photo = needed_photo (needed);
  GeglNode           *op, *graph = ops_graph (photo, operation, &op);
  gfloat             *before = g_new (gfloat, 4 * W * H);
  Picture             p;

  ops_set (op, "px-per-mm", "6");
  set_needed (op, needed);
  CHECK (ops_set (op, property, value), "cannot set %s to %s", property,
         value);
  p.t = ops_render (op, &box, "RGBA float");
  gegl_buffer_get (photo, &box, 1.0, babl_format ("RGBA float"), before,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gint i = 0; i < W * H; i++)
    for (gint c = 0; c < 3; c++)
      p.t[4 * i + c] /= before[4 * i + c];
  g_free (before);
  g_object_unref (graph);
  g_object_unref (photo);
  return p;
}

/* How many rows the dialog shows on this page. */
static gint
count_rows (const gchar *page)
{
  gchar       *text = g_strdup_printf ("page {%s}", page);
  guint        n;
  GParamSpec **specs = gegl_operation_list_properties (operation, &n);
  gint         rows = 0;

  for (guint i = 0; i < n; i++)
    {
      const gchar *visible = gegl_param_spec_get_property_key (specs[i],
                                                               "visible");

      rows += visible && g_str_has_prefix (visible, text);
    }
  g_free (specs);
  g_free (text);
  return rows;
}

static gdouble
moved_by (const gchar *property, const gchar *from, const gchar *to,
          const gchar *what, const gchar *needed)
{
  Picture a, b;
  gdouble moved;

  if (g_str_equal (what, "rows"))
    return count_rows (to) - count_rows (from);
  a = picture (property, from, needed);
  b = picture (property, to, needed);
  moved = g_str_equal (what, "shift") ? shift (&a, &b)
                                      : measure (&b, what) - measure (&a, what);
  g_free (a.t);
  g_free (b.t);
  return moved;
}

static void
check_row (gchar **word)
{
  const gdouble low = g_ascii_strtod (word[4], NULL);
  const gdouble high = g_ascii_strtod (word[5], NULL);
  const gdouble moved = moved_by (word[0], word[1], word[2], word[3], word[6]);

  g_print ("%-14s %-8s -> %-8s %-9s %+.4f\n", word[0], word[1], word[2],
           word[3], moved);
  CHECK (low * high > 0, "%s: a range that holds 0 proves nothing", word[0]);
  CHECK (moved >= low && moved <= high, "%s from %s to %s moves %s by %g, not "
         "by %g..%g", word[0], word[1], word[2], word[3], moved, low, high);
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

/* Every property of the operation is among the tested ones. */
static void
check_complete (GHashTable *tested)
{
  guint        n;
  GParamSpec **specs;

  if (!operation)
    return;
  specs = gegl_operation_list_properties (operation, &n);
  for (guint i = 0; i < n; i++)
    CHECK (g_hash_table_contains (tested, specs[i]->name),
           "%s: %s has no effect test", operation, specs[i]->name);
  g_free (specs);
  g_hash_table_remove_all (tested);
}

int
main (int argc, char **argv)
{
  GHashTable *tested = g_hash_table_new (g_str_hash, g_str_equal);
  gchar      *text, **lines;

  ops_init (argc, argv);
  if (argc < 3 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    return 2;

  lines = g_strsplit (text, "\n", -1);
  for (gchar **line = lines; *line; line++)
    if (g_str_has_prefix (*line, "op "))
      {
        check_complete (tested);
        operation = g_intern_string (*line + 3);
        CHECK (gegl_has_operation (operation), "%s", *line);
        g_print ("\n%s\n", operation);
      }
    else if (**line && **line != '#')
      {
        gchar **word = split_row (*line);

        CHECK (g_strv_length (word) >= 6, "%s", *line);
        check_row (word);
        g_hash_table_add (tested, (gpointer) g_intern_string (word[0]));
        g_strfreev (word);
      }
  check_complete (tested);

  g_strfreev (lines);
  g_free (text);
  g_hash_table_unref (tested);
  gegl_exit ();
  return smp_test_result ();
}
