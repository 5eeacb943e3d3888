/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text of the parasite "smp-photo".  For photo.c only. */

#ifndef SMP_PHOTO_FILE_H
#define SMP_PHOTO_FILE_H

#include "photo.h"

/* Sets what text names, the rest stays as it is; FALSE: it is not sound, and
 * photo is half set.
 */
gboolean smp_photo_read  (SmpPhoto       *photo,
                          const gchar    *text,
                          gsize           size);

/* g_free() */
gchar *  smp_photo_write (const SmpPhoto *photo,
                          gsize          *size);

/* px², negative where the frame was flipped. */
gdouble  smp_photo_area  (const gdouble   anchor[6]);

#endif
