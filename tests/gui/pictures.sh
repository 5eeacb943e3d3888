#!/bin/sh
# Makes the pictures of README's first mock-up from the running software:
#
#   sh tests/gui/pictures.sh [VERSION]       GIMP 3.2 unless given
#
# They are written to plugin/pictures/step-1.jpg ... step-5.jpg.

set -u

if [ -z "${SMP_SOURCE-}" ]; then
  here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
  exec sh "$here/../environment.sh" "${1-3.2}" sh "$here/pictures.sh"
fi

. "$SMP_SOURCE/tests/gui/session.sh"
screen_width=1200
screen_height=740

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# save NUMBER: the screen, without what names the machine or the time.
save() {
  park
  look "$session/picture.ppm" &&
    $convert "$session/picture.ppm" -strip -quality 88 -interlace JPEG \
      "$SMP_SOURCE/plugin/pictures/step-$1.jpg" || fail "picture $1 failed"
  echo "plugin/pictures/step-$1.jpg"
}

mkdir -p "$SMP_SOURCE/plugin/pictures"
session_begin "$XDG_CACHE_HOME/pictures" || fail 'there is no display'
cp "$SMP_SOURCE/tests/photos/front_light_1200.jpg" "$session/client.jpg"
session_gimp "$session/client.jpg"
wait_for has_window '^\[client\]' || wait_for has_window '^\[client\]' ||
  fail 'GIMP has not opened the photo'
fill_screen '^\[client\]'
xdotool key ctrl+shift+j
park
find_photo
look "$session/photo.ppm"

# learns where the list of layers shows filters
menu d && dialog '^SMP Dots' || fail 'SMP Dots has not opened'
xdotool key alt+o
wait_for not has_window '^SMP Dots'
find_effects "$session/photo.ppm" || fail 'no filter among the layers'
activate "$main"
xdotool key ctrl+z
wait_for looks_same "$session/photo.ppm" "$(box 0 0 1000 1000)"

save 1

xdotool key f
drag '222 540' '233 422' '275 322' '342 229' '433 167' '533 149' '650 178' \
  '733 233' '800 322' '828 422' '812 533' '800 640' '763 596' '717 645' \
  '633 672' '517 660' '433 660' '342 642' '283 589' '250 522' '223 539'
xdotool key Return
wait_for looks_different "$session/photo.ppm" "$(box 200 100 650 600)" 400
save 2

menu m && dialog '^SMP Mock-up' || fail 'Mock-up has not opened'
wait_for looks_different "$session/photo.ppm" "$(box 450 300 200 200)" 500
save 3

press_ok 'SMP Mock-up' mockup || fail 'Mock-up has not ended'
xdotool key ctrl+shift+a
save 4

look "$session/mockup.ppm"
xdotool key p d
drag '520 640' '600 655' '700 640' '640 630' '560 630' '520 640'
park
wait_for looks_different "$session/mockup.ppm" "$(box 540 600 140 60)" 100 ||
  fail 'the brush has changed nothing'
open_effects
open_first_effect
dialog '^SMP Dots' || fail 'the filter has not opened'
save 5
