/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the dots near the rectangle draws each of them twice: at full
 * resolution, T, and on the halo's grid.  While skin is red, bells around them
 * are drawn on a third grid.  Dots arrive in one global order, a pixel's
 * product is therefore the same in any rectangle.
 *
 * Then, in the order of nature: light scattered in the skin, redness, flakes on
 * the skin, the camera.
 */

#include "render.h"

#include <math.h>
#include <stddef.h>

#include "dots.h"
#include "flake.h"
#include "footprint.h"
#include "ink.h"
#include "noise.h"
#include "scalar.h"

#define RED_PATCH_MM 24.0         /* redness varies in patches of half that */
#define RED_PATCHES  0.35f

typedef struct
{
  const SmpPlan   *plan;
  const SmpSource *source;
  double           x_min, y_min;  /* px box of centres that matter */
  double           x_max, y_max;
  SmpPlanes        image;
  SmpPlanes        grid;
  SmpPlanes        red;
  int              clear;         /* planes are set to 1 */
  int              count;
} Painter;

/* A dot that is there, and where. */
typedef struct
{
  double  x_mm, y_mm;             /* scalp */
  SmpSpot spot;
  SmpEdge edge;
  SmpScarSpot scar;
  float   asked;                  /* share of the density: of the gradient */
  float   here;                   /* and in all */
} Place;

static void
clear_planes (SmpPlanes *planes)
{
  for (int i = 0; i < 3 * planes->width * planes->height; i++)
    planes->data[0][i] = 1.0f;
}

/* Most rectangles of a photo have no dots: no memory is touched there. */
static void
clear (Painter *p)
{
  if (p->clear)
    return;
  clear_planes (&p->grid);
  if (p->plan->halo.factor > 1)
    clear_planes (&p->image);
  if (p->plan->healing.redness > 0.0f)
    clear_planes (&p->red);
  p->clear = 1;
}

/* The ellipse in px that skin's ellipse m (mm) is seen as. */
static SmpEllipse
seen (const SmpSpot *spot, const float m[4], float scale, float softness)
{
  const double a = m[0] * scale, b = m[1] * scale;
  const double c = m[2] * scale, d = m[3] * scale;
  const double px[4] = {
    spot->j[0] * a + spot->j[1] * c, spot->j[0] * b + spot->j[1] * d,
    spot->j[2] * a + spot->j[3] * c, spot->j[2] * b + spot->j[3] * d
  };

  return smp_ellipse_from_matrix (spot->x, spot->y, px, softness);
}

/* How far redness shows here. */
static float
red_visible (const Painter *p, const SmpSpot *spot)
{
  const SmpSource *source = p->source;
  const SmpRect   *b = &source->bounds;
  const int        x = smp_floor (spot->x), y = smp_floor (spot->y);
  float            luminance = p->plan->skin_luminance;
  float            rgba[4];

  if (luminance < 0.0f)
    {
      if (!source->row || x < b->x || x >= b->x + b->width
          || y < b->y || y >= b->y + b->height)
        return 1.0f;
      source->row (source->data, x, y, 1, rgba);
      luminance = 0.2126f * rgba[0] + 0.7152f * rgba[1] + 0.0722f * rgba[2];
    }
  return smp_redness_visible (luminance);
}

static void
draw_redness (Painter *p, const Place *place, const SmpShape *shape)
{
  const SmpPlan *plan = p->plan;
  const float    patch = smp_noise (plan->params.seed, SMP_SALT_SHAPE,
                                    place->x_mm, place->y_mm, RED_PATCH_MM);
  const float    red = red_visible (p, &place->spot)
                       * (1.0f + RED_PATCHES * patch);
  const float    bell[4] = { SMP_BELL_MM, 0.0f, 0.0f, SMP_BELL_MM };
  const float    radius = sqrtf (smp_shape_radius2 (shape))
                          * plan->healing.size + SMP_RING_MM;
  const float    ring[4] = { radius, 0.0f, 0.0f, radius };
  float          flare_alpha[3], ring_alpha[3];

  if (!(red > 0.0f))
    return;
  for (int c = 0; c < 3; c++)
    {
      flare_alpha[c] = plan->flare_alpha[c] * red;
      ring_alpha[c] = plan->ring_alpha[c] * red;
    }

  const SmpEllipse wide = smp_ellipse_reduce (seen (&place->spot, bell, 1.0f,
                                                    1.0f),
                                              plan->flare.factor);
  const SmpEllipse close = smp_ellipse_reduce (seen (&place->spot, ring, 1.0f,
                                                     1.0f),
                                               plan->halo.factor);

  p->count += smp_footprint_draw (&wide, flare_alpha, &p->red);
  p->count += smp_footprint_draw (&close, ring_alpha, &p->grid);
}

static void
draw (Painter *p, uint64_t id, const Place *place, int session)
{
  const SmpPlan *plan = p->plan;
  SmpShape       shape;
  SmpInkLayer    layer[2];

  clear (p);
  smp_dot_shape (plan->params.seed, id, plan->params.variation,
                 plan->params.dot_size_mm, &shape);

  const int n = smp_ink_layers (plan, id, place->x_mm, place->y_mm, &shape,
                                &place->edge,
                                p->source->scar ? &place->scar : NULL,
                                session, layer);

  for (int i = 0; i < n; i++)
    {
      const SmpEllipse e = seen (&place->spot, shape.ellipse, layer[i].scale,
                                 layer[i].softness);
      const SmpEllipse reduced = smp_ellipse_reduce (e, plan->halo.factor);

      p->count += smp_footprint_draw (&reduced, layer[i].alpha, &p->grid);
      if (plan->halo.factor > 1)
        smp_footprint_draw (&e, layer[i].alpha, &p->image);
    }
  if (plan->healing.redness > 0.0f && session == plan->params.session - 1)
    draw_redness (p, place, &shape);
}

static float
treat (const Painter *p, const SmpSpot *spot, SmpScarSpot *scar)
{
  const SmpSource *source = p->source;
  float            treatment;

  if (source->scar)
    {
      smp_scar_at (&p->plan->scar, source->scar, spot->x, spot->y, scar);
      return scar->treatment;
    }
  treatment = source->cover (source->data, smp_floor (spot->x),
                             smp_floor (spot->y));
  return treatment < 1.0f ? treatment : treatment >= 1.0f ? 1.0f : 0.0f;
}

/* Whether something at (x, y) mm of the scalp matters, and how much of it is
 * there.
 */
static int
find (const Painter *p, double x_mm, double y_mm, Place *place)
{
  const SmpPlan *plan = p->plan;
  SmpSpot       *spot = &place->spot;

  if (!smp_chart_to_px (&plan->chart, x_mm, y_mm, spot)
      || !(spot->x >= p->x_min && spot->x < p->x_max
           && spot->y >= p->y_min && spot->y < p->y_max))
    return 0;

  const SmpEdge gradient = smp_gradient_at (&plan->gradient, x_mm, y_mm);

  if (!(gradient.density > 0.0f))
    return 0;

  const float treatment = treat (p, spot, &place->scar);

  if (!(treatment > 0.0f))
    return 0;
  place->x_mm = x_mm;
  place->y_mm = y_mm;
  place->edge = smp_hairline_at (&plan->hairline, x_mm, y_mm);
  place->edge.density *= gradient.density;
  place->edge.water += gradient.water;
  place->edge.size *= gradient.size;
  if (p->source->scar)
    place->edge.size *= place->scar.size;
  place->asked = gradient.density;
  place->here = treatment * place->edge.density * (float) spot->area;
  return place->here > 0.0f;
}

static void
visit (const SmpDot *dot, void *data)
{
  Painter       *p = data;
  const SmpPlan *plan = p->plan;
  Place          place;
  double         dx, dy;

  smp_dot_jitter (plan->params.seed, dot->id, dot->density_cm2,
                  plan->params.variation, &dx, &dy);
  if (find (p, dot->x_mm + dx, dot->y_mm + dy, &place)
      && dot->density_cm2 < plan->session_density * place.here)
    draw (p, dot->id, &place,
          smp_plan_session (plan, dot->density_cm2 / place.asked));
}

static void
visit_flake (const SmpDot *dot, void *data)
{
  Painter *p = data;
  Place    place;

  if (find (p, dot->x_mm, dot->y_mm, &place)
      && dot->density_cm2 < smp_flake_density (p->plan) * place.here)
    p->count += smp_flake_draw (p->plan, dot, &place.spot, &p->image);
}

static SmpPlanes
planes_in (float *memory, int x, int y, int width, int height)
{
  const int size = width * height;

  return (SmpPlanes) {
    { memory, memory + size, memory + 2 * size }, x, y, width, height, width
  };
}

static SmpPlanes
grid_in (float *memory, const SmpHalo *halo, SmpRect rect)
{
  int x, y, width, height;

  smp_halo_span (halo, rect.x, rect.width, &x, &width);
  smp_halo_span (halo, rect.y, rect.height, &y, &height);
  return planes_in (memory, x, y, width, height);
}

/* The part of planes that is rect. */
static SmpPlanes
view (const SmpPlanes *planes, SmpRect rect)
{
  const int offset = (rect.y - planes->y) * planes->stride + rect.x - planes->x;

  return (SmpPlanes) {
    { planes->data[0] + offset, planes->data[1] + offset,
      planes->data[2] + offset },
    rect.x, rect.y, rect.width, rect.height, planes->stride
  };
}

static SmpRect
grow (SmpRect rect, int n)
{
  return (SmpRect) { rect.x - n, rect.y - n,
                     rect.width + 2 * n, rect.height + 2 * n };
}

/* Everything after the pigment itself; each only where it is in reach. */
static void
finish (Painter *p, SmpBox box, SmpScratch *scratch)
{
  const SmpPlan *plan = p->plan;

  if (p->count > 0)
    {
      smp_halo_apply (&plan->halo, &p->grid, &p->image, scratch->blur);
      if (plan->healing.redness > 0.0f)
        smp_halo_apply (&plan->flare, &p->red, &p->image, scratch->blur);
    }
  if (plan->healing.flakes > 0.0f)
    {
      clear (p);
      smp_dots_query (box, smp_flake_density (plan)
                           * (float) smp_chart_area_max (&plan->chart),
                      smp_flake_seed (plan), visit_flake, p);
    }
  if (p->count > 0)
    smp_camera_expose (&plan->camera, &p->image, scratch->blur);
}

int
smp_render (const SmpPlan *plan, int x, int y, int width, int height,
            const SmpSource *source, SmpScratch *scratch, SmpPlanes *light)
{
  const SmpRect rect = { x, y, width, height };
  const SmpRect exposed = grow (rect, smp_camera_reach (&plan->camera));
  const SmpRect reached = grow (exposed, plan->dot_reach_px);
  const double  jitter = plan->jitter_mm;
  Painter       p = {
    .plan = plan, .source = source,
    .x_min = reached.x, .x_max = (double) reached.x + reached.width,
    .y_min = reached.y, .y_max = (double) reached.y + reached.height
  };
  SmpBox        box = smp_chart_bounds (&plan->chart, p.x_min, p.y_min,
                                        p.x_max, p.y_max);

  if (plan->halo.factor == 1)
    {
      p.grid = grid_in (scratch->image, &plan->halo, exposed);
      p.image = view (&p.grid, exposed);
    }
  else
    {
      p.grid = grid_in (scratch->grid, &plan->halo, exposed);
      p.image = planes_in (scratch->image, exposed.x, exposed.y,
                           exposed.width, exposed.height);
    }
  p.red = grid_in (scratch->red, &plan->flare, exposed);

  box = (SmpBox) { box.x_min - jitter, box.y_min - jitter,
                   box.x_max + jitter, box.y_max + jitter };
  smp_dots_query (box, plan->query_density, plan->params.seed, visit, &p);

  finish (&p, box, scratch);
  *light = view (&p.image, rect);
  return p.count;
}
