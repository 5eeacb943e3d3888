"""Pattern templates: the mask they draw, in cm2 of scalp, and what they leave
alone."""

import os

from gi.repository import Gimp

import smptest as t

WIDTH, HEIGHT = 700, 800
HEAD = {"head_x": 0.5, "head_y": 0.5, "head_width": 160.0,
        "head_height": 205.0}
IDS = ("norwood-2", "norwood-3v", "norwood-5a", "norwood-7", "ludwig-ii-1",
       "areata-multiple", "crown", "full-head")


def ready(scale=1):
    return t.plain_image(WIDTH * scale, HEIGHT * scale)


def pattern(image, **values):
    """The message of the error and what the procedure returns."""
    return t.call_selected("plug-in-smp-pattern", image, **values)


def made(name, image, **values):
    """A pattern on the head of HEAD, unless told otherwise."""
    message, numbers = pattern(image, **{"px_per_mm": 3.0, **HEAD, **values})
    t.equal(name, message, "")
    return numbers


def child(image):
    return t.treatment_groups(image)[0].get_children()[0]


def mask(image):
    """The mask of the treatment over the whole image, one byte a pixel."""
    layer = child(image)
    _, x, y = layer.get_offsets()
    wide, high = layer.get_width(), layer.get_height()
    values = t.pixels(layer.get_mask(), "Y u8")
    whole = bytearray(image.get_width() * image.get_height())
    for row in range(high):
        start = (y + row) * image.get_width() + x
        whole[start:start + wide] = values[row * wide:(row + 1) * wide]
    return bytes(whole)


def skin(image, scale):
    """cm2 of the ellipsoid that the mask covers: each pixel by its slope."""
    a, b = HEAD["head_width"] / 2, HEAD["head_height"] / 2
    c = (a * b) ** 0.5
    values = mask(image)
    wide, high = image.get_width(), image.get_height()
    every = 3
    total = 0.0
    for row in range(1, high, every):
        for column in range(wide):
            value = values[row * wide + column]
            x = (column + 0.5 - wide / 2) / scale / a
            y = (row + 0.5 - high / 2) / scale / b
            rest = 1 - x * x - y * y
            if not value or rest <= 0:
                continue
            z = rest ** 0.5
            slope = ((x / a) ** 2 + (y / b) ** 2 + (z / c) ** 2) ** 0.5 * c / z
            if slope < 1 / 0.0871557:
                total += every * value / 255 * slope / scale ** 2 / 100
    return total


# Areas, at two scales
for name in ("norwood-4", "ludwig-ii-2", "areata-multiple"):
    areas = []
    for zoom in (1, 2):
        image = ready(zoom)
        numbers = made("%s at scale %d" % (name, zoom), image, pattern=name,
                       view="top", px_per_mm=3.0 * zoom)
        t.near("%s: the area in the photo is that of the mask" % name,
               skin(image, 3.0 * zoom) / numbers[1], 1, 0.03)
        t.check("%s: no more is seen than there is" % name,
                numbers[1] <= 1.01 * numbers[0], numbers)
        t.near("%s: dots are area times density" % name,
               numbers[2] / (180 * numbers[1]), 1, 0.001)
        areas.append(numbers)
    t.near("%s: the same area at twice the scale" % name,
           areas[1][1] / areas[0][1], 1, 0.005)
for name, area in (("norwood-2", 15), ("norwood-4", 105), ("norwood-6", 240),
                   ("areata-single", 12.5)):
    image = ready()
    numbers = made(name, image, pattern=name, view="top")
    t.near("%s treats what it states" % name, numbers[0] / area, 1, 0.03)
    t.near("%s and the photo shows it" % name, numbers[1] / area, 1, 0.03)

# A patch of 40 mm is 40 mm wide where it is seen from straight on.
image = ready()
made("a patch", image, pattern="areata-single", view="back", elevation=60.0)
values = mask(image)
columns = sum(any(values[row * WIDTH + x] >= 128 for row in range(HEIGHT))
              for x in range(WIDTH))
t.near("a patch of 4 cm is 4 cm wide", columns / 3, 40, 4)

# What it builds
image = ready()
photo = image.get_layers()[0]
before = t.pixels(photo)
image.clean_all()
made("a first pattern", image, pattern="norwood-4", view="top")
group = t.treatment_groups(image)[0]
t.equal("one treatment", len(t.treatment_groups(image)), 1)
t.equal("its filter", [item.get_operation_name()
                       for item in group.get_filters()], ["smp:dots"])
t.check("its mask is ready to be painted", child(image).get_edit_mask())
t.equal("the mask's layer is selected", [child(image).get_id()],
        [layer.get_id() for layer in image.get_selected_layers()])
t.equal("no channel is left", len(image.get_channels()), 0)
t.check("nothing is selected", Gimp.Selection.is_empty(image))
t.check("the photo is untouched", t.pixels(photo) == before)
t.equal("dots follow the head", t.filter_values(image)["curvature"], True)
t.near("the head's width is kept",
       float(t.photo_values(image)["head-width"]), 160, 1e-6)
whole = mask(image)
t.check("the mask is soft", len(set(whole)) > 100, len(set(whole)))
t.check("its band is thinner",
        sum(whole.count(level) for level in (76, 77)) > 1000)

# The same again, and others
made("the same pattern again", image, pattern="norwood-4", view="top")
t.check("gives the same mask", mask(image) == whole)
made("another seed", image, pattern="norwood-4", view="top", seed=5)
t.check("gives another border", mask(image) != whole)
made("half the strength", image, pattern="norwood-4", view="top",
     strength=50.0)
t.near("halves the mask", sum(mask(image)) / sum(whole), 0.5, 0.005)
t.equal("still one treatment", len(t.treatment_groups(image)), 1)
made("another pattern", image, pattern="areata-multiple", view="top")
patches = mask(image)
t.check("replaces the mask", sum(patches) < 0.7 * sum(whole))
made("one added", image, pattern="norwood-2", view="top", mode="add")
t.check("keeps what was there",
        all(map(int.__ge__, mask(image), patches)))
t.check("and adds to it", sum(mask(image)) > 1.1 * sum(patches))

# What the artist has chosen stays.
image = ready()
made("with a density", image, pattern="norwood-3", view="top", density="full",
     shade="onyx")
values = t.filter_values(image)
t.near("its density", values["density"], 220, 1e-3)
t.set_filter(image, density=111.0, session=2)
numbers = made("with another pattern", image, pattern="norwood-4", view="top")
values = t.filter_values(image)
t.near("a density of one's own stays", values["density"], 111, 1e-3)
t.equal("and the session", values["session"], 2)
t.near("dots at that density", numbers[2] / (111 * numbers[1]), 1, 0.001)

# Then the mock-up keeps the mask.
seen = mask(image)
t.equal("the mock-up afterwards",
        t.mockup(image, density="dark", curvature=True), "")
t.check("keeps the mask", mask(image) == seen)
t.near("and sets the density", t.filter_values(image)["density"], 245, 1e-3)

# The head from an ellipse that is selected
image = ready()
image.select_ellipse(Gimp.ChannelOps.REPLACE, WIDTH / 2 - 240,
                     HEIGHT / 2 - 307.5, 480, 615)
selected = t.selected(image)
message, numbers = pattern(image, pattern="norwood-4", view="top",
                           px_per_mm=3.0)
t.equal("a head that is selected", message, "")
t.near("is as wide as told", float(t.photo_values(image)["head-width"]), 160,
       0.5)
t.check("the selection is as before", t.selected(image) == selected)
drawn = mask(image)
t.near("it is the same pattern", sum(drawn) / sum(whole), 1, 0.02)
t.equal("the mock-up with it still selected", t.mockup(image), "")
t.check("keeps the mask", mask(image) == drawn)

# A chin that is not in the photo
part = ready()
part.select_rectangle(Gimp.ChannelOps.REPLACE, 200, 500, 300, 300)
for view, chin in (("front", 45), ("top", 0)):
    message, numbers = pattern(part, pattern="norwood-4", view=view,
                               px_per_mm=3.0)
    t.equal("a head at the lower edge", message, "")
    t.near("goes on below it, if it is a face",
           float(t.photo_values(part)["head-chin"]), chin, 0.5)
    part.select_rectangle(Gimp.ChannelOps.REPLACE, 201, 500, 300, 300)

# The head that is known serves the next pattern, also after a crop.
image.crop(500, 600, 80, 60)
message, _ = pattern(image, pattern="norwood-4", view="top")
t.equal("after a crop the head is known", message, "")
cropped = b"".join(drawn[(y + 60) * WIDTH + 80:(y + 60) * WIDTH + 580]
                   for y in range(600))
t.check("and the pattern lies where it was",
        sum(abs(a - b) for a, b in zip(mask(image), cropped))
        < 0.01 * sum(cropped))

# A photo that lies on its side
image = ready()
made("upright", image, pattern="norwood-2", view="top")
image.rotate(Gimp.RotationType.DEGREES90)
message, _ = pattern(image, pattern="norwood-4", view="top")
t.equal("turned afterwards", message, "")
turned = mask(image)
upright = bytes(turned[x * HEIGHT + HEIGHT - 1 - y] for y in range(HEIGHT)
                for x in range(WIDTH))
t.check("the pattern is turned with the photo",
        sum(abs(a - b) for a, b in zip(upright, whole)) < 0.01 * sum(whole))

# Files
path = os.path.join(t.folder(), "pattern.xcf")
t.save(image, path)
loaded = t.load(path)
t.check("the mask survives a file", mask(loaded) == turned)
message, _ = pattern(loaded, pattern="norwood-4", view="top")
t.equal("a pattern in the file", message, "")
t.check("is the same", mask(loaded) == turned)

# All ids, all views
for name in IDS:
    for view in ("front", "top", "back"):
        image = ready()
        message, numbers = pattern(image, pattern=name, view=view,
                                   px_per_mm=3.0, **HEAD)
        t.check("%s from %s" % (name, view),
                message == "" and numbers[1] > 0.1
                or "nothing is seen" in message, message)

# Grey and 16 bit
for grey, precision in ((True, Gimp.Precision.U8_NON_LINEAR),
                        (False, Gimp.Precision.U16_NON_LINEAR),
                        (False, Gimp.Precision.FLOAT_LINEAR)):
    image = t.plain_image(WIDTH, HEIGHT, grey=grey, precision=precision)
    made("grey %s, %s" % (grey, precision.value_nick), image,
         pattern="norwood-4", view="top")
    t.near("has the mask", sum(mask(image)) / sum(whole), 1, 0.01)


def refused(name, image, words, **values):
    image.clean_all()
    before = t.state(image)
    message, _ = pattern(image, **values)
    for word in words:
        t.check("%s is refused: %s" % (name, word), word in message, message)
    t.unchanged(name + ": nothing is changed", image, before)


refused("an unknown pattern", ready(), ("hamilton", "norwood-2, ", "full-head"),
        pattern="hamilton", **HEAD)
refused("a view from the side", ready(), ("side", "front, top, back"),
        view="side", **HEAD)
refused("an unknown mode", ready(), ("paint", "replace, add"), mode="paint",
        **HEAD)
refused("an unknown density", ready(), ("bushy", "medium"), density="bushy",
        **HEAD)
refused("no head", ready(), ("ellipse",))
refused("a head outside the photo", ready(), ("outside",),
        px_per_mm=3.0, **dict(HEAD, head_x=2.0))
refused("the crown from the front", ready(), ("nothing is seen", "view"),
        px_per_mm=3.0, pattern="areata-single", view="front", elevation=0.0,
        **HEAD)
refused("no layer", Gimp.Image.new(300, 200, Gimp.ImageBaseType.RGB),
        ("no layer",), **HEAD)
image = ready()
image.convert_indexed(Gimp.ConvertDitherType.NONE,
                      Gimp.ConvertPaletteType.GENERATE, 8, False, False, "")
refused("an indexed image", image, ("RGB",), **HEAD)
image = ready()
made("a treatment", image, pattern="norwood-4", view="top")
child(image).set_lock_content(True)
kept = mask(image)
refused("a locked treatment", image, ("locked",), view="top", **HEAD)
t.check("its mask is as before", mask(image) == kept)

t.finish()
