#!/bin/sh
# An artist's session with real windows, clicks and keys, inside
# environment.sh; each step leaves a screenshot in
# ${SMP_ARTEFACTS:-$SMP_BUILD/artefacts}/gui-VERSION.

set -u

. "$SMP_SOURCE/tests/gui/session.sh"

. "$SMP_SOURCE/tests/gui/steps.sh"

# More than COUNT pixels inside the selection differ from an earlier look, and
# none outside of it.
changed_inside() {
  wait_for looks_different "$1" "$inside" "$2" && same_outside "$1"
}

same_outside() {
  wait_still
  looks_same "$1" "$background" && looks_same "$1" "$forehead"
}

same_everywhere() {
  wait_for looks_same "$1" "$inside" && same_outside "$1"
}

# The density that GIMP noted down as the last one used.
last_density() {
  sed -n 's/^ *(density \([0-9]*\).*/\1/p' \
    "$(gimp_folder)/filters/GimpGegl-smp-dots-config.settings" | head -n 1
}

has_last_density() {
  [ "$(last_density)" = "$1" ]
}

# Two looks of our own, in the place of those which are installed, if any.
write_looks() {
  mkdir -p "$(gimp_folder)/filters"
  cat >"$(gimp_folder)/filters/GimpGegl-smp-dots-config.settings" <<'END'
# settings
(GimpGegl-smp-dots-config "Dense and black"
    (density 250)
    (dilution 4))
(GimpGegl-smp-dots-config "Sparse"
    (density 62)
    (dilution 9))
# end of settings
END
}

open_photo() {
  open_canvas || return 1
  inside=$(box 400 300 200 200)
  background=$(box 850 40 130 250)
  forehead=$(box 420 680 250 120)
}

select_scalp() {
  xdotool key f
  drag '420 220' '560 190' '700 230' '780 340' '790 480' '700 560' '500 580' \
    '330 540' '290 420' '330 300' '400 240' '419 221'
  xdotool key Return
  wait_for looks_different "$session/photo.ppm" "$(box 280 180 520 420)" 400 &&
    same_everywhere "$session/photo.ppm"
}

open_dots() {
  menu_picture="$pictures/menu.png"
  menu d && dialog '^SMP Dots' || return 1
  menu_picture=
  changed_inside "$session/photo.ppm" 1000 && look "$session/dots.ppm"
}

# By its label's letter; the second look of the list.
pick_look() {
  windows=$(count_windows)
  xdotool key alt+s space
  wait_for more_windows_than "$windows" && wait_still
  xdotool key Down
  wait_still
  picture "$pictures/looks.png"
  xdotool key Return
  changed_inside "$session/dots.ppm" 500 && changed_inside "$session/photo.ppm" 1000
}

# Pressing OK leaves what the preview has shown.
accept_dots() {
  look "$session/preview.ppm"
  xdotool key alt+o
  wait_for not has_window '^SMP Dots' && wait_for has_last_density 62 &&
    same_everywhere "$session/preview.ppm" &&
    find_effects "$session/photo.ppm"
}

undo_dots() {
  activate "$main"
  xdotool key ctrl+z
  same_everywhere "$session/photo.ppm"
}

open_mockup() {
  menu m && dialog '^SMP Mock-up'
}

accept_mockup() {
  press_ok 'SMP Mock-up' mockup &&
    changed_inside "$session/photo.ppm" 1000 && look "$session/mockup.ppm"
}

# The canvas shows the mock-up behind the dialog; Cancel takes all of it back.
cancel_mockup() {
  changed_inside "$session/photo.ppm" 1000 && has_layers 3 || return 1
  xdotool key Escape
  wait_for not has_window '^SMP Mock-up' && wait_for has_layers 1 &&
    same_everywhere "$session/photo.ppm"
}

# One step takes the whole mock-up back.
undo_mockup() {
  activate "$main"
  xdotool key ctrl+z
  wait_for has_layers 1 && same_everywhere "$session/photo.ppm"
}

# The mask is what is painted on; black takes the treatment away.
paint_mask() {
  stroke=$(box 450 392 120 10)
  beside=$(box 450 450 120 40)
  xdotool key p d
  drag '420 397' '500 398' '620 397' '500 396' '420 397'
  park
  wait_for looks_same "$session/photo.ppm" "$stroke" &&
    looks_same "$session/mockup.ppm" "$beside" &&
    same_outside "$session/photo.ppm" && look "$session/painted.ppm"
}

open_filter() {
  open_effects
  picture "$pictures/effects.png"
  open_first_effect
  dialog '^SMP Dots' && same_everywhere "$session/painted.ppm"
}

# Density follows the Presets list and the list of settings.
change_density() {
  xdotool key alt+s Tab Tab
  for press in 1 2 3 4 5 6 7 8; do
    xdotool key Page_Down
  done
  changed_inside "$session/painted.ppm" 500 &&
    looks_same "$session/photo.ppm" "$stroke" && look "$session/changed.ppm"
}

accept_change() {
  xdotool key alt+o
  wait_for not has_window '^SMP Dots' &&
    same_everywhere "$session/changed.ppm"
}

# What was set in the filter's dialog stays as long as nobody asks for another
# preset in the mock-up's.
accept_kept() {
  press_ok 'SMP Mock-up' mockup &&
    same_everywhere "$session/changed.ppm"
}

# The last zone of the list; Cancel brings back what was set.
pick_zone() {
  windows=$(count_windows)
  xdotool key alt+z space
  wait_for more_windows_than "$windows" && wait_still
  xdotool key End
  wait_still
  xdotool key Return
  changed_inside "$session/changed.ppm" 500
}

cancel_kept() {
  xdotool key Escape
  wait_for not has_window '^SMP Mock-up' && activate "$main" &&
    same_everywhere "$session/changed.ppm"
}

accept_zone() {
  press_ok 'SMP Mock-up' mockup &&
    changed_inside "$session/changed.ppm" 500
}

# New values of a treatment that was there are one step, too.
undo_zone() {
  xdotool key ctrl+z
  same_everywhere "$session/changed.ppm"
}

# What is selected is as wide as a head, a little less than guessed.
open_scale() {
  menu s && dialog '^SMP Scale' && same_everywhere "$session/changed.ppm" &&
    xdotool key alt+k space && wait_still && xdotool key Home && wait_still &&
    xdotool key Down Down && wait_still && xdotool key Return
}

accept_scale() {
  press_ok 'SMP Scale' scale &&
    changed_inside "$session/changed.ppm" 500
}

undo_scale() {
  xdotool key ctrl+z
  same_everywhere "$session/changed.ppm"
}

# Gradients and scars have groups of their own beside that of the dots.

# open_kind LETTER PROCEDURE TITLE: its mock-up.
open_kind() {
  procedure=$2
  title=$3
  menu "$1" && dialog "^$title"
}

# A scar has dots of its own where others do not lie across most of it, so for
# that all of the photo is treated.
select_all() {
  xdotool key ctrl+a
  wait_still && look "$session/changed.ppm"
}

kind_changed() {
  if [ "$title" = 'SMP Camouflage Scar' ]; then
    wait_for looks_different "$1" "$inside" 500
  else
    changed_inside "$1" 500
  fi
}

cancel_kind() {
  kind_changed "$session/changed.ppm" && has_layers 5 || return 1
  xdotool key Escape
  wait_for not has_window "^$title" && wait_for has_layers 3 &&
    activate "$main" && same_everywhere "$session/changed.ppm"
}

accept_kind() {
  press_ok "$title" "$procedure" &&
    wait_for has_layers 5 && kind_changed "$session/changed.ppm" &&
    look "$session/kind.ppm"
}

# pick_other LETTER KEY: in the list of this letter what the key goes to.
pick_other() {
  windows=$(count_windows)
  same_everywhere "$session/kind.ppm" && xdotool key "alt+$1" space
  wait_for more_windows_than "$windows" && wait_still
  xdotool key "$2"
  wait_still
  xdotool key Return
  kind_changed "$session/kind.ppm"
}

accept_other() {
  press_ok "$title" "$procedure" && has_layers 5 &&
    kind_changed "$session/kind.ppm"
}

undo_other() {
  xdotool key ctrl+z
  same_everywhere "$session/kind.ppm" && has_layers 5
}

undo_kind() {
  xdotool key ctrl+z
  wait_for has_layers 3 && same_everywhere "$session/changed.ppm"
}

steps_begin gui
write_looks

step 'the photo is open' open_photo
step 'a lasso selects the scalp' select_scalp
step 'SMP Dots shows dots in the selection only' open_dots
step 'a look of the Presets list changes them' pick_look
step 'OK keeps them' accept_dots
step 'undo removes them' undo_dots
step 'Mock-up asks' open_mockup
step 'Cancel takes back what it has shown' cancel_mockup
step 'Mock-up asks again' open_mockup
step 'Mock-up makes dots in the selection only' accept_mockup
step 'one undo step takes the mock-up back' undo_mockup
step 'Mock-up asks a third time' open_mockup
step 'Mock-up makes the dots again' accept_mockup
step 'painting the mask black removes dots' paint_mask
step 'a double click opens the filter of the group' open_filter
step 'a slider changes the dots' change_density
step 'OK keeps the change' accept_change
step 'Mock-up asks about what is there' open_mockup
step 'OK keeps the change, too' accept_kept
step 'Mock-up asks once more' open_mockup
step 'another zone sets density and size anew' pick_zone
step 'Cancel brings the change back' cancel_kept
step 'Mock-up asks for the last time' open_mockup
step 'the zone is chosen again' pick_zone
step 'OK keeps the zone' accept_zone
step 'one undo step takes the zone back' undo_zone
step 'Set Scale asks' open_scale
step 'OK gives another scale to the dots' accept_scale
step 'one undo step takes the scale back' undo_scale
step 'Gradient Mock-up asks' open_kind u gradient 'SMP Gradient Mock-up'
step 'Cancel takes its group back' cancel_kind
step 'Gradient Mock-up asks again' open_kind u gradient 'SMP Gradient Mock-up'
step 'OK lays a gradient beside the dots' accept_kind
step 'Gradient Mock-up asks about what is there' open_kind u gradient \
  'SMP Gradient Mock-up'
step 'another shape, the crown, changes it' pick_other a Down
step 'OK keeps the shape' accept_other
step 'one undo step takes the shape back' undo_other
step 'one more takes the gradient back' undo_kind
step 'all is selected' select_all
step 'Camouflage Scar asks' open_kind a scar 'SMP Camouflage Scar'
step 'Cancel takes its group back, too' cancel_kind
step 'Camouflage Scar asks again' open_kind a scar 'SMP Camouflage Scar'
step 'OK treats all of it below the dots' accept_kind
step 'Camouflage Scar asks about what is there' open_kind a scar \
  'SMP Camouflage Scar'
step 'another kind of scar, a burn, changes it' pick_other a End
step 'OK keeps the kind' accept_other
step 'one undo step takes the kind back' undo_other
step 'one more takes the scar back' undo_kind
step 'GIMP has not complained' no_complaints

steps_end
