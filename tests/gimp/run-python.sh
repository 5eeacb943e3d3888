#!/bin/sh
# Runs one Python script in GIMP without windows, in a profile of its own:
#
#   sh tests/gimp/run-python.sh SCRIPT
#
# Fails if the script raises an exception or does not come to its end.  Works
# within tests/environment.sh only, which installs the plug-in.

set -u

if [ -z "${SMP_SOURCE-}" ]; then
  echo "skipped: run this with tests/environment.sh"
  exit 77
fi

here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
SMP_TEST_SCRIPT=$here/$(basename "$1")
SMP_TEST_FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$SMP_TEST_FOLDER"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
export SMP_TEST_SCRIPT SMP_TEST_FOLDER

cp -a "$XDG_CONFIG_HOME" "$SMP_TEST_FOLDER/config" || exit 1
export XDG_CONFIG_HOME="$SMP_TEST_FOLDER/config"
export PYTHONDONTWRITEBYTECODE=1

log=$SMP_TEST_FOLDER/log
gimp-console -idf --batch-interpreter=python-fu-eval -b '
import os, runpy, sys
script = os.environ["SMP_TEST_SCRIPT"]
sys.path.insert (0, os.path.dirname (script))
runpy.run_path (script, run_name="__main__")' --quit >"$log" 2>&1 </dev/null
status=$?

grep -v -e '^ok - ' "$log" >&2
grep -c -e '^ok - ' "$log" | sed 's/$/ checks are good/'
if [ "$status" != 0 ]; then
  echo "GIMP ended with $status"
  exit 1
fi
grep -q '^all [0-9]* checks passed$' "$log" || {
  echo "the script did not come to its end"
  exit 1
}
