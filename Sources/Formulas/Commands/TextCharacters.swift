/// Characters that text has a command for.
let textCharacterCommands = CommandGroup(
  "Characters in text", symbols: .ordinary,
  [
    ("i", "ı"), ("j", "ȷ"), ("ss", "ß"), ("ae", "æ"), ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"),
    ("o", "ø"), ("O", "Ø"), ("aa", "å"), ("AA", "Å"), ("l", "ł"), ("L", "Ł"), ("dh", "ð"), ("th", "þ"),
    ("textdagger", "†"), ("textdaggerdbl", "‡"), ("dag", "†"), ("ddag", "‡"), ("textdollar", "$"),
    ("textunderscore", "_"), ("textbraceleft", "{"), ("textbraceright", "}"), ("textless", "<"),
    ("textgreater", ">"), ("textbar", "|"), ("textbardbl", "‖"), ("textasciitilde", "~"),
    ("textbackslash", "\\"), ("textasciicircum", "^"), ("textendash", "–"), ("textemdash", "—"),
    ("textquoteleft", "‘"), ("textquoteright", "’"), ("textquotedblleft", "“"),
    ("textquotedblright", "”"), ("textquotesingle", "'"), ("textellipsis", "…"), ("ldots", "…"),
    ("dots", "…"), ("textdegree", "°"), ("degree", "°"), ("textsterling", "£"), ("pounds", "£"),
    ("texteuro", "€"), ("euro", "€"), ("yen", "¥"), ("textcopyright", "©"), ("copyright", "©"),
    ("textregistered", "®"), ("texttrademark", "™"), ("textbullet", "•"), ("textperiodcentered", "·"),
    ("textsection", "§"), ("S", "§"), ("textparagraph", "¶"), ("P", "¶"), ("maltese", "✠"),
    ("checkmark", "✓"), ("lq", "‘"), ("rq", "’"), ("textmu", "µ"), ("texttimes", "×"),
    ("%", "%"), ("#", "#"), ("&", "&"), ("_", "_"), ("$", "$"), ("{", "{"), ("}", "}"), ("-", "\u{AD}"),
  ])

/// Accents of letters in text, as combining characters.
let textAccentCommands = CommandGroup(
  "Accents in text", example: "\\text{\\?{e}}",
  [
    ("'", .accent(.glyph("\u{0301}"))), ("`", .accent(.glyph("\u{0300}"))),
    ("^", .accent(.glyph("\u{0302}"))), ("\"", .accent(.glyph("\u{0308}"))),
    ("~", .accent(.glyph("\u{0303}"))), ("=", .accent(.glyph("\u{0304}"))),
    (".", .accent(.glyph("\u{0307}"))), ("u", .accent(.glyph("\u{0306}"))),
    ("v", .accent(.glyph("\u{030C}"))), ("H", .accent(.glyph("\u{030B}"))),
    ("r", .accent(.glyph("\u{030A}"))), ("c", .accent(.glyph("\u{0327}"))),
    ("k", .accent(.glyph("\u{0328}"))), ("d", .accent(.glyph("\u{0323}"))),
    ("b", .accent(.glyph("\u{0331}"))), ("textcircled", .accent(.glyph("\u{20DD}"))),
  ])
