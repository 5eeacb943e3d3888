/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lengths on a head that are known without a ruler. */

#ifndef SMP_SCALE_KNOWN_H
#define SMP_SCALE_KNOWN_H

#include <glib.h>

typedef struct
{
  const gchar *id;              /* as an argument */
  const gchar *name;            /* in a list; to be translated, as */
  const gchar *assumed;         /* what is assumed, whole sentences */
  gdouble      mm;              /* 0: the artist gives it */
  gdouble      spread_mm;       /* standard deviation among people */
} SmpKnown;

extern const SmpKnown smp_known[];
extern const guint    smp_known_count;

/* The error to expect in %, of a known length that is so many px long and has
 * its ends marked within a px each.
 */
gdouble smp_known_error         (const SmpKnown *known,
                                 gdouble         px);

/* The part of it that comes from marking the ends. */
gdouble smp_known_marking_error (gdouble         px);

#endif
