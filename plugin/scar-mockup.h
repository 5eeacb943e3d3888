/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure that makes or changes the treatment of scars. */

#ifndef SMP_SCAR_MOCKUP_H
#define SMP_SCAR_MOCKUP_H

#include <libgimp/gimp.h>

#define SMP_SCAR_PROCEDURE "plug-in-smp-scar"

GimpProcedure * smp_scar_create (GimpPlugIn *plug_in);

#endif
