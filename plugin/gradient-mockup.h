/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure that makes or changes a gradient of dots. */

#ifndef SMP_GRADIENT_MOCKUP_H
#define SMP_GRADIENT_MOCKUP_H

#include <libgimp/gimp.h>

#define SMP_GRADIENT_PROCEDURE "plug-in-smp-gradient"

GimpProcedure * smp_gradient_create (GimpPlugIn *plug_in);

#endif
