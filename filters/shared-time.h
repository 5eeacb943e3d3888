/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that all our operations share: healing and ageing. */

property_int (healing_day, _("Day after the session"), 30)
  description (_("0 fresh: large dark dots on red skin; 2 to 10 scabs; 30 "
                 "healed.  Dots of earlier sessions have healed already"))
  value_range (0, 30)
  ui_meta     ("visible", "page {time}")

property_double (years, _("Years later"), 0.0)
  description (_("Dots fade and spread"))
  value_range (0.0, 15.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {time}")

smp_property_enum (fading, _("Fading"), SmpOpFading, smp_op_fading,
                   SMP_OP_FADING_TYPICAL)
  description (_("How fast the skin loses pigment"))
  ui_meta     ("visible", "page {time}")

property_double (touch_up, _("Touch-up (year)"), 0.0)
  description (_("The year in which faded dots are renewed; 0 is never"))
  value_range (0.0, 15.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {time}")

property_double (drift, _("Colour fault (blue - orange)"), 0.0)
  description (_("Bad pigment: -1 turns blue, 1 turns orange; good pigment "
                 "only fades"))
  value_range (-1.0, 1.0)
  ui_meta     ("visible", "page {time}")

property_int (removal, _("Laser removal (sessions)"), 0)
  description (_("What is left after one to three sessions of laser, patchy"))
  value_range (0, 3)
  ui_meta     ("visible", "page {time}")
