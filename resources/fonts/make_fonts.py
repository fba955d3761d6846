#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the fonts that Outpost ships out of Inter's variable font.

usage: make_fonts.py InterVariable.woff2 OUTPUT_DIR      (needs fonttools and brotli)

Qt 6.8 on Linux reads WOFF2 but other platforms do not, and a weight of 650 is not among the named
weights of a variable font, so the four cuts are plain TrueType files: Latin, Greek and Cyrillic with
punctuation, currency signs, arrows and simple shapes. Inter's licence reserves no font name.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

CUTS = [
    ("Inter-Regular", "Inter", 400, 14),
    ("Inter-Medium", "Inter", 500, 14),
    ("Inter-SemiBold", "Inter", 600, 14),
    ("Inter-Display", "Inter Display", 650, 24),
]
RANGES = [
    (0x20, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717),
]
FEATURES = ["kern", "tnum", "ccmp", "locl", "mark", "mkmk", "case", "calt", "zero"]


def main() -> int:
    source, out = sys.argv[1], sys.argv[2]
    points = [p for low, high in RANGES for p in range(low, high + 1)]
    for name, family, weight, size in CUTS:
        font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": size})
        options = subset.Options()
        options.layout_features = FEATURES
        options.name_IDs = ["*"]
        options.notdef_outline = True
        options.hinting = False
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=points)
        cutter.subset(font)
        style = {400: "Regular", 500: "Medium", 600: "SemiBold", 650: "SemiBold"}[weight]
        font["OS/2"].usWeightClass = weight
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x40 if weight == 400 else 0)
        font["head"].macStyle = 0
        names = font["name"]
        for record in list(names.names):
            if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
                names.removeNames(nameID=record.nameID)
        plain = style == "Regular"
        names.setName(family if plain else f"{family} {style}", 1, 3, 1, 0x409)
        names.setName("Regular", 2, 3, 1, 0x409)
        names.setName(f"{name};Outpost", 3, 3, 1, 0x409)
        names.setName(f"{family} {style}", 4, 3, 1, 0x409)
        names.setName(name, 6, 3, 1, 0x409)
        names.setName(family, 16, 3, 1, 0x409)
        names.setName(style, 17, 3, 1, 0x409)
        font.flavor = None
        font.save(f"{out}/{name}.ttf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
