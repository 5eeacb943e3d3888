/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The mask of the treatment is what was selected; strays in front of the
 * hairline show as far as it reaches.  With nothing selected a closed path is
 * the area: then the mask is a box around it, and the filter lays dots within
 * the line.
 */

#include "config.h"

#include "mockup-area.h"

#include <glib/gi18n-lib.h>

#define PATH_MARGIN_MM 20.0     /* around it, for strays */
#define STRAYS_MM      8.0      /* the most that presets have */
#define BEYOND_MM      100.0    /* where the photo cuts the outline */

/* Of the hairline; g_free(). */
static gchar *
get_source (const SmpMockupJob *job)
{
  gchar *source;

  g_object_get (job->config, "hairline", &source, NULL);
  return source ? source : g_strdup ("");
}

static gboolean
is_known (const SmpMockupJob *job, const gchar *source)
{
  return job->photo.hairline
         && g_strcmp0 (source, job->photo.hairline_source) == 0;
}

/* Whether there is an area: a closed path must lie in the photo, and where one
 * was the area it cannot go without another line.
 */
static gboolean
check_path_area (SmpMockupJob *job, const gchar *source, GError **error)
{
  if (smp_mockup_job_has_own_area (job))
    {
      const SmpArea area = smp_line_area (&job->line, job->image, 0.0);

      if (area.width > 0 && area.height > 0)
        return TRUE;
      g_set_error (error, GIMP_PLUG_IN_ERROR, 0,
                   _("The path “%s” lies outside of the photo. Move it onto the "
                     "scalp, then run the mock-up again."), source);
      return FALSE;
    }
  if (source[0] || g_strcmp0 (job->photo.area, SMP_AREA_PATH) != 0
      || !job->treatment.photo || !gimp_selection_is_empty (job->image))
    return TRUE;
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("The treated area was that within a closed path. "
                         "Select the area to treat, or choose a path as the "
                         "hairline."));
  return FALSE;
}

gboolean
smp_mockup_read_line (SmpMockupJob *job, GError **error)
{
  gchar   *source = get_source (job);
  gboolean good = TRUE;

  smp_line_clear (&job->line);
  if (source[0] && !g_str_equal (source, SMP_MOCKUP_OUTLINE)
      && !(is_known (job, source)
           && !gimp_image_get_path_by_name (job->image, source)))
    good = smp_line_of_path (&job->line, job->image, source, error);
  good = good && check_path_area (job, source, error);
  g_free (source);
  return good;
}

gboolean
smp_mockup_job_has_own_area (SmpMockupJob *job)
{
  gboolean whole;

  g_object_get (job->config, "whole", &whole, NULL);
  return !whole && job->line.points && job->line.closed
         && gimp_selection_is_empty (job->image);
}

/* Adds the whole image to the area. */
static void
add_all (SmpMockupJob *job)
{
  gimp_selection_all (job->image);
  smp_treatment_extend (&job->treatment, &job->photo, job->image);
  gimp_selection_none (job->image);
}

static void
select_area (GimpImage *image, GimpChannelOps operation, SmpArea area)
{
  gimp_image_select_rectangle (image, operation, area.x, area.y, area.width,
                               area.height);
}

static void
build (SmpMockupJob *job)
{
  smp_treatment_build (&job->treatment, &job->photo, job->image,
                       smp_treatment_source (job->image, job->drawable,
                                             &job->photo));
}

/* Adds a box around the path to the area, if the path has left the area; what
 * is painted on the mask stays.
 */
static gboolean
add_path (SmpMockupJob *job)
{
  SmpTreatment *treatment = &job->treatment;
  const gdouble scale = smp_photo_scale (&job->photo);
  const SmpArea line = smp_line_area (&job->line, job->image,
                                      STRAYS_MM * scale);
  SmpArea       old = { 0 };

  if (treatment->photo)
    {
      old = smp_treatment_area (treatment, &job->photo, job->image);
      if (line.x >= old.x && line.y >= old.y
          && line.x + line.width <= old.x + old.width
          && line.y + line.height <= old.y + old.height)
        return FALSE;
    }
  select_area (job->image, GIMP_CHANNEL_OP_REPLACE,
               smp_line_area (&job->line, job->image,
                              PATH_MARGIN_MM * scale));
  if (treatment->photo)
    select_area (job->image, GIMP_CHANNEL_OP_SUBTRACT, old);
  if (treatment->group)
    smp_treatment_extend (treatment, &job->photo, job->image);
  else
    build (job);
  gimp_selection_none (job->image);
  return TRUE;
}

gboolean
smp_mockup_set_area (SmpMockupJob *job)
{
  SmpTreatment  *treatment = &job->treatment;
  SmpPhoto      *photo = &job->photo;
  const gboolean of_path =
    smp_mockup_job_has_own_area (job)
    && (!treatment->photo || g_strcmp0 (photo->area, SMP_AREA_PATH) == 0);
  gchar         *area = of_path ? g_strdup (SMP_AREA_PATH)
                        : smp_selection_name (job->image, photo->anchor);
  gboolean       whole, grown = TRUE;

  g_object_get (job->config, "whole", &whole, NULL);
  if (!area && whole)
    area = g_strdup (SMP_AREA_WHOLE);
  if (of_path)
    grown = add_path (job);
  else if (!treatment->group)
    build (job);
  /* what the artist has painted out since stays so */
  else if (treatment->photo && g_strcmp0 (area, SMP_AREA_WHOLE) == 0
           && g_strcmp0 (photo->area, SMP_AREA_WHOLE) == 0)
    grown = FALSE;
  else if (g_strcmp0 (area, SMP_AREA_WHOLE) == 0)
    add_all (job);
  /* where the photo could not be followed, nor can what was selected be */
  else if (!treatment->photo
           || (area && job->change != SMP_FRAME_LOST
               && !smp_selection_is_same (job->image, area, photo->area)))
    smp_treatment_extend (treatment, photo, job->image);
  else
    grown = FALSE;

  if (area)
    {
      g_free (photo->area);
      photo->area = area;
    }
  return grown;
}

/* Around what is treated now. */
static gchar *
make_outline (SmpMockupJob *job)
{
  SmpLine line = { g_array_new (FALSE, FALSE, sizeof (SmpPoint)), TRUE };
  SmpCover cover;
  gchar   *text = NULL;

  smp_cover_read (&cover, job->treatment.photo);
  job->parts = smp_cover_outline (&cover,
                                  BEYOND_MM * smp_photo_scale (&job->photo),
                                  line.points);
  if (line.points->len > 0)
    text = smp_line_to_text (&line, &job->photo, &cover);
  smp_cover_clear (&cover);
  smp_line_clear (&line);
  return text;
}

static gchar *
make_line (SmpMockupJob *job, const gchar *source, gboolean grown)
{
  const gboolean outline = g_str_equal (source, SMP_MOCKUP_OUTLINE);
  SmpCover       cover;
  gchar         *text;

  if (!source[0])
    return NULL;
  /* painting on the mask does not move the outline */
  if (outline && (grown || !is_known (job, source)))
    return make_outline (job);
  if (!job->line.points)
    return g_strdup (job->photo.hairline);

  smp_cover_read (&cover, job->treatment.photo);
  text = smp_line_to_text (&job->line, &job->photo, &cover);
  smp_cover_clear (&cover);
  return text;
}

void
smp_mockup_set_line (SmpMockupJob *job, gboolean grown)
{
  SmpPhoto *photo = &job->photo;
  gchar    *source = get_source (job);
  gchar    *line;

  job->parts = 0;
  line = make_line (job, source, grown);
  g_free (photo->hairline);
  g_free (photo->hairline_source);
  photo->hairline = line;
  photo->hairline_source = source;
  g_clear_pointer (&job->shown_source, g_free);
}

const gchar *
smp_mockup_show_line (SmpMockupJob *job)
{
  gchar *source = get_source (job);

  if (g_strcmp0 (source, job->shown_source) == 0)
    {
      g_free (source);
      return job->shown_line;
    }
  g_free (job->shown_source);
  g_free (job->shown_line);
  job->shown_source = source;
  job->shown_line = smp_mockup_read_line (job, NULL)
                    ? make_line (job, source, FALSE) : NULL;
  return job->shown_line;
}
