/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a pattern preset says, for the core. */

#ifndef SMP_PATTERN_PARAMS_H
#define SMP_PATTERN_PARAMS_H

#include "presets.h"
#include "template.h"

SmpTemplateParams smp_pattern_params (const SmpPreset *pattern);

#endif
