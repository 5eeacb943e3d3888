/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys that a preset of each kind may have, and what they do. */

#ifndef SMP_PRESET_KEYS_H
#define SMP_PRESET_KEYS_H

#include "presets.h"

typedef enum
{
  SMP_KEY_TEXT,                 /* may have translations, key[de] */
  SMP_KEY_NUMBER,
  SMP_KEY_WHOLE,                /* a number without decimals */
  SMP_KEY_PERCENT,              /* multiplies what the property is */
  SMP_KEY_COLOUR,               /* "#rrggbb", sRGB */
  SMP_KEY_CHOICE                /* one of the choices */
} SmpKeyType;

/* Ranges and choices are those of smp:dots, of scars those of
 * smp:scar-camouflage, except for percents, hairlines and patterns.
 */
typedef struct
{
  const gchar        *name;     /* NULL: no more keys */
  SmpKeyType          type;
  const gchar        *property; /* of the filter; NULL: only says something */
  gdouble             min, max;
  gboolean            needed;
  const gchar *const *choices;  /* nicks of the enum, then NULL */
} SmpPresetKey;

#define SMP_PRESET_MAX_KEYS 15

/* SMP_PRESET_MAX_KEYS of them. */
const SmpPresetKey * smp_preset_keys (SmpPresetKind kind);

#endif
