"""The gradient mock-up: where each shape lies, in mm of scalp, what stays when
it is run again, and how it goes with the mock-up of dots."""

import math
import os

from gi.repository import Gimp

import smptest as t

SIZE = 800, 600
SCALE = 8.0                     # px per mm
EVEN = {"thin_size": 100.0, "thin_water": 0.0, "thin_density": 0.0,
        "irregularity": 0.0, "measure": False}
PLACE = "start-x", "start-y", "end-x", "end-y"


def ready(rectangle=(80, 60, 640, 480), size=SIZE, **options):
    image = t.plain_image(*size, **options)
    if rectangle:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, *rectangle)
    image.clean_all()
    return image


def add_path(image, points, closed=False, name="way"):
    path = Gimp.Path.new(image, name)
    image.insert_path(path, None, 0)
    path.stroke_new_from_points(
        Gimp.PathStrokeType.BEZIER,
        [part for point in points for part in 3 * list(point)], closed)
    image.clean_all()
    return path


def gradient(image, drawables=None, **values):
    if drawables is None:
        drawables = image.get_selected_drawables()
    return t.run("plug-in-smp-gradient", image, drawables, **values)


def number_of(image, kind):
    """Which of the treatments is of this kind, from the top."""
    kinds = [t.parasite_text(group, "smp-treatment").split("\n")[0]
             for group in t.treatment_groups(image)]
    return kinds.index(kind)


def values_of(image, kind="gradient"):
    return t.filter_values(image, number_of(image, kind))


def points_of(image):
    """Start and end in px of an image that has not been moved."""
    values = values_of(image)
    return [(values["start-x"] * SIZE[0], values["start-y"] * SIZE[1]),
            (values["end-x"] * SIZE[0], values["end-y"] * SIZE[1])]


def near_points(name, points, wanted, tolerance=2.0):
    t.check(name, all(math.dist(*pair) <= tolerance
                      for pair in zip(points, wanted)), (points, wanted))


def losses(image, distance, most, step=2.0, inside=None):
    """Mean share of light lost in steps of a distance in mm."""
    hidden = image.duplicate()
    for group in t.treatment_groups(hidden):
        group.set_visible(False)
    before, after = t.light(hidden), t.light(image)
    hidden.delete()
    sums = [[0.0, 0.0] for _ in range(int(most / step))]
    width = image.get_width()
    for i, (one, other) in enumerate(zip(before, after)):
        x, y = i % width + 0.5, i // width + 0.5
        d = distance(x, y)
        if 0 <= d < most and (inside is None or inside(x, y)):
            part = sums[min(int(d / step), len(sums) - 1)]
            part[0] += one
            part[1] += other
    return [1 - after / before if before else 0.0 for before, after in sums]


def half_way(loss, step=2.0):
    """Where half of the dots of the dense end are left, in mm: their share of
    the light is a little more than half, as full dots shade each other."""
    full = max(loss[0], loss[-1])
    wanted = (1 - math.sqrt(1 - full)) / full
    share = [value / full for value in loss]
    for k in range(len(share) - 1):
        low, high = sorted(share[k:k + 2])
        if low <= wanted <= high:
            part = (wanted - share[k]) / (share[k + 1] - share[k])
            return (k + 0.5 + part) * step
    return float("nan")


# Linear: from the top to the bottom of the area, 60 mm
image = ready()
photo = image.get_layers()[0]
seen = t.rendered(image)
t.equal("linear", gradient(image, shape="linear", px_per_mm=SCALE, **EVEN), "")
near_points("from its top to its bottom", points_of(image),
            [(400, 60), (400, 540)])
values = values_of(image)
t.equal("the start is dense", (values["density-start"], values["density-end"]),
        (180, 0))
loss = losses(image, lambda x, y: (y - 60) / SCALE, 60, 2,
              lambda x, y: 100 < x < 700)
t.check("dots are lost on the way", loss[0] > 0.15 and loss[-1] < 0.01, loss)
t.near("half of them after 30 mm", half_way(loss), 30, 0.03 * 60)
t.check("all within the area", all(
    one == other for k, (one, other) in enumerate(zip(seen, t.rendered(image)))
    if not (50 < k // 3 % SIZE[0] < 750 and 30 < k // 3 // SIZE[0] < 570)))

# What it builds
group = image.get_layers()[0]
child = group.get_children()[0]
t.equal("the group", (group.get_name(), group.get_mode()),
        ("SMP Gradient", Gimp.LayerMode.NORMAL))
t.equal("one filter", [item.get_operation_name()
                       for item in group.get_filters()],
        ["smp:density-gradient"])
t.equal("the copy is as large as the image, so that points on the canvas are "
        "those of the photo", (child.get_offsets()[1:], child.get_width(),
                               child.get_height()), ((0, 0),) + SIZE)
t.check("its mask is the selection",
        t.pixels(child.get_mask(), "Y u8") == t.selected(image))
t.equal("the mask is what one paints on",
        ([layer.get_id() for layer in image.get_selected_layers()],
         child.get_edit_mask()), ([child.get_id()], True))
t.equal("the mark", t.parasite_text(group, "smp-treatment").split("\n")[0],
        "gradient")
t.check("the photo is untouched", t.pixels(photo, "R'G'B' u8") == seen)
t.check("an export shows the same", t.largest_difference(
    t.exported(image), t.rendered(image)) <= 1)
group.set_visible(False)
t.check("hidden, it is as before", t.rendered(image) == seen)

# A path of two points says where, here a slope of 50 mm
image = ready()
add_path(image, [(160, 140), (480, 380)])
t.equal("linear along a path", gradient(image, px_per_mm=SCALE, **EVEN), "")
near_points("from its start to its end", points_of(image),
            [(160, 140), (480, 380)], 0.1)
loss = losses(image, lambda x, y: ((x - 160) * .8 + (y - 140) * .6) / SCALE, 50,
              2, lambda x, y: 100 < x < 700 and 80 < y < 520)
t.near("half of the dots after 25 mm", half_way(loss), 25, 0.03 * 50)

# Crown: from the centre of a round area to its rim, 30 mm
image = ready(None)
image.select_ellipse(Gimp.ChannelOps.REPLACE, 160, 60, 480, 480)
t.equal("crown", gradient(image, shape="crown", px_per_mm=SCALE, **EVEN), "")
near_points("from its centre to its rim", points_of(image),
            [(400, 300), (640, 300)])
loss = losses(image, lambda x, y: math.hypot(x - 400, y - 300) / SCALE, 30, 2)
t.near("half of the dots after 15 mm", half_way(loss), 15, 0.03 * 30)
image = ready()
add_path(image, [(300, 280), (300, 480)])
t.equal("crown along a path", gradient(image, shape="crown", px_per_mm=SCALE,
                                       **EVEN), "")
loss = losses(image, lambda x, y: math.hypot(x - 300, y - 280) / SCALE, 25, 2.5)
t.near("from the whorl to the rim: half after 12.5 mm", half_way(loss, 2.5),
       12.5, 0.03 * 25)

# Parting: 15 mm on both sides of the longest axis of the area
image = ready((60, 140, 680, 320))
t.equal("parting", gradient(image, shape="parting", px_per_mm=SCALE, **EVEN),
        "")
near_points("along the area", sorted(points_of(image)),
            [(60, 300), (740, 300)], 3)
loss = losses(image, lambda x, y: abs(y - 300) / SCALE, 16, 1,
              lambda x, y: 80 < x < 720)
t.near("half of the dots 7.5 mm beside it", half_way(loss, 1), 7.5, 0.03 * 15)
image = ready()
add_path(image, [(200, 100), (380, 300), (400, 500)])
t.equal("parting along a path, 20 mm wide", gradient(
    image, shape="parting", px_per_mm=SCALE, width=20.0, **EVEN), "")
near_points("from end to end", points_of(image), [(200, 100), (400, 500)], 0.1)
t.equal("as wide as told", values_of(image)["width"], 20)

# Hairline: thin at the line, dense 10 mm behind it
image = ready((80, 60, 640, 400))
add_path(image, [(60, 400), (300, 396), (740, 400)])
t.equal("hairline", gradient(image, shape="hairline", px_per_mm=SCALE,
                             width=20.0, **EVEN), "")
values = values_of(image)
t.equal("the start is thin", (values["density-start"], values["density-end"]),
        (0, 180))
loss = losses(image, lambda x, y: (400 - y) / SCALE, 20, 1,
              lambda x, y: 120 < x < 680)
t.near("half of the dots 10 mm behind it", half_way(loss, 1), 10, 0.03 * 20)
front = losses(image, lambda x, y: (y - 402) / SCALE, 6, 6)
t.near("none in front of it", front[0], 0, 1e-6)
t.equal("10 mm as usual", (gradient(image, shape="hairline"),
                           values_of(image)["width"]), ("", 10))
values = values_of(image)
t.near("with dots of three quarters the size",
       values["dot-size-start"], 0.75 * values["dot-size-end"], 1e-6)
t.near("and six parts more water",
       values["dilution-start"], values["dilution-end"] + 6, 1e-6)

# Thin ends as usual
for shape, wanted in (("linear", 72), ("crown", 54), ("parting", 0)):
    image = ready()
    gradient(image, shape=shape, measure=False)
    t.near("the thin end of %s, as usual" % shape,
           values_of(image)["density-end"], wanted, 1e-4)

# On a head that is curved: the chart says how far, so dots are lost in mm
image = t.open_sample("crown_thin")
t.equal("the mock-up of dots", t.mockup(
    image, density="light", **t.sample_values("crown_thin")), "")
dots = t.treatment_groups(image)[0]
photo = image.get_layers()[-1]
kept = t.photo_values(image)
t.equal("its copy is selected", [layer.get_id() for layer in
                                 image.get_selected_layers()],
        [dots.get_children()[0].get_id()])
t.equal("a gradient beside it", gradient(image, shape="crown"), "")
t.equal("lies between dots and photo",
        [layer.get_name() for layer in image.get_layers()],
        ["SMP Dots", "SMP Gradient", photo.get_name()])
copy = image.get_layers()[1].get_children()[0]
t.check("it has the untreated photo",
        t.pixels(copy, "R'G'B' u8") == t.pixels(photo, "R'G'B' u8"))
for key in ("curvature", "head-x", "head-y", "head-width", "px-per-mm"):
    t.equal("they agree on " + key, values_of(image)[key],
            values_of(image, "dots")[key])
now = t.photo_values(image)
t.equal("the dots' area and layer stay theirs",
        (now["area"], now["photo-tattoo"], now["density"]),
        (kept["area"], kept["photo-tattoo"], kept["density"]))
seen = t.rendered(image)
t.equal("the mock-up of dots again", t.mockup(
    image, density="light", curvature=True), "")
t.check("changes nothing", t.rendered(image) == seen)

# Both stack: each takes away its share
image = ready(precision=Gimp.Precision.FLOAT_LINEAR)
t.mockup(image, px_per_mm=SCALE, measure=False)
gradient(image, **EVEN)
upper, lower = t.treatment_groups(image)
light = {}
for name, one, two in (("none", False, False), ("one", True, False),
                       ("two", False, True), ("both", True, True)):
    upper.set_visible(one)
    lower.set_visible(two)
    light[name] = t.floats(t.rendered(image, "RGB float"))
worst = max(abs(both - one * two / none) for none, one, two, both in
            zip(light["none"], light["one"], light["two"], light["both"]))
t.check("two treatments multiply", worst <= 0.03, worst)

# Again: what the artist has set stays, what is asked for anew changes.
image = ready()
add_path(image, [(160, 140), (480, 380)])
gradient(image, px_per_mm=SCALE, **EVEN)
t.set_filter(image, start_x=0.3, shine=0.5, opacity=0.5)
place = [values_of(image)[key] for key in PLACE]
t.equal("again", gradient(image, density="light", **EVEN), "")
t.equal("one group, one filter",
        [len(group.get_filters()) for group in t.treatment_groups(image)], [1])
values = values_of(image)
t.equal("its place is the artist's", [values[key] for key in PLACE], place)
t.equal("and all that was not asked for", values["shine"], 0.5)
t.near("its opacity, too",
       t.treatment_groups(image)[0].get_filters()[0].get_opacity(), 0.5, 1e-6)
t.equal("the density is another", values["density-start"], 90)
way = image.get_path_by_name("way")
way.remove_stroke(way.get_strokes()[0])
way.stroke_new_from_points(Gimp.PathStrokeType.BEZIER,
                           3 * [160, 140] + 3 * [480, 200], False)
t.equal("with the path moved", gradient(image, path="way", **EVEN), "")
near_points("the gradient follows", points_of(image), [(160, 140), (480, 200)],
            0.1)
image.remove_path(image.get_path_by_name("way"))
t.equal("without its path", gradient(image, path="way", **EVEN), "")
near_points("it stays there", points_of(image), [(160, 140), (480, 200)], 0.1)
t.equal("another shape", gradient(image, shape="crown", **EVEN), "")
near_points("has another place", points_of(image)[:1], [(400, 300)])

# A new selection is more to treat, the same one is not.
image = ready((80, 60, 240, 480))
gradient(image, px_per_mm=SCALE, shape="crown", **EVEN)
mask = t.treatment_groups(image)[0].get_children()[0].get_mask()
t.set_pixels(mask, bytes(50 * 50), "Y u8", (100, 100, 50, 50))
painted = t.pixels(mask, "Y u8")
t.equal("the same selection", gradient(image, shape="crown", **EVEN), "")
mask = t.treatment_groups(image)[0].get_children()[0].get_mask()
t.check("leaves the painted mask", t.pixels(mask, "Y u8") == painted)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 480, 60, 240, 480)
t.equal("a new selection", gradient(image, shape="crown", **EVEN), "")
mask = t.treatment_groups(image)[0].get_children()[0].get_mask()
both = t.pixels(mask, "Y u8")
t.check("is added", both == bytes(map(max, painted, t.selected(image))))
near_points("and the place is that of both", points_of(image)[:1],
            [(400, 300)], 6)

# Cropped, scaled, turned: each mock-up moves both.
def crop_of(data, width, box):
    x, y, columns, rows = box
    return b"".join(data[3 * (row * width + x):3 * (row * width + x + columns)]
                    for row in range(y, y + rows))


for mover, other in ((t.mockup, "gradient"), (gradient, "dots")):
    image = t.open_sample("back_scar")
    t.mockup(image, measure=False, **t.sample_values("back_scar"))
    gradient(image, measure=False)
    again = {"measure": False}
    if mover is t.mockup:
        again["curvature"] = True
    box = (250, 40, 800, 500)
    # at its new border the photo tells less of hair and light
    wanted = crop_of(t.rendered(image), image.get_width(), (260, 50, 780, 480))
    frame = values_of(image, other)["frame"]
    image.crop(box[2], box[3], box[0], box[1])
    t.equal("after a crop", mover(image, **again), "")
    t.check("%s: its frame is another" % other,
            values_of(image, other)["frame"] != frame)
    worst = t.largest_difference(
        crop_of(t.rendered(image), box[2], (10, 10, 780, 480)), wanted)
    t.check("and all dots lie on the same skin", worst <= 4, worst)
    scale = values_of(image, other)["px-per-mm"]
    image.scale(400, 250)
    t.equal("after a scale", mover(image, **again), "")
    t.near("its scale follows", values_of(image, other)["px-per-mm"],
           scale / 2, 1e-3)
    place = [values_of(image)[key] for key in PLACE]
    image.rotate(Gimp.RotationType.DEGREES90)
    frame = values_of(image, other)["frame"]
    t.equal("after a turn", mover(image, **again), "")
    t.check("its frame follows", values_of(image, other)["frame"] != frame)
    t.equal("and the gradient is where it was on the skin",
            [key for key, value in zip(PLACE, place)
             if abs(values_of(image)[key] - value) > 1e-3], [])

# Files keep it all.
image = ready()
add_path(image, [(160, 140), (480, 380)])
gradient(image, px_per_mm=SCALE, seed=4)
path = os.path.join(t.folder(), "gradient.xcf")
t.save(image, path)
again = t.load(path)
values, now = values_of(image), values_of(again)
t.equal("an XCF keeps the values", [
    key for key in values if values[key] != now[key]
    and not (isinstance(now[key], float)
             and abs(values[key] - now[key]) < 1e-6 * abs(now[key]))], [])
t.equal("and the notes",
        t.parasite_text(t.treatment_groups(again)[0], "smp-treatment"),
        t.parasite_text(t.treatment_groups(image)[0], "smp-treatment"))
t.check("and the picture", t.largest_difference(t.rendered(image),
                                                t.rendered(again)) <= 1)
mask = t.pixels(t.treatment_groups(again)[0].get_children()[0].get_mask(),
                "Y u8")
t.equal("run again there", gradient(again, seed=4), "")
t.equal("with the same values", [key for key in PLACE if abs(
    values[key] - values_of(again)[key]) > 1e-6], [])
t.check("and the same area", t.pixels(
    t.treatment_groups(again)[0].get_children()[0].get_mask(), "Y u8") == mask)

# A gradient that came first: the dots find its photo.
image = ready()
photo = image.get_layers()[0]
notes = Gimp.Layer.new(image, "notes", 40, 30, Gimp.ImageType.RGB_IMAGE, 100,
                       Gimp.LayerMode.NORMAL)
image.insert_layer(notes, None, 0)
gradient(image, [photo], measure=False)
t.equal("dots after a gradient", t.mockup(image, measure=False), "")
t.equal("lie right over the photo",
        [layer.get_name() for layer in image.get_layers()],
        ["notes", "SMP Gradient", "SMP Dots", "photo"])

# The line of the mock-up is that of a hairline gradient.
image = ready()
add_path(image, [(60, 400), (300, 396), (740, 400)], name="front")
t.mockup(image, hairline="front", px_per_mm=SCALE, measure=False)
image.remove_path(image.get_path_by_name("front"))
t.equal("hairline without a path", gradient(image, shape="hairline",
                                            measure=False), "")
t.equal("takes that of the dots", values_of(image)["hairline"],
        values_of(image, "dots")["hairline"])


# Refusals: the words help, and nothing is changed.
def refused(name, image, words, **values):
    before = t.state(image)
    message = gradient(image, **values)
    t.check(name + " is refused", message != "")
    for word in words:
        t.check("%s: the message has %s" % (name, word), word in message,
                message)
    t.unchanged(name + ": nothing is changed", image, before)


refused("an unknown shape", ready(), ("oval", "linear", "crown", "parting",
                                      "hairline"), shape="oval")
refused("an unknown profile", ready(), ("bent", "smooth", "soft-toe"),
        profile="bent")
refused("an unknown density", ready(), ("bushy", "medium"), density="bushy")
refused("an unknown shade", ready(), ("pink", "charcoal"), shade="pink")
refused("an unknown stage", ready(), ("dusk", "healed"), stage="dusk")
refused("a hairline without a path", ready(), ("Hairline...", "Paths tool"),
        shape="hairline")
refused("a hairline of the area", ready(), ("Paths tool",), shape="hairline",
        path="selection")
image = ready()
add_path(image, [(100, 100), (300, 300)])
refused("an unknown path", image, ("side", "way", "selection"), path="side")
refused("an unknown path without any", ready(), ("side", "Paths tool"),
        path="side")
image = ready()
add_path(image, [(100, 100)], name="dot")
refused("a path of one point", image, ("dot", "second"), path="dot")
refused("a hairline of one point", image, ("dot", "second"), path="dot",
        shape="hairline")
refused("a hairline with only such a path", image, ("Paths tool",),
        shape="hairline")
image = ready()
add_path(image, [(100, 100), (300, 300), (100, 300)], True, "ring")
refused("a closed path", image, ("ring", "closed"), path="ring")
image = ready()
t.mockup(image, measure=False)
refused("the path of the frame", image, ("SMP frame", "Paths tool"),
        path="SMP frame")
refused("a hairline with only the frame", image, ("Paths tool",),
        shape="hairline")
t.treatment_groups(image)[0].set_lock_content(True)
refused("beside locked dots", image, ("SMP Dots", "Unlock"))
refused("nothing selected", ready(None), ("selected", "whole"))
t.equal("but the whole photo can be asked for",
        gradient(ready(None), whole=True, measure=False), "")
image = ready()
image.convert_indexed(Gimp.ConvertDitherType.NONE,
                      Gimp.ConvertPaletteType.GENERATE, 4, False, False, "")
image.clean_all()
refused("an indexed image", image, ("RGB",))

t.finish()
