/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* smp:dots: SMP dots on a photo, fresh, healed or years old.
 *
 * Input: RGB is the photo, alpha the treatment (0 none, 1 full density).
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

#include "dots-properties.h"

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME     smp_dots
#define GEGL_OP_C_SOURCE smp-dots.c

#include "gegl-op.h"

#include "shared-op.h"
#include "shared-op-line.h"

static SmpParams
get_params (GeglOperation *operation, const GeglRectangle *box,
            const Babl *format)
{
  GeglProperties    *o = GEGL_PROPERTIES (operation);
  SmpParams          params;
  SmpHairlineParams *hairline = &params.hairline;

  get_shared_params (operation, box, format, &params);
  params.density_cm2 = o->density;
  params.dot_size_mm = o->dot_size;
  params.dilution    = o->dilution;

  get_line (operation, &hairline->path);
  hairline->fade_mm          = o->fade;
  hairline->fade_dilution_mm = o->fade_dilution;
  hairline->fade_size_mm     = o->fade_size;
  hairline->irregularity_mm  = o->irregularity;
  hairline->strays_mm        = o->strays;
  return params;
}

static gboolean
has_effect (GeglOperation *operation)
{
  return GEGL_PROPERTIES (operation)->density > 0.0;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  init_class (klass);
  gegl_operation_class_set_keys (GEGL_OPERATION_CLASS (klass),
    "name",            "smp:dots",
    "title",           _("SMP Dots"),
    "description",     _("Scalp micropigmentation: pigment dots that look like "
                         "shaved hair"),
    "gimp:menu-label", _("SMP _Dots..."),
    NULL);
}

#endif
