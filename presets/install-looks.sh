#!/bin/sh
# Part of a user install: shows the looks in GIMP's list of presets, unless
# this is only staged or a GIMP runs, which would overwrite them.
#
#   install-looks.sh PROGRAM LOOKS [PROCESSES]
#
# PROGRAM is install-looks, LOOKS the file it adds; PROCESSES is for tests, a
# folder like /proc.  The artist's own presets are never changed.

set -u

program=$1 looks=$2 processes=${3:-/proc}

by_hand() {
  printf '%s\n' "SMP: $*" \
    'To see the looks in the Presets list of SMP Dots, start GIMP and run' \
    'Filters > Scalp Micropigmentation > Install Presets.'
  exit 0
}

[ -z "${DESTDIR-}" ] || exit 0

# Linux cuts these names off after 15 characters.
if cat "$processes"/[0-9]*/comm 2>/dev/null |
   grep -Eqx 'gimp(-console)?(-[0-9.]*)?'; then
  by_hand 'GIMP is running.'
fi

if [ -n "${GIMP3_DIRECTORY-}" ]; then
  set -- "$GIMP3_DIRECTORY"
else
  set -- "${XDG_CONFIG_HOME:-$HOME/.config}"/GIMP/3.*
fi
[ -d "$1" ] || by_hand 'There are no settings of GIMP 3 yet.'
"$program" "$looks" "$@" || by_hand 'Not all looks could be added.'
