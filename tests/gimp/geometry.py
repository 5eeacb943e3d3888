"""After a crop, a scale, a rotation or a flip the mock-up lays the same dots on
the same skin."""

from gi.repository import Gimp

import smptest as t

# In the middle of the bald area and off it: left, middle, right.
SPOTS = (430, 240), (600, 170), (720, 240)
SIZE = 90


def treated_sample():
    image = t.open_sample()
    t.mockup(image, density="medium", **t.sample_values("front_light"))
    Gimp.Selection.none(image)
    return image


def pigment(image, copy=None):
    """What the treatment takes from each pixel of the picture; copy is a
    function that changes two flattened images the same way."""
    result = []
    for visible in (True, False):
        flat = image.duplicate()
        t.treatment_groups(flat)[0].set_visible(visible)
        flat.flatten()
        if copy:
            copy(flat)
            flat.flatten()
        result.append(t.pixels(flat.get_layers()[0], "Y' u8"))
        size = flat.get_width(), flat.get_height()
        flat.delete()
    return t.differences(*result), size


def compare(name, change, place, tolerance, alike, loss_tolerance=0.5, runs=1):
    """Changes a treated image, runs the mock-up again, and compares with the
    picture of the treated image changed the same way."""
    image = treated_sample()
    wanted, size = pigment(image, change)
    scale = t.filter_values(image)["px-per-mm"]
    change(image)
    t.equal(name + ": the mock-up again",
            t.mockup(image, density="medium", curvature=True), "")
    got, new_size = pigment(image)
    t.equal(name + ": the size", new_size, size)
    t.equal(name + ": one group", len(t.treatment_groups(image)), 1)
    for spot in SPOTS:
        x, y, side = place(*spot)
        dx, dy, likeness = t.displacement(wanted, got, size[0],
                                          (x, y, side, side))
        print("%s at %d, %d: moved by %.2f, %.2f, alike %.3f"
              % (name, *spot, dx, dy, likeness))
        t.check("%s: the dots at %d, %d stay" % (name, *spot),
                max(abs(dx), abs(dy)) <= tolerance and likeness >= alike,
                (dx, dy, likeness))
    total = sum(wanted)
    t.near(name + ": as much pigment", sum(got) / total, 1, loss_tolerance / 10)
    return image, t.filter_values(image)["px-per-mm"] / scale


def whole(x, y):
    return x, y, SIZE


image, zoom = compare("nothing", lambda image: None, whole, 0.05, 0.999)
t.near("the scale stays", zoom, 1, 1e-6)

image, zoom = compare(
    "crop", lambda image: image.crop(900, 600, 150, 60),
    lambda x, y: (x - 150, y - 60, SIZE), 0.1, 0.99)
t.near("the scale stays", zoom, 1, 1e-6)

# Cropped right through the treated area
image, zoom = compare(
    "crop inside", lambda image: image.crop(480, 220, 400, 150),
    lambda x, y: (max(x - 400, 3), y - 150 + 5, 60), 0.1, 0.99)

image, zoom = compare(
    "rotation by 90", lambda image: image.rotate(Gimp.RotationType.DEGREES90),
    lambda x, y: (900 - y - SIZE, x, SIZE), 0.1, 0.99)
t.near("the scale stays", zoom, 1, 1e-6)

image, zoom = compare(
    "rotation by 180", lambda image: image.rotate(Gimp.RotationType.DEGREES180),
    lambda x, y: (1200 - x - SIZE, 900 - y - SIZE, SIZE), 0.1, 0.99)

image, zoom = compare(
    "flip", lambda image: image.flip(Gimp.OrientationType.HORIZONTAL),
    lambda x, y: (1200 - x - SIZE, y, SIZE), 0.1, 0.99)
t.near("the scale stays", zoom, 1, 1e-6)


def halved(image):
    Gimp.context_set_interpolation(Gimp.InterpolationType.CUBIC)
    image.scale(600, 450)


image, zoom = compare("half size", halved,
                      lambda x, y: (x // 2, y // 2, SIZE // 2), 0.5, 0.7, 1.0)
t.near("the scale follows", zoom, 0.5, 1e-4)


def canvas(image):
    image.resize(1300, 1000, 70, 60)


image, zoom = compare("larger canvas", canvas,
                      lambda x, y: (x + 70, y + 60, SIZE), 0.1, 0.99)


def several(image):
    image.crop(900, 700, 150, 60)
    image.rotate(Gimp.RotationType.DEGREES270)
    image.flip(Gimp.OrientationType.VERTICAL)


# Rotating by 270 and flipping top to bottom swaps the axes the other way.
image, zoom = compare(
    "crop, rotation, flip", several,
    lambda x, y: (y - 60, 900 - (900 - (x - 150)), SIZE), 0.1, 0.99)

# The selection after the change counts in the new image.
image = treated_sample()
image.crop(900, 600, 150, 60)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 20, 400, 100, 100)
t.equal("a selection after a crop",
        t.mockup(image, density="medium", curvature=True), "")
got, size = pigment(image)
part = [got[y * 900 + x] for y in range(400, 500) for x in range(20, 120)]
t.check("has dots", sum(value < 0 for value in part) > 300)

t.finish()
