/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Exact at the nodes of a grid, bilinear in between.  The side comes from the
 * even-odd rule, never from the nearest piece, so vertices and crossings need
 * no care.  The distance comes down a quadtree: a square keeps the pieces that
 * can be nearest somewhere inside it, those no farther from its centre than
 * the nearest one and its diagonal, which loses nothing.
 */

#include "path-field.h"

#include "scalar.h"

#define LEAF 8

typedef struct
{
  float x, y;                     /* start, from node (0, 0) */
  float dx, dy;                   /* unit vector */
  float length;
} Piece;

/* The grid holds the line and its reach; on a curved head all that is seen. */
static void
place_grid (SmpPathField *field, const SmpLine *line, const SmpChart *chart)
{
  SmpBox b = { 1e30, 1e30, -1e30, -1e30 };

  if (chart->curved)
    b = smp_chart_bounds (chart, -1e9, -1e9, 1e9, 1e9);
  else
    {
      for (int i = line->first; i <= line->last; i++)
        {
          const SmpPoint p = line->p[i];

          b.x_min = p.x < b.x_min ? p.x : b.x_min;
          b.x_max = p.x > b.x_max ? p.x : b.x_max;
          b.y_min = p.y < b.y_min ? p.y : b.y_min;
          b.y_max = p.y > b.y_max ? p.y : b.y_max;
        }
      b.x_min -= field->reach_mm;
      b.y_min -= field->reach_mm;
      b.x_max += field->reach_mm;
      b.y_max += field->reach_mm;
    }
  field->x_mm = b.x_min;
  field->y_mm = b.y_min;
  field->dx_mm = (b.x_max - b.x_min) / (SMP_FIELD_SIZE - 1);
  field->dy_mm = (b.y_max - b.y_min) / (SMP_FIELD_SIZE - 1);
}

static Piece
piece (SmpPoint a, SmpPoint b, const SmpPathField *field)
{
  const double length = smp_distance (a, b);
  const double scale = length > 0.0 ? 1.0 / length : 0.0;

  return (Piece) { a.x - field->x_mm, a.y - field->y_mm,
                   (b.x - a.x) * scale, (b.y - a.y) * scale, length };
}

/* Squared distance of (x, y), both from node (0, 0). */
static inline float
piece_distance2 (const Piece *s, float x, float y)
{
  const float px = x - s->x, py = y - s->y;
  const float t = px * s->dx + py * s->dy;
  const float low = t > 0.0f ? t : 0.0f;
  const float along = low < s->length ? low : s->length;
  const float ex = px - along * s->dx, ey = py - along * s->dy;

  return ex * ex + ey * ey;
}

static void
fill_leaf (SmpPathField *field, const Piece *pieces, const int16_t *list,
           int n, int column, int row)
{
  const float dx = field->dx_mm;

  for (int j = row; j < row + LEAF; j++)
    {
      const float y = j * (float) field->dy_mm;
      float       nearest[LEAF];

      for (int i = 0; i < LEAF; i++)
        nearest[i] = field->reach_mm * field->reach_mm;
      for (int k = 0; k < n; k++)
        for (int i = 0; i < LEAF; i++)
          {
            const float d2 = piece_distance2 (&pieces[list[k]],
                                              (column + i) * dx, y);

            nearest[i] = d2 < nearest[i] ? d2 : nearest[i];
          }
      for (int i = 0; i < LEAF; i++)
        field->distance_mm[j][column + i] = (float) sqrt (nearest[i]);
    }
}

static void
fill_square (SmpPathField *field, const Piece *pieces, const int16_t *list,
             int n, int column, int row, int size)
{
  const float dx = field->dx_mm, dy = field->dy_mm;
  const float x = (column + 0.5f * (size - 1)) * dx;
  const float y = (row + 0.5f * (size - 1)) * dy;
  /* a node is no farther from the centre; and rounding */
  const float radius = 0.5f * size * (float) sqrt (dx * dx + dy * dy);
  float       d[SMP_LINE_MAX], nearest = 1e30f;
  int16_t     kept[SMP_LINE_MAX];
  int         n_kept = 0;

  for (int k = 0; k < n; k++)
    {
      d[k] = (float) sqrt (piece_distance2 (&pieces[list[k]], x, y));
      nearest = d[k] < nearest ? d[k] : nearest;
    }
  if (nearest - radius < field->reach_mm)
    for (int k = 0; k < n; k++)
      if (d[k] <= nearest + 2.0f * radius)
        kept[n_kept++] = list[k];
  if (size == LEAF)
    {
      fill_leaf (field, pieces, kept, n_kept, column, row);
      return;
    }
  for (int i = 0; i < 4; i++)
    fill_square (field, pieces, kept, n_kept, column + (i & 1) * size / 2,
                 row + (i >> 1) * size / 2, size / 2);
}

static void
sign_row (SmpPathField *field, const SmpLine *line, int row)
{
  const double y = field->y_mm + row * field->dy_mm;
  bool         turns[SMP_FIELD_SIZE + 1] = { false };
  bool         treated = line->inverted;
  double       x;

  for (int i = 0; i < line->n_outline; i++)
    if (smp_row_crosses (line->p[i],
                         line->p[i + 1 < line->n_outline ? i + 1 : 0], y, &x))
      {
        const int column = smp_ceil (smp_clamp (
          (x - field->x_mm) / field->dx_mm, 0.0, SMP_FIELD_SIZE));

        turns[column] = !turns[column];
      }
  for (int i = 0; i < SMP_FIELD_SIZE; i++)
    {
      treated ^= turns[i];
      if (!treated)
        field->distance_mm[row][i] = -field->distance_mm[row][i];
    }
}

/* Beyond the grid the line's own bends are out of reach and change no side. */
static void
keep_far (SmpPathField *field, const SmpLine *line)
{
  field->n_far = 0;
  field->inverted = line->inverted;
  if (line->closed)
    return;
  field->far[0] = line->p[0];
  field->far[1] = line->p[1];
  field->far[2] = line->p[line->n - 2];
  field->far[3] = line->p[line->n - 1];
  field->far[4] = line->p[line->n_outline - 1];
  field->n_far = line->n_outline - line->n + 4;
}

void
smp_path_field_init (SmpPathField *field, const SmpPath *path,
                     const SmpChart *chart, double reach_mm)
{
  SmpLine line;
  Piece   pieces[SMP_LINE_MAX];
  int16_t all[SMP_LINE_MAX];

  smp_line_init (&line, path, chart);
  field->empty = line.n == 0;
  field->reach_mm = reach_mm;
  if (field->empty)
    return;

  const int n = line.closed ? line.n : line.n - 1;

  place_grid (field, &line, chart);
  keep_far (field, &line);
  for (int i = 0; i < n; i++)
    {
      pieces[i] = piece (line.p[i], line.p[i + 1 < line.n ? i + 1 : 0], field);
      all[i] = i;
    }
  /* the start of a piece is where its numbers are exact */
  if (!line.closed)
    pieces[0] = piece (line.p[1], line.p[0], field);
  fill_square (field, pieces, all, n, 0, 0, SMP_FIELD_SIZE);
  for (int j = 0; j < SMP_FIELD_SIZE; j++)
    sign_row (field, &line, j);
}

static float
far_distance (const SmpPathField *field, double u_mm, double v_mm)
{
  const SmpPoint *p = field->far;
  const SmpPoint  place = { u_mm, v_mm };
  float           nearest = field->reach_mm * field->reach_mm;

  for (int i = 0; i < field->n_far && i < 3; i++)
    {
      /* the start of a piece is where its numbers are exact */
      const Piece s = i == 0 ? piece (p[1], p[0], field)
                             : piece (p[i], p[i + 1], field);
      const float d2 = piece_distance2 (&s, u_mm - field->x_mm,
                                        v_mm - field->y_mm);

      nearest = d2 < nearest ? d2 : nearest;
    }
  if (smp_outline_encloses (p, field->n_far, place) == field->inverted)
    return -(float) sqrt (nearest);
  return (float) sqrt (nearest);
}

float
smp_path_field_at (const SmpPathField *field, double u_mm, double v_mm)
{
  if (field->empty)
    return field->reach_mm;

  const double x = (u_mm - field->x_mm) / field->dx_mm;
  const double y = (v_mm - field->y_mm) / field->dy_mm;
  const int    i = smp_floor (x), j = smp_floor (y);

  if (i < 0 || j < 0 || i >= SMP_FIELD_SIZE - 1 || j >= SMP_FIELD_SIZE - 1)
    return far_distance (field, u_mm, v_mm);

  const float *a = &field->distance_mm[j][i];
  const float *b = &field->distance_mm[j + 1][i];
  const float  s = x - i, t = y - j;

  return (a[0] + (a[1] - a[0]) * s) * (1.0f - t)
         + (b[0] + (b[1] - b[0]) * s) * t;
}
