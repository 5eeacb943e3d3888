"""Contact sheets of mock-ups, for the eye and for README:

    sh tests/environment.sh 3.0 sh -c 'ninja -C "$SMP_BUILD" look'

makes in the folder tests/gimp/look of the build folder, and names them,

    look-sheet     heads from before to years later
    close-sheet    the same at full size, a pixel for a pixel, to judge dots
    shade-sheet    heads in all shades, healed
    hairline-...   hairlines of all shapes and diffusions on a head, and at
                   full size
    pattern-...    pattern templates: where they treat, and treated
    scars          scars before and after sessions, and at full size

Those that README shows are also made as JPEG.

What the heads are is written in look.ini; the full path in SMP_LOOK names
another such file, with photos of your own, within the folder that this is
called from or the temporary folder.  SMP_LOOK_SHEETS makes some sheets only:
some of the words mockup, hairline, pattern and scar.

To refresh the pictures for README, after that:

    sh tests/environment.sh 3.0 sh -c \\
      'cp "$SMP_BUILD"/tests/gimp/look/*.jpg plugin/pictures/'
"""

import os
import shutil

import contact as c
import designs
import scarsheet
import smptest as t

ROWS = os.environ.get("SMP_LOOK") or os.path.join(
    os.environ["SMP_SOURCE"], "tests", "gimp", "look.ini")
SHEETS = (os.environ.get("SMP_LOOK_SHEETS") or
          "mockup hairline pattern scar").split()
CELL = (232, 174)

# Captions and arguments of the mock-up; None: the photo.
STAGES = {
    "Before": None,
    "Day 0": {"stage": "fresh"},
    "Day 4": {"stage": "day-4"},
    "Session 1, healed": {"stage": "healed", "session": 1},
    "Session 3, healed": {"stage": "healed"},
    "1 year": {"stage": "year-1"},
    "5 years": {"stage": "year-5"},
    "8 years": {"stage": "year-8"},
}

SHADES = {c.presets("shade")[name]["name"]: {"shade": name}
          for name in c.presets("shade").sections()}


def rows():
    """Name, values and folder of each row."""
    for name, values in c.sections(ROWS, ""):
        yield name, values, values["folder"]


def open_row(row, folder):
    image = t.load(os.path.join(folder, row["photo"]))
    mask = t.load(os.path.join(folder, row["mask"]))
    t.select(image, t.pixels(mask.flatten(), "Y' u8"))
    mask.delete()
    if "line" in row:
        c.draw_path(image, c.places(row["line"]), "line")
    return image


def arguments(row):
    """What the mock-up is told for a row."""
    values = dict({key: row[key] for key in ("density", "shade", "diffusion",
                                             "zone", "hairline")
                   if key in row}, **c.head_values(row))
    if "line" in row:
        values["hairline"] = "line"
    return dict(values, curvature="head-x" in row, session=3)


def crop_of(row, image):
    """The box of the photo that the cells show."""
    wide, high = image.get_width(), image.get_height()
    if "crop" in row:
        left, top, width = map(int, row["crop"].split())
    else:
        _, _, x1, y1, x2, y2 = t.Gimp.Selection.bounds(image)
        width = 1.1 * max(x2 - x1, (y2 - y1) * CELL[0] / CELL[1])
        width = int(min(width, wide, high * CELL[0] / CELL[1]))
        left = (x1 + x2 - width) // 2
        top = (y1 + y2 - width * CELL[1] // CELL[0]) // 2
    height = width * CELL[1] // CELL[0]
    return (max(0, min(left, wide - width)), max(0, min(top, high - height)),
            width, height)


def spot_of(row, crop):
    if "spot" in row:
        return (*map(int, row["spot"].split()), *CELL)
    return (crop[0] + (crop[2] - CELL[0]) // 2,
            crop[1] + (crop[3] - CELL[1]) // 2, *CELL)


def shown(image, crop, spot, name):
    """Writes what one sees now: in the size of a cell, and the spot at full
    size."""
    for box, kind in ((crop, "small"), (spot, "close")):
        path = os.path.join(c.OUT, "%s-%s" % (name, kind))
        c.seen(image, box, path + ".ppm")
        c.convert(path + ".ppm", *c.shrunk(CELL), path + ".png")
        os.remove(path + ".ppm")


def row_pictures(name, row, folder):
    """One picture for each column of all sheets, each made by the mock-up from
    the last one."""
    image = open_row(row, folder)
    crop = crop_of(row, image)
    spot = spot_of(row, crop)
    values = arguments(row)
    for number, change in enumerate([*STAGES.values(), *SHADES.values()]):
        if change is not None:
            told = dict(values, **change)
            t.equal("%s %s" % (name, change), t.mockup(image, **told), "")
        shown(image, crop, spot, "%s-%d" % (name, number))
    image.delete()


def words(row, shade):
    """What stands at the left of a row."""
    density = c.presets("density")[row.get("density", "medium")]["name"]
    text = "%s\n\n%s density" % (row.get("caption", ""), density)
    if shade:
        text += "\n" + c.presets("shade")[row.get("shade", "charcoal")]["name"]
    return text


def sheet(name, titles, numbers, kind, note):
    """Lays the pictures with these numbers side by side, a row for each head,
    under their titles."""
    lines = [(words(row, kind != "shade"),
              [os.path.join(c.OUT, "%s-%d-%s.png" % (
                  head, number, "close" if kind == "close" else "small"))
               for number in numbers]) for head, row, _ in rows()]
    c.sheet(name, titles, lines, CELL, note)


def mockups(note):
    for name, row, folder in rows():
        row_pictures(name, row, folder)
    stages = list(range(len(STAGES)))
    shades = [0] + list(range(len(STAGES), len(STAGES) + len(SHADES)))
    sheet("look-sheet", STAGES, stages, "small", note)
    sheet("close-sheet", STAGES, stages, "close",
          note + ". One pixel of the photo is one pixel here")
    sheet("shade-sheet", ["Before", *SHADES], shades, "shade",
          note + ". Healed after the last session")


shutil.rmtree(c.OUT, ignore_errors=True)
os.makedirs(c.OUT)
note = "Simulation"
if not os.environ.get("SMP_LOOK"):
    note += ": rendered heads, no real persons"
if "mockup" in SHEETS:
    mockups(note)
if "hairline" in SHEETS:
    for name, row in c.sections(ROWS, "hairline "):
        designs.hairlines(name, row, note)
if "pattern" in SHEETS:
    heads = dict(c.sections(ROWS, "head "))
    for name, row in c.sections(ROWS, "pattern "):
        designs.patterns(name, row, heads, note)
if "scar" in SHEETS:
    scarsheet.scars(c.sections(ROWS, "scar "), note)
t.finish()
