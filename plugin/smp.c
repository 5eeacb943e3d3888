/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plug-in: what it offers GIMP. */

#include "config.h"

#include <libgimp/gimp.h>

#include <glib/gi18n-lib.h>

#include "gradient-mockup.h"
#include "hairline.h"
#include "install-presets.h"
#include "mockup.h"
#include "pattern.h"
#include "scale.h"
#include "scar-mockup.h"

typedef struct
{
  GimpPlugIn parent;
} Smp;

typedef struct
{
  GimpPlugInClass parent;
} SmpClass;

GType smp_get_type (void);

G_DEFINE_TYPE (Smp, smp, GIMP_TYPE_PLUG_IN)

static GList *
query_procedures (GimpPlugIn *plug_in)
{
  GList *names = NULL;

  names = g_list_append (names, g_strdup (SMP_MOCKUP_PROCEDURE));
  names = g_list_append (names, g_strdup (SMP_GRADIENT_PROCEDURE));
  names = g_list_append (names, g_strdup (SMP_SCAR_PROCEDURE));
  names = g_list_append (names, g_strdup (SMP_SCALE_PROCEDURE));
  names = g_list_append (names, g_strdup (SMP_HAIRLINE_PROCEDURE));
  names = g_list_append (names, g_strdup (SMP_PATTERN_PROCEDURE));
  return g_list_append (names, g_strdup (SMP_INSTALL_PRESETS_PROCEDURE));
}

static GimpProcedure *
create_procedure (GimpPlugIn *plug_in, const gchar *name)
{
  if (g_str_equal (name, SMP_MOCKUP_PROCEDURE))
    return smp_mockup_create (plug_in);
  if (g_str_equal (name, SMP_GRADIENT_PROCEDURE))
    return smp_gradient_create (plug_in);
  if (g_str_equal (name, SMP_SCAR_PROCEDURE))
    return smp_scar_create (plug_in);
  if (g_str_equal (name, SMP_SCALE_PROCEDURE))
    return smp_scale_create (plug_in);
  if (g_str_equal (name, SMP_HAIRLINE_PROCEDURE))
    return smp_hairline_create (plug_in);
  if (g_str_equal (name, SMP_PATTERN_PROCEDURE))
    return smp_pattern_create (plug_in);
  if (g_str_equal (name, SMP_INSTALL_PRESETS_PROCEDURE))
    return smp_install_presets_create (plug_in);
  return NULL;
}

static gboolean
set_i18n (GimpPlugIn *plug_in, const gchar *procedure, gchar **domain,
          gchar **catalog_dir)
{
  return FALSE;
}

static void
smp_class_init (SmpClass *klass)
{
  GimpPlugInClass *plug_in_class = GIMP_PLUG_IN_CLASS (klass);

  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
  plug_in_class->set_i18n         = set_i18n;
}

static void
smp_init (Smp *smp)
{
}

GIMP_MAIN (smp_get_type ())
