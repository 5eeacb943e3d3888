/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure plug-in-smp-scale. */

#ifndef SMP_SCALE_H
#define SMP_SCALE_H

#include <libgimp/gimp.h>

#define SMP_SCALE_PROCEDURE "plug-in-smp-scale"

GimpProcedure * smp_scale_create (GimpPlugIn *plug_in);

#endif
