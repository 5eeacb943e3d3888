/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What operations with the row "hairline" do alike, read once after
 * shared-op.h.
 */

/* Cleared, byte by byte, when it is none. */
static void
get_line (GeglOperation *operation, SmpPath *path)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);

  if (!smp_path_parse (o->hairline, path))
    smp_state_warn (o->user_data, TEXT_HAIRLINE, operation, o->hairline,
                    "is not a hairline, using none");
}
