/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that all our operations share: scale, head and result. */

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
smp_property_enum (result, _("Result"), SmpOpResult, smp_op_result,
                   SMP_OP_RESULT_PHOTO)
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
