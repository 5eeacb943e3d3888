/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A path along a scar, or around it. */

#ifndef SMP_SCAR_PATH_H
#define SMP_SCAR_PATH_H

#include <libgimp/gimp.h>

#include "photo.h"

typedef struct
{
  GimpPath *path;               /* NULL: none */
  gdouble   width_mm;           /* of the scar; 0: the path goes around it */
  gchar    *key;                /* where it lies on the skin, and its width */
} SmpScarPath;

void          smp_scar_path_clear (SmpScarPath    *path);

/* FALSE and an error that says what to do when there is no such path, it is of
 * no use, or the scar too wide at the photo's scale to be drawn along it.
 */
gboolean      smp_scar_path_find  (SmpScarPath    *path,
                                   GimpImage      *image,
                                   const SmpPhoto *photo,
                                   const gchar    *name,
                                   gdouble         width_mm,
                                   GError        **error);

/* A name to begin with: that of the selected path that may well have been drawn
 * along a scar; NULL: there is none.  g_free()
 */
gchar *       smp_scar_path_guess (GimpImage      *image,
                                   const SmpPhoto *photo);

/* The width in mm that a key has; 0: none. */
gdouble       smp_scar_path_width (const gchar    *key);

/* Whether key is of the line that last is of, and less wide. */
gboolean      smp_scar_path_is_narrower (const gchar *key,
                                         const gchar *last);

/* A channel that is white in the scar, never all black, to be removed; nothing
 * may be selected.
 */
GimpChannel * smp_scar_path_draw  (const SmpScarPath *path,
                                   GimpImage      *image,
                                   const SmpPhoto *photo);

#endif
