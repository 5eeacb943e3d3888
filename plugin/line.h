/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The front of the hair: a line in the image, and its text in the frame. */

#ifndef SMP_LINE_H
#define SMP_LINE_H

#include <libgimp/gimp.h>

#include "cover.h"
#include "photo.h"
#include "selection.h"

/* Stands for the treated area, where a path is asked for. */
#define SMP_MOCKUP_OUTLINE "selection"

typedef struct
{
  GArray  *points;              /* SmpPoint, px of the image; NULL: no line */
  gboolean closed;
  gint     anchors;             /* that the artist has set */
  gboolean designed;            /* by plug-in-smp-hairline: it turns around the
                                   face, the scalp lies outside of the turn */
} SmpLine;

void     smp_line_clear    (SmpLine        *line);

/* Marks a path as designed; the mark stays when the path is edited. */
void     smp_line_mark_designed (GimpPath  *path);

/* Names of the paths that lines can be taken from: g_strfreev(). */
gchar ** smp_line_names    (GimpImage      *image);

/* The name of a closed one, best the selected; NULL: there is none. */
gchar *  smp_line_closed_name (GimpImage   *image);

/* The name of a designed one, best the selected; NULL: there is none. */
gchar *  smp_line_designed_name (GimpImage *image);

/* The first stroke of the path of this name that is a line.  FALSE and an error
 * when there is no such path, which lists those that are there, or no line to
 * be seen in it.
 */
gboolean smp_line_of_path  (SmpLine        *line,
                            GimpImage      *image,
                            const gchar    *name,
                            GError        **error);

/* Within the image. */
SmpArea  smp_line_area     (const SmpLine  *line,
                            GimpImage      *image,
                            gdouble         margin_px);

/* The value of the filter's property "hairline", of SMP_PATH_MAX points at
 * most.  Open lines get the covered area on their left; cover is not looked at
 * for closed ones.  g_free()
 */
gchar *  smp_line_to_text  (const SmpLine  *line,
                            const SmpPhoto *photo,
                            const SmpCover *cover);

#endif
