/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog of Set Scale. */

#ifndef SMP_SCALE_DIALOG_H
#define SMP_SCALE_DIALOG_H

#include "scale-job.h"

typedef enum
{
  SMP_SCALE_OK,
  SMP_SCALE_CANCEL,
  SMP_SCALE_NOTHING           /* to measure: there is an error */
} SmpScaleAnswer;

/* Asks for one of the lengths that are there and what it is on the head, and
 * says what that means.
 */
SmpScaleAnswer smp_scale_ask (GimpProcedure  *procedure,
                              SmpScaleJob    *job,
                              GError        **error);

#endif
