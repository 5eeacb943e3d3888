/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ops.h"

#include <math.h>

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* Makes a user's folder of GEGL plug-ins, beside the modules, that holds links
 * to them.  Tests that run at the same time make the same one.
 */
static gchar *
link_modules (const gchar *folder)
{
  gchar       *home = g_build_filename (folder, "test-data", NULL);
  gchar       *plug_ins = g_build_filename (home, "gegl-0.4", "plug-ins", NULL);
  GDir        *dir = g_dir_open (folder, 0, NULL);
  const gchar *name;

  g_mkdir_with_parents (plug_ins, 0700);
  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".so"))
      {
        gchar *target = g_canonicalize_filename (name, folder);
        gchar *link = g_build_filename (plug_ins, name, NULL);

        if (symlink (target, link) != 0 && errno != EEXIST)
          g_printerr ("cannot link %s\n", link);
        g_free (link);
        g_free (target);
      }
  g_clear_pointer (&dir, g_dir_close);
  g_free (plug_ins);
  return home;
}

void
ops_init (int argc, char **argv)
{
  if (argc < 2)
    {
      g_printerr ("usage: %s MODULE-FOLDER [FILE]\n", argv[0]);
      exit (2);
    }

  gchar *home = link_modules (argv[1]);

  g_unsetenv ("GEGL_PATH");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  /* before gegl_init (): a later change of licence loads all modules again */
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  gegl_init (NULL, NULL);
  g_free (home);

  g_object_set (gegl_config (), "use-opencl", FALSE, "swap", "RAM", NULL);
  if (!gegl_has_operation ("smp:dots"))
    {
      g_printerr ("%s holds no smp:dots\n", argv[1]);
      exit (1);
    }
}

GeglNode *
ops_graph (GeglBuffer *input, const gchar *operation, GeglNode **op)
{
  GeglNode *graph = gegl_node_new ();
  GeglNode *source = gegl_node_new_child (graph,
                                          "operation", "gegl:buffer-source",
                                          "buffer", input, NULL);

  *op = gegl_node_new_child (graph, "operation", operation, NULL);
  gegl_node_link (source, *op);
  return graph;
}

static gboolean
set_enum (GeglNode *op, GParamSpec *spec, const gchar *nick)
{
  GEnumClass *klass = g_type_class_ref (spec->value_type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, nick);

  if (value)
    gegl_node_set (op, spec->name, value->value, NULL);
  g_type_class_unref (klass);
  return value != NULL;
}

gboolean
ops_set (GeglNode *op, const gchar *property, const gchar *text)
{
  GParamSpec *spec = gegl_node_find_property (op, property);

  if (!spec)
    return FALSE;
  if (G_IS_PARAM_SPEC_DOUBLE (spec))
    gegl_node_set (op, property, g_ascii_strtod (text, NULL), NULL);
  else if (G_IS_PARAM_SPEC_INT (spec) || G_IS_PARAM_SPEC_UINT (spec))
    gegl_node_set (op, property, atoi (text), NULL);
  else if (G_IS_PARAM_SPEC_BOOLEAN (spec))
    gegl_node_set (op, property, g_str_equal (text, "yes"), NULL);
  else if (G_IS_PARAM_SPEC_STRING (spec))
    {
      gchar *words = g_strdelimit (g_strdup (text), "_", ' ');

      gegl_node_set (op, property, g_str_equal (words, "-") ? "" : words, NULL);
      g_free (words);
    }
  else if (G_IS_PARAM_SPEC_ENUM (spec))
    return set_enum (op, spec, text);
  else if (spec->value_type == GEGL_TYPE_COLOR)
    {
      GeglColor *colour = gegl_color_new (text);

      gegl_node_set (op, property, colour, NULL);
      g_object_unref (colour);
    }
  else
    return FALSE;
  return TRUE;
}

gfloat *
ops_render (GeglNode *op, const GeglRectangle *box, const gchar *format)
{
  const Babl *babl = babl_format (format);
  gfloat     *pixels = g_malloc0 ((gsize) box->width * box->height
                                  * babl_format_get_bytes_per_pixel (babl));

  gegl_node_blit (op, 1.0, box, babl, pixels, GEGL_AUTO_ROWSTRIDE,
                  GEGL_BLIT_DEFAULT);
  return pixels;
}

static void
set_skin (gfloat *rgba, gfloat u, gfloat v)
{
  rgba[0] = 0.45f + 0.25f * u;
  rgba[1] = 0.35f + 0.10f * v;
  rgba[2] = 0.25f + 0.10f * u * v;
  rgba[3] = MIN (1.0f, 1.6f * v);
}

GeglBuffer *
ops_skin (const GeglRectangle *box, const gchar *format)
{
  GeglBuffer *buffer = gegl_buffer_new (box, babl_format (format));
  gfloat     *row = g_new (gfloat, 4 * box->width);

  for (gint y = 0; y < box->height; y++)
    {
      const GeglRectangle line = { box->x, box->y + y, box->width, 1 };

      for (gint x = 0; x < box->width; x++)
        set_skin (row + 4 * x, (gfloat) x / box->width,
                  (gfloat) y / box->height);
      gegl_buffer_set (buffer, &line, 0, babl_format ("RGBA float"), row,
                       GEGL_AUTO_ROWSTRIDE);
    }
  g_free (row);
  return buffer;
}

/* Noise of single pixels, the same for any box. */
static gfloat
speckle (gint x, gint y)
{
  guint32 h = (guint32) x * 0x9e3779b1u ^ (guint32) y * 0x85ebca77u;

  h = (h ^ h >> 15) * 0x2c1b3c6du;
  h ^= h >> 12;
  return (h & 0xffff) / 32768.0f - 1.0f;
}

/* How far (x, y) is from a scar across the box, px, negative inside. */
static gdouble
line_distance (gint x, gint y, const GeglRectangle *box)
{
  return fabs (y - 0.6 * box->height - 10.0 * sin (x / 60.0)) - 12.0;
}

/* And from the discs above. */
static gdouble
disc_distance (gint x, gint y, const GeglRectangle *box)
{
  const gdouble r = 3.0 - 0.5 * (x / 60 % 3);

  return y < box->height / 3 ? hypot (x % 60 - 30, y % 50 - 25) - r : 100.0;
}

static void
set_scar (gfloat *rgba, gint x, gint y, const GeglRectangle *box,
          gboolean stubble)
{
  static const gfloat skin[3] = { 0.40f, 0.26f, 0.19f };
  const gdouble       line = line_distance (x, y, box);
  const gdouble       disc = disc_distance (x, y, box);
  const gdouble       inside = CLAMP (0.5 - MIN (line, disc), 0.0, 1.0);
  const gdouble       pale = disc < 1.0 ? 0.1 * (1 + x / 60 % 4) : 0.3;
  const gdouble       glow = line < -7.0 && x % 90 < 8 ? 0.5 : 0.0;
  const gdouble       furrow = line > -8.0 && line < -5.0 ? -0.2 : 0.0;
  const gdouble       light = 1.0 + 0.1 * x / box->width
                              + (0.05 - 0.035 * inside) * speckle (x, y);
  const gboolean      hair = stubble && line > 3.0 && disc > 3.0
                             && (5 * x + 2 * y) % 47 < 5
                             && (x + 3 * y) % 31 < 12;

  for (gint c = 0; c < 3; c++)
    rgba[c] = skin[c] * (light + inside * (pale + glow + furrow))
              * (hair ? 0.3 : 1.0);
  rgba[3] = y < box->height / 3 || line < 6.0 ? 1.0f : 0.0f;
}

GeglBuffer *
ops_scar (const GeglRectangle *box, const gchar *format, gboolean stubble)
{
  GeglBuffer *buffer = gegl_buffer_new (box, babl_format (format));
  gfloat     *row = g_new (gfloat, 4 * box->width);

  for (gint y = 0; y < box->height; y++)
    {
      const GeglRectangle line = { box->x, box->y + y, box->width, 1 };

      for (gint x = 0; x < box->width; x++)
        set_scar (row + 4 * x, x, y, box, stubble);
      gegl_buffer_set (buffer, &line, 0, babl_format ("RGBA float"), row,
                       GEGL_AUTO_ROWSTRIDE);
    }
  g_free (row);
  return buffer;
}

GeglBuffer *
ops_head (const GeglRectangle *box, const gchar *format)
{
  GeglBuffer *buffer = ops_skin (box, format);
  gfloat     *row = g_new (gfloat, 4 * box->width);

  for (gint y = 0; y < box->height; y++)
    {
      const GeglRectangle line = { box->x, box->y + y, box->width, 1 };

      gegl_buffer_get (buffer, &line, 1.0, babl_format ("RGBA float"), row,
                       GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
      for (gint x = 0; x < box->width; x++)
        {
          const gboolean strand = (3 * x + y) % 67 < 6;
          const gdouble  away = (pow (x % 300 - 150, 2)
                                 + pow (y % 260 - 130, 2)) / 1800.0;

          for (gint c = 0; c < 3; c++)
            row[4 * x + c] = strand ? 0.04f
                                    : row[4 * x + c] + 0.4f * exp (-away);
        }
      gegl_buffer_set (buffer, &line, 0, babl_format ("RGBA float"), row,
                       GEGL_AUTO_ROWSTRIDE);
    }
  g_free (row);
  return buffer;
}
