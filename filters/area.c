/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Alpha is looked at in the photo's own format and where it lies in memory:
 * whether it is 0 shows in its bits.
 */

#include "area.h"

#include <string.h>

#define BLOCK 32            /* px, or more where there were too many blocks */

static gint
block_of (gint place, gint size)
{
  return (place - (place & (size - 1))) / size;
}

/* Whether any of n pixels, of so many bytes, has any alpha: bits other than 0.
 */
static gboolean
has_alpha (const guint8 *raw, gint n, gint pixel, gint alpha)
{
  static const guint8 last[4] = { 0, 0, 0, 255 };
  guint32             mask, word, any = 0;

  memcpy (&mask, last, 4);
  if (pixel == 4 && alpha == 3)
    for (gint i = 0; i < n; i++)
      {
        memcpy (&word, raw + 4 * i, 4);
        any |= word & mask;
      }
  else if (pixel == 16 && alpha == 12)
    for (gint i = 0; i < n; i++)
      {
        memcpy (&word, raw + 16 * i + 12, 4);
        any |= word;
      }
  else
    for (gint i = 0; i < n * pixel; i++)
      if (i % pixel >= alpha)
        any |= raw[i];
  return any != 0;
}

/* Notes the blocks of pixels that have any alpha. */
static void
scan (SmpArea *area, const GeglRectangle *rows, const guint8 *raw, gint pixel,
      gint alpha)
{
  const gint size = area->size, end = rows->x + rows->width;

  for (gint y = rows->y; y < rows->y + rows->height; y++)
    {
      guint8 *found = area->found
                      + (block_of (y, size) - area->y) * area->width;

      for (gint x = rows->x, next; x < end; x = next)
        {
          const gint block = block_of (x, size);

          next = MIN ((block + 1) * size, end);
          found[block - area->x] |= has_alpha (raw, next - x, pixel, alpha);
          raw += (next - x) * pixel;
        }
    }
}

void
smp_area_read (SmpArea *area, GeglBuffer *input, const Babl *format,
               gint alpha, const GeglRectangle *box)
{
  GeglBufferIterator *i;
  GeglRectangle       part;

  area->size = BLOCK;
  while (MAX (box->width, box->height) > (SMP_AREA_BLOCKS - 2) * area->size)
    area->size *= 2;
  area->x = block_of (box->x, area->size);
  area->y = block_of (box->y, area->size);
  area->width = block_of (box->x + box->width - 1, area->size) + 1 - area->x;
  area->height = block_of (box->y + box->height - 1, area->size) + 1 - area->y;
  memset (area->found, format ? 0 : 1, sizeof area->found);
  if (!format || !gegl_rectangle_intersect (&part, box,
                                            gegl_buffer_get_extent (input)))
    return;

  i = gegl_buffer_iterator_new (input, &part, 0, format, GEGL_ACCESS_READ,
                                GEGL_ABYSS_NONE, 1);
  while (gegl_buffer_iterator_next (i))
    scan (area, &i->items[0].roi, i->items[0].data,
          babl_format_get_bytes_per_pixel (format), alpha);
}

gboolean
smp_area_near (const SmpArea *area, const GeglRectangle *rect, gint reach)
{
  GeglRectangle part;

  return smp_area_part (area, rect, reach, &part);
}

gboolean
smp_area_part (const SmpArea *area, const GeglRectangle *rect, gint reach,
               GeglRectangle *part)
{
  const gint    size = area->size;
  const gint    x0 = block_of (rect->x - reach, size);
  const gint    y0 = block_of (rect->y - reach, size);
  const gint    x1 = block_of (rect->x + rect->width + reach - 1, size);
  const gint    y1 = block_of (rect->y + rect->height + reach - 1, size);
  GeglRectangle all = { 0 };

  for (gint y = MAX (y0, area->y); y <= MIN (y1, area->y + area->height - 1);
       y++)
    for (gint x = MAX (x0, area->x); x <= MIN (x1, area->x + area->width - 1);
         x++)
      if (area->found[(y - area->y) * area->width + x - area->x])
        gegl_rectangle_bounding_box (
          &all, &all, GEGL_RECTANGLE (x * size - reach, y * size - reach,
                                      size + 2 * reach, size + 2 * reach));
  return gegl_rectangle_intersect (part, &all, rect);
}
