# What latency.sh runs inside GIMP, as a plug-in of a running session with
# windows: builds the treatment, changes it step by step and with the brush,
# and takes the time from X's DAMAGE extension, which tells when GIMP draws
# on the canvas, whether or not the picture changes.

import ctypes
import os
import statistics
import time

import gi
gi.require_version('Gimp', '3.0')
from gi.repository import Gimp

FOLDER = os.environ['SMP_LATENCY_FOLDER']
ROUNDS = 2              # with either filter, in turn
STEPS = 5               # of each kind in a round
CAMERA_BLUR = 0.8       # px
QUIET = 0.8             # seconds without drawing: the canvas is complete
LIMIT = 60.0            # seconds until a step is given up
STROKE = 4.0            # seconds
FRAME = 0.008           # seconds: what is drawn within is one refresh

NOOP = 'smp:bench-noop'

# What is changed in a filter.
VALUES = {'smp:dots': ('density', [150.0, 170.0, 190.0, 160.0, 180.0]),
          'smp:scar-camouflage': ('tone', [0.6, 0.7, 0.8, 0.9, 0.85]),
          NOOP: ('value', [1.0, 2.0, 3.0, 4.0, 5.0])}

# A scar, mm, across the middle of the photo, and px per mm as in the bench.
LENGTH = 200.0
WIDTH = 4.0
SCALE = 13.0

# The kinds of steps, and by how much ours may be slower than the no-op.
TARGETS = {'slider, fit in window': 0.2, 'slider, at 100 %': 0.1,
           'brush on the mask': 0.1}
WORK = 'brush, processor time'


class Rectangle(ctypes.Structure):
    _fields_ = [('x', ctypes.c_short), ('y', ctypes.c_short),
                ('width', ctypes.c_ushort), ('height', ctypes.c_ushort)]


class DamageEvent(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong),
                ('send_event', ctypes.c_int), ('display', ctypes.c_void_p),
                ('drawable', ctypes.c_ulong), ('damage', ctypes.c_ulong),
                ('level', ctypes.c_int), ('more', ctypes.c_int),
                ('timestamp', ctypes.c_ulong), ('area', Rectangle),
                ('geometry', Rectangle)]


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('damage', DamageEvent),
                ('padding', ctypes.c_long * 24)]


class Screen:
    """The display: what is drawn on it, keys and the mouse."""

    def __init__(self, box):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtest = ctypes.CDLL('libXtst.so.6')
        self.xdamage = ctypes.CDLL('libXdamage.so.1')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.xdamage.XDamageCreate.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.left, self.top, self.width, self.height = box
        base = ctypes.c_int()
        error = ctypes.c_int()
        self.xdamage.XDamageQueryExtension(
            self.display, ctypes.byref(base), ctypes.byref(error))
        self.damage_type = base.value
        root = self.x11.XDefaultRootWindow(self.display)
        # 0: every rectangle that is drawn is reported
        self.xdamage.XDamageCreate(self.display, ctypes.c_ulong(root), 0)
        self.x11.XSync(self.display, 0)

    def drawn(self):
        """Whether something was drawn on the canvas since the last call."""
        event = Event()
        found = False
        while self.x11.XPending(self.display):
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == self.damage_type:
                area = event.damage.area
                found = found or (
                    area.x < self.left + self.width
                    and area.x + area.width > self.left
                    and area.y < self.top + self.height
                    and area.y + area.height > self.top)
        return found

    def wait_quiet(self, begin):
        """The seconds from begin until the last drawing."""
        last = None
        while True:
            now = time.monotonic()
            if self.drawn():
                last = now
            if now - (last or begin) > QUIET and (last or now - begin > LIMIT):
                return last - begin if last else None
            time.sleep(0.001)

    def key(self, *names):
        codes = [self.x11.XKeysymToKeycode(
            self.display, self.x11.XStringToKeysym(name.encode()))
            for name in names]
        for code in codes:
            self.xtest.XTestFakeKeyEvent(self.display, code, 1, 0)
        for code in reversed(codes):
            self.xtest.XTestFakeKeyEvent(self.display, code, 0, 0)
        self.x11.XFlush(self.display)

    def move(self, x, y):
        """To a place on the canvas, 0 to 1."""
        self.xtest.XTestFakeMotionEvent(
            self.display, -1, int(self.left + x * self.width),
            int(self.top + y * self.height), 0)
        self.x11.XFlush(self.display)

    def button(self, down):
        self.xtest.XTestFakeButtonEvent(self.display, 1, int(down), 0)
        self.x11.XFlush(self.display)


def run(name, **values):
    procedure = Gimp.get_pdb().lookup_procedure(name)
    config = procedure.create_config()
    for key, value in values.items():
        if key == 'drawables':
            config.set_core_object_array(key, value)
        else:
            config.set_property(key.replace('_', '-'), value)
    result = procedure.run(config)
    if result.index(0) != Gimp.PDBStatusType.SUCCESS:
        raise RuntimeError('%s failed: %s' % (name, result.index(1)))


def group_of(image):
    return next(layer for layer in image.get_layers() if layer.is_group())


def build_dots(image):
    """The treatment that Mock-up makes of the scalp; returns its group."""
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 1600, 1000, 2800, 1800)
    run('plug-in-smp-mockup', run_mode=Gimp.RunMode.NONINTERACTIVE,
        image=image, drawables=image.get_layers())
    Gimp.Selection.none(image)
    return group_of(image)


def build_scar(image):
    """The treatment that Camouflage Scar makes; returns its group."""
    width, height = image.get_width(), image.get_height()
    half = LENGTH * SCALE / 2
    path = Gimp.Path.new(image, 'scar')
    image.insert_path(path, None, 0)
    path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, [
        part for x, y in ((width / 2 - half, 0.40 * height),
                          (width / 2, 0.45 * height),
                          (width / 2 + half, 0.42 * height))
        for part in 3 * [x, y]], False)
    run('plug-in-smp-scar', run_mode=Gimp.RunMode.NONINTERACTIVE,
        image=image, drawables=image.get_layers(), path='scar', width=WIDTH,
        px_per_mm=SCALE)
    return group_of(image)


def give_filter(group, operation, values):
    """The group's only filter; values are those of the treatment."""
    for old in group.get_filters():
        old.delete()
    made = Gimp.DrawableFilter.new(group, operation, 'Timed')
    if operation != NOOP:
        for name, value in values.items():
            made.get_config().set_property(name, value)
        # the enlarged photo is softer than any camera's
        made.get_config().set_property('sharpness', CAMERA_BLUR)
    made.set_blend_mode(Gimp.LayerMode.REPLACE)
    made.update()
    group.append_filter(made)
    return group.get_filters()[0]


def time_slider(screen, made, operation):
    name, values = VALUES[operation]
    times = []
    for value in values[:STEPS]:
        screen.drawn()
        made.get_config().set_property(name, value)
        made.set_opacity(made.get_opacity())
        made.set_blend_mode(made.get_blend_mode())
        begin = time.monotonic()
        made.update()
        Gimp.displays_flush()
        times.append(screen.wait_quiet(begin))
    return times


def gimp_work():
    """The processor seconds that GIMP, which has started this, has used."""
    try:
        with open('/proc/%d/stat' % os.getppid()) as file:
            fields = file.read().rsplit(')', 1)[1].split()
    except OSError:
        return float('nan')
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def time_brush(screen):
    """The seconds between the refreshes of the canvas while painting, and the
    processor seconds for each."""
    screen.key('p')
    screen.move(0.4, 0.4)
    screen.wait_quiet(time.monotonic() - LIMIT)
    screen.button(True)
    begin = time.monotonic()
    work = gimp_work()
    refreshes = []
    while (now := time.monotonic()) < begin + STROKE:
        done = (now - begin) / STROKE
        screen.move(0.4 + 0.2 * done, 0.4 + 0.1 * done)
        if screen.drawn():
            if not refreshes or now - refreshes[-1] > FRAME:
                refreshes.append(now)
        time.sleep(0.002)
    work = gimp_work() - work
    screen.button(False)
    screen.wait_quiet(time.monotonic())
    # fewer than two: they are as far apart as the stroke took, or more
    return ([b - a for a, b in zip(refreshes, refreshes[1:])] or [STROKE],
            [work / max(len(refreshes), 1)])


def zoom(screen, *keys):
    screen.key(*keys)
    screen.wait_quiet(time.monotonic() - LIMIT)


def measure(screen, group):
    """{kind: {operation: [seconds]}}, first of ours, then of the no-op"""
    ours = group.get_filters()[0].get_operation_name()
    config = group.get_filters()[0].get_config()
    treatment = {spec.name: config.get_property(spec.name)
                 for spec in config.list_properties()}
    times = {kind: {operation: [] for operation in (ours, NOOP)}
             for kind in [*TARGETS, WORK]}
    for _ in range(ROUNDS):
        for operation in (ours, NOOP):
            made = give_filter(group, operation, treatment)
            Gimp.displays_flush()
            zoom(screen, 'Control_L', 'Shift_L', 'j')
            times['slider, fit in window'][operation] += time_slider(
                screen, made, operation)
            refreshes, work = time_brush(screen)
            times['brush on the mask'][operation] += refreshes
            times[WORK][operation] += work
            zoom(screen, '1')
            times['slider, at 100 %'][operation] += time_slider(
                screen, made, operation)
    return times


def quartiles(values):
    return statistics.quantiles(values, n=4, method='inclusive')


def report(times, file):
    print('%-24s%20s%16s%12s%10s' % (
        'seconds, median', *times[WORK], 'difference', 'at most'), file=file)
    for kind, target in TARGETS.items():
        ours, noop = (statistics.median(values)
                      for values in times[kind].values())
        print('%-24s%20.3f%16.3f%+12.3f%10.1f  %s' % (
            kind, ours, noop, ours - noop, target,
            'ok' if ours - noop <= target else 'NOT OK'), file=file)
    for kind, operations in times.items():
        for operation, values in operations.items():
            quarter, half, most = quartiles(values)
            print('%s, %s: %d times, quartiles %.3f %.3f %.3f' % (
                kind, operation, len(values), quarter, half, most), file=file)


def main():
    while not os.path.exists(FOLDER + '/canvas'):
        time.sleep(0.1)
    with open(FOLDER + '/canvas') as file:
        screen = Screen([int(number) for number in file.read().split()])
    image = Gimp.get_images()[0]
    with open(FOLDER + '/tables', 'w') as file:
        for build in (build_dots, build_scar):
            group = build(image)
            Gimp.displays_flush()
            report(measure(screen, group), file)
            image.remove_layer(group)
    os.rename(FOLDER + '/tables', FOLDER + '/table')


try:
    main()
except Exception as error:
    with open(FOLDER + '/failure', 'w') as file:
        print(repr(error), file=file)
    raise
