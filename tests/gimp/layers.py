"""Photos that are not alone: moved, in groups, among others, with holes; two
treatments of one photo."""

from gi.repository import Gegl, Gimp

import smptest as t

SIZE = 360, 300
BOX = 100, 80, 160, 140
# not measured: the other layers would count, too
SCALE = {"px_per_mm": 8.0, "measure": False}


def add_layer(image, name, width, height, colour, parent=None, position=0,
              offsets=(0, 0), alpha=False):
    layer = Gimp.Layer.new(image, name, width, height,
                           t.layer_type(False, alpha), 100,
                           Gimp.LayerMode.NORMAL)
    image.insert_layer(layer, parent, position)
    Gimp.context_set_foreground(Gegl.Color.new(colour))
    layer.fill(Gimp.FillType.FOREGROUND)
    layer.set_offsets(*offsets)
    return layer


reference = t.plain_image(*SIZE)
plain = t.rendered(reference)
reference.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("the mock-up runs", t.mockup(reference, **SCALE), "")
wanted = t.rendered(reference)

# A photo layer which does not start in the corner
image = t.plain_image(*SIZE)
image.get_layers()[0].resize(300, 260, -40, -30)
t.equal("moved", image.get_layers()[0].get_offsets()[1:], (40, 30))
add_layer(image, "below", *SIZE, "#c8a184", position=1)
image.set_selected_layers([image.get_layers()[0]])
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("a layer with offsets", t.mockup(image, **SCALE), "")
t.check("the dots are where they are without", t.rendered(image) == wanted)
t.equal("the group lies above it",
        [layer.get_name() for layer in image.get_layers()],
        ["SMP Dots", "photo", "below"])

# A photo within a group
image = t.plain_image(*SIZE, colour="#204060")
folder = Gimp.GroupLayer.new(image, "client")
image.insert_layer(folder, None, 0)
inner = add_layer(image, "head", *SIZE, "#c8a184", parent=folder)
image.set_selected_layers([inner])
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("a photo in a group", t.mockup(image, **SCALE), "")
t.equal("is treated there",
        [layer.get_name() for layer in folder.get_children()],
        ["SMP Dots", "head"])
t.check("with the same dots", t.rendered(image) == wanted)
t.equal("again", t.mockup(image), "")
t.equal("finds it there", len(t.treatment_groups(image)), 1)
t.check("the same picture", t.rendered(image) == wanted)

# Of several layers the selected one is the photo.
image = t.plain_image(*SIZE)
top = add_layer(image, "notes", 40, 30, "#ff0000", offsets=(10, 10))
image.set_selected_layers([image.get_layers()[1]])
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("below another layer", t.mockup(image, **SCALE), "")
t.equal("the group lies between",
        [layer.get_name() for layer in image.get_layers()],
        ["notes", "SMP Dots", "photo"])

# A selected layer which does not hold the selection: what is visible counts.
image = t.plain_image(*SIZE)
small = add_layer(image, "notes", 40, 30, "#ff0000", offsets=(10, 10))
image.set_selected_layers([small])
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("a small layer is selected", t.mockup(image, **SCALE), "")
got = t.rendered(image)
row = 3 * SIZE[0]
t.check("the visible image is treated", got[60 * row:] == wanted[60 * row:])
t.check("and stays elsewhere", got[15 * row + 45:15 * row + 48] == b"\xff\0\0")

# A transparent hole stays transparent, also under half transparent skin.
image = t.plain_image(*SIZE, alpha=True)
photo = image.get_layers()[0]
hole = (130, 100, 60, 60)
t.set_pixels(photo, bytes(4 * 60 * 60), "R'G'B'A u8", hole)
t.set_pixels(photo, b"\xc8\xa1\x84\x80" * (60 * 60), "R'G'B'A u8",
             (190, 100, 60, 60))
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
without = t.rendered(image, "R'G'B'A u8", alpha=True)
t.equal("a photo with a hole", t.mockup(image, **SCALE), "")
with_dots = t.rendered(image, "R'G'B'A u8", alpha=True)
t.check("there are dots", with_dots != without)
alpha_before, alpha_after = without[3::4], with_dots[3::4]
hole_alpha = [alpha_after[y * SIZE[0] + x]
              for y in range(100, 160) for x in range(130, 190)]
t.check("the hole stays transparent", not any(hole_alpha),
        "%d pixels, up to %d" % (t.count(bytes(hole_alpha)), max(hole_alpha)))
t.check("skin stays opaque",
        all(after == 255 for before, after in zip(alpha_before, alpha_after)
            if before == 255))

# Two treatments of one photo stack: both take away their share.
image = t.plain_image(*SIZE, precision=Gimp.Precision.FLOAT_LINEAR)
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.mockup(image, **SCALE)
first = t.treatment_groups(image)[0]
second = first.copy()
image.insert_layer(second, None, 0)
t.set_filter(image, 0, seed=99)
t.equal("the copy has the filter", len(second.get_filters()), 1)
light = {}
for name, one, two in (("none", False, False), ("one", True, False),
                       ("two", False, True), ("both", True, True)):
    first.set_visible(one)
    second.set_visible(two)
    light[name] = t.floats(t.rendered(image, "RGB float"))
first.set_visible(True)
t.check("other dots", light["one"] != light["two"])
worst = max(abs(both - one * two / none) for none, one, two, both in
            zip(light["none"], light["one"], light["two"], light["both"]))
t.check("two treatments multiply", worst <= 0.03, worst)

# In an image with two treatments the first found is edited, and only it.
densities = [t.filter_values(image, number)["density"] for number in (0, 1)]
t.equal("again", t.mockup(image, density="light"), "")
groups = t.treatment_groups(image)
t.equal("two groups", len(groups), 2)
now = [t.filter_values(image, number)["density"] for number in (0, 1)]
t.equal("one is edited",
        [one != other for one, other in zip(densities, now)].count(True), 1)

# Locked
image = t.plain_image(*SIZE)
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
image.get_layers()[0].set_lock_content(True)
t.equal("a locked photo is only copied", t.mockup(image, **SCALE), "")
t.check("it is treated", t.rendered(image) == wanted)
t.check("and still locked", image.get_layers()[-1].get_lock_content())

image = t.plain_image(*SIZE)
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
image.get_layers()[0].set_lock_visibility(True)
t.equal("a photo of locked visibility", t.mockup(image, **SCALE), "")
t.equal("its copy can be hidden",
        t.treatment_groups(image)[0].get_children()[0].get_lock_visibility(),
        False)

# In a group that is hidden or locked, what is visible is treated.
for name, change in (
        ("hidden", lambda folder: folder.set_visible(False)),
        ("of locked pixels", lambda folder: folder.set_lock_content(True)),
        ("of locked position", lambda folder: folder.set_lock_position(True))):
    image = t.plain_image(*SIZE)
    outer = Gimp.GroupLayer.new(image, "versions")
    image.insert_layer(outer, None, 0)
    folder = Gimp.GroupLayer.new(image, "client")
    image.insert_layer(folder, outer, 0)
    inner = add_layer(image, "head", *SIZE, "#c8a184", parent=folder)
    change(outer)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
    t.equal("a photo in a group " + name, t.mockup(image, [inner], **SCALE),
            "")
    t.equal("the treatment lies on top",
            [layer.get_name() for layer in image.get_layers()],
            ["SMP Dots", "versions", "photo"])
    t.check("it is seen", t.largest_difference(
        t.rendered(image), wanted) <= 1)
    t.check("and exported", t.largest_difference(
        t.exported(image), wanted) <= 1)

# A layer mask counts as it shows.
for applied in (True, False):
    image = t.plain_image(*SIZE, alpha=True)
    photo = image.get_layers()[0]
    photo.add_mask(photo.create_mask(Gimp.AddMaskType.BLACK))
    photo.set_apply_mask(applied)
    add_layer(image, "below", *SIZE, "#c8a184", position=1)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
    t.equal("a photo with a mask, switched on: %s" % applied,
            t.mockup(image, [photo], **SCALE), "")
    t.equal("has dots where it shows", t.largest_difference(
        t.rendered(image), wanted) <= 1, not applied)
    t.equal("nowhere else", t.largest_difference(
        t.rendered(image), plain) <= 1, applied)
    t.check("the mask is still there", photo.get_mask() is not None
            and photo.get_apply_mask() == applied)

# A photo with effects of its own
image = t.plain_image(*SIZE)
photo = image.get_layers()[0]
darker = Gimp.DrawableFilter.new(photo, "gegl:brightness-contrast", "darker")
darker.get_config().set_property("brightness", -0.2)
darker.update()
photo.append_filter(darker)
seen = t.rendered(image)
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
t.equal("a photo with an effect", t.mockup(image, **SCALE), "")
got = t.rendered(image)
t.check("is treated as it looks",
        all(map(int.__ge__, seen, got)) and got != seen)
t.equal("the effect is still there", len(photo.get_filters()), 1)

t.finish()
