#!/bin/sh
# Patterns and hairlines with real windows, clicks and keys, inside
# environment.sh; each step leaves a screenshot.

set -u

. "$SMP_SOURCE/tests/gui/session.sh"
. "$SMP_SOURCE/tests/gui/steps.sh"

# Within the head: where Norwood 4 is bald in front; the forehead between brows
# and hairline; beside the head.
open_photo() {
  open_canvas || return 1
  front=$(box 440 380 150 60)
  forehead=$(box 440 660 150 80)
  top=$(box 440 180 150 50)
  background=$(box 930 40 60 250)
}

# The head as an ellipse, down to the lower edge of the photo.
select_head() {
  xdotool key e
  drag '195 145' '500 500' '866 999'
  xdotool key Return f
  park
  wait_for looks_different "$session/photo.ppm" "$(box 180 120 700 400)" 400 &&
    look "$session/head.ppm"
}

same_as_selected() {
  for place in "$front" "$forehead" "$top" "$background"; do
    wait_for looks_same "$session/head.ppm" "$place" || return 1
  done
}

open_pattern() {
  menu p && dialog '^SMP Pattern' &&
    wait_for looks_different "$session/head.ppm" "$front" 500 &&
    look "$session/pattern.ppm"
}

# The last pattern of the list is the full head.
pick_full_head() {
  windows=$(count_windows)
  xdotool key alt+p space
  wait_for more_windows_than "$windows" && wait_still
  xdotool key End Return
  wait_for looks_different "$session/pattern.ppm" "$top" 500
}

cancel_pattern() {
  xdotool key Escape
  wait_for not has_window '^SMP Pattern' && wait_for has_layers 1 &&
    same_as_selected
}

make_pattern() {
  press_ok 'SMP Pattern' pattern && wait_for has_layers 3 && wait_still
}

accept_pattern() {
  make_pattern && wait_for looks_different "$session/head.ppm" "$front" 500 &&
    look "$session/made.ppm"
}

accept_second_pattern() {
  make_pattern && wait_for looks_different "$session/made.ppm" "$top" 500
}

undo_pattern() {
  activate "$main"
  xdotool key ctrl+z
  wait_for has_layers 1 && same_as_selected
}

# A pattern in the place of another is one step, too.
undo_second_pattern() {
  activate "$main"
  xdotool key ctrl+z
  wait_for has_layers 3 && wait_for looks_same "$session/made.ppm" "$top" &&
    wait_for looks_same "$session/made.ppm" "$front"
}

# Two clicks on the brows with the Paths tool.
mark_brows() {
  xdotool key b
  for place in '315 945' '612 972'; do
    xdotool mousemove $(at $place)
    wait_still
    look "$session/click.ppm"
    xdotool click 1
    wait_for looks_different "$session/click.ppm" "$(box 280 900 400 100)" 4 ||
      return 1
  done
  park
  look "$session/brows.ppm"
}

# The line is shown at once, where the top of the ellipse tells it to be.
open_hairline() {
  menu h && dialog '^SMP Hairline' &&
    wait_for looks_different "$session/brows.ppm" "$(box 440 440 150 200)" 50
}

cancel_hairline() {
  xdotool key Escape
  wait_for not has_window '^SMP Hairline' &&
    wait_for looks_same "$session/brows.ppm" "$(box 440 440 150 200)"
}

accept_hairline() {
  press_ok 'SMP Hairline' hairline && park &&
    look "$session/line.ppm"
}

undo_hairline() {
  activate "$main"
  xdotool key ctrl+z
  wait_for looks_same "$session/brows.ppm" "$(box 440 440 150 200)"
}

redo_hairline() {
  xdotool key ctrl+y
  wait_for looks_same "$session/line.ppm" "$(box 440 440 150 200)"
}

# Mock-up begins at the line, though all of the head is selected.
open_mockup() {
  menu m && dialog '^SMP Mock-up' &&
    wait_for looks_different "$session/line.ppm" "$top" 500 &&
    looks_same "$session/line.ppm" "$forehead"
}

cancel_mockup() {
  xdotool key Escape
  wait_for not has_window '^SMP Mock-up' && wait_for has_layers 1 &&
    wait_for looks_same "$session/line.ppm" "$top"
}

steps_begin shapes

step 'the photo is open' open_photo
step 'an ellipse selects the head' select_head
step 'Pattern asks and shows' open_pattern
step 'another pattern is shown' pick_full_head
step 'Cancel takes back what it has shown' cancel_pattern
step 'Pattern asks again' open_pattern
step 'OK makes a treatment' accept_pattern
step 'Pattern asks for another' open_pattern
step 'another is shown' pick_full_head
step 'OK makes it' accept_second_pattern
step 'one undo step brings the first back' undo_second_pattern
step 'one undo step takes it back' undo_pattern
step 'two clicks mark the brows' mark_brows
step 'Hairline asks and shows' open_hairline
step 'Cancel takes the line back' cancel_hairline
step 'Hairline asks again' open_hairline
step 'OK keeps the line' accept_hairline
step 'one undo step takes the line back' undo_hairline
step 'redo brings it again' redo_hairline
step 'Mock-up begins at the line' open_mockup
step 'Cancel takes the dots back' cancel_mockup
step 'GIMP has not complained' no_complaints

steps_end
