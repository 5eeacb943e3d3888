/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup-job.h"

#include <glib/gi18n-lib.h>

#define HEAD_GUESS (-1.0)

/* What the artist asked for, checked. */
typedef struct
{
  const SmpPreset *density;
  const SmpPreset *shade;
  gint             session;
  gint             seed;
  gdouble          px_per_mm;     /* 0: as it is */
  gboolean         curvature;
  gdouble          head_x, head_y;
  gdouble          head_width, head_height, head_angle;
} Wish;

static const SmpPreset *
get_preset (GimpProcedureConfig *config, const gchar *argument,
            SmpPresets *presets, GError **error)
{
  const SmpPreset *preset;
  gchar           *id;

  g_object_get (config, argument, &id, NULL);
  preset = smp_presets_find (presets, id, error);
  g_free (id);
  return preset;
}

static gboolean
get_wish (Wish *wish, GimpProcedureConfig *config, SmpPresets *densities,
          SmpPresets *shades, GError **error)
{
  wish->density = get_preset (config, "density", densities, error);
  if (!wish->density)
    return FALSE;
  wish->shade = get_preset (config, "shade", shades, error);
  if (!wish->shade)
    return FALSE;
  g_object_get (config,
                "session", &wish->session,
                "seed", &wish->seed,
                "px-per-mm", &wish->px_per_mm,
                "curvature", &wish->curvature,
                "head-x", &wish->head_x,
                "head-y", &wish->head_y,
                "head-width", &wish->head_width,
                "head-height", &wish->head_height,
                "head-angle", &wish->head_angle,
                NULL);
  return TRUE;
}

/* Where the head is.  Unless told it lies with its top at the top of the area,
 * which holds for views from the front, from above and from behind.
 */
static void
set_head (SmpPhoto *photo, const SmpTreatment *treatment, const Wish *wish)
{
  const SmpArea area = smp_treatment_area (treatment, photo);
  const gdouble scale = smp_photo_scale (photo);
  gdouble       x, y;

  photo->curvature = wish->curvature;
  if (photo->known && wish->head_x == HEAD_GUESS && wish->head_y == HEAD_GUESS)
    return;

  photo->head_width = wish->head_width;
  photo->head_height = wish->head_height;
  photo->head_angle = wish->head_angle;
  smp_photo_to_frame (photo, area.x + 0.5 * area.width,
                      area.y + 0.5 * wish->head_height * scale, &x, &y);
  photo->head_x = wish->head_x == HEAD_GUESS ? x : wish->head_x;
  photo->head_y = wish->head_y == HEAD_GUESS ? y : wish->head_y;
}

static void
set_area (SmpTreatment *treatment, SmpPhoto *photo, GimpImage *image,
          GimpDrawable *drawable)
{
  gchar *area = smp_selection_name (image);

  if (!treatment->group)
    smp_treatment_build (treatment, photo, image,
                         smp_treatment_source (image, drawable));
  else if (!treatment->photo
           || (area && g_strcmp0 (area, photo->area) != 0))
    smp_treatment_extend (treatment, photo, image);

  if (area)
    {
      g_free (photo->area);
      photo->area = area;
    }
}

static gboolean
set_filter (SmpTreatment *treatment, const SmpPhoto *photo, GimpImage *image,
            const Wish *wish, GError **error)
{
  GObject *values = smp_treatment_values (treatment);

  if (values)
    {
      smp_preset_apply (wish->density, values);
      smp_preset_apply (wish->shade, values);
      g_object_set (values, "session", wish->session,
                    "seed", (guint) wish->seed, NULL);
      smp_treatment_place (treatment, photo, values);
      if (smp_treatment_apply (treatment, image))
        return TRUE;
    }
  g_set_error_literal (error, GIMP_PLUG_IN_ERROR, 0,
                       _("GIMP does not know the filter SMP Dots. Install the "
                         "SMP filters too, then start GIMP again."));
  return FALSE;
}

/* Scale and head as wished, then all of the filter's values. */
static gboolean
set_values (SmpMockupJob *job, SmpPhoto *photo, const Wish *wish,
            GError **error)
{
  if (wish->px_per_mm > 0.0)
    smp_photo_set_scale (photo, wish->px_per_mm);
  set_head (photo, &job->treatment, wish);
  return set_filter (&job->treatment, photo, job->image, wish, error);
}

gboolean
smp_mockup_job_check (SmpMockupJob *job, GError **error)
{
  Wish wish;

  return get_wish (&wish, job->config, job->densities, job->shades, error);
}

void
smp_mockup_job_unmake (SmpMockupJob *job)
{
  gimp_image_remove_layer (job->image, job->treatment.group);
  smp_photo_remove (job->image);
  job->treatment = (SmpTreatment) { NULL };
}

gboolean
smp_mockup_job_make (SmpMockupJob *job, gboolean *moved, GError **error)
{
  const gboolean fresh = job->treatment.group == NULL;
  SmpPhoto      *photo = &job->photo;
  Wish           wish;

  if (!get_wish (&wish, job->config, job->densities, job->shades, error))
    return FALSE;

  *moved = smp_photo_follow (photo, job->image) && photo->known;
  if (wish.px_per_mm > 0.0)
    smp_photo_set_scale (photo, wish.px_per_mm);
  set_area (&job->treatment, photo, job->image, job->drawable);
  if (!set_values (job, photo, &wish, error))
    {
      if (fresh)
        smp_mockup_job_unmake (job);
      return FALSE;
    }

  g_free (photo->density);
  g_free (photo->shade);
  photo->density = g_strdup (smp_preset_get_id (wish.density));
  photo->shade = g_strdup (smp_preset_get_id (wish.shade));
  smp_photo_store (photo, job->image);
  smp_treatment_select (&job->treatment, job->image);
  return TRUE;
}

void
smp_mockup_job_show (SmpMockupJob *job)
{
  /* a trial: what is known of the photo stays as it is */
  SmpPhoto photo = job->photo;
  Wish     wish;

  if (job->treatment.filter
      && get_wish (&wish, job->config, job->densities, job->shades, NULL))
    {
      smp_photo_follow (&photo, job->image);
      set_values (job, &photo, &wish, NULL);
      gimp_displays_flush ();
    }
}
