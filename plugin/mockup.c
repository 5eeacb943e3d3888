/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mockup.h"

#include <glib/gi18n-lib.h>

#include "mockup-dots.h"
#include "mockup-run.h"
#include "procedure.h"

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpMockupJob job = { &smp_mockup_dots, image, NULL, config };

  return smp_mockup_run (&job, procedure, run_mode, drawables);
}

static void
add_arguments (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  smp_mockup_presets_add_arguments (p, SMP_MOCKUP_DOTS_PRESETS);
  gimp_procedure_add_string_argument (p, "hairline", _("Ha_irline"),
    _("Where the front line of the dots comes from: the name of a path of the "
      "image (its first line; a closed one is the area to treat when nothing "
      "is selected), \"selection\" for the outline of the treated area (of its "
      "largest part), which then fades on all sides, or empty: edges as "
      "selected. Dots in front of the line show where the selection reaches "
      "over it: select a little more than lies behind the line"), "", flags);
  gimp_procedure_add_boolean_argument (p, "curvature", _("Head c_urvature"),
    _("Dots follow the curve of the head: closer and narrower towards its "
      "outline"), FALSE, flags);
  gimp_procedure_add_double_argument (p, "head-x", _("Head centre _X"),
    _("0 to 1 over the photo's width; -1: guessed from the area"),
    -1.0, 2.0, SMP_HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-y", _("Head centre _Y"),
    _("0 to 1 over the photo's height; -1: guessed from the area"),
    -1.0, 2.0, SMP_HEAD_GUESS, flags);
  gimp_procedure_add_double_argument (p, "head-width", _("Head _width (mm)"),
    _("Width of the head's outline in the photo"), 20.0, 1000.0,
    SMP_HEAD_WIDTH, flags);
  gimp_procedure_add_double_argument (p, "head-height",
    _("Head hei_ght (mm)"),
    _("Height of the head's outline in the photo"), 20.0, 1000.0,
    SMP_HEAD_HEIGHT, flags);
  gimp_procedure_add_double_argument (p, "head-angle", _("Head _angle"),
    _("How far the head leans over, degrees clockwise"), -180.0, 180.0, 0.0,
    flags);
  smp_mockup_add_arguments (p, SMP_MOCKUP_SESSIONS);
}

GimpProcedure *
smp_mockup_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_MOCKUP_PROCEDURE, run,
    _("_Mock-up..."),
    _("Show scalp micropigmentation on the selected area"),
    _("Makes a layer group that lays SMP dots on a copy of the photo, its mask "
      "the selected area, or changes the one that is there. The photo itself "
      "is not touched."));

  add_arguments (p);
  return p;
}
