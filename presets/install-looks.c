/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* install-looks LOOKS FOLDER...
 *
 * Adds the looks in the file LOOKS to the presets in each FOLDER with settings
 * of GIMP.  No GIMP may run.  Exit status 1 if one of them failed.
 */

#include "looks.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  int status = 0;

  setlocale (LC_ALL, "");
  for (int i = 2; i < argc; i++)
    {
      GError *error = NULL;
      gint    added;

      if (smp_looks_install (argv[1], argv[i], &added, &error))
        g_print ("%s: %d looks added\n", argv[i], added);
      else
        {
          g_printerr ("%s\n", error->message);
          g_error_free (error);
          status = 1;
        }
    }
  return status;
}
