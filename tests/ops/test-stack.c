/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Layers of treatment over a photo: output "layer" under Normal and "multiply"
 * under Multiply give output "photo"; two siblings stack; a hole stays open;
 * photo and treatment keep apart.
 */

#include <math.h>
#include <stdlib.h>

#include "ops.h"

#define W 400
#define H 300

static const GeglRectangle box = { 0, 0, W, H };

static GeglNode *
add (GeglNode *graph, const gchar *operation)
{
  return gegl_node_new_child (graph, "operation", operation, NULL);
}

/* The treated copy of source, as a layer. */
static GeglNode *
treatment (GeglNode *graph, GeglNode *source, guint seed, const gchar *output)
{
  GeglNode *op = add (graph, "smp:dots");

  gegl_node_set (op, "px-per-mm", 6.0, "seed", seed, NULL);
  ops_set (op, "result", output);
  gegl_node_link (source, op);
  return op;
}

static GeglNode *
over (GeglNode *graph, GeglNode *below, GeglNode *above,
      const gchar *operation)
{
  GeglNode *node = add (graph, operation);

  gegl_node_link (below, node);
  gegl_node_connect (above, "output", node, "aux");
  return node;
}

static gdouble
difference (const gfloat *a, const gfloat *b, gint channels)
{
  gdouble worst = 0;

  for (gint i = 0; i < 4 * W * H; i++)
    if (i % 4 < channels)
      worst = MAX (worst, fabs (a[i] - b[i]));
  return worst;
}

int
main (int argc, char **argv)
{
  GeglBuffer *skin;
  GeglNode   *graph, *photo, *mask, *below, *above, *stack;
  gfloat     *direct, *layered, *multiplied, *plain;
  gdouble     darker = 0;

  ops_init (argc, argv);
  skin = ops_skin (&box, "RGBA float");

  /* the photo: opaque but for a hole */
  const GeglRectangle hole = { 100, 100, 80, 60 };
  GeglBuffer         *opaque_skin = ops_skin (&box, "RGBA float");
  gfloat             *pixels = g_new (gfloat, 4 * W * H);

  gegl_buffer_get (opaque_skin, &box, 1.0, babl_format ("RGBA float"), pixels,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gint y = 0; y < H; y++)
    for (gint x = 0; x < W; x++)
      pixels[4 * (y * W + x) + 3] =
        x >= hole.x && x < hole.x + hole.width
        && y >= hole.y && y < hole.y + hole.height ? 0.0f : 1.0f;
  gegl_buffer_set (opaque_skin, &box, 0, babl_format ("RGBA float"), pixels,
                   GEGL_AUTO_ROWSTRIDE);

  graph = gegl_node_new ();
  photo = gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                               "buffer", opaque_skin, NULL);
  mask = gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", skin, NULL);
  plain = ops_render (photo, &box, "RGBA float");

  direct = ops_render (treatment (graph, mask, 1, "photo"), &box,
                       "RGBA float");
  below = treatment (graph, mask, 1, "layer");
  layered = ops_render (over (graph, photo, below, "gegl:over"), &box,
                        "RGBA float");
  above = treatment (graph, mask, 1, "multiply");
  multiplied = ops_render (above, &box, "RGBA float");
  /* what mode Multiply makes of it */
  for (gint i = 0; i < W * H; i++)
    for (gint c = 0; c < 3; c++)
      multiplied[4 * i + c] = plain[4 * i + c]
                              * (1.0f + multiplied[4 * i + 3]
                                        * (multiplied[4 * i + c] - 1.0f));
  for (gint i = 0; i < W * H; i++)
    if (plain[4 * i + 3] == 0.0f)
      for (gint c = 0; c < 4; c++)
        {
          plain[4 * i + c] = direct[4 * i + c] = 0.0f;
          layered[4 * i + c] = multiplied[4 * i + c] = 0.0f;
        }
  CHECK (difference (direct, layered, 3) < 1.0 / 255, "layer: %g",
         difference (direct, layered, 3));
  CHECK (difference (direct, multiplied, 3) < 1.0 / 255, "multiply: %g",
         difference (direct, multiplied, 3));
  CHECK (difference (direct, plain, 3) > 0.1, "treated at all");

  /* a second sibling with other dots darkens what the first left */
  above = treatment (graph, mask, 2, "layer");
  stack = over (graph, over (graph, photo, below, "gegl:over"), above,
                "gegl:over");
  g_free (multiplied);
  multiplied = ops_render (stack, &box, "RGBA float");
  for (gint i = 0; i < W * H; i++)
    if (plain[4 * i + 3] > 0.0f)
      for (gint c = 0; c < 3; c++)
        darker += layered[4 * i + c] - multiplied[4 * i + c];
  CHECK (darker / (3 * W * H) > 0.02, "two siblings stack: %g",
         darker / (3 * W * H));

  /* far inside the hole nothing is opaque when the treatment leaves it out */
  g_free (layered);
  below = treatment (graph, photo, 1, "layer");
  layered = ops_render (over (graph, photo, below, "gegl:over"), &box,
                        "RGBA float");
  for (gint y = hole.y + 15; y < hole.y + hole.height - 15; y++)
    for (gint x = hole.x + 15; x < hole.x + hole.width - 15; x++)
      CHECK (layered[4 * (y * W + x) + 3] == 0.0f, "hole at %d,%d", x, y);

  g_free (plain);
  g_free (direct);
  g_free (layered);
  g_free (multiplied);
  g_free (pixels);
  g_object_unref (graph);
  g_object_unref (skin);
  g_object_unref (opaque_skin);
  gegl_exit ();
  return smp_test_result ();
}
