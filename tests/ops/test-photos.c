/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What survives on photos of heads: hair and its contrast, the tone of bare
 * skin, shine; a soft photo gets soft dots.  The rendered samples know where
 * their hair and their scalp are.
 *
 * Arguments: module folder, folder of the photos.
 */

#include <math.h>
#include <string.h>

#include "measure.h"
#include "ops.h"

#define W 1200
#define H 900
#define N (W * H)

static const gchar *photo_folder;

/* A file of the folder as rows of format, W x H. */
static gfloat *
load (const gchar *name, const gchar *suffix, const gchar *format)
{
  const GeglRectangle box = { 0, 0, W, H };
  gchar              *path = g_strdup_printf ("%s/%s%s", photo_folder, name,
                                              suffix);
  GeglNode           *graph = gegl_node_new ();
  GeglNode           *file = gegl_node_new_child (graph,
                                                  "operation", "gegl:load",
                                                  "path", path, NULL);
  gfloat             *pixels = ops_render (file, &box, format);

  g_object_unref (graph);
  g_free (path);
  return pixels;
}

/* A photo with its treatment as alpha. */
typedef struct
{
  const gchar *name;
  gdouble      px_per_mm;
  gfloat      *rgba;
  GeglBuffer  *buffer;
  SmpMeasured  measured;
} Photo;

static void
measure_photo (Photo *photo)
{
  const gint  side = SMP_MEASURE_SIDE;
  SmpMeasure *measure = g_new (SmpMeasure, 1);
  gfloat     *block = g_new (gfloat, 4 * side * side);

  smp_measure_begin (measure);
  for (gint y = 0; y < H; y += side)
    for (gint x = 0; x < W; x += side)
      {
        const GeglRectangle part = { x, y, MIN (side, W - x),
                                     MIN (side, H - y) };

        gegl_buffer_get (photo->buffer, &part, 1.0,
                         babl_format ("RGBA float"), block,
                         GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
        smp_measure_block (measure, block, part.width, part.height);
      }
  smp_measure_end (measure, &photo->measured);
  g_free (block);
  g_free (measure);
}

static Photo
open_photo (const gchar *name, const gchar *mask, gdouble px_per_mm)
{
  const GeglRectangle box = { 0, 0, W, H };
  Photo               photo = { name, px_per_mm };
  gfloat             *treatment = load (mask, "_mask.png", "Y' float");

  photo.rgba = load (name, "_1200.jpg", "RGBA float");
  for (gint i = 0; i < N; i++)
    photo.rgba[4 * i + 3] = treatment[i] > 0.5f ? 1.0f : 0.0f;
  photo.buffer = gegl_buffer_new (&box, babl_format ("RGBA float"));
  gegl_buffer_set (photo.buffer, &box, 0, NULL, photo.rgba,
                   GEGL_AUTO_ROWSTRIDE);
  measure_photo (&photo);
  g_free (treatment);
  return photo;
}

static void
close_photo (Photo *photo)
{
  g_object_unref (photo->buffer);
  g_free (photo->rgba);
}

/* Luminance of the photo as the mock-up treats it; guarded: shine and hair are
 * kept.
 */
static gfloat *
treat (const Photo *photo, gboolean guarded, gdouble sharpness)
{
  const GeglRectangle box = { 0, 0, W, H };
  const gfloat       *rgb = photo->measured.skin;
  const gfloat        rgba[4] = { rgb[0], rgb[1], rgb[2], 1.0f };
  GeglColor          *skin = gegl_color_new (NULL);
  GeglNode           *op, *graph = ops_graph (photo->buffer, "smp:dots", &op);
  gfloat             *luminance;

  gegl_color_set_pixel (skin, babl_format ("RGBA float"), rgba);
  gegl_node_set (op, "px-per-mm", photo->px_per_mm, "skin", skin,
                 "shine", guarded ? 1.0 : 0.0,
                 "hair-guard", guarded ? 1.0 : 0.0,
                 "sharpness", sharpness, NULL);
  luminance = ops_render (op, &box, "Y float");
  g_object_unref (graph);
  g_object_unref (skin);
  return luminance;
}

static gfloat *
untreated (const Photo *photo)
{
  const GeglRectangle box = { 0, 0, W, H };
  gfloat             *luminance = g_new (gfloat, N);

  gegl_buffer_get (photo->buffer, &box, 1.0, babl_format ("Y float"),
                   luminance, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  return luminance;
}

/* Mean of 1 - after / before where class is above .9 within the treatment. */
static gdouble
mean_loss (const Photo *photo, const gfloat *class, const gfloat *before,
           const gfloat *after, gint *pixels)
{
  gdouble sum = 0;
  gint    n = 0;

  for (gint i = 0; i < N; i++)
    if (photo->rgba[4 * i + 3] > 0.5f && class[i] > 0.9f && before[i] > 1e-4f)
      {
        sum += 1.0 - after[i] / before[i];
        n++;
      }
  *pixels = n;
  return sum / n;
}

/* rms over hair of the difference to the mean of the hair in the 7 x 7 pixels
 * around.
 */
static gdouble
strand_contrast (const Photo *photo, const gfloat *hair, const gfloat *light)
{
  gdouble sum = 0;
  gint    n = 0;

  for (gint y = 3; y < H - 3; y++)
    for (gint x = 3; x < W - 3; x++)
      {
        gdouble mean = 0;
        gint    strands = 0;

        if (photo->rgba[4 * (y * W + x) + 3] <= 0.5f || hair[y * W + x] <= 0.7f)
          continue;
        for (gint j = -3; j <= 3; j++)
          for (gint i = -3; i <= 3; i++)
            if (hair[(y + j) * W + x + i] > 0.7f)
              {
                mean += light[(y + j) * W + x + i];
                strands++;
              }
        sum += pow (light[y * W + x] - mean / strands, 2);
        n++;
      }
  return sqrt (sum / n);
}

static void
test_hair (const gchar *name, gdouble px_per_mm)
{
  gchar   *zone = g_strconcat (name, "_thin_zone", NULL);
  Photo    photo = open_photo (name, zone, px_per_mm);
  gfloat  *hair = load (name, "_hair_mask.png", "Y' float");
  gfloat  *scalp = load (name, "_scalp_visible_mask.png", "Y' float");
  gfloat  *before = untreated (&photo);
  gfloat  *guarded = treat (&photo, TRUE, 0.0);
  gfloat  *bare = treat (&photo, FALSE, 0.0);
  gint     hairs, scalps;
  gdouble  on_hair, on_scalp, same_on_scalp, contrast;

  on_hair = mean_loss (&photo, hair, before, guarded, &hairs);
  on_scalp = mean_loss (&photo, scalp, before, guarded, &scalps);
  same_on_scalp = mean_loss (&photo, scalp, before, bare, &scalps);
  contrast = strand_contrast (&photo, hair, guarded)
             / strand_contrast (&photo, hair, before);
  g_print ("%s: %d px of hair lose %.1f %%, %d px of scalp %.1f %% of %.1f %%, "
           "strands keep %.2f of their contrast\n", name, hairs,
           100 * on_hair, scalps, 100 * on_scalp, 100 * same_on_scalp,
           contrast);
  CHECK (hairs > 100 && scalps > 1000, "%s: %d, %d", name, hairs, scalps);
  CHECK (on_hair <= 0.03, "%s: hair loses %g", name, on_hair);
  CHECK_NEAR (on_scalp / same_on_scalp, 1.0, 0.15, "%s: scalp", name);
  CHECK (contrast > 0.9 && contrast < 1.1, "%s: strands %g", name, contrast);

  g_free (bare);
  g_free (guarded);
  g_free (before);
  g_free (scalp);
  g_free (hair);
  g_free (zone);
  close_photo (&photo);
}

/* A bald scalp takes the dots, whatever its colour and light. */
static void
test_bald (const gchar *name, const gchar *mask, gdouble px_per_mm)
{
  gchar   *area = g_strconcat (mask, "_bald", NULL);
  Photo    photo = open_photo (name, area, px_per_mm);
  gfloat  *before = untreated (&photo);
  gfloat  *guarded = treat (&photo, TRUE, 0.0);
  gfloat  *bare = treat (&photo, FALSE, 0.0);
  gfloat  *all = g_new (gfloat, N);
  gint     pixels;
  gdouble  kept, full;

  for (gint i = 0; i < N; i++)
    all[i] = 1.0f;
  kept = mean_loss (&photo, all, before, guarded, &pixels);
  full = mean_loss (&photo, all, before, bare, &pixels);
  g_print ("%s: loses %.1f %% of %.1f %%\n", name, 100 * kept, 100 * full);
  CHECK (kept / full > 0.90 && kept / full <= 1.0, "%s: %g", name, kept / full);

  g_free (all);
  g_free (bare);
  g_free (guarded);
  g_free (before);
  g_free (area);
  close_photo (&photo);
}

/* The colour is taken from the photo after its skin was measured. */
static void
test_grey (void)
{
  const GeglRectangle box = { 0, 0, W, H };
  Photo               photo = open_photo ("front_light", "front_light_bald",
                                          5.663);
  gfloat             *before, *coloured = treat (&photo, TRUE, 0.0), *grey;
  gfloat             *all = g_new (gfloat, N);
  gint                pixels;
  gdouble             with_colour, without;

  before = untreated (&photo);
  for (gint i = 0; i < N; i++)
    all[i] = 1.0f;
  with_colour = mean_loss (&photo, all, before, coloured, &pixels);
  for (gint i = 0; i < N; i++)
    for (gint c = 0; c < 3; c++)
      photo.rgba[4 * i + c] = before[i];
  gegl_buffer_set (photo.buffer, &box, 0, babl_format ("RGBA float"),
                   photo.rgba, GEGL_AUTO_ROWSTRIDE);
  grey = treat (&photo, TRUE, 0.0);
  without = mean_loss (&photo, all, before, grey, &pixels);
  g_print ("front_light: loses %.1f %%, without its colour %.1f %%\n",
           100 * with_colour, 100 * without);
  CHECK_NEAR (without / with_colour, 1.0, 0.05, "grey");

  g_free (grey);
  g_free (all);
  g_free (coloured);
  g_free (before);
  close_photo (&photo);
}

/* Mean square of second and of first differences of the light taken: how far
 * the spectrum of the dots reaches.
 */
static gdouble
crispness (const gfloat *before, const gfloat *after)
{
  gdouble first = 0, second = 0;

  for (gint i = 1; i < N - 1; i++)
    {
      const gdouble l = before[i - 1] - after[i - 1];
      const gdouble m = before[i] - after[i];
      const gdouble r = before[i + 1] - after[i + 1];

      first += (r - m) * (r - m);
      second += (l - 2 * m + r) * (l - 2 * m + r);
    }
  return second / first;
}

static void
test_camera (void)
{
  Photo   sharp = open_photo ("front_light", "front_light_bald", 5.663);
  Photo   phone = open_photo ("front_light_phone", "front_light_bald", 5.663);
  gfloat *before = untreated (&phone);
  gfloat *crisp = treat (&phone, TRUE, 0.0);
  gfloat *soft = treat (&phone, TRUE, phone.measured.sharpness_px);

  g_print ("blur %.2f px, phone %.2f px; grain %.2f, phone %.2f; crispness of "
           "the dots %.3f, as soft as the phone %.3f\n",
           sharp.measured.sharpness_px, phone.measured.sharpness_px,
           sharp.measured.grain, phone.measured.grain,
           crispness (before, crisp), crispness (before, soft));
  CHECK (phone.measured.sharpness_px > 1.3 * sharp.measured.sharpness_px);
  CHECK (crispness (before, soft) < 0.5 * crispness (before, crisp));

  g_free (soft);
  g_free (crisp);
  g_free (before);
  close_photo (&phone);
  close_photo (&sharp);
}

int
main (int argc, char **argv)
{
  ops_init (argc, argv);
  if (argc < 3)
    return 2;
  photo_folder = argv[2];
  test_hair ("crown_thin", 5.131);
  test_hair ("part_long", 5.690);
  test_bald ("front_light", "front_light", 5.663);
  test_bald ("top_medium", "top_medium", 5.198);
  test_bald ("dark_front", "dark_front", 5.617);
  test_bald ("front_light_phone", "front_light", 5.663);
  test_bald ("macro_fringe", "macro_fringe", 15.537);
  test_grey ();
  test_camera ();
  gegl_exit ();
  return smp_test_result ();
}
