"""The density gradient as a filter of its own: on a layer with a selection, on
a treatment group under a painted mask, kept in XCF files."""

import os

from gi.repository import Gegl, Gimp

import smptest as t

SIZE = 400, 240
BOX = 60, 40, 280, 160
OPERATION = "smp:density-gradient"


def add_filter(layer, **values):
    """Puts the gradient on a layer; the name of the class says it is there."""
    item = Gimp.DrawableFilter.new(layer, OPERATION, "gradient")
    config = item.get_config()
    for key, value in values.items():
        config.set_property(key.replace("_", "-"), value)
    item.update()
    layer.append_filter(item)
    return item


def losses(image, plain, box, parts):
    """Mean share of light lost in so many columns of a box."""
    x, y, width, height = box
    before, after = t.floats(plain), t.light(image)
    result = []
    for part in range(parts):
        left, right = (x + width * k // parts for k in (part, part + 1))
        places = [row * SIZE[0] + column for row in range(y, y + height)
                  for column in range(left, right)]
        result.append(1 - sum(after[i] for i in places)
                      / sum(before[i] for i in places))
    return result


def falls(values):
    return all(one > other for one, other in zip(values, values[1:]))


# A plain layer with a selection: a gradient over it at once, by all defaults
image = t.plain_image(*SIZE)
layer = image.get_layers()[0]
plain, seen = t.light(image), t.rendered(image)
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
item = add_filter(layer, px_per_mm=6.0)
t.equal("the filter is there", [f.get_operation_name()
                                for f in layer.get_filters()], [OPERATION])
Gimp.Selection.none(image)
image.clean_all()
loss = losses(image, plain, BOX, 4)
t.check("full in the half before its start", abs(loss[0] - loss[1]) < 0.03
        and loss[0] > 0.12, loss)
t.check("and thinning out after it", falls(loss[1:]) and 0 < loss[3] < 0.06,
        loss)
x, y, width, height = BOX
got = t.rendered(image)
outside = [i for i in range(SIZE[0] * SIZE[1])
           if not (x <= i % SIZE[0] < x + width
                   and y <= i // SIZE[0] < y + height)]
t.check("nothing outside of the selection",
        all(got[3 * i:3 * i + 3] == seen[3 * i:3 * i + 3] for i in outside))

# Without one GIMP gives a filter the same layer on the canvas and in files.
image = t.plain_image(*SIZE)
layer = image.get_layers()[0]
add_filter(layer, px_per_mm=6.0)
t.check("an export shows the same", t.largest_difference(
    t.exported(image), t.rendered(image)) <= 1)

# Each value can be changed afterwards, and is kept.
for shape in ("radial", "parting", "hairline"):
    before = t.rendered(image)
    item = layer.get_filters()[0]
    item.get_config().set_property("shape", shape)
    item.set_opacity(item.get_opacity())
    item.set_blend_mode(item.get_blend_mode())
    item.update()
    t.check(shape + " is another picture", t.rendered(image) != before)
item.get_config().set_property("hairline", "0,0.8 0.5,0.5 1,0.8")
item.get_config().set_property("profile", "soft-toe")
item.update()
values = t.values_of(layer.get_filters()[0].get_config())
wanted = t.rendered(image)
path = os.path.join(t.folder(), "gradient.xcf")
t.save(image, path)
again = t.load(path)
kept = again.get_layers()[0].get_filters()
t.equal("the XCF keeps the filter", len(kept), 1)
now = t.values_of(kept[0].get_config())
wrong = [key for key in values if values[key] != now[key]
         and not (isinstance(now[key], float)
                  and abs(values[key] - now[key]) < 1e-6 * abs(now[key]))]
t.equal("and all its values", wrong, [])
t.check("and the picture", t.largest_difference(t.rendered(again),
                                                wanted) <= 1)
again.delete()

# On a treatment group: the mask multiplies, and the photo below stays.
image = t.plain_image(*SIZE, precision=Gimp.Precision.FLOAT_LINEAR)
photo = image.get_layers()[0]
plain = t.light(image)
group = Gimp.GroupLayer.new(image, "SMP Gradient")
image.insert_layer(group, None, 0)
group.set_mode(Gimp.LayerMode.NORMAL)
child = photo.copy()
child.add_alpha()
image.insert_layer(child, group, 0)
mask = child.create_mask(Gimp.AddMaskType.WHITE)
child.add_mask(mask)
add_filter(group, px_per_mm=6.0, start_x=0.0, result="layer",
           irregularity=0.0, shape="linear", profile="linear")
full = losses(image, plain, (0, 0) + SIZE, 4)
t.check("a group is treated", falls(full) and full[0] > 0.1, full)
white = t.floats(t.rendered(image, "RGB float"))
alone = image.duplicate()
alone.remove_layer(alone.get_layers()[0])
add_filter(alone.get_layers()[0], px_per_mm=6.0, start_x=0.0,
           irregularity=0.0, shape="linear", profile="linear")
direct = t.floats(t.rendered(alone, "RGB float"))
t.near("as the layer itself would be",
       max(abs(a - b) for a, b in zip(white, direct)), 0, 1 / 255)
alone.delete()

upper = bytes(SIZE[0] * SIZE[1] // 2)
t.set_pixels(mask, upper + b"\x80" * (SIZE[0] * SIZE[1] // 2), "Y u8")
below = (0, SIZE[1] // 2, SIZE[0], SIZE[1] // 2)
lower = losses(image, plain, below, 4)
t.check("a grey mask leaves half of the dots of each place",
        all(0.35 < one / other < 0.65 for one, other
            in zip(lower[:3], full[:3])), (lower, full))
above = losses(image, plain, (0, 0, SIZE[0], SIZE[1] // 2 - 10), 4)
t.check("a black one none", not any(above), above)
group.set_visible(False)
t.check("hidden, the photo is as before",
        t.floats(t.rendered(image, "RGB float"))
        == t.floats(t.pixels(photo, "RGB float")))

# On the curve of a head, on a photo: the crown from its whorl to its rim
image = t.open_sample("crown_thin")
layer = image.get_layers()[0]
values = t.sample_values("crown_thin")
seen = t.rendered(image)
t.equal("a photo is treated", add_filter(
    layer, shape="radial", start_x=0.5, start_y=0.4, end_x=0.7, end_y=0.4,
    **{key.replace("-", "_"): value for key, value in values.items()})
    .is_valid(), True)
t.check("within its selection",
        0 < t.count(t.changed(seen, t.rendered(image)))
        <= t.count(t.selected(image)))

t.finish()
