"""A photo of 24 megapixels."""

import time

from gi.repository import Gegl, Gimp

import smptest as t

image = t.open_sample()
image.undo_disable()
image.scale(6000, 4500)
image.crop(6000, 4000, 0, 0)
image.undo_enable()
image.clean_all()
scale = 5.663 * 5

begun = time.monotonic()
t.equal("the mock-up on 24 megapixels", t.mockup(image, px_per_mm=scale), "")
took = time.monotonic() - begun
copy = image.duplicate()
layer = copy.flatten()
after = t.pixels(layer, "Y' u8", (2800, 900, 400, 400))
copy.delete()
seen = time.monotonic() - begun
print("mock-up %.1f s, and a flat copy %.1f s" % (took, seen - took))
t.check("takes less than 20 s with a flat copy", seen < 20, seen)

photo = image.get_layers()[-1]
before = t.pixels(photo, "Y' u8", (2800, 900, 400, 400))
t.check("there are dots", sum(a < b for a, b in zip(after, before)) > 5000)
t.near("the light they take", 100 * (1 - sum(after) / sum(before)), 9, 5)

begun = time.monotonic()
t.equal("again", t.mockup(image, density="dark"), "")
took = time.monotonic() - begun
t.check("again takes less than 10 s", took < 10, took)

t.finish()
