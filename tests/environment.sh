#!/bin/sh
# Runs a command with the filters built for, and installed into, one version
# of GIMP:
#
#   sh tests/environment.sh VERSION [COMMAND [ARGUMENT...]]
#
# VERSION is 3.0, 3.2, or "any": the GIMP of this system if it is new enough,
# else 3.0.  The command runs in the current folder and sees the project, the
# current folder and the temporary folder at their usual places.  Its home
# folder is a throw-away one with the filters installed.  Nothing but its own
# output appears on standard output, and its exit status is passed on.
# Without a command everything is only made ready.
#
#   sh tests/environment.sh --clean    removes what dead runs left behind
#
# The command finds SMP_SOURCE (the project) and SMP_BUILD (the build folder)
# in its environment.
#
# If this system has GIMP 3.0.4 or later, that is used.  Otherwise a folder
# holding a small Debian system with the right GIMP is made, which needs root,
# apt, the network once, and disk space.
#
#   SMP_REFRESH=1    make that folder anew
#   SMP_STRICT=1     fetch the version which this system does not have, too
#   SMP_NO_MOUNTS=1  do not mount anything, as in a container without the right
#
# Exit status, if not the command's: 64 wrong use, 69 cannot be done on this
# system, 75 a failure on the way, 77 this version cannot be had here.

set -u

here=$(cd "$(dirname "$0")" && pwd -P) || exit 75
project=$(dirname "$here")
cache=$(readlink -m "${XDG_CACHE_HOME:-$HOME/.cache}/smp-mockup") || exit 75
area=$cache/build
temporary=$(cd "${TMPDIR:-/tmp}" && pwd -P) || exit 75

# The least versions the filters are made for.
least_gimp=3.0.4
least_gegl=0.4.62

# What the roots hold: the tools to build, and all that the tests use.
packages='gimp libgimp-3.0-dev libgegl-dev gegl meson ninja-build gcc libc6-dev
  pkgconf gettext python3-gi gir1.2-gimp-3.0 xvfb openbox xdotool imagemagick
  exiv2 fonts-dejavu-core x11-utils procps'
fedora_packages='gimp gimp-devel gegl04-devel gegl04-tools meson ninja-build gcc
  pkgconf-pkg-config gettext python3-gobject xorg-x11-server-Xvfb openbox xdotool
  ImageMagick exiv2 dejavu-sans-fonts xprop procps-ng'

say() {
  printf '%s\n' "$*" >&2
}

# Unfolds the line breaks of a package list.
words() {
  echo $*
}

fail() {
  say "environment.sh: $*"
  exit 75
}

# Refuses for the reason $1; $2 are the missing packages, if it is only those.
refuse() {
  say "environment.sh: $1"
  say "Needed: GIMP $least_gimp or later with its headers, and GEGL $least_gegl or later."
  say "  Debian, Ubuntu: apt-get install $(words ${2:-$packages})"
  say "  Fedora:         dnf install $(words $fedora_packages)"
  if [ -n "${2-}" ]; then
    say "Run as root on Debian or Ubuntu, this installs them itself."
  else
    say "Or run this as root on Debian 12 or later: it then makes its own folder"
    say "with the right GIMP in $cache."
  fi
  exit 69
}

skip() {
  say "skipped: GIMP $version ($*)"
  exit 77
}

at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

. "$here/environment-root.sh"

# Signals.  Long work runs in the background, so that a signal is seen at once
# and can be handed on; the shell itself ends when that work has ended.

child=
child_has_group=
signalled=

stop_child() {
  if [ -n "$child_has_group" ]; then
    kill -s KILL -- "-$child" 2>/dev/null
  else
    kill -s TERM "$child" 2>/dev/null
  fi
}

on_signal() {
  signalled=$1
  case $child in
    '') exit "$1" ;;
    starting) ;;
    *) stop_child ;;
  esac
}

# The exit status of the last background job, which must have set child.
wait_for_child() {
  [ -z "$signalled" ] || stop_child
  while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2>/dev/null || break
  done
  child=
  child_has_group=
  return "$status"
}

throwaway=
unfinished=

clean_up() {
  [ -z "$throwaway" ] || rm -rf "$throwaway"
  [ -z "$unfinished" ] || remove_root "$unfinished"
}

trap 'on_signal 129' HUP
trap 'on_signal 130' INT
trap 'on_signal 143' TERM
trap clean_up EXIT

# The version number of this system's GIMP, or nothing.

system_gimp() {
  for program in gimp-console-3.2 gimp-console-3.0 gimp-console gimp; do
    command -v "$program" >/dev/null || continue
    LC_ALL=C.UTF-8 "$program" --version 2>/dev/null </dev/null |
      sed -n 's/.*version \([0-9][0-9.]*\).*/\1/p' | head -n 1
    return
  done
}

have() {
  command -v "$1" >/dev/null
}

# Prints the packages which this system lacks to build the filters and, with
# "tests" as argument, to run all tests.

system_lacks() {
  have gimp-console || have gimp-console-3.0 || have gimp-console-3.2 || echo gimp
  have gegl || echo gegl
  have meson || echo meson
  have ninja || echo ninja-build
  have cc || have gcc || echo gcc libc6-dev
  have msgfmt || echo gettext
  have pkg-config || echo pkgconf
  pkg-config --atleast-version="$least_gimp" gimp-3.0 2>/dev/null ||
    echo libgimp-3.0-dev
  pkg-config --atleast-version="$least_gegl" gegl-0.4 2>/dev/null ||
    echo libgegl-dev
  python3 -c 'import gi; gi.require_version("Gimp", "3.0")' 2>/dev/null ||
    echo python3-gi gir1.2-gimp-3.0
  [ "${1-}" = tests ] || return 0
  have Xvfb || echo xvfb
  have openbox || echo openbox
  have xdotool || echo xdotool
  have magick || have convert || echo imagemagick
  have exiv2 || echo exiv2
  have xprop || echo x11-utils
  have pgrep || echo procps
}

use_system() {
  way=system
  if [ "$(id -u)" = 0 ] && have apt-get; then
    missing=$(system_lacks tests)
    if [ -n "$missing" ]; then
      missing=$(words $missing)
      say "Installing what this system lacks: $missing"
      mkdir -p "$cache"
      { apt-get update && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing
      } >"$cache/system.log" 2>&1 </dev/null || tail -n 5 "$cache/system.log" >&2
    fi
  fi
  missing=$(system_lacks)
  [ -z "$missing" ] ||
    refuse "GIMP $gimp is here, but some packages are missing." "$missing"
}

# Sets way (system, mounts or copies) and, for the latter two, root.

choose_way() {
  gimp=$(system_gimp)
  if [ -n "$gimp" ] && at_least "$gimp" "$least_gimp"; then
    if at_least "$gimp" 3.1; then
      own=3.2
    else
      own=3.0
    fi
    [ "$version" != any ] || version=$own
    if [ "$version" = "$own" ]; then
      use_system
      return
    fi
    [ "${SMP_STRICT-}" = 1 ] || skip "this system has GIMP $gimp"
  fi
  [ "$version" != any ] || version=3.0
  if [ "$(id -u)" != 0 ]; then
    refuse "This system has no GIMP $version, and only root can make a folder with it."
  elif ! have apt-get; then
    refuse "This system has no GIMP $version, and no apt to get it with."
  fi
  use_root
}

# Takes the lock with which parallel runs do not prepare the same things
# twice.  The build gets it too: should this shell be killed, the lock lasts
# until the build has ended.

take_lock() {
  mkdir -p "$cache" || fail "cannot write to $cache"
  have flock || refuse "The program flock is missing." util-linux
  exec 9>"$cache/lock"
  flock -n 9 && return
  say "Waiting for another run to finish its preparations ..."
  flock 9
}

# The environment in which the filters are built, installed and used.

use_profile() {
  export HOME="$1/home"
  export XDG_CONFIG_HOME="$1/config" XDG_DATA_HOME="$1/data"
  export XDG_CACHE_HOME="$1/cache" XDG_STATE_HOME="$1/state"
  export XDG_RUNTIME_DIR="$1/run"
  export GSETTINGS_BACKEND=memory NO_AT_BRIDGE=1 LC_ALL=C.UTF-8
  export SMP_BUILD="$build" SMP_SOURCE="$project"
  [ -z "${TMPDIR-}" ] || export TMPDIR="$temporary"
  # Without the user's session bus no GIMP which is already running is found.
  unset GIMP3_DIRECTORY DBUS_SESSION_BUS_ADDRESS
  [ "$way" = system ] || leave_host_settings
}

# Replaces this (sub)shell by a command which runs in folder $1.

enter() {
  case $way in
    system)
      cd "$1" || exit 75
      shift
      exec "$@"
      ;;
    *) enter_root "$@" ;;
  esac
}

# Builds the filters and installs them into the template of the profiles.

build() {
  hash=$(printf '%s' "$project" | cksum | cut -d ' ' -f 1)
  case $way in
    system) where="this system" build=$area/$version-system-$hash ;;
    *) where=$root build=$area/$version-$hash ;;
  esac
  case $way in
    mounts) where="$where, with private mounts" ;;
    copies) where="$where, with copies of the folders" ;;
  esac
  profile=$build.profile
  child=starting
  (
    mkdir -p "$inside$profile"
    use_profile "$profile"
    unset DISPLAY WAYLAND_DISPLAY
    enter / sh "$here/environment-build.sh" "$build" "$project" "$profile" \
      "GIMP $version ($where)"
  ) </dev/null &
  child=$!
  wait_for_child || exit 75
  [ -z "$signalled" ] || exit "$signalled"
}

# Main.

[ "$#" -ge 1 ] || { say "usage: sh tests/environment.sh VERSION [COMMAND...]"; exit 64; }
version=$1
shift

# Only the command may write to standard output, and only it reads the input.
exec 3<&0 4>&1 </dev/null >&2

case $version in
  --clean)
    take_lock
    clean_leftovers
    exit 0
    ;;
  3.0 | 3.2 | any) ;;
  *) say "environment.sh: there is no GIMP version \"$version\": 3.0, 3.2 or any"; exit 64 ;;
esac

folder=$(pwd -P) || fail "the current folder is gone"
inside=
root=
choose_way
[ "$way" != copies ] || take_root
take_lock
clean_leftovers
[ "$way" = system ] || make_root
[ "$way" != copies ] || copy_in "$project"
build
if [ "$#" = 0 ]; then
  exit 0
fi
throwaway=$(mktemp -d "$temporary/smp-XXXXXX") || fail "cannot write to $temporary"
cp -a "$inside$profile/." "$throwaway/" || fail "cannot copy the profile"
exec 9>&-
if [ -n "${DISPLAY-}" ] &&
   cp "${XAUTHORITY:-$HOME/.Xauthority}" "$throwaway/Xauthority" 2>/dev/null; then
  export XAUTHORITY="$throwaway/Xauthority"
fi
if [ "$way" = copies ]; then
  copy_in "$temporary"
  copy_in "$folder"
  mark_copies
fi

# Background jobs of a shell ignore SIGINT; the command shall not.
default_signals='env --default-signal=INT,QUIT'
$default_signals true 2>/dev/null || default_signals=

child=starting
(
  use_profile "$throwaway"
  exec 8>&- 9>&-
  enter "$folder" $default_signals "$@"
) <&3 >&4 3<&- 4>&- &
child=$!
wait_for_child
status=$?
if [ "$way" = copies ]; then
  copy_back "$project"
  copy_back "$temporary"
  copy_back "$folder"
  rm -rf "$inside$throwaway"
fi
exit "$status"
