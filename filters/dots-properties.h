/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The properties of smp:dots, in the order of GIMP's dialog.  gegl-op.h reads
 * them several times, so there is no guard.
 *
 * Names, types, enum numbers, ranges and defaults are stored in users' XCF
 * files: tests/ops/contract.txt holds them.
 */

/* Which rows the dialog shows: GIMP's filter dialogs have no tabs. */
enum_start (smp_dots_page)
  enum_value (SMP_DOTS_PAGE_DOTS, "dots", N_("Dots"))
  enum_value (SMP_DOTS_PAGE_TIME, "time", N_("Healing and ageing"))
  enum_value (SMP_DOTS_PAGE_HAIRLINE, "hairline", N_("Hairline"))
  enum_value (SMP_DOTS_PAGE_LIGHT, "light", N_("Light and camera"))
  enum_value (SMP_DOTS_PAGE_PLACE, "place", N_("Scale and head"))
enum_end (SmpDotsPage)

#define SmpOpFading   SmpDotsFading
#define smp_op_fading smp_dots_fading
#define SmpOpResult   SmpDotsResult
#define smp_op_result smp_dots_result
#include "shared-enums.h"

property_enum (page, _("Settings"), SmpDotsPage, smp_dots_page,
               SMP_DOTS_PAGE_DOTS)
  description (_("Which settings this dialog shows; the others keep their "
                 "values"))

property_double (density, _("Density (dots per cm²)"), 180.0)
  description (_("Dots per cm² of scalp where the treatment is full, after "
                 "the third session; a scalp holds 400 at most"))
  value_range (0.0, 400.0)
  ui_range    (20.0, 250.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {dots}")

property_double (dot_size, _("Dot size (mm)"), 0.30)
  description (_("Diameter of a healed dot as the eye sees it"))
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

#include "shared-laying.h"

#include "shared-time.h"

property_string (hairline, _("Hairline"), "")
  description (_("Line in the photo, points \"x,y x,y ...\" from 0 to 1 in the "
                 "frame, hair on its left; \"closed\" at the end makes it "
                 "the outline of an area; empty: none.  Mock-up takes it from "
                 "a path"))
  ui_meta     ("visible", "0")

property_double (fade, _("Density fade (mm)"), 10.0)
  description (_("How far behind the hairline the dots reach full density; 0 "
                 "is a hard edge"))
  value_range (0.0, 60.0)
  ui_range    (0.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {hairline}")

property_double (fade_dilution, _("Shade fade (mm)"), 10.0)
  description (_("How far behind the hairline the dots reach their full shade"))
  value_range (0.0, 60.0)
  ui_range    (0.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {hairline}")

property_double (fade_size, _("Size fade (mm)"), 10.0)
  description (_("How far behind the hairline the dots reach their full size"))
  value_range (0.0, 60.0)
  ui_range    (0.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {hairline}")

property_double (irregularity, _("Irregularity (mm)"), 1.5)
  description (_("How far the edge wanders from the hairline"))
  value_range (0.0, 10.0)
  ui_range    (0.0, 5.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {hairline}")

property_double (strays, _("Stray dots (mm)"), 4.0)
  description (_("How far in front of the hairline single dots lie"))
  value_range (0.0, 30.0)
  ui_range    (0.0, 15.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {hairline}")

#include "shared-light.h"

#include "shared-place.h"
