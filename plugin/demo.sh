#!/bin/sh
# Shows a mock-up of scalp micropigmentation on a photo, made in GIMP:
#
#   sh plugin/demo.sh [PHOTO]
#
# makes everything it needs and, in the folder demo, a before/after picture,
# the picture after alone, and GIMP's own file with the treatment as layers to
# try things out.  It prints where they are.
#
# PHOTO is treated all over, or, if PHOTO_mask.png (for PHOTO.jpg) lies beside
# it, where that is white.  Its scale is guessed: the photo taken as 230 mm
# wide.  Without PHOTO it is a rendered sample head; SMP_SAMPLE chooses another
# one, a name in tests/photos/samples.ini.
#
#   sh plugin/demo.sh --gui [PHOTO]
#
# opens GIMP with everything installed and the photo loaded.

set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

usage() {
  fail "usage: sh plugin/demo.sh [--gui] [PHOTO]"
}

gui=
if [ "${1-}" = --gui ]; then
  gui=yes
  shift
fi
[ "$#" -le 1 ] || usage
case ${1-} in
  -?*) [ -e "$1" ] || usage ;;
esac

if [ "$#" = 1 ]; then
  if [ -d "$1" ]; then
    fail "This is a folder, not a photo: $1"
  elif [ ! -e "$1" ]; then
    fail "There is no photo here: $1"
  elif [ ! -r "$1" ]; then
    fail "You are not allowed to read this photo: $1"
  elif [ ! -s "$1" ]; then
    fail "This photo is an empty file: $1"
  fi
  SMP_DEMO_PHOTO=$(cd "$(dirname -- "$1")" && pwd -P)/$(basename -- "$1")
  file=${SMP_DEMO_PHOTO##*/}
  name=${file%.*}
  [ -n "$name" ] || name=$file
  SMP_DEMO_MASK=${SMP_DEMO_PHOTO%/*}/${name}_mask.png
  what="$file"
  SMP_DEMO_VALUES=
  SMP_DEMO_LINE=
  if [ ! -e "$SMP_DEMO_MASK" ]; then
    SMP_DEMO_MASK=
    where="all over"
  elif [ -f "$SMP_DEMO_MASK" ] && [ -r "$SMP_DEMO_MASK" ]; then
    where="where ${SMP_DEMO_MASK##*/} is white"
  else
    fail "The mask beside the photo cannot be read: $SMP_DEMO_MASK"
  fi
else
  name=${SMP_SAMPLE-front_light}
  samples=$here/tests/photos/samples.ini
  section=$(awk -v name="[$name]" '
    /^\[/ { inside = $0 == name } inside' "$samples")
  value() {
    printf '%s\n' "$section" | sed -n "s/^$1=//p"
  }
  [ -n "$section" ] || fail "There is no sample head named $name, but:" \
    "$(sed -n 's/^\[\(.*\)\]$/\1/p' "$samples" | tr '\n' ' ')"
  SMP_DEMO_PHOTO=$here/tests/photos/$(value photo)
  SMP_DEMO_MASK=$here/tests/photos/$(value mask)
  SMP_DEMO_VALUES="curvature=yes $(printf '%s\n' "$section" |
    sed -n '/^px-per-mm=/p; /^head-/p' | tr '\n' ' ')"
  SMP_DEMO_LINE=$(value line)
  what="the sample head $name"
  where="in its bald area"
fi
export SMP_DEMO_PHOTO SMP_DEMO_MASK SMP_DEMO_VALUES SMP_DEMO_LINE

if [ -n "$gui" ]; then
  [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] ||
    fail "There is no display here to open GIMP's windows on."
  say "Opening $what in GIMP. Look for Filters > Scalp Micropigmentation."
  say "GIMP starts with fresh settings, which are thrown away when you close it."
else
  say "Treating $what $where, in GIMP."
fi

# The files appear in the folder only when all are ready.
out=$here/demo
mkdir -p "$out"
work=$(mktemp -d "$out/.work-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir "$work/given"
# Photos from anywhere are copied, for the GIMP which runs may not see all
# folders.
copied() {
  case $1 in
    '') ;;
    "$here"/*) printf '%s\n' "$1" ;;
    *) cp -- "$1" "$work/given/" && printf '%s\n' "$work/given/${1##*/}" ;;
  esac
}
SMP_DEMO_MASK=$(copied "$SMP_DEMO_MASK")
SMP_DEMO_FILES=$work/$name
SMP_DEMO_PROBLEM=$work/problem
SMP_DEMO_WINDOW=$gui

script='import os
with open (os.environ["SMP_SOURCE"] + "/plugin/demo.py") as file: exec (file.read ())'

# From here on a folder counts which the GIMP that runs can see.
cd "$work"
sh "$here/tests/environment.sh" any

status=0
if [ -n "$gui" ]; then
  # What is saved beside the photo is kept; a sample is opened as a copy.
  if [ "$#" = 0 ]; then
    cp "$SMP_DEMO_PHOTO" "$out/"
    SMP_DEMO_PHOTO=$out/${SMP_DEMO_PHOTO##*/}
  fi
  export SMP_DEMO_FILES SMP_DEMO_PROBLEM SMP_DEMO_WINDOW
  cd "${SMP_DEMO_PHOTO%/*}"
  sh "$here/tests/environment.sh" any sh -c '
    for folder in "$XDG_CONFIG_HOME"/GIMP/*/; do
      printf "%s\n" "(show-welcome-dialog no)" "(check-updates no)" \
        >>"${folder}gimprc"
    done
    exec gimp --new-instance --batch-interpreter=python-fu-eval -b "$1"' \
    sh "$script" >&2 || status=$?
  [ ! -s "$work/problem" ] || fail "$(cat "$work/problem")"
  exit "$status"
fi

SMP_DEMO_PHOTO=$(copied "$SMP_DEMO_PHOTO")
export SMP_DEMO_FILES SMP_DEMO_PROBLEM SMP_DEMO_WINDOW
sh "$here/tests/environment.sh" any \
  gimp-console -idf --batch-interpreter=python-fu-eval -b "$script" --quit \
  >log 2>&1 </dev/null || status=$?

if [ -s problem ]; then
  fail "$(cat problem)"
fi
for end in -before-after.png -after.png .xcf; do
  if [ "$status" != 0 ] || [ ! -s "$name$end" ]; then
    tail -n 20 log >&2
    fail "GIMP could not make the mock-up; above is what it said."
  fi
done
for end in -before-after.png -after.png .xcf; do
  mv -f -- "$name$end" "$out/"
  printf '%s\n' "$out/$name$end"
done
