/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any part of the picture, in any split, on any number of threads, at any
 * offset of the layer, has the same bits; what no dot reaches is passed on.
 */

#include <stdlib.h>
#include <string.h>

#include "ops.h"

#define W 900
#define H 700

static GeglNode *
dots (GeglBuffer *skin, GeglNode **op, gboolean curved, gint output)
{
  GeglNode *graph = ops_graph (skin, "smp:dots", op);

  gegl_node_set (*op, "px-per-mm", 7.3, "curvature", curved,
                 "head-width", 130.0, "head-height", 110.0, "result", output,
                 NULL);
  return graph;
}

static void
set_threads (gint n)
{
  g_object_set (gegl_config (), "threads", n, NULL);
}

/* Random parts of what the operation makes of skin. */
static void
check_splits (GeglNode *op, const GeglRectangle *box, const gchar *what,
              gint variant)
{
  static uint32_t state = 17;
  gfloat         *whole;

  set_threads (1);
  whole = ops_render (op, box, "RGBA float");
  for (gint i = 0; i < 60; i++)
    {
      GeglRectangle part = {
        box->x + smp_test_uniform (&state, 0, W - 1),
        box->y + smp_test_uniform (&state, 0, H - 1),
        smp_test_uniform (&state, 1, i % 8 ? 80 : 600),
        smp_test_uniform (&state, 1, i % 8 ? 80 : 600)
      };
      gfloat       *pixels;

      gegl_rectangle_intersect (&part, &part, box);
      set_threads (1 + i % 2);
      pixels = ops_render (op, &part, "RGBA float");
      for (gint y = 0; y < part.height; y++)
        CHECK (memcmp (pixels + 4 * y * part.width,
                       whole + 4 * ((part.y - box->y + y) * W + part.x
                                    - box->x),
                       part.width * 16) == 0,
               "%s %d, part %d,%d %dx%d", what, variant, part.x, part.y,
               part.width, part.height);
      g_free (pixels);
    }
  set_threads (2);
  g_free (whole);
}

static void
test_splits (void)
{
  const GeglRectangle box = { -37, 12, W, H };
  GeglBuffer         *skin = ops_head (&box, "RGBA float");

  for (gint output = 0; output < 3; output++)
    for (gint curved = 0; curved < 2; curved++)
      {
        GeglNode *op, *graph = dots (skin, &op, curved, output);

        check_splits (op, &box, "smp:dots", 2 * output + curved);
        g_object_unref (graph);
      }
  g_object_unref (skin);
}

/* All shapes, with sizes and shades that change, flat and on a head. */
static void
test_gradient_splits (void)
{
  const GeglRectangle box = { -37, 12, W, H };
  GeglBuffer         *skin = ops_head (&box, "RGBA float");

  for (gint i = 0; i < 8; i++)
    {
      GeglNode *op, *graph = ops_graph (skin, "smp:density-gradient", &op);

      gegl_node_set (op, "px-per-mm", 7.3, "shape", i / 2, "curvature", i % 2,
                     "head-width", 130.0, "head-height", 110.0,
                     "start-x", 0.3, "end-x", 0.8, "end-y", 0.3,
                     "dot-size-end", 0.5, "dot-size-start", 0.2,
                     "dilution-end", 5.0, "healing-day", i % 2 ? 3 : 30,
                     "irregularity", 3.0, "result", i % 3, NULL);
      if (i == 7)
        gegl_node_set (op, "hairline", "0.2,0.7 0.4,0.4 0.6,0.45 0.8,0.8",
                       NULL);
      check_splits (op, &box, "smp:density-gradient", i);
      g_object_unref (graph);
    }
  g_object_unref (skin);
}

/* Scars at scales with cells of 2 to 16 px, with everything on; discs too. */
static void
test_scar_splits (void)
{
  static const gdouble px_per_mm[] = { 7.3, 3.1, 13.4, 1.4, 29.0, 7.3 };
  const GeglRectangle  box = { -37, 12, W, H };
  GeglBuffer          *skin = ops_scar (&box, "RGBA float", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (px_per_mm); i++)
    {
      GeglNode *op, *graph = ops_graph (skin, "smp:scar-camouflage", &op);

      gegl_node_set (op, "px-per-mm", px_per_mm[i], "result", i % 3,
                     "tone", 1.0, "gloss", 1.0, "texture", 1.0,
                     "relief", 0.0, "match", i % 2 == 0, "marks", i / 5,
                     "healing-day", i == 3 ? 2 : 30, "curvature", i == 4,
                     "sharpness", i % 2 ? 1.5 : 0.0, NULL);
      check_splits (op, &box, "smp:scar-camouflage", i);
      g_object_unref (graph);
    }
  g_object_unref (skin);
}

/* Blur reaches as far as the operation says, also when nothing else does. */
static void
test_soft (void)
{
  const GeglRectangle box = { 0, 0, 200, 200 }, part = { 90, 90, 20, 20 };
  GeglBuffer         *skin = ops_head (&box, "RGBA float");
  GeglNode           *op, *graph = dots (skin, &op, FALSE, 0);
  gfloat             *whole, *pixels;

  gegl_node_set (op, "shine", 0.0, "hair-guard", 0.0, "sharpness", 6.0, NULL);
  whole = ops_render (op, &box, "RGBA float");
  pixels = ops_render (op, &part, "RGBA float");
  for (gint y = 0; y < part.height; y++)
    CHECK (memcmp (pixels + 4 * y * part.width,
                   whole + 4 * ((part.y + y) * box.width + part.x),
                   part.width * 16) == 0, "row %d", y);
  g_free (pixels);
  g_free (whole);
  g_object_unref (graph);
  g_object_unref (skin);
}

/* The same layer elsewhere: the same dots on the same skin.  Centres move by
 * rounding, so a difference of a part in a thousand is let pass.
 */
static void
test_offset (void)
{
  static const gint offset[][2] = { { 1, 0 }, { -300, 77 }, { 100000, -50000 },
                                    { 500000, 500000 } };
  const GeglRectangle box = { 0, 0, W, H };
  GeglBuffer         *skin = ops_skin (&box, "RGBA float");
  GeglNode           *op, *graph = dots (skin, &op, TRUE, 0);
  gfloat             *here = ops_render (op, &box, "RGBA float");

  for (guint k = 0; k < G_N_ELEMENTS (offset); k++)
    {
      const GeglRectangle moved = { offset[k][0], offset[k][1], W, H };
      GeglBuffer         *skin2 = ops_skin (&moved, "RGBA float");
      GeglNode           *op2, *graph2 = dots (skin2, &op2, TRUE, 0);
      gfloat             *there = ops_render (op2, &moved, "RGBA float");
      gfloat              worst = 0;

      for (gint i = 0; i < 4 * W * H; i++)
        worst = MAX (worst, ABS (here[i] - there[i]));
      CHECK (worst < 0.002, "layer at %d,%d: %g", moved.x, moved.y, worst);
      g_free (there);
      g_object_unref (graph2);
      g_object_unref (skin2);
    }
  g_free (here);
  g_object_unref (graph);
  g_object_unref (skin);
}

/* Where the treatment is 0 the photo is passed on bit for bit; a density of 0
 * passes on the buffer itself.
 */
static void
test_untouched (void)
{
  const GeglRectangle box = { 0, 0, W, H };
  GeglBuffer         *skin = ops_skin (&box, "RGBA float");
  GeglNode           *op, *graph = dots (skin, &op, FALSE, 0);
  gfloat             *before = g_new (gfloat, 4 * W * H), *after;
  gint                untouched = 0, wrong = 0;

  gegl_buffer_get (skin, &box, 1.0, babl_format ("RGBA float"), before,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gint i = 0; i < W * H; i++)
    before[4 * i + 3] = i % W < W / 2 ? 0.0f : 1.0f;
  gegl_buffer_set (skin, &box, 0, babl_format ("RGBA float"), before,
                   GEGL_AUTO_ROWSTRIDE);
  after = ops_render (op, &box, "RGBA float");
  for (gint y = 0; y < H; y++)
    for (gint x = 0; x < W; x++)
      {
        const gsize i = 4 * (y * W + x);

        if (x < W / 2 - 20)
          wrong += memcmp (before + i, after + i, 16) != 0;
        else
          untouched += memcmp (before + i, after + i, 16) == 0;
      }
  CHECK (wrong == 0, "%d pixels far from any treatment changed", wrong);
  CHECK (untouched < W * H / 4, "%d pixels unchanged", untouched);
  g_free (after);

  gegl_node_set (op, "density", 0.0, NULL);
  after = ops_render (op, &box, "RGBA float");
  CHECK (memcmp (before, after, sizeof (gfloat) * 4 * W * H) == 0);
  g_free (after);
  g_free (before);
  g_object_unref (graph);
  g_object_unref (skin);
}

/* A change of photo and treatment in a hole changes the output as far as the
 * operation says, and no farther.
 */
static void
test_invalidation (void)
{
  const GeglRectangle box = { 0, 0, W, H };
  const gfloat        none[4] = { 0.05f, 0.05f, 0.05f, 0.0f };
  const GeglRectangle hole = { 400, 350, 90, 60 };
  GeglBuffer         *skin = ops_head (&box, "RGBA float");
  GeglNode           *op, *graph = dots (skin, &op, FALSE, 0);
  gfloat             *before = ops_render (op, &box, "RGBA float"), *after;
  GeglOperation      *operation = gegl_node_get_gegl_operation (op);
  const GeglRectangle said = GEGL_OPERATION_GET_CLASS (operation)
    ->get_invalidated_by_change (operation, "input", &hole);
  GeglNode           *op2, *graph2;
  gint                outside = 0, inside = 0;

  gegl_buffer_set_color_from_pixel (skin, &hole, none,
                                    babl_format ("RGBA float"));
  graph2 = dots (skin, &op2, FALSE, 0);
  after = ops_render (op2, &box, "RGBA float");
  for (gint y = 0; y < H; y++)
    for (gint x = 0; x < W; x++)
      {
        const gsize    i = 4 * (y * W + x);
        const gboolean changed = memcmp (before + i, after + i, 16) != 0;

        if (x < said.x || x >= said.x + said.width
            || y < said.y || y >= said.y + said.height)
          outside += changed;
        else
          inside += changed;
      }
  CHECK (outside == 0, "%d pixels changed outside", outside);
  CHECK (inside > hole.width * hole.height, "%d pixels", inside);
  CHECK (said.x > hole.x - 100 && said.x < hole.x, "%d", said.x);
  g_free (before);
  g_free (after);
  g_object_unref (graph);
  g_object_unref (graph2);
  g_object_unref (skin);
}

int
main (int argc, char **argv)
{
  ops_init (argc, argv);
  test_splits ();
  test_gradient_splits ();
  test_scar_splits ();
  test_soft ();
  test_offset ();
  test_untouched ();
  test_invalidation ();
  gegl_exit ();
  return smp_test_result ();
}
