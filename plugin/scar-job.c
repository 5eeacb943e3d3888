/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All that the filter does is said by presets, and what the artist has set in
 * its own dialog stays until another one is chosen.
 */

#include "config.h"

#include "scar-job.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mockup-notes.h"
#include "scar-area.h"
#include "scar-dialog.h"

#define WIDTH_GUESS 5.0         /* mm, for kinds of scar that say none */

gdouble
smp_scar_job_usual_width (SmpMockupJob *job)
{
  SmpChoice choice;

  if (!smp_mockup_presets_get (&job->presets, job->config, &choice, NULL))
    return WIDTH_GUESS;
  return smp_preset_get_number (choice.preset[SMP_PRESET_SCAR], "width",
                                WIDTH_GUESS);
}

/* The width along the path where none is asked for: as it was when the same
 * path was treated last as the same kind of scar.
 */
static gdouble
find_width (SmpScarJob *job)
{
  SmpMockupJob *mockup = &job->mockup;
  gdouble       last = 0.0;
  gchar        *kind;

  g_object_get (mockup->config, smp_photo_preset_key[SMP_PRESET_SCAR], &kind,
                NULL);
  if (job->had_photo && g_strcmp0 (job->path_name, job->notes.path) == 0
      && g_strcmp0 (kind, mockup->photo.preset[SMP_PRESET_SCAR]) == 0)
    last = smp_scar_path_width (job->notes.place);
  g_free (kind);
  return last > 0.0 ? last : smp_scar_job_usual_width (mockup);
}

/* Reads the path that is asked for.  One that is gone is no error if its scar
 * is on the mask.
 */
static gboolean
find_path (SmpScarJob *job, GError **error)
{
  SmpMockupJob *mockup = &job->mockup;
  SmpPhoto      photo = mockup->photo;
  gdouble       width, scale;

  g_free (job->path_name);
  g_object_get (mockup->config, "path", &job->path_name, "width", &width,
                "px-per-mm", &scale, NULL);
  smp_scar_path_clear (&job->path);
  if (!job->path_name || !job->path_name[0]
      || (job->had_photo
          && g_strcmp0 (job->path_name, job->notes.path) == 0
          && !gimp_image_get_path_by_name (mockup->image, job->path_name)))
    return TRUE;
  if (width == SMP_SCAR_USUAL_WIDTH)
    width = find_width (job);
  /* as it will be in this run */
  if (scale > 0.0)
    smp_photo_set_scale (&photo, scale);
  return smp_scar_path_find (&job->path, mockup->image, &photo, job->path_name,
                             width, error);
}

static gboolean
check (SmpMockupJob *mockup, GError **error)
{
  if (!find_path ((SmpScarJob *) mockup, error))
    return FALSE;
  /* the artist has deselected the path in the dialog */
  if (mockup->is_new && !smp_scar_has_area (mockup))
    {
      g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                           _(mockup->kind->no_area));
      return FALSE;
    }
  return TRUE;
}

static void
begin (SmpMockupJob *mockup)
{
  SmpScarJob *job = (SmpScarJob *) mockup;

  smp_mockup_notes_begin (&job->notes, mockup);
  job->covered = job->notes.covered;
  job->had_photo = mockup->treatment.photo != NULL;
  job->had_area = g_strdup (mockup->photo.area);
  memcpy (job->skin, mockup->photo.skin, sizeof job->skin);
  smp_mockup_presets_complete (&mockup->presets, &mockup->photo,
                               mockup->config,
                               mockup->treatment.filter != NULL);
}

/* The path of the last run, or one to begin with where there is no other area.
 */
static gchar *
first_path (SmpScarJob *job)
{
  SmpMockupJob *mockup = &job->mockup;

  if (job->had_photo)
    return g_strdup (job->notes.path);
  return gimp_selection_is_empty (mockup->image)
         ? smp_scar_path_guess (mockup->image, &mockup->photo) : NULL;
}

static void
forget_last (SmpMockupJob *mockup)
{
  gchar *path = first_path ((SmpScarJob *) mockup);

  g_object_set (mockup->config, "path", path ? path : "",
                "width", SMP_SCAR_USUAL_WIDTH, NULL);
  g_free (path);
  /* it may be of no use any more, then the artist chooses anew */
  if (!check (mockup, NULL))
    g_object_set (mockup->config, "path", "", NULL);
}

static void
recall (SmpMockupJob *mockup)
{
  const SmpScarJob *job = (SmpScarJob *) mockup;
  const gdouble     last = job->had_photo
                           ? smp_scar_path_width (job->notes.place) : 0.0;

  g_object_set (mockup->config, "width",
                last > 0.0 ? last : smp_scar_job_usual_width (mockup), NULL);
}

static void
show_place (SmpMockupJob *mockup, SmpPhoto *photo)
{
  if (check (mockup, NULL))
    smp_scar_try_area ((SmpScarJob *) mockup, photo);
}

static void
end_trials (SmpMockupJob *mockup)
{
  SmpScarJob *job = (SmpScarJob *) mockup;

  job->covered = job->notes.covered;
  job->looked_at = 0;
  smp_scar_end_trial (job);
}

/* The share of the dots that the presets say. */
static gdouble
usual_dots (const SmpChoice *choice)
{
  const gdouble percent = smp_preset_get_number (
    choice->preset[SMP_PRESET_MATURITY], "dots-percent", 100.0);

  return MIN (1.0, percent / 100.0
                   * smp_preset_get_number (choice->preset[SMP_PRESET_SCAR],
                                            "dots", 1.0));
}

/* Looks at the masks once for all trials of an area: they are read through
 * GIMP, and a trial follows the slider.
 */
static gboolean
find_cover (SmpScarJob *job)
{
  const SmpTreatment *treatment = &job->mockup.treatment;
  const gint          id = treatment->photo
                           ? gimp_item_get_id (GIMP_ITEM (treatment->photo))
                           : 0;

  if (id == 0 || id != job->looked_at)
    {
      job->found = smp_treatment_is_covered (treatment, job->mockup.image);
      job->looked_at = id;
    }
  return job->found;
}

/* Where other dots lie across the scar it gets none of its own, unless the
 * artist has set some since.
 */
static void
share_dots (SmpScarJob *job, const SmpChoice *choice, guint applied,
            GObject *values)
{
  const SmpMockupJob *mockup = &job->mockup;
  const guint         telling = 1u << SMP_PRESET_SCAR
                                | 1u << SMP_PRESET_MATURITY;
  const gboolean      covered = find_cover (job);

  if (mockup->is_new || (applied & telling) || covered != job->covered)
    g_object_set (values, "dots", covered ? 0.0 : usual_dots (choice), NULL);
  job->covered = covered;
}

/* What was measured is the scar's skin, which tells nothing of the other. */
static void
set_values (SmpMockupJob *mockup, SmpPhoto *photo, const SmpChoice *choice,
            guint applied, GObject *values)
{
  SmpScarJob *job = (SmpScarJob *) mockup;

  memcpy (photo->skin, job->skin, sizeof photo->skin);
  share_dots (job, choice, applied, values);
}

static void
store (SmpMockupJob *mockup)
{
  SmpScarJob *job = (SmpScarJob *) mockup;

  job->notes.covered = job->covered;
  g_free (job->notes.path);
  job->notes.path = g_strdup (job->path_name);
  if (job->path.key)
    {
      g_free (job->notes.place);
      job->notes.place = g_strdup (job->path.key);
    }
  smp_mockup_notes_store (&job->notes, mockup);
}

void
smp_scar_job_clear (SmpScarJob *job)
{
  smp_treatment_notes_clear (&job->notes);
  smp_scar_path_clear (&job->path);
  g_clear_pointer (&job->path_name, g_free);
  g_clear_pointer (&job->had_area, g_free);
  g_clear_pointer (&job->laid, g_free);
  g_clear_pointer (&job->tried, g_free);
}

const SmpMockupKind smp_scar_mockup = {
  .treatment = &smp_treatment_scar,
  .presets = 1u << SMP_PRESET_SCAR | 1u << SMP_PRESET_MATURITY
             | 1u << SMP_PRESET_DENSITY | 1u << SMP_PRESET_SHADE
             | 1u << SMP_PRESET_STAGE,
  .title = N_("SMP Camouflage Scar"),
  .no_area = N_("There is no scar to treat. Select the scar roughly, or draw a "
                "path along it with the Paths tool (three points or more), "
                "then try again."),
  .never_whole = TRUE,
  .begin = begin,
  .forget_last = forget_last,
  .recall = recall,
  .check = check,
  .has_area = smp_scar_has_area,
  .set_area = smp_scar_set_area,
  .show_place = show_place,
  .end_trials = end_trials,
  .set_values = set_values,
  .store = store,
  .fill = smp_scar_fill
};
