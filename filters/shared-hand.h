/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that all our operations share: the hand and its pigment. */

property_double (variation, _("Variation"), 0.5)
  description (_("How much dots vary in size, angle, depth, strength and "
                 "place: 0 machine-like, 0.5 careful work"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {dots}")

property_color (pigment, _("Pigment"), "#2b211c")
  description (_("Hue of the pigment; how dark it is comes from the dilution"))
  ui_meta     ("visible", "page {dots}")
