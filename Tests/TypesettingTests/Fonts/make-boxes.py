#!/usr/bin/env python3
"""Makes Boxes.ttf: a math font of plain boxes, in which every constant of the MATH table is 0.

Its em of 1100 units, small letters of 600 and capitals of 800 have Inter's proportions, so that formulas are
set at the size of the text: in a label of 1100 points one unit is one point. The tests put one constant at a
time into the table. Needs fontTools.
"""
import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib.builder import buildMathTable
from fontTools.pens.ttGlyphPen import TTGlyphPen

# name: (character, advance, left, bottom, right, top)
BOXES = {
    ".notdef": (None, 500, 0, 0, 500, 700),
    "space": (" ", 250, 0, 0, 0, 0),
    "a": ("𝑎", 500, 0, -100, 500, 600),
    "a.script": (None, 450, 0, -100, 450, 600),
    "a.scriptscript": (None, 400, 0, -100, 400, 600),
    "b": ("𝑏", 300, 0, -50, 300, 400),
    "c": ("𝑐", 300, 0, -50, 300, 400),
    "f": ("𝑓", 400, 0, -200, 400, 700),
    "i": ("𝑖", 200, 0, 0, 200, 700),
    "i.dotless": (None, 200, 0, 0, 200, 500),
    "parenleft": ("(", 200, 50, -200, 150, 600),
    "parenleft.1": (None, 220, 50, -600, 170, 1000),
    "parenleft.bottom": (None, 240, 50, 0, 190, 300),
    "parenleft.middle": (None, 240, 50, 0, 90, 200),
    "parenleft.top": (None, 240, 50, 0, 190, 300),
    "parenright": (")", 200, 50, -200, 150, 600),
    "angleleft": ("⟨", 200, 50, -200, 150, 600),
    "angleleft.1": (None, 220, 50, -600, 170, 1000),
    "equal": ("=", 400, 0, 100, 400, 300),
    "plus": ("+", 400, 0, 100, 400, 300),
    "comma": (",", 200, 50, -100, 150, 100),
    "summation": ("∑", 600, 0, 0, 600, 600),
    "summation.1": (None, 800, 0, -300, 800, 900),
    "summation.2": (None, 900, 0, -900, 900, 1500),
    "integral": ("∫", 400, 0, -300, 400, 700),
    "radical": ("√", 300, 0, 0, 300, 500),
    "radical.1": (None, 300, 0, 0, 300, 1000),
    "hat": ("\u0302", 0, -150, 650, -50, 750),
    "hat.flat": (None, 0, -150, 650, -50, 700),
    "hat.1": (None, 0, -300, 650, 100, 750),
    "hat.2": (None, 0, -500, 650, 300, 750),
    "braceover": ("\u23de", 200, 0, 0, 200, 100),
    "braceunder": ("\u23df", 200, 0, 0, 200, 100),
    "arrow": ("→", 500, 0, 200, 500, 300),
    "arrow.left": (None, 200, 0, 200, 200, 300),
    "arrow.middle": (None, 100, 0, 225, 100, 275),
    "arrow.right": (None, 200, 0, 200, 200, 300),
    "slash": ("\u0338", 0, -250, -200, -50, 600),
}
CONSTANTS = """ScriptPercentScaleDown ScriptScriptPercentScaleDown DelimitedSubFormulaMinHeight
DisplayOperatorMinHeight MathLeading AxisHeight AccentBaseHeight FlattenedAccentBaseHeight SubscriptShiftDown
SubscriptTopMax SubscriptBaselineDropMin SuperscriptShiftUp SuperscriptShiftUpCramped SuperscriptBottomMin
SuperscriptBaselineDropMax SubSuperscriptGapMin SuperscriptBottomMaxWithSubscript SpaceAfterScript
UpperLimitGapMin UpperLimitBaselineRiseMin LowerLimitGapMin LowerLimitBaselineDropMin StackTopShiftUp
StackTopDisplayStyleShiftUp StackBottomShiftDown StackBottomDisplayStyleShiftDown StackGapMin
StackDisplayStyleGapMin StretchStackTopShiftUp StretchStackBottomShiftDown StretchStackGapAboveMin
StretchStackGapBelowMin FractionNumeratorShiftUp FractionNumeratorDisplayStyleShiftUp
FractionDenominatorShiftDown FractionDenominatorDisplayStyleShiftDown FractionNumeratorGapMin
FractionNumDisplayStyleGapMin FractionRuleThickness FractionDenominatorGapMin
FractionDenomDisplayStyleGapMin SkewedFractionHorizontalGap SkewedFractionVerticalGap OverbarVerticalGap
OverbarRuleThickness OverbarExtraAscender UnderbarVerticalGap UnderbarRuleThickness UnderbarExtraDescender
RadicalVerticalGap RadicalDisplayStyleVerticalGap RadicalRuleThickness RadicalExtraAscender
RadicalKernBeforeDegree RadicalKernAfterDegree RadicalDegreeBottomRaisePercent""".split()
FEATURES = """
languagesystem DFLT dflt;
languagesystem math dflt;
feature ssty { sub a from [a.script a.scriptscript]; } ssty;
feature dtls { sub i by i.dotless; } dtls;
feature flac { sub hat by hat.flat; } flac;
"""


def box(left, bottom, right, top):
    pen = TTGlyphPen(None)
    if right > left:
        pen.moveTo((left, bottom))
        pen.lineTo((left, top))
        pen.lineTo((right, top))
        pen.lineTo((right, bottom))
        pen.closePath()
    return pen.glyph()


font = FontBuilder(1100, isTTF=True)
font.setupGlyphOrder(list(BOXES))
font.setupCharacterMap({ord(b[0]): name for name, b in BOXES.items() if b[0]})
font.setupGlyf({name: box(*b[2:]) for name, b in BOXES.items()})
font.setupHorizontalMetrics({name: (b[1], b[2]) for name, b in BOXES.items()})
font.setupHorizontalHeader(ascent=800, descent=-300)
font.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": "Boxes"})
font.setupOS2(sxHeight=600, sCapHeight=800, sTypoAscender=800, sTypoDescender=-300)
font.setupPost()
font.addOpenTypeFeatures(FEATURES)
buildMathTable(
    font.font,
    constants={
        name: 100 if name.startswith("Script") else 0 for name in CONSTANTS
    },
    italicsCorrections={"f": 80, "integral": 100},
    topAccentAttachments={"f": 250, "hat": -100, "hat.flat": -100, "hat.1": -100, "hat.2": -100},
    # Below the given height the first kern holds, above it the second.
    mathKerns={
        "f": {"TopRight": ([300], [-10, -60]), "BottomRight": ([-100], [-90, -20])},
        "c": {"BottomLeft": ([100], [-5, -7]), "TopLeft": ([100], [-3, -2])},
    },
    minConnectorOverlap=20,
    vertGlyphVariants={
        "parenleft": [("parenleft", 800), ("parenleft.1", 1600)],
        "angleleft": [("angleleft", 800), ("angleleft.1", 1600)],
        "summation": [("summation", 600), ("summation.1", 1200), ("summation.2", 2400)],
        "radical": [("radical", 500), ("radical.1", 1000)],
    },
    horizGlyphVariants={
        "hat": [("hat", 100), ("hat.1", 400), ("hat.2", 800)],
        "hat.flat": [("hat.flat", 100), ("hat.1", 400), ("hat.2", 800)],
        "arrow": [("arrow", 500)],
    },
    # (glyph, is an extender, connector at the start, at the end, length)
    vertGlyphAssembly={
        "parenleft": [
            [
                ("parenleft.bottom", 0, 0, 100, 300),
                ("parenleft.middle", 1, 100, 100, 200),
                ("parenleft.top", 0, 100, 0, 300),
            ],
            0,
        ]
    },
    horizGlyphAssembly={
        "arrow": [
            [
                ("arrow.left", 0, 0, 100, 200),
                ("arrow.middle", 1, 100, 100, 100),
                ("arrow.right", 0, 100, 0, 200),
            ],
            0,
        ]
    },
)
# The date of the file's making would change its bytes.
font.font["head"].created = font.font["head"].modified = 0
font.font.recalcTimestamp = False
font.save(pathlib.Path(__file__).with_name("Boxes.ttf"))
