"""The scale of a photo from a length that is known: each source, each length,
what is kept and what follows."""

import math
import os

from gi.repository import Gimp

import smptest as t
from scaletest import (draw, kept, measure, measured, plain, select_frame,
                       treated)

KNOWN = {"pupils": (63.0, 3.8), "iris": (11.7, 0.5),
         "head-breadth": (155.0, 9.0), "brow-hairline": (68.0, 7.0)}


# Each source

image = plain()
draw(image, (300.25, 400.5), (600.25, 400.5))
measured("a path of two points", image, 300 / 63, "path")
t.equal("there are the path and the frame",
        sorted(name for name, _, _ in t.paths(image)), ["SMP frame", "eyes"])
t.equal("the path is still the selected one",
        [path.get_name() for path in image.get_selected_paths()], ["eyes"])
t.check("the image has changed", image.is_dirty())

image = plain()
draw(image, (100, 100), (400, 500))
measured("a slanted path", image, 500 / 63, "path", measure="path")

image = plain()
draw(image, (100, 100), (250, 100.2), (310, 99.9), (400, 100))
measured("a straight path of four points", image, 300 / 63, "path")

image = plain()
draw(image, (100, 100), (400, 100), name="one")
draw(image, (100, 100), (700, 100), name="two")
draw(image, (0, 0), (500, 100), (900, 700), name="line")
measured("a path of a name", image, 300 / 63, "path", path="one",
         measure="path")
measured("and another", image, 600 / 63, "path", path="two")
image.remove_path(image.get_path_by_name("two"))
image.set_selected_paths([image.get_path_by_name("line")])
measured("the only straight path, a hairline selected", image, 300 / 63,
         "path")
image.remove_path(image.get_path_by_name("line"))
select_frame(image)
measured("the only path, not selected", image, 300 / 63, "path",
         measure="path")

image = plain()
image.add_vguide(150)
image.add_vguide(450)
image.add_hguide(20)
measured("vertical guides", image, 300 / 63, "guides")

image = plain()
image.add_hguide(700)
image.add_hguide(290)
measured("horizontal guides", image, 410 / 68, "guides",
         measure="guides", length_of="brow-hairline")

image = plain()
image.select_ellipse(Gimp.ChannelOps.REPLACE, 500, 300, 75, 60)
measured("the width of the selection", image, 75 / 11.7, "selection",
         length_of="iris")
t.check("is still selected", not Gimp.Selection.is_empty(image))

# All three: the path first, then the guides
draw(image, (100, 100), (400, 100), name="line")
image.add_vguide(100)
image.add_vguide(600)
measured("with all three, the path", image, 300 / 63, "path")
measured("or the guides", image, 500 / 63, "guides", measure="guides")
measured("or the selection", image, 75 / 11.7, "selection",
         measure="selection", length_of="iris")
image.remove_path(image.get_path_by_name("line"))
draw(image, (0, 0), (500, 100), (900, 700), name="bent")
measured("a path that cannot be measured is passed over", image, 500 / 63,
         "guides")

# Each known length

for number, (key, (mm, spread)) in enumerate(KNOWN.items()):
    image = plain()
    draw(image, (100, 100), (800, 100))
    result = measured(key, image, 700 / mm, "path", length_of=key)
    t.near(key + ": the error", result[1],
           100 * math.hypot(spread / mm, math.sqrt(2) / 700), 1e-6)
for mm in 3.0, 50.0, 1000.0:
    image = plain()
    draw(image, (100, 100), (700, 100))
    result = measured("%g mm of a ruler" % mm, image, 600 / mm, "path",
                      length_of="ruler", length=mm)
    t.near("%g mm: the error" % mm, result[1], 100 * math.sqrt(2) / 600, 1e-6)

# Indexed, grey, without a layer: all have a scale.
for mode in "indexed", "grey", "empty":
    image = plain()
    draw(image, (100, 100), (400, 100))
    if mode == "indexed":
        image.convert_indexed(Gimp.ConvertDitherType.NONE,
                              Gimp.ConvertPaletteType.GENERATE, 16, False,
                              False, "")
    elif mode == "grey":
        image.convert_grayscale()
    else:
        image.remove_layer(image.get_layers()[0])
    measured("an image which is " + mode, image, 300 / 63, "path")

# The mock-up takes the scale over.
image = plain()
draw(image, (100, 100), (400, 100))
measure(image)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 300, 300, 300, 200)
t.equal("the mock-up runs", t.mockup(image), "")
t.near("with the scale that was set", t.filter_values(image)["px-per-mm"],
       300 / 63, 1e-6)

# XCF
path = os.path.join(t.folder(), "scale.xcf")
t.save(image, path)
again = t.load(path)
t.near("the scale is in the file", kept(again), 300 / 63, 1e-9)
t.equal("the mock-up runs on it", t.mockup(again), "")
t.near("with the scale", t.filter_values(again)["px-per-mm"], 300 / 63, 1e-5)
t.equal("the scale is set again there",
        measure(again, path="eyes", length_of="ruler", length=60.0)[0], "")
t.near("and reaches the filter", t.filter_values(again)["px-per-mm"], 5, 1e-6)

# Image > Scale: the same mm, half the pixels.
Gimp.context_set_interpolation(Gimp.InterpolationType.CUBIC)
image = plain()
draw(image, (100, 100), (400, 100))
measure(image)
image.scale(600, 450)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 100, 100, 300, 200)
t.equal("the mock-up on half the size", t.mockup(image), "")
t.near("has half the scale", t.filter_values(image)["px-per-mm"], 150 / 63,
       1e-6)
measured_again = measure(image)[1]
t.near("measured anew it is the same", measured_again[0], 150 / 63, 1e-4)
t.near("as it is in the frame", kept(image), 300 / 63, 2e-4)
t.near("and in the filter", t.filter_values(image)["px-per-mm"], 150 / 63,
       1e-4)


# Existing treatments

def same_picture(name, one, other, tolerance=0):
    largest = t.largest_difference(t.rendered(one), t.rendered(other))
    t.check(name, largest <= tolerance, largest)


SCALE = float(t.sample("front_light")["px-per-mm"])
wanted = treated()
t.equal("the mock-up again, with this scale",
        t.mockup(wanted, density="medium", px_per_mm=SCALE), "")
image = treated()
guess = t.filter_values(image)["px-per-mm"]
t.near("the guess", guess, 1200 / 230, 1e-5)
before = t.filter_values(image)
draw(image, (100, 800), (100 + 63 * SCALE, 800))
t.equal("the scale is set", measure(image)[0], "")
after = t.filter_values(image)
t.equal("nothing but the scale and the guessed head changes",
        sorted(key for key in before if before[key] != after[key]),
        ["head-y", "px-per-mm"])
same_picture("the dots are those of a mock-up with this scale", image, wanted)
t.equal("the layers are the same", len(list(t.all_layers(image))), 3)
t.near("and, nearly, the head", after["head-y"],
       t.filter_values(wanted)["head-y"], 0.01)

# What the artist has set in the filter stays.
image = treated()
t.set_filter(image, opacity=0.5, mode=Gimp.LayerMode.MULTIPLY, dot_size=0.4,
             sharpness=2.5, grain=0.25)
draw(image, (100, 800), (100 + 63 * SCALE, 800))
measure(image)
item = t.treatment_groups(image)[0].get_filters()[0]
values = t.filter_values(image)
t.near("the filter's opacity stays", item.get_opacity(), 0.5, 1e-6)
t.equal("and its mode", item.get_blend_mode(), Gimp.LayerMode.MULTIPLY)
t.near("the size in mm", values["dot-size"], 0.4, 1e-6)
t.near("the sharpness", values["sharpness"], 2.5, 1e-6)
t.near("the grain", values["grain"], 0.25, 1e-6)
t.near("the scale is new", values["px-per-mm"], SCALE, 1e-5)

# All treatments; filters without one are the artist's.
image = treated()
copy = t.treatment_groups(image)[0].copy()
image.insert_layer(copy, None, 0)
layer = image.get_layers()[-1]
bare = Gimp.DrawableFilter.new(layer, "smp:dots", "SMP Dots")
bare.get_config().set_property("density", 99.0)
bare.update()
layer.append_filter(bare)
draw(image, (100, 800), (1000, 800))
t.equal("two treatments and a bare filter", measure(image)[0], "")
t.equal("there are two", len(t.treatment_groups(image)), 2)
for number in range(2):
    t.near("treatment %d has the scale" % number,
           t.filter_values(image, number)["px-per-mm"], 900 / 63, 1e-5)
twin = image.duplicate()
values = t.values_of(twin.get_layers()[-1].get_filters()[0].get_config())
twin.delete()
t.near("the bare filter keeps its own", values["px-per-mm"], 0, 0)

# Other filters of the artist on the group, and one that is hidden
image = treated()
group = t.treatment_groups(image)[0]
blur = Gimp.DrawableFilter.new(group, "gegl:gaussian-blur", "blur")
blur.update()
group.append_filter(blur)
order = [item.get_operation_name() for item in group.get_filters()]
draw(image, (100, 800), (1000, 800))
t.equal("with another filter", measure(image)[0], "")
t.equal("the order of the filters stays",
        [item.get_operation_name() for item in group.get_filters()], order)
image = treated()
t.treatment_groups(image)[0].get_filters()[0].set_visible(False)
seen = t.rendered(image)
draw(image, (100, 800), (1000, 800))
t.equal("with a hidden filter", measure(image)[0], "")
item, = t.treatment_groups(image)[0].get_filters()
t.check("it stays hidden", not item.get_visible())
t.check("and so do the dots", t.rendered(image) == seen)
t.near("it has the scale", t.filter_values(image)["px-per-mm"], 900 / 63,
       1e-5)

# A group without its filter, and one without its photo
image = treated()
t.treatment_groups(image)[0].get_filters()[0].delete()
draw(image, (100, 800), (1000, 800))
measured("a treatment without its filter", image, 900 / 63, "path")
t.equal("gets none", len(t.treatment_groups(image)[0].get_filters()), 0)
image = treated()
image.remove_layer(t.treatment_groups(image)[0].get_children()[0])
draw(image, (100, 800), (1000, 800))
measured("a treatment without its photo", image, 900 / 63, "path")


# After the image has changed its geometry

def geometry(name, change, zoom, **values):
    """The scale measured after a change, and that measured before it, lay the
    same dots."""
    one, other = treated(**values), treated(**values)
    for image in one, other:
        draw(image, (300, 500), (800, 500))
    t.equal(name + ": measured before", measure(one)[0], "")
    change(one)
    change(other)
    t.equal(name + ": the mock-up follows",
            t.mockup(one, density="medium",
                     curvature=values.get("curvature", False)), "")
    message, result = measure(other)
    t.equal(name + ": measured after", message, "")
    t.near(name + ": the scale", result[0], zoom * 500 / 63, 1e-3)
    a, b = t.filter_values(one), t.filter_values(other)
    for key in ("px-per-mm", "sharpness", "grain"):
        t.near("%s: %s" % (name, key), b[key], a[key], 1e-3)
    t.check(name + ": the same frame", frames_alike(a["frame"], b["frame"]),
            (a["frame"], b["frame"]))
    same_picture(name + ": the same dots", one, other, 2)


def frames_alike(a, b):
    return all(abs(float(p) - float(q)) < 1e-6 for p, q in zip(a.split(),
                                                               b.split()))


geometry("crop", lambda image: image.crop(900, 600, 150, 60), 1)
geometry("half size", lambda image: image.scale(600, 450), 0.5)
geometry("rotation by 90",
         lambda image: image.rotate(Gimp.RotationType.DEGREES90), 1)
geometry("flip",
         lambda image: image.flip(Gimp.OrientationType.HORIZONTAL), 1)
geometry("squeezed", lambda image: image.scale(600, 900), math.sqrt(0.5))
geometry("crop, with a head",
         lambda image: image.crop(900, 600, 150, 60), 1, curvature=True,
         head_x=0.5, head_y=0.45)

# A squeezed photo: along or across makes no difference.
image = plain()
draw(image, (100, 100), (400, 100), name="across")
draw(image, (100, 100), (100, 400), name="down")
measure(image, path="across")
image.scale(600, 900)
across = measure(image, path="across")[1][0]
down = measure(image, path="down")[1][0]
t.near("in a squeezed photo all directions agree", across, down, 1e-3)

# The frame is gone and the size is another: all starts anew.
image = treated()
frame = [path for path in image.get_paths()
         if path.get_name() == "SMP frame"][0]
image.remove_path(frame)
image.scale(600, 450)
draw(image, (100, 100), (400, 100))
measured("a lost frame", image, 300 / 63, "path")
t.near("the filter has the scale", t.filter_values(image)["px-per-mm"],
       300 / 63, 1e-5)

t.finish()
