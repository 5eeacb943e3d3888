/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shipped presets, the artist's own over them, and what their keys may be.
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

/* The shipped presets say something else in German. */
static void
test_german (void)
{
  for (gint kind = 0; kind < SMP_PRESET_KINDS; kind++)
    {
      SmpPresets *english = smp_presets_load (kind, shipped_dir, NULL, NULL);
      SmpPresets *german;

      g_setenv ("LANGUAGE", "de", TRUE);
      german = smp_presets_load (kind, shipped_dir, NULL, NULL);
      g_unsetenv ("LANGUAGE");
      for (guint i = 0; i < smp_presets_count (german); i++)
        {
          const SmpPreset *preset = smp_presets_get (german, i);
          const SmpPreset *other = smp_presets_get (english, i);

          CHECK (g_strcmp0 (smp_preset_get_description (preset),
                            smp_preset_get_description (other)) != 0, "%s",
                 smp_preset_get_id (preset));
        }
      smp_presets_free (german);
      smp_presets_free (english);
    }
}

static void
check_choices (const SmpPresetKey *key, GParamSpec *spec)
{
  const GEnumClass *class = G_PARAM_SPEC_ENUM (spec)->enum_class;

  CHECK (g_strv_length ((gchar **) key->choices) == class->n_values, "%s",
         key->name);
  for (guint i = 0; i < class->n_values; i++)
    CHECK (g_strv_contains (key->choices, class->values[i].value_nick), "%s",
           class->values[i].value_nick);
}

/* Ranges and choices of the files are those of the operation. */
static void
check_key (const SmpPresetKey *key, GObject *operation)
{
  GParamSpec *spec = g_object_class_find_property (
    G_OBJECT_GET_CLASS (operation), key->property);
  gdouble     min, max;

  CHECK (spec != NULL, "%s", key->property);
  if (!spec)
    return;
  CHECK (key->type == SMP_KEY_PERCENT
         || g_str_equal (key->name, key->property), "%s", key->name);
  if (key->type == SMP_KEY_CHOICE)
    check_choices (key, spec);
  if (key->type == SMP_KEY_NUMBER)
    {
      min = G_PARAM_SPEC_DOUBLE (spec)->minimum;
      max = G_PARAM_SPEC_DOUBLE (spec)->maximum;
    }
  else if (key->type == SMP_KEY_WHOLE)
    {
      min = G_PARAM_SPEC_INT (spec)->minimum;
      max = G_PARAM_SPEC_INT (spec)->maximum;
    }
  else
    return;
  CHECK (key->min == min && key->max == max, "%s: %g to %g", key->name, min,
         max);
}

/* Whether a kind sets the property, named in the preset or not. */
static gboolean
is_set_by (SmpPresetKind kind, const gchar *property)
{
  const SmpPresetKey *key = smp_preset_keys (kind);

  for (gint k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
    if (g_strcmp0 (key[k].property, property) == 0)
      return TRUE;
  return FALSE;
}

static void
test_keys (GObject *dots, GObject *scar)
{
  for (gint kind = 0; kind < SMP_PRESET_KINDS; kind++)
    {
      const SmpPresetKey *key = smp_preset_keys (kind);
      GObject            *operation = kind == SMP_PRESET_SCAR
                                      || kind == SMP_PRESET_MATURITY ? scar
                                      : dots;

      for (gint k = 0; k < SMP_PRESET_MAX_KEYS && key[k].name; k++)
        {
          const gchar *property = key[k].property;

          if (!property)
            continue;
          check_key (&key[k], operation);
          CHECK (is_set_by (SMP_PRESET_DENSITY, property)
                 || is_set_by (SMP_PRESET_SHADE, property)
                 || is_set_by (SMP_PRESET_DIFFUSION, property)
                 || is_set_by (SMP_PRESET_STAGE, property)
                 || is_set_by (SMP_PRESET_SCAR, property),
                 "nothing takes %s back", property);
        }
    }
}

static void
check_unknown (SmpPresetKind kind, const gchar *id, const gchar *wanted)
{
  SmpPresets *presets = smp_presets_load (kind, shipped_dir, NULL, NULL);
  GError     *error = NULL;

  CHECK (!smp_presets_find (presets, id, &error));
  CHECK (error && g_str_equal (error->message, wanted), "%s",
         error ? error->message : "no error");
  g_clear_error (&error);
  smp_presets_free (presets);
}

static void
test_unknown (void)
{
  check_unknown (SMP_PRESET_SHADE, "xyz",
                 "There is no shade “xyz”. There are: whisper, mist, ash, "
                 "slate, graphite, charcoal, espresso, onyx, jet.");
  check_unknown (SMP_PRESET_DIFFUSION, "",
                 "There is no diffusion “”. There are: zero, medium, high.");
  check_unknown (SMP_PRESET_ZONE, NULL,
                 "There is no zone “”. There are: head, frontal, mid, crown, "
                 "sides, long-hair, eyebrow, chest.");
  check_unknown (SMP_PRESET_SCAR, "keloid",
                 "There is no kind of scar “keloid”. There are: fut-fine, "
                 "fut-stretched, fut-wide, fue, plugs, injury, burn.");
  check_unknown (SMP_PRESET_MATURITY, "old",
                 "There is no maturity “old”. There are: mature, young.");
  check_unknown (SMP_PRESET_HAIRLINE, "mohawk",
                 "There is no hairline shape “mohawk”. There are: natural, "
                 "straight, rounded, winged, widows-peak, broken, feminine.");
  check_unknown (SMP_PRESET_PATTERN, "hamilton",
                 "There is no pattern “hamilton”. There are: norwood-2, norwood-2a, norwood-3, "
                 "norwood-3v, norwood-3a, norwood-4, norwood-4a, norwood-5, "
                 "norwood-5a, norwood-6, norwood-7, ludwig-i-1, ludwig-i-2, "
                 "ludwig-i-3, ludwig-i-4, ludwig-ii-1, ludwig-ii-2, ludwig-iii, "
                 "areata-single, areata-multiple, crown, full-head.");
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
  GeglNode *graph[2], *op[2];
  GObject  *operation[2];

  ops_init (argc, argv);
  shipped_dir = argv[2];
  make_own_dir ();
  graph[0] = ops_graph (NULL, "smp:dots", &op[0]);
  graph[1] = ops_graph (NULL, "smp:scar-camouflage", &op[1]);
  for (gint i = 0; i < 2; i++)
    operation[i] = G_OBJECT (gegl_node_get_gegl_operation (op[i]));

  check_ids (SMP_PRESET_DENSITY, "light natural medium full dark ");
  check_ids (SMP_PRESET_SHADE, "whisper mist ash slate graphite charcoal "
                               "espresso onyx jet ");
  check_ids (SMP_PRESET_ZONE, "head frontal mid crown sides long-hair eyebrow "
                              "chest ");
  check_ids (SMP_PRESET_DIFFUSION, "zero medium high ");
  check_ids (SMP_PRESET_STAGE, "healed fresh day-2 day-4 day-7 day-14 year-1 "
                               "year-3 year-5 year-8 touch-up temporary-1 "
                               "laser-1 laser-3 ");
  check_ids (SMP_PRESET_MISTAKE, "too-deep too-big hard-edge too-dense "
                                 "orange ");
  check_ids (SMP_PRESET_SCAR, "fut-fine fut-stretched fut-wide fue plugs "
                              "injury burn ");
  check_ids (SMP_PRESET_MATURITY, "mature young ");
  check_ids (SMP_PRESET_HAIRLINE, "natural straight rounded winged "
                                  "widows-peak broken feminine ");
  check_ids (SMP_PRESET_PATTERN, "norwood-2 norwood-2a norwood-3 "
                                 "norwood-3v norwood-3a norwood-4 "
                                 "norwood-4a norwood-5 norwood-5a "
                                 "norwood-6 norwood-7 ludwig-i-1 "
                                 "ludwig-i-2 ludwig-i-3 ludwig-i-4 "
                                 "ludwig-ii-1 ludwig-ii-2 ludwig-iii "
                                 "areata-single areata-multiple crown "
                                 "full-head ");
  test_german ();
  test_keys (operation[0], operation[1]);
  test_unknown ();
  test_own ();

  g_object_unref (graph[0]);
  g_object_unref (graph[1]);
  remove_own_dir ();
  gegl_exit ();
  return smp_test_result ();
}
