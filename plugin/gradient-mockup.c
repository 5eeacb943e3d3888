/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gradient-mockup.h"

#include <glib/gi18n-lib.h>

#include "gradient-job.h"
#include "mockup-run.h"
#include "procedure.h"

static GimpValueArray *
run (GimpProcedure *procedure, GimpRunMode run_mode, GimpImage *image,
     GimpDrawable **drawables, GimpProcedureConfig *config, gpointer data)
{
  SmpGradientJob  job = {
    .mockup = { &smp_gradient_mockup, image, NULL, config }
  };
  GimpValueArray *values = smp_mockup_run (&job.mockup, procedure, run_mode,
                                           drawables);

  smp_gradient_job_clear (&job);
  return values;
}

static void
add_place (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_string_argument (p, "shape", _("Sh_ape"),
    _("linear: from start to end, as at the sides; crown: from the whorl to "
      "its rim; parting: on both sides of a line; hairline: behind a line"),
    "linear", flags);
  gimp_procedure_add_string_argument (p, "path", _("Pa_th"),
    _("Name of a path from the dense end to the thin one, from the whorl to "
      "the rim, from end to end of a parting, or along a hairline. "
      "\"selection\": the treated area, from its top to its bottom, from its "
      "centre to its rim, or along it. \"mock-up\": the hairline of SMP Dots. "
      "Empty: the selected or only path that fits, else that hairline or the "
      "area"), "", flags);
  gimp_procedure_add_double_argument (p, "width", _("Width (_mm)"),
    _("From the line to the other end, on each side of a parting or behind a "
      "hairline; 0: as usual, 15 and 10"), 0.0, 150.0, 0.0, flags);
  gimp_procedure_add_string_argument (p, "profile", _("Pro_file"),
    _("How the density rises from the thin end to the dense one: linear, "
      "smooth, soft-toe (long thin end) or steep (short thin end)"), "smooth",
    flags);
  gimp_procedure_add_double_argument (p, "irregularity",
    _("Irreg_ularity (mm)"), _("How far the gradient wanders from its shape"),
    0.0, 10.0, 1.5, flags);
}

static void
add_thin_end (GimpProcedure *p)
{
  const GParamFlags flags = G_PARAM_READWRITE;

  gimp_procedure_add_double_argument (p, smp_thin_argument[SMP_THIN_DENSITY],
    _("Densit_y at the thin end (%)"),
    _("Percent of the density at the dense end; 0: it fades out; -1: as usual, "
      "40 for linear, 30 for a crown, else 0"), -1.0, 100.0, -1.0, flags);
  gimp_procedure_add_double_argument (p, smp_thin_argument[SMP_THIN_WATER],
    _("More _water at the thin end (parts)"),
    _("Parts of water that are added to the shade there: lighter dots"),
    0.0, 30.0, 6.0, flags);
  gimp_procedure_add_double_argument (p, smp_thin_argument[SMP_THIN_SIZE],
    _("Dot si_ze at the thin end (%)"),
    _("Percent of the size at the dense end"), 30.0, 100.0, 75.0, flags);
}

GimpProcedure *
smp_gradient_create (GimpPlugIn *plug_in)
{
  GimpProcedure *p = smp_procedure_new (plug_in, SMP_GRADIENT_PROCEDURE, run,
    _("Gradient Mock-_up..."),
    _("Show dots that thin out: at the sides, around a crown, beside a "
      "parting, behind a hairline"),
    _("Makes a layer group that lays dots of falling density on a copy of the "
      "photo, its mask the selected area, or changes the one that is there. "
      "The photo itself is not touched. Hairlines start thin, all other "
      "shapes dense."));

  add_place (p);
  smp_mockup_presets_add_arguments (p, SMP_GRADIENT_PRESETS);
  add_thin_end (p);
  smp_mockup_add_arguments (p, SMP_MOCKUP_SESSIONS);
  return p;
}
