/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A region may be a whole image of 24 megapixels, so it is walked in cells of
 * 256 px fixed in absolute coordinates, with one scratch per call.  A cell that
 * no dot reaches is copied, which costs GEGL no more than a reference where
 * formats and tiles agree.  Scars are walked where there is some area in reach,
 * in rectangles as large as can be fitted at once.
 */

#include "paint.h"

#include <string.h>

#include "area.h"
#include "core/render.h"

#define BAND 32             /* rows of pixels in memory at once */
#define PART 1024           /* pixels copied at once and then composed */

#define REGION 3072         /* px looked through for scar areas at a time */

/* Where the treatment comes from: alpha of input in its own format, because
 * most places of a photo have none and a few zero bytes need no conversion.
 */
typedef struct
{
  const GeglRectangle *extent;
  GeglSampler         *sampler;       /* NULL: opaque, treated all over */
  const Babl          *native, *to_rgba;
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
  cover.native = native;
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

static void
compose_row (const SmpPlan *plan, SmpResult mode, const gfloat *const light[3],
             gint n, gfloat *rgba)
{
  if (plan->params.scar.active && mode == SMP_RESULT_LAYER)
    smp_compose_cover_row (light, n, rgba);
  else
    smp_compose_row (mode, light, n, rgba);
}

/* Reads, composes and writes a cell in bands; light NULL: nothing reaches it;
 * skin NULL: light has been limited by it.
 */
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
          if (light && skin)
            smp_skin_apply_row (&plan->skin, skin, rows.x, rows.y + j,
                                cell->width, rgba, row);
          compose_row (plan, mode, light ? (const gfloat *const *) row : NULL,
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

/* The multiple of side that is place or the last one before. */
static gint
align (gint place, gint side)
{
  const gint over = place % side;

  return place - (over < 0 ? over + side : over);
}

/* Any rectangle that nothing reaches. */
static void
paint_untouched (const SmpPlan *plan, SmpResult mode, const Photo *photo,
                 GeglBuffer *output, const GeglRectangle *rect)
{
  GeglBufferIterator *i;

  if (mode == SMP_RESULT_PHOTO)
    {
      gegl_buffer_copy (photo->input, rect, GEGL_ABYSS_NONE, output, rect);
      return;
    }
  i = gegl_buffer_iterator_new (output, rect, 0, photo->format,
                                GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 2);
  gegl_buffer_iterator_add (i, photo->input, rect, 0, photo->format,
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (i))
    for (gint k = 0; k < i->length; k += PART)
      {
        const gint    n = MIN (PART, i->length - k);
        gfloat       *to = (gfloat *) i->items[0].data + 4 * k;
        const gfloat *from = (const gfloat *) i->items[1].data + 4 * k;

        memcpy (to, from, 4 * n * sizeof (gfloat));
        compose_row (plan, mode, NULL, n, to);
      }
}

/* All of rect that is not part. */
static void
paint_around (const SmpPlan *plan, SmpResult mode, const Photo *photo,
              GeglBuffer *output, const GeglRectangle *rect,
              const GeglRectangle *part)
{
  const gint          right = part->x + part->width;
  const gint          below = part->y + part->height;
  const GeglRectangle around[4] = {
    { rect->x, rect->y, rect->width, part->y - rect->y },
    { rect->x, below, rect->width, rect->y + rect->height - below },
    { rect->x, part->y, part->x - rect->x, part->height },
    { right, part->y, rect->x + rect->width - right, part->height }
  };

  for (gint i = 0; i < 4; i++)
    if (around[i].width > 0 && around[i].height > 0)
      paint_untouched (plan, mode, photo, output, &around[i]);
}

/* At most plan->scar.rect square, of what smp_render_read_scar() has read. */
static void
paint_scar_cell (const SmpPlan *plan, SmpResult mode, const SmpSource *source,
                 const SmpArea *area, GeglBuffer *output,
                 const GeglRectangle *cell, SmpScratch *scratch, gfloat *band)
{
  const SmpRect rect = { cell->x, cell->y, cell->width, cell->height };
  SmpPlanes     light;

  if (smp_area_near (area, cell, plan->scar.change_reach)
      && smp_render_scar (plan, rect, source,
                          smp_area_near (area, cell, plan->scar.tone_reach),
                          scratch, &light))
    compose_cell (plan, mode, source->data, output, cell, NULL, &light, band);
  else
    paint_untouched (plan, mode, source->data, output, cell);
}

/* At most plan->scar.fit square: what the filter needs from around is read for
 * all of it at once, but only where an area is near.
 */
static void
paint_scar_rect (const SmpPlan *plan, SmpResult mode, const SmpSource *source,
                 const SmpArea *area, GeglBuffer *output,
                 const GeglRectangle *rect, SmpScratch *scratch, gfloat *band)
{
  const gint    side = plan->scar.rect;
  GeglRectangle part;
  SmpRect       read;

  if (!smp_area_part (area, rect, plan->scar.change_reach, &part))
    {
      paint_untouched (plan, mode, source->data, output, rect);
      return;
    }
  paint_around (plan, mode, source->data, output, rect, &part);
  read = (SmpRect) { part.x, part.y, part.width, part.height };
  smp_render_read_scar (plan, read, source,
                        smp_area_near (area, &part, plan->scar.tone_reach),
                        scratch);
  for (gint y = part.y; y < part.y + part.height; y += side)
    for (gint x = part.x; x < part.x + part.width; x += side)
      {
        GeglRectangle cell = { x, y, side, side };

        gegl_rectangle_intersect (&cell, &cell, &part);
        paint_scar_cell (plan, mode, source, area, output, &cell, scratch,
                         band);
      }
}

/* One region of at most REGION px square, or plan->scar.fit. */
static void
paint_scars (const SmpPlan *plan, SmpResult mode, const SmpSource *source,
             GeglBuffer *output, const GeglRectangle *region,
             SmpScratch *scratch, gfloat *band)
{
  const Photo        *photo = source->data;
  const Cover        *cover = &photo->cover;
  const gint          reach = plan->scar.change_reach;
  const gint          side = plan->scar.fit;
  const GeglRectangle box = { region->x - reach, region->y - reach,
                              region->width + 2 * reach,
                              region->height + 2 * reach };
  GeglRectangle       part;
  SmpArea             area;

  smp_area_read (&area, photo->input, cover->sampler ? cover->native : NULL,
                 cover->alpha, &box);
  if (!smp_area_part (&area, region, reach, &part))
    {
      paint_untouched (plan, mode, photo, output, region);
      return;
    }
  paint_around (plan, mode, photo, output, region, &part);
  for (gint y = part.y; y < part.y + part.height; y += side)
    for (gint x = part.x; x < part.x + part.width; x += side)
      {
        GeglRectangle rect = { x, y, side, side };

        gegl_rectangle_intersect (&rect, &rect, &part);
        paint_scar_rect (plan, mode, source, &area, output, &rect, scratch,
                         band);
      }
}

void
smp_paint (const SmpPlan *plan, SmpResult mode, const Babl *format,
           GeglBuffer *input, GeglBuffer *output, const GeglRectangle *roi)
{
  const gboolean       scar = plan->params.scar.active;
  const gint           side = scar ? MAX (REGION, plan->scar.fit) : SMP_CELL;
  const GeglRectangle *extent = gegl_buffer_get_extent (input);
  Photo                photo = { input, format, cover_open (input, format) };
  const SmpSource      source = {
    cover_at, read_row,
    { extent->x, extent->y, extent->width, extent->height }, &photo, NULL
  };
  SmpScratch          *scratch = gegl_scratch_alloc (sizeof *scratch);
  gfloat              *band = gegl_scratch_alloc (4 * SMP_CELL * BAND
                                                  * sizeof (gfloat));

  for (gint y = align (roi->y, side); y < roi->y + roi->height; y += side)
    for (gint x = align (roi->x, side); x < roi->x + roi->width; x += side)
      {
        GeglRectangle cell = { x, y, side, side };

        gegl_rectangle_intersect (&cell, &cell, roi);
        if (scar)
          paint_scars (plan, mode, &source, output, &cell, scratch, band);
        else
          paint_cell (plan, mode, &source, output, &cell, scratch, band);
      }

  gegl_scratch_free (band);
  gegl_scratch_free (scratch);
  g_clear_object (&photo.cover.sampler);
}
