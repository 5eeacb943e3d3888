/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* smp:density-gradient: SMP dots that thin out along a line, from a whorl,
 * beside a parting or behind a hairline.
 *
 * Input: RGB is the photo, alpha the treatment (0 none, 1 all that the gradient
 * asks for).
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

#include "gradient-properties.h"

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME     smp_density_gradient
#define GEGL_OP_C_SOURCE smp-density-gradient.c

#include "gegl-op.h"

#include "shared-op.h"
#include "shared-op-line.h"

static SmpParams
get_params (GeglOperation *operation, const GeglRectangle *box,
            const Babl *format)
{
  GeglProperties    *o = GEGL_PROPERTIES (operation);
  SmpParams          params;
  SmpGradientParams *gradient = &params.gradient;

  get_shared_params (operation, box, format, &params);
  get_line (operation, &gradient->path);
  gradient->shape           = SMP_GRADIENT_LINEAR + o->shape;
  gradient->profile         = (SmpProfile) o->profile;
  gradient->start[0]        = o->start_x;
  gradient->start[1]        = o->start_y;
  gradient->end[0]          = o->end_x;
  gradient->end[1]          = o->end_y;
  gradient->width_mm        = o->width;
  gradient->irregularity_mm = o->irregularity;
  gradient->density_cm2[0]  = o->density_start;
  gradient->density_cm2[1]  = o->density_end;
  gradient->dot_size_mm[0]  = o->dot_size_start;
  gradient->dot_size_mm[1]  = o->dot_size_end;
  gradient->dilution[0]     = o->dilution_start;
  gradient->dilution[1]     = o->dilution_end;
  gradient->size_ramp       = o->size_ramp;
  gradient->dilution_ramp   = o->dilution_ramp;
  return params;
}

static gboolean
has_effect (GeglOperation *operation)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);

  return o->density_start > 0.0 || o->density_end > 0.0;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  init_class (klass);
  gegl_operation_class_set_keys (GEGL_OPERATION_CLASS (klass),
    "name",            "smp:density-gradient",
    "title",           _("Density Gradient"),
    "description",     _("Scalp micropigmentation: pigment dots that thin out "
                         "along a line, from a whorl, beside a parting or "
                         "behind a hairline"),
    "gimp:menu-label", _("Density _Gradient..."),
    NULL);
}

#endif
