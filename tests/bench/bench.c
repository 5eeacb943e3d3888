/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What smp:dots, smp:density-gradient and smp:scar-camouflage cost, as ratios
 * to other work in the same run.
 *
 *   bench MODULE-FOLDER BENCH-MODULE-FOLDER [memory]
 *
 * The scene: 6000 x 4000, 30 000 dots of .30 mm at 13 px/mm, both crossings,
 * whole op in GEGL, one thread.  Two layouts of the same number of dots: a bald
 * crown at the default density in an untreated photo, which is what a mock-up
 * is, and dots all over the image, sparse, which is the worst case.  And as
 * many of a crown that thins out from its whorl, in a photo treated all over.
 *
 * Fails when one of them, or the crown with everything on, costs more than 3
 * no-ops, or the crown as much as a blur of 4 px, or a scar of 20 cm more than
 * a no-op and .2 s.
 * "memory": fails when one region of 24 megapixels takes 32 MB or more beyond
 * what the no-op takes.
 */

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ops.h"
#include "scene.h"

#define PX_PER_MM 13.0
#define ROUNDS    5

/* 54 dots for each cm2 of a disc of 133 mm: 30 000. */
#define THINNING \
  "px-per-mm=13;shape=radial;end-x=0.7882;density-start=180;density-end=0"

#define SCALE     "px-per-mm=13"
#define QUARTER   "px-per-mm=13;density=45"
#define BLUR_4_PX "std-dev-x=4;std-dev-y=4"

/* Everything that costs: day 5 has scabs, flakes and still some redness. */
#define ALL_ON \
  "px-per-mm=13;curvature=yes;head-width=500;head-height=350;" \
  "skin=#be967a;sharpness=1.2;grain=0.3;hues=0.5;healing-day=5;years=5;" \
  "touch-up=4;drift=0.2;removal=1;hairline=0,0_1,0_1,1_0,1_closed"

typedef struct
{
  const gchar *name;
  const gchar *operation;     /* NULL: memcpy of the pixels */
  const gchar *values;        /* property=value;... */
  GeglBuffer  *input;
  gdouble      seconds[ROUNDS];
} Job;

/* A photo of skin, its treatment a disc of cm2 in the middle; 0: everywhere. */
static GeglBuffer *
photo (gint width, gint height, gdouble cm2)
{
  const GeglRectangle box = { 0, 0, width, height };
  GeglBuffer         *buffer = gegl_buffer_new (&box,
                                                babl_format ("R'G'B'A u8"));
  guint8             *row = g_new (guint8, 4 * width);
  const gdouble       r2 = cm2 * 100 * PX_PER_MM * PX_PER_MM / G_PI;

  for (gint y = 0; y < height; y++)
    {
      const GeglRectangle line = { 0, y, width, 1 };

      for (gint x = 0; x < width; x++)
        {
          const gdouble dx = x - width / 2, dy = y - height / 2;

          row[4 * x] = 190 + x % 16;
          row[4 * x + 1] = 150 + y % 16;
          row[4 * x + 2] = 120;
          row[4 * x + 3] = cm2 == 0 || dx * dx + dy * dy < r2 ? 255 : 0;
        }
      gegl_buffer_set (buffer, &line, 0, NULL, row, GEGL_AUTO_ROWSTRIDE);
    }
  g_free (row);
  return buffer;
}

/* The same with a scar of 20 cm across it, 4 mm wide, area and all. */
static GeglBuffer *
photo_scar (gint width, gint height)
{
  GeglBuffer   *buffer = photo (width, height, 1e-6);
  GeglRectangle scar = { width / 2 - 1300, height / 2, 2600, 52 };
  const gfloat  pale[4] = { 0.62f, 0.42f, 0.32f, 1.0f };

  gegl_buffer_set_color_from_pixel (buffer, &scar, pale,
                                    babl_format ("RGBA float"));
  return buffer;
}

static void
set_values (GeglNode *op, const gchar *values)
{
  gchar **pairs = g_strsplit (values, ";", -1);

  for (gchar **pair = pairs; *pair; pair++)
    {
      gchar **word = g_strsplit (*pair, "=", 2);

      if (!ops_set (op, word[0], word[1]))
        g_error ("cannot set %s", *pair);
      g_strfreev (word);
    }
  g_strfreev (pairs);
}

/* One region: the whole image in one go, as when GIMP paints on a mask. */
static void
run_operation (const Job *job)
{
  GeglNode   *op, *graph = ops_graph (job->input, job->operation, &op);
  GeglNode   *sink;
  GeglBuffer *output = NULL;

  set_values (op, job->values);
  sink = gegl_node_new_child (graph, "operation", "gegl:buffer-sink",
                              "buffer", &output, "format", NULL, NULL);
  gegl_node_link (op, sink);
  gegl_node_process (sink);
  g_clear_object (&output);
  g_object_unref (graph);
}

static void
run (const Job *job)
{
  const gsize bytes = (gsize) 16 * gegl_buffer_get_width (job->input)
                      * gegl_buffer_get_height (job->input);

  if (job->operation)
    run_operation (job);
  else
    {
      static gchar *from, *to;

      if (!from)
        {
          from = g_malloc (bytes);
          to = g_malloc (bytes);
          memset (from, 1, bytes);
          memset (to, 1, bytes);
        }
      memcpy (to, from, bytes);
    }
}

static gint
compare (const void *a, const void *b)
{
  const gdouble d = *(const gdouble *) a - *(const gdouble *) b;

  return d < 0 ? -1 : d > 0;
}

static gdouble
median (Job *job)
{
  qsort (job->seconds, ROUNDS, sizeof job->seconds[0], compare);
  return job->seconds[ROUNDS / 2];
}

static gdouble
megapixels (const Job *job)
{
  return gegl_buffer_get_width (job->input) * 1e-6
         * gegl_buffer_get_height (job->input);
}

/* Dots of the scene and the light they take where the treatment is full. */
static void
print_scene (const Job *job, gdouble cm2)
{
  const gdouble density = strstr (job->values, "density=")
                          ? g_ascii_strtod (strstr (job->values, "density=")
                                            + 8, NULL) : 180.0;
  SmpParams     p = scene_params (1024, 1024, PX_PER_MM);
  SmpPlan       plan;
  gfloat       *light = g_new (gfloat, 3 * 1024 * 1024);

  p.density_cm2 = density;
  smp_plan_init (&plan, &p);
  scene_render (&plan, 1024, 1024, 0, 0, SMP_CELL, scene_cover_all, NULL,
                light);
  g_print ("%-34s %6.0f dots at %.0f /cm2, light lost %.1f %%\n", job->name,
           density * cm2, density, 100 * scene_loss (light + 1024 * 1024,
                                                     1024 * 1024));
  g_free (light);
}

/* In turn, so that what else the machine does hits all of them. */
static void
run_jobs (Job *jobs, guint n)
{
  for (gint round = 0; round < ROUNDS; round++)
    for (guint j = 0; j < n; j++)
      {
        const gint64 start = g_get_monotonic_time ();

        run (&jobs[j]);
        jobs[j].seconds[round] = (g_get_monotonic_time () - start) * 1e-6;
      }
}

static void
print_jobs (Job *jobs, guint n, gdouble noop)
{
  g_print ("\n%-36s %8s %8s %8s\n", "", "ms", "ms/MP", "no-ops");
  for (guint j = 0; j < n; j++)
    g_print ("%-36s %8.1f %8.2f %8.2f\n", jobs[j].name,
             1e3 * median (&jobs[j]),
             1e3 * median (&jobs[j]) / megapixels (&jobs[j]),
             median (&jobs[j]) / noop);
}

static gint
bench_speed (void)
{
  const gdouble crown_cm2 = 30000 / 180.0;
  const gdouble all_cm2 = 6000 * 4000 / (PX_PER_MM * PX_PER_MM * 100);
  GeglBuffer   *crown = photo (6000, 4000, crown_cm2);
  GeglBuffer   *all = photo (6000, 4000, 0);
  GeglBuffer   *quarter = photo (3000, 2000, crown_cm2 / 4);
  GeglBuffer   *small = photo (3000, 2000, 45);
  GeglBuffer   *large = photo (6000, 4000, 45);
  GeglBuffer   *scar = photo_scar (6000, 4000);
  GeglBuffer   *photos[] = { crown, all, quarter, small, large, scar };
  gchar        *sparse = g_strdup_printf ("px-per-mm=13;density=%g",
                                          30000 / all_cm2);
  Job           jobs[] = {
    { "memcpy", NULL, "", all },
    { "no-op filter", "smp:bench-noop", "value=0", all },
    { "smp:dots, a crown", "smp:dots", "px-per-mm=13", crown },
    { "smp:dots, all over, sparse", "smp:dots", sparse, all },
    { "smp:dots, a crown, everything on", "smp:dots", ALL_ON, crown },
    { "smp:dots, a quarter of the dots", "smp:dots", QUARTER, crown },
    { "smp:dots, all over, 180 /cm2", "smp:dots", "px-per-mm=13", all },
    { "smp:dots, no dots", "smp:dots", "px-per-mm=13;density=0.001", all },
    { "gegl:gaussian-blur 4 px", "gegl:gaussian-blur", BLUR_4_PX, all },
    { "gegl:noise-rgb", "gegl:noise-rgb", "red=0.2", all },
    { "gegl:newsprint", "gegl:newsprint", "period=12", all },
    { "no-op filter, 6 megapixels", "smp:bench-noop", "value=0", quarter },
    { "smp:dots, 8 100 dots, 6 megapixels", "smp:dots", "px-per-mm=13",
      small },
    { "smp:dots, 8 100 dots, 24 megapixels", "smp:dots", "px-per-mm=13",
      large },
    { "smp:density-gradient, a crown", "smp:density-gradient", THINNING, all },
    { "smp:scar-camouflage, 20 cm", "smp:scar-camouflage", SCALE, scar }
  };
  enum { NOOP = 1, CROWN = 2, ALL = 3, EVERYTHING = 4, BLUR = 8, NOOP6 = 11,
         SMALL = 12, LARGE = 13, GRADIENT = 14, SCAR = 15 };
  gdouble       noop, growth, noop_growth;

  print_scene (&jobs[CROWN], crown_cm2);
  print_scene (&jobs[ALL], all_cm2);
  run_jobs (jobs, G_N_ELEMENTS (jobs));
  noop = median (&jobs[NOOP]);
  print_jobs (jobs, G_N_ELEMENTS (jobs), noop);
  growth = median (&jobs[LARGE]) - median (&jobs[SMALL]);
  noop_growth = noop - median (&jobs[NOOP6]);
  g_print ("\n18 megapixels more with the same dots: %.1f ms, no-op %.1f ms\n",
           1e3 * growth, 1e3 * noop_growth);

  CHECK (median (&jobs[CROWN]) <= 3.0 * noop, "the crown");
  CHECK (median (&jobs[ALL]) <= 3.0 * noop, "dots all over");
  CHECK (median (&jobs[EVERYTHING]) <= 3.0 * noop, "everything on");
  CHECK (median (&jobs[GRADIENT]) <= 3.0 * noop, "the gradient");
  CHECK (median (&jobs[CROWN]) < median (&jobs[BLUR]), "the blur");
  CHECK (median (&jobs[SCAR]) <= noop + 0.2, "the scar");
  /* untreated skin costs the no-op and a look at where dots could be */
  CHECK (growth <= 1.5 * noop_growth, "growth with the image");

  g_free (sparse);
  for (guint i = 0; i < G_N_ELEMENTS (photos); i++)
    g_object_unref (photos[i]);
  return smp_test_result ();
}

/* Peak memory of one run, KiB, in a child of its own. */
static glong
peak_of (Job *job)
{
  struct rusage usage = { 0 };
  gint          status;
  const pid_t   child = fork ();

  if (child == 0)
    {
      job->input = strstr (job->operation, "scar")
                   ? photo_scar (6000, 4000)
                   : photo (6000, 4000, 30000 / 180.0);
      run (job);
      _exit (0);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("%s did not run", job->name);
  return usage.ru_maxrss;
}

static gint
bench_memory (void)
{
  Job         noop = { "no-op", "smp:bench-noop", "value=0", NULL };
  Job         dots = { "smp:dots", "smp:dots", "px-per-mm=13", NULL };
  Job         scar = { "scar", "smp:scar-camouflage", "px-per-mm=13", NULL };
  const glong noop_kib = peak_of (&noop);
  const glong dots_kib = peak_of (&dots);
  const glong scar_kib = peak_of (&scar);

  g_print ("peak memory, 24 megapixels as one region: no-op %ld MB, smp:dots "
           "%+ld MB, smp:scar-camouflage %+ld MB\n", noop_kib / 1024,
           (dots_kib - noop_kib) / 1024, (scar_kib - noop_kib) / 1024);
  CHECK (dots_kib - noop_kib < 32 * 1024);
  CHECK (scar_kib - noop_kib < 32 * 1024);
  return smp_test_result ();
}

int
main (int argc, char **argv)
{
  const gboolean memory = argc > 3 && g_str_equal (argv[3], "memory");

  ops_init (2, (gchar *[]) { argv[0], argv[1] });
  if (argc < 3)
    return 2;
  gegl_load_module_directory (argv[2]);
  g_object_set (gegl_config (), "threads", 1, NULL);
  return memory ? bench_memory () : bench_speed ();
}
