"""The mock-up on a sample head: what it builds, and that its dots lie where
the artist selected."""

from gi.repository import Gimp

import smptest as t

image = t.open_sample()
photo = image.get_layers()[0]
width, height = image.get_width(), image.get_height()
mask = t.selected(image)
photo_pixels = t.pixels(photo)
before = t.rendered(image)
light_before = t.light(image)
image.add_vguide(300)
image.clean_all()

t.equal("the mock-up runs",
        t.mockup(image, **t.sample_values("front_light")), "")

# What it builds
layers = image.get_layers()
t.equal("two layers", len(layers), 2)
group = layers[0]
t.check("a group lies above the photo", group.is_group())
t.equal("the photo is the same layer", layers[1].get_id(), photo.get_id())
t.equal("the group's name", group.get_name(), "SMP Dots")
t.equal("the group's mode", group.get_mode(), Gimp.LayerMode.NORMAL)
t.equal("the group's mark", t.parasite_text(group, "smp-treatment"), "dots")
t.check("the group is visible", group.get_visible())
t.equal("the group's opacity", group.get_opacity(), 100)
children = group.get_children()
t.equal("one layer in the group", len(children), 1)
child = children[0]
t.equal("its name", child.get_name(), "SMP photo")
t.check("it has a mask", child.get_mask() is not None)
t.check("the mask is what one paints on", child.get_edit_mask())
t.equal("its layer is selected", [child.get_id()],
        [layer.get_id() for layer in image.get_selected_layers()])
t.check("the mask is shown as such nowhere", not child.get_show_mask())

_, set_, x1, y1, x2, y2 = Gimp.Selection.bounds(image)
_, x, y = child.get_offsets()
t.check("the copy holds the selection", x <= x1 and y <= y1
        and x + child.get_width() >= x2 and y + child.get_height() >= y2)
t.check("the copy has a margin",
        min(x1 - x, y1 - y) >= 20 or x == 0 or y == 0)
t.check("the copy is smaller than the photo",
        child.get_width() * child.get_height() < width * height)
box = (x, y, child.get_width(), child.get_height())
t.check("the copy is the photo",
        t.pixels(child, "R'G'B' u8") == t.pixels(photo, "R'G'B' u8", box))
t.check("its mask is the selection, to the value",
        t.pixels(child.get_mask(), "Y u8")
        == t.pixels(image.get_selection(), "Y u8", box))

filters = group.get_filters()
t.equal("one filter on the group",
        [item.get_operation_name() for item in filters],
        ["smp:dots"])
t.equal("no filter on the copy", len(child.get_filters()), 0)
t.equal("no filter on the photo", len(photo.get_filters()), 0)
values = t.filter_values(image)
t.equal("the filter makes a layer", values["result"], "layer")
t.check("the filter has a frame", values["frame"] != "")
t.near("the filter's scale", values["px-per-mm"], 5.663, 1e-4)
t.equal("head curvature", values["curvature"], True)
for key, value in t.sample_values("front_light").items():
    if key.startswith("head-"):
        t.near("the filter's " + key, values[key], value, 1e-4)
t.equal("the filter's session", values["session"], 3)
t.check("the filter is visible", filters[0].get_visible())
t.equal("the filter's opacity", filters[0].get_opacity(), 1)

frame = [path for path in image.get_paths()
         if path.get_parasite("smp-frame") is not None]
t.equal("one frame", len(image.get_paths()), len(frame))
t.equal("the frame is one path", len(frame), 1)
t.check("it is not shown", not frame[0].get_visible())
t.equal("its name", frame[0].get_name(), "SMP frame")
kept = t.photo_values(image)
t.near("the scale is kept with the image",
       float(kept["px-per-mm"]), 5.663, 1e-6)
t.equal("and the size", (float(kept["width"]), float(kept["height"])),
        (width, height))
t.equal("and the photo's layer",
        int(float(kept["photo-tattoo"])), photo.get_tattoo())

# What stays
t.check("the photo is untouched, bit by bit", t.pixels(photo) == photo_pixels)
t.check("the selection is untouched", t.selected(image) == mask)
t.equal("no channel is left", len(image.get_channels()), 0)
t.equal("the guide is there",
        image.get_guide_position(image.find_next_guide(0)),
        300)
t.check("the image counts as changed", image.is_dirty())

# What one sees
after = t.rendered(image)
touched = t.changed(before, after)
t.check("dots in the selection",
        t.count(t.where(touched, t.threefold(mask))) > 20000,
        t.count(touched))
outside = t.inverted(t.grown(image, mask, 20))
t.equal("none more than 20 px outside",
        t.count(t.where(touched, t.threefold(outside))), 0)
t.check("nothing gets lighter",
        all(map(int.__ge__, before, after)))
loss = t.light_loss(light_before, t.light(image), mask)
t.check("light lost in the bald area: 14 to 22 %", 14 <= loss <= 22, loss)
print("light lost: %.2f %%" % loss)

group.set_visible(False)
t.check("a hidden group shows the photo", t.rendered(image) == before)
group.set_visible(True)

# The same again gives the same dots.
again = t.open_sample()
t.mockup(again, **t.sample_values("front_light"))
t.check("the same values give the same picture", t.rendered(again) == after)
other = t.open_sample()
t.mockup(other, seed=7, **t.sample_values("front_light"))
t.check("another seed gives other dots", t.rendered(other) != after)
loss = t.light_loss(light_before, t.light(other), mask)
t.check("as many of them", 14 <= loss <= 22, loss)

# More of each density preset, each session.
losses = []
for density in ("light", "natural", "medium", "full", "dark"):
    t.equal("density " + density,
            t.mockup(again, density=density, curvature=True), "")
    losses.append(t.light_loss(light_before, t.light(again), mask))
print("light lost by preset:", " ".join("%.2f" % loss for loss in losses))
t.equal("each density darker than the one before", losses, sorted(losses))
t.check("from a little to a lot",
        losses[0] < 11 and 22 < losses[-1] < 33, losses)
losses = []
for session in (1, 2, 3):
    t.equal("session %d" % session,
            t.mockup(again, density="medium", session=session, curvature=True),
            "")
    losses.append(t.light_loss(light_before, t.light(again), mask))
t.check("each session adds dots",
        losses[0] < losses[1] - 2 < losses[2] - 4, losses)
t.equal("the filter's session follows",
        t.filter_values(again)["session"], 3)
losses = []
for shade in ("mist", "slate", "onyx"):
    t.equal("shade " + shade, t.mockup(again, shade=shade, curvature=True), "")
    losses.append(t.light_loss(light_before, t.light(again), mask))
t.equal("each shade darker than the one before", losses, sorted(losses))
t.equal("all of them in one group", len(t.treatment_groups(again)), 1)

t.finish()
