/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One small cache of plans, shared by all instances of all our operations: GIMP
 * keeps several instances of a filter and prepares each of them many times.
 */

#ifndef SMP_PLAN_CACHE_H
#define SMP_PLAN_CACHE_H

#include "core/plan.h"

typedef struct _SmpPlanRef SmpPlanRef;

/* The plan of params, made when it is not there; any thread may call.  Give it
 * back with smp_plan_release().
 */
SmpPlanRef    * smp_plan_acquire (const SmpParams *params);
void            smp_plan_release (SmpPlanRef      *ref);

const SmpPlan * smp_plan_get     (const SmpPlanRef *ref);

#endif
