/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A folder with an artist's own files, for tests of the presets. */

#ifndef SMP_OWN_FOLDER_H
#define SMP_OWN_FOLDER_H

#include <glib/gstdio.h>

#include "preset-file.h"
#include "smp-test.h"

static gchar *own_dir;

static inline void
make_own_dir (void)
{
  own_dir = g_dir_make_tmp ("smp-presets-XXXXXX", NULL);
}

static inline void
remove_own_dir (void)
{
  CHECK (g_rmdir (own_dir) == 0, "%s", own_dir);
  g_free (own_dir);
}

static inline gchar *
write_own (const gchar *name, const gchar *text, gssize length)
{
  gchar *path = g_build_filename (own_dir, name, NULL);

  CHECK (g_file_set_contents (path, text, length, NULL), "%s", path);
  return path;
}

static inline void
remove_own (gchar *path)
{
  g_remove (path);
  g_free (path);
}

static inline GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Fails with each problem there is. */
static inline void
check_no_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    CHECK (FALSE, "%s", (gchar *) g_ptr_array_index (problems, i));
}

#endif
