/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a gradient lies in the photo. */

#ifndef SMP_GRADIENT_PLACE_H
#define SMP_GRADIENT_PLACE_H

#include <libgimp/gimp.h>

#include "line.h"
#include "photo.h"

typedef enum
{
  SMP_SHAPE_LINEAR,             /* from start to end */
  SMP_SHAPE_CROWN,              /* from the whorl to the rim */
  SMP_SHAPE_PARTING,            /* on both sides of start - end */
  SMP_SHAPE_HAIRLINE,           /* behind a line */
  SMP_SHAPES
} SmpShape;

extern const gchar *const smp_shape_id[SMP_SHAPES];

/* In the place of a path's name: */
#define SMP_PLACE_AUTO      ""            /* what there is */
#define SMP_PLACE_SELECTION "selection"   /* the treated area */
#define SMP_PLACE_MOCKUP    "mock-up"     /* the hairline of SMP Dots */

/* What a place is taken from. */
typedef struct
{
  gchar  *id;                   /* never SMP_PLACE_AUTO */
  SmpLine line;                 /* of a path; none: the others */
} SmpPlaceSource;

/* Looks for it; FALSE and an error that says what to do when it is not there,
 * or not fit for the shape.
 */
gboolean smp_place_source_find  (SmpPlaceSource       *source,
                                 GimpImage            *image,
                                 const SmpPhoto       *photo,
                                 SmpShape              shape,
                                 const gchar          *path,
                                 GError              **error);

void     smp_place_source_clear (SmpPlaceSource       *source);

typedef struct
{
  gdouble start[2], end[2];     /* frame coordinates */
  gchar  *hairline;             /* as in the filter; NULL: none */
  gchar  *key;                  /* shape and place of the source */
} SmpGradientPlace;

/* layer: the copy of the photo, its mask the treated area. */
void     smp_gradient_place_init  (SmpGradientPlace     *place,
                                   const SmpPlaceSource *source,
                                   const SmpPhoto       *photo,
                                   GimpLayer            *layer,
                                   SmpShape              shape);

void     smp_gradient_place_clear (SmpGradientPlace     *place);

#endif
