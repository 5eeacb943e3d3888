#!/bin/sh
# Shows SMP Dots on a photo:
#
#   sh plugin/demo.sh [PHOTO]
#
# Makes everything it needs, treats PHOTO all over at a guessed scale (the photo
# taken as 230 mm wide), or without PHOTO the bald area of a sample head, and
# writes the treated photo and a before/after picture into the folder demo.
# SMP_SAMPLE chooses another sample: a name in tests/photos/samples.ini.

set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

if [ "$#" -gt 1 ]; then
  fail "usage: sh plugin/demo.sh [PHOTO]"
elif [ "$#" = 1 ]; then
  [ -f "$1" ] && [ -r "$1" ] || fail "There is no photo to read at: $1"
  photo=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
  name=$(basename "$1")
  name=${name%.*}
  mask=
  values=
else
  name=${SMP_SAMPLE-front_light}
  section=$(sed -n "/^\[$name\]/,/^\$/p" "$here/tests/photos/samples.ini")
  [ -n "$section" ] || fail "There is no sample named: $name"
  photo=$here/tests/photos/$(printf '%s\n' "$section" | sed -n 's/^photo=//p')
  mask=$here/tests/photos/$(printf '%s\n' "$section" | sed -n 's/^mask=//p')
  values="curvature=true $(printf '%s\n' "$section" |
    sed -n '/^px-per-mm=/p; /^head-/p')"
fi

out=$here/demo
mkdir -p "$out"

# In the project's folder, so that a photo from anywhere is seen.
copy=.photo.${photo##*.}
cp "$photo" "$out/$copy"
cd "$out"
trap 'rm -f "$out/$copy" "$out/.mask.png" "$out/.log"' EXIT

# In gegl's language: the pigment as a layer over the photo.
layer="smp:dots output=layer $values"
if [ -n "$mask" ]; then
  cp "$mask" .mask.png
  layer="gegl:opacity aux=[ gegl:load path=.mask.png ] $layer"
fi

rm -f "$name-after.png" "$name-before-after.png"
sh "$here/tests/environment.sh" any
sh "$here/tests/environment.sh" any sh -c '
  gegl "$1" -o "$2-after.png" -- id=photo gegl:over aux=[ ref=photo $3 ] &&
  gegl "$1" -o "$2-before-after.png" -- gegl:pack \
    aux=[ gegl:load path="$2-after.png" ]' \
  sh "$copy" "$name" "$layer" >.log 2>&1 || true

for picture in "$name-after.png" "$name-before-after.png"; do
  if [ ! -s "$picture" ]; then
    cat .log >&2
    fail "The photo could not be treated. Is it a JPEG, PNG or TIFF picture? $photo"
  fi
  echo "$out/$picture"
done
