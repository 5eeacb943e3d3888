/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that all our operations share: how dots are laid. */

property_double (hues, _("Layered hues"), 0.0)
  description (_("Share of the dots that are one shade lighter or darker than "
                 "the others, for depth"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {dots}")

property_double (depth, _("Depth (mm)"), 0.15)
  description (_("How deep the pigment lies in the skin: deeper dots are "
                 "softer and bluer"))
  value_range (0.05, 2.0)
  ui_range    (0.05, 0.6)
  ui_digits   (2)
  ui_meta     ("visible", "page {dots}")

#ifndef SESSIONS_LAID
#define SESSIONS_LAID \
  _("Dots laid so far: 30, 70 and 100 % after sessions 1 to 3, the first in " \
    "a lighter shade; 4 adds a diffuse refinement")
#endif

property_int (session, _("Session"), 3)
  description (SESSIONS_LAID)
  value_range (1, 4)
  ui_meta     ("visible", "page {dots}")
