"""The hairline of the mock-up: from a path of the image, or around the treated
area."""

import math
import os

from gi.repository import Gegl, Gimp

import smptest as t

SIZE = 400, 300
SCALE = 8.0                     # px per mm
STRAYS = (4 + 1.5) * SCALE + 4  # px in front where the medium diffusion ends
TOLERANCE = 0.3 * SCALE + 1     # px that the line may be off the path


def ready(rectangle=None, **options):
    image = t.plain_image(*SIZE, **options)
    if rectangle:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, *rectangle)
    image.clean_all()
    return image


def ring(x, y, radius):
    """A circle of four curved pieces, as an artist draws it."""
    k = 0.5523 * radius
    return [(x - k, y - radius, x, y - radius, x + k, y - radius),
            (x + radius, y - k, x + radius, y, x + radius, y + k),
            (x + k, y + radius, x, y + radius, x - k, y + radius),
            (x - radius, y + k, x - radius, y, x - radius, y - k)]


def add_ring(image, x, y, radius, name="ring"):
    path = Gimp.Path.new(image, name)
    image.insert_path(path, None, 0)
    path.stroke_new_from_points(
        Gimp.PathStrokeType.BEZIER,
        [part for anchor in ring(x, y, radius) for part in anchor], True)
    image.clean_all()
    return path


def treat(name, image, wanted="", **values):
    t.equal(name, t.mockup(image, px_per_mm=SCALE, **values), wanted)
    return line_of(image)


def line_of(image):
    """The filter's hairline: points in frame coordinates, and whether it is
    closed."""
    text = t.filter_values(image)["hairline"]
    t.equal("the photo has the same line",
            t.photo_values(image).get("hairline", ""), text)
    words = text.split()
    closed = words[-1:] == ["closed"]
    points = [tuple(map(float, word.split(",")))
              for word in words[:len(words) - closed]]
    t.check("of at most 256 points", len(points) <= 256, len(points))
    return points, closed


def distances(points, x, y):
    """px from a place, for points of an image that has not been changed."""
    return [math.hypot(px * SIZE[0] - x, py * SIZE[1] - y)
            for px, py in points]


def plain_light(image):
    copy = image.duplicate()
    for group in t.treatment_groups(copy):
        group.set_visible(False)
    result = t.light(copy)
    copy.delete()
    return result


def loss(image, inside):
    """Light lost in percent where inside (x, y) is true."""
    width = image.get_width()
    weights = bytes(bool(inside(k % width, k // width))
                    for k in range(width * image.get_height()))
    return t.light_loss(plain_light(image), t.light(image), weights)


# An open path, drawn either way; most of the area lies above, or below.
FRONT = [(40, 150), (120, 146), (200, 150), (300, 156), (360, 150)]
for below in (False, True):
    seen = []
    for points in (FRONT, FRONT[::-1]):
        name = "%s, drawn to the %s" % ("below" if below else "above",
                                        "right" if points == FRONT else "left")
        image = ready((0, 90, 400, 210) if below else (0, 0, 400, 210))
        t.add_path(image, points)
        line, closed = treat(name, image, hairline="front")
        seen.append(line)
        t.check(name + ": it is open", not closed)
        t.check(name + ": the area is on its left",
                (line[0][0] < line[-1][0]) != below, line)
        t.near(name + ": x", min(line)[0], 0.1, 1e-6)
        t.near(name + ": y", min(line)[1], 0.5, 1e-6)
        t.equal(name + ": where it is from",
                t.photo_values(image)["hairline-source"], "front")
        behind = loss(image, lambda x, y: y > 250 if below else y < 50)
        front = loss(image, (lambda x, y: y < 150 - STRAYS) if below
                     else (lambda x, y: y > 156 + STRAYS))
        t.check(name + ": dots behind", behind > 10, behind)
        t.near(name + ": none in front", front, 0, 1e-6)
    t.equal("the same line, however drawn", seen[0], seen[1])
t.equal("no hairline", t.mockup(image), "")
t.equal("removes it", t.filter_values(image)["hairline"], "")
t.check("from what is kept, too", "hairline" not in t.photo_values(image))

# Everything is treated: scalp is above a hairline.
image = ready()
t.add_path(image, FRONT[::-1])
message = t.mockup(image, hairline="front", px_per_mm=SCALE)
t.check("an open path is no area", "selected" in message, message)
line, closed = treat("the whole photo", image, hairline="front", whole=True)
t.check("scalp lies above", line[0][0] < line[-1][0], line)
image = ready()
image.flip(Gimp.OrientationType.HORIZONTAL)
t.add_path(image, FRONT[::-1])
line, closed = treat("flipped before", image, hairline="front", whole=True)
t.check("scalp lies above", line[0][0] < line[-1][0], line)

# A closed path without a selection is the area.
image = ready()
path = add_ring(image, 200, 150, 80)
before = t.rendered(image)
line, closed = treat("a closed path", image, hairline="ring")
t.check("is closed", closed)
away = distances(line, 200, 150)
t.check("lies on the path",
        80 - TOLERANCE < min(away) and max(away) < 80 + TOLERANCE,
        (min(away), max(away)))
t.check("nothing is selected", Gimp.Selection.is_empty(image))
t.equal("no channel is left", len(image.get_channels()), 0)
child = t.treatment_groups(image)[0].get_children()[0]
_, left, top = child.get_offsets()
mask = t.pixels(child.get_mask(), "Y u8", (120 - left, 70 - top, 160, 160))
t.equal("its box is treated", mask, bytes([255]) * 160 * 160)
t.check("dots within", loss(image, lambda x, y: math.hypot(
    x - 200, y - 150) < 40) > 4)
t.near("none outside", loss(image, lambda x, y: math.hypot(
    x - 200, y - 150) > 80 + STRAYS), 0, 1e-6)
t.equal("again", treat("the same path again", image, hairline="ring"),
        (line, closed))

# Moved, it is taken anew; the mask follows, what was painted stays.
small = ready()
old = add_ring(small, 90, 90, 30)
t.equal("a small ring", t.mockup(small, px_per_mm=2.0, hairline="ring"), "")
child = t.treatment_groups(small)[0].get_children()[0]
_, left, top = child.get_offsets()
t.check("the copy is not the whole photo", child.get_width() < 220)
t.set_pixels(child.get_mask(), bytes(20 * 20), "Y u8",
             (80 - left, 80 - top, 20, 20))
small.remove_path(old)
add_ring(small, 200, 150, 130)
t.equal("a larger ring", t.mockup(small, px_per_mm=2.0, hairline="ring"), "")
line, closed = line_of(small)
away = distances(line, 200, 150)
t.check("lies on the new path", 128 < min(away) and max(away) < 132,
        (min(away), max(away)))
child = t.treatment_groups(small)[0].get_children()[0]
_, left, top = child.get_offsets()
mask = child.get_mask()
t.equal("the area has grown",
        t.pixels(mask, "Y u8", (200 - left, 20 - top, 130, 260)),
        bytes([255]) * 130 * 260)
t.equal("what was painted black stays",
        t.pixels(mask, "Y u8", (80 - left, 80 - top, 20, 20)),
        bytes(20 * 20))

image.remove_path(path)
path = add_ring(image, 150, 150, 140)
line, closed = treat("another ring", image, hairline="ring")

# Without its path the line stays as it was; with another one it does not.
image.remove_path(path)
t.equal("the path is gone", treat("without it", image, hairline="ring"),
        (line, closed))
t.add_path(image, FRONT, name="other")
other, closed = treat("another path", image, hairline="other")
t.check("is another line", other != line and not closed)


# On the skin, whatever becomes of the image
def halved(image):
    Gimp.context_set_interpolation(Gimp.InterpolationType.CUBIC)
    image.scale(SIZE[0] // 2, SIZE[1] // 2)


for name, change, behind, ahead in (
        ("crop", lambda image: image.crop(340, 260, 30, 20),
         lambda x, y: y < 30, lambda x, y: y > 136 + STRAYS),
        ("rotation",
         lambda image: image.rotate(Gimp.RotationType.DEGREES90),
         lambda x, y: x > 250, lambda x, y: x < 144 - STRAYS),
        ("flip",
         lambda image: image.flip(Gimp.OrientationType.HORIZONTAL),
         lambda x, y: y < 50, lambda x, y: y > 156 + STRAYS),
        ("half size", halved,
         lambda x, y: y < 25, lambda x, y: y > 80 + STRAYS / 2)):
    for path_stays in (True, False):
        case = name + (", with the path" if path_stays else ", without it")
        image = ready((0, 0, 400, 210))
        path = t.add_path(image, FRONT)
        line, closed = treat(case, image, hairline="front")
        if not path_stays:
            image.remove_path(path)
        change(image)
        t.equal(case + ": the mock-up again",
                t.mockup(image, hairline="front"), "")
        after, closed = line_of(image)
        t.equal(case + ": as many points", len(after), len(line))
        t.check(case + ": the same skin",
                max(math.dist(a, b) for a, b in zip(after, line)) < 1e-4
                if path_stays else after == line, (line, after))
        t.check(case + ": dots behind", loss(image, behind) > 10)
        t.near(case + ": none in front", loss(image, ahead), 0, 1e-6)

# The outline of what is selected
image = ready()
image.select_ellipse(Gimp.ChannelOps.REPLACE, 100, 50, 200, 200)
Gimp.Selection.feather(image, 8)
before = len(image.get_paths())
line, closed = treat("the outline", image, hairline="selection")
t.check("is closed", closed)
away = distances(line, 200, 150)
t.check("lies on the edge",
        100 - TOLERANCE - 1 < min(away) and max(away) < 100 + TOLERANCE,
        (min(away), max(away)))
t.equal("only the frame is a new path", len(image.get_paths()), before + 1)
t.near("the edge fades", loss(image, lambda x, y: 92 < math.hypot(
    x - 200, y - 150) < 98), 0, 4)
child = t.treatment_groups(image)[0].get_children()[0]
_, left, top = child.get_offsets()
t.set_pixels(child.get_mask(), bytes(60 * 60), "Y u8",
             (250 - left, 120 - top, 60, 60))
t.equal("painting leaves it", treat("painted", image, hairline="selection"),
        (line, closed))
image.select_rectangle(Gimp.ChannelOps.REPLACE, 200, 100, 180, 180)
grown, closed = treat("a larger area", image, hairline="selection")
t.check("has a larger outline", max(grown)[0] > 0.94, grown)

# Two parts, the border of the photo
image = ready((20, 20, 60, 60))
image.select_rectangle(Gimp.ChannelOps.ADD, 150, 50, 200, 200)
line, closed = treat("two parts", image, hairline="selection")
t.near("the larger one counts, left", min(line)[0], 150 / 400, 2e-3)
t.near("right", max(line)[0], 350 / 400, 2e-3)
image = ready((100, 0, 200, 200))
line, closed = treat("cut by the photo's border", image, hairline="selection")
t.check("the outline goes on outside", min(y for x, y in line) < -1, line)
t.near("but not below", max(y for x, y in line), 200 / 300, 4e-3)

# As many points as the filter takes
image = ready((0, 0, 400, 300))
t.add_path(image, [(x / 4, 150 + 40 * (x % 16 < 8)) for x in range(0, 1600, 4)])
line, closed = treat("a line of 400 corners", image, hairline="front")

# A file keeps it.
path = os.path.join(t.folder(), "a client.xcf")
t.save(image, path)
copy = t.load(path)
t.equal("opened again", line_of(copy), (line, closed))
t.equal("the mock-up on it", t.mockup(copy, hairline="front"), "")
t.equal("leaves the line", line_of(copy), (line, closed))


# A stray click before the line is none.
image = ready((60, 20, 280, 200))
t.add_path(image, FRONT)
wanted = treat("a path", image, hairline="front", measure=False)
image = ready((60, 20, 280, 200))
path = t.add_path(image, [(20, 280)])
path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, [
    part for point in FRONT for part in 3 * list(point)], False)
t.equal("a path after a stray click", treat("a click and a path", image,
                                            hairline="front", measure=False),
        wanted)

# Refused, and nothing is changed
def refused(name, image, words, **values):
    before = t.state(image)
    message = t.mockup(image, **values)
    t.check(name + " is refused, with words",
            message != "" and all(word in message for word in words), message)
    t.check(name + ": the frame is not offered", "frame" not in message,
            message)
    t.unchanged(name + ": nothing is changed", image, before)
    t.check(name + ": the image is clean", not image.is_dirty())


for there in (False, True):
    words = " on a treatment" if there else ""
    image = ready((50, 50, 100, 100))
    if there:
        t.mockup(image)
        image.clean_all()
    refused("a path where there is none" + words, image, ("temple", "Paths"),
            hairline="temple")
    t.add_path(image, FRONT)
    t.add_path(image, FRONT, name="nape")
    t.add_path(image, [], name="empty")
    t.add_path(image, [(10, 10)], name="one")
    t.add_path(image, [(10, 10), (13, 10)], name="short")
    refused("an unknown path" + words, image, ("temple", "front", "nape"),
            hairline="temple")
    for name in ("empty", "one", "short"):
        refused("a path that is " + name + words, image, (name, "Paths tool"),
                hairline=name)
    if there:
        before = t.state(image)
        message = t.mockup(image, hairline="SMP frame")
        t.check("the frame is no hairline", "front" in message, message)
        t.unchanged("the frame: nothing is changed", image, before)

# A closed path that was the area
image = ready()
add_ring(image, 200, 150, 80)
t.equal("a closed path", t.mockup(image, hairline="ring"), "")
image.clean_all()
refused("the area of a path without the path", image, ("closed path",),
        hairline="")
image.select_rectangle(Gimp.ChannelOps.REPLACE, 100, 100, 80, 80)
t.equal("but another area", t.mockup(image, hairline=""), "")
image = ready()
add_ring(image, -500, 150, 80)
image.clean_all()
refused("a closed path beside the photo", image, ("outside", "ring"),
        hairline="ring")

t.finish()
