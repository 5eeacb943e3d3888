/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Odd images, odd values, odd moments: no crash, no NaN, no waiting. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops.h"

/* an instrumented or busy machine is slower; a plan made anew each time would
 * still be caught
 */
#define PREPARE_SLACK 4

static gint warnings;

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n,
                gpointer data)
{
  if (level & G_LOG_LEVEL_WARNING)
    {
      warnings++;
      return G_LOG_WRITER_HANDLED;
    }
  return g_log_writer_default (level, fields, n, data);
}

/* Whether all RGBA values are numbers. */
static gboolean
is_clean (const gfloat *pixels, gint n)
{
  for (gint i = 0; i < 4 * n; i++)
    if (isnan (pixels[i]))
      return FALSE;
  return TRUE;
}

static void
test_sizes (const gchar *operation)
{
  static const GeglRectangle sizes[] = {
    { 0, 0, 1, 1 }, { 5, 5, 1, 300 }, { -3, 0, 300, 1 }, { 0, 0, 2, 2 },
    { 1 << 24, -(1 << 24), 40, 40 }, { -1000000000, 1000000000, 40, 40 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gint output = 0; output < 3; output++)
      {
        const GeglRectangle *box = &sizes[i];
        GeglBuffer          *skin = ops_skin (box, "R'G'B'A u8");
        GeglNode            *op, *graph = ops_graph (skin, operation, &op);
        gfloat              *pixels;

        gegl_node_set (op, "result", output, "curvature", i % 2, NULL);
        pixels = ops_render (op, box, "RGBA float");
        CHECK (is_clean (pixels, box->width * box->height), "%s, size %u",
               operation, i);
        g_free (pixels);
        g_object_unref (graph);
        g_object_unref (skin);
      }
}

/* Pixels that are no numbers stay where they are and spread nowhere. */
static void
test_odd_pixels (const gchar *operation)
{
  const GeglRectangle box = { 0, 0, 200, 200 };
  GeglBuffer         *skin = ops_skin (&box, "RGBA float");
  gfloat             *odd = g_new (gfloat, 4 * 200 * 200), *after;
  GeglNode           *op, *graph = ops_graph (skin, operation, &op);

  gegl_buffer_get (skin, &box, 1.0, babl_format ("RGBA float"), odd,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gint i = 0; i < 200 * 200; i += 97)
    {
      odd[4 * i + i % 4] = NAN;
      odd[4 * i + (i + 1) % 4] = i % 2 ? INFINITY : -1e30f;
    }
  gegl_buffer_set (skin, &box, 0, babl_format ("RGBA float"), odd,
                   GEGL_AUTO_ROWSTRIDE);
  for (gint output = 0; output < 3; output++)
    {
      gegl_node_set (op, "px-per-mm", 8.0, "result", output, NULL);
      after = ops_render (op, &box, "RGBA float");
      for (gint i = 0; i < 200 * 200; i++)
        for (gint c = 0; c < 4; c++)
          CHECK (!isnan (after[4 * i + c]) || isnan (odd[4 * i + c]),
                 "%s, output %d, pixel %d, channel %d", operation, output, i,
                 c);
      g_free (after);
    }
  g_free (odd);
  g_object_unref (graph);
  g_object_unref (skin);
}

/* Values anywhere in their ranges, at random. */
static void
test_random_values (const gchar *operation)
{
  const GeglRectangle box = { 0, 0, 160, 120 };
  GeglBuffer         *skin = ops_scar (&box, "R'G'B'A u8", TRUE);
  guint               n;
  GParamSpec        **specs = gegl_operation_list_properties (operation, &n);
  uint32_t            state = 5;

  for (gint run = 0; run < 150; run++)
    {
      GeglNode *op, *graph = ops_graph (skin, operation, &op);
      gfloat   *pixels;

      for (guint i = 0; i < n; i++)
        if (G_IS_PARAM_SPEC_DOUBLE (specs[i]))
          {
            GParamSpecDouble *d = G_PARAM_SPEC_DOUBLE (specs[i]);
            const gint        end = smp_test_random (&state) % 4;

            gegl_node_set (op, specs[i]->name,
                           end == 0 ? d->minimum : end == 1 ? d->maximum
                           : smp_test_uniform (&state, d->minimum, d->maximum),
                           NULL);
          }
        else if (G_IS_PARAM_SPEC_ENUM (specs[i]))
          gegl_node_set (op, specs[i]->name,
                         (gint) (smp_test_random (&state)
                                 % G_PARAM_SPEC_ENUM (specs[i])
                                     ->enum_class->n_values), NULL);
      gegl_node_set (op,
                     "session", 1 + (gint) (smp_test_random (&state) % 4),
                     "curvature", (gint) (smp_test_random (&state) % 2),
                     "seed", (guint) smp_test_random (&state), NULL);
      if (gegl_node_find_property (op, "hairline"))
        gegl_node_set (op, "hairline",
                       run % 3 ? "" : "0.1,0.9 0.4,0.2 0.9,0.7", NULL);
      pixels = ops_render (op, &box, "RGBA float");
      CHECK (is_clean (pixels, box.width * box.height), "%s, run %d",
             operation, run);
      g_free (pixels);
      g_object_unref (graph);
    }
  g_free (specs);
  g_object_unref (skin);
}

/* A text that is none: one warning, the dots as without it. */
static void
test_refused (const gchar *operation, const gchar *property)
{
  static const gchar *texts[] = { "hello", "1 2 3", "0 0 0 0 0 0",
                                   "0.01 0 0 0 0.01 0 0.8 9", "nan 0 0 0 1 0" };
  const GeglRectangle box = { 0, 0, 100, 80 };
  GeglBuffer         *skin = ops_skin (&box, "RGBA float");
  GeglNode           *op, *graph = ops_graph (skin, operation, &op);
  gfloat             *wanted = ops_render (op, &box, "RGBA float");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gfloat *got;

      warnings = 0;
      gegl_node_set (op, property, texts[i], NULL);
      got = ops_render (op, &box, "RGBA float");
      g_free (ops_render (op, &box, "RGBA float"));
      CHECK (warnings == 1, "%s \"%s\": %d warnings", property,
             texts[i], warnings);
      CHECK (memcmp (got, wanted, 100 * 80 * 16) == 0, "%s \"%s\"",
             property, texts[i]);
      g_free (got);
    }
  g_free (wanted);
  g_object_unref (graph);
  g_object_unref (skin);
}

/* GIMP prepares before there is an input, after it is gone, and often. */
static void
test_prepare (void)
{
  const GeglRectangle box = { 0, 0, 6000, 4000 };
  GeglNode           *lonely = gegl_node_new_child (NULL, "operation",
                                                    "smp:dots", NULL);
  GeglBuffer         *skin = gegl_buffer_new (&box, babl_format ("R'G'B'A u8"));
  GeglBuffer         *empty = gegl_buffer_new (GEGL_RECTANGLE (0, 0, 0, 0),
                                               babl_format ("R'G'B'A u8"));
  GeglNode           *op, *graph = ops_graph (skin, "smp:dots", &op);
  GeglNode           *none, *graph2 = ops_graph (empty, "smp:dots", &none);
  gint64              start;
  gdouble             seconds;

  g_free (ops_render (lonely, GEGL_RECTANGLE (0, 0, 10, 10), "RGBA float"));
  g_free (ops_render (none, GEGL_RECTANGLE (0, 0, 10, 10), "RGBA float"));
  gegl_node_get_bounding_box (lonely);
  g_object_unref (lonely);

  /* blits of one pixel prepare the graph */
  g_free (ops_render (op, GEGL_RECTANGLE (0, 0, 1, 1), "RGBA float"));
  start = g_get_monotonic_time ();
  for (gint i = 0; i < 100; i++)
    GEGL_OPERATION_GET_CLASS (gegl_node_get_gegl_operation (op))
      ->prepare (gegl_node_get_gegl_operation (op));
  seconds = (g_get_monotonic_time () - start) * 1e-6;
  g_print ("100 unchanged prepare() calls: %.2f ms\n", seconds * 1e3);
  CHECK (seconds < 0.010 * PREPARE_SLACK, "%g s", seconds);

  g_object_unref (graph);
  g_object_unref (graph2);
  g_object_unref (skin);
  g_object_unref (empty);
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (count_warnings, NULL, NULL);
  ops_init (argc, argv);
  test_sizes ("smp:dots");
  test_sizes ("smp:scar-camouflage");
  test_odd_pixels ("smp:dots");
  test_odd_pixels ("smp:scar-camouflage");
  test_random_values ("smp:dots");
  test_random_values ("smp:density-gradient");
  test_random_values ("smp:scar-camouflage");
  test_refused ("smp:dots", "frame");
  test_refused ("smp:dots", "hairline");
  test_refused ("smp:density-gradient", "frame");
  test_refused ("smp:density-gradient", "hairline");
  test_refused ("smp:scar-camouflage", "frame");
  test_prepare ();
  gegl_exit ();
  return smp_test_result ();
}
