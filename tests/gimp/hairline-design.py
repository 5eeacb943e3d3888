"""The hairline designer: where the path lies in mm, what it says of the rules,
how it fares in the image, and what it refuses."""

import math
import os

from gi.repository import Gimp

import smptest as t
from face import (SIZE, Face, anchors, design, draw, photo, polyline, seen)

SHAPES = ("natural", "straight", "rounded", "winged", "widows-peak", "broken",
          "feminine")
NAME = "Hairline"


# What each shape must be: places on the skin, mm; middle, right corner, end of
# the right temple.  Sources: facts in the heads of plugin/hairline-shape.h and
# presets/hairline.ini.
def temple(corner, length, angle):
    lean = math.radians(angle - 90)
    return (corner[0] + length * math.sin(lean),
            corner[1] - length * math.cos(lean))


RULES = {
    "natural": ((0, 70), (80, 82), temple((80, 82), 50, 100)),
    "straight": ((0, 70), (80, 74), temple((80, 74), 50, 92)),
    "winged": ((0, 78), (80, 105), temple((80, 105), 50, 106)),
    "widows-peak": ((0, 66), (80, 91), temple((80, 91), 50, 100)),
    "broken": ((0, 70), (80, 82), temple((80, 82), 50, 100)),
    # an arc: half the way, and where it has fallen by the temple's length
    "rounded": ((0, 70), None, (80 * math.sin(math.acos(1 - 50 / 80)), 20)),
    "feminine": ((0, 64), None,
                 (71.5 * math.sin(math.acos(1 - 40 / 71.5)), 24)),
}


def near_mm(name, value, wanted):
    """Within 3 percent of the distance from the glabella, and of itself."""
    far = math.hypot(*wanted)
    t.near(name, math.dist(value, wanted) / far, 0, 0.03)


def check_shape(name, shape, path, face):
    middle, corner, end = RULES[shape]
    points = [face.mm(point) for point in anchors(path)]
    wanted = [seen(*place, face.pitch) for place in (middle, end)]
    near_mm(name + ": the middle", points[len(points) // 2]
            if shape != "broken" else min(points, key=lambda p: abs(p[0])),
            wanted[0])
    near_mm(name + ": the end on the right", points[-1], wanted[1])
    near_mm(name + ": on the left", points[0], (-wanted[1][0], wanted[1][1]))
    if corner:
        place = seen(*corner, face.pitch)
        near_mm(name + ": the corner on the right", points[-2], place)
        near_mm(name + ": on the left", points[1], (-place[0], place[1]))
        t.near(name + ": its recession", points[-2][1] - wanted[0][1],
               place[1] - wanted[0][1], 0.03 * (corner[1] - middle[1]))
    if shape != "broken":
        t.check(name + ": few points", len(points) <= 7, len(points))
        line = [face.mm(point) for point in polyline(path)]
        for x, y in line[::10]:
            t.check(name + ": both sides are the same",
                    min(math.hypot(x + u, y - v) for u, v in line) < 1.5)


for scale, tilt, pitch in ((2.6, 0, 0), (3.4, 0, 0), (3.4, 17, 0),
                           (2.6, -8, 25)):
    image = photo(scale)
    face = Face((450, 700), scale, tilt, pitch)
    draw(image, face.pupils(), "pupils")
    draw(image, face.brows()[::-1], "brows")
    for shape in SHAPES:
        case = "%s at %g px/mm, %g degrees, from %g above" % (shape, scale,
                                                             tilt, pitch)
        message, path, notes = design(image, shape=shape, points="pupils",
                                      pitch=float(pitch), replace=True)
        t.equal(case, message, "")
        t.equal(case + ": its name", path.get_name(), NAME)
        check_shape(case, shape, path, face)
        flat = shape in ("rounded", "straight", "feminine")
        t.equal(case + ": notes", notes != "", flat)
        if shape not in ("natural", "rounded"):
            continue
        first = anchors(path)
        message, path, notes = design(image, shape=shape, points="brows",
                                      pitch=float(pitch), replace=True,
                                      **{"from": "brows"})
        t.equal(case + ", by the brows", message, "")
        t.check(case + ": the same place by the brows",
                max(math.dist(a, b) for a, b in zip(first, anchors(path)))
                < 0.02 * scale * 80)
    t.equal("one hairline", [p.get_name() for p in image.get_paths()].count(
        NAME), 1)

# Heights and widths of the artist's own; a third point
image = photo(3.0)
face = Face((430, 600), 3.0, 6)
for third, place in (("glabella", (0, 0)), ("chin", (0, -115))):
    draw(image, face.pupils() + [face.px(*place)], third)
    message, path, notes = design(image, points=third, height=70.0,
                                  width=140.0, recession=20.0, replace=True)
    t.equal("own sizes, " + third, message, "")
    points = [face.mm(point) for point in anchors(path)]
    near_mm("the middle", points[2], seen(0, 70))
    near_mm("the corner", points[3], seen(70, 90))
    near_mm("the other", points[1], (-seen(70, 90)[0], seen(70, 90)[1]))
    t.equal("nothing is wrong with it, " + third, notes, "")
# the glabella is taken as it lies, the middle of a turned face is aside
draw(image, face.pupils() + [face.px(5, 4)], "turned")
path = design(image, points="turned", replace=True)[1]
middle = face.mm(anchors(path)[2])
near_mm("by the glabella", middle, (5, 4 + seen(0, 70)[1]))

# The recession is as told, none too, or as the shape says.
image = photo(3.0)
face = Face((450, 700), 3.0)
draw(image, face.pupils(), "pupils")
for recession, wanted in ((0.0, 0), (1.0, 1), (20.0, 20), (-1.0, 12), (None,
                                                                         12)):
    values = {} if recession is None else {"recession": recession}
    message, path, notes = design(image, points="pupils", height=75.0,
                                  width=140.0, replace=True, **values)
    t.equal("recession %s" % recession, message, "")
    points = [face.mm(point) for point in anchors(path)]
    near_mm("the middle", points[2], seen(0, 75))
    near_mm("the corner", points[3], seen(70, 75 + wanted))
    t.equal("a straight line is noted", "0 mm behind" in notes,
            recession == 0.0)

# The selection's upper edge
image = photo(3.0)
image.select_ellipse(Gimp.ChannelOps.REPLACE, 250, 300, 400, 500)
image.clean_all()
for values in ({}, {"from": "selection"}):
    path = design(image, replace=True, **values)[1]
    middle = anchors(path)[2]
    t.near("the middle of its top, x", middle[0], 450, 1)
    t.near("y", middle[1], 300, 1)
t.check("the selection stays", not Gimp.Selection.is_empty(image))

# Notes in plain words
image = photo(3.0)
face = Face((450, 700), 3.0)
draw(image, face.pupils(), "pupils")
draw(image, face.pupils(80), "wide")
draw(image, Face((450, 160), 3.0).pupils(), "high")
lower = Face((450, 600), 3.0)
draw(image, lower.pupils() + [lower.px(0, -115)], "chin")
for name, words, values in (
        ("too low", ("50 mm", "brows"), {"height": 50.0}),
        ("over the crease", ("crease",), {"height": 70.0, "crease": 60.0}),
        ("not over the crease", (), {"height": 76.0, "crease": 60.0}),
        ("straight", ("4 mm", "straight"), {"shape": "straight"}),
        ("straight, but set back", (), {"shape": "straight",
                                        "recession": 12.0}),
        ("no peak hides it", ("3 mm",), {"shape": "widows-peak",
                                         "recession": 18.0}),
        ("rounded", ("temples",), {"shape": "rounded"}),
        ("too wide", ("185 mm", "temples"), {"width": 185.0}),
        ("thirds", ("thirds",), {"points": "chin", "height": 45.0}),
        ("another distance", ("80 mm", "63 mm", "3.81"), {"points": "wide"}),
        ("outside", ("outside",), {"points": "high"})):
    message, path, notes = design(image, **dict({"points": "pupils",
                                                 "replace": True}, **values))
    t.equal(name, message, "")
    t.check(name + ": notes", all(word in notes for word in words)
            and (notes != "") == bool(words), notes)

# A scale that nobody has set is a guess, and said to be
image = photo()
face = Face((450, 700), 900 / 230)
draw(image, face.pupils(), "pupils")
message, path, notes = design(image, points="pupils")
t.equal("without a scale", message, "")
t.check("the guess is stated", "230 mm" in notes and "3.91" in notes, notes)
check_shape("without a scale", "natural", path, face)
t.check("nothing but a path is made", image.get_parasite_list() == []
        and len(image.get_paths()) == 2, image.get_parasite_list())

# Again: the path is replaced where it was, or stays
other = draw(image, [(10, 10), (500, 20)], "above")
before = t.state(image)
message, path, notes = design(image, points="pupils")
t.check("a second one asks", NAME in message and "replace" in message, message)
t.unchanged("nothing is changed", image, before)
message, path, notes = design(image, points="pupils",
                              run_mode=Gimp.RunMode.WITH_LAST_VALS)
t.check("so does Repeat, in other words", NAME in message
        and "menu" in message and "argument" not in message, message)
t.unchanged("nothing is changed then", image, before)
message, path, notes = design(image, points="pupils", shape="winged",
                              replace=True)
t.equal("replaced", message, "")
t.equal("in its place", [p.get_name() for p in image.get_paths()],
        ["above", NAME, "pupils"])
check_shape("replaced", "winged", path, face)
message, path, notes = design(image, points="pupils", name="Second")
t.equal("another name", message, "")
t.equal("is another path", [p.get_name() for p in image.get_paths()],
        ["Second", "above", NAME, "pupils"])

# Files, crop and scale
line = anchors(path)
name = os.path.join(t.folder(), "a client.xcf")
t.save(image, name)
copy = t.load(name)
t.check("opened again", max(
    math.dist(a, b) for a, b in zip(
        anchors(copy.get_path_by_name("Second")), line)) < 1e-3)
copy.crop(800, 900, 50, 40)
cropped = anchors(copy.get_path_by_name("Second"))
t.check("cropped", max(math.dist((a[0] + 50, a[1] + 40), b)
                       for a, b in zip(cropped, line)) < 1e-3)
copy.scale(400, 450)
t.check("half size", max(math.dist((2 * a[0] + 50, 2 * a[1] + 40), b)
                         for a, b in zip(anchors(
                             copy.get_path_by_name("Second")), line)) < 1e-2)

# A scale that was set follows the image
image = photo(3.0)
face = Face((450, 700), 3.0)
draw(image, face.pupils(), "pupils")
line = anchors(design(image, points="pupils")[1])
image.crop(800, 900, 50, 40)
image.scale(400, 450)
message, path, notes = design(image, points="pupils", replace=True)
t.equal("after crop and scale", (message, notes), ("", ""))
t.check("it lies on the same skin", max(
    math.dist((2 * a[0] + 50, 2 * a[1] + 40), b)
    for a, b in zip(anchors(path), line)) < 2)

# The mock-up takes it: dots behind, none in front
for shape in SHAPES:
    image = photo(3.0)
    face = Face((450, 700), 3.0)
    draw(image, face.pupils(), "pupils")
    path = design(image, points="pupils", shape=shape)[1]
    t.check(shape + ": from left to right",
            anchors(path)[0][0] < anchors(path)[-1][0])
    # more forehead than scalp is selected, which must not matter
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 0, 330, 900, 600)
    if shape == "winged":
        image.flip(Gimp.OrientationType.HORIZONTAL)
    t.equal(shape + ": the mock-up", t.mockup(image, hairline=NAME,
                                              diffusion="zero"), "")
    copy = image.duplicate()
    t.treatment_groups(copy)[0].set_visible(False)
    plain, dots = t.light(copy), t.light(image)
    copy.delete()
    top = min(y for x, y in polyline(path))

    def loss(aside, first, last):
        """Light lost in percent in rows, so far aside from the middle."""
        row = bytes(abs(x - 450) < aside for x in range(SIZE[0]))
        return t.light_loss(plain, dots, b"".join(
            row if first < y < last else bytes(SIZE[0])
            for y in range(SIZE[1])))

    front = face.px(*seen(0, RULES[shape][0][1]))[1] + 12
    t.check(shape + ": dots behind", loss(150, 340, top - 10) > 10)
    t.near(shape + ": none on the forehead", loss(120, front, SIZE[1]), 0,
           0.3)

# A grey image, an indexed one
for image in (photo(grey=True), photo()):
    if image.get_base_type() == Gimp.ImageBaseType.RGB:
        image.convert_indexed(Gimp.ConvertDitherType.NONE,
                              Gimp.ConvertPaletteType.GENERATE, 8, False,
                              False, "")
    draw(image, Face((450, 700), 3.9).pupils(), "pupils")
    t.equal("of any mode", design(image, points="pupils")[0], "")
    t.equal("a path more", len(image.get_paths()), 2)


# Refused, and nothing is changed
def refused(case, image, words, **values):
    before = t.state(image)
    message, path, notes = design(image, **values)
    t.check(case + " is refused, with words",
            message != "" and all(word in message for word in words), message)
    t.unchanged(case + ": nothing is changed", image, before)


image = photo(3.0)
refused("no points and no selection", image, ("pupil", "Paths tool"))
refused("a path where there is none", image, ("eyes", "Paths tool"),
        points="eyes")
draw(image, Face((450, 700), 3.0).pupils(), "pupils")
draw(image, [], "empty")
draw(image, [(400, 700)], "one")
draw(image, [(400, 700), (500, 700), (450, 700), (450, 800)], "four")
draw(image, [(400, 700), (403, 701)], "same")
draw(image, [(-20, 700), (180, 700)], "left")
draw(image, [(400, 700), (580, 1010)], "below")
refused("an unknown path", image, ("eyes", "pupils"), points="eyes")
refused("an empty path", image, ("empty", "two"), points="empty")
refused("one point", image, ("one", "1 point.", "two"), points="one")
refused("four points", image, ("four", "4 points", "two"), points="four")
refused("two points at one place", image, ("same",), points="same")
refused("a point on the left of the photo", image, ("Point 1", "outside"),
        points="left")
refused("below it", image, ("Point 2", "outside"), points="below")
refused("the frame", image, ("pupils",), points="SMP frame")
refused("an unknown shape", image, ("mohawk", *SHAPES), shape="mohawk",
        points="pupils")
refused("the selection without one", image, ("pupil",), points="pupils",
        **{"from": "selection"})
refused("no name", image, ("name",), points="pupils", name="")
refused("the mock-up's word", image, ("name",), points="pupils",
        name="selection")
refused("the name of the points", image, ("pupils",), points="pupils",
        name="pupils", replace=True)
refused("the name of the frame", image, ("SMP frame",), points="pupils",
        name="SMP frame", replace=True)
design(image, points="pupils")
image.get_path_by_name(NAME).set_lock_content(True)
image.clean_all()
refused("a locked path", image, ("locked",), points="pupils", replace=True)

t.finish()
