"""What an artist changes afterwards: the mask, the values, the group; and the
mock-up run again on it."""

from gi.repository import Gegl, Gimp

import smptest as t

image = t.open_sample()
width = image.get_width()
plain = t.rendered(image)
t.equal("the mock-up runs",
        t.mockup(image, **t.sample_values("front_light")), "")
group = t.treatment_groups(image)[0]
child = group.get_children()[0]
treated = t.rendered(image)

# Black paint on the mask takes the dots away there, and only there.
mask = child.get_mask()
_, left, top = child.get_offsets()
box = (560 - left, 200 - top, 80, 80)
old = t.pixels(mask, "Y u8", box)
t.set_pixels(mask, bytes(80 * 80), "Y u8", box)
painted = t.rendered(image)
touched = t.changed(treated, painted)
t.check("the dots change", any(touched))
away = [(k // 3 % width, k // 3 // width)
        for k, value in enumerate(touched) if value]
t.check("within 20 px of the paint only",
        all(540 <= x < 660 and 180 <= y < 300 for x, y in away))
inner = b"".join(painted[3 * (y * width + 570):3 * (y * width + 630)]
                 for y in range(210, 270))
skin = b"".join(plain[3 * (y * width + 570):3 * (y * width + 630)]
                for y in range(210, 270))
t.check("no dots are left there", inner == skin)
t.set_pixels(mask, old, "Y u8", box)
t.check("all are back with the mask", t.rendered(image) == treated)

# Values: changed in the filter as in its dialog, then by the mock-up again.
t.set_filter(image, opacity=0.5, mode=Gimp.LayerMode.MULTIPLY, dot_size=0.4)
frame = t.filter_values(image)["frame"]
seen = t.rendered(image)
t.equal("the mock-up again",
        t.mockup(image, density="dark", curvature=True), "")
t.equal("still one group", len(t.treatment_groups(image)), 1)
group = t.treatment_groups(image)[0]
t.equal("still one filter", len(group.get_filters()), 1)
t.equal("still two layers", len(image.get_layers()), 2)
t.equal("still one path", len(image.get_paths()), 1)
item = group.get_filters()[0]
t.near("the filter's opacity is the artist's", item.get_opacity(), 0.5, 1e-6)
t.equal("and its mode", item.get_blend_mode(), Gimp.LayerMode.MULTIPLY)
t.equal("the frame is the same", t.filter_values(image)["frame"], frame)
t.check("the dots changed", t.rendered(image) != seen)
t.set_filter(image, opacity=1.0, mode=Gimp.LayerMode.REPLACE)
t.equal("and again",
        t.mockup(image, density="medium", curvature=True, session=1), "")
fewer = t.rendered(image)
t.check("fewer sessions, less change",
        0 < t.count(t.changed(plain, fewer))
        < t.count(t.changed(plain, treated)))
t.near("the scale was kept",
       t.filter_values(image)["px-per-mm"], 5.663, 1e-4)
t.equal("and the head", t.filter_values(image)["curvature"], True)

# A new scale
t.equal("with another scale", t.mockup(image, px_per_mm=7.0), "")
t.near("it is set", t.filter_values(image)["px-per-mm"], 7, 1e-4)
t.near("and kept", float(t.photo_values(image)["px-per-mm"]), 7, 1e-6)
t.equal("and back", t.mockup(image, px_per_mm=5.663), "")

# Group mode pass-through treats everything; running again repairs it.
t.mockup(image, density="medium", curvature=True, session=3)
good = t.rendered(image)
group.set_mode(Gimp.LayerMode.PASS_THROUGH)
t.check("pass-through breaks it", t.rendered(image) != good)
t.equal("again", t.mockup(image, curvature=True), "")
t.equal("the mode is repaired", group.get_mode(), Gimp.LayerMode.NORMAL)
t.check("the picture too", t.rendered(image) == good)

# Renamed, hidden, moved about: it is found by its mark.
group.set_name("Pigment")
child.set_name("Kopf")
group.set_visible(False)
t.equal("renamed and hidden",
        t.mockup(image, density="medium", curvature=True), "")
t.equal("is found", len(t.treatment_groups(image)), 1)
t.equal("its name stays", group.get_name(), "Pigment")
group.set_visible(True)
t.check("the same picture", t.rendered(image) == good)

# With another layer selected, or the group.
photo = image.get_layers()[-1]
image.set_selected_layers([photo])
t.equal("with the photo selected",
        t.mockup(image, density="medium", curvature=True), "")
t.check("the same picture", t.rendered(image) == good)
image.set_selected_layers([group])
t.equal("with the group selected",
        t.mockup(image, density="medium", curvature=True), "")
t.check("the same picture", t.rendered(image) == good)
t.equal("one group", len(t.treatment_groups(image)), 1)

# The filter was deleted.
group.get_filters()[0].delete()
t.check("without its filter the group is the photo", t.rendered(image) == plain)
t.equal("again", t.mockup(image, density="medium", curvature=True), "")
t.equal("one filter", len(group.get_filters()), 1)
t.check("the same picture", t.rendered(image) == good)

# The path was deleted.
for path in image.get_paths():
    image.remove_path(path)
t.equal("again without the path",
        t.mockup(image, density="medium", curvature=True), "")
t.equal("one path", len(image.get_paths()), 1)
t.check("the same picture", t.rendered(image) == good)

# The copy was deleted: the group is empty.
image.remove_layer(group.get_children()[0])
t.check("an empty group shows the photo", t.rendered(image) == plain)
message = t.mockup(image, density="medium", curvature=True)
t.equal("again without the copy", message, "")
t.check("the same picture", t.rendered(image) == good)

# The group was deleted.
image.remove_layer(group)
t.equal("again without the group",
        t.mockup(image, density="medium", curvature=True), "")
t.equal("one group", len(t.treatment_groups(image)), 1)
t.check("the same picture", t.rendered(image) == good)

# The photo was painted on.  The group holds a copy: a new one is asked for by
# running again with the copy deleted, as above.
t.equal("the photo is untouched", t.pixels(photo, "R'G'B' u8") == plain, True)

t.finish()
