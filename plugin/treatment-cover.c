/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the scalp around a scar gets dots they go on across it.  Dots of its
 * own would come on top of them, and the scar be seen as a dark patch.
 */

#include "config.h"

#include "treatment.h"

#include "cover.h"
#include "treatment-notes.h"

static void
count (const SmpCover *area, const GArray *covers, gint *all, gint *covered)
{
  *all = *covered = 0;
  for (gint y = 0; y < area->height; y++)
    for (gint x = 0; x < area->width; x++)
      if (smp_cover_is_in (area, x, y))
        {
          const SmpPoint p = smp_cover_place (area, x, y);
          gboolean       found = FALSE;

          for (guint i = 0; i < covers->len && !found; i++)
            found = smp_cover_holds (&g_array_index (covers, SmpCover, i), p);
          *all += 1;
          *covered += found;
        }
}

gboolean
smp_treatment_is_covered (const SmpTreatment *treatment, GimpImage *image)
{
  GArray  *treatments = smp_treatment_find_all (image);
  GArray  *covers = g_array_new (FALSE, FALSE, sizeof (SmpCover));
  SmpCover cover;
  gint     all = 0, covered = 0;

  for (guint i = 0; i < treatments->len; i++)
    {
      const SmpTreatment *t = &g_array_index (treatments, SmpTreatment, i);

      if (t->kind != &smp_treatment_scar && t->filter && t->photo
          && gimp_item_get_visible (GIMP_ITEM (t->group))
          && gimp_item_get_visible (GIMP_ITEM (t->photo)))
        {
          smp_cover_read (&cover, t->photo);
          g_array_append_val (covers, cover);
        }
    }
  if (covers->len > 0 && treatment->photo)
    {
      smp_cover_read (&cover, treatment->photo);
      count (&cover, covers, &all, &covered);
      smp_cover_clear (&cover);
    }
  for (guint i = 0; i < covers->len; i++)
    smp_cover_clear (&g_array_index (covers, SmpCover, i));
  g_array_unref (covers);
  g_array_unref (treatments);
  return 2 * covered > all;
}

gboolean
smp_treatment_yield (const SmpTreatment *treatment, GimpImage *image,
                     GObject *values)
{
  SmpTreatmentNotes notes;
  gboolean          yields;

  smp_treatment_notes_load (&notes, treatment);
  yields = !notes.covered && smp_treatment_is_covered (treatment, image);
  if (yields)
    {
      g_object_set (values, "dots", 0.0, NULL);
      notes.covered = TRUE;
      smp_treatment_notes_store (&notes, treatment);
    }
  smp_treatment_notes_clear (&notes);
  return yields;
}
