/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What may be read of a photo: all of it, within reach of what was asked for. */

#ifndef SMP_ASKED_H
#define SMP_ASKED_H

#include "skin.h"
#include "smp-test.h"

/* A rectangle, and px around it. */
typedef struct
{
  SmpRect rect;
  int     reach;
} Asked;

/* Checks a read of n px from (x, y) of a photo that is so large. */
static inline void
check_asked (const Asked *asked, SmpRect photo, int x, int y, int n)
{
  const SmpRect *r = &asked->rect;
  const int      reach = asked->reach;

  CHECK (n > 0 && n <= SMP_SKIN_SPAN, "%d px", n);
  CHECK (x >= photo.x && x + n <= photo.x + photo.width && y >= photo.y
         && y < photo.y + photo.height, "inside the photo");
  CHECK (x >= r->x - reach && x + n <= r->x + r->width + reach
         && y >= r->y - reach && y < r->y + r->height + reach, "within reach");
}

#endif
