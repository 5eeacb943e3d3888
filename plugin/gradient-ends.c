/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gradient-ends.h"

#include <math.h>

#define USUAL_SIZE 0.30         /* mm, where a preset says nothing */

const gchar *const smp_thin_argument[SMP_THIN_ARGUMENTS] = {
  [SMP_THIN_DENSITY] = "thin-density",
  [SMP_THIN_SIZE]    = "thin-size",
  [SMP_THIN_WATER]   = "thin-water"
};

gboolean
smp_gradient_starts_thin (SmpShape shape)
{
  return shape == SMP_SHAPE_HAIRLINE;
}

gdouble
smp_gradient_usual_thin (SmpShape shape)
{
  return shape == SMP_SHAPE_LINEAR ? 40.0
         : shape == SMP_SHAPE_CROWN ? 30.0 : 0.0;
}

void
smp_gradient_ends_read (SmpGradientEnds *ends, GObject *filter, SmpShape shape)
{
  SmpGradientEnd start, end;

  g_object_get (filter,
                "density-start", &start.density, "density-end", &end.density,
                "dot-size-start", &start.size, "dot-size-end", &end.size,
                "dilution-start", &start.water, "dilution-end", &end.water,
                NULL);
  ends->starts_thin = start.density != end.density
                      ? start.density < end.density
                      : smp_gradient_starts_thin (shape);
  ends->dense = ends->starts_thin ? end : start;
  ends->thin = ends->starts_thin ? start : end;
}

void
smp_gradient_ends_write (const SmpGradientEnds *ends, GObject *filter)
{
  const SmpGradientEnd *start = ends->starts_thin ? &ends->thin : &ends->dense;
  const SmpGradientEnd *end = ends->starts_thin ? &ends->dense : &ends->thin;

  g_object_set (filter,
                "density-start", start->density, "density-end", end->density,
                "dot-size-start", start->size, "dot-size-end", end->size,
                "dilution-start", start->water, "dilution-end", end->water,
                NULL);
}

static gdouble
percent (gdouble part, gdouble all)
{
  return all > 0.0 ? round (100.0 * part / all) : 100.0;
}

SmpGradientEndsWish
smp_gradient_ends_wish (const SmpGradientEnds *ends)
{
  return (SmpGradientEndsWish) { {
    [SMP_THIN_DENSITY] = percent (ends->thin.density, ends->dense.density),
    [SMP_THIN_SIZE] = percent (ends->thin.size, ends->dense.size),
    [SMP_THIN_WATER] = round (ends->thin.water - ends->dense.water)
  } };
}

void
smp_gradient_ends_change (SmpGradientEnds *ends, const SmpChoice *choice,
                          guint applied, const SmpGradientEndsWish *wish,
                          guint touched)
{
  const SmpPreset *density = choice->preset[SMP_PRESET_DENSITY];
  const SmpPreset *shade = choice->preset[SMP_PRESET_SHADE];
  SmpGradientEnd  *dense = &ends->dense;

  if (applied & 1 << SMP_PRESET_DENSITY)
    {
      dense->density = smp_preset_get_number (density, "density", 0.0);
      dense->size = smp_preset_get_number (density, "dot-size", USUAL_SIZE);
      touched |= 1 << SMP_THIN_DENSITY | 1 << SMP_THIN_SIZE;
    }
  if (applied & 1 << SMP_PRESET_SHADE)
    {
      dense->water = smp_preset_get_number (shade, "dilution", 9.0);
      touched |= 1 << SMP_THIN_WATER;
    }
  if (touched & 1 << SMP_THIN_DENSITY)
    ends->thin.density = dense->density * wish->value[SMP_THIN_DENSITY] / 100.0;
  if (touched & 1 << SMP_THIN_SIZE)
    ends->thin.size = MAX (dense->size * wish->value[SMP_THIN_SIZE] / 100.0,
                           0.05);
  if (touched & 1 << SMP_THIN_WATER)
    ends->thin.water = MIN (dense->water + wish->value[SMP_THIN_WATER], 40.0);
}
