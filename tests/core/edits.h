/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The photo of lines.h after edits in which the skin stays the same. */

#ifndef SMP_TEST_EDITS_H
#define SMP_TEST_EDITS_H

#include "hairline.h"
#include "lines.h"
#include "smp-test.h"

#define EDITS 4

typedef struct
{
  const char *what;
  SmpFrame    frame;
  double      scale;
} Edit;

static const Edit edits[EDITS] = {
  { "crop", { 1 / W, 0, 700 / W, 0, 1 / H, 300 / H, H / W }, 1 },
  { "scale", { 2 / W, 0, 0, 0, 2 / H, 0, H / W }, 0.5 },
  { "rotate", { 0, 1 / W, 0, -1 / H, 0, 1, H / W }, 1 },
  { "flip", { -1 / W, 0, 1, 0, 1 / H, 0, H / W }, 1 },
};

static inline SmpChart
edited_chart (const Edit *edit, const SmpHead *head)
{
  SmpChart chart;

  smp_chart_init (&chart, &edit->frame, head, PPM * edit->scale);
  return chart;
}

/* What something laid on a chart says of a place there. */
typedef SmpEdge (*EdgeAt) (const void *laid, double u_mm, double v_mm);

/* Laid on the charts before and after an edit it says the same of the skin. */
static inline void
check_edit (const Edit *edit, const SmpHead *head, EdgeAt at,
            const void *before, const void *after)
{
  const SmpFrame frame = smp_frame_from_box (0, 0, W, H);
  const SmpChart new = edited_chart (edit, head);
  SmpChart       old;

  smp_chart_init (&old, &frame, head, PPM);
  for (double x = 0.25; x < 0.75; x += 0.013)
    for (double y = 0.1; y < 0.8; y += 0.017)
      {
        double u, v, p, q;

        smp_chart_from_frame (&old, x, y, &u, &v);
        smp_chart_from_frame (&new, x, y, &p, &q);

        const SmpEdge a = at (before, u, v), b = at (after, p, q);

        CHECK_NEAR (a.density, b.density, 1e-3, "%s", edit->what);
        CHECK_NEAR (a.water, b.water, 6e-3, "%s", edit->what);
        CHECK_NEAR (a.size, b.size, 1e-3, "%s", edit->what);
      }
}

#endif
