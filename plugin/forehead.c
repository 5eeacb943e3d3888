/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "forehead.h"

#include <math.h>

#define RADIUS_ACROSS_MM 65.0
#define RADIUS_UP_MM     95.0
#define FARTHEST         1.5    /* radians: the skin does not turn away */

static gdouble
bend (gdouble mm, gdouble radius_mm, gdouble *behind)
{
  const gdouble angle = CLAMP (mm / radius_mm, -FARTHEST, FARTHEST);

  *behind += radius_mm * (1.0 - cos (angle));
  return radius_mm * sin (angle);
}

SmpPoint
smp_forehead_see (const SmpForehead *forehead, SmpPoint skin)
{
  gdouble       behind = 0.0;
  const gdouble across = bend (skin.x, RADIUS_ACROSS_MM, &behind);
  const gdouble up = bend (skin.y, RADIUS_UP_MM, &behind);

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
