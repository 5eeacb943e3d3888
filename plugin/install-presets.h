/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The procedure plug-in-smp-install-presets: puts our looks into the Presets
 * list of SMP Dots.
 */

#ifndef SMP_INSTALL_PRESETS_H
#define SMP_INSTALL_PRESETS_H

#include <libgimp/gimp.h>

#define SMP_INSTALL_PRESETS_PROCEDURE "plug-in-smp-install-presets"

GimpProcedure * smp_install_presets_create (GimpPlugIn *plug_in);

#endif
