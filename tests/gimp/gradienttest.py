"""What the tests of the gradient mock-up share."""

import math

from gi.repository import Gimp

import smptest as t

SIZE = 800, 600
SCALE = 8.0                     # px per mm
EVEN = {"thin_size": 100.0, "thin_water": 0.0, "thin_density": 0.0,
        "irregularity": 0.0, "measure": False}
PLACE = "start-x", "start-y", "end-x", "end-y"


def ready(rectangle=(80, 60, 640, 480), size=SIZE, **options):
    image = t.plain_image(*size, **options)
    if rectangle:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, *rectangle)
    image.clean_all()
    return image


def gradient(image, drawables=None, **values):
    if drawables is None:
        drawables = image.get_selected_drawables()
    return t.run("plug-in-smp-gradient", image, drawables, **values)


def number_of(image, kind):
    """Which of the treatments is of this kind, from the top."""
    kinds = [t.parasite_text(group, "smp-treatment").split("\n")[0]
             for group in t.treatment_groups(image)]
    return kinds.index(kind)


def values_of(image, kind="gradient"):
    return t.filter_values(image, number_of(image, kind))


def points_of(image):
    """Start and end in px of an image that has not been moved."""
    values = values_of(image)
    return [(values["start-x"] * SIZE[0], values["start-y"] * SIZE[1]),
            (values["end-x"] * SIZE[0], values["end-y"] * SIZE[1])]


def near_points(name, points, wanted, tolerance=2.0):
    t.check(name, all(math.dist(*pair) <= tolerance
                      for pair in zip(points, wanted)), (points, wanted))
