#!/bin/sh
# Tests plugin/demo.sh: sh tests/test-demo.sh

set -u

here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
project=$(dirname "$here")
demo=$project/plugin/demo.sh
out=$project/demo
work=$(mktemp -d) || exit 1
# A name which no photo of the artist has.
name="smp test $$, 100 % it's"
trap 'rm -rf "$work" "$out/$name"*' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
failures=0

# Reports the test named $1, which is passed if the rest is a true command.
check() {
  title=$1
  shift
  if "$@"; then
    echo "ok - $title"
  else
    echo "not ok - $title"
    failures=$((failures + 1))
  fi
}

skip() {
  echo "ok - $1 # skip $2"
}

# Runs the demo and leaves its output in the files out and err, and its status
# in status.
run() {
  sh "$demo" "$@" >"$work/out" 2>"$work/err" </dev/null
  status=$?
}

in_gimp() {
  sh "$here/environment.sh" any "$@" 2>/dev/null </dev/null
}

err_has() {
  grep -qF -e "$1" "$work/err"
}

files() {
  ls -lA --time-style=full-iso "$out"
}

# The test $1: the demo with the arguments from $3 on says the words $2, and
# nothing else happens.
refused() {
  case_name=$1
  words=$2
  shift 2
  files >"$work/before"
  run "$@"
  files >"$work/after"
  check "$case_name: the status is 1" [ "$status" = 1 ]
  check "$case_name: the message" err_has "$words"
  check "$case_name: nothing is printed as a picture" [ ! -s "$work/out" ]
  check "$case_name: the folder demo is as before" cmp -s "$work/before" "$work/after"
}

paths_are() {
  printf '%s\n' "$out/$1-before-after.png" "$out/$1-after.png" "$out/$1.xcf" |
    cmp -s - "$work/out"
}

all_there() {
  while read -r file; do
    [ -s "$file" ] || return 1
  done <"$work/out"
}

if ! sh "$here/environment.sh" any; then
  check "the environment can be made" false
  exit 1
fi
mkdir -p "$out"
cd "$work" || exit 1

# A sample
run
[ "$status" = 0 ] || cat "$work/err" >&2
check "a sample: the status" [ "$status" = 0 ]
check "a sample: three paths are printed" paths_are front_light
check "a sample: the files are there" all_there
check "a sample: first it says what it does" \
  [ "$(head -n 1 "$work/err")" = \
    "Treating the sample head front_light in its bald area, in GIMP." ]
check "a sample: nothing else is left" [ -z "$(find "$out" -name '.work*')" ]
size() {
  in_gimp identify -format '%w %h %m' "$out/$1"
}
check "after: the size" [ "$(size front_light-after.png)" = "1200 900 PNG" ]
check "before and after: the size" \
  [ "$(size front_light-before-after.png)" = "2412 900 PNG" ]
check "the XCF file is one" [ "$(head -c 8 "$out/front_light.xcf")" = "gimp xcf" ]

# How many pixels of two pictures differ by more than two readers of JPEG do.
differ() {
  in_gimp sh -c 'cd "$1" && compare -fuzz 3% -metric AE "$2" "$3" null: 2>&1' sh \
    "$out" "$1" "$2" | sed 's/[ .].*//'
}
photo=$here/photos/front_light_1200.jpg
sheet=front_light-before-after.png
check "left of the sheet: the photo" [ "$(differ "$sheet[1200x900+0+0]" "$photo")" = 0 ]
check "right of it: the picture after" \
  [ "$(differ "$sheet[1200x900+1212+0]" front_light-after.png)" = 0 ]
check "the picture after: other pixels" \
  [ "$(differ front_light-after.png "$photo")" -gt 20000 ]

# A photo of one's own, turned, with words about where it comes from
in_gimp sh -c 'convert "$SMP_SOURCE/tests/photos/front_light_1200.jpg" \
  -resize 400x300! "$1.jpg" && convert -size 400x300 "xc:black" -fill white \
  -draw "rectangle 150,50 250,120" "$1_mask.png" && exiv2 \
  -M"set Exif.GPSInfo.GPSLatitude 48/1 8/1 0/1" -M"set Exif.Image.Artist Ann" \
  -M"set Xmp.dc.creator Ann" "$1.jpg"' sh "$work/$name"
run "$name.jpg"
[ "$status" = 0 ] || cat "$work/err" >&2
check "a photo with a mask: the status" [ "$status" = 0 ]
check "a photo with a mask: the paths" paths_are "$name"
check "a photo with a mask: the files" all_there
check "a photo with a mask: it says so" \
  [ "$(head -n 1 "$work/err")" = \
    "Treating $name.jpg where ${name}_mask.png is white, in GIMP." ]
for end in -after.png -before-after.png; do
  check "no metadata: $end" [ -z "$(in_gimp exiv2 -pa "$out/$name$end")" ]
done
check "outside the mask: the photo" \
  [ "$(differ "$name-after.png[400x140+0+160]" "$work/$name.jpg[400x140+0+160]")" = 0 ]
check "inside: other pixels" \
  [ "$(differ "$name-after.png[80x50+160+60]" "$work/$name.jpg[80x50+160+60]")" -gt 300 ]

rm "${name}_mask.png"
mkdir "$work/in here"
mv "$name.jpg" "$work/in here/"
cd / || exit 1
run "$work/in here/$name.jpg"
cd "$work" || exit 1
[ "$status" = 0 ] || cat "$work/err" >&2
check "a photo: the status" [ "$status" = 0 ]
check "a photo: the paths" paths_are "$name"
check "a photo: it says what it does" \
  [ "$(head -n 1 "$work/err")" = "Treating $name.jpg all over, in GIMP." ]
check "a photo: other pixels all over" [ "$(differ "$name-after.png[400x140+0+160]" \
  "$work/in here/$name.jpg[400x140+0+160]")" -gt 300 ]
rm -f "$out/$name"*

# What it cannot do
refused "no photo" "There is no photo here: no such photo.jpg" "no such photo.jpg"
refused "a folder" "This is a folder, not a photo: $work/in here" "$work/in here"
: >"empty.jpg"
refused "an empty file" "This photo is an empty file: empty.jpg" empty.jpg
echo "Dear client" >"$name.jpg"
refused "not an image" "GIMP cannot open this as a photo" "$name.jpg"
cp "in here/$name.jpg" "$name.jpg"
in_gimp convert -size 30x20 xc:white "$work/${name}_mask.png"
refused "a mask of another size" "30 × 20 pixels, the photo has 400 × 300" "$name.jpg"
in_gimp convert -size 400x300 xc:black "$work/${name}_mask.png"
refused "a black mask" "is black all over" "$name.jpg"
refused "two photos" "usage: sh plugin/demo.sh [--gui] [PHOTO]" a.jpg b.jpg
refused "an unknown option" "usage: sh plugin/demo.sh [--gui] [PHOTO]" --help
SMP_SAMPLE=nobody
export SMP_SAMPLE
refused "an unknown sample" "There is no sample head named nobody, but: front_light"
unset SMP_SAMPLE
(
  unset DISPLAY WAYLAND_DISPLAY
  refused "windows without a display" "There is no display here" --gui
  [ "$failures" = 0 ]
) || failures=$((failures + 1))

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  mkdir -p "$work/copy/plugin" "$work/copy/demo"
  cp "$demo" "$work/copy/plugin/"
  chmod -R a+rX "$work"
  chmod 000 "$name.jpg"
  setpriv --reuid=65534 --regid=65534 --clear-groups \
    sh "$work/copy/plugin/demo.sh" "$work/$name.jpg" >"$work/out" 2>"$work/err"
  status=$?
  check "a photo that may not be read: the status is 1" [ "$status" = 1 ]
  check "a photo that may not be read: the message" err_has \
    "You are not allowed to read this photo: $work/$name.jpg"
elif [ "$(id -u)" != 0 ]; then
  chmod 000 "$name.jpg"
  refused "a photo that may not be read" "You are not allowed to read" "$name.jpg"
else
  skip "a photo that may not be read" "root reads everything"
fi

[ "$failures" = 0 ]
