/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the skin of forehead.h turns away from a camera that looks down by the
 * angle p, it shows 95 (1 + sin p) mm over the glabella: 95 mm from the front,
 * 143 mm from 30 degrees above.  That place is the top of the head's outline.
 * On the rendered sample heads this gives 24 and 34 degrees, where the slope of
 * their skin says 25 and 35.  The middle of the head lies 95 mm behind the
 * glabella, so a turned face shows it 95 sin (turn) mm beside.
 */

#include "config.h"

#include "hairline-view.h"

#include <math.h>

#define LEAST_MM 80.0           /* less is not the top of a head */
#define MOST_MM  190.0
#define ASIDE_MM 45.0           /* so far aside the head is another's */
#define PITCH_MAX (G_PI / 3.0)
#define TURN_MAX (G_PI / 7.0)
#define ROUNDS   8              /* glabella and angles depend on each other */

/* An ellipse, px. */
typedef struct
{
  SmpPoint centre;
  SmpPoint half;                /* its half axes ... */
  gdouble  angle;               /* ... the first of which points there, radians
                                   from x to y */
} Outline;

static gboolean
get_selected (GimpImage *image, Outline *head)
{
  gboolean non_empty;
  gint     x1, y1, x2, y2;

  gimp_selection_bounds (image, &non_empty, &x1, &y1, &x2, &y2);
  *head = (Outline) {
    { 0.5 * (x1 + x2), 0.5 * (y1 + y2) }, { 0.5 * (x2 - x1), 0.5 * (y2 - y1) }
  };
  return non_empty;
}

/* In px of the frame. */
static gboolean
get_known (const SmpPhoto *photo, Outline *head)
{
  const gdouble scale = smp_photo_frame_scale (photo);

  *head = (Outline) {
    { photo->head_x * photo->width, photo->head_y * photo->height },
    { 0.5 * photo->head_width * scale, 0.5 * photo->head_height * scale },
    photo->head_angle * G_PI / 180.0
  };
  return photo->known && !photo->head_guessed;
}

static SmpPoint
to_frame (const SmpPhoto *photo, SmpPoint p)
{
  SmpPoint frame;

  smp_photo_to_frame (photo, p.x, p.y, &frame.x, &frame.y);
  return (SmpPoint) { frame.x * photo->width, frame.y * photo->height };
}

/* The top of the outline over the glabella, mm along up, of length 1, and how
 * far its middle lies to the right.  FALSE: it is no head over these brows.
 */
static gboolean
find_top (const Outline *head, SmpPoint glabella, SmpPoint up,
          gdouble px_per_mm, gdouble *top_mm, gdouble *aside_mm)
{
  const gdouble s = sin (head->angle), c = cos (head->angle);
  const gdouble along = head->half.x * (up.x * c + up.y * s);
  const gdouble beyond = head->half.y * (up.y * c - up.x * s);
  const gdouble dx = head->centre.x - glabella.x;
  const gdouble dy = head->centre.y - glabella.y;

  *aside_mm = (dy * up.x - dx * up.y) / px_per_mm;
  *top_mm = (dx * up.x + dy * up.y + hypot (along, beyond)) / px_per_mm;
  return fabs (*aside_mm) < ASIDE_MM
         && *top_mm > LEAST_MM && *top_mm < MOST_MM;
}

static gboolean
find_head (GimpImage *image, const SmpPhoto *photo,
           const SmpForehead *forehead, gdouble *top_mm, gdouble *aside_mm)
{
  Outline  head;
  SmpPoint glabella, above, up;
  gdouble  length;
  gboolean good;

  if (get_selected (image, &head))
    return find_top (&head, forehead->glabella, forehead->up,
                     forehead->px_per_mm, top_mm, aside_mm);
  if (!get_known (photo, &head))
    return FALSE;
  glabella = to_frame (photo, forehead->glabella);
  above = to_frame (photo, (SmpPoint) {
    forehead->glabella.x + forehead->up.x,
    forehead->glabella.y + forehead->up.y
  });
  length = hypot (above.x - glabella.x, above.y - glabella.y);
  up = (SmpPoint) { (above.x - glabella.x) / length,
                    (above.y - glabella.y) / length };
  good = find_top (&head, glabella, up, smp_photo_frame_scale (photo), top_mm,
                   aside_mm);
  if (smp_photo_is_mirrored (photo))
    *aside_mm = -*aside_mm;
  return good;
}

gboolean
smp_hairline_find_view (GimpImage *image, const SmpPhoto *photo,
                        const SmpPoints *points, SmpPointsKind kind,
                        SmpForehead *forehead)
{
  SmpForehead found = *forehead;
  gdouble     chin_mm, top_mm, aside_mm;

  for (gint i = 0; i < ROUNDS; i++)
    {
      smp_points_place (points, kind, &found, &chin_mm);
      if (!find_head (image, photo, &found, &top_mm, &aside_mm))
        return FALSE;
      found.pitch = asin (CLAMP (top_mm / SMP_FOREHEAD_TOP_MM - 1.0, 0.0,
                                 sin (PITCH_MAX)));
      found.turn = asin (CLAMP (aside_mm / SMP_FOREHEAD_TOP_MM,
                                -sin (TURN_MAX), sin (TURN_MAX)));
    }
  forehead->pitch = found.pitch;
  forehead->turn = found.turn;
  return TRUE;
}
