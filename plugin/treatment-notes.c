/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parasite is the id, then the lines of a key file. */

#include "config.h"

#include "treatment-notes.h"

#include <math.h>
#include <string.h>

#define SECTION "notes"
#define TATTOO  "photo-tattoo"
#define COVERED "covered"
#define SAME    5e-4            /* of the frame, or of a mm */

static const struct
{
  const gchar *key;
  gsize        offset;
} word[] = {
  { "area",  G_STRUCT_OFFSET (SmpTreatmentNotes, area) },
  { "path",  G_STRUCT_OFFSET (SmpTreatmentNotes, path) },
  { "place", G_STRUCT_OFFSET (SmpTreatmentNotes, place) }
};

gboolean
smp_treatment_notes_load (SmpTreatmentNotes *notes,
                          const SmpTreatment *treatment)
{
  const gsize   id = strlen (treatment->kind->id);
  GimpParasite *parasite = treatment->group
                           ? gimp_item_get_parasite (
                               GIMP_ITEM (treatment->group),
                               SMP_TREATMENT_PARASITE) : NULL;
  GKeyFile     *file = g_key_file_new ();
  const gchar  *text;
  guint32       size = 0;
  gboolean      loaded = FALSE;

  if (parasite)
    {
      text = gimp_parasite_get_data (parasite, &size);
      loaded = size > id
               && g_key_file_load_from_data (file, text + id, size - id,
                                             G_KEY_FILE_NONE, NULL);
      gimp_parasite_free (parasite);
    }

  *notes = (SmpTreatmentNotes) { 0 };
  notes->layer_tattoo = g_key_file_get_uint64 (file, SECTION, TATTOO, NULL);
  notes->covered = g_key_file_get_boolean (file, SECTION, COVERED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (word); i++)
    G_STRUCT_MEMBER (gchar *, notes, word[i].offset) =
      g_key_file_get_string (file, SECTION, word[i].key, NULL);
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    notes->preset[k] = g_key_file_get_string (file, SECTION,
                                              smp_photo_preset_key[k], NULL);
  g_key_file_free (file);
  return loaded;
}

static void
set_word (GKeyFile *file, const gchar *key, const gchar *text)
{
  if (text)
    g_key_file_set_string (file, SECTION, key, text);
}

void
smp_treatment_notes_store (const SmpTreatmentNotes *notes,
                           const SmpTreatment *treatment)
{
  GKeyFile     *file = g_key_file_new ();
  GimpParasite *parasite;
  gchar        *lines, *text;

  g_key_file_set_uint64 (file, SECTION, TATTOO, notes->layer_tattoo);
  if (notes->covered)
    g_key_file_set_boolean (file, SECTION, COVERED, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (word); i++)
    set_word (file, word[i].key,
              G_STRUCT_MEMBER (gchar *, notes, word[i].offset));
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    set_word (file, smp_photo_preset_key[k], notes->preset[k]);

  lines = g_key_file_to_data (file, NULL, NULL);
  text = g_strdup_printf ("%s\n%s", treatment->kind->id, lines);
  parasite = gimp_parasite_new (SMP_TREATMENT_PARASITE,
                                GIMP_PARASITE_PERSISTENT
                                | GIMP_PARASITE_UNDOABLE,
                                strlen (text), text);
  gimp_item_attach_parasite (GIMP_ITEM (treatment->group), parasite);
  gimp_parasite_free (parasite);
  g_free (text);
  g_free (lines);
  g_key_file_free (file);
}

void
smp_treatment_notes_swap (SmpTreatmentNotes *notes, SmpPhoto *photo)
{
  const guint  tattoo = photo->layer_tattoo;
  gchar *const area = photo->area;
  gchar       *preset[SMP_PRESET_FILTER_KINDS];

  memcpy (preset, photo->preset, sizeof preset);
  photo->layer_tattoo = notes->layer_tattoo;
  photo->area = notes->area;
  memcpy (photo->preset, notes->preset, sizeof preset);
  notes->layer_tattoo = tattoo;
  notes->area = area;
  memcpy (notes->preset, preset, sizeof preset);
}

void
smp_treatment_notes_clear (SmpTreatmentNotes *notes)
{
  g_free (notes->area);
  g_free (notes->path);
  g_free (notes->place);
  for (guint k = 0; k < SMP_PRESET_FILTER_KINDS; k++)
    g_free (notes->preset[k]);
  *notes = (SmpTreatmentNotes) { 0 };
}

gboolean
smp_treatment_notes_is_same_place (const gchar *a, const gchar *b)
{
  gchar  **p, **q;
  gboolean same;

  if (!a || !b)
    return FALSE;
  p = g_strsplit (a, " ", -1);
  q = g_strsplit (b, " ", -1);
  same = g_strv_length (p) == g_strv_length (q);
  for (gint i = 0; same && p[i]; i++)
    {
      gchar        *rest_p, *rest_q;
      const gdouble x = g_ascii_strtod (p[i], &rest_p);
      const gdouble y = g_ascii_strtod (q[i], &rest_q);

      same = g_str_equal (p[i], q[i])
             || (rest_p != p[i] && rest_q != q[i] && !rest_p[0] && !rest_q[0]
                 && fabs (x - y) <= SAME);
    }
  g_strfreev (p);
  g_strfreev (q);
  return same;
}
