"""What is selected is treated: feathered, not at all, again; and it is the same
afterwards."""

from gi.repository import Gimp

import smptest as t

SIZE = 400, 300


def ready(**options):
    return t.plain_image(*SIZE, **options)


# Nothing selected
image = ready()
before = t.state(image)
message = t.mockup(image, px_per_mm=8.0)
t.check("nothing selected is refused", message != "")
t.check("the message speaks of selecting", "elect" in message, message)
t.unchanged("and nothing is changed", image, before)

plain = t.rendered(image)
t.equal("the whole photo, if told so",
        t.mockup(image, px_per_mm=8.0, whole=True), "")
treated = t.rendered(image)
touched = t.changed(plain, treated)
corners = [sum(touched[3 * (y * SIZE[0] + x)] > 0
               for y in range(top, top + 40) for x in range(left, left + 40))
           for top in (0, SIZE[1] - 40) for left in (0, SIZE[0] - 40)]
t.check("dots in every corner", min(corners) > 100, corners)
t.check("still nothing is selected", Gimp.Selection.is_empty(image))
values = t.filter_values(image)
t.near("the scale", values["px-per-mm"], 8, 1e-5)

# whole=TRUE with a selection: the selection counts.
image = ready()
image.select_rectangle(Gimp.ChannelOps.REPLACE, 100, 100, 100, 100)
t.equal("a selection", t.mockup(image, px_per_mm=8.0, whole=True), "")
touched = t.changed(plain, t.rendered(image))
t.check("counts more than being told the whole photo",
        touched[:3 * SIZE[0] * 80] == bytes(3 * SIZE[0] * 80) and any(touched))

# Without a scale the photo counts as 230 mm wide.
image = ready()
t.equal("no scale", t.mockup(image, whole=True), "")
values = t.filter_values(image)
t.near("is guessed", values["px-per-mm"], SIZE[0] / 230, 1e-5)

# A soft selection: half selected is half treated.
image = ready()
ramp = bytes(x * 255 // (SIZE[0] - 1) for x in range(SIZE[0])) * SIZE[1]
t.select(image, ramp)
light = t.light(image)
t.equal("a ramp selected", t.mockup(image, px_per_mm=8.0), "")
t.check("the selection is the same afterwards", t.selected(image) == ramp)
after = t.light(image)
losses = []
for left in range(0, SIZE[0], 100):
    weights = bytes(left <= x < left + 100 for x in range(SIZE[0])) * SIZE[1]
    losses.append(t.light_loss(light, after, weights))
print("light lost along the ramp:", " ".join("%.2f" % loss for loss in losses))
for k, loss in enumerate(losses):
    t.near("treated as much as selected, %d" % k, loss / losses[3],
           (2 * k + 1) / 7, 0.06)

# A feathered one, kept in bounds and values.
image = t.open_sample()
Gimp.Selection.feather(image, 60)
feathered = t.selected(image)
bounds = list(Gimp.Selection.bounds(image))
t.check("feathered", len(set(feathered)) > 100)
t.equal("feathered selection",
        t.mockup(image, **t.sample_values("front_light")), "")
t.check("the same selection", t.selected(image) == feathered)
t.equal("the same bounds", list(Gimp.Selection.bounds(image)), bounds)
child = t.treatment_groups(image)[0].get_children()[0]
_, x, y = child.get_offsets()
box = (x, y, child.get_width(), child.get_height())
t.check("the mask is as soft", t.pixels(child.get_mask(), "Y u8")
        == t.pixels(image.get_selection(), "Y u8", box))
t.equal("again with it", t.mockup(image, density="light"), "")
t.check("the same selection again", t.selected(image) == feathered)
t.check("the mask is as before", t.pixels(child.get_mask(), "Y u8")
        == t.pixels(image.get_selection(), "Y u8", box)
        if child.is_valid() else False)

# A later selection adds to the mask, and the copy grows.
image = ready()
image.select_rectangle(Gimp.ChannelOps.REPLACE, 40, 40, 60, 60)
t.mockup(image, px_per_mm=8.0)
first = t.rendered(image)
t.check("a file shows the same dots, the selection left as it is",
        t.largest_difference(t.exported(image), first) <= 1)
image.select_rectangle(Gimp.ChannelOps.REPLACE, 300, 200, 60, 60)
t.equal("a second selection", t.mockup(image), "")
second = t.rendered(image)
t.check("a file shows the same dots, two areas treated",
        t.largest_difference(t.exported(image), second) <= 1)
t.equal("still one group", len(t.treatment_groups(image)), 1)
t.equal("one layer in it", len(t.treatment_groups(image)[0].get_children()), 1)
t.equal("one filter", len(t.treatment_groups(image)[0].get_filters()), 1)
top = 3 * SIZE[0] * 150
t.check("the first area keeps its dots", first[:top] == second[:top])
image2 = t.plain_image(*SIZE)
plain = t.rendered(image2)
t.check("the second has some",
        t.count(t.changed(plain[top:], second[top:])) > 500)
t.equal("the selection is the second", list(Gimp.Selection.bounds(image))[2:],
        [300, 200, 360, 260])

# One with the same bounds, and as many pixels, is another one all the same.
image = ready()
corners = (100, 50), (160, 110), (160, 50), (100, 110)
for k, (x, y) in enumerate(corners):
    way = Gimp.ChannelOps.ADD if k % 2 else Gimp.ChannelOps.REPLACE
    image.select_rectangle(way, x, y, 60, 60)
    if k % 2:
        t.equal("corners selected", t.mockup(image, px_per_mm=8.0), "")
child = t.treatment_groups(image)[0].get_children()[0]
t.equal("all four are treated", t.count(t.pixels(child.get_mask(), "Y u8")),
        4 * 60 * 60)

# Painting out what was treated stays, though the selection is still there.
image = ready()
image.select_rectangle(Gimp.ChannelOps.REPLACE, 100, 100, 150, 100)
t.mockup(image, px_per_mm=8.0)
child = t.treatment_groups(image)[0].get_children()[0]
mask = child.get_mask()
t.set_pixels(mask, bytes(mask.get_width() * mask.get_height()), "Y u8")
t.check("nothing is left", t.rendered(image) == plain)
t.equal("the same selection again", t.mockup(image, density="dark"), "")
t.check("brings nothing back that was painted out", t.rendered(image) == plain)

t.finish()
