"""The mock-up measures how soft and how grainy the photo is, and its skin."""


from gi.repository import Gegl, Gimp

import smptest as t


def treat(image, **values):
    t.equal("the mock-up runs", t.mockup(image, **values), "")
    return t.filter_values(image)


def kept(image):
    values = t.photo_values(image)
    return (float(values["sharpness"]), float(values["grain"]),
            [float(part) for part in values["skin"].split(";") if part])


def mean_colour(layer, mask):
    """Linear RGB where the mask is white."""
    values = t.floats(t.pixels(layer, "RGB float"))
    inside = [k for k, value in enumerate(mask) if value == 255]
    return [sum(values[3 * k + c] for k in inside) / len(inside)
            for c in range(3)]


found = {}
for name in ("front_light", "front_light_phone"):
    image = t.open_sample(name)
    values = treat(image, **t.sample_values(name))
    found[name] = values
    sharpness, grain, skin = kept(image)
    print("%s: sharpness %.3f px, grain %.3f, skin %.4f %.4f %.4f"
          % (name, sharpness, grain, *skin))
    t.near(name + ": the filter's sharpness", values["sharpness"], sharpness,
           1e-6)
    t.near(name + ": the filter's grain", values["grain"], grain, 1e-6)
    t.check(name + ": a sharpness", 0 < sharpness < 4, sharpness)
    t.check(name + ": a grain", 0 <= grain <= 1, grain)
    t.equal(name + ": the skin is opaque", values["skin"][3], 1)
    mean = mean_colour(image.get_layers()[-1], t.sample_mask(name))
    t.check(name + ": the skin is about the mean of the bald head",
            max(abs(a / b - 1) for a, b in zip(skin, mean)) < 0.3,
            (skin, mean))
    t.equal(name + ": the light is white",
            t.photo_values(image)["light"], "1;1;1;")
t.check("the phone's photo is softer",
        found["front_light_phone"]["sharpness"]
        > found["front_light"]["sharpness"] + 0.1, found)

# Left alone if told so
image = t.open_sample()
values = treat(image, measure=False, **t.sample_values("front_light"))
t.equal("not measured", (values["sharpness"], values["grain"]), (0.0, 0.0))
t.equal("no skin", values["skin"][3], 0)

# What the artist sets stays, until something is to be measured anew.
image = t.open_sample()
treat(image, **t.sample_values("front_light"))
measured = t.filter_values(image)["sharpness"]
t.set_filter(image, sharpness=2.5)
t.near("the same area keeps it", treat(image, density="dark")["sharpness"],
       2.5, 1e-6)
image.crop(900, 600, 150, 60)
t.near("a crop keeps it", treat(image)["sharpness"], 2.5, 1e-6)
image.rotate(Gimp.RotationType.DEGREES90)
t.near("a rotation by 90 keeps it", treat(image)["sharpness"], 2.5, 1e-6)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 20, 20, 150, 150)
t.near("a new area is measured", treat(image)["sharpness"], measured, 0.3)
t.set_filter(image, sharpness=2.5)
Gimp.Selection.none(image)
Gimp.context_set_interpolation(Gimp.InterpolationType.CUBIC)
image.scale(1800, 2700)
scaled = treat(image)["sharpness"]
t.check("so is a scaled image, which is softer",
        measured + 0.3 < scaled != 2.5, scaled)
t.set_filter(image, sharpness=0.5)
Gimp.context_set_interpolation(Gimp.InterpolationType.CUBIC)
image.scale(900, 1350)
t.near("measured only if told so",
       treat(image, measure=False)["sharpness"], 0.5, 1e-6)

# Grey photos, linear and deep ones, holes
for name, image in (
        ("grey", t.plain_image(300, 200, grey=True)),
        ("float", t.plain_image(
            300, 200, precision=Gimp.Precision.FLOAT_LINEAR)),
        ("transparent", t.plain_image(300, 200, alpha=True))):
    if name == "transparent":
        image.get_layers()[0].fill(Gimp.FillType.TRANSPARENT)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 50, 50, 200, 100)
    values = treat(image, px_per_mm=5.0)
    t.check(name + ": sound values",
            0 <= values["sharpness"] <= 8 and 0 <= values["grain"] <= 1, values)
    print(name, values["sharpness"], values["grain"], values["skin"])

# Around a closed path there is background, which is no skin.
skins = []
for size in (0, 280):
    image = t.plain_image(600, 600, colour="#404a60")
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 160 - size // 2,
                           160 - size // 2, 280 + size, 280 + size)
    Gimp.context_set_foreground(Gegl.Color.new("#c8a184"))
    image.get_layers()[0].edit_fill(Gimp.FillType.FOREGROUND)
    Gimp.Selection.none(image)
    path = Gimp.Path.new(image, "area")
    image.insert_path(path, None, 0)
    path.stroke_new_from_points(
        Gimp.PathStrokeType.BEZIER,
        [part for point in ((300, 165), (435, 300), (300, 435), (165, 300))
         for part in 3 * point], True)
    skins.append(treat(image, px_per_mm=8.0, hairline="area")["skin"])
t.check("skin is what lies within the path",
        max(abs(a - b) for a, b in zip(*skins)) < 0.01, skins)

# A photo that became grey has grey skin.
image = t.open_sample()
treat(image, **t.sample_values("front_light"))
image.convert_grayscale()
values = treat(image)
t.check("the skin of a grey photo is grey",
        max(values["skin"][:3]) - min(values["skin"][:3]) < 0.01,
        values["skin"])

t.finish()
