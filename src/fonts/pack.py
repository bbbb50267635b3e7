#!/usr/bin/env python3
"""Makes the font that the program carries: Noto Serif SC with the ticked and empty boxes that it lacks.

    npm pack @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-symbols-2@0.4.1   (unpack both)
    src/fonts/pack.py NotoSerifSC_400Regular.ttf NotoSansSymbols2_400Regular.ttf src/main/resources/fonts/NotoSerifSC.ttf

Needs fontTools (Debian: python3-fonttools). All characters stay, since a name may have any of them; what only typesetting needs
goes. The boxes come from Noto Sans Symbols 2. Both fonts are under the SIL Open Font License.
"""

import sys

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

BOXES = "☐☑☒✓✔✕✖✗✘"
TYPESETTING = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx"]


def without_typesetting(path):
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += TYPESETTING
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)
    return font


def add(font, other, character):
    code = ord(character)
    if code in font.getBestCmap() or code not in other.getBestCmap():
        return
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    name = "uni%04X" % code
    theirs = other.getBestCmap()[code]
    pen = TTGlyphPen(None)
    other.getGlyphSet()[theirs].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    advance, left = other["hmtx"][theirs]
    font["hmtx"][name] = (round(advance * scale), round(left * scale))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def main(serif, symbols, made):
    font = without_typesetting(serif)
    other = TTFont(symbols)
    for character in BOXES:
        add(font, other, character)
    font.save(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
