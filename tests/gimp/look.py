"""Contact sheets of mock-ups, for the eye and for README:

    sh tests/environment.sh 3.0 sh -c 'ninja -C "$SMP_BUILD" look'

makes in the folder tests/gimp/look of the build folder, and names them,

    look-sheet    heads from before to years later, also as JPEG for README
    close-sheet   the same at full size, a pixel for a pixel, to judge dots
    shade-sheet   heads in all shades, healed

What the heads are is written in look.ini; the full path in SMP_LOOK names
another such file, with photos of your own, within the folder that this is
called from or the temporary folder.

To refresh the picture for README, after that:

    sh tests/environment.sh 3.0 sh -c \\
      'cp "$SMP_BUILD"/tests/gimp/look/look-sheet.jpg plugin/pictures/'
"""

import configparser
import os
import shutil
import subprocess

import smptest as t

ROWS = os.environ.get("SMP_LOOK") or os.path.join(
    os.environ["SMP_SOURCE"], "tests", "gimp", "look.ini")
OUT = os.environ["SMP_LOOK_FOLDER"]
CELL = (232, 174)
GAP = 4
SIDE = 150
HEAD = 30
CONVERT = ["magick" if shutil.which("magick") else "convert"]

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


def ini(path):
    file = configparser.ConfigParser(interpolation=None)
    if not file.read(path, encoding="utf-8"):
        raise SystemExit("There is no file " + path)
    return file


def presets(kind):
    return ini(os.path.join(os.environ["SMP_SOURCE"], "presets",
                            kind + ".ini"))


SHADES = {presets("shade")[name]["name"]: {"shade": name}
          for name in presets("shade").sections()}


def rows():
    """Name, values and folder of each row."""
    samples = ini(os.path.join(t.PHOTOS, "samples.ini"))
    wanted = ini(ROWS)
    for name in wanted.sections():
        if name in samples and "photo" not in wanted[name]:
            yield name, dict(samples[name], **wanted[name]), t.PHOTOS
        else:
            yield name, dict(wanted[name]), os.path.dirname(ROWS) or "."


def open_row(row, folder):
    image = t.load(os.path.join(folder, row["photo"]))
    mask = t.load(os.path.join(folder, row["mask"]))
    t.select(image, t.pixels(mask.flatten(), "Y' u8"))
    mask.delete()
    if "line" in row:
        points = [tuple(map(float, point.split(",")))
                  for point in row["line"].split()]
        path = t.Gimp.Path.new(image, "line")
        image.insert_path(path, None, 0)
        path.stroke_new_from_points(
            t.Gimp.PathStrokeType.BEZIER,
            [part for point in points for part in 3 * point], False)
    return image


def arguments(row):
    """What the mock-up is told for a row."""
    values = {key: row[key] for key in ("density", "shade", "diffusion",
                                        "zone", "hairline") if key in row}
    for key in row:
        if key == "px-per-mm" or key.startswith("head-"):
            values[key] = float(row[key])
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


def convert(*arguments):
    subprocess.run(CONVERT + [str(argument) for argument in arguments],
                   check=True)


def caption(text, width, height, points=13):
    """The arguments which draw a text in a box."""
    return ["(", "-size", "%dx%d" % (width, height), "-gravity", "Center",
            "-font", "DejaVu-Sans", "-pointsize", points, "-fill", "#202020",
            "-background", "white", "caption:" + text.replace("%", "%%"), ")"]


def shown(image, crop, spot, name):
    """Writes what one sees now: in the size of a cell, scaled as light is, and
    the spot at full size."""
    visible = t.Gimp.Layer.new_from_visible(image, image, "visible")
    for box, kind in ((crop, "small"), (spot, "close")):
        path = os.path.join(OUT, "%s-%s" % (name, kind))
        with open(path + ".ppm", "wb") as file:
            file.write(b"P6 %d %d 255\n" % box[2:])
            file.write(t.pixels(visible, "R'G'B' u8", box))
        convert(path + ".ppm", "-colorspace", "RGB", "-resize",
                "%dx%d!" % CELL, "-colorspace", "sRGB", "-depth", 8,
                path + ".png")
        os.remove(path + ".ppm")
    visible.delete()


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
    density = presets("density")[row.get("density", "medium")]["name"]
    text = "%s\n\n%s density" % (row.get("caption", ""), density)
    if shade:
        text += "\n" + presets("shade")[row.get("shade", "charcoal")]["name"]
    return text


def sheet(name, titles, numbers, kind, note):
    """Lays the pictures with these numbers side by side, a row for each head,
    under their titles."""
    column = CELL[0] + GAP
    parts = ["("] + caption("", SIDE, HEAD)
    for title in titles:
        parts += caption(title, column, HEAD)
    parts += ["+append", ")"]
    for head, row, _ in rows():
        text = words(row, kind != "shade")
        parts += ["("] + caption(text, SIDE, CELL[1] + GAP)
        for number in numbers:
            file = "%s-%d-%s.png" % (head, number,
                                     "close" if kind == "close" else "small")
            parts += ["(", os.path.join(OUT, file), "-bordercolor", "white",
                      "-border", GAP // 2, ")"]
        parts += ["+append", ")"]
    parts += caption(note, SIDE + column * len(titles), HEAD)
    path = os.path.join(OUT, name)
    convert(*parts, "-append", "-depth", 8, "-strip", path + ".png")
    print(path + ".png", flush=True)
    return path


shutil.rmtree(OUT, ignore_errors=True)
os.makedirs(OUT)
for name, row, folder in rows():
    row_pictures(name, row, folder)

stages = list(range(len(STAGES)))
shades = [0] + list(range(len(STAGES), len(STAGES) + len(SHADES)))
note = "Simulation"
if not os.environ.get("SMP_LOOK"):
    note += ": rendered heads, no real persons"
path = sheet("look-sheet", STAGES, stages, "small", note)
convert(path + ".png", "-strip", "-quality", 84, "-interlace", "JPEG",
        path + ".jpg")
print(path + ".jpg", flush=True)
sheet("close-sheet", STAGES, stages, "close",
      note + ". One pixel of the photo is one pixel here")
sheet("shade-sheet", ["Before", *SHADES], shades, "shade",
      note + ". Healed after the last session")
t.finish()
