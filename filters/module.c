/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The GEGL module: all our operations in one shared object.  Each operation's
 * file is compiled with GEGL_OP_BUNDLE and only offers its register function.
 */

#include "config.h"

#include <gegl-plugin.h>
#include <gmodule.h>

#define FOR_EACH_OP(X) \
  X (smp_dots) \
  X (smp_density_gradient) \
  X (smp_scar_camouflage)

#define DECLARE(name) \
  void gegl_op_##name##_register_type (GTypeModule *module);
FOR_EACH_OP (DECLARE)

static const GeglModuleInfo module_info = { GEGL_MODULE_ABI_VERSION };

G_MODULE_EXPORT const GeglModuleInfo *gegl_module_query (GTypeModule *module);
G_MODULE_EXPORT gboolean gegl_module_register (GTypeModule *module);

G_MODULE_EXPORT const GeglModuleInfo *
gegl_module_query (GTypeModule *module)
{
  return &module_info;
}

G_MODULE_EXPORT gboolean
gegl_module_register (GTypeModule *module)
{
#define REGISTER(name) gegl_op_##name##_register_type (module);
  FOR_EACH_OP (REGISTER)
  return TRUE;
}
