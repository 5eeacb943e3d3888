/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is known of the client's photo: its scale, its frame, its head.  Lives
 * in the image parasite "smp-photo", which is the truth; filters carry copies.
 *
 * The frame is the image as it was when treatment began.  An invisible path
 * with the anchors (0, 0), (W, 0), (0, H) stays on the skin when the image is
 * cropped, scaled, rotated or flipped; where it is now tells what happened.
 */

#ifndef SMP_PHOTO_H
#define SMP_PHOTO_H

#include <libgimp/gimp.h>

#include "presets.h"

/* The arguments of procedures for the head, and what they are unless told. */
#define SMP_HEAD_GUESS  (-1.0)  /* its centre, to be guessed */
#define SMP_HEAD_WIDTH  155.0   /* mm */
#define SMP_HEAD_HEIGHT 200.0

typedef struct
{
  gboolean known;             /* the image had a parasite */
  gboolean has_path;          /* and the path */
  gdouble  width, height;     /* frame, px of the image as it was */
  gdouble  px_per_mm;         /* of the frame; 0: nobody set it */
  gdouble  anchor[6];         /* x, y in image px where the frame's corners
                                 (0, 0), (1, 0), (0, 1) were last seen */
  gint     image_width;       /* px, when last seen */
  gint     image_height;
  guint    layer_tattoo;      /* the photo's layer, 0: the visible image */
  gboolean curvature;
  gboolean head_guessed;      /* from the treated area, nobody set it */
  gdouble  head_x, head_y;    /* frame coordinates 0..1 */
  gdouble  head_width;        /* mm */
  gdouble  head_height;       /* mm */
  gdouble  head_angle;        /* degrees, clockwise */
  gdouble  head_chin;         /* mm from the head's lower end to the chin, which
                                 the photo cuts off; 0: it does not */
  gboolean resampled;         /* its pixels are not those last seen: scaled or
                                 turned; set by smp_photo_follow() */
  gdouble  sharpness;         /* what the filter says of camera and light: px */
  gdouble  grain;             /* 0..1, */
  gdouble  skin[3];           /* linear sRGB, all 0: unknown, */
  gdouble  light[3];          /* linear sRGB */
  gchar   *preset[SMP_PRESET_FILTER_KINDS];
                              /* ids last chosen, owned; may be NULL */
  gchar   *hairline;          /* as in the filter; NULL: none */
  gchar   *hairline_source;   /* a path's name or "selection"; NULL: none */
  gchar   *area;              /* what was treated last: a selection, see
                                 selection.h, or one of these */
} SmpPhoto;

#define SMP_AREA_PATH  "path"   /* within a closed path */
#define SMP_AREA_WHOLE "whole"  /* the whole photo */

/* Keys of the parasite, and arguments of the mock-up. */
extern const gchar *const smp_photo_preset_key[SMP_PRESET_FILTER_KINDS];

/* Reads the parasite, or starts with the image as its own frame. */
void      smp_photo_load     (SmpPhoto  *photo,
                              GimpImage *image);

void      smp_photo_clear    (SmpPhoto  *photo);

typedef enum
{
  SMP_FRAME_STAYED,
  SMP_FRAME_MOVED,            /* cropped, scaled, rotated, flipped */
  SMP_FRAME_LOST              /* the path is gone and the image has another
                                 size: frame and scale start anew */
} SmpFrameChange;

/* Looks where the frame is now, compared with where it was last seen. */
SmpFrameChange smp_photo_follow (SmpPhoto  *photo,
                                 GimpImage *image);

/* Writes the parasite, and the path when it is not there. */
void      smp_photo_store    (SmpPhoto  *photo,
                              GimpImage *image);

/* Parasite and path as they were when photo was loaded. */
void      smp_photo_restore  (SmpPhoto  *photo,
                              GimpImage *image);

/* Whether the image is now the mirror image of the frame. */
gboolean  smp_photo_is_mirrored (const SmpPhoto *photo);

/* Whether a path is that of a frame. */
gboolean  smp_photo_is_frame (GimpPath  *path);

/* px of the image as it is now per mm of scalp; a frame of 230 mm when nobody
 * set the scale.
 */
gdouble   smp_photo_scale    (const SmpPhoto *photo);

/* The same for px of the frame. */
gdouble   smp_photo_frame_scale (const SmpPhoto *photo);

/* Sets the scale, given for the image as it is now. */
void      smp_photo_set_scale (SmpPhoto *photo,
                               gdouble   px_per_mm);

/* Moves the head, after the scale was before, so that its top stays where it
 * was in the picture: there a guess begins.
 */
void      smp_photo_keep_top (SmpPhoto *photo,
                              gdouble   before);

/* Frame coordinates of a place in the image. */
void      smp_photo_to_frame (const SmpPhoto *photo,
                              gdouble         x,
                              gdouble         y,
                              gdouble        *frame_x,
                              gdouble        *frame_y);

/* The value of the property "frame" for a filter on a drawable with its upper
 * left corner at (x, y) of the image.  g_free().
 */
gchar *   smp_photo_frame    (const SmpPhoto *photo,
                              gint            x,
                              gint            y);

#endif
