"""Images of all kinds: grey, indexed, 8 to 32 bits, linear, transparent."""

from gi.repository import Gegl, Gimp

import smptest as t

SIZE = 240, 200
BOX = 60, 50, 120, 100
INSIDE = bytes(BOX[0] <= x < BOX[0] + BOX[2] and BOX[1] <= y < BOX[1] + BOX[3]
               for y in range(SIZE[1]) for x in range(SIZE[0]))


def treat(name, image):
    """The light lost where it is treated; checks that nothing else changes."""
    photo = image.get_layers()[0]
    stored = t.pixels(photo, "RGBA float")
    before = t.light(image)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
    message = t.mockup(image, px_per_mm=8.0)
    if not t.equal(name + ": the mock-up runs", message, ""):
        return None
    t.check(name + ": the photo is untouched",
            t.pixels(photo, "RGBA float") == stored)
    after = t.light(image)
    far = t.grown(image, bytes(255 * value for value in INSIDE), 20)
    # Floats that are not linear are converted there and back.
    t.check(name + ": nothing changes outside",
            all(abs(a - b) <= 1e-6 for a, b, inside in zip(before, after, far)
                if not inside))
    t.check(name + ": nothing gets lighter",
            all(map(lambda a, b: b <= a + 1e-6, before, after)))
    group = t.treatment_groups(image)[0]
    t.equal(name + ": one filter", len(group.get_filters()), 1)
    return t.light_loss(before, after, INSIDE)


wanted = treat("8 bits", t.plain_image(*SIZE))
t.check("8 bits: light is lost", 12 < wanted < 24, wanted)

for name in ("U8_LINEAR", "U16_LINEAR", "U16_NON_LINEAR", "U32_LINEAR",
             "U32_NON_LINEAR", "HALF_LINEAR", "HALF_NON_LINEAR", "FLOAT_LINEAR",
             "FLOAT_NON_LINEAR", "DOUBLE_LINEAR", "DOUBLE_NON_LINEAR"):
    precision = getattr(Gimp.Precision, name)
    loss = treat(name, t.plain_image(*SIZE, precision=precision))
    if loss is not None:
        t.near(name + ": as much light is lost", loss, wanted, 0.4)

loss = treat("grey", t.plain_image(*SIZE, grey=True))
t.near("grey: as much light is lost", loss, wanted, 1.5)
loss = treat("grey, 16 bits", t.plain_image(
    *SIZE, grey=True, precision=Gimp.Precision.U16_NON_LINEAR))
t.near("grey, 16 bits: as much light is lost", loss, wanted, 1.5)
loss = treat("with alpha", t.plain_image(*SIZE, alpha=True))
t.near("with alpha: as much light is lost", loss, wanted, 0.1)

# A sample head in grey
image = t.open_sample()
image.convert_grayscale()
before = t.rendered(image)
light = t.light(image)
t.equal("grey head", t.mockup(image, **t.sample_values("front_light")), "")
after = t.rendered(image)
t.check("stays grey", all(after[k] == after[k + 1] == after[k + 2]
                          for k in range(0, len(after), 3)))
loss = t.light_loss(light, t.light(image), t.sample_mask())
t.check("light is lost", 12 <= loss <= 24, loss)

# Indexed images are refused, and nothing is changed.
image = t.plain_image(*SIZE)
image.convert_indexed(Gimp.ConvertDitherType.NONE,
                      Gimp.ConvertPaletteType.GENERATE, 16, False, False, "")
image.select_rectangle(Gimp.ChannelOps.REPLACE, *BOX)
path = Gimp.Path.new(image, "mine")
image.insert_path(path, None, 0)
image.clean_all()
before = t.state(image)
picture = t.rendered(image)
t.check("clean before", not before["dirty"])
message = t.mockup(image, px_per_mm=8.0)
t.check("indexed is refused", message != "")
t.check("the message says what to do", "RGB" in message, message)
t.unchanged("and nothing is changed", image, before)
t.check("not a pixel", t.rendered(image) == picture)

# Odd sizes
for width, height in ((1, 1), (3, 2000), (2000, 3)):
    image = t.plain_image(width, height)
    t.equal("%d × %d" % (width, height), t.mockup(image, whole=True), "")
    t.equal("%d × %d: one filter" % (width, height),
            len(t.treatment_groups(image)[0].get_filters()), 1)
    t.equal("%d × %d: can be seen" % (width, height),
            len(t.rendered(image)), 3 * width * height)

t.finish()
