/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What our operations do alike, read once after gegl-op.h by each of them; it
 * works on the rows of shared-*.h and "hairline".  The operation itself offers
 *
 *   get_params()  its values for the core, get_shared_params() and its own
 *   has_effect()  FALSE where its values can change nothing
 */

#include "paint.h"
#include "parse.h"
#include "state.h"

enum { TEXT_FRAME, TEXT_HAIRLINE };       /* texts that can be refused */

static SmpParams get_params (GeglOperation       *operation,
                             const GeglRectangle *box,
                             const Babl          *format);
static gboolean  has_effect (GeglOperation       *operation);

static SmpFrame
get_frame (GeglOperation *operation, const GeglRectangle *box)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);
  SmpFrame        frame;

  if (!smp_frame_parse (o->frame, box, &frame))
    smp_state_warn (o->user_data, TEXT_FRAME, operation, o->frame,
                    "is not a frame, using the layer's box");
  return frame;
}

/* Linear light; a transparent colour is none: 0. */
static void
get_colour (GeglColor *colour, const Babl *format, float rgb[3])
{
  gfloat rgba[4] = { 0 };

  if (colour)
    gegl_color_get_pixel (colour, format, rgba);
  for (gint c = 0; c < 3; c++)
    rgb[c] = rgba[3] > 0.0f ? rgba[c] : 0.0f;
}

/* The rest is 0, byte by byte. */
static void
get_shared_params (GeglOperation *operation, const GeglRectangle *box,
                   const Babl *format, SmpParams *params)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);

  memset (params, 0, sizeof *params);
  params->frame       = get_frame (operation, box);
  params->px_per_mm   = o->px_per_mm > 0.0
                        ? o->px_per_mm
                        : smp_frame_guess_px_per_mm (&params->frame);
  params->variation   = o->variation;
  params->depth_mm    = o->depth;
  params->hues        = o->hues;
  params->session     = o->session;
  params->healing_day = o->healing_day;
  params->ageing      = (SmpAgeingParams) {
    o->years, (SmpFading) o->fading, o->drift, o->touch_up, o->removal
  };
  params->sharpness_px = o->sharpness;
  params->grain        = o->grain;
  params->seed         = o->seed;

  get_colour (o->pigment, format, params->pigment);
  get_colour (o->skin, format, params->skin.skin);
  get_colour (o->light, format, params->skin.light);
  params->skin.shine      = o->shine;
  params->skin.hair_guard = o->hair_guard;

  params->curved = o->curvature;
  if (params->curved)
    params->head = (SmpHead) {
      (gfloat) o->head_x, (gfloat) o->head_y,
      (gfloat) o->head_width, (gfloat) o->head_height, (gfloat) o->head_angle
    };
}

static void
prepare (GeglOperation *operation)
{
  GeglProperties      *o = GEGL_PROPERTIES (operation);
  const Babl          *space = gegl_operation_get_source_space (operation,
                                                                "input");
  const Babl          *format = babl_format_with_space ("RGBA float", space);
  SmpState            *state = smp_state_get (&o->user_data);
  const GeglRectangle *box;

  gegl_operation_set_format (operation, "input", format);
  gegl_operation_set_format (operation, "output", format);

  /* without an input there is nothing to plan for; the last plan stays */
  box = gegl_operation_source_get_bounding_box (operation, "input");
  if (box && box->width > 0 && box->height > 0)
    {
      const SmpParams params = get_params (operation, box, format);

      smp_state_set_plan (state, &params);
    }
}

static GeglRectangle
get_required_for_output (GeglOperation *operation, const gchar *input_pad,
                         const GeglRectangle *roi)
{
  GeglRectangle        grown = smp_state_grow (
    GEGL_PROPERTIES (operation)->user_data, roi);
  const GeglRectangle *box;

  box = gegl_operation_source_get_bounding_box (operation, "input");
  if (box)
    gegl_rectangle_intersect (&grown, &grown, box);
  return grown;
}

static GeglRectangle
get_invalidated_by_change (GeglOperation *operation, const gchar *input_pad,
                           const GeglRectangle *roi)
{
  return smp_state_grow (GEGL_PROPERTIES (operation)->user_data, roi);
}

/* Without any effect the photo itself is the result. */
static gboolean
operation_process (GeglOperation        *operation,
                   GeglOperationContext *context,
                   const gchar          *output_prop,
                   const GeglRectangle  *result,
                   gint                  level)
{
  if (!has_effect (operation)
      && GEGL_PROPERTIES (operation)->result == SMP_OP_RESULT_PHOTO)
    {
      gegl_operation_context_take_object (
        context, "output",
        gegl_operation_context_dup_object (context, "input"));
      return TRUE;
    }
  return GEGL_OPERATION_CLASS (gegl_op_parent_class)->process (
    operation, context, output_prop, result, level);
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);
  const SmpPlan  *plan = smp_state_plan (o->user_data);

  g_return_val_if_fail (plan != NULL, FALSE);

  smp_paint (plan, (SmpResult) o->result,
             gegl_operation_get_format (operation, "output"),
             input, output, roi);
  return TRUE;
}

static void
finalize (GObject *object)
{
  smp_state_free (&GEGL_PROPERTIES (object)->user_data);
  G_OBJECT_CLASS (gegl_op_parent_class)->finalize (object);
}

/* All of the class but its keys; those that are the same in all operations. */
static void
init_class (GeglOpClass *klass)
{
  GObjectClass             *object_class = G_OBJECT_CLASS (klass);
  GeglOperationClass       *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationFilterClass *filter_class = GEGL_OPERATION_FILTER_CLASS (klass);

  object_class->finalize                     = finalize;
  operation_class->prepare                   = prepare;
  operation_class->process                   = operation_process;
  operation_class->get_required_for_output   = get_required_for_output;
  operation_class->get_invalidated_by_change = get_invalidated_by_change;
  operation_class->opencl_support            = FALSE;
  filter_class->process                      = process;

  gegl_operation_class_set_keys (operation_class,
    "categories",      "artistic",
    "op-version",      "1:0",
    "license",         "GPL3+",
    "gimp:menu-path",  "<Image>/Filters/Scalp Micropigmentation",
    NULL);
}
