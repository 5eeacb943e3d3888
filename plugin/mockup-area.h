/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a run of the mock-up lays dots: the treated area and its hairline. */

#ifndef SMP_MOCKUP_AREA_H
#define SMP_MOCKUP_AREA_H

#include "mockup-job.h"

/* Reads the path that is asked for as hairline.  One that is gone is no error
 * if its line is known.
 */
gboolean smp_mockup_read_line (SmpMockupJob  *job,
                               GError       **error);

/* Makes the treatment group, or adds what is selected to it; TRUE: there is
 * more to treat than before.
 */
gboolean smp_mockup_set_area  (SmpMockupJob  *job);

/* The hairline that is asked for becomes that of the photo; grown: the area is
 * not that of the last run.
 */
void     smp_mockup_set_line  (SmpMockupJob  *job,
                               gboolean       grown);

/* The hairline that is asked for; NULL: none. */
const gchar * smp_mockup_show_line (SmpMockupJob *job);

#endif
