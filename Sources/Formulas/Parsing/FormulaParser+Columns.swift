extension FormulaParser {
  /// `{l|c||r}` with rules, `:` for dashed ones, `@{…}` between columns and `*{2}{…}` for repetition.
  mutating func columnSpecification(into body: inout GridBody, at start: Int) throws(ParseFailure) {
    reader.skipSpaces()
    let place = reader.position
    guard reader.next == "{", let end = reader.closingBrace(of: place) else {
      _ = try rawArgument(of: start)
      return
    }
    body.columns = reader.text(place..<end + 1)
    reader.position += 1
    var columns = ColumnCollector()
    try columnLetters(into: &columns, depth: 0)
    body.grid.alignments = columns.alignments.isEmpty ? [.center] : columns.alignments
    body.grid.verticalRules = columns.verticalRules
    body.grid.separators = columns.separators
    body.most = columns.alignments.count
  }

  /// Letters up to the closing brace, which is read.
  private mutating func columnLetters(
    into columns: inout ColumnCollector, depth: Int
  ) throws(ParseFailure) {
    while let letter = reader.next {
      let place = reader.position
      if letter == "@" || letter == "!" {
        reader.position += 1
        columns.separators[columns.alignments.count] = try argument(of: place)
        continue
      }
      if letter == "*", depth < 4 {
        try repeated(into: &columns, depth: depth)
        continue
      }
      reader.position += 1
      switch letter {
      case "}": return
      case "|": columns.add(.solid)
      case ":": columns.add(.dashed)
      case " ", "\n", "\t", "\r": break
      case "p", "m", "b":
        columns.alignments.append(.left)
        _ = tokenRange()
      default:
        if let alignment = columnAlignment(letter) {
          columns.alignments.append(alignment)
        } else {
          try report("unknown column '\(letter)', expected l, c or r", at: place)
        }
      }
    }
  }

  /// Reads `*{3}{c}`, columns that repeat.
  private mutating func repeated(
    into columns: inout ColumnCollector, depth: Int
  ) throws(ParseFailure) {
    let place = reader.position
    reader.position += 1
    let count = tokenRange().flatMap { Int(reader.text($0)) } ?? 0
    reader.skipSpaces()
    guard 1...50 ~= count, reader.read("{") else {
      return try report("expected a number and columns, such as *{3}{c}", at: place)
    }
    let start = reader.position
    for _ in 0..<count where columns.alignments.count < 100 {
      reader.position = start
      try columnLetters(into: &columns, depth: depth + 1)
    }
  }

  /// The alignment that a letter asks for.
  func columnAlignment(_ letter: Unicode.Scalar?) -> Grid.Alignment? {
    switch letter {
    case "l": .left
    case "c": .center
    case "r": .right
    default: nil
    }
  }
}

/// Columns as their specification is read.
private struct ColumnCollector {
  var alignments: [Grid.Alignment] = []
  var verticalRules: [[Grid.Rule]] = []
  var separators: [Int: Row] = [:]

  /// A rule before the next column.
  mutating func add(_ rule: Grid.Rule) {
    while verticalRules.count <= alignments.count { verticalRules.append([]) }
    verticalRules[alignments.count].append(rule)
  }
}
