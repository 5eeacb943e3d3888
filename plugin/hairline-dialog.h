/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog of plug-in-smp-hairline. */

#ifndef SMP_HAIRLINE_DIALOG_H
#define SMP_HAIRLINE_DIALOG_H

#include <libgimp/gimp.h>

#include "hairline-job.h"

/* Lets the artist change what is asked for, and shows it on the canvas; FALSE:
 * cancelled.
 */
gboolean smp_hairline_ask (GimpProcedure  *procedure,
                           SmpHairlineJob *job);

#endif
