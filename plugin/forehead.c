/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "forehead.h"

#include <math.h>

#define HALF_BREADTH_MM 74.0
#define RADIUS_UP_MM    SMP_FOREHEAD_TOP_MM
#define POWER           2.4
#define FARTHEST        1.5     /* radians: the skin does not turn away */

SmpPoint
smp_forehead_see (const SmpForehead *forehead, SmpPoint skin)
{
  const gdouble bent = skin.x / HALF_BREADTH_MM;
  const gdouble across = skin.x / sqrt (1.0 + bent * bent);
  const gdouble aside = pow (fabs (across) / HALF_BREADTH_MM, POWER);
  const gdouble radius = RADIUS_UP_MM * pow (1.0 - aside, 1.0 / POWER);
  const gdouble angle = CLAMP (skin.y / radius, -FARTHEST, FARTHEST);
  const gdouble up = radius * sin (angle);
  const gdouble behind = RADIUS_UP_MM - radius * cos (angle);
  const gdouble s = sin (forehead->turn), c = cos (forehead->turn);

  return (SmpPoint) {
    across * c + behind * s,
    up * cos (forehead->pitch)
    + (behind * c - across * s) * sin (forehead->pitch)
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
