"""Pixels and selections, as bytes, and what the tests measure on them."""

import array
import operator

from gi.repository import Gegl, Gimp


def rectangle(drawable, box):
    if box is None:
        return Gegl.Rectangle.new(0, 0, drawable.get_width(),
                                  drawable.get_height())
    return Gegl.Rectangle.new(*box)


def pixels(drawable, form="R'G'B'A u8", box=None):
    """The bytes of a drawable as stored, without its filters; box in its own
    coordinates."""
    return drawable.get_buffer().get(rectangle(drawable, box), 1.0, form,
                                     Gegl.AbyssPolicy.NONE)


def set_pixels(drawable, data, form="Y' u8", box=None):
    area = rectangle(drawable, box)
    buffer = drawable.get_buffer()
    buffer.set(area, form, data)
    buffer.flush()
    drawable.update(area.x, area.y, area.width, area.height)


def rendered(image, form="R'G'B' u8", box=None, alpha=False):
    """What one sees on the canvas, as bytes."""
    copy = Gimp.Image.new_with_precision(image.get_width(), image.get_height(),
                                         image.get_base_type(),
                                         image.get_precision())
    layer = Gimp.Layer.new_from_visible(image, copy, "visible")
    copy.insert_layer(layer, None, 0)
    if not alpha:
        layer = copy.flatten()
    data = pixels(layer, form, box)
    copy.delete()
    return data


def exported(image, form="R'G'B' u8", box=None):
    """What is written into a file of one layer: a flat copy of the image."""
    copy = image.duplicate()
    layer = copy.flatten()
    data = pixels(layer, form, box)
    copy.delete()
    return data


def floats(data):
    return array.array("f", data)


def light(image, box=None):
    """The linear luminance of what one sees."""
    return floats(rendered(image, "Y float", box))


def light_loss(before, after, weights=None):
    """The share of the light which is lost, in percent."""
    if weights is None:
        return 100 * (1 - sum(after) / sum(before))
    return 100 * (1 - sum(map(operator.mul, after, weights))
                  / sum(map(operator.mul, before, weights)))


def changed(one, other):
    """Non-zero bytes where two renderings differ."""
    size = len(one)
    assert size == len(other)
    return (int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
            ).to_bytes(size, "little")


def where(data, mask):
    """The bytes where the mask is not zero."""
    full = mask.translate(bytes([0]) + bytes([255]) * 255)
    return (int.from_bytes(data, "little") & int.from_bytes(full, "little")
            ).to_bytes(len(data), "little")


def inverted(mask):
    """255 where the mask is zero, 0 elsewhere."""
    return mask.translate(bytes([255]) + bytes(255))


def count(data):
    return len(data) - data.count(0)


def largest_difference(one, other):
    return max(map(abs, map(operator.sub, one, other)))


def differences(one, other):
    return array.array("h", map(operator.sub, one, other))


def displacement(one, other, width, box, reach=3):
    """How far the pattern in the box of one picture has to move to lie on the
    other, in pixels to a fraction, and the correlation there.  Pictures are
    sequences of numbers in rows of this width."""
    x, y, columns, rows = box

    def part(data, dx, dy):
        return [value for row in range(y + dy, y + dy + rows)
                for value in data[row * width + x + dx:
                                  row * width + x + dx + columns]]

    def centred(values):
        mean = sum(values) / len(values)
        return [value - mean for value in values]

    fixed = centred(part(one, 0, 0))
    power = sum(map(operator.mul, fixed, fixed))
    result = {}
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            moved = centred(part(other, dx, dy))
            own = sum(map(operator.mul, moved, moved))
            result[dx, dy] = (sum(map(operator.mul, fixed, moved))
                              / ((power * own) ** 0.5 or 1))
    best = max(result, key=result.get)

    def vertex(below, at, above):
        bend = below - 2 * at + above
        return (below - above) / (2 * bend) if bend else 0.0

    dx, dy = best
    if abs(dx) == reach or abs(dy) == reach:
        return float(dx), float(dy), result[best]
    return (dx + vertex(result[dx - 1, dy], result[best], result[dx + 1, dy]),
            dy + vertex(result[dx, dy - 1], result[best], result[dx, dy + 1]),
            result[best])


# Selections

def select(image, mask):
    """Selects with these coverages, one byte for each pixel."""
    channel = Gimp.Channel.new(image, "mask", image.get_width(),
                               image.get_height(), 100, Gegl.Color.new("black"))
    image.undo_disable()
    image.insert_channel(channel, None, 0)
    # The form in which a channel keeps such bytes depends on the precision.
    for form in ("Y' u8", "Y u8"):
        set_pixels(channel, mask, form)
        image.select_item(Gimp.ChannelOps.REPLACE, channel)
        if selected(image) == mask:
            break
    else:
        raise SystemError("the selection is not the mask")
    image.remove_channel(channel)
    image.undo_enable()


def selected(image):
    """The coverage of the selection, one byte for each pixel."""
    return pixels(image.get_selection(), "Y u8")


def grown(image, mask, reach):
    """255 within this many pixels of the mask."""
    copy = image.duplicate()
    select(copy, mask.translate(bytes([0]) + bytes([255]) * 255))
    Gimp.Selection.grow(copy, reach)
    result = selected(copy)
    copy.delete()
    return result


def threefold(mask):
    """A mask for pictures of three channels."""
    return bytes(value for value in mask for _ in range(3))
