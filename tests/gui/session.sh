# GIMP with real windows on a display of its own, for a script that runs
# inside environment.sh and reads this file:
#
#   . "$SMP_SOURCE/tests/gui/session.sh"
#   session_begin FOLDER        X server and window manager; their logs, and
#                               the last screenshot, are kept in FOLDER
#   session_gimp [ARGUMENT...]  GIMP with the prepared settings
#   session_end                 ends all of it; also on exit and on signals
#
# Nothing here waits for a time: wait_for polls a state until a deadline.
# Clicks and keys are real ones (XTEST).  The canvas around the photo has a
# colour that nothing else has, so that the photo is found on the screen
# whatever GIMP's layout.

screen_width=1600
screen_height=1000
patience=${SMP_PATIENCE:-20}            # seconds until a state is missed
padding='#383a3b'                       # around the photo, on the screen ...
padding_gimprc='0.2196 0.2275 0.2314'   # ... and in gimprc
session_gimprc=                         # more lines for gimprc

# wait_for COMMAND...: until it succeeds; fails after the deadline.
wait_for() {
  deadline=$(($(date +%s) + patience))
  until "$@"; do
    [ "$(date +%s)" -lt "$deadline" ] || return 1
    sleep 0.05
  done
}

not() {
  ! "$@"
}

session_begin() {
  session=$1
  mkdir -p "$session"
  rm -f "$session/display"
  gimp_pid='' openbox_pid='' x_pid=''
  trap session_end EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  Xvfb -displayfd 5 -screen 0 "${screen_width}x${screen_height}x24" \
    -nolisten tcp -noreset 5>"$session/display" >"$session/xvfb.log" 2>&1 </dev/null &
  x_pid=$!
  wait_for test -s "$session/display" || return 1
  DISPLAY=:$(cat "$session/display")
  export DISPLAY
  unset WAYLAND_DISPLAY XAUTHORITY
  openbox >"$session/openbox.log" 2>&1 </dev/null &
  openbox_pid=$!
  wait_for has_window_manager
}

has_window_manager() {
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

# The folder of GIMP's settings in this profile.
gimp_folder() {
  set -- "$XDG_CONFIG_HOME"/GIMP/*
  printf '%s\n' "$1"
}

# Starts GIMP in a process group of its own, which its plug-ins belong to.
session_gimp() {
  cat >"$(gimp_folder)/gimprc" <<END
(config-version "$(LC_ALL=C.UTF-8 gimp-console --version </dev/null 2>/dev/null |
  sed -n 's/.*version \([0-9][0-9.]*\).*/\1/p')")
(check-updates no)
(show-welcome-dialog no)
(color-profile-policy keep)
(metadata-rotation-policy keep)
(marching-ants-speed 10000)
(show-brush-outline no)
(default-view
    (padding-mode custom)
    (padding-color (color-rgb $padding_gimprc)))
$session_gimprc
END
  setsid gimp --no-splash --console-messages "$@" \
    >"$session/gimp.log" 2>&1 </dev/null &
  gimp_pid=$!
}

session_stop() {
  [ -z "$gimp_pid" ] || kill -s KILL -- "-$gimp_pid" 2>/dev/null
  [ -z "$openbox_pid" ] || kill -s KILL "$openbox_pid" 2>/dev/null
  [ -z "$x_pid" ] || kill -s TERM "$x_pid" 2>/dev/null
  wait
}

session_end() {
  status=$?
  trap - EXIT
  trap '' HUP INT TERM
  session_stop
  exit "$status"
}

# A new display: whatever was on the old one is gone.
session_renew() {
  session_stop
  session_begin "$session"
}

# Windows.

# window TITLE: the visible window whose title matches, newest last.
window() {
  xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1 | grep .
}

has_window() {
  window "$1" >/dev/null
}

# window_box ID: sets box_x, box_y, box_width, box_height.
window_box() {
  eval "$(xdotool getwindowgeometry --shell "$1" 2>/dev/null |
    sed -n 's/^X=/box_x=/p; s/^Y=/box_y=/p; s/^WIDTH=/box_width=/p
            s/^HEIGHT=/box_height=/p')"
}

# What lies directly on the screen: menus and lists too.
count_windows() {
  xdotool search --maxdepth 1 --onlyvisible --name '' 2>/dev/null | wc -l
}

more_windows_than() {
  [ "$(count_windows)" -gt "$1" ]
}

is_active() {
  [ "$(xdotool getactivewindow 2>/dev/null)" = "$1" ]
}

activate() {
  xdotool windowactivate "$1" 2>/dev/null
  wait_for is_active "$1"
}

# Fills the screen with GIMP's main window.
fill_screen() {
  main=$(window "$1") || return 1
  xdotool windowsize "$main" $((screen_width - 2)) $((screen_height - 28)) \
    windowmove "$main" 0 0
  wait_for is_filled && activate "$main" && wait_still
}

is_filled() {
  window_box "$main"
  [ "$box_width" -ge $((screen_width - 20)) ] &&
    [ "$box_height" -ge $((screen_height - 60)) ]
}

# Screenshots.

# look FILE: what is on the screen now, quickly.
look() {
  import -silent -window root -depth 8 "ppm:$1"
}

# picture FILE: the same for people.
picture() {
  look "$session/picture.ppm" &&
    $convert "$session/picture.ppm" -define png:compression-level=3 "$1"
}

# The screen is the same twice.
is_still() {
  look "$session/still-1.ppm" && sleep 0.1 && look "$session/still-2.ppm" &&
    cmp -s "$session/still-1.ppm" "$session/still-2.ppm"
}

wait_still() {
  wait_for is_still
}

# ImageMagick 7 warns when it is called by its old names.
if command -v magick >/dev/null; then
  convert='magick' compare='magick compare'
else
  convert='convert' compare='compare'
fi

# differing FILE FILE BOX: how many pixels differ within WIDTHxHEIGHT+X+Y.
differing() {
  $convert "$1" "$2" -crop "$3" +repage -compose difference -composite \
    -separate -evaluate-sequence max -threshold 2% \
    -format '%[fx:round(mean*w*h)]' info:
}

# looks_different FILE BOX COUNT: more than COUNT pixels of the screen differ
# from an earlier look.
looks_different() {
  [ -f "$1" ] && look "$session/now.ppm" &&
    [ "$(differing "$1" "$session/now.ppm" "$2")" -gt "$3" ]
}

looks_same() {
  [ -f "$1" ] && look "$session/now.ppm" &&
    [ "$(differing "$1" "$session/now.ppm" "$2")" = 0 ]
}

# The photo's place on the screen.

# find_photo: sets photo_x, photo_y, photo_width, photo_height; no window may
# cover the canvas.
find_photo() {
  look "$session/now.ppm"
  # the canvas is the box of all that has its colour, without stray pixels
  canvas=$($convert "$session/now.ppm" -fill black +opaque "$padding" \
    -fill white -opaque "$padding" -morphology Open Square:1 -format '%@' info:)
  $convert "$session/now.ppm" -crop "$canvas" +repage -fill white \
    +opaque "$padding" -fill black -opaque "$padding" \
    -bordercolor black -border 1 -format '%@' info: >"$session/photo-box"
  IFS='x+' read -r photo_width photo_height photo_x photo_y \
    <"$session/photo-box"
  IFS='x+' read -r canvas_width canvas_height canvas_x canvas_y <<END
$canvas
END
  photo_x=$((photo_x + canvas_x - 1))
  photo_y=$((photo_y + canvas_y - 1))
}

# at X Y: a place in the photo, in thousandths of its width and height, on the
# screen: "X Y".
at() {
  echo "$((photo_x + photo_width * $1 / 1000))" \
    "$((photo_y + photo_height * $2 / 1000))"
}

# box X Y WIDTH HEIGHT: the same for a rectangle: WIDTHxHEIGHT+X+Y.
box() {
  echo "$((photo_width * $3 / 1000))x$((photo_height * $4 / 1000))+$((
    photo_x + photo_width * $1 / 1000))+$((photo_y + photo_height * $2 / 1000))"
}

# Mouse and menus.

# Puts the pointer where it shows no brush and no tooltip.
park() {
  xdotool mousemove $((screen_width / 2)) $((screen_height - 2))
  wait_still
}

# drag "X Y"...: presses at the first place, visits the others, releases at
# the last, once GIMP has drawn what was dragged.
drag() {
  xdotool mousemove $(at $1)
  wait_still
  look "$session/drag.ppm"
  xdotool mousedown 1
  shift
  for place in "$@"; do
    xdotool mousemove $(at $place)
    sleep 0.03
  done
  wait_for not looks_same "$session/drag.ppm" "$(box 0 0 1000 1000)"
  wait_still
  xdotool mouseup 1
}

# menu LETTER: an entry of Filters > Scalp Micropigmentation, which is the
# last one of Filters.
menu() {
  activate "$main" || return 1
  windows=$(count_windows)
  xdotool key alt+r
  wait_for more_windows_than "$windows" || return 1
  windows=$(count_windows)
  xdotool key Up
  wait_still
  xdotool key Right
  wait_for more_windows_than "$windows" || return 1
  wait_still
  [ -z "${menu_picture-}" ] || picture "$menu_picture"
  xdotool key "$1"
}

# dialog TITLE: waits for a dialog, moves it to the lower left corner, where
# it covers the tools; sets dialog.
dialog() {
  wait_for has_window "$1" || return 1
  dialog=$(window "$1")
  wait_still
  window_box "$dialog"
  xdotool windowmove "$dialog" 0 $((screen_height - box_height - 40))
  wait_still && activate "$dialog"
}

# press_ok TITLE NAME: OK in the dialog of plug-in-smp-NAME.  Its window closes
# before its work is done; GIMP notes down what it was given when it is.
press_ok() {
  noted=$(gimp_folder)/plug-in-settings/GimpProcedureConfigRun-plug-in-smp-$2.last
  rm -f "$noted"
  xdotool key alt+o
  wait_for not has_window "^$1" && wait_for test -s "$noted" &&
    activate "$main"
}

# The sign in the list of layers for a layer that has filters.

# find_effects FILE: on the screen is what was before in FILE, but the first
# layer has got filters; sets effects_x, effects_y.
find_effects() {
  look "$session/now.ppm"
  layers_x=$((canvas_x + canvas_width + 20))
  layers_y=$((screen_height / 2))
  $convert "$1" "$session/now.ppm" -crop \
    "$((screen_width - layers_x))x$((screen_height * 2 / 5))+$layers_x+$layers_y" \
    +repage -compose difference -composite -threshold 2% -format '%@' info: \
    >"$session/effects-box"
  IFS='x+' read -r width height x y <"$session/effects-box"
  # to its right the preview of the layer may have changed, too
  effects_x=$((layers_x + x + 8))
  effects_y=$((layers_y + y + height / 2))
  [ "$width" -gt 4 ] && [ "$height" -lt 60 ]
}

# The list of filters opens above the sign; GIMP 3.0 leaves it open.
open_effects() {
  look "$session/effects.ppm"
  xdotool mousemove "$effects_x" "$effects_y" click 1
  wait_for looks_different "$session/effects.ppm" \
    "120x60+$((effects_x - 60))+$((effects_y - 110))" 500 && wait_still
}

open_first_effect() {
  xdotool mousemove $((effects_x + 10)) $((effects_y - 94)) \
    click --repeat 2 --delay 80 1
}
