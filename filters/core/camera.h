/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The camera: dots get as soft and as noisy as the photo they lie on. */

#ifndef SMP_CAMERA_H
#define SMP_CAMERA_H

#include "footprint.h"
#include "kernel.h"

#define SMP_SHARPNESS_MAX 6.0   /* px */

typedef struct
{
  SmpKernel kernel;
  float     grain;              /* 0..1 */
  int       x, y;               /* px that stays on the skin, noise with it */
} SmpCamera;

/* sharpness_px: sigma of the blur, 0..SMP_SHARPNESS_MAX.  grain: 0..1, noise of
 * the light lost before the blur.  (x, y): a place fixed on the skin.
 */
void smp_camera_init   (SmpCamera       *camera,
                        double           sharpness_px,
                        double           grain,
                        int              x,
                        int              y);

/* How far light is spread, px. */
int  smp_camera_reach  (const SmpCamera *camera);

/* Takes the picture of G in image, whose outer smp_camera_reach() pixels are
 * margin and mean nothing afterwards.  scratch: image width * height floats.
 */
void smp_camera_expose (const SmpCamera *camera,
                        SmpPlanes       *image,
                        float           *scratch);

#endif
