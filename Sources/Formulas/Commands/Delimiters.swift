/// Signs that open.
let openingCommands = CommandGroup(
  "Opening delimiters", symbols: .opening,
  [
    ("{", "{"),
    ("lbrace", "{"),
    ("lbrack", "["),
    ("langle", "⟨"),
    ("lfloor", "⌊"),
    ("lceil", "⌈"),
    ("lvert", "|"),
    ("lVert", "‖"),
    ("llbracket", "⟦"),
    ("lgroup", "⟮"),
    ("ulcorner", "⌜"),
    ("lparen", "("),
    ("lmoustache", "⎰"),
    ("lBrace", "⦃"),
    ("llcorner", "⌞"),
    ("lang", "⟨"),
    ("llparenthesis", "⦇"),
  ])

/// Signs that close.
let closingCommands = CommandGroup(
  "Closing delimiters", symbols: .closing,
  [
    ("}", "}"),
    ("rbrace", "}"),
    ("rbrack", "]"),
    ("rangle", "⟩"),
    ("rfloor", "⌋"),
    ("rceil", "⌉"),
    ("rvert", "|"),
    ("rVert", "‖"),
    ("rrbracket", "⟧"),
    ("rgroup", "⟯"),
    ("urcorner", "⌝"),
    ("rparen", ")"),
    ("rmoustache", "⎱"),
    ("rBrace", "⦄"),
    ("lrcorner", "⌟"),
    ("rang", "⟩"),
    ("rrparenthesis", "⦈"),
  ])

/// Signs that separate.
let punctuationCommands = CommandGroup(
  "Punctuation", symbols: .punctuation,
  [
    ("colon", ":"),
    ("ldotp", "."),
    ("cdotp", "⋅"),
  ])
