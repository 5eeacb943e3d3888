/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scar is paler than the skin around it (a third to two thirds of its
 * melanin), or redder while young (two or three times its blood), shinier
 * (specular light x1.5 to 2) and smoother (texture x.3), and no hair grows on
 * it.  Levels are ln of linear light, in which pigment and shading add up:
 *
 *   out = in - mask (tone t + (1 - relief) e) + texture n
 *
 *   in    skin of the photo at a scale of .1 to .2 mm, hair left out
 *   t     the scar's mean difference, in - outside, near its border as far as
 *         there is one; e, the rest, is relief or, where much brighter, shine
 *   n     noise, in octaves, of the energy that the scar lacks
 *   mask  where a difference stands out from the skin's own mottling, so that
 *         skin painted over with a rough brush stays as it is
 *
 * "outside" is what skin around the area has, from near where there is some and
 * else from farther away, so it meets the skin at the area's border without a
 * step (the membrane of Poisson image editing, Perez 2003, in three windows).
 * Where little unpainted skin is in reach, it is what most of the painted skin
 * is, so that a line is found in however wide an area.
 *
 * Dots go on past the border with less and less density, or, where there is
 * stubble beside the scar, wherever light is lost less than it takes there.
 *
 * Everything slow lives on a grid of cells of about .6 mm fixed in absolute
 * pixels; every window starts from a cell's own place: a pixel's bits are the
 * same in any rectangle.
 */

#include "scar-grid.h"

#include "scalar.h"

enum { TONE, DOTS };            /* what values are asked for */

#define CELL_MM       0.40      /* cells are this large or up to twice that */
#define FINE_MM       0.19      /* cells of the tone's grid are no larger */
#define WIDE_MM       0.56      /* between smaller cells are two octaves */
#define SAMPLES       16        /* of a cell on each axis, at most */
#define NEAR_MM       2.5
#define FINE_CELLS    4         /* of the tone's grid, read around a pixel */
#define FIXED_CELLS   6         /* level, slopes, nearest window, the scar's
                                   means */
#define MARKS_FEATHER_MM 1.5
#define REACH_PX      34.0      /* where 12 mm are less */
#define MARKS_SIDE_MM 14.0      /* more, that marks are looked for at a time */
#define DENSITY_MOST  1.3f      /* times the density asked for */
#define ROOM          76        /* cells; of a rectangle and its windows .. */
#define MORE_CELLS    48        /* .. and of more that is read at once, since
                                   windows need more than the rectangle is */

/* What a blur of two px or cells leaves of an octave's energy, by how many
 * octaves the blur's cell is coarser; in amplitudes levelled by the tone step.
 */
static const float levelled[] = { 1.0f, 0.97f, 0.88f, 0.55f, 0.18f, 0.05f };

static SmpScarParams
clamp_params (const SmpScarParams *p)
{
  SmpScarParams c = *p;

  c.tone = smp_clamp (p->tone, 0.0, 1.0);
  c.gloss = smp_clamp (p->gloss, 0.0, 1.0);
  c.texture = smp_clamp (p->texture, 0.0, 1.0);
  c.relief = smp_clamp (p->relief, 0.0, 1.0);
  c.dots = smp_clamp (p->dots, 0.0, 1.0);
  c.feather_mm = smp_clamp (p->feather_mm, 0.0, 10.0);
  return c;
}

static int
log2_of (int power)
{
  int n = 0;

  while (1 << n < power)
    n++;
  return n;
}

/* The bands' octaves against that of the tone's own grid. */
static void
set_bands (SmpScar *scar)
{
  const int fine = log2_of (scar->fine) - log2_of (scar->step);

  scar->bands = log2_of (scar->factor / scar->step) + scar->between;
  for (int k = 0; k < scar->bands; k++)
    {
      const int coarser = smp_clamp (fine - k + 3, 0, 5);

      scar->smooth[k] = levelled[coarser];
    }
}

static int
marks_reach (const SmpScar *scar)
{
  return scar->params.marks ? smp_marks_reach (&scar->marks) : 0;
}

/* A length in whole cells. */
static int
cells_of (const SmpScar *scar, int px)
{
  return (px + scar->factor - 1) / scar->factor;
}

/* Cells that windows have to see beside the place itself: marks are found in
 * the reach, too, and past the rim of the largest there has to be skin.
 */
static int
least_windows (const SmpScar *scar)
{
  const double radius = 0.5 * smp_clamp (scar->params.mark_max_mm, 0.0,
                                         SMP_MARKS_MM_MAX);

  return scar->params.marks ? 1 + smp_ceil (radius / scar->cell_mm) : 2;
}

/* As wide windows as the reach allows, half of it for the near one.  Dots go as
 * far past the border while skin is red as later.
 */
static void
set_windows (SmpScar *scar, const SmpChart *chart)
{
  const double twelve_mm = smp_chart_length_px (chart, SMP_SCAR_REACH_MM);
  const double reach_px = twelve_mm > REACH_PX ? twelve_mm : REACH_PX;
  const int    reach = smp_floor ((reach_px - marks_reach (scar))
                                  / scar->factor - 1.5);
  const int    most = (ROOM - scar->rect / scar->factor) / 2;
  const int    cells = reach < most ? reach : most;
  const int    tone = cells_of (scar, scar->margin[TONE]);
  const int    dots = cells_of (scar, scar->dot.healed_px);
  /* octaves between cells are looked up in squares of them */
  const int    fixed = FIXED_CELLS + scar->between - 1;
  /* marks are treated one by one, not all that lies between them */
  const double feather_mm = smp_clamp (scar->params.feather_mm, 0.0,
                                       scar->params.marks ? MARKS_FEATHER_MM
                                                          : 10.0);
  const int    windows = smp_clamp (cells - tone - fixed,
                                    least_windows (scar), 40);
  const int    far_dots = reach < most - dots ? reach : most - dots;

  scar->near_radius = smp_clamp (smp_floor (NEAR_MM / scar->cell_mm + 0.5), 1,
                                 windows / 2);
  scar->far_radius = windows - scar->near_radius;
  scar->chain[TONE] = fixed + windows;
  scar->feather = smp_clamp (smp_floor (feather_mm / scar->cell_mm + 0.5), 0,
                             far_dots > 0 ? far_dots : 0);
  scar->chain[DOTS] = scar->feather;
  if (scar->params.match && scar->chain[DOTS] < 3 + windows)
    scar->chain[DOTS] = 3 + windows;
}

/* As much at a time as the grid has room for. */
static void
set_fit (SmpScar *scar)
{
  const int tone = cells_of (scar, scar->margin[TONE]) + scar->chain[TONE];
  const int dots = cells_of (scar, scar->margin[DOTS]) + scar->chain[DOTS];
  const int room = SMP_SCAR_GRID - 4 - 2 * (tone > dots ? tone : dots);
  const int cells = scar->rect / scar->factor + MORE_CELLS;

  scar->fit = scar->factor * (int) smp_clamp (room, 1.0, cells);
}

void
smp_scar_init (SmpScar *scar, const SmpScarParams *params,
               const SmpScarDot *dot, const SmpChart *chart, uint32_t seed,
               int x, int y)
{
  *scar = (SmpScar) { .params = clamp_params (params), .factor = 2, .fine = 1,
                      .x = x, .y = y, .seed = seed, .dot = *dot,
                      .pixel_mm = smp_chart_length_mm (chart, 1.0) };
  while (scar->factor < smp_chart_length_px (chart, CELL_MM))
    scar->factor *= 2;
  while (2 * scar->fine <= smp_chart_length_px (chart, FINE_MM))
    scar->fine *= 2;
  scar->step = scar->factor > SAMPLES ? scar->factor / SAMPLES : 1;
  scar->cell_mm = smp_chart_length_mm (chart, scar->factor);
  scar->between = scar->cell_mm < WIDE_MM ? 2 : 1;
  /* there are planes for so many octaves */
  if (scar->between == 2 && scar->factor >= SAMPLES)
    scar->step *= 2;
  scar->rect = scar->factor < 4 ? SMP_SCAR_RECT / 3
               : scar->fine < 2 ? SMP_SCAR_RECT * 2 / 3 : SMP_SCAR_RECT;
  scar->margin[TONE] = FINE_CELLS * scar->fine;
  scar->margin[DOTS] = scar->dot.reach_px;
  if (scar->params.marks)
    {
      const SmpMarksParams marks = { params->mark_min_mm, params->mark_max_mm,
                                     params->mark_contrast };

      smp_marks_init (&scar->marks, &marks, chart);
      scar->marks_side = SMP_MARKS_RECT
                         + (int) smp_chart_length_px (chart, MARKS_SIDE_MM);
    }
  set_windows (scar, chart);
  set_fit (scar);
  set_bands (scar);
  scar->tone_reach = 4 * scar->factor + scar->margin[TONE];
  scar->skin = scar->params.tone > 0.0f || scar->params.gloss > 0.0f
               || scar->params.texture > 0.0f || scar->params.relief < 1.0f;
  if (scar->params.dots > 0.0f)
    scar->change_reach = (scar->feather + 2) * scar->factor
                         + scar->margin[DOTS];
  if (scar->skin && scar->change_reach < scar->tone_reach)
    scar->change_reach = scar->tone_reach;
  scar->treatment_max = scar->params.match ? DENSITY_MOST : 1.0f;
}

int
smp_scar_reach (const SmpScar *scar)
{
  int reach[2];

  if (!scar->params.active)
    return 0;
  for (int i = TONE; i <= DOTS; i++)
    reach[i] = scar->margin[i] + (scar->chain[i] + 2) * scar->factor;
  return marks_reach (scar)
         + (reach[TONE] > reach[DOTS] ? reach[TONE] : reach[DOTS]);
}

int
smp_scar_left (int x, int factor)
{
  return smp_floor ((2.0 * x + 1.0 - factor) / (2.0 * factor));
}

static void
span (const SmpScar *scar, int start, int n, int *first, int *count)
{
  int end = 0;

  for (int i = TONE; i <= DOTS; i++)
    {
      const int left = smp_scar_left (start - scar->margin[i], scar->factor)
                       - scar->chain[i];
      const int right = smp_scar_left (start + n - 1 + scar->margin[i],
                                       scar->factor) + 2 + scar->chain[i];

      if (i == TONE || left < *first)
        *first = left;
      if (i == TONE || right > end)
        end = right;
    }
  *count = end - *first;
  *count = *count < SMP_SCAR_GRID ? *count : SMP_SCAR_GRID;
}

void
smp_scar_place (const SmpScar *scar, SmpRect rect, SmpScarGrid *grid)
{
  span (scar, rect.x, rect.width, &grid->x, &grid->width);
  span (scar, rect.y, rect.height, &grid->y, &grid->height);
}

/* Between above and below by v, and between cells, the first pixel being `skip`
 * past the middle of the first cell.  Cells in full have loops of fixed length.
 */
static inline void
between_cells (const float *restrict above, const float *restrict below,
               float v, int factor, int skip, int n, float *restrict out)
{
  const float part = 0.5f / factor;       /* a power of two: exact */
  float       left, right = above[0] + (below[0] - above[0]) * v;
  int         i = -skip;

  for (int cell = 1; i < n; cell++, i += factor)
    {
      left = right;
      right = above[cell] + (below[cell] - above[cell]) * v;
      if (i >= 0 && i + factor <= n)
        for (int k = 0; k < factor; k++)
          out[i + k] = left + (right - left) * ((2 * k + 1) * part);
      else
        for (int k = i < 0 ? -i : 0; k < factor && i + k < n; k++)
          out[i + k] = left + (right - left) * ((2 * k + 1) * part);
    }
}

void
smp_scar_along (const float *plane, int stride, int cell_x, int cell_y,
                int factor, int x, int y, int n, float *out)
{
  const int    row = smp_scar_left (y, factor);
  const float  v = (float) (2 * (y - row * factor) + 1 - factor)
                   / (2 * factor);
  const int    cell = smp_scar_left (x, factor);
  const int    skip = x - cell * factor - factor / 2;
  const float *above = plane + (row - cell_y) * stride + cell - cell_x;
  const float *below = above + stride;

  switch (factor)
    {
    case 1:
      for (int i = 0; i < n; i++)
        out[i] = above[i] + (below[i] - above[i]) * v;
      break;
    case 2:
      between_cells (above, below, v, 2, skip, n, out);
      break;
    case 4:
      between_cells (above, below, v, 4, skip, n, out);
      break;
    case 8:
      between_cells (above, below, v, 8, skip, n, out);
      break;
    default:
      between_cells (above, below, v, factor, skip, n, out);
    }
}

/* Where a place lies between the centres of four cells. */
typedef struct
{
  int   cell;
  float u, v;
} Between;

static int
cell_of (double place, int start, int n, float *part)
{
  const int i = smp_floor (place);

  *part = (float) (place - i);
  return (int) smp_clamp ((double) i - start, 0.0, n - 2);
}

static Between
between (const SmpScar *scar, const SmpScarGrid *grid, double x, double y)
{
  Between   at;
  const int i = cell_of (x / scar->factor - 0.5, grid->x, grid->width, &at.u);
  const int j = cell_of (y / scar->factor - 0.5, grid->y, grid->height, &at.v);

  at.cell = j * grid->width + i;
  return at;
}

static float
value (const SmpScarGrid *grid, SmpScarPlane plane, const Between *at)
{
  const float *p = grid->plane[plane] + at->cell;
  const float *q = p + grid->width;
  const float  above = p[0] + (p[1] - p[0]) * at->u;
  const float  below = q[0] + (q[1] - q[0]) * at->u;

  return above + (below - above) * at->v;
}

void
smp_scar_at (const SmpScar *scar, const SmpScarGrid *grid, double x, double y,
             SmpScarSpot *spot)
{
  const Between at = between (scar, grid, x, y);

  spot->treatment = value (grid, SMP_SCAR_TREATMENT, &at);
  if (!(spot->treatment > 0.0f))
    return;
  spot->inside = value (grid, SMP_SCAR_INSIDE, &at);
  spot->size = value (grid, SMP_SCAR_STRENGTH, &at);
  spot->light[1] = spot->size > 1.0f ? spot->size : 1.0f;
  spot->size = spot->size < 1.0f ? spot->size : 1.0f;
  spot->light[0] = spot->light[1] * value (grid, SMP_SCAR_TINT_R, &at);
  spot->light[2] = spot->light[1] * value (grid, SMP_SCAR_TINT_B, &at);
}
