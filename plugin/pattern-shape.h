/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A pattern of hair loss on the head in a photo. */

#ifndef SMP_PATTERN_SHAPE_H
#define SMP_PATTERN_SHAPE_H

#include <libgimp/gimp.h>

#include "photo.h"
#include "template.h"

typedef struct
{
  SmpTemplate template;
  gdouble     strength;         /* 0..1 of what the pattern says */
} SmpPatternShape;

/* The head is that of the photo. */
void    smp_pattern_shape_init (SmpPatternShape       *shape,
                                const SmpPreset       *pattern,
                                const SmpPhoto        *photo,
                                const SmpTemplateView *view,
                                gdouble                strength,
                                guint                  seed);

/* Writes the pattern into a mask whose upper left corner is at (x, y) of the
 * image.  Returns the skin that it treats and the photo shows, cm2.
 */
gdouble smp_pattern_shape_paint (const SmpPatternShape *shape,
                                 GeglBuffer            *buffer,
                                 gint                   x,
                                 gint                   y);

/* Whether any of the head is in an image of this size. */
gboolean smp_pattern_shape_shows_head (const SmpPatternShape *shape,
                                       gint                   width,
                                       gint                   height);

/* About what smp_pattern_shape_paint () returns for an image of this size. */
gdouble smp_pattern_shape_seen  (const SmpPatternShape *shape,
                                 gint                   width,
                                 gint                   height);

/* The skin that the pattern treats on all of the head, cm2. */
gdouble smp_pattern_shape_area  (const SmpPatternShape *shape);

#endif
