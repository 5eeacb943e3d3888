"""What the mock-up refuses, with words that help, changing nothing."""

from gi.repository import Gimp

import smptest as t

DENSITIES = "light", "natural", "medium", "full", "dark"
SHADES = ("whisper", "mist", "ash", "slate", "graphite", "charcoal", "espresso",
          "onyx", "jet")


def ready():
    image = t.plain_image(300, 200)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 50, 50, 100, 100)
    image.clean_all()
    return image


def refused(name, image, words, **values):
    before = t.state(image)
    message = t.mockup(image, **values)
    t.check(name + " is refused", message != "")
    for word in words:
        t.check("%s: the message has %s" % (name, word),
                word in message, message)
    t.unchanged(name + ": nothing is changed", image, before)
    t.check(name + ": the image is clean", not image.is_dirty())
    return message


refused("an unknown density", ready(), ("bushy",) + DENSITIES, density="bushy")
refused("an empty density", ready(), DENSITIES, density="")
refused("an unknown shade", ready(), ("pink",) + SHADES, shade="pink")
message = refused("a name with odd letters", ready(), ("%s%n",), density="%s%n")

# The declared ranges are kept by GIMP; whatever it does, nothing breaks.
for key, values in (("session", (0, 5)), ("px-per-mm", (-1.0, 500.0)),
                    ("head-x", (-5.0, 9.0)), ("seed", (-1,))):
    for value in values:
        image = ready()
        before = t.state(image)
        try:
            message = t.mockup(image, **{key: value})
        except (TypeError, OverflowError):
            message = "refused by GIMP"
        if message:
            t.unchanged("%s %s is refused" % (key, value), image, before)
        else:
            values_now = t.filter_values(image)
            t.check("%s %s is brought into range" % (key, value),
                    1 <= values_now["session"] <= 4
                    and 0 <= values_now["px-per-mm"] <= 200
                    and -1 <= values_now["head-x"] <= 2
                    and values_now["seed"] >= 0, values_now)

# Without a layer, or with a channel, what is visible is treated.
image = ready()
t.equal("without a layer", t.mockup(image, []), "")
t.equal("what is visible is treated", [
    layer.get_name() for layer in t.all_layers(image)],
    ["SMP Dots", "SMP photo", "photo"])
image = ready()
channel = Gimp.Channel.new(image, "channel", 300, 200, 50,
                           Gimp.context_get_foreground())
image.insert_channel(channel, None, 0)
t.equal("on a channel", t.mockup(image, [channel]), "")
t.equal("what is visible is treated, too", [
    layer.get_name() for layer in t.all_layers(image)],
    ["SMP Dots", "SMP photo", "photo"])

image = Gimp.Image.new(300, 200, Gimp.ImageBaseType.RGB)
image.clean_all()
message = refused("an image without layers", image, ("layer",), whole=True)

image = ready()
image.get_layers()[0].set_visible(False)
image.clean_all()
refused("a hidden photo", image, ("hidden", "Show"))

# What can be helped is not refused.
image = ready()
group = Gimp.GroupLayer.new(image, "empty")
image.insert_layer(group, None, 0)
image.set_selected_layers([group])
message = t.mockup(image)
t.equal("with a group selected what is visible is treated", message, "")
t.equal("in one treatment", len(t.treatment_groups(image)), 1)

# Layers of ours which are locked, or lie in a locked group
WORD = {"content": "pixels", "position": "position", "visibility": "visibility"}
for what, word in WORD.items():
    for where, name in (("group", "SMP Dots"), ("copy", "SMP photo"),
                        ("folder", "versions")):
        image = ready()
        folder = Gimp.GroupLayer.new(image, "versions")
        image.insert_layer(folder, None, 0)
        image.reorder_item(image.get_layers()[1], folder, 0)
        t.equal("a treatment", t.mockup(
            image, folder.get_children(), measure=False), "")
        group = t.treatment_groups(image)[0]
        item = {"group": group, "copy": group.get_children()[0],
                "folder": folder}[where]
        getattr(item, "set_lock_" + what)(True)
        image.clean_all()
        if where == "folder" and what == "visibility":
            t.equal("its visibility does not matter", t.mockup(
                image, density="dark", measure=False), "")
            continue
        seen = t.rendered(image)
        refused("a %s of locked %s" % (where, what), image,
                ("SMP Dots", name, word, "Unlock"), density="dark")
        t.check("it is seen as before", t.rendered(image) == seen)
        getattr(item, "set_lock_" + what)(False)
        t.equal("unlocked, it is edited",
                t.mockup(image, density="dark", measure=False), "")
        t.check("and an export shows the same", t.largest_difference(
            t.exported(image), t.rendered(image)) <= 1)

# Rubbish in what is kept with the image
for text in (b"", b"rubbish", b"[photo]\npx-per-mm=abc\nwidth=-3\nheight=0\n",
             b"[photo]\nframe=1;2\npx-per-mm=1e300\n", bytes(range(256))):
    image = ready()
    signed = [(value + 128) % 256 - 128 for value in text]
    image.attach_parasite(Gimp.Parasite.new("smp-photo", 1, signed))
    t.equal("with %r kept in the image" % text[:12], t.mockup(image), "")
    groups = t.treatment_groups(image)
    t.check("there is a treatment",
            len(groups) == 1 and len(groups[0].get_filters()) == 1)
    values = t.filter_values(image)
    t.check("with a sound scale", 0.1 < values["px-per-mm"] <= 200, values)

t.finish()
