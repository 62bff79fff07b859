/// Dots for what is left out.
let dotsCommands = CommandGroup(
  "Dots", symbols: .inner,
  [
    ("ldots", "…"),
    ("cdots", "⋯"),
    ("dotsb", "⋯"),
    ("dotsm", "⋯"),
    ("dotsc", "…"),
    ("dotso", "…"),
    ("dotsx", "…"),
    ("ddots", "⋱"),
    ("iddots", "⋰"),
    ("mathellipsis", "…"),
  ])

/// Dots that look at what follows them.
let smartDotsCommands = CommandGroup(
  "Dots by what follows", example: "1,\\?,n",
  [
    ("dots", .construct(.dots)),
    ("dotsi", .macro("\\!\\cdots", parameterCount: 0)),
  ])
