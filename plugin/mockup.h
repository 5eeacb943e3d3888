/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure plug-in-smp-mockup: shows SMP on the client's photo. */

#ifndef SMP_MOCKUP_H
#define SMP_MOCKUP_H

#include <libgimp/gimp.h>

#define SMP_MOCKUP_PROCEDURE "plug-in-smp-mockup"

GimpProcedure * smp_mockup_create (GimpPlugIn *plug_in);

#endif
