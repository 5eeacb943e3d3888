/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that all our operations share: light and camera. */

property_double (shine, _("Keep shine"), 1.0)
  description (_("1 keeps the photo's highlights over the dots, 0 gives a matt "
                 "scalp"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {light}")

property_double (hair_guard, _("Keep hair"), 1.0)
  description (_("1 lays dots only on skin, 0 also over the hair in the photo"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {light}")

property_double (sharpness, _("Blur of the photo (pixels)"), 0.0)
  description (_("Makes the dots as soft as the photo: the width (sigma) of "
                 "its blur, 0 for a sharp one.  Mock-up measures it"))
  value_range (0.0, 6.0)
  ui_range    (0.0, 4.0)
  ui_digits   (2)
  ui_meta     ("visible", "page {light}")

property_double (grain, _("Grain of the photo"), 0.0)
  description (_("Makes the dots as noisy as the photo.  Mock-up measures it"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {light}")

property_color (skin, _("Skin"), "none")
  description (_("Colour of the skin where it does not shine; transparent or "
                 "black: estimated around each place.  Mock-up measures it"))
  ui_meta     ("visible", "page {light}")

property_color (light, _("Light"), "#ffffff")
  description (_("Colour of the light: that of highlights, white in a photo "
                 "without a colour cast"))
  ui_meta     ("visible", "page {light}")
