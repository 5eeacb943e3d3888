/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The newest plans stay even when nobody holds them, because GIMP drops an
 * instance and makes another one with the same values.
 */

#include "plan-cache.h"

#include <string.h>

#include <glib.h>

#define KEPT 4

struct _SmpPlanRef
{
  gint      refs;
  SmpParams key;
  SmpPlan   plan;
};

static GMutex  lock;
static GQueue  plans = G_QUEUE_INIT;    /* newest first, all of them */

static SmpPlanRef *
find (const SmpParams *params)
{
  for (GList *l = plans.head; l; l = l->next)
    {
      SmpPlanRef *ref = l->data;

      if (memcmp (&ref->key, params, sizeof *params) == 0)
        {
          g_queue_unlink (&plans, l);
          g_queue_push_head_link (&plans, l);
          return ref;
        }
    }
  return NULL;
}

static void
drop_unused (void)
{
  GList *l = plans.tail;

  while (l && plans.length > KEPT)
    {
      GList      *previous = l->prev;
      SmpPlanRef *ref = l->data;

      if (ref->refs == 0)
        {
          g_queue_delete_link (&plans, l);
          g_free (ref);
        }
      l = previous;
    }
}

SmpPlanRef *
smp_plan_acquire (const SmpParams *params)
{
  SmpPlanRef *ref;

  g_mutex_lock (&lock);
  ref = find (params);
  if (!ref)
    {
      ref = g_new0 (SmpPlanRef, 1);
      ref->key = *params;
      smp_plan_init (&ref->plan, params);
      g_queue_push_head (&plans, ref);
    }
  ref->refs++;
  drop_unused ();
  g_mutex_unlock (&lock);
  return ref;
}

void
smp_plan_release (SmpPlanRef *ref)
{
  g_mutex_lock (&lock);
  ref->refs--;
  drop_unused ();
  g_mutex_unlock (&lock);
}

const SmpPlan *
smp_plan_get (const SmpPlanRef *ref)
{
  return &ref->plan;
}
