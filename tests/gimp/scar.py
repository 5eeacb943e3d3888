"""Camouflage Scar: how wide and where a path is treated, what is added to what,
what stays when it is run again, and how it goes with the other treatments."""

import math
import os

from gi.repository import Gegl, Gimp

import smptest as t

SIZE = 800, 600
SCALE = 8.0                     # px per mm
WAY = (120, 300), (400, 300), (680, 300)
OTHER = (120, 420), (400, 430), (680, 420)
PLAIN = {"px_per_mm": SCALE, "measure": False}
SCAR_KEYS = ("marks", "mark-size-min", "mark-size-max", "mark-contrast", "tone",
             "gloss", "texture", "relief", "dots", "feather")


def ready(rectangle=None, size=SIZE, **options):
    image = t.plain_image(*size, **options)
    if rectangle:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, *rectangle)
    image.clean_all()
    return image


def add_path(image, points, closed=False, name="scar"):
    return t.add_path(image, points, closed, name)


def scar(image, drawables=None, **values):
    if drawables is None:
        drawables = image.get_selected_drawables()
    return t.run("plug-in-smp-scar", image, drawables, **values)


def number_of(image, kind):
    """Which of the treatments is of this kind, from the top."""
    kinds = [t.parasite_text(group, "smp-treatment").split("\n")[0]
             for group in t.treatment_groups(image)]
    return kinds.index(kind)


def values_of(image, kind="scar"):
    return t.filter_values(image, number_of(image, kind))


def group_of(image, kind="scar"):
    return t.treatment_groups(image)[number_of(image, kind)]


def mask_of(image):
    """The treatment of each pixel of the image, 0 to 1."""
    child = group_of(image).get_children()[0]
    _, left, top = child.get_offsets()
    width, height = child.get_width(), child.get_height()
    mask = t.floats(t.pixels(child.get_mask(), "Y float"))
    result = [0.0] * (image.get_width() * image.get_height())
    for y in range(height):
        start = (y + top) * image.get_width() + left
        result[start:start + width] = mask[y * width:(y + 1) * width]
    return result


def area_mm2(image, scale=SCALE):
    return sum(mask_of(image)) / scale ** 2


def near_area(name, image, wanted, scale=SCALE):
    t.near(name, area_mm2(image, scale), wanted, 0.03 * wanted)


def band(length, width):
    """mm² of a line with round ends."""
    return length * width + math.pi * (width / 2) ** 2


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
        ["all", 0.5, 2, 3])
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
near_area("the same area", image, area_mm2(image))
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

# A grey photo, and one with more bits
for options in ({"grey": True},
                {"precision": Gimp.Precision.FLOAT_LINEAR},
                {"precision": Gimp.Precision.U16_NON_LINEAR}):
    image = ready((300, 200, 200, 100), **options)
    seen = t.rendered(image)
    t.equal("%s" % options, scar(image, px_per_mm=SCALE), "")
    t.check("is treated", t.rendered(image) != seen)


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
if image.get_floating_sel() is not None:
    refused("a floating selection", image, ("Anchor",))

t.finish()
