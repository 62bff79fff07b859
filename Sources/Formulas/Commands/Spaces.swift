/// Spaces, in mu.
let spaceCommands: [(name: String, command: Command)] = [
  (",", .space(3)),
  ("thinspace", .space(3)),
  (":", .space(4)),
  (">", .space(4)),
  ("medspace", .space(4)),
  (";", .space(5)),
  ("thickspace", .space(5)),
  ("!", .space(-3)),
  ("negthinspace", .space(-3)),
  (" ", .space(6)),
  ("enspace", .space(9)),
  ("quad", .space(18)),
  ("qquad", .space(36)),
]
