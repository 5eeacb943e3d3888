/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the photo tells of its camera and of the skin. */

#ifndef SMP_MEASURE_PHOTO_H
#define SMP_MEASURE_PHOTO_H

#include <libgimp/gimp.h>

#include "line.h"
#include "photo.h"

/* Sets sharpness, grain and skin as seen in a layer, where its mask treats it,
 * within the line if that is closed.
 */
void smp_measure_photo (SmpPhoto      *photo,
                        GimpLayer     *layer,
                        const SmpLine *line);

#endif
