"""The artist's own presets, broken ones among them, and looks in the filter's
Presets list."""

import os

from gi.repository import Gimp

import smptest as t

own = os.path.join(t.user_folder(), "smp", "presets")
os.makedirs(own)


def write(name, text):
    with open(os.path.join(own, name), "w") as file:
        file.write(text)


def ready():
    image = t.plain_image(300, 200)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 50, 50, 100, 100)
    image.clean_all()
    return image


def density_of(image):
    return t.filter_values(image)["density"]


# Looks for the filter's own list, while it has not been used
looks = os.path.join(t.user_folder(), "filters",
                     "GimpGegl-smp-dots-config.settings")
os.makedirs(os.path.dirname(looks), exist_ok=True)


def read(name):
    with open(name) as file:
        return file.read()


with open(looks, "w") as file:
    file.write('# settings\n\n(GimpGegl-smp-dots-config "My own"\n'
               "    (density 77))\n\n# end of settings\n")
os.utime(looks, (1.0e9, 1.0e9))
t.equal("looks are installed", t.run("plug-in-smp-install-presets"), "")
text = read(looks)
t.check("one's own look stays", '"My own"' in text and "(density 77)" in text)
names = text.count("(GimpGegl-smp-dots-config ")
t.check("one to two dozen looks", 12 <= names <= 24, names)
t.equal("brackets match", text.count("("), text.count(")"))
t.check("no value of a photo in them",
        not any("(%s" % word in text for word in (
            "px-per-mm", "frame", "head-", "result", "page", "hairline",
            "skin", "light", "sharpness", "grain")))
t.equal("again", t.run("plug-in-smp-install-presets"), "")
t.equal("adds nothing twice", read(looks), text)

# A preset of one's own
write("density-mine.ini",
      "[bushy]\nname=Bushy\nname[de]=Buschig\ndensity=222\nlight-loss=22\n")
image = ready()
t.equal("one's own density", t.mockup(image, density="bushy"), "")
t.near("is used", density_of(image), 222, 1e-4)
write("shade-mine.ini", "[ink]\nname=Ink\ndilution=4.5\n")
t.equal("one's own shade", t.mockup(image, shade="ink"), "")
t.near("is used", t.filter_values(image)["dilution"], 4.5, 1e-4)
message = t.mockup(ready(), density="none-such")
t.check("one's own are in the list of the known", "bushy" in message
        and "medium" in message, message)

# Broken ones: named with file and line, and the rest works.
for name, text, line in (
        ("density-broken.ini",
         "[good]\nname=Good\ndensity=111\n[oops\nx\n", "4"),
        ("density-value.ini",
         "[odd]\nname=Odd\ndensity=many\nlight-loss=20\n", "3"),
        ("shade-key.ini", "[odder]\nname=Odder\ndilution=9\nglitter=3\n", "4")):
    write(name, text)
    image = ready()
    t.equal(name + ": the others work",
            t.mockup(image, density="bushy", shade="ink"), "")
    t.near(name + ": the value", density_of(image), 222, 1e-4)
    t.check(name + ": file and line are told",
            "%s, line %s" % (os.path.join(own, name), line)
            in read(os.path.join(os.environ["SMP_TEST_FOLDER"], "log")))
    os.remove(os.path.join(own, name))

# Odd files
write("density-empty.ini", "")
os.mkdir(os.path.join(own, "density-folder.ini"))
with open(os.path.join(own, "density-binary.ini"), "wb") as file:
    file.write(bytes(range(256)) * 10)
image = ready()
t.equal("odd files", t.mockup(image, density="bushy"), "")
t.near("do no harm", density_of(image), 222, 1e-4)

# A file written since GIMP began is GIMP's, which may write its own list over
# anything that is added.
with open(looks, "w") as file:
    file.write("# settings\n\n# end of settings\n")
text = read(looks)
message = t.run("plug-in-smp-install-presets")
t.check("looks are not added now, and it says what to do", "Close" in message,
        message)
t.equal("the file is left alone", read(looks), text)

t.finish()
