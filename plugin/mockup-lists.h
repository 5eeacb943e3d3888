/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the dialog of the mock-up lets choose from lists: presets, hairline. */

#ifndef SMP_MOCKUP_LISTS_H
#define SMP_MOCKUP_LISTS_H

#include <libgimp/gimpui.h>

#include "mockup-job.h"

/* A grid of labels and lists that change job's config. */
GtkWidget * smp_mockup_lists_new (SmpMockupJob *job);

#endif
