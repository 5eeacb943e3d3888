/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Our operations in a GEGL of this process, built but not installed. */

#ifndef SMP_TEST_OPS_H
#define SMP_TEST_OPS_H

#include <gegl.h>
#include <gegl-plugin.h>

#include "smp-test.h"

/* Starts GEGL with the modules in the folder given as first argument, and those
 * of the system, but with none that a user has installed.
 */
void         ops_init     (int          argc,
                           char       **argv);

/* A graph buffer-source -> op, op left to be given its values.  The caller
 * unrefs the graph.
 */
GeglNode *   ops_graph    (GeglBuffer  *input,
                           const gchar *operation,
                           GeglNode   **op);

/* Sets a property from text, as a person would write it. */
gboolean     ops_set      (GeglNode    *op,
                           const gchar *property,
                           const gchar *value);

/* What op makes of input, in format, rows of box.  g_free(). */
gfloat *     ops_render   (GeglNode            *op,
                           const GeglRectangle *box,
                           const gchar         *format);

/* A buffer of skin in RGBA float: slowly varying colour, treatment 0..1. */
GeglBuffer * ops_skin     (const GeglRectangle *box,
                           const gchar         *format);

/* Skin with grain, a scar with highlights and a furrow across it, and pale
 * discs above, with stubble around or without; treated, alpha, is the scar, painted
 * roughly, and all that lies between the discs.
 */
GeglBuffer * ops_scar     (const GeglRectangle *box,
                           const gchar         *format,
                           gboolean             stubble);

/* ops_skin() with highlights and strands of dark hair. */
GeglBuffer * ops_head     (const GeglRectangle *box,
                           const gchar         *format);

#endif
