/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure plug-in-smp-hairline: draws a hairline as a path. */

#ifndef SMP_HAIRLINE_H
#define SMP_HAIRLINE_H

#include <libgimp/gimp.h>

#define SMP_HAIRLINE_PROCEDURE "plug-in-smp-hairline"

GimpProcedure * smp_hairline_create (GimpPlugIn *plug_in);

#endif
