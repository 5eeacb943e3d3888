/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the artist marks on the client's face: a path of two points on the
 * pupils, or on the brows above them, and if wished a third on the midline of
 * the face: the glabella between the brows, or anywhere from the tip of the
 * nose to the chin.
 */

#ifndef SMP_HAIRLINE_POINTS_H
#define SMP_HAIRLINE_POINTS_H

#include <libgimp/gimp.h>

#include "forehead.h"

typedef enum
{
  SMP_POINTS_PUPILS,
  SMP_POINTS_BROWS
} SmpPointsKind;

typedef struct
{
  SmpPoint point[3];            /* px of the image */
  guint    n;                   /* 2 or 3 */
} SmpPoints;

/* Names of the paths of two or three points, the selected one first:
 * g_strfreev().
 */
gchar ** smp_points_names (GimpImage      *image);

/* FALSE and an error: no such path, too few or too many points, outside of the
 * image, at one place.
 */
gboolean smp_points_read  (SmpPoints      *points,
                           GimpImage      *image,
                           const gchar    *name,
                           GError        **error);

/* px between the two of the pair. */
gdouble  smp_points_apart (const SmpPoints *points);

/* Sets glabella and up of a forehead, of which the rest is known.  A third
 * point less than 40 mm from the middle of the pair is the glabella, else the
 * chin, nose or lips; chin_mm gets the distance from there to the glabella,
 * or 0.
 */
void     smp_points_place (const SmpPoints *points,
                           SmpPointsKind    kind,
                           SmpForehead     *forehead,
                           gdouble         *chin_mm);

#endif
