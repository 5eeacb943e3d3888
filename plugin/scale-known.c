/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Means and spreads of adults:
 *   between the pupils 63 mm, 3.8 (Dodgson 2004: nearly all have 50 to 75)
 *   iris 11.7 mm, 0.5 (as used by MediaPipe Iris)
 *   breadth of the head 154 mm in men, 145 in women, 9 (India)
 *   brow to hairline 68 mm (20 faces, no spread given; 7 is our guess)
 */

#include "config.h"

#include "scale-known.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define MARK_PX 1.0             /* by which an end may be off */

const SmpKnown smp_known[] = {
  { "pupils", N_("Between the pupils (63 mm)"),
    N_("Between the pupils of adults lie about 63 mm, most have 55 to 70. Only "
       "right for views from the front."), 63.0, 3.8 },
  { "iris", N_("Width of an iris (11.7 mm)"),
    N_("The iris of adults is about 11.7 mm wide, most have 10.7 to 12.7. Only "
       "right where the eye looks into the camera."), 11.7, 0.5 },
  { "head-breadth", N_("Breadth of the head (155 mm)"),
    N_("Men's heads are about 155 mm broad above the ears, most have 137 to "
       "173, women's 10 mm less. For views from the front, from behind or from "
       "above; hair does not count."), 155.0, 9.0 },
  { "brow-hairline", N_("From the brows to the hairline (68 mm)"),
    N_("From the brows up to a hairline that never went back lie about 68 mm, "
       "most have 54 to 82. Only right for views from the front."),
    68.0, 7.0 },
  { "ruler", N_("A ruler, or another length you know"),
    N_("Only right where the ruler is as far from the camera as the scalp."),
    0.0, 0.0 }
};

const guint smp_known_count = G_N_ELEMENTS (smp_known);

gdouble
smp_known_marking_error (gdouble px)
{
  return 100.0 * G_SQRT2 * MARK_PX / px;
}

gdouble
smp_known_error (const SmpKnown *known, gdouble px)
{
  const gdouble spread = known->mm > 0.0
                         ? 100.0 * known->spread_mm / known->mm : 0.0;

  return hypot (spread, smp_known_marking_error (px));
}
