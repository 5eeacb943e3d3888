/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "forehead.h"

#include <math.h>

#define HALF_BREADTH_MM 74.0
#define BEND_MM         100.0
#define RADIUS_UP_MM    95.0
#define FARTHEST        1.5     /* radians: the skin does not turn away */

SmpPoint
smp_forehead_see (const SmpForehead *forehead, SmpPoint skin)
{
  const gdouble bent = skin.x / HALF_BREADTH_MM;
  const gdouble across = skin.x / sqrt (1.0 + bent * bent);
  const gdouble angle = CLAMP (skin.y / RADIUS_UP_MM, -FARTHEST, FARTHEST);
  const gdouble up = RADIUS_UP_MM * sin (angle);
  const gdouble behind = across * across / BEND_MM
                         + RADIUS_UP_MM * (1.0 - cos (angle));

  return (SmpPoint) {
    across, up * cos (forehead->pitch) + behind * sin (forehead->pitch)
  };
}

SmpPoint
smp_forehead_place (const SmpForehead *forehead, SmpPoint skin)
{
  const SmpPoint seen = smp_forehead_see (forehead, skin);
  const SmpPoint up = forehead->up;
  const gdouble  scale = forehead->px_per_mm;

  return (SmpPoint) {
    forehead->glabella.x + scale * (seen.x * -up.y + seen.y * up.x),
    forehead->glabella.y + scale * (seen.x * up.x + seen.y * up.y)
  };
}
