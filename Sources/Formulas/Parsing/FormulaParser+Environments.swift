import Diagnostics

extension FormulaParser {
  /// Reads a whole formula; line breaks outside any environment stack its lines.
  mutating func formula() throws(ParseFailure) -> Row {
    var lines = LineCollector()
    while true {
      lines.append(try row())
      if reader.isAtEnd || reader.next == "$" { return lines.row }
      if try lineBreak() != nil { lines.breakLine() } else { lines.append(Row([try passOver()])) }
    }
  }

  /// Reads a line break with the room it asks for, in mu; `nil` if none comes next.
  mutating func lineBreak() throws(ParseFailure) -> Double? {
    guard case .structural(.lineBreak)? = nextCommand() else { return nil }
    let start = reader.position
    skipCommand()
    _ = reader.read("*")
    guard reader.next == "[" else { return 0 }
    let place = reader.position
    reader.position += 1
    // A bracket without a length after a line break belongs to the next line.
    guard let length = readLength() else {
      reader.position = place
      return 0
    }
    reader.skipSpaces()
    if !reader.read("]") { try report("unclosed '['", at: start + 2) }
    return length
  }

  /// `\begin{name} … \end{name}`; the name `\begin` has been read.
  mutating func environment(at start: Int) throws(ParseFailure) -> Node {
    reader.skipSpaces()
    let place = reader.position
    let name = try rawArgument(of: start)
    let opener = reader.text(start..<reader.position)
    guard let environment = environments.first(where: { $0.name == name }) else {
      try report(
        "unknown environment '\(name)'", at: place,
        help: suggestion(for: name, in: environments.map(\.name)))
      return .problem(opener)
    }
    let outer = (textFace, macros)
    textFace = nil
    open.environments += 1
    defer {
      (textFace, macros) = outer
      open.environments -= 1
    }
    if name == "CD" { return try diagram(opener, at: start) }
    if environment.name.hasPrefix("equation") || name == "displaymath" {
      return try equation(environment, opener, at: start)
    }
    var body = GridBody(environment)
    body.most = environment.mostColumns
    try preamble(environment, into: &body, at: start)
    let isClosed = try rows(of: environment, into: &body, at: start)
    let grid = Node.grid(body.grid)
    if !isClosed { return .group(Row([.problem(opener), grid])) }
    if environment.left == nil && environment.right == nil { return grid }
    return .fence(Fence(left: environment.left, parts: [Row([grid])], right: environment.right))
  }

  /// `equation`: one formula in display style.
  private mutating func equation(
    _ environment: Environment, _ opener: String, at start: Int
  ) throws(ParseFailure) -> Node {
    let outerTag = tag
    var body = GridBody(environment)
    body.most = 1
    tag = nil
    let isClosed = try rows(of: environment, into: &body, at: start)
    let cells = body.grid.rows.map { $0.first ?? Row() }
    // The number stands at the formula and not at a row of its grid.
    tag = body.grid.tags.values.first ?? outerTag
    let opening: [Node] = isClosed ? [.style(.display)] : [.problem(opener), .style(.display)]
    if cells.count == 1 { return .group(Row(opening + cells[0].nodes)) }
    var grid = body.grid
    grid.tags = [:]
    return .group(Row(opening + [.grid(grid)]))
  }

  /// What stands between `\begin{name}` and the first cell.
  private mutating func preamble(
    _ environment: Environment, into body: inout GridBody, at start: Int
  ) throws(ParseFailure) {
    switch environment.preamble {
    case .none: break
    case .columns: try columnSpecification(into: &body, at: start)
    case .position: _ = bracketed()
    case .alignment:
      let place = reader.position
      guard let letters = bracketed() else { break }
      guard let alignment = columnAlignment(letters.first), letters.count == 1 else {
        return try report("expected [l], [c] or [r]", at: place)
      }
      body.grid.alignments = [alignment]
    case .pairs:
      reader.skipSpaces()
      let place = reader.position
      let written = try rawArgument(of: start)
      guard let pairs = Int(written), 1...100 ~= pairs else {
        return try report("expected a number of column pairs, found '\(written)'", at: place)
      }
      body.most = 2 * pairs
    }
  }

  /// The letters between brackets directly after `\begin{…}`.
  private mutating func bracketed() -> [Unicode.Scalar]? {
    let start = reader.position
    guard let range = optionalRange(), range.count <= 1 else {
      reader.position = start
      return nil
    }
    return Array(reader.scalars[range])
  }

  /// Cells between `&`, rows between `\\`, up to `\end{name}`; `false` if a lenient reading found no end.
  private mutating func rows(
    of environment: Environment, into body: inout GridBody, at start: Int
  ) throws(ParseFailure) -> Bool {
    let name = environment.name
    try horizontalRules(into: &body)
    while true {
      let cell = try row().nodes
      body.append(cell, isDisplay: environment.isDisplay)
      while true {
        if reader.next == "&" {
          try nextCell(in: &body, name)
          break
        }
        if let gap = try lineBreak() {
          body.endRow(gap: gap, tag: takeTag())
          try horizontalRules(into: &body)
          break
        }
        if case .structural(.end)? = nextCommand() {
          try endOfEnvironment(name)
          body.finish(tag: takeTag())
          return true
        }
        if reader.isAtEnd || mayEndOuter(beside: \.environments) {
          try report("\\begin{\(name)} without \\end{\(name)}", at: start)
          body.finish(tag: takeTag())
          return false
        }
        let passed = try passOver()
        body.append([passed] + (try row().nodes), isDisplay: false)
      }
    }
  }

  private mutating func nextCell(in body: inout GridBody, _ name: String) throws(ParseFailure) {
    let start = reader.position
    reader.position += 1
    body.startCell()
    guard let most = body.most, body.cellCount == most + 1 else { return }
    var count = body.cellCount
    var ahead = reader
    count += ahead.furtherCells()
    let row = body.grid.rows.count + 1
    let columns = most == 1 ? "1 column" : "\(most) columns"
    try report(
      "row \(row) has \(count) cells, expected \(columns)", at: start,
      help: name == "array" ? "the columns after \\begin{array} are \(body.columns)" : nil)
  }

  private mutating func takeTag() -> Row? {
    defer { tag = nil }
    return tag
  }

  /// `{name}` after `\end`.
  mutating func endOfEnvironment(_ name: String) throws(ParseFailure) {
    let start = reader.position
    skipCommand()
    reader.skipSpaces()
    let place = reader.position
    let found = try rawArgument(of: start)
    if found != name {
      try report("\\begin{\(name)} ends with \\end{\(found)}", at: place)
    }
  }

  /// `\hline` and `\hdashline` before a row.
  private mutating func horizontalRules(into body: inout GridBody) throws(ParseFailure) {
    while true {
      try settle()
      guard case .structural(.horizontalRule(let rule))? = nextCommand() else { return }
      skipCommand()
      body.add(rule)
    }
  }

  /// Reads `\substack{a \\ b}`.
  mutating func substack(at start: Int) throws(ParseFailure) -> Node {
    let row = try argument(of: start)
    if row.nodes.count == 1, case .grid(let grid) = row.nodes[0], grid.kind == .gathered {
      return .grid(Grid(.substack, rows: grid.rows, alignments: [.center], rowGaps: grid.rowGaps))
    }
    return .grid(Grid(.substack, rows: [[row]], alignments: [.center]))
  }
}

extension ScalarReader {
  /// How many more cells the row has; rough, for a message only.
  fileprivate mutating func furtherCells() -> Int {
    var count = 0
    var depth = 0
    while let scalar = next {
      position += 1
      switch scalar {
      case "\\":
        let start = position
        _ = readName()
        let name = text(start..<position)
        if name == "\\" || name == "cr" || name == "end" { return count }
      case "{": depth += 1
      case "}": depth -= 1
      case "&" where depth == 0: count += 1
      case "$": return count
      default: break
      }
      if depth < 0 { return count }
    }
    return count
  }
}

/// The rows of an environment as they are read.
struct GridBody {
  var grid: Grid
  /// How many cells a row may have; `nil` for any number.
  var most: Int?
  /// The columns as they were specified, for messages.
  var columns = ""
  private var row: [Row] = [Row()]
  private var rules: [Grid.Rule] = []

  init(_ environment: Environment) {
    grid = Grid(environment.kind, rows: [], alignments: environment.alignments)
  }

  /// How many cells the row has so far.
  var cellCount: Int { row.count }

  mutating func append(_ nodes: [Node], isDisplay: Bool) {
    row[row.count - 1].nodes += isDisplay ? [.style(.display)] + nodes : nodes
  }

  mutating func startCell() { row.append(Row()) }

  /// A rule above the row that begins.
  mutating func add(_ rule: Grid.Rule) { rules.append(rule) }

  mutating func endRow(gap: Double, tag: Row?) {
    let index = grid.rows.count
    if !rules.isEmpty {
      while grid.horizontalRules.count < index { grid.horizontalRules.append([]) }
      grid.horizontalRules.append(rules)
      rules = []
    }
    if gap != 0 {
      while grid.rowGaps.count < index { grid.rowGaps.append(0) }
      grid.rowGaps.append(gap)
    }
    if let tag { grid.tags[index] = tag }
    grid.rows.append(row)
    row = [Row()]
  }

  /// Ends the last row; a line break before the end starts no row.
  mutating func finish(tag: Row?) {
    let isEmpty = row.count == 1 && row[0].nodes.isEmpty
    if !isEmpty || grid.rows.isEmpty || tag != nil { return endRow(gap: 0, tag: tag) }
    guard !rules.isEmpty else { return }
    while grid.horizontalRules.count < grid.rows.count { grid.horizontalRules.append([]) }
    grid.horizontalRules.append(rules)
  }
}
