/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The file is a row of s-expressions, one for each preset, among comments:
 *
 *   # settings
 *   (GimpGegl-smp-dots-config "Crew cut"
 *       (density 200))
 *   # end of settings
 *
 * GIMP reads it when the filter is first used, and from then on only writes it,
 * whole.  Invariants: the bytes that are there stay, in their order; a name is
 * added once; a file that does not end as it should is not touched.
 */

#include "config.h"

#include "looks.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <time.h>
#include <unistd.h>
#endif

static const gchar no_settings[] = "# settings\n\n# end of settings\n";
static const gchar last_line[] = "# end of settings";

/* One preset in the text of a file. */
typedef struct
{
  const gchar *begin, *end;
  gchar       *name;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
}

/* From a quotation mark to behind the one that closes it, or to the end. */
static const gchar *
skip_string (const gchar *p)
{
  for (p++; *p && *p != '"'; p++)
    if (*p == '\\' && p[1])
      p++;
  return *p ? p + 1 : p;
}

static gchar *
string_value (const gchar *begin, const gchar *end)
{
  gchar *quoted = g_strndup (begin + 1, end - begin - 2);
  gchar *value = g_strcompress (quoted);

  g_free (quoted);
  return value;
}

/* The entries of a text, which must last as long as they; NULL and an error if
 * it has none or a mark too many.
 */
static GArray *
find_entries (const gchar *text, const gchar *file, GError **error)
{
  GArray      *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Entry        entry = { NULL };
  gint         depth = 0;
  const gchar *end;

  g_array_set_clear_func (entries, clear_entry);
  for (const gchar *p = text; *p && depth >= 0; p = end)
    {
      end = p + 1;
      if (*p == '#')
        end = p + strcspn (p, "\n");
      else if (*p == '(' && depth++ == 0)
        entry = (Entry) { p, NULL, NULL };
      else if (*p == ')' && --depth == 0)
        {
          entry.end = end;
          g_array_append_val (entries, entry);
          entry.name = NULL;
        }
      else if (*p == '"')
        {
          end = skip_string (p);
          if (!*end)
            depth = -1;
          else if (depth == 1 && !entry.name)
            entry.name = string_value (p, end);
        }
    }
  if (depth == 0)
    return entries;

  g_free (entry.name);
  g_array_unref (entries);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("%s is damaged (brackets or quotation marks do not match), so "
                 "it was left as it is. Rename or remove it, and start "
                 "again."), file);
  return NULL;
}

static gboolean
has_name (const GArray *entries, const gchar *name)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (g_array_index (entries, Entry, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Where new entries go: before GIMP's last line, if that is the last. */
static gsize
insert_position (const gchar *text)
{
  const gsize  length = strlen (text);
  const gchar *last = g_strrstr (text, last_line);

  if (last && (last == text || last[-1] == '\n')
      && strspn (last + strlen (last_line), " \r\n\t")
         == strlen (last + strlen (last_line)))
    return last - text;
  return length;
}

/* text with the entries of shipped it lacks; NULL and *added = 0 if none. */
static gchar *
merge (const gchar *text, const GArray *there, const GArray *shipped,
       gint *added)
{
  const gsize position = insert_position (text);
  GString    *merged = g_string_new_len (text, position);

  if (position > 0 && text[position - 1] != '\n')
    g_string_append_c (merged, '\n');
  *added = 0;
  for (guint i = 0; i < shipped->len; i++)
    {
      const Entry *entry = &g_array_index (shipped, Entry, i);

      if (!entry->name || has_name (there, entry->name))
        continue;
      g_string_append_len (merged, entry->begin, entry->end - entry->begin);
      g_string_append_c (merged, '\n');
      ++*added;
    }
  if (*added > 0 && text[position])
    g_string_append_c (merged, '\n');
  g_string_append (merged, text + position);
  return g_string_free (merged, *added == 0);
}

/* NULL and an error if the file cannot be read. */
static gchar *
read_text (GFile *file, gchar **etag, GError **error)
{
  gchar *text;
  gsize  length;

  if (!g_file_load_contents (file, NULL, &text, &length, etag, error))
    return NULL;
  if (strlen (text) == length)
    return text;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("%s is not a text file, so it was left as it is."),
               g_file_peek_path (file));
  g_free (text);
  if (etag)
    g_clear_pointer (etag, g_free);
  return NULL;
}

/* 0 if there is no such file. */
static gint64
modification_time (GFile *file)
{
  GFileInfo *info = g_file_query_info (file, "time::*", G_FILE_QUERY_INFO_NONE,
                                       NULL, NULL);
  gint64     time = 0;

  if (info)
    {
      time = g_file_info_get_attribute_uint64 (
               info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
             + g_file_info_get_attribute_uint32 (
               info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
      g_object_unref (info);
    }
  return time;
}

/* Merges into what is in the file at present, text, and writes it. */
static gboolean
add_looks (GFile *file, const gchar *text, const gchar *etag,
           const GArray *shipped, gint64 gimp_start, gint *added,
           GError **error)
{
  GArray  *there = find_entries (text, g_file_peek_path (file), error);
  gchar   *merged;
  gboolean done = TRUE;

  if (!there)
    return FALSE;
  merged = merge (text, there, shipped, added);
  if (merged && gimp_start > 0 && modification_time (file) > gimp_start)
    {
      g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_BUSY,
        _("SMP Dots was used since GIMP started, so GIMP would overwrite the "
          "new presets. Close GIMP, start it, and run Install Presets before "
          "opening SMP Dots."));
      done = FALSE;
    }
  else if (merged)
    done = g_file_replace_contents (file, merged, strlen (merged), etag, FALSE,
                                    G_FILE_CREATE_NONE, NULL, NULL, error);
  if (!done)
    *added = 0;
  g_free (merged);
  g_array_unref (there);
  return done;
}

static gboolean
install_into (GFile *file, const GArray *shipped, gint64 gimp_start,
              gint *added, GError **error)
{
  GError  *reason = NULL;
  gchar   *etag = NULL;
  gchar   *text = read_text (file, &etag, &reason);
  gboolean done = FALSE;

  if (text || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_clear_error (&reason);
      done = add_looks (file, text && *text ? text : no_settings, etag, shipped,
                        gimp_start, added, error);
    }
  else
    g_propagate_error (error, reason);
  g_free (etag);
  g_free (text);
  return done;
}

gboolean
smp_looks_install_in_gimp (const gchar *shipped_file,
                           const gchar *gimp_dir,
                           gint64       gimp_start,
                           gint        *added,
                           GError     **error)
{
  GFile   *source = g_file_new_for_path (shipped_file);
  gchar   *folder = g_build_filename (gimp_dir, "filters", NULL);
  GFile   *file = g_file_new_build_filename (folder, SMP_LOOKS_FILE, NULL);
  gchar   *text = read_text (source, NULL, error);
  GArray  *shipped = text ? find_entries (text, shipped_file, error) : NULL;
  gint     number = 0;
  gboolean done = FALSE;

  if (shipped)
    {
      /* should this fail, writing the file will say why */
      g_mkdir_with_parents (folder, 0700);
      done = install_into (file, shipped, gimp_start, &number, error);
      g_array_unref (shipped);
    }
  if (added)
    *added = number;
  g_free (text);
  g_free (folder);
  g_object_unref (file);
  g_object_unref (source);
  return done;
}

gboolean
smp_looks_install (const gchar *shipped_file,
                   const gchar *gimp_dir,
                   gint        *added,
                   GError     **error)
{
  return smp_looks_install_in_gimp (shipped_file, gimp_dir, 0, added, error);
}

#if defined (__linux__) && defined (CLOCK_BOOTTIME)

#define STAT_START_TIME 20      /* of the fields after the program's name */

/* Ticks from the start of the system to that of a process, or < 0. */
static gint64
start_ticks (gint pid)
{
  gchar  *path = g_strdup_printf ("/proc/%d/stat", pid);
  gchar  *text = NULL;
  gchar  *name_end;
  gint64  ticks = -1;

  if (g_file_get_contents (path, &text, NULL, NULL)
      && (name_end = strrchr (text, ')')))
    {
      gchar **field = g_strsplit (g_strstrip (name_end + 1), " ", -1);

      if (g_strv_length (field) >= STAT_START_TIME)
        ticks = g_ascii_strtoll (field[STAT_START_TIME - 1], NULL, 10);
      g_strfreev (field);
    }
  g_free (text);
  g_free (path);
  return ticks;
}

gint64
smp_looks_gimp_start (void)
{
  const gint64    ticks = start_ticks (getppid ());
  const glong     ticks_per_s = sysconf (_SC_CLK_TCK);
  struct timespec up;

  if (ticks < 0 || ticks_per_s <= 0 || clock_gettime (CLOCK_BOOTTIME, &up) != 0)
    return 0;
  return g_get_real_time ()
         - (up.tv_sec * G_USEC_PER_SEC + up.tv_nsec / 1000)
         + ticks * G_USEC_PER_SEC / ticks_per_s;
}

#else

gint64
smp_looks_gimp_start (void)
{
  return 0;
}

#endif
