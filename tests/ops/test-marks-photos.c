/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pale marks on photos of heads.  The scar mask of the back of a head holds a
 * strip and the dots of a harvest of grafts; how it is read is told in
 * marks-judge.h.
 *
 * On heads without scars nothing should be touched of the area to treat.
 *
 * Arguments: module folder, folder of the photos.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "changes.h"
#include "marks-judge.h"
#include "marks.h"
#include "ops.h"

#define PX_PER_MM 5.343         /* of the back of the head */

static SmpMarksParams params;   /* as the filter has them */
static const gchar         *photo_folder;

typedef struct
{
  gint    width, height;
  gfloat *rgba;
} Photo;

static void
photo_row (void *data, int x, int y, int n, float *rgba)
{
  const Photo *photo = data;

  memcpy (rgba, photo->rgba + 4 * ((gsize) y * photo->width + x),
          4 * n * sizeof *rgba);
}

/* Coverage of every pixel. */
static gfloat *
find_marks (Photo *photo, gdouble px_per_mm)
{
  const SmpRect  bounds = { 0, 0, photo->width, photo->height };
  const gint     side = SMP_MARKS_RECT;
  SmpMarksGrid  *grid = g_new (SmpMarksGrid, 1);
  gfloat        *mark = g_new (gfloat, (gsize) bounds.width * bounds.height);
  const SmpFrame frame = smp_frame_from_box (0.0, 0.0, photo->width,
                                             photo->height);
  SmpChart       chart;
  SmpMarks       marks;

  smp_chart_init (&chart, &frame, NULL, px_per_mm);
  smp_marks_init (&marks, &params, &chart);
  for (gint y = 0; y < bounds.height; y += side)
    for (gint x = 0; x < bounds.width; x += side)
      {
        const SmpRect rect = { x, y, MIN (side, bounds.width - x),
                               MIN (side, bounds.height - y) };

        smp_marks_read (&marks, rect, bounds, photo_row, photo, grid);
        for (gint j = y; j < y + rect.height; j++)
          smp_marks_row (&marks, grid, x, j, rect.width,
                         mark + (gsize) j * bounds.width + x);
      }
  g_free (grid);
  return mark;
}

/* A file's pixels at a multiple of its size. */
static gfloat *
load (const gchar *path, gdouble ratio, const gchar *format,
      gint *width, gint *height)
{
  GeglNode      *graph = gegl_node_new ();
  GeglNode      *file = gegl_node_new_child (graph, "operation", "gegl:load",
                                             "path", path, NULL);
  GeglNode      *scale = gegl_node_new_child (graph,
                                              "operation", "gegl:scale-ratio",
                                              "x", ratio, "y", ratio,
                                              "sampler", GEGL_SAMPLER_CUBIC,
                                              NULL);
  GeglNode      *last = file;
  GeglRectangle  box;
  gfloat        *pixels;

  if (ratio != 1.0)
    {
      gegl_node_link (file, scale);
      last = scale;
    }
  box = gegl_node_get_bounding_box (file);
  box.width = floor (box.width * ratio);
  box.height = floor (box.height * ratio);
  pixels = ops_render (last, &box, format);
  *width = box.width;
  *height = box.height;
  g_object_unref (graph);
  return pixels;
}

static gchar *
photo_path (const gchar *name, const gchar *suffix)
{
  return g_strdup_printf ("%s/%s%s", photo_folder, name, suffix);
}

static gdouble
between (const gfloat *mask, gint width, gint height, gdouble x, gdouble y)
{
  const gint    i = CLAMP (floor (x), 0, width - 2);
  const gint    j = CLAMP (floor (y), 0, height - 2);
  const gdouble s = CLAMP (x - i, 0.0, 1.0), t = CLAMP (y - j, 0.0, 1.0);
  const gfloat *at = mask + j * width + i;

  return (at[0] * (1 - s) + at[1] * s) * (1 - t)
         + (at[width] * (1 - s) + at[width + 1] * s) * t;
}

/* A mask is no light: its values are averaged as they are. */
static gfloat *
scale_mask (const gfloat *full, gint width, gint height, gdouble ratio)
{
  const gint parts = ratio < 1.0 ? 4 : 1;
  const gint w = floor (width * ratio), h = floor (height * ratio);
  gfloat    *mask = g_new0 (gfloat, (gsize) w * h);

  for (gint y = 0; y < h; y++)
    for (gint x = 0; x < w; x++)
      for (gint k = 0; k < parts * parts; k++)
        mask[y * w + x]
          += between (full, width, height,
                      (x + (k % parts + 0.5) / parts) / ratio - 0.5,
                      (y + (k / parts + 0.5) / parts) / ratio - 0.5)
             / (parts * parts);
  return mask;
}

static gfloat *
load_mask (const gchar *name, gint *width, gint *height)
{
  gchar  *path = photo_path (name, "_mask.png");
  gfloat *mask = load (path, 1.0, "Y' float", width, height);

  g_free (path);
  return mask;
}

/* The same photo, saved and loaded with a quality of 70 %. */
static gfloat *
through_jpeg (const gchar *path, gint *width, gint *height)
{
  gchar    *copy = NULL;
  gint      fd = g_file_open_tmp ("smp-XXXXXX.jpg", &copy, NULL);
  GeglNode *graph = gegl_node_new ();
  GeglNode *file = gegl_node_new_child (graph, "operation", "gegl:load",
                                        "path", path, NULL);
  GeglNode *save = gegl_node_new_child (graph, "operation", "gegl:jpg-save",
                                        "path", copy, "quality", 70, NULL);
  gfloat   *rgba;

  gegl_node_link (file, save);
  gegl_node_process (save);
  g_object_unref (graph);
  rgba = load (copy, 1.0, "RGBA float", width, height);
  g_unlink (copy);
  g_close (fd, NULL);
  g_free (copy);
  return rgba;
}

typedef enum
{
  AS_IT_IS,
  JPEG,
  LANCZOS
} Change;

/* A photo as it comes; sigma: of the noise added, in 1/255. */
static void
load_changed (const gchar *path, Change change, gdouble ratio, gdouble sigma,
              Photo *photo)
{
  photo->rgba = change == JPEG
                ? through_jpeg (path, &photo->width, &photo->height)
                : load (path, change == LANCZOS ? 1.0 : ratio, "RGBA float",
                        &photo->width, &photo->height);
  if (change == LANCZOS)
    make_smaller (&photo->rgba, &photo->width, &photo->height, ratio);
  if (sigma > 0.0)
    add_noise (photo->rgba, photo->width * photo->height, sigma);
}

static void
test_scars (void)
{
  /* shares of marks and of large ones, at least; of skin and strip, at most */
  static const struct
  {
    const gchar *name;
    Change       change;
    gdouble      ratio, sigma, found, large, wrong, strip;
  } cases[] = {
    { "as it is", AS_IT_IS, 1.0, 0.0, 0.90, 0.93, 0.03, 0.05 },
    { "JPEG of quality 70", JPEG, 1.0, 0.0, 0.90, 0.925, 0.05, 0.05 },
    { "noise of 4", AS_IT_IS, 1.0, 4.0, 0.88, 0.915, 0.035, 0.05 },
    { "noise of 6", AS_IT_IS, 1.0, 6.0, 0.86, 0.90, 0.04, 0.08 },
    { "noise of 8", AS_IT_IS, 1.0, 8.0, 0.825, 0.865, 0.05, 0.08 },
    { ".7 of the size", AS_IT_IS, 0.7, 0.0, 0.915, 0.925, 0.045, 0.05 },
    { ".7, Lanczos", LANCZOS, 0.7, 0.0, 0.92, 0.93, 0.05, 0.05 },
    { "3000 px", AS_IT_IS, 2.5, 0.0, 0.90, 0.92, 0.05, 0.05 }
  };
  gchar  *path = photo_path ("back_scar", "_1200.jpg");
  gint    width, height;
  gfloat *mask = load_mask ("back_scar_scar", &width, &height);
  gfloat *lightness = load (path, 1.0, "CIE L float", &width, &height);
  gfloat *seen = seen_of (mask, lightness, width, height);

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const gdouble ratio = cases[k].ratio;
      Photo         photo;
      gfloat       *truth = scale_mask (mask, width, height, ratio);
      gfloat       *shown = scale_mask (seen, width, height, ratio);
      gfloat       *mark;
      Result        result;

      load_changed (path, cases[k].change, ratio, cases[k].sigma, &photo);
      mark = find_marks (&photo, ratio * PX_PER_MM);
      result = judge (mark, truth, shown, photo.rgba, photo.width,
                      photo.height, ratio * PX_PER_MM);
      g_print ("back_scar, %s: of %d marks %.1f %%, of %d large ones %.1f %% "
               "found, %.2f %% of the skin touched wrongly, %.2f %% of the "
               "strip\n", cases[k].name, result.marks, 100 * result.found,
               result.large, 100 * result.found_large, 100 * result.wrong,
               100 * result.strip);
      CHECK (result.marks > 1080 && result.large > 900, "%s: %d, %d",
             cases[k].name, result.marks, result.large);
      CHECK (result.found >= cases[k].found, "%s: %g", cases[k].name,
             result.found);
      CHECK (result.found_large >= cases[k].large, "%s: %g", cases[k].name,
             result.found_large);
      CHECK (result.wrong < cases[k].wrong && result.strip < cases[k].strip,
             "%s: %g, %g", cases[k].name, result.wrong, result.strip);
      g_free (mark);
      g_free (photo.rgba);
      g_free (shown);
      g_free (truth);
    }
  g_free (seen);
  g_free (lightness);
  g_free (mask);
  g_free (path);
}

static gdouble
part_touched (Photo *photo, const gfloat *mask, gdouble px_per_mm)
{
  gfloat *mark = find_marks (photo, px_per_mm);
  gdouble sum = 0.0;
  gint    pixels = 0;

  for (gint i = 0; i < photo->width * photo->height; i++)
    if (mask[i] > 0.5f)
      {
        sum += mark[i];
        pixels++;
      }
  CHECK (pixels > 100000, "%d px", pixels);
  g_free (mark);
  return sum / pixels;
}

static void
test_no_scars (void)
{
  static const struct
  {
    const gchar *name;
    gdouble      px_per_mm;
  } heads[] = { { "front_light", 5.663 },
                { "top_medium", 5.198 },
                { "dark_front", 5.617 } };
  static const struct
  {
    const gchar *name;
    Change       change;
    gdouble      sigma, most;
  } cases[] = { { "as it is", AS_IT_IS, 0.0, 0.0035 },
                { "JPEG of quality 70", JPEG, 0.0, 0.004 },
                { "noise of 4", AS_IT_IS, 4.0, 0.0045 },
                { "noise of 6", AS_IT_IS, 6.0, 0.006 } };

  for (gsize k = 0; k < G_N_ELEMENTS (heads); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        gchar  *path = photo_path (heads[k].name, "_1200.jpg");
        gchar  *area = g_strconcat (heads[k].name, "_bald", NULL);
        gint    width, height;
        gfloat *mask = load_mask (area, &width, &height);
        Photo   photo;
        gdouble part;

        load_changed (path, cases[i].change, 1.0, cases[i].sigma, &photo);
        part = part_touched (&photo, mask, heads[k].px_per_mm);
        g_print ("%s, %s: %.2f %% of the area touched\n", heads[k].name,
                 cases[i].name, 100 * part);
        CHECK (part < cases[i].most, "%s, %s: %g", heads[k].name,
               cases[i].name, part);
        g_free (photo.rgba);
        g_free (mask);
        g_free (area);
        g_free (path);
      }
}

static void
read_params (void)
{
  GeglNode *op, *graph = ops_graph (NULL, "smp:scar-camouflage", &op);
  gdouble   least, most, contrast;

  gegl_node_get (op, "mark-size-min", &least, "mark-size-max", &most,
                 "mark-contrast", &contrast, NULL);
  params = (SmpMarksParams) { least, most, contrast };
  g_object_unref (graph);
}

int
main (int argc, char **argv)
{
  ops_init (argc, argv);
  if (argc < 3)
    return 2;
  photo_folder = argv[2];
  read_params ();
  test_scars ();
  test_no_scars ();
  gegl_exit ();
  return smp_test_result ();
}
