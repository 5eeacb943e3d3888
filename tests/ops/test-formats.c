/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every format a GIMP image can have gives the same treatment, within what its
 * precision can hold; grey works without hue.
 */

#include <stdlib.h>

#include "ops.h"

#define W 300
#define H 260

static gfloat *
treat (const gchar *format, gint output)
{
  const GeglRectangle box = { 0, 0, W, H };
  GeglBuffer         *skin = ops_skin (&box, format);
  GeglNode           *op, *graph = ops_graph (skin, "smp:dots", &op);
  gfloat             *pixels;

  gegl_node_set (op, "px-per-mm", 6.0, "result", output, NULL);
  pixels = ops_render (op, &box, "RGBA float");
  g_object_unref (graph);
  g_object_unref (skin);
  return pixels;
}

int
main (int argc, char **argv)
{
  /* tolerance: of linear light, mean over the picture; a treatment of n bits
     moves the threshold of a dot now and then */
  static const struct { const gchar *format; gdouble mean; } row[] = {
    { "R'G'B'A u8", 0.003 },    { "RGBA u8", 0.004 },
    { "R'G'B'A u16", 0.0001 },  { "RGBA u16", 0.0001 },
    { "R'G'B'A u32", 0.00001 }, { "RGBA half", 0.001 },
    { "R'G'B'A half", 0.001 },  { "R'G'B'A float", 0.00001 },
    { "RaGaBaA float", 0.001 }, { "RGBA double", 0.00001 }
  };
  static const gchar *grey[] = { "Y'A u8", "YA u16", "Y'A float", "YA half" };

  ops_init (argc, argv);
  for (gint output = 0; output < 3; output++)
    {
      gfloat *wanted = treat ("RGBA float", output);

      for (guint k = 0; k < G_N_ELEMENTS (row); k++)
        {
          gfloat *got = treat (row[k].format, output);
          gdouble sum = 0;

          for (gint i = 0; i < 4 * W * H; i++)
            /* the colour of what is all but transparent does not count */
            if (i % 4 == 3 || wanted[i | 3] > 0.02f)
              sum += ABS (got[i] - wanted[i]);
          CHECK (sum / (4 * W * H) < row[k].mean, "%s, output %d: %g",
                 row[k].format, output, sum / (4 * W * H));
          g_free (got);
        }
      for (guint k = 0; k < G_N_ELEMENTS (grey); k++)
        {
          gfloat *got = treat (grey[k], output);
          gdouble change = 0;

          for (gint i = 0; i < W * H; i++)
            change += output == 0 ? 0.45 - got[4 * i] : got[4 * i + 3];
          CHECK (change / (W * H) > 0.02, "%s, output %d: nothing happened",
                 grey[k], output);
          g_free (got);
        }

      /* without alpha the whole photo is treated */
      gfloat *all = treat ("R'G'B' u8", output);

      CHECK (output != 0 || all[3] == 1.0f);
      g_free (all);
      g_free (wanted);
    }
  gegl_exit ();
  return smp_test_result ();
}
