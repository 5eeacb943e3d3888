#!/bin/sh
# Makes everything the tests need and runs all tests on GIMP 3.0 and 3.2:
#
#   sh tests/run.sh
#
# The last line is "N passed, N failed", with ", N skipped" if there are any.
# A version of GIMP which cannot be had here is skipped, or a failure with
# SMP_STRICT=1.  See tests/environment.sh for what this makes, and where.

set -u

here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
cd "$here/.." || exit 1

output=$(mktemp) || exit 1
# Where each version of GIMP leaves its file for the other.
SMP_EXCHANGE=$(mktemp -d) || exit 1
export SMP_EXCHANGE
trap 'rm -rf "$output" "$output.status" "$SMP_EXCHANGE"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

passed=0 failed=0 skipped=0

# Runs a command with its output on the screen and in the file $output, and
# sets status.
show() {
  { "$@"; echo "$?" >"$output.status"; } | tee "$output"
  status=$(cat "$output.status")
}

# The sum of the numbers after these titles in meson's summary.
count() {
  sum=0
  for title in "$@"; do
    for number in $(sed -n "s/^$title: *\([0-9][0-9]*\) *$/\1/p" "$output"); do
      sum=$((sum + number))
    done
  done
  echo "$sum"
}

fail() {
  echo "failed: $*"
  failed=$((failed + 1))
}

# A version of GIMP is missing.
skip_version() {
  if [ "${SMP_STRICT-}" = 1 ]; then
    fail "$*, and nothing may be skipped"
  else
    skipped=$((skipped + 1))
  fi
}

# Adds what meson test has printed.  It ends with another status than 0 if a
# test failed, and also if it could not run the tests at all.
add_meson() {
  good=$(count Ok 'Expected Fail')
  bad=$(count Fail 'Unexpected Pass' Timeout)
  ignored=$(count Skipped)
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + ignored))
  if [ "$bad" = 0 ]; then
    if [ "$status" != 0 ]; then
      fail "$1 (exit status $status)"
    elif [ "$((good + ignored))" = 0 ]; then
      fail "$1: there were no tests"
    fi
  fi
}

# Adds the lines "ok - " and "not ok - " which a test script has printed.
add_lines() {
  good=$(grep -c '^ok - ' "$output")
  bad=$(grep -c '^not ok - ' "$output")
  ignored=$(grep -c '^ok - .* # skip' "$output")
  passed=$((passed + good - ignored)) failed=$((failed + bad)) skipped=$((skipped + ignored))
  if [ "$bad" = 0 ] && [ "$status" != 0 ]; then
    fail "$1 (exit status $status)"
  fi
}

environment() {
  sh "$here/environment.sh" "$@"
}

versions='
  gimp=$(LC_ALL=C.UTF-8 gimp-console --version | sed -n "s/.*version //p")
  echo "== GIMP $gimp, GEGL $(pkg-config --modversion gegl-0.4)"'

meson_test='exec meson test -C "$SMP_BUILD" --no-rebuild --print-errorlogs --no-suite bench'

# A build of its own, beside the usual one.  Without /proc the sanitizers
# cannot even read their options.
sanitized_test='
  [ -r /proc/self/environ ] || exit 77
  build=$SMP_BUILD.sanitized
  flock "$build.lock" sh "$SMP_SOURCE/tests/environment-build.sh" \
    "$build" "$SMP_SOURCE" "" "the sanitizers" \
    -Db_sanitize=address,undefined -Db_lundef=false || exit 75
  export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  exec meson test -C "$build" --no-rebuild --print-errorlogs --suite core --suite ops \
    --no-suite bench --timeout-multiplier 4'

for version in 3.0 3.2; do
  show environment "$version" sh -c "$versions"
  case $status in
    0) ;;
    77) skip_version "GIMP $version"; continue ;;
    *) fail "GIMP $version could not be made ready"; continue ;;
  esac
  # What was to be made anew has been.
  refresh=${SMP_REFRESH-}
  unset SMP_REFRESH
  show environment "$version" sh -c "$meson_test"
  add_meson "the tests on GIMP $version"
  if [ "$version" = 3.0 ]; then
    echo "== GIMP $version, with sanitizers"
    show environment "$version" sh -c "$sanitized_test"
    if [ "$status" = 77 ]; then
      echo "skipped: sanitizers (there is no /proc)"
      skipped=$((skipped + 1))
    else
      add_meson "the tests with sanitizers"
    fi
  fi
  [ -z "$refresh" ] || export SMP_REFRESH="$refresh"
done
unset SMP_REFRESH

if [ "$(ls "$SMP_EXCHANGE"/*.json 2>/dev/null | wc -l)" = 2 ]; then
  echo "== GIMP 3.0 reads what GIMP 3.2 has written"
  show environment 3.0 sh -c 'exec sh "$SMP_SOURCE/tests/gimp/run-python.sh" exchange.py'
  if [ "$status" = 0 ]; then
    echo "ok"
    passed=$((passed + 1))
  else
    fail "the exchange of files between versions of GIMP"
  fi
fi

echo "== The environment of the tests"
show sh "$here/test-environment.sh"
add_lines tests/test-environment.sh

echo "== The demo"
show sh "$here/test-demo.sh"
add_lines tests/test-demo.sh

if [ "$skipped" = 0 ]; then
  echo "$passed passed, $failed failed"
else
  echo "$passed passed, $failed failed, $skipped skipped"
fi
[ "$failed" = 0 ] && [ "$passed" != 0 ]
