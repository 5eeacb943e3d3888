/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The treatment group:
 *
 *   SMP Dots        group layer, mode Normal, carries one filter of ours
 *     SMP photo     copy of the photo with a layer mask, the treatment
 *   photo           untouched
 *
 * Each filter has a group of its own.  Groups are found by the item parasite
 * "smp-treatment", never by name.
 */

#ifndef SMP_TREATMENT_H
#define SMP_TREATMENT_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "selection.h"

#define SMP_TREATMENT_PARASITE "smp-treatment"

typedef struct
{
  const gchar *id;              /* the parasite begins with it */
  const gchar *operation;
  const gchar *name;            /* of group and filter, to be translated */
  gint         level;           /* groups of a higher one lie above */
  gboolean     whole;           /* has the whole photo, so that points which
                                   are picked on the canvas are the frame's */
} SmpTreatmentKind;

extern const SmpTreatmentKind smp_treatment_dots;
extern const SmpTreatmentKind smp_treatment_gradient;
extern const SmpTreatmentKind smp_treatment_scar;

typedef struct
{
  const SmpTreatmentKind *kind;
  GimpLayer          *group;
  GimpLayer          *photo;      /* its child, NULL: the artist removed it; has
                                     a mask unless the artist applied it */
  GimpDrawableFilter *filter;     /* NULL when the artist removed it */
} SmpTreatment;

/* The uppermost of a kind; FALSE when there is none: then only the kind of
 * treatment is set.
 */
gboolean smp_treatment_find    (GimpImage              *image,
                                const SmpTreatmentKind *kind,
                                SmpTreatment           *treatment);

/* All of all kinds, from the top: SmpTreatment, g_array_unref(). */
GArray * smp_treatment_find_all (GimpImage   *image);

/* The layer to treat: the selected one, or that of the photo when its copy is
 * selected, if it holds all of what is selected and is neither hidden nor in a
 * locked group, else NULL, which stands for the visible image without
 * treatments.
 */
GimpLayer * smp_treatment_source (GimpImage      *image,
                                  GimpDrawable   *drawable,
                                  const SmpPhoto *photo);

/* Builds the group of treatment->kind over source, its mask the selection, or
 * white when nothing is selected.  The filter is still to be set:
 * smp_treatment_apply().
 */
void     smp_treatment_build   (SmpTreatment *treatment,
                                SmpPhoto     *photo,
                                GimpImage    *image,
                                GimpLayer    *source);

/* Adds the selection to the mask, and makes the copy of the photo anew where it
 * was too small or is gone.
 */
void     smp_treatment_extend  (SmpTreatment *treatment,
                                SmpPhoto     *photo,
                                GimpImage    *image);

/* Puts one more copy of the photo on top of those in the group, its mask what
 * is selected.
 */
GimpLayer * smp_treatment_add_copy (const SmpTreatment *treatment,
                                    const SmpPhoto     *photo,
                                    GimpImage          *image);

/* The same in the place of the copy that is there, if any. */
void     smp_treatment_renew   (SmpTreatment       *treatment,
                                const SmpPhoto     *photo,
                                GimpImage          *image);

/* Roughly the part of the image that is treated: what is selected, or else the
 * copy of the photo without its margin.
 */
SmpArea  smp_treatment_area    (const SmpTreatment *treatment,
                                const SmpPhoto     *photo,
                                GimpImage          *image);

/* Takes over what the artist has set in the filter's dialog about camera and
 * light, unless a list of presets has reset all of the filter.
 */
void     smp_treatment_learn   (const SmpTreatment *treatment,
                                SmpPhoto           *photo);

/* Gives the filter what belongs to the photo: scale, frame, head, camera and
 * light, and SMP Dots the hairline.
 */
void     smp_treatment_place   (const SmpTreatment *treatment,
                                const SmpPhoto     *photo,
                                GObject            *values);

/* Whether visible dots of the other treatments lie across most of a scar. */
gboolean smp_treatment_is_covered (const SmpTreatment *treatment,
                                   GimpImage          *image);

/* A scar that dots have come to lie across gets none of its own; TRUE: that is
 * new, and values have changed.
 */
gboolean smp_treatment_yield   (const SmpTreatment *treatment,
                                GimpImage          *image,
                                GObject            *values);

/* Gives scale, frame and head to all treatments but this one; each keeps what
 * it has of camera and light, unless that is to be measured again.  A scar
 * yields its dots.
 */
void     smp_treatment_place_others (const SmpTreatment *treatment,
                                     const SmpPhoto     *photo,
                                     gboolean            measure,
                                     GimpImage          *image);

/* Whether GIMP has the filter, tried on any layer of an image. */
gboolean smp_treatment_is_possible (GimpImage              *image,
                                    const SmpTreatmentKind *kind);

/* The filter of this kind that a group has, NULL: none. */
GimpDrawableFilter * smp_treatment_find_filter (GimpLayer              *group,
                                                const SmpTreatmentKind *kind);

/* The filter's values, to be changed and then applied. */
GObject * smp_treatment_values (SmpTreatment *treatment);

/* Makes the filter's values take effect; appends the filter when the group has
 * none.  FALSE when GIMP refused.
 */
gboolean smp_treatment_apply   (SmpTreatment *treatment,
                                GimpImage    *image);

/* The same where there is a filter, and can be undone: GIMP does not undo new
 * values of a filter, but it does undo another filter in its place.  The one
 * that is there stays when GIMP refuses another.
 */
gboolean smp_treatment_exchange (SmpTreatment *treatment,
                                 GimpImage    *image);

/* The filter's values as they are, and back to them: free with
 * g_ptr_array_unref().
 */
GPtrArray * smp_treatment_remember (SmpTreatment *treatment);

void     smp_treatment_restore (SmpTreatment *treatment,
                                GimpImage    *image,
                                GPtrArray    *values);

/* Leaves the copy's mask ready to be painted. */
void     smp_treatment_select  (const SmpTreatment *treatment,
                                GimpImage          *image);

#endif
