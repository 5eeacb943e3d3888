#!/bin/sh
# How long GIMP takes to show a change of the treatment, on a photo of 24
# megapixels, beside the same with a filter that only copies:
#
#   sh tests/gui/latency.sh [VERSION...]     3.0 and 3.2 unless given
#
# One of the sample heads is enlarged to 6000 x 4000 and treated by Mock-up; and
# then, instead, a scar 20 cm long and 4 mm wide across it by Camouflage Scar.
# Each time, twice in turn with our filter and with smp:bench-noop on the same
# group:
#
#   slider  a value of the filter is changed through libgimp, as Mock-up's
#           dialog does: from then until the canvas was last drawn, which is
#           when it shows the final picture
#   brush   the mask is painted with the real tool and the mouse: between two
#           refreshes of the canvas during the stroke
#
# GIMP's drawing is seen through the X server's DAMAGE extension, to which it
# does not matter whether the picture looks different.  For machines with
# nothing else to do; the load is printed, and the processor time which GIMP
# used for a refresh of the brush, which depends less on other programs.

set -u

if [ -z "${SMP_SOURCE-}" ]; then
  here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
  [ "$#" != 0 ] || set -- 3.0 3.2
  status=0
  for version in "$@"; do
    sh "$here/../environment.sh" "$version" sh "$here/latency.sh" || status=$?
  done
  exit "$status"
fi

. "$SMP_SOURCE/tests/gui/session.sh"

cp "$SMP_BUILD/tests/bench/smp-bench-ops.so" \
  "$XDG_DATA_HOME/gegl-0.4/plug-ins" || exit 1
SMP_LATENCY_FOLDER=$XDG_CACHE_HOME/latency
export SMP_LATENCY_FOLDER
session_begin "$SMP_LATENCY_FOLDER" || exit 1
$convert "$SMP_SOURCE/tests/photos/front_light_1200.jpg" -resize '6000x4500!' \
  -gravity north -crop 6000x4000+0+0 +repage -quality 92 "$session/photo.jpg"

session_gimp --batch-interpreter=python-fu-eval \
  -b 'import os; exec(open(os.environ["SMP_SOURCE"] + "/tests/gui/latency.py").read())' \
  "$session/photo.jpg"
patience=60
wait_for has_window '^\[photo\]' && fill_screen '^\[photo\]' || {
  echo 'GIMP has not opened the photo' >&2
  exit 1
}
xdotool key ctrl+shift+j
park
find_photo
echo "$photo_x $photo_y $photo_width $photo_height" >"$session/canvas.new"
mv "$session/canvas.new" "$session/canvas"

ended() {
  [ -f "$session/table" ] || [ -f "$session/failure" ]
}

patience=1200
wait_for ended
echo "== GIMP $(basename "$(gimp_folder)"), $(nproc) processors, load $(
  cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null)"
cat "$session/table" || {
  cat "$session/failure" >&2
  exit 1
}
! grep -q 'NOT OK' "$session/table"
