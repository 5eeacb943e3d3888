# Part of environment.sh, which reads it: folders holding a Debian system with
# GIMP, how they are made and how a command is run in them.

# In KiB: what mmdebstrap needs at most, and what is copied at most.
needed_space=3145728
copy_limit=1048576

# A folder is removed only if nothing is mounted in it ...
has_mounts() {
  [ -r /proc/self/mountinfo ] || return 0
  FOLDER=$(printf '%s' "$1" | sed 's/\\/\\134/g; s/ /\\040/g') awk '
    $5 == ENVIRON["FOLDER"] || index($5, ENVIRON["FOLDER"] "/") == 1 { found = 1 }
    END { exit !found }' /proc/self/mountinfo
}

# ... and no process has it as its root, or as an argument, like mmdebstrap.
is_used() {
  printf '%s\n' "$1" | grep -qsF -f - /proc/[0-9]*/cmdline && return 0
  for process in /proc/[0-9]*/root; do
    case $(readlink "$process" 2>/dev/null) in
      "$1" | "$1"/*) return 0 ;;
    esac
  done
  return 1
}

remove_root() {
  if has_mounts "$1" || is_used "$1"; then
    say "Still in use, left for later: $1"
  else
    rm -rf --one-file-system "$1"
  fi
}

# Half made and replaced roots of runs which are gone.  The lock is held here,
# so no other run is making one.
clean_leftovers() {
  for leftover in "$cache"/root-*.new.* "$cache"/root-*.old.*; do
    [ ! -d "$leftover" ] || remove_root "$leftover"
  done
}

can_mount() {
  [ "${SMP_NO_MOUNTS-}" != 1 ] &&
    unshare -m --propagation private mount --bind /tmp /tmp 2>/dev/null
}

use_root() {
  case $version in
    3.0) suite=trixie ;;
    3.2) suite=testing ;;
  esac
  root=$cache/root-$version
  way=mounts
  if ! can_mount; then
    way=copies
    inside=$root
    area=/var/cache/smp-mockup
  fi
  check_folder "$folder"
  check_folder "$project"
  check_folder "$temporary"
}

# Folders which the root has itself cannot be replaced by those of the host.
check_folder() {
  case $1 in
    /dev/shm | /dev/shm/* | /usr/src/* | /usr/local/*/* | /run/*/*) ;;
    / | /bin | /bin/* | /boot | /boot/* | /dev | /dev/* | /etc | /etc/* | /lib* | \
    /proc | /proc/* | /run | /run/* | /sbin | /sbin/* | /sys | /sys/* | \
    /usr | /usr/* | /var | /var/cache | /var/lib | /var/lib/apt* | /var/lib/dpkg* | \
    /var/cache/smp-mockup*)
      say "environment.sh: $1 is a folder of the system; please use another one."
      exit 69
      ;;
  esac
}

# The packages, and what else makes two roots differ.
root_stamp() {
  printf 'suite %s\npackages %s\n' "$suite" "$(words $packages)"
}

root_gimp() {
  dpkg-query --admindir="$1/var/lib/dpkg" -W -f '${Version}' gimp 2>/dev/null |
    sed 's/^[0-9]*://; s/-.*//'
}

check_root_gimp() {
  gimp=$(root_gimp "$root")
  case $version in
    3.0) at_least "$gimp" "$least_gimp" && ! at_least "$gimp" 3.1 ;;
    3.2) at_least "$gimp" 3.1 ;;
  esac || skip "Debian $suite has GIMP ${gimp:-in no version}"
}

# Makes the root if there is none, or none with these packages.
make_root() {
  if [ "${SMP_REFRESH-}" != 1 ] &&
     [ "$(cat "$root/etc/smp-environment" 2>/dev/null)" = "$(root_stamp)" ]; then
    check_root_gimp
    return
  fi
  log=$root.log
  free=$(df -Pk "$cache" | awk 'NR == 2 { print $4 }')
  if [ "$free" -lt "$needed_space" ]; then
    skip "$cache has $((free / 1024)) MiB left, $((needed_space / 1024)) MiB are needed"
  fi
  say "Making a folder with Debian $suite for GIMP $version: $root"
  say "  This takes some minutes, once, and about 1.5 GiB.  Its log: $log"
  install_tools >"$log" 2>&1 || skip "mmdebstrap cannot be installed, see $log"

  # Only the main archive of this system's own mirror is used: the security
  # archive has other names for other suites, and is not needed here.
  mirror=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 2>>"$log" |
    sed -n 's/^Debian|Debian|\(https\{0,1\}:.*\)/\1/p' | head -n 1)
  proxy=
  eval "$(apt-config shell proxy Acquire::http::Proxy 2>>"$log")"

  # Testing's lists are valid for a week only, too short for some mirrors.
  set -- --mode=root --variant=apt --include="$(words $packages)" \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --aptopt='Acquire::Languages "none"' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --customize-hook='chroot "$1" dbus-uuidgen >"$1/etc/machine-id"'
  [ -z "$proxy" ] || set -- "$@" --aptopt="Acquire::http::Proxy \"$proxy\""

  unfinished=$root.new.$$
  # In a session of its own, to end it with all its children, and in a mount
  # namespace of its own, so that its mounts vanish with it.  It numbers its
  # files for a shell which knows only 0 to 9, so it gets none of ours, not
  # even the lock.
  set -- setsid mmdebstrap "$@" "$suite" "$unfinished" ${mirror:+"$mirror"}
  ! can_mount || set -- unshare -m --propagation private "$@"
  child=starting
  child_has_group=yes
  "$@" >>"$log" 2>&1 </dev/null 3<&- 4>&- 8>&- 9>&- &
  child=$!
  # Should this shell be killed, the lock lasts until mmdebstrap is gone.
  (
    exec 3<&- 4>&- 8>&-
    while kill -0 "$child" 2>/dev/null; do
      kill -0 "$$" 2>/dev/null || stop_child
      sleep 1
    done
  ) &
  if ! wait_for_child; then
    [ -z "$signalled" ] || exit "$signalled"
    tail -n 5 "$log" >&2
    skip "the folder with Debian $suite could not be made, see $log"
  fi
  [ -z "$signalled" ] || exit "$signalled"
  root_stamp >"$unfinished/etc/smp-environment"

  # What runs in the old root keeps it until it ends.
  if [ -d "$root" ]; then
    old=$root.old.$$
    mv "$root" "$old" || fail "cannot move $root away"
    remove_root "$old"
  fi
  mv "$unfinished" "$root" || fail "cannot move $unfinished to $root"
  unfinished=
  check_root_gimp
}

install_tools() {
  # Lists of other archives may fail; what counts is whether the tools come.
  apt-get update </dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=600 \
    mmdebstrap debian-archive-keyring util-linux </dev/null || have mmdebstrap
}

# What the host's programs and libraries are told is wrong in the root.
leave_host_settings() {
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH PKG_CONFIG_PATH
  unset PYTHONHOME PYTHONPATH GI_TYPELIB_PATH XDG_DATA_DIRS XDG_CONFIG_DIRS
  unset CC CXX CFLAGS CPPFLAGS CXXFLAGS LDFLAGS
}

# Run in a mount namespace of its own: shows the folders of the host in the
# root, then runs the command there.
bind_and_go='
  root=$1 folder=$2
  shift 2
  while [ "$1" != -- ]; do
    if ! [ "$1" -ef "$root$1" ]; then
      mkdir -p "$root$1" && mount --rbind "$1" "$root$1" || exit 75
    fi
    shift
  done
  shift
  exec chroot "$root" /bin/sh -c "$go" sh "$folder" "$@"'
go='cd "$1" || exit 75
  shift
  unset go
  exec "$@"'

# Replaces this subshell by a command in folder $1 of the root.
enter_root() {
  start=$1
  shift
  if [ "$way" = mounts ]; then
    mkdir -p "$area"
    export go
    set -- /tmp "$temporary" "$area" "$project" "$folder" -- "$@"
    exec unshare -m --propagation private sh -c "$bind_and_go" sh \
      "$root" "$start" /proc /sys /dev "$@"
  else
    exec chroot "$root" /bin/sh -c "$go" sh "$start" "$@"
  fi
}

# Without the right to mount, the folders are copied into the root before, and
# what was changed or made there is copied back after.  What the command
# deletes stays on the host: to tell it from what appeared on the host in the
# meantime is not possible.

# Copies must not change under a command: one run at a time in each root.
take_root() {
  mkdir -p "$cache" || fail "cannot write to $cache"
  have flock || refuse "The program flock is missing." util-linux
  exec 8>"$root.lock"
  flock -n 8 && return
  say "Waiting for another run to leave $root ..."
  flock 8
}

make_devices() {
  while read -r device major minor; do
    [ -c "$root/dev/$device" ] || {
      rm -f "$root/dev/$device"
      mknod -m 666 "$root/dev/$device" c "$major" "$minor" ||
        skip "device files cannot be made here"
    }
  done <<END
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
ptmx 5 2
END
  mkdir -p -m 1777 "$root/dev/shm"
}

copy_in() {
  make_devices
  size=$(du -skx --apparent-size --exclude="$cache" "$1" 2>/dev/null | cut -f 1)
  if [ "$size" -gt "$copy_limit" ]; then
    say "environment.sh: $1 holds $((size / 1024)) MiB, too much to copy: nothing can be"
    say "mounted here.  Please use a smaller folder (TMPDIR for temporary files)."
    exit 69
  fi
  ! has_mounts "$root$1" || fail "something is mounted in $root$1"
  rm -rf --one-file-system "$root$1"
  mkdir -p "$root$1"
  # tar ends with 1 if a file changed meanwhile, which is no harm.
  result=$({
    { tar -C "$1" --anchored --no-wildcards --exclude=".${cache#"$1"}" -cf - . 2>&6
      echo "sent $?" >&5
    } | tar -C "$root$1" -xpf - || echo "failed" >&5
  } 5>&1 6>"$cache/copy.log")
  case $result in
    'sent 0' | 'sent 1') ;;
    *) tail -n 3 "$cache/copy.log"; fail "cannot copy $1 into $root" ;;
  esac
}

# Later changes have a later time than this file.
mark_copies() {
  mkdir -p "$root$area"
  touch "$root$area/copied"
  sleep 0.05
}

copy_back() {
  (
    cd "$root$1" || exit 1
    find . -path "./${throwaway##*/}" -prune -o \
      -cnewer "$root$area/copied" ! -type s -print0 |
      tar --no-recursion --null -T - -cf - | tar -C "$1" -xpf -
  ) || say "Not all changes could be copied back to $1"
}
