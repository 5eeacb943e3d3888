/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sources of the numbers: four fingerbreadths or 8 cm over the glabella, of
 * which 6 can look natural; rule of thirds (brow to hairline is a third of the
 * chin to the hairline, n = 20); mature lines lie 1.5 cm over the highest
 * crease of the brow; the frontotemporal angle is neither flattened nor filled.
 */

#include "config.h"

#include "hairline-notes.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define PUPILS_MM       63.0
#define PUPILS_DIFFER   0.15
#define HEIGHT_LEAST_MM 60.0
#define CREASE_LEAST_MM 15.0
#define RECESSION_LEAST 5.0     /* mm */
#define WIDTH_MOST_MM   172.0   /* 8 cm to each side and 6 mm more */
#define CHIN_LEAST_MM   85.0    /* less is no chin */
#define THIRDS_LEAST    0.85    /* of a third of the face */
#define FRONT           0.18    /* radians: the photo is from the front */

static void
add_note (GString *notes, gchar *note)
{
  g_string_append_printf (notes, "%s%s", notes->len ? "\n" : "", note);
  g_free (note);
}

static void
note_scale (GString *notes, const SmpHairlineFacts *facts)
{
  const gdouble scale = facts->forehead.px_per_mm;
  const gdouble apart_mm = facts->apart_px / scale;

  if (!facts->scale_known)
    add_note (notes, g_strdup_printf (
      _("Nobody has set the scale of this photo: it is taken to be 230 mm "
        "wide, %.2f pixels per mm."), scale));
  if (facts->apart_px > 0.0
      && fabs (apart_mm / PUPILS_MM - 1.0) > PUPILS_DIFFER)
    add_note (notes, g_strdup_printf (
      _("By this scale the two points are %.0f mm apart, pupils usually 63 "
        "mm. Check the points, or set the scale to %.2f pixels per mm."),
      apart_mm, facts->apart_px / PUPILS_MM));
}

static void
note_pitch (GString *notes, const SmpHairlineFacts *facts)
{
  if (facts->pitch_guessed)
    add_note (notes, g_strdup (
      _("Nothing tells where the top of the head is, so the photo is taken to "
        "be straight from the front. If the camera looks down on the "
        "forehead, select the head with an ellipse, or say how far.")));
}

static void
note_height (GString *notes, const SmpHairlineFacts *facts)
{
  const gdouble height = facts->shape.height;
  const gdouble seen = smp_forehead_see (&facts->forehead,
                                         (SmpPoint) { 0.0, height }).y;
  const gdouble third = 0.5 * facts->chin_mm;

  if (height < HEIGHT_LEAST_MM)
    add_note (notes, g_strdup_printf (
      _("The middle of the line is only %.0f mm over the brows. The rules "
        "advise 70 to 80 and at least 60 mm; a line too low looks drawn on, "
        "more so with the years."), height));
  if (facts->crease > 0.0 && height < facts->crease + CREASE_LEAST_MM)
    add_note (notes, g_strdup (
      _("The line is less than 15 mm over the highest crease of the brow, "
        "where only boys have theirs.")));
  if (facts->chin_mm > CHIN_LEAST_MM
      && fabs (facts->forehead.pitch) < FRONT
      && seen < THIRDS_LEAST * third)
    add_note (notes, g_strdup_printf (
      _("By the rule of thirds the line would be %.0f mm over the brows as "
        "the photo shows them, it is %.0f mm."), third, seen));
}

static void
note_shape (GString *notes, const SmpHairlineFacts *facts)
{
  const SmpHairlineShape *shape = &facts->shape;

  if (shape->arc)
    add_note (notes, g_strdup (
      _("A round line fills the corners at the temples, as women's lines do. "
        "On men it soon looks drawn on.")));
  else if (shape->recession - shape->peak_depth < RECESSION_LEAST)
    add_note (notes, g_strdup_printf (
      _("The corners are only %.0f mm behind the front. So straight a line "
        "draws the eye and does not age well; natural are 10 to 15 mm."),
      shape->recession - shape->peak_depth));
  if (shape->width > WIDTH_MOST_MM)
    add_note (notes, g_strdup_printf (
      _("The line is %.0f mm wide. With more than 160 mm its corners leave "
        "the line above the outer corners of the eyes and fill the "
        "temples."), shape->width));
}

gchar *
smp_hairline_notes (const SmpHairlineFacts *facts)
{
  GString *notes = g_string_new (NULL);

  note_scale (notes, facts);
  note_pitch (notes, facts);
  /* a selection does not say where the brows are */
  if (facts->apart_px > 0.0)
    note_height (notes, facts);
  note_shape (notes, facts);
  if (facts->outside)
    add_note (notes, g_strdup (_("Part of the line lies outside of the "
                                 "photo.")));
  return g_string_free (notes, FALSE);
}
