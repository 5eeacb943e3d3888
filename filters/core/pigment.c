/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Light crosses the pigment going in and coming out, at points a scattering
 * length apart (optical dot gain of halftone print: Yule and Nielsen 1951, in
 * the convolution form of Clapper and Yule).  Per crossing the density is
 * 14 / (1 + N) for N parts of water: 9:1 gives 1.4.
 *
 * Colour: deeper pigment loses its warm part first, because skin scatters blue
 * back from above it.  The ratios are k_c = ln (1/M_c) / ln (1/M_R) with M the
 * reflectance of skin over a perfect black at that depth (Kubelka-Munk dermis,
 * 1 % blood).  They act relative to the default depth: the default pigment
 * there absorbs as 1 : .95 : .88, the warmth that vendors add against blueing
 * included.
 *
 * Scattering lengths are .30, .25, .20 mm at the default depth (transport
 * lengths of skin .35 to .15 mm, Jacques 2013) and grow with depth.
 */

#include "pigment.h"

#include "scalar.h"

#define DENSITY_UNDILUTED 14.0f

static const float default_k[3] = { 1.0f, 0.95f, 0.88f };

typedef struct
{
  float depth_mm;
  float green, blue;    /* absorption relative to red */
} DepthRatio;

static const DepthRatio depth_ratios[] = {
  { 0.05f, 0.770f, 0.564f },
  { 0.10f, 0.718f, 0.471f },
  { 0.20f, 0.605f, 0.341f },
  { 0.30f, 0.526f, 0.272f },
  { 0.50f, 0.407f, 0.181f },
  { 0.80f, 0.275f, 0.054f },
  { 1.50f, 0.162f, 0.030f }
};

#define N_RATIOS ((int) (sizeof depth_ratios / sizeof depth_ratios[0]))

float
smp_pigment_density (float dilution)
{
  return DENSITY_UNDILUTED / (1.0f + (float) smp_clamp (dilution, 0.0, 1e6));
}

static void
depth_ratio (float depth_mm, float ratio[3])
{
  const DepthRatio *r = depth_ratios;
  const float       d = smp_clamp (depth_mm, r[0].depth_mm,
                                   r[N_RATIOS - 1].depth_mm);
  int               i = 0;

  while (i < N_RATIOS - 2 && d > r[i + 1].depth_mm)
    i++;

  const float t = (d - r[i].depth_mm) / (r[i + 1].depth_mm - r[i].depth_mm);

  ratio[0] = 1.0f;
  ratio[1] = r[i].green + (r[i + 1].green - r[i].green) * t;
  ratio[2] = r[i].blue + (r[i + 1].blue - r[i].blue) * t;
}

/* ln (1 / colour) with its luminance taken out: the hue of what is absorbed. */
static void
absorbed_hue (const float colour[3], float hue[3])
{
  float mean;

  for (int c = 0; c < 3; c++)
    hue[c] = -smp_log (smp_clamp (colour[c], 0.002, 0.98));
  mean = 0.2126f * hue[0] + 0.7152f * hue[1] + 0.0722f * hue[2];
  for (int c = 0; c < 3; c++)
    hue[c] /= mean;
}

void
smp_pigment_absorption (const float pigment[3], float depth_mm, float k[3])
{
  const float reference[3] = { SMP_PIGMENT_R, SMP_PIGMENT_G, SMP_PIGMENT_B };
  float       hue[3], hue0[3], ratio[3], ratio0[3];

  absorbed_hue (pigment, hue);
  absorbed_hue (reference, hue0);
  depth_ratio (depth_mm, ratio);
  depth_ratio (SMP_DEPTH_DEFAULT_MM, ratio0);
  for (int c = 0; c < 3; c++)
    k[c] = default_k[c] * (hue[c] / hue0[c]) * (ratio[c] / ratio0[c]);
}

void
smp_pigment_alpha (float density, const float k[3], float alpha[3])
{
  for (int c = 0; c < 3; c++)
    alpha[c] = 1.0 - smp_exp (-(double) density * k[c]);
}

void
smp_pigment_scattering (float depth_mm, float sigma_mm[3])
{
  const float length_mm[3] = { 0.30f, 0.25f, 0.20f };
  const float growth = smp_clamp (0.6 + 0.4 * depth_mm / SMP_DEPTH_DEFAULT_MM,
                                  0.6, 3.0);

  for (int c = 0; c < 3; c++)
    sigma_mm[c] = length_mm[c] * growth;
}

float
smp_pigment_softness (float depth_mm)
{
  return smp_clamp (0.35 + depth_mm, 0.35, 1.0);
}
