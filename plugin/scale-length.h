/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lengths that the artist has marked in the image, in px. */

#ifndef SMP_SCALE_LENGTH_H
#define SMP_SCALE_LENGTH_H

#include <libgimp/gimp.h>

#include "photo.h"

typedef enum
{
  SMP_LENGTH_AUTO,            /* the first of the others that is there */
  SMP_LENGTH_PATH,            /* one straight piece, from end to end */
  SMP_LENGTH_GUIDES,          /* between two of one direction */
  SMP_LENGTH_SELECTION        /* its width */
} SmpLengthKind;

typedef struct
{
  SmpLengthKind kind;         /* never SMP_LENGTH_AUTO */
  gchar        *path;         /* its name, owned; NULL: no path */
  gdouble       x1, y1;       /* ends, px of the image */
  gdouble       x2, y2;
} SmpLength;

/* Ids of the kinds, as arguments and return values. */
extern const gchar *const smp_length_id[];

void     smp_length_clear (SmpLength      *length);

/* Reads what is to be measured.  path: the name of a path, or "" for the
 * selected or only one.  FALSE and an error that says what to do when it is not
 * there or has no length; length is then not set.
 */
gboolean smp_length_find  (SmpLength      *length,
                           GimpImage      *image,
                           SmpLengthKind   kind,
                           const gchar    *path,
                           GError        **error);

/* All that can be measured: SmpLength, g_array_unref(). */
GArray * smp_length_all   (GimpImage      *image);

/* For the artist: "Path “Eyes”, 306.8 pixels".  g_free() */
gchar *  smp_length_name  (const SmpLength *length);

gdouble  smp_length_px    (const SmpLength *length);

/* The same in px of the frame, where the photo is not distorted. */
gdouble  smp_length_frame_px (const SmpLength *length,
                              const SmpPhoto  *photo);

#endif
