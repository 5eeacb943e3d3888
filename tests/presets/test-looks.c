/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The looks name all that a look must name, and get into GIMP's list of presets
 * without a change to what is there.
 *
 * Arguments: file with the looks, contract of the operations.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "looks.h"
#include "smp-test.h"

#define ENTRY "(GimpGegl-smp-dots-config \""

#define LOOKS 18

static const gchar *looks_file;
static gchar       *looks;
static gchar       *folder, *list_file;

static guint
count (const gchar *text, const gchar *part)
{
  guint n = 0;

  for (const gchar *p = text; (p = strstr (p, part)); p += strlen (part))
    n++;
  return n;
}

/* Values of one photo, which no look may change, and the page of the dialog. */
static gboolean
is_per_photo (const gchar *property)
{
  static const gchar *const names[] = {
    "px-per-mm", "curvature", "result", "frame", "hairline", "skin", "light",
    "sharpness", "grain", "page", NULL
  };

  return g_strv_contains (names, property)
         || g_str_has_prefix (property, "head-");
}

/* A line of the contract, "KIND NAME TYPE-OR-DEFAULT ... [DEFAULT]": the
 * property is in each look or in none, and one look has its default, which is
 * what Mock-up would give it.
 */
static void
check_property (const gchar *line)
{
  gchar     **word = g_strsplit (line, " ", -1);
  const guint words = g_strv_length (word);
  gchar      *spaced = g_strdup_printf ("\n    (%s ", word[1]);
  gchar      *broken = g_strdup_printf ("\n    (%s\n", word[1]);
  gchar      *usual = g_strdup_printf (
    "%s%s)", spaced, g_str_equal (word[0], "enum") ? word[2] : word[words - 1]);

  CHECK (count (looks, spaced) + count (looks, broken)
         == (is_per_photo (word[1]) ? 0 : LOOKS), "%s", word[1]);
  CHECK (count (looks, usual) > 0 || is_per_photo (word[1])
         || g_str_equal (word[2], "color"), "default of %s", word[1]);
  g_free (usual);
  g_free (broken);
  g_free (spaced);
  g_strfreev (word);
}

static void
test_names (const gchar *contract_file)
{
  const guint n = count (looks, ENTRY);
  gchar      *contract, **lines;
  guint       properties = 0;
  gboolean    ours = FALSE;       /* the lines of the operation of the looks */

  CHECK (n == LOOKS, "%u", n);
  CHECK (g_file_get_contents (contract_file, &contract, NULL, NULL));
  lines = g_strsplit (contract, "\n", -1);
  for (gint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "op "))
      ours = g_str_has_prefix (lines[i], "op smp:dots ");
    else if (ours && (g_str_has_prefix (lines[i], "property ")
                      || g_str_has_prefix (lines[i], "enum ")))
      {
        check_property (lines[i]);
        properties++;
      }
  CHECK (properties > 0);
  g_strfreev (lines);
  g_free (contract);
}

/* The row of stages: what a look is at that time, in the order of the list. */
static void
test_stages (void)
{
  static const struct
  {
    const gchar *when, *value;
  } stages[] = {
    { "day 0", "\n    (healing-day 0)" },
    { "day 4", "\n    (healing-day 4)" },
    { "healed", "\n    (healing-day 30)" },
    { "year 1", "\n    (years 1)" },
    { "year 5", "\n    (years 5)" },
    { "year 6, touched up", "\n    (touch-up 5)" },
    { "year 8", "\n    (years 8)" }
  };
  const gchar *last = "";

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      gchar       *name = g_strdup_printf ("\"SMP 3 Medium, charcoal 9:1, "
                                           "session 3, %s\"", stages[i].when);
      const gchar *begin = strstr (looks, name);
      const gchar *end = begin ? strstr (begin, ENTRY) : NULL;
      const gchar *value = begin ? strstr (begin, stages[i].value) : NULL;

      CHECK (end && value && value < end, "%s", stages[i].when);
      CHECK (strcmp (last, stages[i].when) < 0, "%s", stages[i].when);
      last = stages[i].when;
      g_free (name);
    }
}

static gchar *
contents (void)
{
  gchar *text = NULL;

  g_file_get_contents (list_file, &text, NULL, NULL);
  return text;
}

/* Installs into a list that holds text, or none: wants so many looks to be
 * added, and gives what is there then.
 */
static gchar *
install (const gchar *text, gint wanted, const gchar *what)
{
  GError *error = NULL;
  gint    added = -1;

  if (text)
    CHECK (g_file_set_contents (list_file, text, -1, NULL));
  else
    g_remove (list_file);
  CHECK (smp_looks_install (looks_file, folder, &added, &error), "%s: %s", what,
         error ? error->message : "");
  CHECK (added == wanted, "%s: %d", what, added);
  g_clear_error (&error);
  return contents ();
}

static void
test_new (void)
{
  gchar *text = install (NULL, LOOKS, "no list"), *again;

  CHECK (g_str_equal (text, looks), "a new list is the shipped one");
  again = install (text, 0, "again");
  CHECK (g_str_equal (text, again));
  g_free (again);
  g_free (text);

  text = install ("", LOOKS, "empty list");
  CHECK (g_str_equal (text, looks));
  g_free (text);
}

static const gchar own[] =
  "# settings\n"
  "\n"
  "(GimpGegl-smp-dots-config \"2026-11-20 06:31:24\"\n"
  "    (time 1795156284)\n"
  "    (density 200))\n"
  "# a comment ) with \" marks (\n"
  "(GimpGegl-smp-dots-config \"odd \\\"name\\\" \\\\ (with) # marks\"\n"
  "  (frame \"a ) \\\" b\"))\n"
  "(GimpGegl-smp-dots-config \"Gl\\303\\274ck\" (density 20))\n"
  "(GimpGegl-smp-dots-config \"SMP 1 Light, mist 25:1, session 3, healed\"\n"
  "    (density 77))\n"
  "(GimpGegl-smp-dots-config \"SMP 4 Full, onyx 6:1, session\\0403, healed\"\n"
  "    (density 78))\n"
  "\n";

/* The artist's own stays, even under a name of ours; ours come behind it. */
static void
test_own (void)
{
  static const gchar *const ends[] = {
    "# end of settings\n", "# end of settings", "", "(x \"no newline\")"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gboolean has_end = *ends[i] == '#';
      gchar         *before = g_strconcat (own, ends[i], NULL);
      gchar         *after = install (before, LOOKS - 2, ends[i]), *again;

      CHECK (g_str_has_prefix (after, has_end ? own : before), "%s", ends[i]);
      CHECK (g_str_has_suffix (after, has_end ? ends[i] : "))\n"), "%s",
             ends[i]);
      CHECK (count (after, "SMP 1 Light, mist") == 1);
      CHECK (count (after, ENTRY) == count (own, ENTRY) + LOOKS - 2);
      again = install (after, 0, "again");
      CHECK (g_str_equal (after, again), "%s", ends[i]);
      g_free (again);
      g_free (after);
      g_free (before);
    }
}

static void
check_refused (gint64 gimp_start, gint code, const gchar *what)
{
  gchar  *before = contents (), *after;
  GError *error = NULL;
  gint    added = -1;

  CHECK (!smp_looks_install_in_gimp (looks_file, folder, gimp_start, &added,
                                     &error), "%s", what);
  CHECK (g_error_matches (error, G_IO_ERROR, code), "%s: %s", what,
         error ? error->message : "");
  CHECK (added == 0, "%s: %d", what, added);
  after = contents ();
  CHECK (g_strcmp0 (before, after) == 0, "%s", what);
  g_clear_error (&error);
  g_free (after);
  g_free (before);
}

static void
test_damaged (void)
{
  static const gchar *const damaged[] = {
    "(GimpGegl-smp-dots-config \"a\" (density 5)\n# end of settings\n",
    "(GimpGegl-smp-dots-config \"a))\n# end of settings\n",
    "(GimpGegl-smp-dots-config \"a\"))\n(b",
    "(GimpGegl-smp-dots-config \"a\\\"))"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      CHECK (g_file_set_contents (list_file, damaged[i], -1, NULL));
      check_refused (0, G_IO_ERROR_INVALID_DATA, damaged[i]);
    }
  CHECK (g_file_set_contents (list_file, "a\0b", 3, NULL));
  check_refused (0, G_IO_ERROR_INVALID_DATA, "not a text");
}

/* A list that GIMP has written since it started is left alone, unless it has
 * all looks already.
 */
static void
test_in_gimp (void)
{
  GStatBuf status;
  gint64   time;
  gint     added = -1;

  CHECK (g_file_set_contents (list_file, own, -1, NULL));
  CHECK (g_stat (list_file, &status) == 0);
  time = (gint64) status.st_mtime * G_USEC_PER_SEC;
  check_refused (time - G_USEC_PER_SEC, G_IO_ERROR_BUSY, "written since");
  CHECK (smp_looks_install_in_gimp (looks_file, folder,
                                    time + G_USEC_PER_SEC, &added, NULL));
  CHECK (added == LOOKS - 2, "%d", added);
  CHECK (smp_looks_install_in_gimp (looks_file, folder,
                                    time - G_USEC_PER_SEC, &added, NULL));
  CHECK (added == 0, "%d", added);

  g_remove (list_file);
  CHECK (smp_looks_install_in_gimp (looks_file, folder, time, &added, NULL));
  CHECK (added == LOOKS, "%d", added);
}

/* A link stays one, and a list nobody may read is told of. */
static void
test_links (void)
{
  gchar *target = g_build_filename (folder, "elsewhere", NULL);
  gchar *text = NULL;

  g_remove (list_file);
  CHECK (g_file_set_contents (target, own, -1, NULL));
  CHECK (symlink (target, list_file) == 0);
  CHECK (smp_looks_install (looks_file, folder, NULL, NULL));
  CHECK (g_file_test (list_file, G_FILE_TEST_IS_SYMLINK));
  CHECK (g_file_get_contents (target, &text, NULL, NULL)
         && g_str_has_prefix (text, own) && strlen (text) > strlen (own));
  g_free (text);
  g_remove (list_file);
  g_remove (target);
  g_free (target);

  CHECK (g_mkdir (list_file, 0700) == 0);
  check_refused (0, G_IO_ERROR_IS_DIRECTORY, "a folder");
  CHECK (g_rmdir (list_file) == 0);
}

/* The parent of this test has started, and not in the future. */
static void
test_start (void)
{
  const gint64 start = smp_looks_gimp_start ();

#ifdef __linux__
  if (g_file_test ("/proc/self/stat", G_FILE_TEST_EXISTS))
    CHECK (start > 0);
#endif
  CHECK (start <= g_get_real_time ());
}

int
main (int argc, char **argv)
{
  gchar *filters;

  if (argc < 3)
    return 2;
  looks_file = argv[1];
  CHECK (g_file_get_contents (looks_file, &looks, NULL, NULL));
  folder = g_dir_make_tmp ("smp-looks-XXXXXX", NULL);
  filters = g_build_filename (folder, "filters", NULL);
  list_file = g_build_filename (filters, SMP_LOOKS_FILE, NULL);

  test_names (argv[2]);
  test_stages ();
  test_new ();
  test_own ();
  test_damaged ();
  test_in_gimp ();
  test_links ();
  test_start ();

  CHECK (g_rmdir (filters) == 0 && g_rmdir (folder) == 0, "%s", folder);
  g_free (list_file);
  g_free (filters);
  g_free (folder);
  g_free (looks);
  return smp_test_result ();
}
