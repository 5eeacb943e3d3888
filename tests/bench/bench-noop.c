/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* smp:bench-noop: copies RGBA float through a filter's process(), what any
 * filter of that format costs in this GEGL on this machine.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

property_double (value, "Value", 0.0)
  description ("A value to change, without effect on the picture")

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME     smp_bench_noop
#define GEGL_OP_C_SOURCE bench-noop.c

#include "gegl-op.h"

static void
prepare (GeglOperation *operation)
{
  const Babl *space = gegl_operation_get_source_space (operation, "input");
  const Babl *format = babl_format_with_space ("RGBA float", space);

  gegl_operation_set_format (operation, "input", format);
  gegl_operation_set_format (operation, "output", format);
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  const Babl         *format = gegl_operation_get_format (operation, "output");
  GeglBufferIterator *i;

  i = gegl_buffer_iterator_new (output, roi, level, format, GEGL_ACCESS_WRITE,
                                GEGL_ABYSS_NONE, 2);
  gegl_buffer_iterator_add (i, input, roi, level, format, GEGL_ACCESS_READ,
                            GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (i))
    memcpy (i->items[0].data, i->items[1].data,
            i->length * 4 * sizeof (gfloat));
  return TRUE;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass       *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationFilterClass *filter_class = GEGL_OPERATION_FILTER_CLASS (klass);

  operation_class->prepare = prepare;
  filter_class->process    = process;
  gegl_operation_class_set_keys (operation_class,
    "name",        "smp:bench-noop",
    "title",       "SMP no-op",
    "categories",  "artistic",
    "description", "A filter that copies, to time others against",
    NULL);
}

#endif
