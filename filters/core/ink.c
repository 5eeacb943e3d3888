/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Optical density of a dot, one crossing: that of the pigment, diluted further
 * at the hairline's edge, times the strengths of the dot itself, its session,
 * its hue and its healing.  Spreading divides it by as much as the area grows.
 * The part of light it takes is then multiplied by what years and laser leave.
 *
 * Sessions: the first is laid in a lighter shade and the third in a darker one,
 * so that all three together are the shade asked for; the fourth is a diffuse
 * refinement, weaker still (lighter first and darker on top: Elka SMP, SMP
 * Debate).  Where treatment is thin only dots of the first remain, so edges are
 * lighter too.
 *
 * Layered hues: of a share of the dots half are a shade lighter and half a
 * shade darker, as 12:1 and 6:1 are beside 9:1.
 */

#include "ink.h"

#include <math.h>

#include "hash.h"
#include "pigment.h"

#define LIGHTER       0.75f
#define DARKER        1.35f
#define SCAB_SOFTNESS 0.25f

static const float session_shade[SMP_SESSIONS] = { 0.85f, 1.0f, 1.15f, 0.6f };

static float
hue_strength (const SmpPlan *plan, uint64_t id)
{
  const float share = plan->params.hues;

  if (share <= 0.0f)
    return 1.0f;

  const float h = smp_hash_unit (smp_hash (plan->params.seed, id,
                                           SMP_SALT_HUE), 0);

  return h < 0.5f * share ? LIGHTER : h < share ? DARKER : 1.0f;
}

int
smp_ink_layers (const SmpPlan *plan, uint64_t id, double x_mm, double y_mm,
                const SmpShape *shape, const SmpEdge *edge,
                const SmpScarSpot *scar, int session, SmpInkLayer layer[2])
{
  const SmpAgeing    *ageing = &plan->ageing;
  const float         water = 1.0f + plan->params.dilution;
  const SmpHealingDot healing = smp_healing_dot (
    session == plan->params.session - 1 ? &plan->healing : &plan->settled,
    plan->params.seed, id, x_mm, y_mm);
  const float         left = smp_ageing_left (ageing, plan->params.seed, x_mm,
                                              y_mm);
  const float        *absorption = healing.scab
                                   ? plan->scab_absorption
                                   : plan->absorption[shape->shade];
  const float         inside = scar ? scar->inside : 0.0f;
  const float         size = edge->size * healing.size
                             * (1.0f + (SMP_SCAR_WIDER - 1.0f) * inside);
  const float         more = session == 0 ? SMP_SCAR_WATER * inside : 0.0f;
  const float         radius2 = smp_shape_radius2 (shape) * size * size;
  const float         density = plan->pigment_density * shape->strength
                                * session_shade[session]
                                * hue_strength (plan, id)
                                * healing.strength
                                * (water / (water + edge->water + more));

  for (int i = 0; i < ageing->inks; i++)
    {
      const SmpInk *ink = &ageing->ink[i];
      const float   growth = 1.0f + ink->spread_mm2 / radius2;
      const float   rim = (healing.scab ? SCAB_SOFTNESS
                                        : plan->softness[shape->shade])
                          + inside * SMP_SCAR_SOFT_MM / sqrtf (radius2);
      const float   soft = rim < 1.0f ? rim : 1.0f;
      const float   left_ink = ink->contrast
                               + inside * (plan->scar_ageing.ink[i].contrast
                                           - ink->contrast);

      layer[i].scale = size * sqrtf (growth);
      layer[i].softness = 1.0f - (1.0f - soft) / growth;
      smp_pigment_alpha (density / growth, absorption, layer[i].alpha);
      for (int c = 0; c < 3; c++)
        {
          const float a = layer[i].alpha[c] * (left_ink * left)
                          * (scar ? scar->light[c] : 1.0f);

          layer[i].alpha[c] = a < 1.0f ? a : 1.0f;
        }
    }
  return ageing->inks;
}
