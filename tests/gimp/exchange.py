"""A file written by one version of GIMP, opened by the other.

In the folder SMP_EXCHANGE, which tests/run.sh sets, each version leaves its
file for the others, with the pixels it sees and the pixels of the baked
treatment.  Without it a version reads what it wrote itself."""

import json
import os

from gi.repository import Gimp

import smptest as t

folder = os.environ.get("SMP_EXCHANGE") or t.folder()
own = "%d.%d" % (Gimp.MAJOR_VERSION, Gimp.MINOR_VERSION)


def treated():
    image = t.open_sample()
    t.equal("the mock-up runs", t.mockup(
        image, density="full", shade="graphite", session=2, seed=2024,
        **t.sample_values("front_light")), "")
    Gimp.Selection.none(image)
    t.set_filter(image, opacity=0.75)
    return image


def baked(image):
    """The pixels of the treatment alone, at full opacity."""
    copy = image.duplicate()
    t.set_filter(copy, opacity=1.0, mode=Gimp.LayerMode.REPLACE)
    data = t.pixels(t.treatment_groups(copy)[0].merge())
    copy.delete()
    return data


def described(image):
    group = t.treatment_groups(image)[0]
    item = group.get_filters()[0]
    values = t.filter_values(image)
    values["pigment"] = [round(part, 4) for part in values["pigment"]]
    for key in values:
        if isinstance(values[key], float):
            values[key] = "%.6g" % values[key]
    return {
        "values": values,
        "opacity": "%.6g" % item.get_opacity(),
        "mode": int(item.get_blend_mode()),
        "layers": [[layer.get_name(), int(layer.get_mode()),
                    list(layer.get_offsets())[1:], layer.get_visible(),
                    [layer.get_width(), layer.get_height()]]
                   for layer in t.all_layers(image)],
        "paths": t.paths(image),
        "photo": t.photo_values(image),
        "mark": t.parasite_text(group, "smp-treatment"),
    }


def file_name(version, what):
    return os.path.join(folder, "gimp-%s.%s" % (version, what))


def read(version, what):
    with open(file_name(version, what), "rb") as file:
        return file.read()


def write(what, data):
    with open(file_name(own, what), "wb") as file:
        file.write(data)


if not os.path.exists(file_name(own, "xcf")):
    image = treated()
    t.save(image, file_name(own, "xcf"))
    # The file holds a little less than the image: floats, not doubles.
    image = t.load(file_name(own, "xcf"))
    write("picture", t.rendered(image))
    write("baked", baked(image))
    write("json", json.dumps(described(image)).encode())

for version in sorted(name[5:-5] for name in os.listdir(folder)
                      if name.startswith("gimp-") and name.endswith(".json")):
    name = "GIMP %s's file in %s: " % (version, own)
    image = t.load(file_name(version, "xcf"))
    wanted = json.loads(read(version, "json"))
    got = json.loads(json.dumps(described(image)))
    for key in wanted["values"]:
        t.equal(name + key, got["values"].get(key), wanted["values"][key])
    for key in wanted:
        if key != "values":
            t.equal(name + key, got[key], wanted[key])
    # The filter's floats are the same, but babl chooses by a race how it rounds
    # them to bytes.
    one, other = baked(image), read(version, "baked")
    apart = t.count(t.changed(one, other))
    t.check(name + "the pigment", t.largest_difference(one, other) <= 1
            and apart < len(one) / 10000, apart)
    worst = t.largest_difference(t.rendered(image), read(version, "picture"))
    t.check(name + "the picture, to 1/255", worst <= 1, worst)
    t.equal(name + "the mock-up edits it",
            t.mockup(image, density="light", session=3), "")
    t.equal(name + "in its group", len(t.treatment_groups(image)), 1)

t.finish()
