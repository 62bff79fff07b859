/// Colors of parts of a formula.
let colorCommands = CommandGroup(
  "Colors",
  examples: [
    ("color", .construct(.color), "a \\color{red} b"),
    ("textcolor", .construct(.textColor), "\\textcolor{red}{a}"),
    ("colorbox", .construct(.colorBox), "\\colorbox{yellow}{a}"),
    ("fcolorbox", .construct(.framedColorBox), "\\fcolorbox{red}{yellow}{a}"),
    ("role", .construct(.role), "\\role{w}{a}"),
    ("red", .ink(0xDF0030), "\\red{a}"),
    ("green", .ink(0x28AE7B), "\\green{a}"),
    ("blue", .ink(0x6495ED), "\\blue{a}"),
    ("orange", .ink(0xFFA500), "\\orange{a}"),
    ("pink", .ink(0xFF00AF), "\\pink{a}"),
    ("purple", .ink(0x9D38BD), "\\purple{a}"),
    ("gray", .ink(0x808080), "\\gray{a}"),
  ])

/// The colors that formulas know by name, as LaTeX's package xcolor does.
let namedColors: [(name: String, rgb: UInt32)] = [
  ("black", 0x000000), ("white", 0xFFFFFF), ("gray", 0x808080), ("darkgray", 0x404040),
  ("lightgray", 0xBFBFBF), ("red", 0xFF0000), ("green", 0x008000), ("blue", 0x0000FF),
  ("cyan", 0x00FFFF), ("magenta", 0xFF00FF), ("yellow", 0xFFFF00), ("orange", 0xFF8000),
  ("purple", 0x800080), ("brown", 0xBF8040), ("teal", 0x008080), ("violet", 0x800080),
  ("pink", 0xFFBFBF), ("olive", 0x808000), ("lime", 0xBFFF00),
]
