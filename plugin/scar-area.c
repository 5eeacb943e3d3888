/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The mask of the copy is the larger of what is selected, the band along the
 * path, and the mask as it was when the run began.  An area or a path of the
 * last run is not laid again: what the artist has painted on the mask since
 * stays.
 *
 * A trial leaves no trace in the list of undo steps: all it does to the image
 * is taken back by the time that list is filled again.
 */

#include "config.h"

#include "scar-area.h"

gboolean
smp_scar_has_area (SmpMockupJob *mockup)
{
  const SmpScarJob *job = (SmpScarJob *) mockup;
  gboolean          whole;

  g_object_get (mockup->config, "whole", &whole, NULL);
  return whole || job->path.path || !gimp_selection_is_empty (mockup->image);
}

/* What is to be added to the treatment. */
typedef struct
{
  gchar   *selection;           /* its name; NULL: nothing is selected */
  gboolean selected, all, band; /* each is added */
  gdouble  was_mm;              /* the band was so much wider; 0: it was not */
} Wish;

static Wish
get_wish (SmpScarJob *job)
{
  SmpMockupJob *mockup = &job->mockup;
  Wish          wish = { smp_selection_name (mockup->image,
                                              mockup->photo.anchor) };
  gboolean      whole;

  g_object_get (mockup->config, "whole", &whole, NULL);
  /* where the photo could not be followed, nor can what was selected be */
  wish.selected = wish.selection
                  && (!job->had_photo
                      || (mockup->change != SMP_FRAME_LOST
                          && !smp_selection_is_same (mockup->image,
                                                     wish.selection,
                                                     job->had_area)));
  wish.all = whole && !wish.selection
             && !(job->had_photo
                  && g_strcmp0 (job->had_area, SMP_AREA_WHOLE) == 0);
  wish.band = job->path.path
              && !(job->had_photo
                   && smp_treatment_notes_is_same_place (job->path.key,
                                                         job->notes.place));
  if (wish.band && job->had_photo
      && smp_scar_path_is_narrower (job->path.key, job->notes.place))
    wish.was_mm = smp_scar_path_width (job->notes.place);
  return wish;
}

/* NULL: nothing. */
static gchar *
name_wish (const SmpScarJob *job, const Wish *wish, const SmpPhoto *photo)
{
  if (!wish->selected && !wish->all && !wish->band)
    return NULL;
  return g_strdup_printf ("%s|%d|%s|%g", wish->selected ? wish->selection : "",
                          wish->all, wish->band ? job->path.key : "",
                          wish->band ? smp_photo_scale (photo) : 0.0);
}

static GimpItem *
mask_of (GimpLayer *layer)
{
  GimpLayerMask *mask = gimp_layer_get_mask (layer);

  return mask ? GIMP_ITEM (mask) : GIMP_ITEM (layer);
}

/* Adds what is selected to what was treated before, without the same path's
 * wider band.
 */
static void
join_old (SmpScarJob *job, const Wish *wish, const SmpPhoto *photo,
          GimpLayer *old)
{
  GimpImage   *image = job->mockup.image;
  SmpScarPath  wide = job->path;
  GimpChannel *selected, *band;

  if (wish->was_mm == 0.0)
    {
      smp_selection_join (image, mask_of (old));
      return;
    }
  selected = smp_selection_put_away (image);
  wide.width_mm = wish->was_mm;
  band = smp_scar_path_draw (&wide, image, photo);
  gimp_image_select_item (image, GIMP_CHANNEL_OP_REPLACE, mask_of (old));
  gimp_image_select_item (image, GIMP_CHANNEL_OP_SUBTRACT, GIMP_ITEM (band));
  gimp_image_remove_channel (image, band);
  /* there is the narrow band at least */
  smp_selection_join (image, GIMP_ITEM (selected));
  gimp_image_remove_channel (image, selected);
}

/* Selects all that is wished, and what is to stay of an old copy, which may be
 * NULL.  Returns what was selected, for smp_selection_bring_back().
 */
static GimpChannel *
select_wish (SmpScarJob *job, const Wish *wish, const SmpPhoto *photo,
             GimpLayer *old)
{
  GimpImage   *image = job->mockup.image;
  GimpChannel *selected = smp_selection_put_away (image);
  GimpChannel *band = wish->band ? smp_scar_path_draw (&job->path, image,
                                                      photo) : NULL;

  if (wish->all)
    gimp_selection_all (image);
  else if (wish->selected)
    gimp_image_select_item (image, GIMP_CHANNEL_OP_REPLACE,
                            GIMP_ITEM (selected));
  if (band)
    {
      smp_selection_join (image, GIMP_ITEM (band));
      gimp_image_remove_channel (image, band);
    }
  if (old)
    join_old (job, wish, photo, old);
  return selected;
}

/* Makes the mask what is selected. */
static void
lay (SmpMockupJob *mockup)
{
  SmpTreatment *treatment = &mockup->treatment;

  if (treatment->group)
    smp_treatment_renew (treatment, &mockup->photo, mockup->image);
  else
    smp_treatment_build (treatment, &mockup->photo, mockup->image,
                         smp_treatment_source (mockup->image,
                                               mockup->drawable,
                                               &mockup->photo));
}

gboolean
smp_scar_set_area (SmpMockupJob *mockup)
{
  SmpScarJob *job = (SmpScarJob *) mockup;
  SmpPhoto   *photo = &mockup->photo;
  Wish        wish = get_wish (job);
  gchar      *name = name_wish (job, &wish, photo);
  gboolean    grown = name && g_strcmp0 (name, job->laid) != 0;

  if (grown)
    {
      GimpLayer   *old = job->had_photo ? mockup->treatment.photo : NULL;
      GimpChannel *selected = select_wish (job, &wish, photo, old);

      lay (mockup);
      smp_selection_bring_back (mockup->image, selected);
    }
  g_free (job->laid);
  job->laid = name;
  if (wish.selection || wish.all)
    {
      g_free (photo->area);
      photo->area = wish.selection ? wish.selection
                                   : g_strdup (SMP_AREA_WHOLE);
    }
  return grown;
}

void
smp_scar_try_area (SmpScarJob *job, const SmpPhoto *photo)
{
  SmpMockupJob *mockup = &job->mockup;
  SmpTreatment *treatment = &mockup->treatment;
  Wish          wish = get_wish (job);
  gchar        *name = name_wish (job, &wish, photo);

  if (g_strcmp0 (name, job->tried ? job->tried : job->laid) != 0)
    smp_scar_end_trial (job);
  if (name && !job->tried && g_strcmp0 (name, job->laid) != 0)
    {
      GimpChannel *selected;

      gimp_image_undo_freeze (mockup->image);
      selected = select_wish (job, &wish, photo,
                              job->had_photo ? treatment->photo : NULL);
      job->hidden = treatment->photo;
      treatment->photo = smp_treatment_add_copy (treatment, photo,
                                                 mockup->image);
      gimp_item_set_visible (GIMP_ITEM (job->hidden), FALSE);
      smp_selection_bring_back (mockup->image, selected);
      gimp_image_undo_thaw (mockup->image);
      job->tried = g_steal_pointer (&name);
    }
  g_free (name);
  g_free (wish.selection);
}

void
smp_scar_end_trial (SmpScarJob *job)
{
  SmpMockupJob *mockup = &job->mockup;

  g_clear_pointer (&job->tried, g_free);
  if (!job->hidden)
    return;
  gimp_image_undo_freeze (mockup->image);
  gimp_item_set_visible (GIMP_ITEM (job->hidden), TRUE);
  gimp_image_remove_layer (mockup->image, mockup->treatment.photo);
  gimp_image_undo_thaw (mockup->image);
  mockup->treatment.photo = job->hidden;
  job->hidden = NULL;
}
