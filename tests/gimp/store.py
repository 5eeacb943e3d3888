"""A treatment saved as XCF and opened again: every value, every pixel."""

import os

from gi.repository import Gimp

import smptest as t

image = t.open_sample()
t.mockup(image, density="full", shade="graphite", session=2, seed=2024,
         **t.sample_values("front_light"))
group = t.treatment_groups(image)[0]
t.set_filter(image, opacity=0.75, mode=Gimp.LayerMode.MULTIPLY)

path = os.path.join(t.folder(), "a client.xcf")
t.save(image, path)
copy = t.load(path)


def layers(image):
    return [(layer.get_name(), layer.get_mode(), layer.get_offsets()[1:],
             layer.get_visible(), layer.is_group())
            for layer in t.all_layers(image)]


def compare(name, one, two):
    t.equal(name + "size", (two.get_width(), two.get_height()),
            (one.get_width(), one.get_height()))
    t.equal(name + "layers", layers(two), layers(one))
    first, second = t.treatment_groups(one), t.treatment_groups(two)
    t.equal(name + "groups", len(second), len(first))
    a, b = first[0].get_filters(), second[0].get_filters()
    t.equal(name + "filters", len(b), 1)
    before, after = t.filter_values(one), t.filter_values(two)
    for key in before:
        if isinstance(before[key], float):
            t.near(name + key, after[key], before[key], 1e-6 * abs(before[key]))
        elif key == "pigment":
            t.check(name + key, max(abs(x - y) for x, y in
                                    zip(before[key], after[key])) < 1e-4,
                    (before[key], after[key]))
        else:
            t.equal(name + key, after[key], before[key])
    t.near(name + "opacity", b[0].get_opacity(), a[0].get_opacity(), 1e-6)
    t.equal(name + "mode", b[0].get_blend_mode(), a[0].get_blend_mode())
    t.equal(name + "paths", t.paths(two), t.paths(one))
    # GIMP's own files keep soft selections only roughly, so their name differs.
    t.equal(name + "photo", *({key: value for key, value in
                               t.photo_values(which).items() if key != "area"}
                              for which in (two, one)))
    t.equal(name + "mark", t.parasite_text(second[0], "smp-treatment"),
            t.parasite_text(first[0], "smp-treatment"))
    one_child = first[0].get_children()[0]
    two_child = second[0].get_children()[0]
    t.check(name + "copy", t.pixels(one_child) == t.pixels(two_child))
    t.check(name + "mask", t.pixels(one_child.get_mask(), "Y u8")
            == t.pixels(two_child.get_mask(), "Y u8"))
    t.check(name + "picture", t.rendered(one) == t.rendered(two))


compare("XCF: ", image, copy)

# Opened, it is edited as before; what was painted out stays away.
for one in (image, copy):
    mask = t.treatment_groups(one)[0].get_children()[0].get_mask()
    t.set_pixels(mask, bytes(80 * 80), "Y u8", (300, 100, 80, 80))
before = t.rendered(copy)
for one in (image, copy):
    t.equal("the same edit", t.mockup(one, density="light", session=3), "")
    t.equal("in one group", len(t.treatment_groups(one)), 1)
compare("after an edit: ", image, copy)
t.check("which changed the picture", t.rendered(copy) != before)

# Copies made with a selection: see selection.py.
Gimp.Selection.none(image)

# PNG, JPEG and others of a flattened copy hold the treatment.
flat = image.duplicate()
flat.flatten()
png = os.path.join(t.folder(), "flat.png")
t.save(flat, png)
t.check("PNG of a flattened copy, to 1/255",
        t.largest_difference(t.rendered(t.load(png)), t.rendered(image)) <= 1)

# Copies of the image and of the group carry everything.
twin = image.duplicate()
compare("a duplicate: ", image, twin)

# Baked
merged = t.treatment_groups(twin)[0].merge()
t.check("baked, it is a layer", not merged.is_group())
t.check("which looks the same, to 1/255",
        t.largest_difference(t.rendered(twin), t.rendered(image)) <= 1)

t.finish()
