"""What the tests of Camouflage Scar share."""

import math

from gi.repository import Gimp

import smptest as t

SIZE = 800, 600
SCALE = 8.0                     # px per mm
WAY = (120, 300), (400, 300), (680, 300)
OTHER = (120, 420), (400, 430), (680, 420)
PLAIN = {"px_per_mm": SCALE, "measure": False}
SCAR_KEYS = ("marks", "mark-size-min", "mark-size-max", "mark-contrast", "tone",
             "gloss", "texture", "relief", "dots", "feather")


def ready(rectangle=None, size=SIZE, **options):
    image = t.plain_image(*size, **options)
    if rectangle:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, *rectangle)
    image.clean_all()
    return image


def add_path(image, points, closed=False, name="scar"):
    return t.add_path(image, points, closed, name)


def scar(image, drawables=None, **values):
    if drawables is None:
        drawables = image.get_selected_drawables()
    return t.run("plug-in-smp-scar", image, drawables, **values)


def number_of(image, kind):
    """Which of the treatments is of this kind, from the top."""
    kinds = [t.parasite_text(group, "smp-treatment").split("\n")[0]
             for group in t.treatment_groups(image)]
    return kinds.index(kind)


def values_of(image, kind="scar"):
    return t.filter_values(image, number_of(image, kind))


def group_of(image, kind="scar"):
    return t.treatment_groups(image)[number_of(image, kind)]


def mask_of(image):
    """The treatment of each pixel of the image, 0 to 1."""
    child = group_of(image).get_children()[0]
    _, left, top = child.get_offsets()
    width, height = child.get_width(), child.get_height()
    mask = t.floats(t.pixels(child.get_mask(), "Y float"))
    result = [0.0] * (image.get_width() * image.get_height())
    for y in range(height):
        start = (y + top) * image.get_width() + left
        result[start:start + width] = mask[y * width:(y + 1) * width]
    return result


def area_mm2(image, scale=SCALE):
    return sum(mask_of(image)) / scale ** 2


def near_area(name, image, wanted, scale=SCALE):
    t.near(name, area_mm2(image, scale), wanted, 0.03 * wanted)


def band(length, width):
    """mm² of a line with round ends."""
    return length * width + math.pi * (width / 2) ** 2
