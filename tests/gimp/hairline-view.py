"""The hairline designer finds from where the head is seen: pitch and turn."""

import math

from gi.repository import Gimp

import smptest as t
from face import SIZE, UP, Face, anchors, design, draw, photo, seen

# The pitch from the top of the head, which shows this far over the glabella
for pitch in (0, 25, 40):
    image = photo(2.6)
    face = Face((450, 700), 2.6, 0, pitch)
    top = UP * (1 + math.sin(face.pitch))
    draw(image, face.pupils(), "pupils")
    told = anchors(design(image, points="pupils", pitch=float(pitch),
                          replace=True)[1])
    case = "from %d degrees above" % pitch
    path, notes = design(image, points="pupils", pitch=None, replace=True)[1:]
    t.check(case + ": nothing tells it, and that is said",
            "top of the head" in notes, notes)
    t.equal(case + ": taken to be from the front",
            max(map(math.dist, anchors(path), told)) < 1, pitch == 0)
    for name, left, high in (("the head", 250, 500), ("the scalp", 270, 200),
                             ("a patch aside", 20, 300),
                             ("the forehead", 350, 120)):
        y = face.px(0, top)[1] if name != "the forehead" else 590
        image.select_ellipse(Gimp.ChannelOps.REPLACE, left, y,
                             2 * (450 - left) if name[:3] == "the" else 60,
                             high)
        path, notes = design(image, points="pupils", pitch=None,
                             replace=True)[1:]
        t.equal("%s, %s is selected" % (case, name), "top of" in notes,
                name in ("a patch aside", "the forehead"))
        if notes == "":
            t.check("%s: %s tells it" % (case, name), max(map(
                math.dist, anchors(path), told)) < 2.6)
    t.equal("the head is told", t.mockup(
        image, curvature=True, head_x=0.5, head_width=150.0,
        head_height=200.0, measure=False,
        head_y=(face.px(0, top)[1] + 100 * 2.6) / SIZE[1]), "")
    Gimp.Selection.none(image)
    image.crop(800, 980, 60, 15)
    path, notes = design(image, points="pupils", pitch=None, replace=True)[1:]
    t.equal(case + ": it is known", notes, "")
    t.check(case + ": by the head that is known", max(
        math.dist((a[0] + 60, a[1] + 15), b)
        for a, b in zip(anchors(path), told)) < 2.6)

# A turned face: the middle of its head is aside
for turn, pitch, tilt in ((12, 25, 0), (-15, 35, 0), (9, 0, 0), (-8, 30, 10)):
    image = photo(2.6)
    face = Face((450, 700), 2.6, tilt, pitch, turn)
    case = "turned by %d degrees, from %d above" % (turn, pitch)
    draw(image, face.pupils(), "pupils")
    draw(image, face.brows(), "brows")
    wanted = [face.px(*seen(*place, face.pitch, face.turn))
              for place in ((-80, 82), (0, 70), (80, 82))]
    for points in ("pupils", "brows"):
        told = anchors(design(image, points=points, pitch=float(pitch),
                              turn=float(turn), replace=True,
                              **{"from": points})[1])
        t.check("%s, %s: on the skin" % (case, points), max(
            map(math.dist, told[1:4], wanted)) < 2.6)
    if tilt:
        continue
    middle = 450 + 2.6 * UP * math.sin(face.turn)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, middle - 190,
                         face.px(0, UP * (1 + math.sin(face.pitch)))[1],
                         380, 480)
    path, notes = design(image, points="brows", pitch=None, replace=True,
                         **{"from": "brows"})[1:]
    t.equal(case + ": the head tells it", notes, "")
    t.check(case + ": as it is", max(map(math.dist, anchors(path), told))
            < 2.6, [math.dist(*pair) for pair in zip(anchors(path), told)])

t.finish()
