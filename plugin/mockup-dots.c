/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-dots.h"

#include <glib/gi18n-lib.h>

#include "mockup-area.h"
#include "mockup-lists.h"

static void
forget_last (SmpMockupJob *job)
{
  const SmpPhoto *photo = &job->photo;
  const gchar    *source = photo->hairline_source;

  g_object_set (job->config,
                "hairline", source ? source : "",
                "head-x", photo->head_guessed ? SMP_HEAD_GUESS : photo->head_x,
                "head-y", photo->head_guessed ? SMP_HEAD_GUESS : photo->head_y,
                "head-width", photo->head_width,
                "head-height", photo->head_height,
                "head-angle", photo->head_angle,
                NULL);
  /* its path may be of no use any more, then the artist chooses anew */
  if (!smp_mockup_read_line (job, NULL))
    g_object_set (job->config, "hairline", "", NULL);
}

/* A treatment begins with the closed path when nothing is selected, or else
 * with the designed hairline unless the photo has another.
 */
static gchar *
find_line (SmpMockupJob *job)
{
  gchar *path = NULL, *known;

  if (!job->treatment.photo && gimp_selection_is_empty (job->image))
    path = smp_line_closed_name (job->image);
  g_object_get (job->config, "hairline", &known, NULL);
  if (!path && !job->treatment.filter && !(known && known[0]))
    path = smp_line_designed_name (job->image);
  g_free (known);
  return path;
}

static void
recall (SmpMockupJob *job)
{
  gchar *path = find_line (job);

  /* a photo whose scale was set only has no treatment to go by */
  if (job->photo.preset[SMP_PRESET_DENSITY])
    g_object_set (job->config, "curvature", job->photo.curvature, NULL);
  if (path)
    g_object_set (job->config, "hairline", path, NULL);
  g_free (path);
}

static void
show_place (SmpMockupJob *job, SmpPhoto *photo)
{
  photo->hairline = (gchar *) smp_mockup_show_line (job);
}

/* Where the head is.  Unless told it lies with its top at the top of the area,
 * which holds for views from the front, from above and from behind; what is
 * added to the area later does not move it, nor the dots with it.
 */
static void
set_head (SmpMockupJob *job, SmpPhoto *photo, const SmpChoice *choice,
          guint applied, GObject *values)
{
  const SmpArea area = smp_treatment_area (&job->treatment, photo, job->image);
  const gdouble scale = smp_photo_scale (photo);
  gdouble       head_x, head_y, width, height, angle, x, y;
  gboolean      told;

  g_object_get (job->config, "curvature", &photo->curvature,
                "head-x", &head_x, "head-y", &head_y, "head-width", &width,
                "head-height", &height, "head-angle", &angle, NULL);
  told = head_x != SMP_HEAD_GUESS || head_y != SMP_HEAD_GUESS;
  if (told || width != SMP_HEAD_WIDTH)
    photo->head_width = width;
  if (told || height != SMP_HEAD_HEIGHT)
    photo->head_height = height;
  if (told || angle != 0.0)
    photo->head_angle = angle;
  if (told)
    photo->head_guessed = FALSE;
  else if (!photo->head_guessed
           || (!job->is_new && job->change != SMP_FRAME_LOST))
    return;

  smp_photo_to_frame (photo, area.x + 0.5 * area.width,
                      area.y + 0.5 * photo->head_height * scale, &x, &y);
  photo->head_x = head_x == SMP_HEAD_GUESS ? CLAMP (x, -1.0, 2.0) : head_x;
  photo->head_y = head_y == SMP_HEAD_GUESS ? CLAMP (y, -1.0, 2.0) : head_y;
}

static void
store (SmpMockupJob *job)
{
  smp_photo_store (&job->photo, job->image);
}

const SmpMockupKind smp_mockup_dots = {
  .treatment = &smp_treatment_dots,
  .presets = SMP_MOCKUP_DOTS_PRESETS,
  .title = N_("SMP Mock-up"),
  .no_area = N_("Nothing is selected. Select the area to treat, draw a closed "
                "path around it and name it as the hairline, or ask for the "
                "whole photo (argument \"whole\")."),
  .forget_last = forget_last,
  .recall = recall,
  .check = smp_mockup_read_line,
  .set_place = smp_mockup_set_line,
  .show_place = show_place,
  .set_values = set_head,
  .store = store,
  .fill = smp_mockup_lists_fill
};
