/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A region may be a whole image of 24 megapixels, so it is walked in cells of
 * 256 px fixed in absolute coordinates, with one scratch per call.  A cell that
 * no dot reaches is copied, which costs GEGL no more than a reference where
 * formats and tiles agree.
 */

#include "paint.h"

#include "core/render.h"

#define BAND 32             /* rows of pixels in memory at once */
#define UNBOUNDED_MM 10.0   /* px per mm of input without bounds */

gboolean
smp_frame_parse (const gchar *text, const GeglRectangle *box, SmpFrame *frame)
{
  gdouble v[7] = { 0 };
  gint    n = 0;

  if (gegl_rectangle_is_infinite_plane (box))
    *frame = smp_frame_from_box (0, 0, SMP_HEAD_SPAN_MM * UNBOUNDED_MM,
                                 SMP_HEAD_SPAN_MM * UNBOUNDED_MM);
  else
    *frame = smp_frame_from_box (box->x, box->y, box->width, box->height);

  if (!text || !*text)
    return TRUE;

  while (*text && n < 7)
    {
      gchar *end;

      v[n++] = g_ascii_strtod (text, &end);
      if (end == text)
        return FALSE;
      text = end;
      while (g_ascii_isspace (*text) || *text == ',')
        text++;
    }
  if (*text || n < 6)
    return FALSE;

  const SmpFrame given = { v[0], v[1], v[2], v[3], v[4], v[5], v[6] };

  if (!smp_frame_is_valid (&given))
    return FALSE;
  *frame = given;
  return TRUE;
}

/* Where the treatment comes from: alpha of input in its own format, because
 * most places of a photo have none and a few zero bytes need no conversion.
 */
typedef struct
{
  const GeglRectangle *extent;
  GeglSampler         *sampler;       /* NULL: opaque, treated all over */
  const Babl          *to_rgba;
  gint                 alpha;         /* bytes before alpha, the last component */
  gint                 pixel;         /* bytes */
} Cover;

#define PIXEL_MAX 64

static Cover
cover_open (GeglBuffer *input, const Babl *format)
{
  const Babl *native = gegl_buffer_get_format (input);
  Cover       cover = { .extent = gegl_buffer_get_extent (input) };

  if (!babl_format_has_alpha (native))
    return cover;
  if (babl_format_is_palette (native)
      || babl_format_get_bytes_per_pixel (native) > PIXEL_MAX)
    native = format;
  cover.sampler = gegl_buffer_sampler_new (input, native,
                                           GEGL_SAMPLER_NEAREST);
  cover.to_rgba = babl_fish (native, format);
  cover.pixel = babl_format_get_bytes_per_pixel (native);
  cover.alpha = cover.pixel
                - cover.pixel / babl_format_get_n_components (native);
  return cover;
}

static float
cover_at (void *data, int x, int y)
{
  const Cover *cover = data;
  guint8       raw[PIXEL_MAX] = { 0 };
  gfloat       rgba[4];

  if (x < cover->extent->x || x >= cover->extent->x + cover->extent->width
      || y < cover->extent->y || y >= cover->extent->y + cover->extent->height)
    return 0.0f;
  if (!cover->sampler)
    return 1.0f;
  gegl_sampler_get (cover->sampler, x + 0.5, y + 0.5, NULL, raw,
                    GEGL_ABYSS_NONE);
  for (gint i = cover->alpha; i < cover->pixel; i++)
    if (raw[i] != 0)
      {
        babl_process (cover->to_rgba, raw, rgba, 1);
        return rgba[3];
      }
  return 0.0f;
}

/* Reads, composes and writes a cell in bands; light NULL: no dot reaches it. */
static void
compose_cell (SmpResult mode, const Babl *format, GeglBuffer *input,
              GeglBuffer *output, const GeglRectangle *cell,
              const SmpPlanes *light, gfloat *band)
{
  for (gint y = 0; y < cell->height; y += BAND)
    {
      const GeglRectangle rows = { cell->x, cell->y + y, cell->width,
                                   MIN (BAND, cell->height - y) };

      gegl_buffer_get (input, &rows, 1.0, format, band, GEGL_AUTO_ROWSTRIDE,
                       GEGL_ABYSS_NONE);
      for (gint j = 0; j < rows.height; j++)
        {
          const gfloat *row[3];

          for (gint c = 0; light && c < 3; c++)
            row[c] = light->data[c] + (y + j) * light->stride;
          smp_compose_row (mode, light ? row : NULL, cell->width,
                           band + 4 * j * cell->width);
        }
      gegl_buffer_set (output, &rows, 0, format, band, GEGL_AUTO_ROWSTRIDE);
    }
}

void
smp_paint (const SmpPlan *plan, SmpResult mode, const Babl *format,
           GeglBuffer *input, GeglBuffer *output, const GeglRectangle *roi)
{
  Cover         cover = cover_open (input, format);
  SmpScratch   *scratch = gegl_scratch_alloc (sizeof *scratch);
  gfloat       *band = gegl_scratch_alloc (4 * SMP_CELL * BAND
                                           * sizeof (gfloat));
  const gint    x0 = roi->x - (roi->x & (SMP_CELL - 1));
  const gint    y0 = roi->y - (roi->y & (SMP_CELL - 1));

  for (gint y = y0; y < roi->y + roi->height; y += SMP_CELL)
    for (gint x = x0; x < roi->x + roi->width; x += SMP_CELL)
      {
        GeglRectangle cell = { x, y, SMP_CELL, SMP_CELL };
        SmpPlanes     light;
        gint          dots;

        gegl_rectangle_intersect (&cell, &cell, roi);
        dots = smp_render (plan, cell.x, cell.y, cell.width, cell.height,
                           cover_at, &cover, scratch, &light);
        if (dots == 0 && mode == SMP_RESULT_PHOTO)
          gegl_buffer_copy (input, &cell, GEGL_ABYSS_NONE, output, &cell);
        else
          compose_cell (mode, format, input, output, &cell,
                        dots > 0 ? &light : NULL, band);
      }

  gegl_scratch_free (band);
  gegl_scratch_free (scratch);
  g_clear_object (&cover.sampler);
}
