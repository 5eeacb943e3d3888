/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks: whole sets of values in the Presets list of the SMP Dots dialog.  GIMP
 * keeps that list in one file of the user's; ours are merged into it.
 */

#ifndef SMP_LOOKS_H
#define SMP_LOOKS_H

#include <glib.h>

/* The file's name, in the folder of the shipped presets and in the folder
 * "filters" of GIMP's settings.
 */
#define SMP_LOOKS_FILE "GimpGegl-smp-dots-config.settings"

/* Adds the looks of shipped_file, with names that are not there yet, to the
 * list in gimp_dir (such as ~/.config/GIMP/3.0).  What is there stays byte for
 * byte.  For when no GIMP runs: a running one may write the file anew from what
 * it remembers.
 *
 * added (may be NULL) gets their number, 0 if all are there.  FALSE, and
 * nothing is changed, if a file cannot be read or written: a GIOErrorEnum,
 * G_IO_ERROR_INVALID_DATA if the file is no list of presets.
 */
gboolean smp_looks_install         (const gchar *shipped_file,
                                    const gchar *gimp_dir,
                                    gint        *added,
                                    GError     **error);

/* The same from inside a GIMP that started at gimp_start, in microseconds since
 * 1970 or 0 if that is unknown.  FALSE and G_IO_ERROR_BUSY, with what to do, if
 * there are looks to add but GIMP has written the file since, so that it would
 * overwrite them.  GIMP then shows them when SMP Dots is opened for the first
 * time.
 */
gboolean smp_looks_install_in_gimp (const gchar *shipped_file,
                                    const gchar *gimp_dir,
                                    gint64       gimp_start,
                                    gint        *added,
                                    GError     **error);

/* When the program that runs this plug-in started, in microseconds since 1970;
 * 0 if this system does not tell.
 */
gint64   smp_looks_gimp_start      (void);

#endif
