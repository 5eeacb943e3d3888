/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Synthetic scars: skin with texture in octaves, mottling and light that falls
 * off, a scar in it that is paler or redder and smoother, and what the filter
 * makes of both.
 */

#ifndef SMP_SCARS_H
#define SMP_SCARS_H

#include "scene.h"

#define SCARS_W 480
#define SCARS_H 360
#define SCARS_N (SCARS_W * SCARS_H)

typedef enum { SCARS_NONE, SCARS_LINE, SCARS_PATCH, SCARS_DISCS } ScarsShape;

typedef struct
{
  const char *name;
  float       skin[3];        /* linear light */
  ScarsShape  shape;
  float       width_mm;
  float       pale[3];        /* ln, of the scar against the skin */
  float       relief;         /* ln, of a ridge and a furrow in a line */
  float       px_per_mm;
} ScarsScene;

/* RGBA, A = 1 where the scar is (or within rough_mm of it), and how far each
 * pixel is from the scar, px, negative inside.
 */
void      scars_make   (const ScarsScene *scene,
                        float             rough_mm,
                        float            *rgba,
                        float            *distance);

/* The filter's values at full strength, without dots. */
SmpParams scars_params (double            px_per_mm);

/* G of the whole picture, three planes; in cells of at most cell px, those that
 * start at x0, y0 <= 0 first.
 */
void      scars_render (const SmpParams  *params,
                        const float      *rgba,
                        int               width,
                        int               height,
                        int               x0,
                        int               y0,
                        int               cell,
                        float            *light);

#endif
