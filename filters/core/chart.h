/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From scalp millimetres to image pixels and back: the one place where the two
 * meet.  Scalp coordinates (u, v) are mm on a chart that keeps areas true.
 */

#ifndef SMP_CHART_H
#define SMP_CHART_H

#include <stdbool.h>

#include "dots.h"

#define SMP_HEAD_SPAN_MM    230.0   /* a photo unscaled is taken this wide */
#define SMP_PX_PER_MM_MIN   0.5     /* coarser scales are treated as this */
#define SMP_PX_PER_MM_MAX   200.0

/* Affine map from image px to the frame, where (0, 0) and (1, 1) are corners
 * of the photo as it was when its treatment began:
 *   X = a x + b y + c,  Y = d x + e y + f.
 */
typedef struct
{
  double a, b, c;
  double d, e, f;
  double aspect;        /* true height / width of the frame; 0 = as the map
                           has it, right while pixels are square */
} SmpFrame;

/* The head as the camera sees it: an ellipse. */
typedef struct
{
  double x, y;          /* centre, frame coordinates */
  double width_mm;
  double height_mm;
  double angle_deg;     /* clockwise */
} SmpHead;

typedef struct
{
  double to_mm[6];      /* image px -> mm in the picture plane, rows of 3 */
  double to_px[6];
  double frame_to_mm[6];  /* frame -> mm in the picture plane */
  double px_per_mm;     /* of skin that faces the camera, mean of axes */
  double px_per_mm_max; /* along the longer axis; the same in square pixels */
  bool   curved;
  double a_mm, b_mm;    /* curved: half axes of the head in the picture */
  double c_mm;          /* and towards the camera */
} SmpChart;

/* A place on the scalp, seen in the image. */
typedef struct
{
  double x, y;          /* image px; pixel (i, j) covers i..i+1, j..j+1 */
  double j[4];          /* px per mm of skin: a disc of radius r is seen as the
                           ellipse r j, rows of 2 */
  double area;          /* mm2 of skin per mm2 of chart */
} SmpSpot;

/* The frame that fills the box (x, y, width, height) in image px. */
SmpFrame smp_frame_from_box (double x,
                             double y,
                             double width,
                             double height);

/* False when the map is singular or not finite: such a frame cannot be used. */
bool     smp_frame_is_valid (const SmpFrame *frame);

/* The scale a photo has when nobody set it: its frame spans 230 mm. */
double   smp_frame_guess_px_per_mm (const SmpFrame *frame);

/* head NULL: a flat scalp.  px_per_mm is clamped to its range, head sizes to
 * 20 mm at least.  The frame must be valid.
 */
void     smp_chart_init (SmpChart       *chart,
                         const SmpFrame *frame,
                         const SmpHead  *head,
                         double          px_per_mm);

/* False when the place faces away from the camera by more than 85 degrees. */
bool     smp_chart_to_px (const SmpChart *chart,
                          double          u_mm,
                          double          v_mm,
                          SmpSpot        *spot);

/* The place on the scalp of a place in the frame.  Beyond the outline of a
 * curved head the chart goes on as a plane, so that a straight line in the
 * picture stays one; nothing is seen there.
 */
void     smp_chart_from_frame (const SmpChart *chart,
                               double          x_frame,
                               double          y_frame,
                               double         *u_mm,
                               double         *v_mm);

/* A scalp box that holds everything seen in the pixel box; empty when that is
 * nothing.
 */
SmpBox   smp_chart_bounds (const SmpChart *chart,
                           double          x_min,
                           double          y_min,
                           double          x_max,
                           double          y_max);

/* Image px of the place that is 0 mm, 0 mm of the picture plane: it stays on
 * the skin when the photo is cropped.
 */
void     smp_chart_origin_px (const SmpChart *chart,
                              double         *x,
                              double         *y);

/* A length on skin that faces the camera, in image px: mean of the axes, and
 * along the longer one.
 */
double   smp_chart_length_px (const SmpChart *chart,
                              double          length_mm);
double   smp_chart_reach_px  (const SmpChart *chart,
                              double          length_mm);

/* Back, mean of the axes. */
double   smp_chart_length_mm (const SmpChart *chart,
                              double          length_px);

/* Largest value of SmpSpot.area on this chart. */
double   smp_chart_area_max (const SmpChart *chart);

#endif
