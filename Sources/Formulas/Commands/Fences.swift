/// Delimiters as tall as what they enclose.
let fenceCommands = CommandGroup(
  "Fences",
  examples: [
    ("left", .construct(.fence), "\\left( \\frac{a}{b} \\right)"),
    ("middle", .structural(.middle), "\\left( a \\middle| b \\right)"),
    ("right", .structural(.right), "\\left( a \\right)"),
    ("norm", .enclosed("‖", "‖"), "\\norm{x}"),
    ("abs", .enclosed("|", "|"), "\\abs{x}"),
    ("ceil", .enclosed("⌈", "⌉"), "\\ceil{x}"),
    ("floor", .enclosed("⌊", "⌋"), "\\floor{x}"),
  ])

/// Delimiters of a chosen size.
let delimiterSizeCommands = CommandGroup(
  "Sizes of delimiters", example: "\\?|",
  [
    ("big", .delimiterSize(1, .ordinary)),
    ("bigl", .delimiterSize(1, .opening)),
    ("bigm", .delimiterSize(1, .relation)),
    ("bigr", .delimiterSize(1, .closing)),
    ("Big", .delimiterSize(2, .ordinary)),
    ("Bigl", .delimiterSize(2, .opening)),
    ("Bigm", .delimiterSize(2, .relation)),
    ("Bigr", .delimiterSize(2, .closing)),
    ("bigg", .delimiterSize(3, .ordinary)),
    ("biggl", .delimiterSize(3, .opening)),
    ("biggm", .delimiterSize(3, .relation)),
    ("biggr", .delimiterSize(3, .closing)),
    ("Bigg", .delimiterSize(4, .ordinary)),
    ("Biggl", .delimiterSize(4, .opening)),
    ("Biggm", .delimiterSize(4, .relation)),
    ("Biggr", .delimiterSize(4, .closing)),
  ])

/// Sets, and Dirac's brackets.
let braketCommands = CommandGroup(
  "Sets and brackets of Dirac",
  examples: [
    ("set", .construct(.set(isLarge: false)), "\\set{x | x > 0}"),
    ("Set", .construct(.set(isLarge: true)), "\\Set{x | x > \\frac{1}{2}}"),
    ("bra", .macro("\\mathinner{\\langle{#1}|}", parameterCount: 1), "\\bra{x}"),
    ("ket", .macro("\\mathinner{|{#1}\\rangle}", parameterCount: 1), "\\ket{x}"),
    ("braket", .construct(.braket(isLarge: false)), "\\braket{x | y}"),
    ("Bra", .macro("\\left\\langle#1\\right|", parameterCount: 1), "\\Bra{x}"),
    ("Ket", .macro("\\left|#1\\right\\rangle", parameterCount: 1), "\\Ket{x}"),
    ("Braket", .construct(.braket(isLarge: true)), "\\Braket{x | \\frac{1}{2} | y}"),
  ])
