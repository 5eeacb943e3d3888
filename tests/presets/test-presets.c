/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shipped presets, the artist's own over them, and what they set.
 *
 * Arguments: folder with the operations, folder with the shipped presets.
 */

#include "../ops/ops.h"

#include "own-folder.h"

static gchar *shipped_dir;

static void
check_ids (SmpPresetKind kind, const gchar *wanted)
{
  GPtrArray  *problems = new_problems ();
  SmpPresets *presets = smp_presets_load (kind, shipped_dir, NULL, problems);
  GString    *ids = g_string_new (NULL);

  check_no_problems (problems);
  for (guint i = 0; i < smp_presets_count (presets); i++)
    {
      const SmpPreset *preset = smp_presets_get (presets, i);

      g_string_append_printf (ids, "%s ", smp_preset_get_id (preset));
      CHECK (smp_preset_get_description (preset) != NULL, "%s",
             smp_preset_get_id (preset));
      CHECK (g_strcmp0 (smp_preset_get_id (preset),
                        smp_preset_get_name (preset)) != 0, "%s has no name",
             smp_preset_get_id (preset));
    }
  CHECK (g_str_equal (ids->str, wanted), "%s", ids->str);
  g_string_free (ids, TRUE);
  smp_presets_free (presets);
  g_ptr_array_unref (problems);
}

/* The ranges of the files are those of the operation. */
static void
test_ranges (GObject *operation)
{
  for (gint kind = 0; kind < SMP_PRESET_KINDS; kind++)
    {
      const SmpPresetKey *key = smp_preset_keys (kind);

      for (gint k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
        {
          GParamSpec       *spec;
          GParamSpecDouble *number;

          if (!key[k].sets)
            continue;
          spec = g_object_class_find_property (G_OBJECT_GET_CLASS (operation),
                                               key[k].name);
          CHECK (spec != NULL, "%s", key[k].name);
          if (!spec || key[k].type != SMP_KEY_NUMBER)
            continue;
          number = G_PARAM_SPEC_DOUBLE (spec);
          CHECK (key[k].min == number->minimum && key[k].max == number->maximum,
                 "%s: %g to %g", key[k].name, number->minimum,
                 number->maximum);
        }
    }
}

static gdouble
get (GObject *operation, const gchar *property)
{
  gdouble value;

  g_object_get (operation, property, &value, NULL);
  return value;
}

static void
check_pigment (GObject *operation, gint red, gint green, gint blue)
{
  GeglColor *colour;
  guchar     rgb[3];

  g_object_get (operation, "pigment", &colour, NULL);
  gegl_color_get_pixel (colour, babl_format ("R'G'B' u8"), rgb);
  CHECK (rgb[0] == red && rgb[1] == green && rgb[2] == blue, "%d %d %d", rgb[0],
         rgb[1], rgb[2]);
  g_object_unref (colour);
}

static void
apply (SmpPresetKind kind, const gchar *id, GObject *operation)
{
  SmpPresets      *presets = smp_presets_load (kind, shipped_dir, own_dir, NULL);
  const SmpPreset *preset = smp_presets_find (presets, id, NULL);

  CHECK (preset != NULL, "%s", id);
  if (preset)
    smp_preset_apply (preset, operation);
  smp_presets_free (presets);
}

/* What a preset does not name goes back to the default; the other kind's values
 * stay.
 */
static void
test_apply (GObject *operation)
{
  gchar *path = write_own ("shade-deep.ini",
                           "[deep]\ndilution = 7.5 \npigment=#102030\n"
                           "depth=0.4\n", -1);

  apply (SMP_PRESET_DENSITY, "dark", operation);
  apply (SMP_PRESET_SHADE, "deep", operation);
  CHECK_NEAR (get (operation, "density"), 245, 1e-9);
  CHECK_NEAR (get (operation, "dot-size"), 0.33, 1e-9);
  CHECK_NEAR (get (operation, "dilution"), 7.5, 1e-9);
  CHECK_NEAR (get (operation, "depth"), 0.4, 1e-9);
  check_pigment (operation, 0x10, 0x20, 0x30);

  apply (SMP_PRESET_SHADE, "ash", operation);
  CHECK_NEAR (get (operation, "dilution"), 20, 1e-9);
  CHECK_NEAR (get (operation, "depth"), 0.15, 1e-9);
  CHECK_NEAR (get (operation, "density"), 245, 1e-9);
  check_pigment (operation, 0x2b, 0x21, 0x1c);
  apply (SMP_PRESET_SHADE, "espresso", operation);
  check_pigment (operation, 0x38, 0x22, 0x0f);
  remove_own (path);
}

static void
test_unknown (void)
{
  SmpPresets *presets = smp_presets_load (SMP_PRESET_SHADE, shipped_dir, NULL,
                                          NULL);
  GError     *error = NULL;

  CHECK (!smp_presets_find (presets, "xyz", &error));
  CHECK (error && g_str_equal (error->message,
                               "There is no shade “xyz”. There are: whisper, "
                               "mist, ash, slate, graphite, charcoal, espresso, "
                               "onyx, jet."),
         "%s", error ? error->message : "no error");
  g_clear_error (&error);
  smp_presets_free (presets);
}

/* Own presets take the place of shipped ones, or come after them. */
static void
test_own (void)
{
  gchar      *b = write_own ("density-b.ini",
                             "\xef\xbb\xbf# mine\r\n[studio]\r\n"
                             "name=Studio\r\nname[de]=Atelier\r\n"
                             "density=111\r\n", -1);
  gchar      *a = write_own ("density.ini", "[natural]\ndensity=99", -1);
  gchar      *other = write_own ("notes.ini", "no preset at all", -1);
  GPtrArray  *problems = new_problems ();
  SmpPresets *presets = smp_presets_load (SMP_PRESET_DENSITY, shipped_dir,
                                          own_dir, problems);

  check_no_problems (problems);
  CHECK (smp_presets_count (presets) == 6);
  CHECK (g_str_equal (smp_preset_get_id (smp_presets_get (presets, 1)),
                      "natural"));
  CHECK (smp_presets_get (presets, 1)->number[0] == 99.0);
  CHECK (g_str_equal (smp_preset_get_name (smp_presets_get (presets, 1)),
                      "natural"), "the id if there is no name");
  CHECK (smp_preset_get_light_loss (smp_presets_get (presets, 1)) < 0.0);
  CHECK (g_str_equal (smp_preset_get_name (smp_presets_get (presets, 5)),
                      "Studio"));
  smp_presets_free (presets);
  g_ptr_array_unref (problems);

  g_setenv ("LANGUAGE", "de", TRUE);
  presets = smp_presets_load (SMP_PRESET_DENSITY, NULL, own_dir, NULL);
  CHECK (smp_presets_count (presets) == 2);
  CHECK (g_str_equal (smp_preset_get_name (smp_presets_get (presets, 0)),
                      "Atelier"));
  smp_presets_free (presets);
  g_unsetenv ("LANGUAGE");
  remove_own (a);
  remove_own (b);
  remove_own (other);
}

int
main (int argc, char **argv)
{
  GeglNode *graph, *op;
  GObject  *operation;

  ops_init (argc, argv);
  shipped_dir = argv[2];
  make_own_dir ();
  graph = ops_graph (NULL, "smp:dots", &op);
  operation = G_OBJECT (gegl_node_get_gegl_operation (op));

  check_ids (SMP_PRESET_DENSITY, "light natural medium full dark ");
  check_ids (SMP_PRESET_SHADE, "whisper mist ash slate graphite charcoal "
                               "espresso onyx jet ");
  test_ranges (operation);
  test_apply (operation);
  test_unknown ();
  test_own ();

  g_object_unref (graph);
  remove_own_dir ();
  gegl_exit ();
  return smp_test_result ();
}
