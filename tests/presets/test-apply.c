/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the presets set, shipped ones and the artist's own, each alone and all
 * in their order.
 *
 * Arguments: folder with the operations, folder with the shipped presets.
 */

#include "../ops/ops.h"

#include "own-folder.h"

static gchar *shipped_dir;

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
  SmpPresets      *presets = smp_presets_load (kind, shipped_dir, own_dir,
                                               NULL);
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
test_resets (GObject *operation)
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

static gint
get_int (GObject *operation, const gchar *property)
{
  gint value;

  g_object_get (operation, property, &value, NULL);
  return value;
}

static void
check_stage (GObject *operation, gint healing_day, gdouble years,
             const gchar *fading, gdouble touch_up, gint removal)
{
  GValue            value = G_VALUE_INIT;
  const GEnumValue *choice;

  CHECK (get_int (operation, "healing-day") == healing_day);
  CHECK_NEAR (get (operation, "years"), years, 1e-9);
  CHECK_NEAR (get (operation, "touch-up"), touch_up, 1e-9);
  CHECK (get_int (operation, "removal") == removal);
  g_object_get_property (operation, "fading", &value);
  choice = g_enum_get_value (g_type_class_peek (G_VALUE_TYPE (&value)),
                             g_value_get_enum (&value));
  CHECK (g_str_equal (choice->value_nick, fading), "%s", choice->value_nick);
  g_value_unset (&value);
}

/* Shipped stages and one of the artist's own, each after another. */
static void
test_stage (GObject *operation)
{
  gchar *path = write_own ("stage-mine.ini",
                           "[bad]\nyears = 12.5\nfading = sunny\n"
                           "healing-day=29\ndrift=-0.25\n", -1);

  apply (SMP_PRESET_STAGE, "bad", operation);
  check_stage (operation, 29, 12.5, "sunny", 0, 0);
  CHECK_NEAR (get (operation, "drift"), -0.25, 1e-9);
  apply (SMP_PRESET_STAGE, "fresh", operation);
  check_stage (operation, 0, 0, "typical", 0, 0);
  CHECK_NEAR (get (operation, "drift"), 0, 1e-9);
  apply (SMP_PRESET_STAGE, "day-7", operation);
  check_stage (operation, 7, 0, "typical", 0, 0);
  apply (SMP_PRESET_STAGE, "temporary-1", operation);
  check_stage (operation, 30, 1, "temporary", 0, 0);
  apply (SMP_PRESET_STAGE, "touch-up", operation);
  check_stage (operation, 30, 6, "typical", 5, 0);
  apply (SMP_PRESET_STAGE, "laser-3", operation);
  check_stage (operation, 30, 0, "typical", 0, 3);
  apply (SMP_PRESET_STAGE, "healed", operation);
  check_stage (operation, 30, 0, "typical", 0, 0);
  remove_own (path);

  path = write_own ("stage.ini", "[healed]\nhealing-day=21\n", -1);
  apply (SMP_PRESET_STAGE, "healed", operation);
  check_stage (operation, 21, 0, "typical", 0, 0);
  remove_own (path);
}

static void
check_diffusion (GObject *operation, gdouble fade, gdouble fade_dilution,
                 gdouble fade_size, gdouble irregularity, gdouble strays)
{
  CHECK_NEAR (get (operation, "fade"), fade, 1e-9);
  CHECK_NEAR (get (operation, "fade-dilution"), fade_dilution, 1e-9);
  CHECK_NEAR (get (operation, "fade-size"), fade_size, 1e-9);
  CHECK_NEAR (get (operation, "irregularity"), irregularity, 1e-9);
  CHECK_NEAR (get (operation, "strays"), strays, 1e-9);
}

static void
test_diffusion (GObject *operation)
{
  gchar *path = write_own ("diffusion.ini", "[mine]\nfade=7\n", -1);

  apply (SMP_PRESET_DIFFUSION, "zero", operation);
  check_diffusion (operation, 1.5, 0, 0, 0.3, 0);
  apply (SMP_PRESET_DIFFUSION, "high", operation);
  check_diffusion (operation, 18, 15, 15, 2.5, 8);
  apply (SMP_PRESET_DIFFUSION, "mine", operation);
  check_diffusion (operation, 7, 10, 10, 1.5, 4);
  apply (SMP_PRESET_DIFFUSION, "medium", operation);
  check_diffusion (operation, 10, 10, 10, 1.5, 4);
  remove_own (path);
}

/* A zone multiplies the density preset, as far as the property goes. */
static void
test_zone (GObject *operation)
{
  gchar *path = write_own ("zone-mine.ini",
                           "[beard]\nsize-percent=150\n"
                           "[tiny]\ndensity-percent=5\nsize-percent=30\n"
                           "[most]\ndensity-percent=300\n", -1);
  static const struct
  {
    const gchar *density, *zone;
    gdouble      density_cm2, dot_size_mm;
  } cases[] = {
    { "medium", "head",      180,   0.30 },
    { "medium", "frontal",   180,   0.30 },
    { "full",   "mid",       209,   0.31 },
    { "medium", "crown",     162,   0.30 },
    { "light",  "sides",     45,    0.28 },
    { "medium", "long-hair", 288,   0.30 },
    { "medium", "eyebrow",   216,   0.21 },
    { "medium", "chest",     54,    0.36 },
    { "medium", "beard",     180,   0.45 },
    { "light",  "tiny",      4.5,   0.084 },
    { "dark",   "most",      400,   0.33 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      apply (SMP_PRESET_DENSITY, cases[i].density, operation);
      apply (SMP_PRESET_ZONE, cases[i].zone, operation);
      CHECK_NEAR (get (operation, "density"), cases[i].density_cm2, 1e-9, "%s",
                  cases[i].zone);
      CHECK_NEAR (get (operation, "dot-size"), cases[i].dot_size_mm, 1e-9,
                  "%s", cases[i].zone);
      CHECK_NEAR (get (operation, "variation"), 0.5, 1e-9, "%s",
                  cases[i].zone);
    }
  remove_own (path);
}

/* All kinds in their order, given by their ids, or NULL for none. */
static void
apply_all (GObject *operation, const gchar *const ids[SMP_PRESET_FILTER_KINDS])
{
  for (gint kind = 0; kind < SMP_PRESET_FILTER_KINDS; kind++)
    if (ids[kind])
      apply (kind, ids[kind], operation);
}

/* A mistake lies over the other kinds, and they take it back. */
static void
test_mistake (GObject *operation)
{
  const gchar *ids[SMP_PRESET_FILTER_KINDS] = {
    [SMP_PRESET_DENSITY]   = "full",
    [SMP_PRESET_SHADE]     = "onyx",
    [SMP_PRESET_ZONE]      = "crown",
    [SMP_PRESET_DIFFUSION] = "high",
    [SMP_PRESET_STAGE]     = "year-3",
    [SMP_PRESET_MISTAKE]   = "all"
  };
  gchar       *path = write_own ("mistake-mine.ini",
                                 "[all]\nvariation=0\ndilution=4\nhues=0.5\n"
                                 "depth=0.05\ndrift=1\nstrays=0\n", -1);

  apply_all (operation, ids);
  CHECK_NEAR (get (operation, "density"), 198, 1e-9);
  CHECK_NEAR (get (operation, "dilution"), 4, 1e-9);
  CHECK_NEAR (get (operation, "hues"), 0.5, 1e-9);
  check_diffusion (operation, 18, 15, 15, 2.5, 0);
  CHECK_NEAR (get (operation, "drift"), 1, 1e-9);
  CHECK_NEAR (get (operation, "years"), 3, 1e-9);

  ids[SMP_PRESET_MISTAKE] = "too-deep";
  apply_all (operation, ids);
  CHECK_NEAR (get (operation, "depth"), 0.8, 1e-9);
  CHECK_NEAR (get (operation, "drift"), -0.6, 1e-9);
  CHECK_NEAR (get (operation, "dot-size"), 0.45, 1e-9);
  CHECK_NEAR (get (operation, "dilution"), 6, 1e-9);
  CHECK_NEAR (get (operation, "hues"), 0, 1e-9);
  CHECK_NEAR (get (operation, "variation"), 0.5, 1e-9);
  check_diffusion (operation, 18, 15, 15, 2.5, 8);
  check_stage (operation, 30, 3, "typical", 0, 0);

  ids[SMP_PRESET_MISTAKE] = "hard-edge";
  apply_all (operation, ids);
  CHECK_NEAR (get (operation, "depth"), 0.15, 1e-9);
  CHECK_NEAR (get (operation, "drift"), 0, 1e-9);
  check_diffusion (operation, 0, 0, 0, 0, 0);
  CHECK_NEAR (get (operation, "density"), 198, 1e-9);

  apply (SMP_PRESET_MISTAKE, "too-dense", operation);
  CHECK_NEAR (get (operation, "density"), 380, 1e-9, "not of the zone");
  apply (SMP_PRESET_MISTAKE, "too-big", operation);
  CHECK_NEAR (get (operation, "dot-size"), 0.8, 1e-9);
  CHECK_NEAR (get (operation, "density"), 70, 1e-9);
  apply (SMP_PRESET_MISTAKE, "orange", operation);
  CHECK_NEAR (get (operation, "drift"), 0.8, 1e-9);

  ids[SMP_PRESET_MISTAKE] = NULL;
  apply_all (operation, ids);
  CHECK_NEAR (get (operation, "density"), 198, 1e-9);
  CHECK_NEAR (get (operation, "dot-size"), 0.31, 1e-9);
  CHECK_NEAR (get (operation, "drift"), 0, 1e-9);
  check_diffusion (operation, 18, 15, 15, 2.5, 8);
  remove_own (path);
}

static void
check_scar (GObject *scar, const gchar *marks, gdouble tone, gdouble gloss,
            gdouble texture, gdouble relief, gdouble dots, gdouble feather)
{
  GValue            value = G_VALUE_INIT;
  const GEnumValue *choice;

  CHECK_NEAR (get (scar, "tone"), tone, 1e-9);
  CHECK_NEAR (get (scar, "gloss"), gloss, 1e-9);
  CHECK_NEAR (get (scar, "texture"), texture, 1e-9);
  CHECK_NEAR (get (scar, "relief"), relief, 1e-9);
  CHECK_NEAR (get (scar, "dots"), dots, 1e-9);
  CHECK_NEAR (get (scar, "feather"), feather, 1e-9);
  g_object_get_property (scar, "marks", &value);
  choice = g_enum_get_value (g_type_class_peek (G_VALUE_TYPE (&value)),
                             g_value_get_enum (&value));
  CHECK (g_str_equal (choice->value_nick, marks), "%s", choice->value_nick);
  g_value_unset (&value);
}

/* A scar sets all of its keys, a maturity multiplies, as far as the property
 * goes.
 */
static void
test_scar (GObject *scar)
{
  gchar *path = write_own ("scar-mine.ini",
                           "[all]\nmarks=pale\nmark-size-min=0.3\n"
                           "mark-size-max=4.5\nmark-contrast=7\ntone=0.6\n"
                           "gloss=0.5\ntexture=0.7\nrelief=0.2\ndots=0.4\n"
                           "feather=2.5\nwidth=9\n[none]\n", -1);
  gchar *other = write_own ("maturity-mine.ini",
                            "[odd]\ntone-percent=150\ngloss-percent=20\n"
                            "texture-percent=200\nrelief-percent=50\n"
                            "dots-percent=25\n", -1);

  apply (SMP_PRESET_SCAR, "all", scar);
  check_scar (scar, "pale", 0.6, 0.5, 0.7, 0.2, 0.4, 2.5);
  CHECK_NEAR (get (scar, "mark-size-min"), 0.3, 1e-9);
  CHECK_NEAR (get (scar, "mark-size-max"), 4.5, 1e-9);
  CHECK_NEAR (get (scar, "mark-contrast"), 7, 1e-9);
  apply (SMP_PRESET_MATURITY, "odd", scar);
  check_scar (scar, "pale", 0.9, 0.1, 1.0, 0.1, 0.1, 2.5);
  apply (SMP_PRESET_SCAR, "none", scar);
  check_scar (scar, "all", 0.85, 0.35, 0.4, 0.8, 1.0, 6.0);
  CHECK_NEAR (get (scar, "mark-size-max"), 1.1, 1e-9);
  apply (SMP_PRESET_MATURITY, "mature", scar);
  check_scar (scar, "all", 0.85, 0.35, 0.4, 0.8, 1.0, 6.0);
  CHECK_NEAR (get (scar, "density"), 180, 1e-9);
  remove_own (other);
  remove_own (path);
}

/* What the files promise: relief and shine stay, and less can be done for a
 * young scar.
 */
static void
test_honest (GObject *scar)
{
  SmpPresets *kinds = smp_presets_load (SMP_PRESET_SCAR, shipped_dir, NULL,
                                        NULL);

  for (guint i = 0; i < smp_presets_count (kinds); i++)
    {
      const gchar *id = smp_preset_get_id (smp_presets_get (kinds, i));
      gdouble      tone, dots;

      apply (SMP_PRESET_SCAR, id, scar);
      tone = get (scar, "tone");
      dots = get (scar, "dots");
      CHECK (tone <= 0.9 && get (scar, "gloss") <= 0.5
             && get (scar, "texture") <= 0.5 && get (scar, "relief") >= 0.8,
             "%s promises too much", id);
      CHECK (smp_preset_get_number (smp_presets_get (kinds, i), "width", -1.0)
             > 0.0, "%s has no width", id);
      apply (SMP_PRESET_MATURITY, "young", scar);
      CHECK (get (scar, "tone") <= 0.6 * tone && get (scar, "dots") <= dots,
             "%s", id);
    }
  smp_presets_free (kinds);
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

  test_resets (operation);
  test_stage (operation);
  test_diffusion (operation);
  test_zone (operation);
  test_mistake (operation);
  g_object_unref (graph);

  graph = ops_graph (NULL, "smp:scar-camouflage", &op);
  operation = G_OBJECT (gegl_node_get_gegl_operation (op));
  test_scar (operation);
  test_honest (operation);
  g_object_unref (graph);

  remove_own_dir ();
  gegl_exit ();
  return smp_test_result ();
}
