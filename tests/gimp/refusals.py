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

# No layer, several layers, a channel, a mask
image = ready()
before = t.state(image)
message = t.mockup(image, [])
t.check("without a layer it is refused, or the photo is treated",
        message == "" and len(t.treatment_groups(image)) == 1
        or message != "" and t.state(image) == before, message)

image = ready()
channel = Gimp.Channel.new(image, "channel", 300, 200, 50,
                           Gimp.context_get_foreground())
image.insert_channel(channel, None, 0)
image.clean_all()
before = t.state(image)
message = t.mockup(image, [channel])
t.check("on a channel it is refused, or the photo is treated",
        message == "" and len(t.treatment_groups(image)) == 1
        or message != "" and t.state(image) == before, message)

image = Gimp.Image.new(300, 200, Gimp.ImageBaseType.RGB)
image.clean_all()
message = refused("an image without layers", image, ("layer",), whole=True)

# What can be helped is not refused.
image = ready()
group = Gimp.GroupLayer.new(image, "empty")
image.insert_layer(group, None, 0)
image.set_selected_layers([group])
message = t.mockup(image)
t.equal("with a group selected what is visible is treated", message, "")
t.equal("in one treatment", len(t.treatment_groups(image)), 1)

image = ready()
image.get_layers()[0].set_visible(False)
image.clean_all()
before = t.state(image)
message = t.mockup(image)
t.check("a hidden photo is refused or treated, not half",
        message == "" and len(t.treatment_groups(image)[0].get_filters()) == 1
        or message != "" and t.state(image) == before, message)

# A group of ours which is locked
image = ready()
t.equal("a treatment", t.mockup(image), "")
group = t.treatment_groups(image)[0]
group.set_lock_content(True)
seen = t.rendered(image)
message = t.mockup(image, density="dark")
t.check("a locked treatment is refused, with words, or edited",
        message == ""
        or "lock" in message.lower() and t.rendered(image) == seen, message)

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
