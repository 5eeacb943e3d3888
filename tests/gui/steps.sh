# What the tests with real windows share, for a script that has read
# session.sh and then reads this file:
#
#   steps_begin NAME        a display, a photo in $folder/photo.jpg, and the
#                           folder for screenshots: NAME-VERSION in
#                           ${SMP_ARTEFACTS:-$SMP_BUILD/artefacts}
#   step NAME COMMAND...
#   steps_end               the exit status

for program in Xvfb openbox xdotool import xprop; do
  command -v "$program" >/dev/null || {
    echo "skipped: there is no $program"
    exit 77
  }
done

number=0 failed=0

# step NAME COMMAND...: one line of the report, and a screenshot.  After a
# step that failed the others would fail for that reason.
step() {
  name=$1
  shift
  number=$((number + 1))
  if [ "$failed" != 0 ]; then
    failed=$((failed + 1))
    echo "not ok - $name (not tried)"
    return
  fi
  if "$@"; then
    result=ok
  else
    result='not ok'
    failed=$((failed + 1))
  fi
  park
  picture "$pictures/$(printf %02d "$number")-$(echo "$name" |
    tr -cs 'a-zA-Z0-9\n' -).png"
  echo "$result - $name"
}

# The number of layers is in the title of the image's window.
has_layers() {
  xdotool getwindowname "$main" | grep -q "[ ,]$1 layers\{0,1\})"
}

opened_or_ended() {
  has_window "$1" || ! kill -0 "$gimp_pid" 2>/dev/null
}

# On a busy machine GIMP may need a minute to start.
start_gimp() {
  session_gimp "$folder/photo.jpg"
  patience=$((3 * patience))
  wait_for opened_or_ended '^\[photo\]'
  patience=$((patience / 3))
  has_window '^\[photo\]' && return
  echo "# GIMP has opened no window; its messages:"
  sed 's/^/# /' "$session/gimp.log"
  return 1
}

# A GIMP that does not start is not what is tested here: it gets a second try,
# where a window that comes late cannot disturb.  The photo fills the canvas.
open_canvas() {
  start_gimp || { session_renew && start_gimp; } || return 1
  fill_screen '^\[photo\]' || return 1
  xdotool key ctrl+shift+j
  park
  find_photo
  look "$session/photo.ppm"
  [ "$photo_width" -gt 1000 ] && [ "$photo_height" -gt 750 ]
}

# GIMP 3.2 complains about the devices of Xvfb.
no_complaints() {
  ! grep -E 'smp|SMP|[Mm]nemonic|Gtk-(WARNING|CRITICAL)|terminated|crash' \
    "$session/gimp.log"
}

steps_begin() {
  pictures=${SMP_ARTEFACTS:-$SMP_BUILD/artefacts}/$1-$(basename \
    "$(gimp_folder)")
  rm -rf "$pictures"
  mkdir -p "$pictures"
  folder=$XDG_CACHE_HOME/gui
  session_begin "$folder" || {
    echo "not ok - the display"
    exit 1
  }
  cp "$SMP_SOURCE/tests/photos/front_light_1200.jpg" "$folder/photo.jpg"
}

steps_end() {
  echo "$((number - failed)) of $number steps; screenshots: $pictures"
  [ "$failed" = 0 ]
}
