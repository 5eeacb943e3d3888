#!/bin/sh
# The user install adds the looks to each folder with settings of GIMP 3, but
# not when it is staged or a GIMP runs:
#
#   test-install.sh INSTALL-LOOKS.SH PROGRAM LOOKS

set -u

script=$1 program=$2 looks=$3
failures=0
unset DESTDIR GIMP3_DIRECTORY

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/my config"
list=filters/GimpGegl-smp-dots-config.settings
mkdir -p "$folder/idle/12" "$folder/busy/34"
echo bash >"$folder/idle/12/comm"
echo gimp-console-3. >"$folder/busy/34/comm"

fail() {
  echo "not so: $*" >&2
  failures=$((failures + 1))
}

# run PROCESSES WANTED: the script; its output must have the wanted words.
run() {
  sh "$script" "$program" "$looks" "$folder/$1" >"$folder/output" 2>&1 ||
    fail "exit status 0 ($1)"
  grep -q "$2" "$folder/output" || fail "'$2' in: $(cat "$folder/output")"
}

run idle 'no settings of GIMP 3 yet'
[ ! -e "$XDG_CONFIG_HOME" ] || fail "no folder is made"

mkdir -p "$XDG_CONFIG_HOME/GIMP/3.0" "$XDG_CONFIG_HOME/GIMP/3.2" \
  "$XDG_CONFIG_HOME/GIMP/2.10"
run busy 'GIMP is running'
DESTDIR=/nowhere sh "$script" "$program" "$looks" "$folder/idle" ||
  fail "exit status 0 when staged"
[ -z "$(find "$XDG_CONFIG_HOME" -type f)" ] || fail "nothing is written"

run idle '3.2: 18 looks added'
for version in 3.0 3.2; do
  cmp "$XDG_CONFIG_HOME/GIMP/$version/$list" "$looks" || fail "looks in $version"
done
[ ! -e "$XDG_CONFIG_HOME/GIMP/2.10/filters" ] || fail "GIMP 2 left alone"
run idle '3.0: 0 looks added'

echo '(damaged' >"$XDG_CONFIG_HOME/GIMP/3.0/$list"
run idle 'Not all looks could be added'
[ "$(cat "$XDG_CONFIG_HOME/GIMP/3.0/$list")" = '(damaged' ] || fail "left as it is"

mkdir "$folder/elsewhere"
export GIMP3_DIRECTORY="$folder/elsewhere"
run idle 'elsewhere: 18 looks added'

[ "$failures" = 0 ]
