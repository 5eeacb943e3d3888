/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Blocks spread evenly over the layer, 4 megapixels at most, so that large
 * photos take no longer.  The layer holds the treated area and a margin.
 */

#include "config.h"

#include "measure-photo.h"

#include <math.h>
#include <string.h>

#include "camera.h"
#include "measure.h"

/* px: cameras smooth what has little contrast, as dots have, more than the
 * edges that are measured.
 */
#define FINE_BLUR 0.45

#define BLOCKS_MAX (4000000 / (SMP_MEASURE_SIDE * SMP_MEASURE_SIDE))

/* Values are stored in steps of 1 / n: files of GIMP keep floats. */
static gdouble
rounded (gdouble value, gdouble n, gdouble max)
{
  return CLAMP (round (value * n) / n, 0.0, max);
}

/* Where the photo is transparent there is nothing to see: it gets values that
 * the measure leaves out.
 */
static void
set_alpha (gfloat *rgba, const gfloat *treatment, gint n)
{
  for (gint i = 0; i < n; i++)
    {
      if (rgba[4 * i + 3] < 0.5f)
        rgba[4 * i] = -1.0f;
      rgba[4 * i + 3] *= treatment[i];
    }
}

static void
set_skin (SmpPhoto *photo, const gfloat skin[3], const Babl *space)
{
  GeglColor *colour = gegl_color_new (NULL);
  gfloat     srgb[3];

  gegl_color_set_pixel (colour, babl_format_with_space ("RGB float", space),
                        skin);
  gegl_color_get_pixel (colour, babl_format ("RGB float"), srgb);
  for (gint c = 0; c < 3; c++)
    photo->skin[c] = rounded (srgb[c], 1e4, 1.0);
  g_object_unref (colour);
}

/* Takes away the treatment of what lies outside of a closed line; (x, y) is the
 * upper left corner of the layer.  Each crossing of a row changes the side.
 */
static void
keep_inside (gfloat *treatment, const GeglRectangle *block,
             const SmpLine *line, gint x, gint y)
{
  const SmpPoint *p = (const SmpPoint *) line->points->data;
  const guint     n = line->points->len;

  for (gint row = 0; row < block->height; row++)
    {
      const gdouble at = y + block->y + row + 0.5;
      guint8        crossed[SMP_MEASURE_SIDE + 1] = { 0 };
      gboolean      inside = FALSE;

      for (guint i = 0; i < n; i++)
        {
          const SmpPoint a = p[i], b = p[(i + 1) % n];

          if ((a.y <= at) != (b.y <= at))
            {
              const gdouble to = a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y)
                                 - x - block->x;

              crossed[(gint) CLAMP (to, 0.0, block->width)] ^= 1;
            }
        }
      for (gint i = 0; i < block->width; i++)
        {
          inside ^= crossed[i];
          if (!inside)
            treatment[row * block->width + i] = 0.0f;
        }
    }
}

static void
read_treatment (GeglBuffer *mask, const GeglRectangle *block,
                gfloat *treatment)
{
  if (mask)
    gegl_buffer_get (mask, block, 1.0, babl_format ("Y float"), treatment,
                     GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  else
    for (gint i = 0; i < block->width * block->height; i++)
      treatment[i] = 1.0f;
}

static void
read_block (SmpMeasure *measure, GeglBuffer *buffer,
            const GeglRectangle *block, gfloat *rgba, const gfloat *treatment)
{
  gegl_buffer_get (buffer, block, 1.0,
                   babl_format_with_space ("RGBA float",
                                           gegl_buffer_get_format (buffer)),
                   rgba, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  set_alpha (rgba, treatment, block->width * block->height);
  smp_measure_block (measure, rgba, block->width, block->height);
}

void
smp_measure_photo (SmpPhoto *photo, GimpLayer *layer, const SmpLine *line)
{
  const gint     side = SMP_MEASURE_SIDE;
  GimpLayerMask *mask = gimp_layer_get_mask (layer);
  GeglBuffer    *buffer = gimp_drawable_get_buffer (GIMP_DRAWABLE (layer));
  GeglBuffer    *treated = mask ? gimp_drawable_get_buffer (
    GIMP_DRAWABLE (mask)) : NULL;
  const gint     width = gegl_buffer_get_width (buffer);
  const gint     height = gegl_buffer_get_height (buffer);
  const gint     columns = (width + side - 1) / side;
  const gint64   all = (gint64) columns * ((height + side - 1) / side);
  const gint     n = MIN (all, BLOCKS_MAX);
  SmpMeasure    *measure = g_new (SmpMeasure, 1);
  gfloat        *rgba = g_new (gfloat, 5 * side * side);
  gfloat        *treatment = rgba + 4 * side * side;
  SmpMeasured    measured;
  gint           left, top;

  gimp_drawable_get_offsets (GIMP_DRAWABLE (layer), &left, &top);
  smp_measure_begin (measure);
  for (gint k = 0; k < n; k++)
    {
      const gint          i = k * all / n;
      const gint          x = i % columns * side, y = i / columns * side;
      const GeglRectangle block = { x, y, MIN (side, width - x),
                                    MIN (side, height - y) };

      read_treatment (treated, &block, treatment);
      if (line->points && line->closed)
        keep_inside (treatment, &block, line, left, top);
      read_block (measure, buffer, &block, rgba, treatment);
    }
  smp_measure_end (measure, &measured);
  photo->sharpness = rounded (hypot (measured.sharpness_px, FINE_BLUR), 1e3,
                              SMP_SHARPNESS_MAX);
  /* less than a step cannot be seen: a clean photo gets clean dots */
  photo->grain = rounded (measured.grain, 1e2, 1.0);
  set_skin (photo, measured.skin, gegl_buffer_get_format (buffer));

  g_free (rgba);
  g_free (measure);
  g_clear_object (&treated);
  g_object_unref (buffer);
}

void
smp_measure_again (SmpPhoto *photo, const SmpTreatment *treatment,
                   GimpImage *image)
{
  const gchar *source = photo->hairline_source;
  SmpLine      line = { NULL };
  gdouble      skin[3];

  memcpy (skin, photo->skin, sizeof skin);
  if (source && !g_str_equal (source, SMP_MOCKUP_OUTLINE))
    smp_line_of_path (&line, image, source, NULL);
  smp_measure_photo (photo, treatment->photo, &line);
  if (treatment->kind == &smp_treatment_scar)
    memcpy (photo->skin, skin, sizeof skin);
  smp_line_clear (&line);
}
