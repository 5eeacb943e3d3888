/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pale marks on photos of heads.  The scar mask of the back of a head holds a
 * strip and the dots of a harvest of grafts:
 *
 * - a mark is a patch of the mask above a quarter, at least as large as a disc
 *   of .6 mm: not those seen from the side or through hair so much that less
 *   of them is left.  It is found when half of it has a coverage of a half;
 * - skin is what is within 8 mm of a mark, but neither scar nor a pixel beside
 *   it, nor the backdrop, which is bluish: the mean coverage there is the part
 *   touched wrongly.
 *
 * On heads without scars nothing should be touched of the area to treat.
 *
 * Arguments: module folder, folder of the photos.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "marks.h"
#include "ops.h"
#include "patches.h"

#define PX_PER_MM 5.343         /* of the back of the head */
#define AROUND_MM 8.0

static const SmpMarksParams params = { 0.7f, 1.1f, 3.4f };
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
load_mask (const gchar *name, gdouble ratio)
{
  const gint    parts = ratio < 1.0 ? 4 : 1;
  gchar        *path = photo_path (name, "_mask.png");
  gint          width, height;
  gfloat       *full = load (path, 1.0, "Y' float", &width, &height);
  const gint    w = floor (width * ratio), h = floor (height * ratio);
  gfloat       *mask = g_new0 (gfloat, (gsize) w * h);

  for (gint y = 0; y < h; y++)
    for (gint x = 0; x < w; x++)
      for (gint k = 0; k < parts * parts; k++)
        mask[y * w + x]
          += between (full, width, height,
                      (x + (k % parts + 0.5) / parts) / ratio - 0.5,
                      (y + (k / parts + 0.5) / parts) / ratio - 0.5)
             / (parts * parts);
  g_free (full);
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

/* Adds noise of 4/255 rms to the values as they are stored. */
static void
add_noise (gfloat *rgba, gint n)
{
  const Babl *linear = babl_format ("RGBA float");
  const Babl *stored = babl_format ("R'G'B'A float");
  uint32_t    state = 17;

  babl_process (babl_fish (linear, stored), rgba, rgba, n);
  for (gint i = 0; i < 4 * n; i++)
    {
      gdouble sum = 0.0;

      for (gint k = 0; k < 12; k++)
        sum += smp_test_uniform (&state, -0.5, 0.5);
      if (i % 4 < 3)
        rgba[i] = CLAMP (rint (255.0 * rgba[i] + 4.0 * sum), 0, 255) / 255.0;
    }
  babl_process (babl_fish (stored, linear), rgba, rgba, n);
}

typedef struct
{
  gint    marks;
  gdouble found, wrong, strip;
} Result;

static Result
judge (const gfloat *mark, const gfloat *mask, const Photo *photo,
       gdouble px_per_mm)
{
  const gint  width = photo->width, height = photo->height, n = width * height;
  gint       *label = g_new (gint, n), strip = 0, patches, skins = 0, hits = 0;
  GArray     *sizes = g_array_new (FALSE, FALSE, sizeof (gint));
  guint8     *marks = g_new0 (guint8, n), *scars = g_new0 (guint8, n);
  guint8     *near, *scarred;
  gint       *covered;
  Result      result = { 0 };

  patches = find_patches (mask, width, height, label, sizes);
  for (gint k = 1; k < patches; k++)
    if (g_array_index (sizes, gint, k) > g_array_index (sizes, gint, strip))
      strip = k;
  covered = g_new0 (gint, patches);
  for (gint i = 0; i < n; i++)
    {
      covered[label[i]] += mark[i] >= 0.5f;
      marks[i] = label[i] != 0 && label[i] != strip;
      scars[i] = mask[i] > 0.02f;
      if (label[i] == strip)
        result.strip += mark[i] / g_array_index (sizes, gint, strip);
    }
  for (gint k = 1; k < patches; k++)
    {
      const gint size = g_array_index (sizes, gint, k);

      if (k == strip || size < G_PI / 4.0 * pow (0.6 * px_per_mm, 2.0))
        continue;
      result.marks++;
      hits += 2 * covered[k] >= size;
    }
  result.found = (gdouble) hits / result.marks;
  near = grow (marks, width, height, AROUND_MM * px_per_mm, TRUE);
  scarred = grow (scars, width, height, 1, FALSE);
  for (gint i = 0; i < n; i++)
    if (near[i] && !scarred[i] && photo->rgba[4 * i] > photo->rgba[4 * i + 2])
      {
        skins++;
        result.wrong += mark[i];
      }
  result.wrong /= skins;
  g_free (scarred);
  g_free (near);
  g_free (covered);
  g_free (scars);
  g_free (marks);
  g_array_unref (sizes);
  g_free (label);
  return result;
}

typedef enum
{
  AS_IT_IS,
  JPEG,
  NOISE
} Change;

static void
test_scars (void)
{
  static const struct
  {
    const gchar *name;
    gdouble      ratio;
    Change       change;
  } cases[] = { { "as it is", 1.0, AS_IT_IS },
                { "JPEG of quality 70", 1.0, JPEG },
                { "noise", 1.0, NOISE },
                { ".7 of the size", 0.7, AS_IT_IS },
                { "3000 px", 2.5, AS_IT_IS } };
  gchar *path = photo_path ("back_scar", "_1200.jpg");

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const gdouble ratio = cases[k].ratio;
      Photo         photo;
      gfloat       *mask = load_mask ("back_scar_scar", ratio);
      gfloat       *mark;
      Result        result;

      photo.rgba = cases[k].change == JPEG
                   ? through_jpeg (path, &photo.width, &photo.height)
                   : load (path, ratio, "RGBA float", &photo.width,
                           &photo.height);
      if (cases[k].change == NOISE)
        add_noise (photo.rgba, photo.width * photo.height);
      mark = find_marks (&photo, ratio * PX_PER_MM);
      result = judge (mark, mask, &photo, ratio * PX_PER_MM);
      g_print ("back_scar, %s: of %d marks %.1f %% found, %.2f %% of the skin "
               "touched wrongly, %.2f %% of the strip\n", cases[k].name,
               result.marks, 100 * result.found, 100 * result.wrong,
               100 * result.strip);
      CHECK (result.marks > 900, "%s: %d", cases[k].name, result.marks);
      CHECK (result.found >= 0.90, "%s: %g", cases[k].name, result.found);
      CHECK (result.wrong < 0.05, "%s: %g", cases[k].name, result.wrong);
      CHECK (result.strip < 0.05, "%s: %g", cases[k].name, result.strip);
      g_free (mark);
      g_free (photo.rgba);
      g_free (mask);
    }
  g_free (path);
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

  for (gsize k = 0; k < G_N_ELEMENTS (heads); k++)
    {
      gchar   *path = photo_path (heads[k].name, "_1200.jpg");
      gchar   *area = g_strconcat (heads[k].name, "_bald", NULL);
      gfloat  *mask = load_mask (area, 1.0);
      Photo    photo;
      gfloat  *mark;
      gdouble  sum = 0.0;
      gint     pixels = 0;

      photo.rgba = load (path, 1.0, "RGBA float", &photo.width, &photo.height);
      mark = find_marks (&photo, heads[k].px_per_mm);
      for (gint i = 0; i < photo.width * photo.height; i++)
        if (mask[i] > 0.5f)
          {
            sum += mark[i];
            pixels++;
          }
      g_print ("%s: %.2f %% of the area touched\n", heads[k].name,
               100 * sum / pixels);
      CHECK (pixels > 100000 && sum / pixels < 0.005, "%s: %g", heads[k].name,
             sum / pixels);
      g_free (mark);
      g_free (photo.rgba);
      g_free (mask);
      g_free (area);
      g_free (path);
    }
}

int
main (int argc, char **argv)
{
  ops_init (argc, argv);
  if (argc < 3)
    return 2;
  photo_folder = argv[2];
  test_scars ();
  test_no_scars ();
  gegl_exit ();
  return smp_test_result ();
}
