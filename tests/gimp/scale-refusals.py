"""What Set Scale refuses, with words that help, changing nothing."""

from gi.repository import Gimp

import smptest as t
from scaletest import (draw, measure, measured, plain, select_frame,
                       treated)


def refused(name, image, words, **values):
    """A refusal that leaves everything as it is."""
    image.clean_all()
    before = t.state(image), t.parasite_text(image, "smp-photo")
    seen = t.filter_values(image) if t.treatment_groups(image) else None
    message, _ = measure(image, **values)
    t.check(name + " is refused", message != "")
    for word in words:
        t.check("%s: the message has %s" % (name, word), word in message,
                message)
    t.unchanged(name + ": nothing is changed", image, before[0])
    t.equal(name + ": the parasite", t.parasite_text(image, "smp-photo"),
            before[1])
    if seen:
        t.equal(name + ": the filter", t.filter_values(image), seen)
    print(name + ":", message)


for kind in "auto", "path", "guides", "selection":
    refused("nothing to measure, " + kind, plain(), (), measure=kind)
refused("nothing at all", plain(), ("Paths", "guides", "select"))

for name, points, options, words in (
        ("a path of one point", [(100, 100)], {}, ("two points",)),
        ("a path of no length", [(100, 100), (100, 100)], {}, ("same place",)),
        ("a bent path", [(0, 0), (500, 100), (900, 700)], {},
         ("eyes", "straight")),
        ("a curve", [(100, 100), (400, 100)], {"bend": 60.0}, ("straight",)),
        ("a path there and back", [(0, 0), (500, 0), (200, 0)], {},
         ("straight",)),
        ("a closed path", [(0, 0), (500, 0)], {"closed": True},
         ("straight",)),
        ("a path with odd letters", [(100, 100)], {"name": "%s%n"},
         ("%s%n",))):
    for kind in "auto", "path":
        image = plain()
        draw(image, *points, **options)
        refused("%s, %s" % (name, kind), image, words, measure=kind)

image = plain()
path = draw(image, (100, 100), (400, 100))
path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, [5.0] * 12, False)
refused("a path of two pieces", image, ("pieces",), measure="path")
image = plain()
image.insert_path(Gimp.Path.new(image, "void"), None, 0)
refused("an empty path", image, ("two points",), measure="path")

image = plain()
draw(image, (100, 100), (400, 100), name="one")
draw(image, (100, 100), (700, 100), name="two")
measure(image)
select_frame(image)
refused("two paths, none selected", image, ("several",), measure="path")
refused("a path that is not there", image, ("“three”",), path="three")
refused("a named path, as one of several", image, ("“three”",), path="three",
        measure="path")
refused("the frame", image, ("“SMP frame”",), path="SMP frame")

image = plain()
image.add_vguide(100)
refused("one guide", image, ("two",), measure="guides")
refused("one guide and nothing else", image, ("two",))
image.add_hguide(100)
refused("two guides that cross", image, ("two",), measure="guides")
image.add_vguide(100)
refused("guides at one place", image, ("same place",), measure="guides")
image.add_vguide(300)
refused("three guides", image, ("too many",), measure="guides")
image = plain()
for place in 100, 300:
    image.add_vguide(place)
    image.add_hguide(place)
refused("two and two guides", image, ("too many",), measure="guides")

image = plain()
draw(image, (100, 100), (120, 100))
refused("too few pixels", image, ("pixels per mm", "“eyes”"))
image = treated()
draw(image, (100, 100), (120, 100))
refused("too few pixels with a treatment", image, ("pixels per mm",))
refused("no mm with a treatment", image, ("0 mm",), length_of="ruler",
        length=0.0)
image = plain()
draw(image, (100, 100), (1100, 100))
refused("too many pixels", image, ("200",), length_of="ruler", length=1.0)
refused("a length of 0 mm", image, ("0 mm",), length_of="ruler", length=0.0)

image = treated()
draw(image, (100, 100), (400, 100))
t.treatment_groups(image)[0].set_lock_content(True)
refused("a locked treatment", image, ("locked",))

# Rubbish in what is kept with the image
image = plain()
draw(image, (100, 100), (400, 100))
image.attach_parasite(Gimp.Parasite.new("smp-photo", 1, [1, 2, 3]))
measured("rubbish in the parasite", image, 300 / 63, "path")

t.finish()
