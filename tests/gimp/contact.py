"""What the makers of contact sheets share: ImageMagick, labels, cells."""

import configparser
import os
import shutil
import subprocess

import smptest as t

OUT = os.environ["SMP_LOOK_FOLDER"]
GAP = 4
SIDE = 150
HEAD = 30
README = ("look-sheet", "hairline-front_light", "pattern-norwood", "scars")
CONVERT = ["magick" if shutil.which("magick") else "convert"]


def ini(path):
    file = configparser.ConfigParser(interpolation=None)
    if not file.read(path, encoding="utf-8"):
        raise SystemExit("There is no file " + path)
    return file


def presets(kind):
    return ini(os.path.join(os.environ["SMP_SOURCE"], "presets",
                            kind + ".ini"))


def sections(path, kind):
    """Name and values of each section "KIND NAME" of a file, with those of the
    sample head of that name, or which it names, unless it has a photo of its
    own."""
    samples = ini(os.path.join(t.PHOTOS, "samples.ini"))
    wanted = ini(path)
    for section in wanted.sections():
        name = section[len(kind):]
        if not section.startswith(kind) or " " in name:
            continue
        values = dict(wanted[section], folder=os.path.dirname(path) or ".")
        head = values.get("sample", name)
        if head in samples and "photo" not in values:
            values = {**samples[head], **values, "folder": t.PHOTOS}
        yield name, values


def head_values(row):
    """Scale and head, for our procedures."""
    return {key: float(row[key]) for key in row
            if key == "px-per-mm" or key.startswith("head-")}


def places(text):
    return [tuple(map(float, point.split(","))) for point in text.split()]


def draw_path(image, points, name):
    path = t.Gimp.Path.new(image, name)
    image.insert_path(path, None, 0)
    path.stroke_new_from_points(
        t.Gimp.PathStrokeType.BEZIER,
        [part for point in points for part in 3 * point], False)


def convert(*arguments):
    subprocess.run(CONVERT + [str(argument) for argument in arguments],
                   check=True)


def caption(text, width, height, points=13):
    """The arguments which draw a text in a box."""
    return ["(", "-size", "%dx%d" % (width, height), "-gravity", "Center",
            "-font", "DejaVu-Sans", "-pointsize", points, "-fill", "#202020",
            "-background", "white", "caption:" + text.replace("%", "%%"), ")"]


def seen(image, box, path):
    """Writes what one sees of an image within a box, full size."""
    visible = t.Gimp.Layer.new_from_visible(image, image, "visible")
    with open(path, "wb") as file:
        file.write(b"P6 %d %d 255\n" % box[2:])
        file.write(t.pixels(visible, "R'G'B' u8", box))
    visible.delete()


def shrunk(size):
    """The arguments which scale a picture as light is scaled."""
    return ["-colorspace", "RGB", "-resize", "%dx%d!" % size,
            "-colorspace", "sRGB", "-depth", 8]


def sheet(name, titles, rows, cell, note, side=SIDE):
    """Lays pictures in rows under their titles: each row a text and the files
    of its cells, or None for an empty one.  Those for README also as JPEG."""
    column = cell[0] + GAP
    parts = ["("] + caption("", side, HEAD)
    for title in titles:
        parts += caption(title, column, HEAD)
    parts += ["+append", ")"]
    for text, files in rows:
        parts += ["("] + caption(text, side, cell[1] + GAP)
        for file in files:
            parts += ["(", file or "xc:white[%dx%d!]" % cell, "-bordercolor",
                      "white", "-border", GAP // 2, ")"]
        parts += ["+append", ")"]
    parts += caption(note, side + column * len(titles), HEAD)
    path = os.path.join(OUT, name)
    convert(*parts, "-append", "-depth", 8, "-strip", path + ".png")
    print(path + ".png", flush=True)
    if name in README:
        convert(path + ".png", "-strip", "-quality", 84, "-interlace", "JPEG",
                path + ".jpg")
        print(path + ".jpg", flush=True)
