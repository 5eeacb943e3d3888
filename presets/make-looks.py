#!/usr/bin/env python3
# This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes the looks of looks.ini as a preset file of GIMP's filter dialogs:

    make-looks.py DENSITY.INI SHADE.INI STAGE.INI LOOKS.INI OUTPUT

The file is a row of s-expressions: the name of the filter's settings, that of
the preset, and a value for each property.  Colours are the three bytes of an
sRGB colour, each as an octal escape; a choice is its bare nick.
"""

import configparser
import sys

SETTINGS = 'GimpGegl-smp-dots-config'
ABOUT = ('name', 'description', 'light-loss')    # say something, set nothing


def read(path):
    ini = configparser.ConfigParser(
        delimiters=('=',), comment_prefixes=('#',), interpolation=None)
    ini.optionxform = str
    with open(path, encoding='utf-8') as file:
        ini.read_file(file)
    return ini


def values_of(preset):
    return {key: value for key, value in preset.items()
            if key.partition('[')[0] not in ABOUT}


def colour(text):
    octets = ''.join(f'\\{byte:03o}' for byte in bytes.fromhex(text[1:]))
    return f'(color "R\'G\'B\' u8" 3 "{octets}" 0)'


def expression(key, value):
    if value.startswith('#'):
        return f'    ({key}\n        {colour(value)})'
    if value.isalpha():
        return f'    ({key} {value})'
    return f'    ({key} {float(value):g})'


def look(section, densities, shades, stages):
    """The s-expression of one look."""
    density, shade = section['density'], section['shade']
    stage = section.get('stage', 'healed')
    rank = densities.sections().index(density) + 1
    shade_name = shades[shade]['name']
    name = (f'SMP {rank} {densities[density]["name"]}, '
            f'{shade_name[0].lower() + shade_name[1:]}, '
            f'session {section["session"]}, {section.get("when", stage)}')
    values = {**section.parser.defaults(), 'session': section['session'],
              **values_of(densities[density]), **values_of(shades[shade]),
              **values_of(stages[stage])}
    lines = [expression(key, value) for key, value in values.items()]
    return f'({SETTINGS} "{name}"\n' + '\n'.join(lines) + ')'


def main(density_ini, shade_ini, stage_ini, looks_ini, output):
    presets = [read(path) for path in (density_ini, shade_ini, stage_ini)]
    looks = read(looks_ini)
    known = {*looks.defaults(), 'shade', 'stage', 'when'}
    for section in looks.sections():
        for key in set(looks[section]) - known:
            sys.exit(f'{looks_ini}: [{section}] has an unknown value "{key}"')
    entries = [look(looks[section], *presets) for section in looks.sections()]
    with open(output, 'w', encoding='utf-8') as file:
        file.write('# settings\n\n' + '\n'.join(entries)
                   + '\n\n# end of settings\n')


main(*sys.argv[1:])
