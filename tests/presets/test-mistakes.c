/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files with mistakes: each is named with file, line and reason, and the other
 * presets load.
 */

#include <string.h>
#include <unistd.h>

#include "own-folder.h"

#define GOOD "[before]\ndensity=100\n"          /* two lines */
#define GOOD_AFTER "\n[after]\ndensity=120\n"

/* Each between two good presets; want begins with the line of the mistake. */
static const struct
{
  const gchar *what, *text, *want;
} mistakes[] = {
  { "syntax", "[bad]\n\ndensity 100\n", "line 5: “density 100” is neither" },
  { "comment of other programs", "[bad]\n; density=9\ndensity=9\n",
    "line 4: there is no value called “; density”" },
  { "header", "[bad\ndensity=100\n", "line 3: “[bad” is not the id" },
  { "text behind a header", "[bad] x\ndensity=100\n",
    "line 3: “[bad] x” is not the id" },
  { "blank in an id", "[so bad]\ndensity=100\n",
    "line 3: “[so bad]” is not the id" },
  { "unknown key", "[bad]\ndensity=100\ndot-syze=0.3\n",
    "line 5: there is no value called “dot-syze”" },
  { "key of the other kind", "[bad]\ndensity=100\ndilution=9\n",
    "line 5: there is no value called “dilution”" },
  { "translated number", "[bad]\ndensity=100\ndensity[de]=90\n",
    "line 5: there is no value called “density[de]”" },
  { "out of range", "[bad]\ndensity=401\n",
    "line 4: “density” must be between 0 and 400, not 401" },
  { "too small", "[bad]\nname=x\ndensity=5\ndot-size=0.01\n",
    "line 6: “dot-size” must be between 0.05 and 1.5, not 0.01" },
  { "not a number", "[bad]\ndensity=many\n",
    "line 4: “density” must be a number such as 0.3, not “many”" },
  { "comma", "[bad]\ndensity=100\ndot-size=0,3\n",
    "line 5: “dot-size” must be a number such as 0.3, not “0,3”" },
  { "no value", "[bad]\ndensity=\n", "line 4: “density” must be a number" },
  { "NaN", "[bad]\ndensity=nan\n", "line 4: “density” must be between" },
  { "missing value", "[bad]\nname=Bad\n",
    "line 3: the preset “bad” needs a value for “density”" },
  { "twice a key", "[bad]\ndensity=5\ndensity=6\n",
    "line 5: “density” is there twice" },
  { "twice an id", "[before]\ndensity=5\n",
    "line 3: there is a preset “before” already: " },
  { "escape", "[bad]\nname=a\\qb\ndensity=5\n",
    "line 4: the value of “name” has a “\\” too many" },
  { "not UTF-8", "[bad]\ndensity=5\nname=Gr\xfcn\n",
    "line 5: this is not text in UTF-8" },
  { "not UTF-8 in a header", "[gr\xfcn]\ndensity=5\n", "line 3: “[gr" }
};

/* The problems with an own file: there is one, it begins with the file's name,
 * then want.
 */
static void
check_problem (SmpPresetKind kind, const gchar *path, const gchar *what,
               const gchar *want, guint presets_left)
{
  GPtrArray  *problems = new_problems ();
  SmpPresets *presets = smp_presets_load (kind, NULL, own_dir, problems);
  gchar      *begin = g_strdup_printf ("%s%s", path, want);

  CHECK (problems->len == 1, "%s: %u", what, problems->len);
  for (guint i = 0; i < problems->len; i++)
    {
      const gchar *problem = g_ptr_array_index (problems, i);

      CHECK (g_str_has_prefix (problem, begin), "%s: %s", what, problem);
      CHECK (g_utf8_validate (problem, -1, NULL), "%s", what);
    }
  CHECK (smp_presets_count (presets) == presets_left, "%s: %u", what,
         smp_presets_count (presets));
  smp_presets_free (presets);
  g_free (begin);
  g_ptr_array_unref (problems);
}

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      gchar *text = g_strconcat (GOOD, mistakes[i].text, GOOD_AFTER, NULL);
      gchar *path = write_own ("density.ini", text, -1);
      gchar *want = g_strconcat (", ", mistakes[i].want, NULL);

      check_problem (SMP_PRESET_DENSITY, path, mistakes[i].what, want, 2);
      g_free (want);
      remove_own (path);
      g_free (text);
    }
}

/* Values of the other kinds, in line 3 between two good presets. */
static const struct
{
  SmpPresetKind kind;
  const gchar  *file, *line, *want;
} values[] = {
  { SMP_PRESET_SHADE, "shade.ini", "pigment=brown",
    "“pigment” must be a colour such as #2b211c, not “brown”" },
  { SMP_PRESET_SHADE, "shade.ini", "pigment=#12345", "“pigment” must be" },
  { SMP_PRESET_SHADE, "shade.ini", "pigment=#12345g", "“pigment” must be" },
  { SMP_PRESET_SHADE, "shade.ini", "pigment=2b211c", "“pigment” must be" },
  { SMP_PRESET_ZONE, "zone.ini", "density-percent=4",
    "“density-percent” must be between 5 and 300, not 4" },
  { SMP_PRESET_ZONE, "zone.ini", "size-percent=201",
    "“size-percent” must be between 30 and 200, not 201" },
  { SMP_PRESET_ZONE, "zone.ini", "density-percent=90 %",
    "“density-percent” must be a number such as 80, not “90 %”" },
  { SMP_PRESET_ZONE, "zone.ini", "density=90",
    "there is no value called “density”" },
  { SMP_PRESET_DIFFUSION, "diffusion.ini", "fade=61",
    "“fade” must be between 0 and 60, not 61" },
  { SMP_PRESET_DIFFUSION, "diffusion.ini", "strays=-1",
    "“strays” must be between 0 and 30, not -1" },
  { SMP_PRESET_STAGE, "stage.ini", "healing-day=2.5",
    "“healing-day” must be a whole number, not 2.5" },
  { SMP_PRESET_STAGE, "stage.ini", "healing-day=31",
    "“healing-day” must be between 0 and 30, not 31" },
  { SMP_PRESET_STAGE, "stage.ini", "removal=all",
    "“removal” must be a number such as 2, not “all”" },
  { SMP_PRESET_STAGE, "stage.ini", "fading=Typical",
    "“fading” must be one of careful, typical, sunny, temporary, not "
    "“Typical”" },
  { SMP_PRESET_STAGE, "stage.ini", "fading=1",
    "“fading” must be one of careful, typical, sunny, temporary, not “1”" },
  { SMP_PRESET_STAGE, "stage.ini", "fading=", "“fading” must be one of" },
  { SMP_PRESET_STAGE, "stage.ini", "fading[de]=typical",
    "there is no value called “fading[de]”" },
  { SMP_PRESET_MISTAKE, "mistake.ini", "drift=-1.1",
    "“drift” must be between -1 and 1, not -1.1" },
  { SMP_PRESET_SCAR, "scar.ini", "marks=red",
    "“marks” must be one of all, pale, not “red”" },
  { SMP_PRESET_SCAR, "scar.ini", "width=60",
    "“width” must be between 0.2 and 50, not 60" },
  { SMP_PRESET_MATURITY, "maturity.ini", "tone-percent=-5",
    "“tone-percent” must be between 0 and 200, not -5" },
  { SMP_PRESET_MISTAKE, "mistake.ini", "pigment=#2b211c",
    "there is no value called “pigment”" }
};

static void
test_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const gboolean shade = values[i].kind == SMP_PRESET_SHADE;
      const gchar   *needed = shade ? "dilution=5" : "name=X";
      gchar         *text = g_strdup_printf ("[x]\n%s\n%s\n\n[y]\n%s\n",
                                             needed, values[i].line, needed);
      gchar         *path = write_own (values[i].file, text, -1);
      gchar         *want = g_strconcat (", line 3: ", values[i].want, NULL);

      check_problem (values[i].kind, path, values[i].line, want, 1);
      g_free (want);
      remove_own (path);
      g_free (text);
    }
}

/* Whole files; a good one beside them loads. */
static void
test_files (void)
{
  gchar *good = write_own ("density-good.ini", GOOD, -1);
  gchar *path = write_own ("density.ini", "", 0);

  check_problem (SMP_PRESET_DENSITY, path, "empty",
                 ": there is no preset in it", 1);
  remove_own (path);

  path = write_own ("density.ini", "# nothing\n\n", -1);
  check_problem (SMP_PRESET_DENSITY, path, "comments only",
                 ": there is no preset in it", 1);
  remove_own (path);

  path = write_own ("density.ini", "density=5\n[a]\ndensity=5\n", -1);
  check_problem (SMP_PRESET_DENSITY, path, "before any preset",
                 ", line 1: the values of a preset must follow its id", 2);
  remove_own (path);

  path = write_own ("density.ini", "[\0a\0]\0", 6);
  check_problem (SMP_PRESET_DENSITY, path, "UTF-16",
                 ": this is not a text file", 1);
  remove_own (path);

  path = write_own ("density-twice.ini", GOOD, -1);
  check_problem (SMP_PRESET_DENSITY, path, "id of another file",
                 ", line 1: there is a preset “before” already: ", 1);
  remove_own (path);
  remove_own (good);
}

/* A file and a folder that cannot be read: their problem names them. */
static void
test_unreadable (void)
{
  gchar      *good = write_own ("density-good.ini", GOOD, -1);
  gchar      *bad = g_build_filename (own_dir, "density-bad.ini", NULL);
  gchar      *nowhere = g_build_filename (own_dir, "nowhere", NULL);
  GPtrArray  *problems = new_problems ();
  SmpPresets *presets;

  CHECK (symlink (nowhere, bad) == 0);
  presets = smp_presets_load (SMP_PRESET_DENSITY, nowhere, own_dir, problems);
  CHECK (smp_presets_count (presets) == 1);
  CHECK (problems->len == 2, "%u", problems->len);
  if (problems->len == 2)
    {
      CHECK (strstr (g_ptr_array_index (problems, 0), nowhere), "the folder");
      CHECK (strstr (g_ptr_array_index (problems, 1), bad), "the file");
    }
  smp_presets_free (presets);

  g_ptr_array_set_size (problems, 0);
  presets = smp_presets_load (SMP_PRESET_DENSITY, NULL, nowhere, problems);
  check_no_problems (problems);
  smp_presets_free (presets);
  g_ptr_array_unref (problems);
  g_free (nowhere);
  remove_own (bad);
  remove_own (good);
}

int
main (void)
{
  make_own_dir ();
  test_mistakes ();
  test_values ();
  test_files ();
  test_unreadable ();
  remove_own_dir ();
  return smp_test_result ();
}
