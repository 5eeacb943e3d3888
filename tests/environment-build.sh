#!/bin/sh
# Part of environment.sh, which runs it where the right GIMP is:
#
#   sh environment-build.sh BUILD SOURCE PROFILE NAME [MESON-OPTION...]
#
# Builds the project in the folder BUILD and installs it into PROFILE, which
# holds the user's folders that environment.sh has set in the environment.
# With an empty PROFILE it only builds.  Says nothing if all is up to date.

set -u

build=$1 source=$2 profile=$3 name=$4
shift 4
log=$build.log

fail() {
  printf '%s: the end of %s:\n' "$1" "$log" >&2
  tail -n 40 "$log" >&2
  exit 1
}

# Starts GIMP once, to set up its folders or to ask the plug-ins what they do.
# What it starts must not keep the locks of environment.sh.
start_gimp() {
  timeout 120 gimp-console -idf --batch-interpreter=python-fu-eval -b pass --quit \
    >>"$log" 2>&1 </dev/null 8>&- 9>&- || printf 'GIMP ended with %s\n' "$?" >>"$log"
}

make_folders() {
  mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" \
    "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR"
  chmod 700 "$XDG_RUNTIME_DIR"
}

# Another meson or other libraries need a fresh build folder; so does one
# which was left half made, for this stamp is written last; its first number is
# that of the way it is done.
made_by="2 $(meson --version) $(pkg-config --modversion gimp-3.0 gegl-0.4 | tr '\n' ' ')$source $*"
if [ "$(cat "$build/made-by" 2>/dev/null)" != "$made_by" ] ||
   ! pending=$(ninja -C "$build" -n 2>/dev/null); then
  printf 'Building for %s ...\n' "$name" >&2
  rm -rf "$build" ${profile:+"$profile"}
  mkdir -p "$build"
  make_folders
  # Artists have started GIMP before they install anything, and GIMP sets up its
  # folder only where there is none.
  : >"$log"
  [ -d "$XDG_CONFIG_HOME/GIMP" ] || start_gimp
  if [ -n "$profile" ]; then
    rm -rf "$build.fresh"
    cp -a "$profile" "$build.fresh" || fail "Setting up GIMP failed"
  fi
  meson setup "$build" "$source" -Duser-install=true "$@" >>"$log" 2>&1 </dev/null ||
    fail "Configuring failed"
  printf '%s\n' "$made_by" >"$build/made-by"
  pending=all
fi

# Files which are only installed are unknown to ninja, hence the look at all
# files of the project.
case $pending in
  *'no work to do'*)
    if [ -z "$profile" ]; then
      exit 0
    fi
    if [ -f "$profile/installed" ] &&
       [ -z "$(find "$source" -name .git -prune -o \
         -newer "$profile/installed" -print -quit)" ]; then
      exit 0
    fi
    ;;
  all) ;;
  *) printf 'Building for %s ...\n' "$name" >&2 ;;
esac

# The time of the stamp is that before the build: a file which is changed
# meanwhile is noticed in the next run.
begun=$build.begun
touch "$begun"
ninja -C "$build" >"$log" 2>&1 || fail "Building failed"
if [ -z "$profile" ]; then
  exit 0
fi
staged=$build.staged
rm -rf "$staged"
DESTDIR="$staged" meson install -C "$build" --no-rebuild --quiet >>"$log" 2>&1 ||
  fail "Installing failed"
mkdir -p "$staged$profile"
contents=$(cd "$staged$profile" && find . -type f -exec cksum {} + | sort)
if [ ! -f "$profile/installed" ] ||
   [ "$contents" != "$(cat "$profile/installed")" ]; then
  rm -rf "$profile"
  cp -a "$build.fresh" "$profile" &&
    cp -a "$staged$profile/." "$profile/" || fail "Installing failed"
  make_folders
  # The first start after an install asks all plug-ins what they do.  Done here,
  # it need not be done for each test; should it fail, the tests will show it.
  start_gimp
  printf '%s\n' "$contents" >"$profile/installed"
fi
touch -r "$begun" "$profile/installed"
rm -rf "$staged" "$begun"
