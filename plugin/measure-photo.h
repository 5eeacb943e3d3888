/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the photo tells of its camera and of the skin. */

#ifndef SMP_MEASURE_PHOTO_H
#define SMP_MEASURE_PHOTO_H

#include <libgimp/gimp.h>

#include "line.h"
#include "photo.h"
#include "treatment.h"

/* Sets sharpness, grain and skin as seen in a layer, where its mask treats it,
 * within the line if that is closed.
 */
void smp_measure_photo (SmpPhoto      *photo,
                        GimpLayer     *layer,
                        const SmpLine *line);

/* The same where a treatment has a copy of the photo whose pixels are other
 * ones than when they were measured.  Of a scar the skin stays as it was known.
 */
void smp_measure_again (SmpPhoto           *photo,
                        const SmpTreatment *treatment,
                        GimpImage          *image);

#endif
