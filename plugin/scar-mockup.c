/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scar-mockup.h"

#include <glib/gi18n-lib.h>

#include "mockup-run.h"
#include "procedure.h"
#include "scar-job.h"

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpScarJob      job = {
    .mockup = { &smp_scar_mockup, image, NULL, config }
  };
  GimpValueArray *values = smp_mockup_run (&job.mockup, procedure, run_mode,
                                           drawables);

  smp_scar_job_clear (&job);
  return values;
}

GimpProcedure *
smp_scar_create (GimpPlugIn *plug_in)
{
  const GParamFlags flags = G_PARAM_READWRITE;
  GimpProcedure    *p = smp_procedure_new (plug_in, SMP_SCAR_PROCEDURE, run,
    _("C_amouflage Scar..."),
    _("Show what SMP can do for a scar: of a strip, of FUE, of an injury"),
    _("Makes a layer group that blends the selected scar, or the scar along a "
      "path, with the skin around it, and lays dots across it; or changes the "
      "one that is there and adds to it what is selected now. Roughly selected "
      "is enough. The photo itself is not touched."));

  smp_mockup_presets_add_open_arguments (p, 1u << SMP_PRESET_SCAR
                                            | 1u << SMP_PRESET_MATURITY);
  gimp_procedure_add_string_argument (p, "path", _("Pa_th"),
    _("Name of a path along the scar, which is as wide as \"width\" says; a "
      "closed one goes around it. Empty: what is selected"), "", flags);
  gimp_procedure_add_double_argument (p, "width", _("_Width (mm)"),
    _("Of the scar along the path; 0: as the kind of scar says"),
    SMP_SCAR_USUAL_WIDTH, SMP_SCAR_WIDTH_MAX, SMP_SCAR_USUAL_WIDTH, flags);
  smp_mockup_presets_add_open_arguments (p, 1u << SMP_PRESET_DENSITY
                                            | 1u << SMP_PRESET_SHADE
                                            | 1u << SMP_PRESET_STAGE);
  smp_mockup_add_arguments (p,
    _("Dots laid so far: in scars 60, 85 and 100 % after sessions 1 to 3, 4 "
      "adds a diffuse refinement; 0: as many as the treatment has, 3 in a new "
      "one"));
  return p;
}
