/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fresh dots are 1.3 times as wide and darker; scabs form on days 2 to 4 and
 * fall off by day 10, first here and then there, and leave dots lighter than
 * they will be; the skin is red for two or three days and flakes around day 7;
 * all is settled a month after (clinics' own timelines: Delaware SMP,
 * mytransformation.com.au, Vinci, Scalp Clinic; fresh to healed dots of 250 to
 * 150 um: Gerow).
 *
 * Redness: blood in the dermis rises from 1 % to 2 % over the area, more at the
 * dots.  Kubelka-Munk gives skin times .92 .84 .85; most of the red that this
 * takes is given back, because skin that is warm and swollen looks redder in
 * photos, not darker.
 */

#include "healing.h"

#include "hash.h"
#include "noise.h"
#include "scalar.h"

#define SCAB_SIZE      1.35f
#define SCAB_STRENGTH  1.35f
#define SCAB_PATCH_MM  14.0     /* scabs fall off in patches of half that */
#define SCAB_PATCHES   0.9f

/* - ln of the factors; of the ring relative to the area */
const float smp_redness_area[3] = { 0.022f, 0.130f, 0.120f };
const float smp_redness_ring[3] = { 0.010f, 0.060f, 0.055f };

typedef struct
{
  int        day;
  SmpHealing state;
} Row;

/*   day     size   strength  scabs  redness flakes */
static const Row rows[] = {
  {  0, { 1.30f, 1.05f,    0.00f, 1.00f,  0.00f } },
  {  1, { 1.30f, 1.05f,    0.00f, 0.80f,  0.00f } },
  {  2, { 1.30f, 1.05f,    0.20f, 0.45f,  0.00f } },
  {  3, { 1.28f, 1.05f,    0.45f, 0.20f,  0.00f } },
  {  4, { 1.25f, 1.02f,    0.65f, 0.08f,  0.20f } },
  {  5, { 1.20f, 1.00f,    0.65f, 0.04f,  0.60f } },
  {  7, { 1.05f, 0.80f,    0.42f, 0.00f,  1.00f } },
  { 10, { 0.95f, 0.72f,    0.00f, 0.00f,  0.25f } },
  { 14, { 0.95f, 0.80f,    0.00f, 0.00f,  0.00f } },
  { 21, { 0.98f, 0.92f,    0.00f, 0.00f,  0.00f } },
  { 30, { 1.00f, 1.00f,    0.00f, 0.00f,  0.00f } }
};

#define N_ROWS ((int) (sizeof rows / sizeof rows[0]))

static float
mix (float a, float b, float t)
{
  return a + (b - a) * t;
}

SmpHealing
smp_healing_at (int day)
{
  int i = 0;

  if (day >= SMP_HEALED_DAY)
    return rows[N_ROWS - 1].state;
  day = day > 0 ? day : 0;
  while (day >= rows[i + 1].day)
    i++;

  const SmpHealing *a = &rows[i].state, *b = &rows[i + 1].state;
  const float       t = (float) (day - rows[i].day)
                        / (float) (rows[i + 1].day - rows[i].day);

  return (SmpHealing) {
    mix (a->size, b->size, t), mix (a->strength, b->strength, t),
    mix (a->scabs, b->scabs, t), mix (a->redness, b->redness, t),
    mix (a->flakes, b->flakes, t)
  };
}

float
smp_healing_size_max (const SmpHealing *healing)
{
  return healing->scabs > 0.0f ? SCAB_SIZE : healing->size;
}

SmpHealingDot
smp_healing_dot (const SmpHealing *healing, uint32_t seed, uint64_t id,
                 double x_mm, double y_mm)
{
  SmpHealingDot dot = { healing->size, healing->strength, 0 };

  if (healing->scabs > 0.0f)
    {
      const float own = smp_hash_unit (smp_hash (seed, id, SMP_SALT_SCAB), 0);
      const float patch = smp_noise (seed, SMP_SALT_SCAB, x_mm, y_mm,
                                     SCAB_PATCH_MM);
      const float share = healing->scabs;

      /* more here, fewer there; on average the share, rising with it */
      if (own < share * (1.0f + SCAB_PATCHES * patch * (1.0f - share)))
        dot = (SmpHealingDot) { SCAB_SIZE, SCAB_STRENGTH, 1 };
    }
  return dot;
}

float
smp_redness_visible (float luminance)
{
  const float t = (float) smp_clamp ((luminance - 0.05) / 0.40, 0.0, 1.0);

  return t * t * (3.0f - 2.0f * t);
}
