/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "state.h"

SmpState *
smp_state_get (gpointer *user_data)
{
  if (!*user_data)
    *user_data = g_new0 (SmpState, 1);
  return *user_data;
}

void
smp_state_free (gpointer *user_data)
{
  SmpState *state = *user_data;

  if (!state)
    return;
  if (state->plan)
    smp_plan_release (state->plan);
  for (gint i = 0; i < SMP_STATE_TEXTS; i++)
    g_free (state->refused[i]);
  g_free (state);
  *user_data = NULL;
}

void
smp_state_set_plan (SmpState *state, const SmpParams *params)
{
  SmpPlanRef *plan = smp_plan_acquire (params);

  if (state->plan)
    smp_plan_release (state->plan);
  state->plan = plan;
}

const SmpPlan *
smp_state_plan (gpointer user_data)
{
  const SmpState *state = user_data;

  return state && state->plan ? smp_plan_get (state->plan) : NULL;
}

void
smp_state_warn (SmpState *state, gint slot, GeglOperation *operation,
                const gchar *text, const gchar *reason)
{
  if (g_strcmp0 (text, state->refused[slot]) == 0)
    return;
  g_warning ("%s: \"%s\" %s", gegl_operation_get_name (operation), text,
             reason);
  g_free (state->refused[slot]);
  state->refused[slot] = g_strdup (text);
}

GeglRectangle
smp_state_grow (gpointer user_data, const GeglRectangle *roi)
{
  const SmpPlan *plan = smp_state_plan (user_data);
  const gint     reach = plan ? plan->reach_px : 0;
  GeglRectangle  grown = *roi;

  if (!gegl_rectangle_is_infinite_plane (roi)
      && roi->width > 0 && roi->height > 0)
    gegl_rectangle_set (&grown, roi->x - reach, roi->y - reach,
                        roi->width + 2 * reach, roi->height + 2 * reach);
  return grown;
}
