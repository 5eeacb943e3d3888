/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog of plug-in-smp-pattern. */

#ifndef SMP_PATTERN_DIALOG_H
#define SMP_PATTERN_DIALOG_H

#include <libgimp/gimp.h>

#include "pattern-job.h"

/* Lets the artist change what is asked for, and shows it on the canvas, on a
 * treatment that is gone afterwards; FALSE: cancelled, or an error.
 */
gboolean smp_pattern_ask (GimpProcedure *procedure,
                          SmpPatternJob *job,
                          GError       **error);

#endif
