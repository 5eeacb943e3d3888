/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A path as it lies on the scalp. */

#ifndef SMP_PATH_LINE_H
#define SMP_PATH_LINE_H

#include <math.h>
#include <stdbool.h>

#include "chart.h"
#include "path.h"

#define SMP_LINE_MAX 1024

typedef struct
{
  double x, y;
} SmpPoint;

/* Straight pieces in chart mm. */
typedef struct
{
  bool     closed;
  bool     inverted;      /* the treated side is what the outline does not
                             enclose */
  int      n;             /* points of the line; open: the first and the last
                             are 1e6 mm away; 0: there is no line */
  int      n_outline;     /* n, or one more to close an open line */
  int      first, last;   /* points between which it was drawn */
  SmpPoint p[SMP_LINE_MAX];
} SmpLine;

/* Points that are not finite, or repeat the one before, do not count, and
 * those beyond +-10 are moved there; a path left with fewer points than a line
 * needs is none.
 */
void smp_line_init (SmpLine        *line,
                    const SmpPath  *path,
                    const SmpChart *chart);

static inline double
smp_distance (SmpPoint a, SmpPoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/* Where the edge from a to b meets the row at y, if it does. */
static inline bool
smp_row_crosses (SmpPoint a, SmpPoint b, double y, double *x)
{
  if ((a.y <= y) == (b.y <= y))
    return false;
  *x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
  return true;
}

/* The even-odd rule for an outline of n points. */
static inline bool
smp_outline_encloses (const SmpPoint *outline, int n, SmpPoint place)
{
  bool   inside = false;
  double x;

  for (int i = 0; i < n; i++)
    if (smp_row_crosses (outline[i], outline[i + 1 < n ? i + 1 : 0], place.y,
                         &x)
        && x <= place.x)
      inside = !inside;
  return inside;
}

#endif
