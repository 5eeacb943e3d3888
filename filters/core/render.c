/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the dots near the rectangle draws each of them twice: at full
 * resolution, T, and on the halo's grid.  Dots arrive in one global order, a
 * pixel's product is therefore the same in any rectangle.
 */

#include "render.h"

#include "dots.h"
#include "footprint.h"
#include "pigment.h"
#include "scalar.h"

#define REFINEMENT_STRENGTH 0.6f  /* of the fourth session's dots */

typedef struct
{
  const SmpPlan *plan;
  double         x_min, y_min;    /* px box of centres that matter */
  double         x_max, y_max;
  SmpCover       cover;
  void          *data;
  SmpPlanes      image;
  SmpPlanes      grid;
  int            clear;           /* planes are set to 1 */
  int            count;
} Painter;

static void
clear_planes (SmpPlanes *planes)
{
  for (int i = 0; i < 3 * planes->width * planes->height; i++)
    planes->data[0][i] = 1.0f;
}

static void
draw (Painter *p, const SmpDot *dot, const SmpSpot *spot, float strength)
{
  const SmpPlan *plan = p->plan;
  SmpShape       shape;
  float          alpha[3];

  /* most rectangles of a photo have no dots: no memory is touched there */
  if (!p->clear)
    {
      clear_planes (&p->grid);
      if (plan->halo.factor > 1)
        clear_planes (&p->image);
      p->clear = 1;
    }

  smp_dot_shape (plan->params.seed, dot->id, plan->params.variation,
                 plan->params.dot_size_mm, &shape);
  smp_pigment_alpha (plan->pigment_density * shape.strength * strength,
                     plan->absorption[shape.shade], alpha);

  const double     m[4] = {
    spot->j[0] * shape.ellipse[0] + spot->j[1] * shape.ellipse[2],
    spot->j[0] * shape.ellipse[1] + spot->j[1] * shape.ellipse[3],
    spot->j[2] * shape.ellipse[0] + spot->j[3] * shape.ellipse[2],
    spot->j[2] * shape.ellipse[1] + spot->j[3] * shape.ellipse[3]
  };
  const SmpEllipse e = smp_ellipse_from_matrix (spot->x, spot->y, m,
                                                plan->softness[shape.shade]);
  const SmpEllipse reduced = smp_ellipse_reduce (e, plan->halo.factor);

  p->count += smp_footprint_draw (&reduced, alpha, &p->grid);
  if (plan->halo.factor > 1)
    smp_footprint_draw (&e, alpha, &p->image);
}

static void
visit (const SmpDot *dot, void *data)
{
  Painter       *p = data;
  const SmpPlan *plan = p->plan;
  SmpSpot        spot;
  double         dx, dy;

  smp_dot_jitter (plan->params.seed, dot->id, plan->params.variation,
                  &dx, &dy);
  if (!smp_chart_to_px (&plan->chart, dot->x_mm + dx, dot->y_mm + dy, &spot)
      || !(spot.x >= p->x_min && spot.x < p->x_max
           && spot.y >= p->y_min && spot.y < p->y_max))
    return;

  float treatment = p->cover (p->data, smp_floor (spot.x), smp_floor (spot.y));

  treatment = treatment < 1.0f ? treatment : treatment >= 1.0f ? 1.0f : 0.0f;

  const float here = treatment * (float) spot.area;

  if (dot->density_cm2 < plan->session_density * here)
    draw (p, dot, &spot,
          dot->density_cm2 < plan->params.density_cm2 * here
          ? 1.0f : REFINEMENT_STRENGTH);
}

static SmpPlanes
planes_in (float *memory, int x, int y, int width, int height)
{
  const int size = width * height;

  return (SmpPlanes) {
    { memory, memory + size, memory + 2 * size }, x, y, width, height, width
  };
}

/* The part of the grid that is the image, where both have the same pixels. */
static SmpPlanes
view (const SmpPlanes *grid, int x, int y, int width, int height)
{
  const int offset = (y - grid->y) * grid->stride + x - grid->x;

  return (SmpPlanes) {
    { grid->data[0] + offset, grid->data[1] + offset, grid->data[2] + offset },
    x, y, width, height, grid->stride
  };
}

int
smp_render (const SmpPlan *plan, int x, int y, int width, int height,
            SmpCover cover, void *data, SmpScratch *scratch,
            SmpPlanes *light)
{
  const int    reach = plan->reach_px;
  const double jitter = plan->jitter_mm;
  Painter      p = {
    .plan = plan, .cover = cover, .data = data,
    .x_min = (double) x - reach, .x_max = (double) x + width + reach,
    .y_min = (double) y - reach, .y_max = (double) y + height + reach
  };
  SmpBox       box = smp_chart_bounds (&plan->chart, p.x_min, p.y_min,
                                       p.x_max, p.y_max);
  int          gx, gy, gw, gh;

  smp_halo_span (&plan->halo, x, width, &gx, &gw);
  smp_halo_span (&plan->halo, y, height, &gy, &gh);
  p.grid = planes_in (scratch->image, gx, gy, gw, gh);
  if (plan->halo.factor == 1)
    p.image = view (&p.grid, x, y, width, height);
  else
    p.image = planes_in (scratch->image + 3 * gw * gh, x, y, width, height);

  box = (SmpBox) { box.x_min - jitter, box.y_min - jitter,
                   box.x_max + jitter, box.y_max + jitter };
  smp_dots_query (box, plan->query_density, plan->params.seed, visit, &p);

  if (p.count > 0)
    smp_halo_apply (&plan->halo, &p.grid, &p.image, scratch->blur);
  *light = p.image;
  return p.count;
}
