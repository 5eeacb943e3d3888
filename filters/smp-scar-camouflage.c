/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* smp:scar-camouflage: a scar as SMP leaves it, its tone, shine and texture
 * nearer to those of the skin around, dots across it and past its border.
 *
 * Input: RGB is the photo, alpha the scar area (0 none, 1 treated fully),
 * painted or selected roughly.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

#include "scar-properties.h"

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME     smp_scar_camouflage
#define GEGL_OP_C_SOURCE smp-scar-camouflage.c

#include "gegl-op.h"

#include "shared-op.h"

static SmpParams
get_params (GeglOperation *operation, const GeglRectangle *box,
            const Babl *format)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);
  SmpParams       params;
  SmpScarParams  *scar = &params.scar;

  get_shared_params (operation, box, format, &params);
  params.density_cm2 = o->density;
  params.dot_size_mm = o->dot_size;
  params.dilution    = o->dilution;

  scar->active        = TRUE;
  scar->tone          = o->tone;
  scar->gloss         = o->gloss;
  scar->texture       = o->texture;
  scar->relief        = o->relief;
  scar->dots          = o->dots;
  scar->feather_mm    = o->feather;
  scar->match         = o->match;
  scar->marks         = o->marks == SMP_SCAR_FIND_PALE;
  scar->mark_min_mm   = o->mark_size_min;
  scar->mark_max_mm   = o->mark_size_max;
  scar->mark_contrast = o->mark_contrast;
  return params;
}

static gboolean
has_effect (GeglOperation *operation)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);

  return o->tone > 0.0 || o->gloss > 0.0 || o->texture > 0.0
         || o->relief < 1.0 || (o->dots > 0.0 && o->density > 0.0);
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  init_class (klass);
  gegl_operation_class_set_keys (GEGL_OPERATION_CLASS (klass),
    "name",            "smp:scar-camouflage",
    "title",           _("Scar Camouflage"),
    "description",     _("Scalp micropigmentation: blends a scar with the skin "
                         "around it and lays pigment dots across it"),
    "gimp:menu-label", _("S_car Camouflage..."),
    NULL);
}

#endif
