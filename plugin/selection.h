/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selections and parts of an image. */

#ifndef SMP_SELECTION_H
#define SMP_SELECTION_H

#include <libgimp/gimp.h>

/* Part of the image, in its px. */
typedef struct
{
  gint x, y, width, height;
} SmpArea;

SmpArea       smp_area_of              (GimpLayer   *layer);

/* Whether area holds all that is selected. */
gboolean      smp_selection_is_within  (GimpImage   *image,
                                        SmpArea      area);

/* A name for what is selected now, to know it again; NULL: nothing.  g_free()
 * anchor: x, y of three places of the photo in px of the image, as in SmpPhoto.
 */
gchar *       smp_selection_name       (GimpImage    *image,
                                        const gdouble anchor[6]);

/* Whether two names are of the same selection.  GIMP's files change the values
 * of soft selections a little, so names from before and after a file was opened
 * are the same if they have the same bounds, give or take a few px; and names
 * from before and after a crop, a scale or a turn of the image if they have
 * them on the photo.
 */
gboolean      smp_selection_is_same    (GimpImage    *image,
                                        const gchar  *now,
                                        const gchar  *before);

/* Selects the larger of what is selected and item at each pixel. */
void          smp_selection_join       (GimpImage   *image,
                                        GimpItem    *item);

/* Keeps what is selected, for smp_selection_bring_back(); NULL: nothing is. */
GimpChannel * smp_selection_save       (GimpImage   *image);

/* Several things of GIMP change the selection or are changed by it: nothing is
 * selected in between.
 */
GimpChannel * smp_selection_put_away   (GimpImage   *image);

void          smp_selection_bring_back (GimpImage   *image,
                                        GimpChannel *selection);

#endif
