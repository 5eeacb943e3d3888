"""Each preset of the mock-up sets the filter's values; what the artist sets in
the filter's own dialog stays as long as nobody asks for another preset."""

import configparser
import os

from gi.repository import Gimp

import smptest as t

PRESETS = os.path.join(os.environ["SMP_SOURCE"], "presets")
KINDS = {
    "density": ("density", "dot-size", "variation"),
    "shade": ("dilution", "pigment", "depth", "hues"),
    "diffusion": ("fade", "fade-dilution", "fade-size", "irregularity",
                  "strays"),
    "stage": ("healing-day", "years", "fading", "touch-up", "drift",
              "removal"),
}


def presets(kind):
    file = configparser.ConfigParser(interpolation=None)
    file.read(os.path.join(PRESETS, kind + ".ini"), encoding="utf-8")
    return {name: dict(file[name]) for name in file.sections()}


def ready():
    image = t.plain_image(300, 200)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 50, 50, 200, 100)
    image.clean_all()
    return image


def same(name, values, wanted):
    for key, value in wanted.items():
        if isinstance(values[key], (int, float)):
            t.near(name + " " + key, values[key], float(value), 1e-5)
        else:
            t.equal(name + " " + key, values[key], value)


image = ready()
t.equal("the mock-up runs", t.mockup(image, px_per_mm=8.0), "")
usual = t.filter_values(image)
kept = t.photo_values(image)
t.equal("the presets are kept with the photo",
        {key: kept.get(key) for key in ("density", "shade", "zone",
                                        "diffusion", "stage", "mistake")},
        {"density": "medium", "shade": "charcoal", "zone": "head",
         "diffusion": "medium", "stage": "healed", "mistake": None})
t.equal("healed", (usual["healing-day"], usual["years"]), (30, 0.0))

# Each id of each kind
for kind in ("stage", "diffusion"):
    for name, preset in presets(kind).items():
        t.equal("%s %s" % (kind, name), t.mockup(image, **{kind: name}), "")
        values = t.filter_values(image)
        same(name, values, {key: value for key, value in preset.items()
                            if key in KINDS[kind]})
        rest = [key for key in KINDS[kind] if key not in preset]
        # a diffusion names all of its values
        if kind == "stage":
            same(name + " leaves", values, {key: usual[key] for key in rest})
        t.equal(name + " is kept", t.photo_values(image)[kind], name)
t.equal("the default again", t.mockup(image), "")
t.equal("brings the values back", t.filter_values(image), usual)

for name, preset in presets("zone").items():
    t.equal("zone " + name, t.mockup(image, zone=name), "")
    values = t.filter_values(image)
    for key, percent in (("density", "density-percent"),
                         ("dot-size", "size-percent")):
        t.near("%s %s" % (name, key), values[key],
               usual[key] * float(preset.get(percent, 100)) / 100, 1e-5)
t.equal("the same zone twice", t.mockup(image, zone="chest"), "")
t.equal("and again", t.mockup(image, zone="chest"), "")
t.near("scales once", t.filter_values(image)["density"],
       usual["density"] * 0.3, 1e-4)

for name, preset in presets("mistake").items():
    t.equal("mistake " + name, t.mockup(image, mistake=name), "")
    values = t.filter_values(image)
    named = {key: value for key, value in preset.items() if key in usual}
    same(name, values, named)
    t.equal(name + " leaves the rest",
            {key: values[key] for key in values if key not in named},
            {key: usual[key] for key in usual if key not in named})
    t.equal(name + " is kept", t.photo_values(image)["mistake"], name)
t.equal("no mistake", t.mockup(image, mistake=""), "")
t.equal("all is good again", t.filter_values(image), usual)
t.check("nor kept with the photo", "mistake" not in t.photo_values(image))

# Unknown ones
for kind, ids in (("stage", ("healed", "year-5", "laser-3")),
                  ("diffusion", ("zero", "medium", "high")),
                  ("zone", ("head", "crown", "eyebrow")),
                  ("mistake", ("too-deep", "orange"))):
    for there in (False, True):
        image = ready()
        if there:
            t.mockup(image)
            image.clean_all()
        before = t.state(image)
        message = t.mockup(image, **{kind: "unheard-of"})
        name = "an unknown %s, %s a treatment" % (kind, "with" if there
                                                  else "without")
        t.check(name + " is refused with all ids",
                all(word in message for word in ids + ("unheard-of",)),
                message)
        t.unchanged(name + ": nothing is changed", image, before)
        t.check(name + ": the image is clean", not image.is_dirty())
message = t.mockup(ready(), stage="")
t.check("an empty stage is refused", "healed" in message, message)

# Camera and light are the artist's once the filter is there.
image = ready()
t.equal("a treatment", t.mockup(image), "")
t.set_filter(image, sharpness=1.25, grain=0.3)
t.equal("again", t.mockup(image, stage="year-3"), "")
values = t.filter_values(image)
t.near("the sharpness stays", values["sharpness"], 1.25, 1e-6)
t.near("and the grain", values["grain"], 0.3, 1e-6)
t.near("and is kept with the photo",
       float(t.photo_values(image)["sharpness"]), 1.25, 1e-6)

# GIMP's list of presets resets all of the filter.
spec_values = {"frame": "", "sharpness": 0.0, "grain": 0.0, "hairline": ""}
t.set_filter(image, **{key: value for key, value in spec_values.items()})
t.equal("after a reset", t.mockup(image), "")
values = t.filter_values(image)
t.near("the sharpness is back", values["sharpness"], 1.25, 1e-6)
t.near("and the grain", values["grain"], 0.3, 1e-6)

# What an older build has kept loads.
image = ready()
t.equal("a treatment of today", t.mockup(image, seed=5), "")
new = ("sharpness", "grain", "skin", "light", "hairline", "hairline-source",
       "zone", "diffusion", "stage", "mistake")
text = "".join(line + "\n" for line
               in t.parasite_text(image, "smp-photo").splitlines()
               if line.split("=")[0] not in new)
image.attach_parasite(Gimp.Parasite.new("smp-photo", 1, list(text.encode())))
before = t.filter_values(image)
t.equal("with what was kept before", t.mockup(image, seed=5), "")
t.equal("the values are the same", t.filter_values(image), before)

t.finish()
