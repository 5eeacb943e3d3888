/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much light pigment in skin takes, per channel of linear light. */

#ifndef SMP_PIGMENT_H
#define SMP_PIGMENT_H

/* The default pigment, warm black, in linear light (sRGB 43, 33, 28). */
#define SMP_PIGMENT_R 0.0242f
#define SMP_PIGMENT_G 0.0152f
#define SMP_PIGMENT_B 0.0116f

#define SMP_DEPTH_DEFAULT_MM 0.15f

/* Optical density of one crossing, for dilution parts of water to 1 part of
 * pigment (>= 0).
 */
float smp_pigment_density    (float dilution);

/* Relative absorption of R, G, B: pigment is a colour in linear light of which
 * only the hue counts, depth_mm where it lies in the skin.
 */
void  smp_pigment_absorption (const float pigment[3],
                              float       depth_mm,
                              float       k[3]);

/* Part of the light one crossing takes: 1 - exp (-density k). */
void  smp_pigment_alpha      (float       density,
                              const float k[3],
                              float       alpha[3]);

/* Scattering length in mm, by which the second crossing lies apart. */
void  smp_pigment_scattering (float depth_mm,
                              float sigma_mm[3]);

/* Width of a dot's rim as a part of its radius. */
float smp_pigment_softness   (float depth_mm);

#endif
