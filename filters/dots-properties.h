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

enum_start (smp_dots_fading)
  enum_value (SMP_DOTS_FADING_CAREFUL, "careful",
              N_("Careful (sun cream, 8 % a year)"))
  enum_value (SMP_DOTS_FADING_TYPICAL, "typical", N_("Typical (12 % a year)"))
  enum_value (SMP_DOTS_FADING_SUNNY, "sunny",
              N_("Sun or oily skin (20 % a year)"))
  enum_value (SMP_DOTS_FADING_TEMPORARY, "temporary",
              N_("Temporary SMP (60 % a year)"))
enum_end (SmpDotsFading)

enum_start (smp_dots_result)
  enum_value (SMP_DOTS_RESULT_PHOTO, "photo", N_("Treated photo"))
  enum_value (SMP_DOTS_RESULT_LAYER, "layer", N_("Pigment layer (mode Normal)"))
  enum_value (SMP_DOTS_RESULT_MULTIPLY, "multiply",
              N_("Pigment layer (mode Multiply)"))
enum_end (SmpDotsResult)

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

property_double (variation, _("Variation"), 0.5)
  description (_("How much dots vary in size, angle, depth, strength and "
                 "place: 0 machine-like, 0.5 careful work"))
  value_range (0.0, 1.0)
  ui_meta     ("visible", "page {dots}")

property_color (pigment, _("Pigment"), "#2b211c")
  description (_("Hue of the pigment; how dark it is comes from the dilution"))
  ui_meta     ("visible", "page {dots}")

property_double (dilution, _("Dilution (parts water)"), 9.0)
  description (_("Parts of water to one part of pigment: 4 is black, 9 dark, "
                 "20 and more are for light hair"))
  value_range (3.0, 40.0)
  ui_range    (4.0, 30.0)
  ui_digits   (1)
  ui_meta     ("visible", "page {dots}")

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

property_int (session, _("Session"), 3)
  description (_("Dots laid so far: 30, 70 and 100 % after sessions 1 to 3, "
                 "the first in a lighter shade; 4 adds a diffuse refinement"))
  value_range (1, 4)
  ui_meta     ("visible", "page {dots}")

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

property_enum (fading, _("Fading"), SmpDotsFading, smp_dots_fading,
               SMP_DOTS_FADING_TYPICAL)
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

property_double (px_per_mm, _("Scale (pixels per mm)"), 0.0)
  description (_("Pixels of the photo per mm of scalp; 0 takes the layer, or "
                 "the selected part of it, as 230 mm wide"))
  value_range (0.0, 200.0)
  ui_range    (1.0, 30.0)
  ui_digits   (2)
  ui_meta     ("visible", "page {place}")

property_boolean (curvature, _("Head curvature"), FALSE)
  description (_("Dots follow the curve of the head: closer and narrower "
                 "towards its outline"))
  ui_meta     ("visible", "page {place}")

property_double (head_x, _("Head centre X"), 0.5)
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "x")
  ui_meta     ("visible", "page {place} & curvature")

property_double (head_y, _("Head centre Y"), 0.5)
  value_range (-1.0, 2.0)
  ui_range    (0.0, 1.0)
  ui_meta     ("unit", "relative-coordinate")
  ui_meta     ("axis", "y")
  ui_meta     ("visible", "page {place} & curvature")

property_double (head_width, _("Head width (mm)"), 155.0)
  description (_("Width of the head's outline in the photo"))
  value_range (20.0, 1000.0)
  ui_range    (100.0, 250.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {place} & curvature")

property_double (head_height, _("Head height (mm)"), 200.0)
  description (_("Height of the head's outline in the photo"))
  value_range (20.0, 1000.0)
  ui_range    (100.0, 300.0)
  ui_digits   (0)
  ui_meta     ("visible", "page {place} & curvature")

property_double (head_angle, _("Head angle"), 0.0)
  description (_("How far the head leans over, clockwise"))
  value_range (-180.0, 180.0)
  ui_meta     ("unit", "degree")
  ui_meta     ("direction", "cw")
  ui_meta     ("visible", "page {place} & curvature")

/* not "output": that is the pad, and GIMP's dialogs lose such a property */
property_enum (result, _("Result"), SmpDotsResult, smp_dots_result,
               SMP_DOTS_RESULT_PHOTO)
  description (_("The treated photo, or the pigment alone as a layer over it"))
  ui_meta     ("visible", "page {place}")

property_seed (seed, _("Random seed"), rand)
  description (_("The same seed gives the same dots, another one a new scalp"))

property_string (frame, _("Frame"), "")
  description (_("Affine map from image pixels to the photo as it was when its "
                 "treatment began, 0 to 1 on both axes: a b c d e f for "
                 "X = a x + b y + c, Y = d x + e y + f, then its height / "
                 "width if pixels are not square; empty: the layer"))
  ui_meta     ("visible", "0")
