"""What the tests in this folder share.

A test is a Python script which GIMP runs without windows.  GIMP only prints
the errors of many calls and goes on, so a test asserts on state and pixels.
"""

import configparser
import os
import tempfile

from gi.repository import Gegl, Gimp, Gio, GLib

from pictures import (changed, count, differences, displacement, exported,
                      floats, grown, inverted, largest_difference, light,
                      light_loss, pixels, rendered, select, selected,
                      set_pixels, threefold, where)

PHOTOS = os.path.join(os.environ["SMP_SOURCE"], "tests", "photos")
BATCH = Gimp.RunMode.NONINTERACTIVE

checks = 0
failures = 0


def check(name, good, detail=""):
    """Counts and reports one check, and tells whether it was good."""
    global checks, failures
    checks += 1
    if good:
        print("ok -", name, flush=True)
    else:
        failures += 1
        print("not ok -", name, "(%s)" % (detail,) if detail != "" else "",
              flush=True)
    return good


def equal(name, value, expected):
    return check(name, value == expected,
                 "is %.300r, should be %.300r" % (value, expected))


def near(name, value, expected, tolerance):
    return check(name, abs(value - expected) <= tolerance,
                 "is %g, should be %g +- %g" % (value, expected, tolerance))


def finish():
    """The last call of each test; the runner looks for what it prints."""
    for image in Gimp.get_images():
        image.delete()
    if failures:
        raise SystemError("%d of %d checks failed" % (failures, checks))
    print("all %d checks passed" % checks, flush=True)


# Photos

def sample(name):
    """The section of a sample head in samples.ini."""
    samples = configparser.ConfigParser()
    samples.read(os.path.join(PHOTOS, "samples.ini"))
    return dict(samples[name])


def load(path):
    image = Gimp.file_load(BATCH, Gio.File.new_for_path(path))
    if image is None:
        raise OSError("GIMP cannot open " + path)
    return image


def sample_values(name):
    """The arguments of the mock-up for a sample head."""
    values = {key: float(value) for key, value in sample(name).items()
              if key == "px-per-mm" or key.startswith("head-")}
    return dict(values, curvature=True)


def open_sample(name="front_light", selected=True):
    """The photo of a sample head, with its bald area selected."""
    image = load(os.path.join(PHOTOS, sample(name)["photo"]))
    if selected:
        select(image, sample_mask(name))
        image.clean_all()
    return image


def sample_mask(name="front_light"):
    """One byte for each pixel."""
    image = load(os.path.join(PHOTOS, sample(name)["mask"]))
    mask = pixels(image.get_layers()[0], "Y' u8")
    image.delete()
    return mask


def plain_image(width, height, colour="#c8a184", grey=False,
                precision=Gimp.Precision.U8_NON_LINEAR, alpha=False):
    """An image of one colour with one layer."""
    image = Gimp.Image.new_with_precision(
        width, height,
        Gimp.ImageBaseType.GRAY if grey else Gimp.ImageBaseType.RGB, precision)
    image.undo_disable()
    layer = Gimp.Layer.new(image, "photo", width, height,
                           layer_type(grey, alpha), 100, Gimp.LayerMode.NORMAL)
    image.insert_layer(layer, None, 0)
    Gimp.context_set_foreground(Gegl.Color.new(colour))
    layer.fill(Gimp.FillType.FOREGROUND)
    image.undo_enable()
    image.clean_all()
    return image


def layer_type(grey, alpha):
    kind = Gimp.ImageType
    if grey:
        return kind.GRAYA_IMAGE if alpha else kind.GRAY_IMAGE
    return kind.RGBA_IMAGE if alpha else kind.RGB_IMAGE


# The plug-in

def call(name, image=None, drawables=(), /, **values):
    """Runs a procedure of ours; an underscore stands for a hyphen.  Gives an
    empty string, or the message of the error, and what the procedure returns.
    """
    procedure = Gimp.get_pdb().lookup_procedure(name)
    if procedure is None:
        raise SystemError("there is no procedure " + name)
    config = procedure.create_config()
    if image is not None:
        config.set_property("image", image)
        config.set_core_object_array("drawables", list(drawables))
    for key, value in values.items():
        config.set_property(key.replace("_", "-"), value)
    result = procedure.run(config)
    if result.index(0) == Gimp.PDBStatusType.SUCCESS:
        return "", [result.index(n) for n in range(1, result.length())]
    message = Gimp.get_pdb().get_last_error()
    return message or "error without a message", None


def call_selected(name, image, /, **values):
    """The same on the selected layers."""
    return call(name, image, image.get_selected_drawables(), **values)


def run(name, image=None, drawables=(), **values):
    """The message alone."""
    return call(name, image, drawables, **values)[0]


def mockup(image, drawables=None, **values):
    """Runs the mock-up on the selected layers, or on these."""
    if drawables is None:
        drawables = image.get_selected_drawables()
    return run("plug-in-smp-mockup", image, drawables, **values)


def all_layers(parent):
    for layer in (parent.get_layers() if isinstance(parent, Gimp.Image)
                  else parent.get_children()):
        yield layer
        if layer.is_group():
            yield from all_layers(layer)


def treatment_groups(image):
    """The groups which carry our mark, from the top."""
    return [layer for layer in all_layers(image)
            if layer.get_parasite("smp-treatment") is not None]


def parasite_text(holder, name):
    parasite = holder.get_parasite(name)
    return (None if parasite is None
            else bytes(parasite.get_data()).rstrip(b"\0").decode())


def photo_values(image):
    """The section "photo" of what the plug-in keeps with the image."""
    text = parasite_text(image, "smp-photo")
    if text is None:
        return None
    keys = GLib.KeyFile()
    keys.load_from_data(text, len(text.encode()), GLib.KeyFileFlags.NONE)
    return {key: keys.get_value("photo", key)
            for key in keys.get_keys("photo")[0]}


def values_of(config):
    values = {}
    for spec in config.list_properties():
        value = config.get_property(spec.name)
        if isinstance(value, Gegl.Color):
            value = tuple(round(part, 6) for part in value.get_rgba())
        values[spec.name] = value
    return values


def filter_values(image, number=0):
    """All values of the filter on a treatment group, ready to be compared.
    libgimp asks GIMP for them once only, so a fresh copy is looked at."""
    copy = image.duplicate()
    config = treatment_groups(copy)[number].get_filters()[0].get_config()
    values = values_of(config)
    copy.delete()
    return values


def set_filter(image, number=0, opacity=None, mode=None, **values):
    """Changes a filter of a treatment group as an artist does."""
    copy = image.duplicate()
    fresh = treatment_groups(copy)[number].get_filters()[0].get_config()
    item = treatment_groups(image)[number].get_filters()[0]
    config = item.get_config()
    for spec in config.list_properties():
        config.set_property(spec.name, fresh.get_property(spec.name))
    copy.delete()
    for key, value in values.items():
        config.set_property(key.replace("_", "-"), value)
    item.set_opacity(item.get_opacity() if opacity is None else opacity)
    item.set_blend_mode(item.get_blend_mode() if mode is None else mode)
    item.update()


def paths(image):
    """Names and anchors of all paths."""
    return [[path.get_name(), path.get_visible(),
             [list(path.stroke_get_points(stroke).controlpoints)
              for stroke in path.get_strokes()]]
            for path in image.get_paths()]


def state(image):
    """All of an image that a refused command must leave as it is."""
    return {
        "size": (image.get_width(), image.get_height()),
        "type": image.get_base_type(),
        "layers": [(layer.get_id(), layer.get_name(), layer.get_offsets(),
                    layer.get_mode(), layer.get_visible(),
                    len(layer.get_filters()),
                    tuple(layer.get_parasite_list()),
                    layer.get_mask() is not None)
                   for layer in all_layers(image)],
        "channels": [channel.get_id() for channel in image.get_channels()],
        "paths": paths(image),
        "parasites": tuple(image.get_parasite_list()),
        "selected": [item.get_id() for item in image.get_selected_drawables()],
        "selection": selected(image),
        "dirty": image.is_dirty(),
    }


def unchanged(name, image, before):
    """Checks that nothing of the state of an image has changed."""
    after = state(image)
    wrong = [key for key in before if before[key] != after[key]]
    return check(name, not wrong, "changed: " + ", ".join(wrong))


# Files

def folder():
    """A folder for files of this test, which the runner removes."""
    return tempfile.mkdtemp(dir=os.environ["SMP_TEST_FOLDER"])


def save(image, path):
    Gimp.file_save(BATCH, image, Gio.File.new_for_path(path), None)
    if not os.path.exists(path):
        raise OSError("GIMP did not write " + path)


def user_folder():
    """GIMP's folder of the profile of this test."""
    return Gimp.directory()
