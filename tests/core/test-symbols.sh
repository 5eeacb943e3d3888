#!/bin/sh
# The core may call nothing but itself and what moves memory: libm's functions
# give other bits on other machines.  The sanitizers' own symbols are let pass.

set -u

own=$(nm -g --defined-only "$1" | sed -n 's/.* [TDRB] \(.*\)/\1/p')
foreign=$(nm -u "$1" | sed -n 's/.* U \(.*\)/\1/p' | sort -u |
  grep -v -x -F -e memcpy -e memset -e memmove -e __stack_chk_fail \
    -e _GLOBAL_OFFSET_TABLE_ -e "$own" |
  grep -v -e '^__asan_' -e '^__ubsan_' -e '^__sanitizer_')

if [ -z "$own" ]; then
  echo "no symbols in $1" >&2
  exit 1
fi
if [ -n "$foreign" ]; then
  echo "The core calls:" $foreign >&2
  exit 1
fi
