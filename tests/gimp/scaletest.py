"""What the tests of Set Scale share."""

from gi.repository import Gimp

import smptest as t


def plain(width=1200, height=900):
    return t.plain_image(width, height)


def draw(image, *points, name="eyes", bend=0.0, closed=False):
    """A path with these anchors; it is the selected one then."""
    path = Gimp.Path.new(image, name)
    numbers = []
    for x, y in points:
        numbers += [x - bend, y + bend, x, y, x + bend, y - bend]
    path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, numbers, closed)
    image.insert_path(path, None, 0)
    image.set_selected_paths([path])
    return path


def select_frame(image):
    """None of the artist's paths is selected then."""
    image.set_selected_paths([path for path in image.get_paths()
                              if path.get_name() == "SMP frame"])


def measure(image, **values):
    """Error message, and the values returned."""
    return t.call_selected("plug-in-smp-scale", image, **values)


def treated(**values):
    image = t.open_sample()
    t.equal("a treatment", t.mockup(image, density="medium", **values), "")
    Gimp.Selection.none(image)
    return image


def measured(name, image, scale, source, **values):
    message, result = measure(image, **values)
    if t.equal(name + " is measured", message, ""):
        t.near(name + ": pixels per mm", result[0], scale, 1e-9 * scale)
        t.equal(name + ": the source", result[2], source)
        t.near(name + ": kept", kept(image), scale, 1e-9 * scale)
    return result


def kept(image):
    """px/mm of an image that was not changed since its scale was set."""
    return float(t.photo_values(image)["px-per-mm"])
