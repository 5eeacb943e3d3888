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

static const GeglRectangle hole = { 100, 100, 80, 60 };

typedef struct
{
  GeglNode *graph;
  GeglNode *photo;      /* opaque but for the hole */
  GeglNode *mask;       /* the same skin, its alpha the treatment */
  gfloat   *plain;      /* pixels of photo */
} Scene;

static gboolean
is_in_hole (gint i)
{
  const gint x = i % W - hole.x, y = i / W - hole.y;

  return x >= 0 && y >= 0 && x < hole.width && y < hole.height;
}

static GeglNode *
source (GeglNode *graph, GeglBuffer *buffer)
{
  GeglNode *node = gegl_node_new_child (graph,
                                        "operation", "gegl:buffer-source",
                                        "buffer", buffer, NULL);

  g_object_unref (buffer);
  return node;
}

static Scene
make_scene (void)
{
  const Babl *format = babl_format ("RGBA float");
  GeglBuffer *photo = ops_skin (&box, "RGBA float");
  Scene       s = { .graph = gegl_node_new () };

  s.plain = g_new (gfloat, 4 * W * H);
  gegl_buffer_get (photo, &box, 1.0, format, s.plain, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  for (gint i = 0; i < W * H; i++)
    s.plain[4 * i + 3] = is_in_hole (i) ? 0.0f : 1.0f;
  gegl_buffer_set (photo, &box, 0, format, s.plain, GEGL_AUTO_ROWSTRIDE);
  s.photo = source (s.graph, photo);
  s.mask = source (s.graph, ops_skin (&box, "RGBA float"));
  return s;
}

/* Of colour, outside of the hole. */
static gdouble
largest_difference (const gfloat *a, const gfloat *b)
{
  gdouble worst = 0;

  for (gint i = 0; i < 4 * W * H; i++)
    if (i % 4 < 3 && !is_in_hole (i / 4))
      worst = MAX (worst, fabs (a[i] - b[i]));
  return worst;
}

/* Mean over the photo of what a is lighter than b. */
static gdouble
mean_difference (const gfloat *a, const gfloat *b)
{
  gdouble sum = 0;

  for (gint i = 0; i < 4 * W * H; i++)
    if (i % 4 < 3 && !is_in_hole (i / 4))
      sum += a[i] - b[i];
  return sum / (3 * W * H);
}

/* On day 7 dry flakes are lighter than the photo: a layer shows them. */
static void
test_flakes (const Scene *s)
{
  GeglNode *photo = treatment (s->graph, s->mask, 1, "photo");
  GeglNode *layer = treatment (s->graph, s->mask, 1, "layer");
  gfloat   *direct, *layered;

  gegl_node_set (photo, "healing-day", 7, NULL);
  gegl_node_set (layer, "healing-day", 7, NULL);
  direct = ops_render (photo, &box, "RGBA float");
  layered = ops_render (over (s->graph, s->photo, layer, "gegl:over"), &box,
                        "RGBA float");
  CHECK (largest_difference (direct, layered) < 1.0 / 255, "flakes: %g",
         largest_difference (direct, layered));
  g_free (direct);
  g_free (layered);
}

static void
test_results (const Scene *s)
{
  gfloat *direct = ops_render (treatment (s->graph, s->mask, 1, "photo"), &box,
                               "RGBA float");
  gfloat *layered = ops_render (
    over (s->graph, s->photo, treatment (s->graph, s->mask, 1, "layer"),
          "gegl:over"), &box, "RGBA float");
  gfloat *multiplied = ops_render (
    treatment (s->graph, s->mask, 1, "multiply"), &box, "RGBA float");

  /* what mode Multiply makes of it */
  for (gint i = 0; i < W * H; i++)
    for (gint c = 0; c < 3; c++)
      multiplied[4 * i + c] = s->plain[4 * i + c]
                              * (1.0f + multiplied[4 * i + 3]
                                        * (multiplied[4 * i + c] - 1.0f));
  CHECK (largest_difference (direct, layered) < 1.0 / 255, "layer: %g",
         largest_difference (direct, layered));
  CHECK (largest_difference (direct, multiplied) < 1.0 / 255, "multiply: %g",
         largest_difference (direct, multiplied));
  CHECK (largest_difference (direct, s->plain) > 0.1, "treated at all");
  g_free (direct);
  g_free (layered);
  g_free (multiplied);
}

/* A second sibling with other dots darkens what the first left. */
static void
test_siblings (const Scene *s)
{
  GeglNode *one = over (s->graph, s->photo,
                        treatment (s->graph, s->mask, 1, "layer"),
                        "gegl:over");
  GeglNode *two = over (s->graph, one,
                        treatment (s->graph, s->mask, 2, "layer"),
                        "gegl:over");
  gfloat   *first = ops_render (one, &box, "RGBA float");
  gfloat   *both = ops_render (two, &box, "RGBA float");

  CHECK (mean_difference (first, both) > 0.02, "two siblings stack: %g",
         mean_difference (first, both));
  g_free (first);
  g_free (both);
}

/* Far inside the hole nothing is opaque. */
static void
test_hole (const Scene *s)
{
  gfloat *layered = ops_render (
    over (s->graph, s->photo, treatment (s->graph, s->photo, 1, "layer"),
          "gegl:over"), &box, "RGBA float");

  for (gint y = hole.y + 15; y < hole.y + hole.height - 15; y++)
    for (gint x = hole.x + 15; x < hole.x + hole.width - 15; x++)
      CHECK (layered[4 * (y * W + x) + 3] == 0.0f, "hole at %d,%d", x, y);
  g_free (layered);
}

int
main (int argc, char **argv)
{
  Scene scene;

  ops_init (argc, argv);
  scene = make_scene ();
  test_results (&scene);
  test_flakes (&scene);
  test_siblings (&scene);
  test_hole (&scene);
  g_free (scene.plain);
  g_object_unref (scene.graph);
  gegl_exit ();
  return smp_test_result ();
}
