"""Camouflage Scar run again: what the artist has changed, what became of the
image meanwhile, what files keep; and by "Repeat"."""

import os

from gi.repository import Gimp

import smptest as t
from scartest import (OTHER, PLAIN, SCALE, SCAR_KEYS, SIZE, WAY, add_path,
                      area_mm2, band, group_of, mask_of, near_area, ready,
                      number_of, scar, values_of)

# What the artist has set in the filter's dialog stays.
image = ready((300, 200, 200, 100))
scar(image, scar="injury", **PLAIN)
t.set_filter(image, tone=0.33, density=77.0, shine=0.5, opacity=0.5,
             mode=Gimp.LayerMode.NORMAL)
wanted = values_of(image)
t.equal("run again", scar(image, measure=False), "")
t.equal("nothing is another", [key for key in wanted
                               if values_of(image)[key] != wanted[key]], [])
t.near("the opacity, too", group_of(image).get_filters()[0].get_opacity(), 0.5,
       1e-6)
t.equal("another density", scar(image, density="light", measure=False), "")
t.equal("is all that changes", sorted(
    key for key in wanted if values_of(image)[key] != wanted[key]),
    ["density", "dot-size"])
t.equal("another kind of scar", scar(image, scar="burn", measure=False), "")
t.equal("changes what it says", [values_of(image)[key] for key in (
    "tone", "relief", "density", "shine")], [0.7, 1, 90, 0.5])
t.equal("one filter", len(group_of(image).get_filters()), 1)

# The group, its copy or its filter may be gone.
image = ready((300, 200, 200, 100))
scar(image, **PLAIN)
good = t.rendered(image)
group_of(image).get_filters()[0].delete()
t.equal("without its filter", scar(image, measure=False), "")
t.check("it is made again", t.rendered(image) == good)
image.remove_layer(group_of(image).get_children()[0])
t.equal("without its copy", scar(image, measure=False), "")
t.check("that is made again", t.rendered(image) == good)
group_of(image).set_mode(Gimp.LayerMode.PASS_THROUGH)
t.equal("in pass-through", scar(image, measure=False), "")
t.check("the mode is repaired", t.rendered(image) == good)

# Cropped, scaled, turned: the scar stays on its skin, at its scale.
image = ready()
add_path(image, WAY)
scar(image, path="scar", width=5.0, **PLAIN)
image.crop(600, 400, 100, 100)
t.equal("after a crop", scar(image, path="scar", width=5.0), "")
near_area("the same area", image, band(70, 5))
t.near("at the same scale", values_of(image)["px-per-mm"], SCALE, 1e-4)
mask = mask_of(image)
t.near("as wide", sum(mask[y * 600 + 300] for y in range(400)) / SCALE, 5,
       0.15)
frame = values_of(image)["frame"]
image.scale(300, 200)
t.equal("after a scale", scar(image, path="scar", width=5.0), "")
t.near("the scale follows", values_of(image)["px-per-mm"], SCALE / 2, 1e-3)
t.check("the frame, too", values_of(image)["frame"] != frame)
mask = mask_of(image)
t.near("as wide in mm", sum(mask[y * 300 + 150] for y in range(200))
       / (SCALE / 2), 5, 0.2)
add_path(image, [(50, 150), (150, 152), (250, 150)], name="second")
before = area_mm2(image, SCALE / 2)
t.equal("a second scar there", scar(image, path="second", width=4.0), "")
near_area("is as wide", image, before + band(50, 4), SCALE / 2)
t.equal("with another scale", scar(image, px_per_mm=6.0), "")
t.near("it is set", values_of(image)["px-per-mm"], 6, 1e-4)

# The other procedures move it, too.
image = t.open_sample("back_scar")
sample = t.sample_values("back_scar")
t.mockup(image, density="light", measure=False, **sample)
Gimp.Selection.none(image)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 400, 500, 300, 60)
t.equal("a scar on a head", scar(image, measure=False), "")
for key in ("curvature", "head-x", "head-width", "px-per-mm"):
    t.equal("it agrees with the dots on " + key, values_of(image)[key],
            values_of(image, "dots")[key])
frame = values_of(image)["frame"]
image.rotate(Gimp.RotationType.DEGREES90)
t.equal("Mock-up after a turn", t.mockup(image, density="light",
                                         curvature=True, measure=False), "")
t.check("moves its frame", values_of(image)["frame"] != frame)
add_path(image, [(200, 300), (514, 300)], name="eyes")
t.equal("Set Scale", t.call_selected("plug-in-smp-scale", image,
                                     measure="path", path="eyes")[0], "")
t.near("sets its scale", values_of(image)["px-per-mm"], 314 / 63, 1e-3)
frame = values_of(image, "dots")["frame"]
image.scale(450, 600)
t.equal("Camouflage Scar after a scale", scar(image, measure=False), "")
t.check("moves the dots' frame", values_of(image, "dots")["frame"] != frame)
t.near("and sets their scale", values_of(image, "dots")["px-per-mm"],
       157 / 63, 1e-3)

# A scar that other dots lie across has none of its own.
image = ready((300, 200, 200, 100))
t.equal("a scar on its own", scar(image, **PLAIN), "")
t.equal("has dots", values_of(image)["dots"], 1)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 100, 100, 290, 300)
t.equal("dots across its smaller part", t.mockup(image, **PLAIN), "")
t.equal("leave it its own", values_of(image)["dots"], 1)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 380, 100, 100, 300)
t.equal("dots across nearly all of it", t.mockup(image), "")
t.equal("take them away", values_of(image)["dots"], 0)
seen = t.rendered(image)
group_of(image).set_visible(False)
t.check("the picture is that of the dots", t.rendered(image) == seen)
group_of(image).set_visible(True)
Gimp.Selection.none(image)
t.equal("for a young scar", (scar(image, maturity="young"),
                             values_of(image)["dots"]), ("", 0))
t.equal("and a mature one", (scar(image, maturity="mature"),
                             values_of(image)["dots"]), ("", 0))
t.set_filter(image, number_of(image, "scar"), dots=0.3)
t.equal("the artist may set some", (scar(image), t.mockup(image),
                                    values_of(image)["dots"]), ("", "", 0.3))
group_of(image, "dots").set_visible(False)
t.equal("where those are hidden, it has its own",
        (scar(image), values_of(image)["dots"]), ("", 1))
group_of(image, "dots").set_visible(True)
t.equal("and none where they are seen",
        (scar(image), values_of(image)["dots"]), ("", 0))
image.remove_layer(group_of(image, "dots"))
t.equal("nor are they, it has its own", (
    scar(image), values_of(image)["dots"]), ("", 1))

# Files keep it all.
image = ready((300, 100, 200, 80))
add_path(image, WAY)
scar(image, path="scar", scar="fut-fine", maturity="young", seed=4, **PLAIN)
path = os.path.join(t.folder(), "scar.xcf")
t.save(image, path)
again = t.load(path)
values, now = values_of(image), values_of(again)
t.equal("an XCF keeps the values", [
    key for key in values if values[key] != now[key]
    and not (isinstance(now[key], float)
             and abs(values[key] - now[key]) < 1e-6 * abs(now[key]))], [])
t.equal("and the notes", t.parasite_text(group_of(again), "smp-treatment"),
        t.parasite_text(group_of(image), "smp-treatment"))
t.check("and the picture", t.largest_difference(t.rendered(image),
                                                t.rendered(again)) <= 1)
mask = mask_of(again)
t.equal("run again there", scar(again, path="scar", seed=4), "")
t.check("with the same area", mask_of(again) == mask)
t.equal("and the same presets", [values_of(again)[key] for key in SCAR_KEYS],
        [now[key] for key in SCAR_KEYS])
again.remove_path(again.get_path_by_name("scar"))
t.equal("and without its path", scar(again, path="scar", seed=4), "")
t.check("too", mask_of(again) == mask)

# By "Repeat", and in the dialog, the selected path is taken where nothing else
# says what to treat, if it may lie along a scar.
REPEAT = dict(PLAIN, run_mode=Gimp.RunMode.WITH_LAST_VALS)


def repeat(name, image, taken):
    """By "Repeat", in an image without a scar."""
    before = t.state(image)
    message = scar(image, **REPEAT)
    t.equal("%s: taken" % name, message == "", taken)
    if not taken:
        t.check("it is said what to do", "Select the scar" in message, message)
        t.unchanged("nothing is changed", image, before)


for name, points, closed, taken in (
        ("three points", WAY, False, True),
        ("a bend", [(200, 300), (400, 200), (500, 300)], False, True),
        ("two points", WAY[:2], False, False),
        ("a ring", [(200, 200), (400, 200), (400, 400)], True, False),
        ("pupils and glabella", [(300, 300), (500, 300), (402, 280)], False,
         False),
        ("pupils and chin", [(500, 310), (300, 300), (380, 500)], False,
         False)):
    image = ready()
    add_path(image, points, closed)
    repeat(name, image, taken)
    if taken:
        t.check("and treated", area_mm2(image, values_of(image)["px-per-mm"])
                > 100)
        t.equal("and once more", scar(image, **REPEAT), "")
        t.equal("in one group", len(t.treatment_groups(image)), 1)
image = ready()
add_path(image, WAY)
add_path(image, OTHER, name="second")
repeat("the selected one of two", image, True)
mask = mask_of(image)
t.equal("is treated", [mask[y * SIZE[0] + 400] > 0.5 for y in (300, 429)],
        [False, True])
image = ready()
add_path(image, WAY)
add_path(image, WAY[:2], name="eyes")
repeat("one that is not selected", image, False)

# Paths that dots are laid by are no scars.
image = ready((80, 60, 640, 480))
add_path(image, [(200, 100), (380, 300), (400, 500)], name="way")
t.equal("a parting", t.run(
    "plug-in-smp-gradient", image, image.get_selected_drawables(),
    shape="parting", path="way", **PLAIN), "")
Gimp.Selection.none(image)
repeat("the path of a gradient", image, False)
image = ready((80, 60, 640, 480))
add_path(image, WAY, name="front")
t.equal("dots", t.mockup(image, hairline="front", **PLAIN), "")
Gimp.Selection.none(image)
repeat("a hairline", image, False)
image = ready((300, 100, 200, 80))
add_path(image, WAY)
t.equal("what is selected is enough", scar(image, **REPEAT), "")
t.near("without the path", sum(mask_of(image)), 200 * 80, 1)

# A grey photo, and one with more bits
for options in ({"grey": True},
                {"precision": Gimp.Precision.FLOAT_LINEAR},
                {"precision": Gimp.Precision.U16_NON_LINEAR}):
    image = ready((300, 200, 200, 100), **options)
    seen = t.rendered(image)
    t.equal("%s" % options, scar(image, px_per_mm=SCALE), "")
    t.check("is treated", t.rendered(image) != seen)

t.finish()
