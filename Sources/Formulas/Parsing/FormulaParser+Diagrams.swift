/// One arrow of a commutative diagram, as amscd writes them.
private struct DiagramArrow {
  /// The sign after the at sign: one of `>`, `<`, `=`, `A`, `V`, `|` and a dot.
  var direction: Unicode.Scalar
  var first = Row()
  var second = Row()

  /// Whether it joins objects of one row.
  var isHorizontal: Bool { direction == ">" || direction == "<" || direction == "=" }

  var row: Row {
    switch direction {
    case ">": Row([.arrow("→", over: first, under: second.nodes.isEmpty ? nil : second)])
    case "<": Row([.arrow("←", over: first, under: second.nodes.isEmpty ? nil : second)])
    case "=": Row([.arrow("=", over: Row(), under: nil)])
    case "A": Row([.verticalArrow("↑", left: first, right: second)])
    case "V": Row([.verticalArrow("↓", left: first, right: second)])
    case "|": Row([.verticalArrow("‖", left: Row(), right: Row())])
    default: Row()
    }
  }
}

extension FormulaParser {
  /// Reads a diagram such as `A @>a>b> B \\ @VcVdV @| \\ C @= D`.
  mutating func diagram(_ opener: String, at start: Int) throws(ParseFailure) -> Node {
    var grid = Grid(.diagram, rows: [], alignments: [.center])
    while true {
      let cells = try diagramRow()
      if case .structural(.end)? = nextCommand() {
        if cells.contains(where: { !$0.nodes.isEmpty }) { grid.rows.append(cells) }
        try endOfEnvironment("CD")
        return .grid(grid)
      }
      grid.rows.append(cells)
      if try lineBreak() != nil { continue }
      if reader.isAtEnd || reader.next == "$" || mayEndOuter(beside: \.environments) {
        try report("\\begin{CD} without \\end{CD}", at: start)
        return .group(Row([.problem(opener), .grid(grid)]))
      }
      grid.rows[grid.rows.count - 1].append(Row([try passOver()]))
    }
  }

  /// The cells of one row: objects and the arrows between them, or arrows below objects.
  private mutating func diagramRow() throws(ParseFailure) -> [Row] {
    var objects = [try row(until: "@")]
    var arrows: [DiagramArrow] = []
    while reader.next == "@" {
      arrows.append(try diagramArrow())
      objects.append(try row(until: "@"))
    }
    let isBetweenRows =
      !arrows.isEmpty && objects.allSatisfy(\.nodes.isEmpty) && !arrows.contains(where: \.isHorizontal)
    var cells: [Row] = []
    for (index, object) in objects.enumerated() {
      if isBetweenRows {
        if index < arrows.count { cells += index == 0 ? [arrows[0].row] : [Row(), arrows[index].row] }
      } else {
        cells.append(object)
        if index < arrows.count { cells.append(arrows[index].row) }
      }
    }
    return cells
  }

  private mutating func diagramArrow() throws(ParseFailure) -> DiagramArrow {
    let start = reader.position
    reader.position += 1
    guard let direction = reader.next, "><=AV|.".unicodeScalars.contains(direction) else {
      try report("expected an arrow after '@'", at: start, help: "@>>> @<<< @= @VVV @AAA @| or @.")
      return DiagramArrow(direction: ".", first: Row([.problem("@")]))
    }
    reader.position += 1
    var arrow = DiagramArrow(direction: direction)
    guard direction != "=", direction != "|", direction != "." else { return arrow }
    arrow.first = try row(until: direction)
    var isComplete = reader.read(direction)
    if isComplete {
      arrow.second = try row(until: direction)
      isComplete = reader.read(direction)
    }
    if !isComplete {
      try report("expected two more '\(direction)' after '@\(direction)'", at: start)
    }
    return arrow
  }
}
