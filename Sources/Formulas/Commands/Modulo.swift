/// Remainders.
let moduloCommands = CommandGroup(
  "Remainders",
  examples: [
    ("bmod", .construct(.binaryModulo), "a \\bmod b"),
    ("mod", .construct(.modulo(inParentheses: false, hasName: true)), "a \\mod{b}"),
    ("pmod", .construct(.modulo(inParentheses: true, hasName: true)), "a \\pmod{b}"),
    ("pod", .construct(.modulo(inParentheses: true, hasName: false)), "a \\pod{b}"),
  ])
