/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of lists in our dialogs, each for a text argument. */

#ifndef SMP_LISTS_H
#define SMP_LISTS_H

#include <libgimp/gimpui.h>

#include "presets.h"

GtkWidget * smp_lists_new         (void);

/* The choice of combo is the value of the argument; the first is chosen when
 * the value is not in the list.
 */
void        smp_lists_attach      (GtkWidget           *lists,
                                   gint                 row,
                                   const gchar         *label,
                                   GtkWidget           *combo,
                                   GimpProcedureConfig *config,
                                   const gchar         *argument);

/* A list of presets, its tooltip the description of the chosen one; none, if
 * not NULL, comes before them and has the id "".
 */
GtkWidget * smp_lists_new_presets (SmpPresets          *presets,
                                   const gchar         *none);

/* Adds the paths that lines can be taken from; last, which may be NULL or
 * empty, is that of the last run, and is added though it is gone.
 */
void        smp_lists_add_paths   (GtkWidget           *combo,
                                   GimpImage           *image,
                                   const gchar         *last);

/* The widget can be used while the argument is not empty. */
void        smp_lists_bind_named  (GtkWidget           *widget,
                                   GimpProcedureConfig *config,
                                   const gchar         *argument);

/* Connects until the dialog is destroyed. */
void        smp_lists_connect     (GimpProcedureDialog *dialog,
                                   GimpProcedureConfig *config,
                                   const gchar         *signal,
                                   GCallback            callback,
                                   gpointer             data);

/* A small text below the rows, which wraps. */
GtkWidget * smp_lists_new_note    (const gchar         *text);

#endif
