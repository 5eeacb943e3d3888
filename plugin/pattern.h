/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure plug-in-smp-pattern: begins a treatment with a pattern of hair
 * loss.
 */

#ifndef SMP_PATTERN_H
#define SMP_PATTERN_H

#include <libgimp/gimp.h>

#define SMP_PATTERN_PROCEDURE "plug-in-smp-pattern"

GimpProcedure * smp_pattern_create (GimpPlugIn *plug_in);

#endif
