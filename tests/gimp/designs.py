"""Contact sheets of hairlines and of pattern templates, for look.py."""

import os

import contact as c
import smptest as t

CELL = (300, 225)
CLOSE = (340, 255)
DIFFUSIONS = c.presets("diffusion")
SHAPES = c.presets("hairline")
PATTERNS = c.presets("pattern")
INK = "#b01030"


def opened(row):
    """The photo, with the area selected, if there is one."""
    image = t.load(os.path.join(row["folder"], row["photo"]))
    if "area" in row:
        image.select_polygon(t.Gimp.ChannelOps.REPLACE, [
            part for place in c.places(row["area"]) for part in place])
    return image


def whole(image):
    return (0, 0, image.get_width(), image.get_height())


def file_of(*words):
    return os.path.join(c.OUT, "-".join(words))


def box_of(row, key, size, image):
    """Left, top and perhaps width of what is shown."""
    if key not in row:
        width = image.get_width()
        return 0, 0, width, min(image.get_height(), width * size[1] // size[0])
    numbers = [int(part) for part in row[key].split()]
    width = numbers[2] if len(numbers) > 2 else size[0]
    return (*numbers[:2], width, width * size[1] // size[0])


def write(image, box, size, path, overlay=()):
    """What is seen in a box, with what ImageMagick draws over the photo."""
    c.seen(image, whole(image), path + ".ppm")
    c.convert(path + ".ppm", *overlay, "-crop", "%dx%d+%d+%d" % (
        box[2], box[3], box[0], box[1]), "+repage", *c.shrunk(size),
        path + ".png")
    os.remove(path + ".ppm")
    return path + ".png"


# Hairlines

def line_drawn(image, name):
    """The arguments which draw a path."""
    path = image.get_path_by_name(name)
    points = path.stroke_interpolate(path.get_strokes()[0], 0.5)[0]
    return ["-fill", "none", "-stroke", INK, "-strokewidth", 3, "-draw",
            "polyline " + " ".join("%.1f,%.1f" % place for place in zip(
                points[::2], points[1::2]))]


def hairline_values(row, shape):
    values = {"shape": shape, "points": "brows", "from": "brows",
              "replace": True}
    for key in ("height", "pitch"):
        if key in row:
            values[key] = float(row[key])
    return values


def hairline_row(name, row, shape):
    """The files of one shape: the line and the treatment with each diffusion,
    small ones and those at full size."""
    image = opened(row)
    told = {key: row[key] for key in ("density", "shade") if key in row}
    values = dict(c.head_values(row), curvature=True)
    t.equal(name + " has a scale",
            t.mockup(image, density="light", **values), "")
    image.remove_layer(t.treatment_groups(image)[0])
    c.draw_path(image, c.places(row["brows"]), "brows")
    t.equal("%s: %s" % (name, shape), t.run(
        "plug-in-smp-hairline", image, image.get_selected_drawables(),
        **hairline_values(row, shape)), "")
    crop = box_of(row, "crop", CELL, image)
    spot = box_of(row, "spot", CLOSE, image)
    drawn = line_drawn(image, "Hairline")
    small = [write(image, crop, CELL, file_of(name, shape, "line"), drawn)]
    close = [write(image, spot, CLOSE, file_of(name, shape, "spot"), drawn)]
    for diffusion in DIFFUSIONS.sections():
        case = file_of(name, shape, diffusion)
        t.equal(case, t.mockup(image, hairline="Hairline", session=3,
                               diffusion=diffusion, **told, **values), "")
        small.append(write(image, crop, CELL, case))
        close.append(write(image, spot, CLOSE, case + "-close"))
    image.delete()
    return small, close


def hairlines(name, row, note):
    """The sheets of one head."""
    titles = ["The line"] + [DIFFUSIONS[id]["name"] + " diffusion"
                             for id in DIFFUSIONS.sections()]
    lines = [(SHAPES[shape]["name"], hairline_row(name, row, shape))
             for shape in row.get("shapes", " ".join(
                 SHAPES.sections())).split()]
    c.sheet("hairline-" + name, titles,
            [(words, files[0]) for words, files in lines], CELL, note)
    c.sheet("hairline-%s-close" % name, titles,
            [(words, files[1]) for words, files in lines], CLOSE,
            note + ". One pixel of the photo is one pixel here")


# Patterns

def mask_file(image, path):
    """The mask of the treatment over the whole image."""
    layer = t.treatment_groups(image)[0].get_children()[0]
    _, x, y = layer.get_offsets()
    with open(path, "wb") as file:
        file.write(b"P5 %d %d 255\n" % (layer.get_width(), layer.get_height()))
        file.write(t.pixels(layer.get_mask(), "Y u8"))
    return ["(", "-size", "%dx%d" % whole(image)[2:], "xc:black", path,
            "-geometry", "+%d+%d" % (x, y), "-composite", ")"]


def pattern_cells(case, row, pattern):
    """Where the pattern treats, and the treatment; the areas in words."""
    image = opened(row)
    box = box_of(row, "crop", CELL, image)
    values = dict(c.head_values(row), pattern=pattern,
                  **{key: row[key] for key in ("view", "density", "shade")
                     if key in row},
                  **{key: float(row[key]) for key in ("elevation", "turn")
                     if key in row})
    message, areas = t.call_selected("plug-in-smp-pattern", image, **values)
    if "nothing is seen" in message:
        image.delete()
        return [None, None], ""
    t.equal("%s: %s" % (case, pattern), message, "")
    treated = write(image, box, CELL, file_of(case, pattern))
    mask = mask_file(image, file_of(case, pattern) + ".pgm")
    t.treatment_groups(image)[0].set_visible(False)
    tinted = write(image, box, CELL, file_of(case, pattern, "mask"),
                   ["(", "+clone", "-fill", INK, "-colorize", 60, ")",
                    *mask, "-composite"])
    image.delete()
    return [tinted, treated], "%.0f cm² seen" % areas[1]


def patterns(name, row, heads, note):
    """One sheet: a row for each pattern, two cells for each head."""
    wanted = row["heads"].split()
    titles = [title for head in wanted
              for title in (heads[head].get("caption", head), "Treated")]
    lines = []
    for pattern in row["patterns"].split():
        files = []
        words = PATTERNS[pattern]["name"] + "\n"
        if "area" in PATTERNS[pattern]:
            words += "\n%s cm²" % PATTERNS[pattern]["area"]
        for head in wanted:
            cells, area = pattern_cells("%s-%s" % (name, head), heads[head],
                                        pattern)
            files += cells
            words += "\n" + area
        lines.append((words, files))
    c.sheet("pattern-" + name, titles, lines, CELL, note)
