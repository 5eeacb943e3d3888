/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The properties of smp:density-gradient, in the order of GIMP's dialog, as
 * dots-properties.h holds those of smp:dots.
 */

enum_start (smp_gradient_page)
  enum_value (SMP_GRADIENT_PAGE_GRADIENT, "gradient", N_("Gradient"))
  enum_value (SMP_GRADIENT_PAGE_DOTS, "dots", N_("Dots"))
  enum_value (SMP_GRADIENT_PAGE_TIME, "time", N_("Healing and ageing"))
  enum_value (SMP_GRADIENT_PAGE_LIGHT, "light", N_("Light and camera"))
  enum_value (SMP_GRADIENT_PAGE_PLACE, "place", N_("Scale and head"))
enum_end (SmpGradientPage)

enum_start (smp_gradient_form)
  enum_value (SMP_GRADIENT_FORM_LINEAR, "linear",
              N_("Linear (from start to end)"))
  enum_value (SMP_GRADIENT_FORM_RADIAL, "radial",
              N_("Crown (from the whorl at start to the rim at end)"))
  enum_value (SMP_GRADIENT_FORM_PARTING, "parting",
              N_("Parting (both sides of start to end)"))
  enum_value (SMP_GRADIENT_FORM_HAIRLINE, "hairline",
              N_("Hairline (behind a line)"))
enum_end (SmpGradientForm)

enum_start (smp_gradient_profile)
  enum_value (SMP_GRADIENT_PROFILE_LINEAR, "linear", N_("Linear"))
  enum_value (SMP_GRADIENT_PROFILE_SMOOTH, "smooth",
              N_("Smooth (soft at both ends)"))
  enum_value (SMP_GRADIENT_PROFILE_SOFT_TOE, "soft-toe",
              N_("Soft toe (long thin end)"))
  enum_value (SMP_GRADIENT_PROFILE_STEEP, "steep",
              N_("Steep (short thin end)"))
enum_end (SmpGradientProfile)

#define SmpOpFading   SmpGradientFading
#define smp_op_fading smp_gradient_fading
#define SmpOpResult   SmpGradientResult
#define smp_op_result smp_gradient_result
#include "shared-enums.h"

property_enum (page, _("Settings"), SmpGradientPage, smp_gradient_page,
               SMP_GRADIENT_PAGE_GRADIENT)
  description (_("Which settings this dialog shows; the others keep their "
                 "values"))

property_enum (shape, _("Shape"), SmpGradientForm, smp_gradient_form,
               SMP_GRADIENT_FORM_LINEAR)
  description (_("The way from start to end; beyond both, dots go on as they "
                 "are there"))
  ui_meta     ("visible", "page {gradient}")

property_double (start_x, _("Start X"), 0.5)
  description (_("Where the gradient starts, 0 left to 1 right"))
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "x")
  ui_meta     ("visible", "page {gradient}")

property_double (start_y, _("Start Y"), 0.5)
  description (_("Where the gradient starts, 0 above to 1 below"))
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "y")
  ui_meta     ("visible", "page {gradient}")

property_double (end_x, _("End X"), 1.0)
  description (_("Where the gradient ends, 0 left to 1 right"))
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "x")
  ui_meta     ("visible", "page {gradient}")

property_double (end_y, _("End Y"), 0.5)
  description (_("Where the gradient ends, 0 above to 1 below"))
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "y")
  ui_meta     ("visible", "page {gradient}")

property_string (hairline, _("Hairline"), "")
  description (_("Line in the photo, points \"x,y x,y ...\" from 0 to 1 in the "
                 "frame, hair on its left; \"closed\" at the end makes it "
                 "the outline of an area; empty: the straight line from start "
                 "to end"))
  ui_meta     ("visible", "0")

property_double (width, _("Width (mm)"), 15.0)
  description (_("Way from the line to the end values, on each side of a "
                 "parting or behind a hairline"))
  value_range (0.0, 150.0)
  ui_range    (0.0, 60.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {gradient} & shape {parting, hairline}")

property_double (density_start, _("Density at start (dots per cm²)"), 180.0)
  description (_("Dots per cm² of scalp where the treatment is full, after "
                 "the third session; a scalp holds 400 at most"))
  value_range (0.0, 400.0)
  ui_range    (0.0, 250.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {gradient}")

property_double (density_end, _("Density at end (dots per cm²)"), 0.0)
  description (_("Dots per cm² of scalp where the treatment is full, after "
                 "the third session; a scalp holds 400 at most"))
  value_range (0.0, 400.0)
  ui_range    (0.0, 250.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {gradient}")

property_enum (profile, _("Profile"), SmpGradientProfile,
               smp_gradient_profile, SMP_GRADIENT_PROFILE_SMOOTH)
  description (_("How the density rises from the thin end to the dense one"))
  ui_meta     ("visible", "page {gradient}")

property_double (irregularity, _("Irregularity (mm)"), 1.5)
  description (_("How far the gradient wanders from its shape"))
  value_range (0.0, 10.0)
  ui_range    (0.0, 5.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {gradient}")

property_double (dot_size_start, _("Dot size at start (mm)"), 0.30)
  description (_("Diameter of a healed dot as the eye sees it"))
  value_range (0.05, 1.5)
  ui_range    (0.1, 0.6)
  ui_digits   (2)
  ui_meta     ("visible", "page {dots}")

property_double (dot_size_end, _("Dot size at end (mm)"), 0.25)
  description (_("Diameter of a healed dot as the eye sees it"))
  value_range (0.05, 1.5)
  ui_range    (0.1, 0.6)
  ui_digits   (2)
  ui_meta     ("visible", "page {dots}")

property_double (size_ramp, _("Size ramp (share of the way)"), 1.0)
  description (_("How much of the way from start to end the dot size takes to "
                 "change: 1 all of it, 0.5 the first half"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {dots}")

property_double (dilution_start, _("Dilution at start (parts water)"), 9.0)
  description (_("Parts of water to one part of pigment: 4 is black, 9 dark, "
                 "20 and more are for light hair"))
  value_range (3.0, 40.0)
  ui_range    (4.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {dots}")

property_double (dilution_end, _("Dilution at end (parts water)"), 12.0)
  description (_("Parts of water to one part of pigment: 4 is black, 9 dark, "
                 "20 and more are for light hair"))
  value_range (3.0, 40.0)
  ui_range    (4.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {dots}")

property_double (dilution_ramp, _("Shade ramp (share of the way)"), 1.0)
  description (_("How much of the way from start to end the dilution takes to "
                 "change: 1 all of it, 0.5 the first half"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {dots}")

#include "shared-hand.h"

#include "shared-laying.h"

#include "shared-time.h"

#include "shared-light.h"

#include "shared-place.h"
