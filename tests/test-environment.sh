#!/bin/sh
# Tests tests/environment.sh: sh tests/test-environment.sh

set -u

here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
script=$here/environment.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
failures=0

# Reports the test named $1, which is passed if the rest is a true command.
check() {
  name=$1
  shift
  if "$@"; then
    echo "ok - $name"
  else
    echo "not ok - $name"
    failures=$((failures + 1))
  fi
}

skip() {
  echo "ok - $1 # skip $2"
}

# Runs the environment for GIMP 3.0, or for what this system has, and leaves
# its output in the files out and err, and its status in status.
run() {
  sh "$script" any "$@" >"$work/out" 2>"$work/err" </dev/null
  status=$?
}

out_is() {
  printf '%s\n' "$1" | cmp -s - "$work/out"
}

err_has() {
  grep -qF -e "$1" "$work/err"
}

run true
if [ "$status" != 0 ]; then
  cat "$work/err" >&2
  check "the environment can be made" false
  exit 1
fi
if sh "$script" any test -f /etc/smp-environment && [ ! -f /etc/smp-environment ]; then
  way=root
else
  way=system
fi

# The tests of what a command sees, which hold for each way to enter.
test_entering() {
  by=$1
  mkdir -p "$work/in here" "$work/temp $by"
  cd "$work/in here" || exit 1
  export TMPDIR="$work/temp $by"
  run sh -c 'exit 7'
  check "exit status, $by" [ "$status" = 7 ]
  run sh -c 'kill -9 $$'
  check "exit status of a killed command, $by" [ "$status" = 137 ]
  run no-such-command
  check "exit status of a missing command, $by" [ "$status" = 127 ]
  run echo one
  run echo two
  check "only the command's output, $by" out_is two
  check "silence when all is ready, $by" [ ! -s "$work/err" ]
  run printf '<%s>\n' 'a  b' "it's" '"$HOME"' '' '*' '\n' -- -x
  check "arguments, $by" out_is "<a  b>
<it's>
<\"\$HOME\">
<>
<*>
<\\n>
<-->
<-x>"
  echo text | sh "$script" any cat >"$work/out" 2>"$work/err"
  check "standard input, $by" out_is text
  run pwd
  check "current folder, $by" out_is "$work/in here"
  echo before >"given $by"
  echo before >"$TMPDIR/given"
  run sh -c 'cat given* "$TMPDIR/given"; echo after >"$1"; mkdir -p new/folder
    echo after >"$TMPDIR/given"; cp -p "$TMPDIR/given" new/copy' sh "given $by"
  check "files visible, $by" out_is "before
before"
  check "files written, $by" grep -q after "given $by"
  check "temporary files written, $by" grep -q after "$TMPDIR/given"
  check "files and folders made, $by" [ -d new/folder -a -f new/copy ]
  rm -rf ./new ./given*
  run sh -c 'echo "$HOME"; cd "$SMP_SOURCE" && test -f tests/environment.sh &&
    test -f "$SMP_BUILD/build.ninja"'
  check "project and build folder, $by" [ "$status" = 0 ]
  check "profile gone afterwards, $by" [ ! -e "$(cat "$work/out")" ]
  run sh -c 'ls "$XDG_DATA_HOME"/gegl-0.4/plug-ins/*.so'
  check "filters installed, $by" [ "$status" = 0 ]

  rm -f "$work/started"
  sh "$script" any sh -c 'echo "$HOME" >&2; exec sleep 60' 2>"$work/started" &
  pid=$!
  for second in 1 2 3 4 5 6 7 8 9 10; do
    [ ! -s "$work/started" ] || break
    sleep 1
  done
  kill -TERM "$pid"
  wait "$pid"
  status=$?
  check "exit status after TERM, $by" [ "$status" = 143 ]
  check "profile gone after TERM, $by" [ ! -e "$(cat "$work/started")" ]
  check "nothing left in the temporary folder, $by" [ "$(ls "$TMPDIR")" = given ]
  unset TMPDIR
}

test_entering "as usual"
check "no mounts left" \
  [ "$(grep -c -e /smp-mockup/root- -e "$work" /proc/self/mountinfo)" = 0 ]

if [ "$way" = root ]; then
  export SMP_NO_MOUNTS=1
  sh "$script" any
  test_entering "without mounts"
  unset SMP_NO_MOUNTS
  sh "$script" any
  cd /usr || exit 1
  run true
  check "no system folder is hidden" [ "$status" = 69 ]
  cd "$work" || exit 1
else
  skip "without mounts" "this system's own GIMP is used"
fi

# What dead runs leave behind.
mkdir -p "$work/cache/smp-mockup/root-3.0.new.99999/usr" \
  "$work/cache/smp-mockup/root-3.2.old.99999/usr" "$work/cache/smp-mockup/root-3.0/usr"
XDG_CACHE_HOME=$work/cache sh "$script" --clean
check "half a root is removed" [ ! -e "$work/cache/smp-mockup/root-3.0.new.99999" ]
check "a replaced root is removed" [ ! -e "$work/cache/smp-mockup/root-3.2.old.99999" ]
check "a root is kept" [ -d "$work/cache/smp-mockup/root-3.0/usr" ]
if unshare -m true 2>/dev/null; then
  mkdir -p "$work/cache/smp-mockup/root-3.0.new.99999/a b"
  XDG_CACHE_HOME=$work/cache unshare -m --propagation private sh -c '
    cd "$XDG_CACHE_HOME/smp-mockup/root-3.0.new.99999" &&
    mount --bind "$1" "a b" && sh "$1/environment.sh" --clean 2>/dev/null' sh "$here"
  check "nothing mounted is removed" [ -f "$script" -a \
    -d "$work/cache/smp-mockup/root-3.0.new.99999/a b" ]
else
  skip "nothing mounted is removed" "mounts are not possible here"
fi

# Without root nothing can be made.
if [ "$way" = root ]; then
  mkdir "$work/copy"
  cp -R "$here" "$work/copy/tests"
  chmod -R a+rX "$work"
  (cd / && setpriv --reuid=65534 --regid=65534 --clear-groups \
    sh "$work/copy/tests/environment.sh" 3.0 true) >"$work/out" 2>"$work/err"
  status=$?
  check "a user without root is refused" [ "$status" = 69 ]
  check "the refusal names Debian's packages" err_has libgimp-3.0-dev
  check "the refusal names Fedora's packages" err_has gegl04-devel
  check "the refusal is no output" [ ! -s "$work/out" ]
else
  skip "a user without root is refused" "this system's own GIMP is used"
fi

# A system with its own GIMP: the root is one.
if [ "$way" = root ]; then
  run sh -c 'sh "$SMP_SOURCE/tests/environment.sh" 3.0 gegl --list-all
    ls "$XDG_CACHE_HOME"/smp-mockup >&2'
  check "this system's own GIMP is used" grep -q '^gegl:' "$work/out"
  check "no root is made for it" [ "$(grep -c root- "$work/err")" = 0 ]
  run sh -c 'SMP_STRICT= sh "$SMP_SOURCE/tests/environment.sh" 3.2 true'
  check "the other version is skipped" [ "$status" = 77 ]
  check "the reason is given" err_has 'skipped: GIMP 3.2 (this system has GIMP 3.0'
fi

[ "$failures" = 0 ]
