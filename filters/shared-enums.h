/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Choices that all our operations share.  Each of them defines, before this,
 *
 *   SmpOpFading, smp_op_fading, SmpOpResult, smp_op_result
 *
 * as names of its own, because types of enums are known all over GIMP.  Read
 * several times by gegl-op.h, as are the rows in shared-*.h: no guard.
 */

/* gegl-op.h's macros, their arguments expanded first */
#define smp_enum_start(name)   enum_start (name)
#define smp_enum_end(type)     enum_end (type)
#define smp_property_enum(...) property_enum (__VA_ARGS__)

smp_enum_start (smp_op_fading)
  enum_value (SMP_OP_FADING_CAREFUL, "careful",
              N_("Careful (sun cream, 8 % a year)"))
  enum_value (SMP_OP_FADING_TYPICAL, "typical", N_("Typical (12 % a year)"))
  enum_value (SMP_OP_FADING_SUNNY, "sunny",
              N_("Sun or oily skin (20 % a year)"))
  enum_value (SMP_OP_FADING_TEMPORARY, "temporary",
              N_("Temporary SMP (60 % a year)"))
smp_enum_end (SmpOpFading)

smp_enum_start (smp_op_result)
  enum_value (SMP_OP_RESULT_PHOTO, "photo", N_("Treated photo"))
  enum_value (SMP_OP_RESULT_LAYER, "layer", N_("Pigment layer (mode Normal)"))
  enum_value (SMP_OP_RESULT_MULTIPLY, "multiply",
              N_("Pigment layer (mode Multiply)"))
smp_enum_end (SmpOpResult)
