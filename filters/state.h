/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What each of our operations keeps between prepare() and process(), in its
 * user_data.
 */

#ifndef SMP_STATE_H
#define SMP_STATE_H

#include <gegl-plugin.h>

#include "plan-cache.h"

#define SMP_STATE_TEXTS 2

typedef struct
{
  SmpPlanRef *plan;                       /* NULL before the first one */
  gchar      *refused[SMP_STATE_TEXTS];   /* the texts last warned about */
} SmpState;

/* The state in user_data, made when it is not there. */
SmpState *      smp_state_get      (gpointer             *user_data);

void            smp_state_free     (gpointer             *user_data);

/* Takes the plan of params, and lets go of the last one. */
void            smp_state_set_plan (SmpState             *state,
                                    const SmpParams      *params);

/* NULL when there is none yet. */
const SmpPlan * smp_state_plan     (gpointer              user_data);

/* One warning for each text that is not what it should be; slot: which text of
 * the operation.
 */
void            smp_state_warn     (SmpState             *state,
                                    gint                  slot,
                                    GeglOperation        *operation,
                                    const gchar          *text,
                                    const gchar          *reason);

/* roi and what the plan needs around it. */
GeglRectangle   smp_state_grow     (gpointer              user_data,
                                    const GeglRectangle  *roi);

#endif
