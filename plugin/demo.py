# Part of demo.sh, run by GIMP: makes the mock-up and the pictures of it, or,
# for demo.sh --gui, opens the photo in a window with its area selected.

import os

from gi.repository import Gegl, Gimp, Gio, GLib

BATCH = Gimp.RunMode.NONINTERACTIVE


class Problem(Exception):
    """What the artist should know."""


def open_image(path):
    try:
        image = Gimp.file_load(BATCH, Gio.File.new_for_path(path))
    except GLib.Error:
        image = None
    if image is None:
        raise Problem("GIMP cannot open this as a photo; is it a JPEG, PNG or "
                      "TIFF picture? " + os.path.basename(path))
    image.policy_rotate(False)
    return image


def open_photo(path):
    image = open_image(path)
    if image.get_base_type() == Gimp.ImageBaseType.INDEXED:
        image.convert_rgb()
    if len(image.get_layers()) > 1:
        image.flatten()
    return image


def select(image, path):
    """Selects as much of each pixel as the mask is white there."""
    mask = open_image(path)
    if mask.get_base_type() == Gimp.ImageBaseType.INDEXED:
        mask.convert_rgb()
    layer = mask.flatten()
    width, height = image.get_width(), image.get_height()
    size = (layer.get_width(), layer.get_height())
    if size != (width, height):
        raise Problem("%s has %d × %d pixels, the photo has %d × %d; the mask "
                      "must lie on the photo." % (os.path.basename(path),
                                                  *size, width, height))
    area = Gegl.Rectangle.new(0, 0, width, height)
    white = layer.get_buffer().get(area, 1.0, "Y' u8", Gegl.AbyssPolicy.NONE)
    mask.delete()
    if not any(white):
        raise Problem("%s is black all over; white says what to treat."
                      % os.path.basename(path))

    channel = Gimp.Channel.new(image, "mask", width, height, 100,
                               Gegl.Color.new("black"))
    image.insert_channel(channel, None, 0)
    buffer = channel.get_buffer()
    # GIMP takes a channel's bytes as they are for coverage; those of images
    # with more than 8 bits are linear.
    eight = image.get_precision() == Gimp.Precision.U8_NON_LINEAR
    buffer.set(area, "Y' u8" if eight else "Y u8", white)
    buffer.flush()
    channel.update(0, 0, width, height)
    image.select_item(Gimp.ChannelOps.REPLACE, channel)
    image.remove_channel(channel)


def draw_line(image, points):
    """A path named Hairline through points x,y in pixels; False: no points."""
    line = [[float(number) for number in point.split(",")]
            for point in points.split()]
    if not line:
        return False
    path = Gimp.Path.new(image, "Hairline")
    stroke = path.stroke_new_from_points(
        Gimp.PathStrokeType.BEZIER,
        [number for point in line for number in 3 * point], False)
    image.insert_path(path, None, 0)
    return stroke > 0


def mock_up(image, values, hairline):
    procedure = Gimp.get_pdb().lookup_procedure("plug-in-smp-mockup")
    if procedure is None:
        raise Problem("The plug-in is not there: GIMP did not find it.")
    config = procedure.create_config()
    config.set_property("image", image)
    config.set_core_object_array("drawables", image.get_layers())
    config.set_property("whole", Gimp.Selection.is_empty(image))
    for value in values.split():
        key, number = value.split("=")
        config.set_property(key, True if number == "yes" else float(number))
    if hairline:
        config.set_property("hairline", "Hairline")
    result = procedure.run(config)
    if result.index(0) != Gimp.PDBStatusType.SUCCESS:
        raise Problem(Gimp.get_pdb().get_last_error())


def export(image, path):
    """Writes a PNG without a word about where the photo comes from."""
    procedure = Gimp.get_pdb().lookup_procedure("file-png-export")
    config = procedure.create_config()
    config.set_property("image", image)
    config.set_property("file", Gio.File.new_for_path(path))
    for key in ("include-exif", "include-xmp", "include-iptc",
                "include-thumbnail", "include-comment", "time", "offs", "phys",
                "bkgd"):
        config.set_property(key, False)
    config.set_property("include-color-profile", True)
    procedure.run(config)


def group_of(image):
    for layer in image.get_layers():
        if layer.get_parasite("smp-treatment") is not None:
            return layer
    raise Problem("The mock-up has made no treatment.")


def write(image, files):
    after = image.duplicate()
    after.flatten()
    export(after, files + "-after.png")

    before = image.duplicate()
    group_of(before).set_visible(False)
    photo = before.flatten()

    width, height = after.get_width(), after.get_height()
    gap = max(width // 100, 1)
    Gimp.context_set_background(Gegl.Color.new("white"))
    after.resize(2 * width + gap, height, width + gap, 0)
    beside = Gimp.Layer.new_from_drawable(photo, after)
    after.insert_layer(beside, None, 0)
    beside.set_offsets(0, 0)
    after.flatten()
    export(after, files + "-before-after.png")
    after.delete()
    before.delete()

    Gimp.file_save(BATCH, image, Gio.File.new_for_path(files + ".xcf"), None)


def main():
    image = open_photo(os.environ["SMP_DEMO_PHOTO"])
    if os.environ["SMP_DEMO_MASK"]:
        select(image, os.environ["SMP_DEMO_MASK"])
    if os.environ["SMP_DEMO_WINDOW"]:
        image.clean_all()
        Gimp.Display.new(image)
        return
    mock_up(image, os.environ["SMP_DEMO_VALUES"],
            draw_line(image, os.environ["SMP_DEMO_LINE"]))
    Gimp.Selection.none(image)
    write(image, os.environ["SMP_DEMO_FILES"])
    image.delete()


try:
    main()
except Problem as problem:
    with open(os.environ["SMP_DEMO_PROBLEM"], "w") as file:
        file.write(str(problem) + "\n")
    raise
