"""Later runs on a treatment: what is new of the area and what is not, and
arguments that are not given.  What the artist has painted stays."""

import os

from gi.repository import Gimp

import gradienttest as g
import smptest as t
from scartest import (PLAIN, SCALE, WAY, add_path, area_mm2, band, group_of,
                      mask_of, near_area, ready, scar, values_of)

REPLACE = Gimp.ChannelOps.REPLACE


def treated(kind, area, **values):
    image = ready(area)
    t.equal(kind, run(kind, image, **PLAIN, **values), "")
    return image


def run(kind, image, **values):
    if kind == "scar":
        return scar(image, **values)
    if kind == "dots":
        return t.mockup(image, **values)
    return g.gradient(image, **values)


def area_of(image, kind):
    """mm² of the photo as it was."""
    mask = group_of(image, kind).get_children()[0].get_mask()
    return sum(t.pixels(mask, "Y u8")) / 255 / SCALE ** 2


def paint_out(image, kind, box):
    """Paints the mask black within a box of the image."""
    child = group_of(image, kind).get_children()[0]
    _, x, y = child.get_offsets()
    t.set_pixels(child.get_mask(), bytes(box[2] * box[3]), "Y u8",
                 (box[0] - x, box[1] - y, *box[2:]))


# What was selected before a crop, a scale or a turn is no new area, what is
# selected after it is one.
CHANGES = {
    "a crop": lambda image: image.crop(600, 400, 150, 80),
    "a crop through the area": lambda image: image.crop(360, 400, 90, 80),
    "a scale": lambda image: image.scale(400, 300),
    "a turn": lambda image: image.rotate(Gimp.RotationType.DEGREES90),
    "a flip": lambda image: image.flip(Gimp.OrientationType.HORIZONTAL),
}
for kind in ("scar", "dots", "gradient"):
    for name, change in CHANGES.items():
        if kind == "gradient" and name != "a crop":
            continue            # as the dots
        image = treated(kind, (300, 200, 160, 100))
        paint_out(image, kind, (320, 220, 80, 40))
        change(image)
        before = area_of(image, kind)
        t.equal("%s after %s" % (kind, name),
                run(kind, image, measure=False), "")
        t.near("what was painted out stays so", area_of(image, kind), before,
               0.01 * before)
        image.select_rectangle(REPLACE, 10, 10, 40, 30)
        for number in range(2):
            t.equal("with a new selection",
                    run(kind, image, measure=False), "")
            t.near("that is added", area_of(image, kind),
                   before + 1200 / SCALE ** 2, 0.02 * before)

        image = treated(kind, (300, 200, 160, 100))
        change(image)
        before = area_of(image, kind)
        image.select_rectangle(REPLACE, 10, 10, 40, 30)
        for number in range(2):
            t.equal("selected right after %s" % name,
                    run(kind, image, measure=False), "")
            t.near("that is added, too", area_of(image, kind),
                   before + 1200 / SCALE ** 2, 0.02 * before)

# The same where another treatment was run in between.
image = treated("dots", (300, 200, 200, 100))
t.equal("and a scar", scar(image, measure=False), "")
paint_out(image, "scar", (320, 220, 80, 40))
painted = area_of(image, "scar")
image.crop(600, 400, 150, 80)
t.equal("dots first", t.mockup(image, measure=False), "")
t.equal("the scar then", scar(image, measure=False), "")
t.near("has what was painted", area_of(image, "scar"), painted, 0.01)

# The whole photo is laid once.
for kind in ("scar", "dots"):
    image = treated(kind, None, whole=True)
    paint_out(image, kind, (300, 200, 100, 100))
    painted = area_of(image, kind)
    t.near("a part is painted out", painted, 7500 - 100 * 100 / SCALE ** 2, 1)
    t.equal("the whole photo again", run(kind, image, whole=True,
                                         measure=False), "")
    t.near("keeps that", area_of(image, kind), painted, 0.01)
    image.select_rectangle(REPLACE, 300, 200, 100, 100)
    t.equal("selected", run(kind, image, measure=False), "")
    t.near("it is treated again", area_of(image, kind), 7500, 1)

# The band along a path is as wide as told last; without a width it stays.
image = ready()
add_path(image, WAY)
t.equal("a path", scar(image, path="scar", width=12.0, **PLAIN), "")
image.select_rectangle(REPLACE, 300, 500, 160, 80)
t.equal("and a selection", scar(image, path="scar", measure=False), "")
near_area("no wider", image, band(70, 12) + 200)
Gimp.Selection.none(image)
t.equal("less wide", scar(image, path="scar", width=3.0), "")
near_area("the selection stays", image, band(70, 3) + 200)
paint_out(image, "scar", (300, 290, 40, 20))
painted = area_mm2(image)
t.equal("without a width", scar(image, path="scar"), "")
t.near("nothing is laid", area_mm2(image), painted, 0.01)
t.equal("another kind", scar(image, path="scar", scar="fut-wide"), "")
near_area("is as wide as usual", image, band(70, 12) + 200)

# Sessions and scalp stay unless told.
for kind in ("scar", "dots", "gradient"):
    image = treated(kind, (100, 100, 600, 400))
    t.equal("%s: usual" % kind, [values_of(image, kind)[key]
                                 for key in ("session", "seed")], [3, 0])
    t.equal("others", run(kind, image, session=1, seed=7), "")
    t.equal("again", run(kind, image), "")
    t.equal("stay", [values_of(image, kind)[key]
                     for key in ("session", "seed")], [1, 7])

# A guessed head stays when the area grows, and so do all dots.
image = treated("dots", (100, 50, 500, 300), curvature=True)
was = t.rendered(image, box=(110, 60, 480, 280))
image.select_rectangle(REPLACE, 650, 450, 60, 60)
t.equal("more is treated", t.mockup(image, curvature=True, measure=False), "")
t.check("the dots stay", t.rendered(image, box=(110, 60, 480, 280)) == was)

# All treatments are measured again, whichever is run first after a scale.
for kinds in (("dots", "scar"), ("scar", "dots")):
    image = t.open_sample("back_scar")
    t.equal("dots", t.mockup(image, **t.sample_values("back_scar")), "")
    image.select_rectangle(REPLACE, 400, 500, 300, 60)
    t.equal("a scar", scar(image), "")
    Gimp.Selection.none(image)
    before = [values_of(image, kind)["sharpness"] for kind in kinds]
    image.scale(400, 300)
    t.equal("run " + kinds[0], run(kinds[0], image, curvature=True)
            if kinds[0] == "dots" else scar(image), "")
    after = [values_of(image, kind)["sharpness"] for kind in kinds]
    t.check("both are measured", all(one != other for one, other
                                     in zip(before, after)), (before, after))
    t.equal("without", run(kinds[1], image, measure=False), "")
    t.equal("nothing changes", [values_of(image, kind)["sharpness"]
                                for kind in kinds], after)

# "Repeat" with the presets of the treatment keeps what the artist has set.
folder = os.path.join(t.user_folder(), "plug-in-settings")
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder,
                       "GimpProcedureConfigRun-plug-in-smp-scar.last"),
          "w", encoding="utf-8") as file:
    file.write("# settings\n\n(scar \"injury\")\n(maturity \"mature\")\n"
               "(density \"medium\")\n(shade \"charcoal\")\n"
               "(stage \"healed\")\n(session 3)\n(measure no)\n\n"
               "# end of settings\n")
for density, after in (("medium", 77), ("dark", 180)):
    image = ready((300, 200, 200, 100))
    t.equal("a burn, %s" % density, scar(image, scar="burn", density=density,
                                         **PLAIN), "")
    t.set_filter(image, tone=0.33, density=77.0)
    t.equal("Repeat", scar(image, run_mode=Gimp.RunMode.WITH_LAST_VALS), "")
    t.near("keeps the kind of scar, and what was set", values_of(image)["tone"],
           0.33, 1e-5)
    t.equal("and takes the last density, medium", values_of(image)["density"],
            after)

t.finish()
