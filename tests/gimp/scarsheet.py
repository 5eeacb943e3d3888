"""The contact sheet of scars, for look.py."""

import contact as c
import smptest as t
from designs import box_of, file_of, opened, write

CELL = (300, 225)
STAGES = {
    "Before": None,
    "Session 1, healed": {"session": 1},
    "Session 3, healed": {"session": 3},
    "5 years later": {"session": 3, "stage": "year-5"},
}


def cells(name, row):
    """The files of both rows: what is shown, and the spot at full size."""
    image = opened(row)
    boxes = {"small": box_of(row, "crop", CELL, image),
             "close": box_of(row, "spot", CELL, image)}
    values = {key: row[key] for key in ("scar", "maturity", "density", "shade")
              if key in row}
    if "line" in row:
        c.draw_path(image, c.places(row["line"]), "scar")
        values.update(path="scar", width=float(row["width"]))
    image.set_selected_layers(image.get_layers())
    files = {kind: [] for kind in boxes}
    for stage, change in STAGES.items():
        if change is not None:
            told = dict(values, **change,
                        **{"px-per-mm": float(row["px-per-mm"])})
            t.equal("%s, %s" % (name, stage), t.run(
                "plug-in-smp-scar", image, image.get_selected_drawables(),
                **told), "")
        for kind, box in boxes.items():
            files[kind].append(write(image, box, CELL, file_of(
                "scar", name, kind, str(len(files[kind])))))
    image.delete()
    return files


def scars(rows, note):
    lines = []
    for name, row in rows:
        files = cells(name, row)
        lines.append((row["caption"], files["small"]))
        lines.append(("at full size", files["close"]))
    c.sheet("scars", STAGES, lines, CELL, note)
