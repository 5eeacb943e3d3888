/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values that filters keep as text: frames and lines. */

#ifndef SMP_PARSE_H
#define SMP_PARSE_H

#include <gegl.h>

#include "core/chart.h"
#include "core/path.h"

/* The frame a filter works in: text (see the property "frame") or, when that is
 * empty, the box of its input.  False: text is not a frame, frame is the box.
 */
gboolean smp_frame_parse (const gchar         *text,
                          const GeglRectangle *box,
                          SmpFrame            *frame);

/* A line, "x,y x,y ..." with "closed" as the last word when it is an outline;
 * an empty text is no line.  False: text is neither, or has more points than
 * SMP_PATH_MAX; path is none.  path is cleared first, byte by byte.
 */
gboolean smp_path_parse  (const gchar         *text,
                          SmpPath             *path);

#endif
