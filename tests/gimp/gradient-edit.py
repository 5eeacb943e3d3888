"""The gradient mock-up run again, on images that were changed or saved in
between; and what it refuses."""

import os

from gi.repository import Gimp

import smptest as t
from gradienttest import (EVEN, PLACE, SCALE, SIZE, gradient, near_points,
                         points_of, ready, values_of)

# Again: what the artist has set stays, what is asked for anew changes.
image = ready()
t.add_path(image, [(160, 140), (480, 380)], name="way")
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

# A preset of GIMP's list resets what it does not name, the place, too.
image = ready()
t.add_path(image, [(160, 140), (480, 380)], name="way")
gradient(image, shape="crown", px_per_mm=SCALE)
t.set_filter(image, frame="", shape="linear", px_per_mm=0.0, start_x=0.5,
             start_y=0.5, end_x=1.0, end_y=0.5, density_start=150.0)
t.equal("after a preset", gradient(image, shape="crown"), "")
near_points("it is back in its place", points_of(image),
            [(160, 140), (480, 380)], 0.1)
t.near("and its scale", values_of(image)["px-per-mm"], SCALE, 1e-4)

# The frame is lost: the place is that of the area as it is now.
image = ready()
gradient(image, shape="crown", px_per_mm=SCALE)
image.remove_path(image.get_paths()[0])
image.crop(SIZE[0] - 80, SIZE[1] - 60, 80, 60)
t.equal("without the frame", gradient(image, shape="crown"), "")
values = values_of(image)
near_points("it lies on the area", [(values["start-x"] * (SIZE[0] - 80),
                                     values["start-y"] * (SIZE[1] - 60))],
            [(320, 240)])

# Without its filter, or its copy
group = t.treatment_groups(image)[0]
group.get_filters()[0].delete()
t.equal("without the filter", gradient(image, shape="crown"), "")
t.equal("there is one again", len(group.get_filters()), 1)
image.remove_layer(group.get_children()[0])
t.equal("without the copy", gradient(image, shape="crown"), "")
t.check("there is one again", group.get_children()[0].get_mask() is not None)

# By "Repeat", and on grey photos
for grey in (False, True):
    image = ready(grey=grey)
    t.equal("with the last values, grey %s" % grey, gradient(
        image, run_mode=Gimp.RunMode.WITH_LAST_VALS), "")
    near_points("it lies on the area", points_of(image),
                [(400, 60), (400, 540)])
    t.equal("and once more", gradient(
        image, run_mode=Gimp.RunMode.WITH_LAST_VALS), "")
    t.equal("in one group", len(t.treatment_groups(image)), 1)

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
t.add_path(image, [(160, 140), (480, 380)], name="way")
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
t.add_path(image, [(60, 400), (300, 396), (740, 400)], name="front")
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
t.add_path(image, [(100, 100), (300, 300)], name="way")
refused("an unknown path", image, ("side", "way", "selection"), path="side")
refused("an unknown path without any", ready(), ("side", "Paths tool"),
        path="side")
image = ready()
t.add_path(image, [(100, 100)], name="dot")
refused("a path of one point", image, ("dot", "second"), path="dot")
refused("a hairline of one point", image, ("dot", "second"), path="dot",
        shape="hairline")
refused("a hairline with only such a path", image, ("Paths tool",),
        shape="hairline")
image = ready()
t.add_path(image, [(100, 100), (300, 300), (100, 300)], True, "ring")
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
