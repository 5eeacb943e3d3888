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

/* Where the treatment comes from: alpha of input in its own format, because
 * most places of a photo have none and a few zero bytes need no conversion.
 */
typedef struct
{
  const GeglRectangle *extent;
  GeglSampler         *sampler;       /* NULL: opaque, treated all over */
  const Babl          *to_rgba;
  gint                 alpha;         /* bytes before alpha, which is last */
  gint                 pixel;         /* bytes */
} Cover;

/* What the core asks for. */
typedef struct
{
  GeglBuffer *input;
  const Babl *format;
  Cover       cover;
} Photo;

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
  const Cover *cover = &((Photo *) data)->cover;
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

static void
read_row (void *data, int x, int y, int n, float *rgba)
{
  const Photo *photo = data;

  gegl_buffer_get (photo->input, GEGL_RECTANGLE (x, y, n, 1), 1.0,
                   photo->format, rgba, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
}

/* Reads, composes and writes a cell in bands; light NULL: no dot reaches it. */
static void
compose_cell (const SmpPlan *plan, SmpResult mode, const Photo *photo,
              GeglBuffer *output, const GeglRectangle *cell,
              const SmpSkinGrid *skin, const SmpPlanes *light, gfloat *band)
{
  for (gint y = 0; y < cell->height; y += BAND)
    {
      const GeglRectangle rows = { cell->x, cell->y + y, cell->width,
                                   MIN (BAND, cell->height - y) };

      gegl_buffer_get (photo->input, &rows, 1.0, photo->format, band,
                       GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
      for (gint j = 0; j < rows.height; j++)
        {
          gfloat *rgba = band + 4 * j * cell->width;
          gfloat *row[3];

          for (gint c = 0; light && c < 3; c++)
            row[c] = light->data[c] + (y + j) * light->stride;
          if (light)
            smp_skin_apply_row (&plan->skin, skin, rows.x, rows.y + j,
                                cell->width, rgba, row);
          smp_compose_row (mode, light ? (const gfloat *const *) row : NULL,
                           cell->width, rgba);
        }
      gegl_buffer_set (output, &rows, 0, photo->format, band,
                       GEGL_AUTO_ROWSTRIDE);
    }
}

/* One cell, at most SMP_CELL square. */
static void
paint_cell (const SmpPlan *plan, SmpResult mode, const SmpSource *source,
            GeglBuffer *output, const GeglRectangle *cell,
            SmpScratch *scratch, gfloat *band)
{
  const Photo  *photo = source->data;
  const SmpRect rect = { cell->x, cell->y, cell->width, cell->height };
  SmpPlanes     light;
  const gint    dots = smp_render (plan, cell->x, cell->y, cell->width,
                                   cell->height, source, scratch, &light);

  if (dots == 0 && mode == SMP_RESULT_PHOTO)
    {
      gegl_buffer_copy (photo->input, cell, GEGL_ABYSS_NONE, output, cell);
      return;
    }
  if (dots > 0)
    smp_skin_read (&plan->skin, rect, source->bounds, source->row,
                   source->data, &scratch->skin);
  compose_cell (plan, mode, photo, output, cell, &scratch->skin,
                dots > 0 ? &light : NULL, band);
}

void
smp_paint (const SmpPlan *plan, SmpResult mode, const Babl *format,
           GeglBuffer *input, GeglBuffer *output, const GeglRectangle *roi)
{
  const GeglRectangle *extent = gegl_buffer_get_extent (input);
  Photo                photo = { input, format, cover_open (input, format) };
  const SmpSource      source = {
    cover_at, read_row,
    { extent->x, extent->y, extent->width, extent->height }, &photo
  };
  SmpScratch          *scratch = gegl_scratch_alloc (sizeof *scratch);
  gfloat              *band = gegl_scratch_alloc (4 * SMP_CELL * BAND
                                                  * sizeof (gfloat));
  const gint           x0 = roi->x - (roi->x & (SMP_CELL - 1));
  const gint           y0 = roi->y - (roi->y & (SMP_CELL - 1));

  for (gint y = y0; y < roi->y + roi->height; y += SMP_CELL)
    for (gint x = x0; x < roi->x + roi->width; x += SMP_CELL)
      {
        GeglRectangle cell = { x, y, SMP_CELL, SMP_CELL };

        gegl_rectangle_intersect (&cell, &cell, roi);
        paint_cell (plan, mode, &source, output, &cell, scratch, band);
      }

  gegl_scratch_free (band);
  gegl_scratch_free (scratch);
  g_clear_object (&photo.cover.sampler);
}
