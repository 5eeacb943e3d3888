"""Camouflage Scar: how wide and where a path is treated, what is added to what,
what the presets say, how it goes with dots and gradients, what is refused."""

import math

from gi.repository import Gegl, Gimp

import smptest as t
from scartest import (OTHER, PLAIN, SCALE, SCAR_KEYS, SIZE, WAY, add_path,
                      area_mm2, band, group_of, mask_of, near_area, ready,
                      scar, values_of)


def names(image):
    return [layer.get_name() for layer in image.get_layers()]


# A path is as wide as told, whatever the artist strokes paths with.
for width in (1.0, 2.5, 5.0, 12.0):
    image = ready()
    add_path(image, WAY)
    Gimp.context_push()
    Gimp.context_set_line_width(40.0)
    Gimp.context_set_line_cap_style(Gimp.CapStyle.SQUARE)
    Gimp.context_set_line_dash_pattern([3.0, 3.0])
    Gimp.context_set_opacity(30.0)
    Gimp.context_set_foreground(Gegl.Color.new("#204060"))
    t.equal("%g mm" % width, scar(image, path="scar", width=width, **PLAIN),
            "")
    t.near("the artist's line width stays", Gimp.context_get_line_width(), 40,
           1e-6)
    t.near("and opacity", Gimp.context_get_opacity(), 30, 1e-6)
    Gimp.context_pop()
    near_area("as many mm²", image, band(70, width))
    mask = mask_of(image)
    column = [mask[y * SIZE[0] + 400] for y in range(SIZE[1])]
    t.near("as wide across", sum(column) / SCALE, width, 0.03 * width)
    t.equal("nothing is selected afterwards", Gimp.Selection.is_empty(image),
            True)
    t.equal("and no channel is left", image.get_channels(), [])
image = ready()
points = [(400 + 200 * math.cos(a), 300 + 200 * math.sin(a))
          for a in (math.pi * k / 40 for k in range(41))]
add_path(image, points)
t.equal("a bend of 25 mm", scar(image, path="scar", width=4.0, **PLAIN), "")
near_area("is as wide", image, band(math.pi * 25, 4))
image = ready()
add_path(image, [(x, 300.5) for x, _ in WAY])
t.equal("thinner than a pixel", scar(image, path="scar", width=0.05, **PLAIN),
        "")
t.near("it is one pixel wide", sum(mask_of(image)), 560, 0.03 * 560)
for kind, width in (("fut-fine", 2.5), ("fut-stretched", 5), ("injury", 4)):
    image = ready()
    add_path(image, WAY)
    t.equal(kind, scar(image, path="scar", scar=kind, **PLAIN), "")
    near_area("is as wide as usual", image, band(70, width))
image = ready()
add_path(image, [(200, 200), (600, 200), (600, 400), (200, 400)], True)
t.equal("around a scar", scar(image, path="scar", **PLAIN), "")
near_area("what lies within is treated", image, 50 * 25)
image = ready()
add_path(image, WAY, True)
t.equal("around nothing", scar(image, path="scar", **PLAIN), "")
t.check("next to nothing is treated", 0 < area_mm2(image) < 25)
image = ready()
path = add_path(image, WAY)
path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, [
    part for point in OTHER for part in 3 * list(point)], False)
t.equal("two scars in one path", scar(image, path="scar", width=3.0, **PLAIN),
        "")
near_area("are both treated", image, 2 * band(70, 3))
image = ready()
path = add_path(image, [(400, 500)])
path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, [
    part for point in WAY for part in 3 * list(point)], False)
t.equal("a stray click and a scar", scar(image, path="scar", width=3.0,
                                         **PLAIN), "")
near_area("the scar is treated", image, band(70, 3))

# What it builds
image = ready((300, 200, 200, 100))
photo = image.get_layers()[0]
selection = t.selected(image)
seen = t.rendered(image)
t.equal("a selection", scar(image, **PLAIN), "")
group = group_of(image)
child = group.get_children()[0]
t.equal("the group", (names(image), group.get_mode()),
        (["SMP Scar", "photo"], Gimp.LayerMode.NORMAL))
t.equal("one filter", [item.get_operation_name()
                       for item in group.get_filters()],
        ["smp:scar-camouflage"])
t.check("the copy has a margin of 12 mm",
        (child.get_offsets()[1:], child.get_width(), child.get_height())
        == ((300 - 96, 200 - 96), 200 + 192, 100 + 192))
near_area("its mask is the selection", image, 25 * 12.5)
t.check("which is still there", t.selected(image) == selection)
t.equal("the mask is what one paints on",
        ([layer.get_id() for layer in image.get_selected_layers()],
         child.get_edit_mask()), ([child.get_id()], True))
t.check("the photo is untouched", t.pixels(photo, "R'G'B' u8") == seen)
t.check("there are dots", t.rendered(image) != seen)
t.check("an export shows the same", t.largest_difference(
    t.exported(image), t.rendered(image)) <= 1)
group.set_visible(False)
t.check("hidden, it is as before", t.rendered(image) == seen)

# Selection and path together, and more in later runs
image = ready((300, 100, 200, 80))
add_path(image, WAY)
add_path(image, OTHER, name="second")
both = 25 * 10 + band(70, 3)
t.equal("with a selection and a path",
        scar(image, path="scar", width=3.0, **PLAIN), "")
near_area("both are treated", image, both)
mask = group_of(image).get_children()[0].get_mask()
t.set_pixels(mask, bytes(100 * 20), "Y u8", (50, 30, 100, 20))
painted = mask_of(image)
t.equal("run again", scar(image, path="scar", width=3.0), "")
t.check("what was painted on the mask stays", mask_of(image) == painted)
t.equal("and again without them", (Gimp.Selection.none(image), scar(image)),
        (True, ""))
t.check("still", mask_of(image) == painted)
t.equal("with a second path", scar(image, path="second", width=3.0), "")
t.check("that is added to the painted mask", all(
    now >= before - 1e-6 for now, before in zip(mask_of(image), painted)))
near_area("as wide as told", image,
          sum(painted) / SCALE ** 2 + band(70, 3))
image.select_rectangle(Gimp.ChannelOps.REPLACE, 40, 20, 80, 80)
image.select_rectangle(Gimp.ChannelOps.ADD, 400, 520, 80, 80)
t.equal("with a new selection", scar(image), "")
near_area("that is added, to the border of the photo", image,
          sum(painted) / SCALE ** 2 + band(70, 3) + 2 * 100)
t.equal("one group with one copy", [
    [child.get_name() for child in group.get_children()]
    for group in t.treatment_groups(image)], [["SMP photo"]])
t.equal("a wider path", scar(image, path="second", width=6.0), "")
near_area("is added", image,
          sum(painted) / SCALE ** 2 + band(70, 6) + 2 * 100)
image = ready()
t.equal("the whole photo", scar(image, whole=True, **PLAIN), "")
near_area("is treated when asked for", image, 100 * 75)

# What the presets say is what the filter has.
t.equal("usual", (ready_image := ready((300, 200, 200, 100)),
                  scar(ready_image, **PLAIN))[1], "")
values = values_of(ready_image)
t.equal("stretched and mature, with matching dots of medium density", [
    values[key] for key in ("marks", "tone", "relief", "match", "density",
                            "session")], ["all", 0.85, 0.8, True, 180, 3])
for kind in ("fut-fine", "fut-stretched", "fut-wide", "fue", "plugs", "injury",
             "burn"):
    image = ready((300, 200, 200, 100))
    t.equal(kind, scar(image, scar=kind, **PLAIN), "")
    mature = values_of(image)
    t.equal("%s: what is found" % kind, mature["marks"],
            "pale" if kind in ("fue", "plugs") else "all")
    t.equal("young", scar(image, maturity="young"), "")
    young = values_of(image)
    t.near("half of the tone goes", young["tone"], 0.5 * mature["tone"], 1e-5)
    t.equal("mature again", scar(image, maturity="mature"), "")
    t.equal("all is as it was", [key for key in SCAR_KEYS
                                 if values_of(image)[key] != mature[key]], [])
t.equal("the marks of plugs", [values_of(image)[key] for key in SCAR_KEYS[:4]],
        ["all", 0.7, 1.1, 3.4])
t.equal("density, shade, stage and session",
        (scar(image, density="dark", shade="onyx", stage="year-3", session=2),
         [values_of(image)[key] for key in ("density", "dilution", "years",
                                            "session")]),
        ("", [245, 6, 3, 2]))

# Dots that are there say which ones a scar gets.
image = ready((100, 100, 600, 400))
t.equal("dots first", t.mockup(image, density="dark", shade="onyx",
                               stage="year-3", **PLAIN), "")
image.select_rectangle(Gimp.ChannelOps.REPLACE, 300, 200, 200, 100)
t.equal("then a scar", scar(image), "")
t.equal("gets none of its own, as theirs lie across it",
        values_of(image)["dots"], 0)
t.equal("has theirs", [values_of(image)[key] for key in (
    "density", "dilution", "years", "px-per-mm")], [245, 6, 3, SCALE])
t.equal("lies below them", names(image), ["SMP Dots", "SMP Scar", "photo"])
t.check("has the untreated photo", t.pixels(
    group_of(image).get_children()[0], "R'G'B' u8")
    == t.pixels(image.get_layers()[-1], "R'G'B' u8", (204, 104, 392, 292)))
kept = t.photo_values(image)
t.equal("but can have others", (scar(image, density="light"),
                                values_of(image)["density"]), ("", 90))
t.equal("and keeps them", (scar(image), values_of(image)["density"]), ("", 90))
now = t.photo_values(image)
t.equal("the dots' area, layer and density stay theirs",
        [now[key] for key in ("area", "photo-tattoo", "density")],
        [kept[key] for key in ("area", "photo-tattoo", "density")])

# The order of the groups, whichever comes first
image = ready((300, 200, 200, 100))
notes = Gimp.Layer.new(image, "notes", 40, 30, Gimp.ImageType.RGB_IMAGE, 100,
                       Gimp.LayerMode.NORMAL)
image.insert_layer(notes, None, 0)
t.equal("a scar", scar(image, [image.get_layers()[1]], **PLAIN), "")
t.equal("dots after it", t.mockup(image, **PLAIN), "")
t.equal("lie above it", names(image), ["notes", "SMP Dots", "SMP Scar",
                                       "photo"])
t.equal("a gradient after both", t.run(
    "plug-in-smp-gradient", image, image.get_selected_drawables(),
    measure=False), "")
t.equal("too", [name for name in names(image) if name != "SMP Dots"],
        ["notes", "SMP Gradient", "SMP Scar", "photo"])
image.remove_layer(group_of(image))
image.set_selected_layers([image.get_layers()[-1]])
t.equal("a scar again", scar(image, measure=False), "")
t.equal("below both", names(image)[-2:], ["SMP Scar", "photo"])


# Refusals: the words help, and nothing is changed.
def refused(name, image, words, **values):
    before = t.state(image)
    message = scar(image, **values)
    t.check(name + " is refused", message != "")
    for word in words:
        t.check("%s: the message has %s" % (name, word), word in message,
                message)
    t.unchanged(name + ": nothing is changed", image, before)


refused("nothing at all", ready(), ("Select the scar", "path"))
image = ready((300, 200, 200, 100))
scar(image, **PLAIN)
image.remove_layer(group_of(image).get_children()[0])
Gimp.Selection.none(image)
refused("an empty group", image, ("Select the scar", "path"))
refused("an unknown kind", ready((9, 9, 50, 50)), ("keloid", "fut-fine",
                                                   "burn"), scar="keloid")
refused("an unknown maturity", ready((9, 9, 50, 50)), ("old", "young"),
        maturity="old")
refused("an unknown density", ready((9, 9, 50, 50)), ("bushy", "medium"),
        density="bushy")
image = ready()
add_path(image, WAY)
refused("an unknown path", image, ("cut", "scar"), path="cut")
refused("an unknown path without any", ready(), ("cut", "Paths tool"),
        path="cut")
image = ready()
add_path(image, WAY[:1], name="point")
refused("a path of one point", image, ("point", "places"), path="point")
for name, points in (("left", [(-300, 300), (-90, 320), (-60, 300)]),
                     ("below", [(100, 700), (300, 680), (500, 700)]),
                     ("around a corner", [(-200, 400), (-20, 500), (-20, 900),
                                          (300, 900)])):
    image = ready()
    add_path(image, points)
    refused("a path %s of the photo" % name, image, ("scar", "outside"),
            path="scar", width=4.0, **PLAIN)
image = ready(size=(400, 300))
add_path(image, [(100, 150), (200, 150), (300, 150)])
refused("a path too wide for GIMP", image, ("scar", "2040", "Select the scar"),
        path="scar", scar="fue", px_per_mm=68.0, measure=False)
refused("a width too wide for GIMP", image, ("scar", "31 mm", "Select"),
        path="scar", width=31.0, px_per_mm=68.0, measure=False)
t.equal("a narrower one is not", scar(image, path="scar", width=1.0,
                                      px_per_mm=68.0, measure=False), "")
near_area("it is as wide as told", image, band(200 / 68, 1), 68.0)
image = ready()
add_path(image, [(-300, 200), (300, 200), (1300, 200)])
t.equal("a path that crosses it is not", scar(image, path="scar", width=4.0,
                                              **PLAIN), "")
near_area("what lies in it is treated", image, 100 * 4)
image = ready((9, 9, 50, 50))
t.mockup(image, measure=False)
refused("the path of the frame", image, ("SMP frame", "Paths tool"),
        path="SMP frame")
t.treatment_groups(image)[0].set_lock_content(True)
refused("beside locked dots", image, ("SMP Dots", "Unlock"))
image = ready((9, 9, 50, 50))
image.convert_indexed(Gimp.ConvertDitherType.NONE,
                      Gimp.ConvertPaletteType.GENERATE, 4, False, False, "")
image.clean_all()
refused("an indexed image", image, ("RGB",))
image = ready((9, 9, 50, 50))
Gimp.edit_copy([image.get_layers()[0]])
Gimp.edit_paste(image.get_layers()[0], True)
if t.check("a selection floats", image.get_floating_sel() is not None):
    refused("a floating selection", image, ("Anchor",))

t.finish()
