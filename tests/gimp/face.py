"""A face in an image, its points, and the hairline designer, for the tests of
hairlines."""

import math

from gi.repository import Gimp

import smptest as t

# The bends of the forehead (plugin/forehead.h), mm
ACROSS, POWER, UP = 74.0, 2.4, 95.0
SIZE = 900, 1000


def seen(x, y, pitch=0.0, turn=0.0):
    """mm in the plane of the photo, from the glabella."""
    across = x / math.hypot(1, x / ACROSS)
    radius = UP * (1 - (abs(across) / ACROSS) ** POWER) ** (1 / POWER)
    behind = UP - radius * math.cos(y / radius)
    return turned(across, radius * math.sin(y / radius), behind, pitch, turn)


def turned(across, up, behind, pitch, turn):
    """The same for a place in mm from the glabella."""
    s, c = math.sin(turn), math.cos(turn)
    return (across * c + behind * s, up * math.cos(pitch)
            + (behind * c - across * s) * math.sin(pitch))


class Face:
    """Where the face is in an image, and its points."""

    def __init__(self, glabella, scale, tilt=0.0, pitch=0.0, turn=0.0):
        self.glabella, self.scale = glabella, scale
        self.tilt, self.pitch = math.radians(tilt), math.radians(pitch)
        self.turn = math.radians(turn)

    def px(self, x, y):
        """px of a place in mm from the glabella as seen, y up."""
        s, c = math.sin(self.tilt), math.cos(self.tilt)
        return (self.glabella[0] + self.scale * (c * x + s * y),
                self.glabella[1] + self.scale * (s * x - c * y))

    def mm(self, point):
        s, c = math.sin(self.tilt), math.cos(self.tilt)
        x = (point[0] - self.glabella[0]) / self.scale
        y = (point[1] - self.glabella[1]) / self.scale
        return c * x + s * y, s * x - c * y

    def pupils(self, apart=63.0):
        return [self.px(*turned(side * apart / 2, -22, 15, self.pitch,
                                self.turn)) for side in (-1, 1)]

    def brows(self):
        return [self.px(*seen(x, 0, self.pitch, self.turn))
                for x in (-31.5, 31.5)]


def draw(image, points, name="points"):
    path = Gimp.Path.new(image, name)
    image.insert_path(path, None, 0)
    if points:
        path.stroke_new_from_points(
            Gimp.PathStrokeType.BEZIER,
            [part for point in points for part in 3 * list(point)], False)
    image.clean_all()
    return path


def design(image, pitch=0.0, **values):
    """The message, the path and the notes; a pitch of None is to be found."""
    if pitch is not None:
        values["pitch"] = pitch
    message, results = t.call_selected("plug-in-smp-hairline", image, **values)
    return message, *(results or (None, ""))


def anchors(path):
    strokes = path.get_strokes()
    points = path.stroke_get_points(strokes[0]).controlpoints
    return [(points[i + 2], points[i + 3]) for i in range(0, len(points), 6)]


def polyline(path):
    points = path.stroke_interpolate(path.get_strokes()[0], 0.3)[0]
    return list(zip(points[::2], points[1::2]))


def photo(scale=None, **options):
    """A plain image; its scale is set by a mock-up that is taken away."""
    image = t.plain_image(*SIZE, **options)
    if scale:
        image.select_rectangle(Gimp.ChannelOps.REPLACE, 10, 10, 50, 50)
        t.equal("a mock-up sets the scale",
                t.mockup(image, px_per_mm=scale, measure=False), "")
        image.remove_layer(t.treatment_groups(image)[0])
        Gimp.Selection.none(image)
    image.clean_all()
    return image
