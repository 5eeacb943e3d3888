/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A key has the name of the property it sets.  Invariant: each property that a
 * mistake can set belongs to another kind too, whose preset takes the mistake
 * back, and each percent multiplies what another kind sets.
 */

#include "preset-keys.h"

#define NUMBER(name, min, max) \
  { name, SMP_KEY_NUMBER, name, min, max, FALSE, NULL }
#define NEEDED(name, min, max) \
  { name, SMP_KEY_NUMBER, name, min, max, TRUE, NULL }
#define WHOLE(name, min, max) \
  { name, SMP_KEY_WHOLE, name, min, max, FALSE, NULL }
#define PERCENT(name, property, min, max) \
  { name, SMP_KEY_PERCENT, property, min, max, FALSE, NULL }
#define COLOUR(name) \
  { name, SMP_KEY_COLOUR, name, 0.0, 0.0, FALSE, NULL }
#define CHOICE(name, choices) \
  { name, SMP_KEY_CHOICE, name, 0.0, 0.0, FALSE, choices }
#define STATED(name, min, max) \
  { name, SMP_KEY_NUMBER, NULL, min, max, FALSE, NULL }
#define COUNT(name, min, max) \
  { name, SMP_KEY_WHOLE, NULL, min, max, FALSE, NULL }
#define TEXT(name) \
  { name, SMP_KEY_TEXT, NULL, 0.0, 0.0, FALSE, NULL }

static const gchar *const fadings[] = {
  "careful", "typical", "sunny", "temporary", NULL
};

static const gchar *const finds[] = { "all", "pale", NULL };

static const SmpPresetKey keys[SMP_PRESET_KINDS][SMP_PRESET_MAX_KEYS] = {
  [SMP_PRESET_DENSITY] = {
    NEEDED ("density", 0.0, 400.0),
    NUMBER ("dot-size", 0.05, 1.5),
    NUMBER ("variation", 0.0, 1.0),
    STATED ("light-loss", 0.0, 100.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_SHADE] = {
    NEEDED ("dilution", 3.0, 40.0),
    COLOUR ("pigment"),
    NUMBER ("depth", 0.05, 2.0),
    NUMBER ("hues", 0.0, 1.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_ZONE] = {
    PERCENT ("density-percent", "density", 5.0, 300.0),
    PERCENT ("size-percent", "dot-size", 30.0, 200.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_DIFFUSION] = {
    NUMBER ("fade", 0.0, 60.0),
    NUMBER ("fade-dilution", 0.0, 60.0),
    NUMBER ("fade-size", 0.0, 60.0),
    NUMBER ("irregularity", 0.0, 10.0),
    NUMBER ("strays", 0.0, 30.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_STAGE] = {
    WHOLE ("healing-day", 0.0, 30.0),
    NUMBER ("years", 0.0, 15.0),
    CHOICE ("fading", fadings),
    NUMBER ("touch-up", 0.0, 15.0),
    NUMBER ("drift", -1.0, 1.0),
    WHOLE ("removal", 0.0, 3.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_MISTAKE] = {
    NUMBER ("density", 0.0, 400.0),
    NUMBER ("dot-size", 0.05, 1.5),
    NUMBER ("variation", 0.0, 1.0),
    NUMBER ("dilution", 3.0, 40.0),
    NUMBER ("depth", 0.05, 2.0),
    NUMBER ("drift", -1.0, 1.0),
    NUMBER ("hues", 0.0, 1.0),
    NUMBER ("fade", 0.0, 60.0),
    NUMBER ("fade-dilution", 0.0, 60.0),
    NUMBER ("fade-size", 0.0, 60.0),
    NUMBER ("irregularity", 0.0, 10.0),
    NUMBER ("strays", 0.0, 30.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_SCAR] = {
    CHOICE ("marks", finds),
    NUMBER ("mark-size-min", 0.3, 6.0),
    NUMBER ("mark-size-max", 0.3, 6.0),
    NUMBER ("mark-contrast", 0.5, 30.0),
    NUMBER ("tone", 0.0, 1.0),
    NUMBER ("gloss", 0.0, 1.0),
    NUMBER ("texture", 0.0, 1.0),
    NUMBER ("relief", 0.0, 1.0),
    NUMBER ("dots", 0.0, 1.0),
    NUMBER ("feather", 0.0, 10.0),
    STATED ("width", 0.2, 50.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_MATURITY] = {
    PERCENT ("tone-percent", "tone", 0.0, 200.0),
    PERCENT ("gloss-percent", "gloss", 0.0, 200.0),
    PERCENT ("texture-percent", "texture", 0.0, 200.0),
    PERCENT ("relief-percent", "relief", 0.0, 200.0),
    PERCENT ("dots-percent", "dots", 0.0, 200.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_HAIRLINE] = {
    STATED ("height", 30.0, 150.0),
    STATED ("width", 60.0, 190.0),
    STATED ("recession", 0.0, 60.0),
    STATED ("forelock", 0.0, 150.0),
    STATED ("corner", 0.0, 40.0),
    STATED ("temple", 10.0, 80.0),
    STATED ("temple-angle", 60.0, 140.0),
    STATED ("peak-depth", 0.0, 40.0),
    STATED ("peak-width", 10.0, 80.0),
    STATED ("bump-depth", 0.0, 15.0),
    STATED ("bump-width", 4.0, 40.0),
    STATED ("arc", 0.0, 1.0),
    TEXT ("name"),
    TEXT ("description")
  },
  [SMP_PRESET_PATTERN] = {
    STATED ("area", 0.0, 600.0),
    STATED ("temples", 0.0, 400.0),
    STATED ("front", 0.0, 400.0),
    STATED ("width", 0.0, 400.0),
    STATED ("crown", 0.0, 400.0),
    STATED ("thin", 0.0, 100.0),
    STATED ("thin-width", 0.0, 400.0),
    STATED ("thin-length", 0.0, 400.0),
    STATED ("part", 0.0, 400.0),
    COUNT ("patches", 0.0, 6.0),
    STATED ("patch-size", 0.0, 400.0),
    STATED ("edge", 0.0, 400.0),
    STATED ("irregularity", 0.0, 20.0),
    TEXT ("name"),
    TEXT ("description")
  }
};

const SmpPresetKey *
smp_preset_keys (SmpPresetKind kind)
{
  return keys[kind];
}
