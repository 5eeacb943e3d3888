/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws a plan: the light that reaches the eye from a rectangle of the image.
 */

#ifndef SMP_RENDER_H
#define SMP_RENDER_H

#include <stdbool.h>

#include "plan.h"

#define SMP_CELL     256          /* px; the longest side of a rectangle */
#define SMP_GRID_MAX 176          /* of the halo's grid, where it is coarser */
#define SMP_SCAR_ROW 252          /* px; longest row of the image with a scar */
#define SMP_RED_MAX  84           /* of the redness' grid */

/* Working memory of one thread, of no meaning between calls. */
typedef struct
{
  union
  {
    float image[3 * SMP_ROW_MAX * SMP_ROW_MAX];
    struct
    {
      float       small[3 * SMP_SCAR_ROW * SMP_SCAR_ROW];
      SmpScarGrid scar;           /* beside the image of a small rectangle */
    };
  };
  union
  {
    struct
    {
      float grid[3 * SMP_GRID_MAX * SMP_GRID_MAX];
      float red[3 * SMP_RED_MAX * SMP_RED_MAX];
      union
      {
        float       blur[SMP_ROW_MAX * SMP_ROW_MAX];
        SmpSkinGrid skin;         /* for what follows the rendering */
      };
    };
    SmpScarWork work;             /* before it, and after the skin's use */
  };
} SmpScratch;

_Static_assert (sizeof (SmpScratch) <= 9 << 19, "4.5 MB for a thread");

/* Treatment 0..1 at image pixel (x, y), 0 outside the image; NaN counts as 0,
 * more than 1 as 1.
 */
typedef float (*SmpCover) (void *data,
                           int   x,
                           int   y);

/* The photo under a treatment. */
typedef struct
{
  SmpCover    cover;
  SmpPhotoRow row;                /* NULL: not known */
  SmpRect     bounds;             /* of what row can be asked for */
  void       *data;               /* of both */
  const SmpScarGrid *scar;        /* instead of cover; NULL: no scar filter */
} SmpSource;

/* Makes G, the light left in each channel (0..1, 1 = skin without pigment; dry
 * flakes may have a little more), for width x height pixels at (x, y), both at
 * most SMP_CELL.  The planes lie in scratch->image.  Asks source within
 * plan->reach_px of the rectangle.  Returns the number of dots that take part;
 * at 0 the planes are not set: G is 1.
 * Any rectangle gives the same bits for the same pixel.
 */
int smp_render (const SmpPlan   *plan,
                int              x,
                int              y,
                int              width,
                int              height,
                const SmpSource *source,
                SmpScratch      *scratch,
                SmpPlanes       *light);

/* Prepares scratch for smp_render_scar() in a rectangle whose sides are at most
 * plan->scar.fit, until the scratch is used for anything else.  near: 0 when no
 * scar area lies within plan->scar.tone_reach of it.
 */
void smp_render_read_scar (const SmpPlan   *plan,
                           SmpRect          rect,
                           const SmpSource *source,
                           int              near,
                           SmpScratch      *scratch);

/* smp_render() with the scar filter: G also holds what the skin of the scar
 * becomes and shine and hair of the photo have been heeded.  The rectangle is
 * part of the one prepared, its sides at most plan->scar.rect; near as there,
 * but of this one.  At 0 the planes are not set: G is 1.
 */
int smp_render_scar (const SmpPlan   *plan,
                     SmpRect          rect,
                     const SmpSource *source,
                     int              near,
                     SmpScratch      *scratch,
                     SmpPlanes       *light);

#endif
