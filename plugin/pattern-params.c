/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pattern-params.h"

SmpTemplateParams
smp_pattern_params (const SmpPreset *pattern)
{
  return (SmpTemplateParams) {
    .area_cm2 = smp_preset_get_number (pattern, "area", 0.0),
    .temples_mm = smp_preset_get_number (pattern, "temples", 0.0),
    .front_mm = smp_preset_get_number (pattern, "front", 0.0),
    .width_mm = smp_preset_get_number (pattern, "width", 0.0),
    .crown_mm = smp_preset_get_number (pattern, "crown", 0.0),
    .thin = smp_preset_get_number (pattern, "thin", 0.0) / 100.0,
    .thin_width_mm = smp_preset_get_number (pattern, "thin-width", 0.0),
    .thin_length_mm = smp_preset_get_number (pattern, "thin-length", 0.0),
    .part_mm = smp_preset_get_number (pattern, "part", 0.0),
    .patches = smp_preset_get_number (pattern, "patches", 0.0),
    .patch_mm = smp_preset_get_number (pattern, "patch-size", 0.0),
    .edge_mm = smp_preset_get_number (pattern, "edge", 10.0),
    .irregularity_mm = smp_preset_get_number (pattern, "irregularity", 1.5)
  };
}
