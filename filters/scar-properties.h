/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The properties of smp:scar-camouflage, in the order of GIMP's dialog, as
 * dots-properties.h holds those of smp:dots.
 */

enum_start (smp_scar_page)
  enum_value (SMP_SCAR_PAGE_SCAR, "scar", N_("Scar"))
  enum_value (SMP_SCAR_PAGE_DOTS, "dots", N_("Dots"))
  enum_value (SMP_SCAR_PAGE_TIME, "time", N_("Healing and ageing"))
  enum_value (SMP_SCAR_PAGE_LIGHT, "light", N_("Light and camera"))
  enum_value (SMP_SCAR_PAGE_PLACE, "place", N_("Scale and head"))
enum_end (SmpScarPage)

enum_start (smp_scar_find)
  enum_value (SMP_SCAR_FIND_ALL, "all", N_("The whole painted area"))
  enum_value (SMP_SCAR_FIND_PALE, "pale", N_("Pale marks in it (FUE, plugs)"))
enum_end (SmpScarFind)

#define SmpOpFading   SmpScarFading
#define smp_op_fading smp_scar_fading
#define SmpOpResult   SmpScarResult
#define smp_op_result smp_scar_result
#include "shared-enums.h"

property_enum (page, _("Settings"), SmpScarPage, smp_scar_page,
               SMP_SCAR_PAGE_SCAR)
  description (_("Which settings this dialog shows; the others keep their "
                 "values"))

property_enum (marks, _("Treat"), SmpScarFind, smp_scar_find,
               SMP_SCAR_FIND_ALL)
  description (_("What the scar is: all that is painted or selected, or only "
                 "the pale marks found in it, one by one"))
  ui_meta     ("visible", "page {scar}")

property_double (mark_size_min, _("Smallest mark (mm)"), 0.7)
  description (_("Diameter of the smallest mark; FUE leaves 0.7 to 1.2 mm"))
  value_range (0.3, 6.0)
  ui_range    (0.3, 3.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {scar} & marks {pale}")

property_double (mark_size_max, _("Largest mark (mm)"), 1.1)
  description (_("Diameter of the largest mark; old plugs are 2 to 5 mm"))
  value_range (0.3, 6.0)
  ui_range    (0.5, 6.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {scar} & marks {pale}")

property_double (mark_contrast, _("Contrast of marks (L*)"), 3.4)
  description (_("How much lighter than the skin around it a mark is at "
                 "least"))
  value_range (0.5, 30.0)
  ui_range    (1.0, 15.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {scar} & marks {pale}")

property_double (tone, _("Blend the tone"), 0.85)
  description (_("How far the scar's colour becomes that of the skin around "
                 "it with all sessions done; a good artist reaches about 0.9, "
                 "1 is more than can be done"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {scar}")

property_double (gloss, _("Take off shine"), 0.35)
  description (_("How far the scar's own shine goes; much of it stays in "
                 "life, 1 is more than can be done"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {scar}")

property_double (texture, _("Add skin texture"), 0.4)
  description (_("How far the smooth scar gets the texture of the skin around "
                 "it; 1 is more than can be done"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {scar}")

property_double (relief, _("Relief that stays"), 0.8)
  description (_("How much of the scar's ridges and dents stays visible: "
                 "pigment does not level skin, so most of it does; 0 is more "
                 "than can be done"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {scar}")

property_double (dots, _("Dots"), 1.0)
  description (_("How many of the dots are laid; 0 shows the skin alone"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {scar}")

property_double (feather, _("Past the border (mm)"), 6.0)
  description (_("How far dots thin out over the skin around the scar, so "
                 "that its edge does not show; around marks at most 1.5"))
  value_range (0.0, 10.0)
  ui_range    (0.0, 8.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {scar}")

property_boolean (match, _("Match the stubble"), TRUE)
  description (_("Where there is stubble beside the scar, dots get its "
                 "density, darkness and hue; where there is none, none are "
                 "laid past its border"))
  ui_meta     ("visible", "page {scar}")

property_double (density, _("Density (dots per cm²)"), 180.0)
  description (_("Dots per cm² of scar after the third session where there is "
                 "no stubble to match; sessions lay 60, 85 and 100 %"))
  value_range (0.0, 400.0)
  ui_range    (20.0, 250.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {dots}")

property_double (dot_size, _("Dot size (mm)"), 0.30)
  description (_("Diameter of a healed dot as the eye sees it; dots in a scar "
                 "get a fifth wider"))
  value_range (0.05, 1.5)
  ui_range    (0.1, 0.6)
  ui_digits   (2)
  ui_meta     ("visible", "page {dots}")

#include "shared-hand.h"

property_double (dilution, _("Dilution (parts water)"), 9.0)
  description (_("Parts of water to one part of pigment: 4 is black, 9 dark, "
                 "20 and more are for light hair"))
  value_range (3.0, 40.0)
  ui_range    (4.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {dots}")

#define SESSIONS_LAID \
  _("Dots laid so far: in scars 60, 85 and 100 % after sessions 1 to 3, the " \
    "first in a lighter shade; 4 adds a diffuse refinement")
#include "shared-laying.h"

#include "shared-time.h"

#include "shared-light.h"

#include "shared-place.h"
