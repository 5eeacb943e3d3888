/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each density preset takes the share of light that it states, within 1 % of
 * the light: luminance, all other values at their defaults.
 *
 * Argument: folder with the shipped presets.
 */

#include <gegl.h>
#include <stdlib.h>

#include "../core/scene.h"
#include "preset-file.h"
#include "smp-test.h"

#define SIDE_PX   384
#define PX_PER_MM 8.0
#define MOST      31.0          /* percent; darker is a helmet */

static double
light_loss (const SmpPreset *preset)
{
  const SmpPresetKey *key = smp_preset_keys (SMP_PRESET_DENSITY);
  const long          n = (long) SIDE_PX * SIDE_PX;
  SmpParams           params = scene_params (SIDE_PX, SIDE_PX, PX_PER_MM);
  float              *light = malloc (3 * n * sizeof (float));
  SmpPlan             plan;
  double              loss;

  for (int k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
    if (preset->named[k] && g_str_equal (key[k].name, "density"))
      params.density_cm2 = preset->number[k];
    else if (preset->named[k] && g_str_equal (key[k].name, "dot-size"))
      params.dot_size_mm = preset->number[k];
    else if (preset->named[k] && g_str_equal (key[k].name, "variation"))
      params.variation = preset->number[k];
  smp_plan_init (&plan, &params);
  scene_render (&plan, SIDE_PX, SIDE_PX, 0, 0, SMP_CELL, scene_cover_all, NULL,
                light);
  loss = 0.2126 * scene_loss (light, n) + 0.7152 * scene_loss (light + n, n)
         + 0.0722 * scene_loss (light + 2 * n, n);
  free (light);
  return 100.0 * loss;
}

int
main (int argc, char **argv)
{
  SmpPresets *presets;
  double      last = 0.0;

  if (argc < 2)
    return 2;
  presets = smp_presets_load (SMP_PRESET_DENSITY, argv[1], NULL, NULL);
  CHECK (smp_presets_count (presets) > 0);
  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);
      const double     stated = smp_preset_get_light_loss (preset);
      const double     loss = light_loss (preset);

      printf ("%s: states %g %%, loses %.2f %%\n", smp_preset_get_id (preset),
              stated, loss);
      CHECK_NEAR (loss, stated, 1.0, "%s", smp_preset_get_id (preset));
      CHECK (loss <= MOST, "%s: %g", smp_preset_get_id (preset), loss);
      CHECK (loss > last, "%s: from light to dark",
             smp_preset_get_id (preset));
      last = loss;
    }
  smp_presets_free (presets);
  return smp_test_result ();
}
