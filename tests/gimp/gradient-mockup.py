"""The gradient mock-up: what it builds, where each shape lies, in mm of scalp,
and how it goes with the mock-up of dots."""

import math

from gi.repository import Gimp

import smptest as t
from gradienttest import (EVEN, SCALE, SIZE, gradient, near_points, points_of,
                         ready, values_of)


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
t.add_path(image, [(160, 140), (480, 380)], name="way")
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
t.add_path(image, [(300, 280), (300, 480)], name="way")
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
t.add_path(image, [(200, 100), (380, 300), (400, 500)], name="way")
t.equal("parting along a path, 20 mm wide", gradient(
    image, shape="parting", px_per_mm=SCALE, width=20.0, **EVEN), "")
near_points("from end to end", points_of(image), [(200, 100), (400, 500)], 0.1)
t.equal("as wide as told", values_of(image)["width"], 20)

# Hairline: thin at the line, dense 10 mm behind it
image = ready((80, 60, 640, 400))
t.add_path(image, [(60, 400), (300, 396), (740, 400)], name="way")
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

t.finish()
