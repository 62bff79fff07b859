import Diagnostics

extension FormulaParser {
  /// Reads a whole formula; line breaks outside any environment stack its lines.
  mutating func formula() throws(ParseFailure) -> Row {
    var lines = [try row()]
    while reader.read("\\\\") { lines.append(try row()) }
    if lines.count > 1, lines.last?.nodes.isEmpty == true { lines.removeLast() }
    if lines.count == 1 { return lines[0] }
    return Row([.grid(Grid(.gathered, rows: lines.map { [$0] }, alignments: [.left]))])
  }

  /// `\begin{name} … \end{name}`; the name `\begin` has been read.
  mutating func environment(start: Int) throws(ParseFailure) -> Node {
    let place = reader.position
    let name = try rawArgument(of: "\\begin")
    guard let environment = environments.first(where: { $0.name == name }) else {
      throw reader.failure(
        "unknown environment '\(name)'", at: place,
        help: suggestion(for: name, in: environments.map(\.name)))
    }
    let alignments = name == "array" ? try columnSpecification() : environment.alignments
    let rows = try rows(untilEndOf: name, start: start)
    let grid = Node.grid(Grid(environment.kind, rows: rows, alignments: alignments))
    if environment.left == nil && environment.right == nil { return grid }
    return .fence(Fence(left: environment.left, parts: [Row([grid])], right: environment.right))
  }

  /// `{lcr}`; bars are accepted and not drawn yet.
  private mutating func columnSpecification() throws(ParseFailure) -> [Grid.Alignment] {
    let start = reader.position
    var result: [Grid.Alignment] = []
    for letter in try rawArgument(of: "\\begin{array}").unicodeScalars {
      switch letter {
      case "l": result.append(.left)
      case "c": result.append(.center)
      case "r": result.append(.right)
      case "|", " ": break
      default: throw reader.failure("unknown column '\(letter)', expected l, c or r", at: start)
      }
    }
    return result
  }

  /// Cells between `&`, rows between `\\`, up to `\end{name}`.
  private mutating func rows(untilEndOf name: String, start: Int) throws(ParseFailure) -> [[Row]] {
    var rows: [[Row]] = [[]]
    while true {
      rows[rows.count - 1].append(try row())
      if reader.read("&") { continue }
      if reader.read("\\\\") || readCommand("cr") {
        try skipRowGap()
        rows.append([])
      } else if readCommand("end") {
        let place = reader.position
        let found = try rawArgument(of: "\\end")
        guard found == name else {
          throw reader.failure("\\begin{\(name)} ends with \\end{\(found)}", at: place)
        }
        // A line break before the end starts no row.
        if rows.count > 1, let last = rows.last, last.allSatisfy(\.nodes.isEmpty) { rows.removeLast() }
        return rows
      } else if reader.isAtEnd || reader.next == "$" {
        throw reader.failure("\\begin{\(name)} without \\end{\(name)}", at: start)
      } else {
        throw unexpected()
      }
    }
  }

  /// The `[2pt]` after a line break, which is read and not used.
  private mutating func skipRowGap() throws(ParseFailure) {
    guard reader.next == "[" else { return }
    let start = reader.position
    while let scalar = reader.next, scalar != "]", scalar != "$" { reader.position += 1 }
    guard reader.read("]") else { throw reader.failure("unclosed '['", at: start) }
  }

  /// Reads `\substack{a \\ b}`.
  mutating func substack() throws(ParseFailure) -> Node {
    reader.skipSpaces()
    let start = reader.position
    guard reader.read("{") else { throw reader.failure("expected '{' after \\substack", at: start) }
    var rows: [[Row]] = []
    repeat { rows.append([try row()]) } while reader.read("\\\\")
    guard reader.read("}") else {
      throw reader.isAtEnd ? reader.failure("unclosed '{'", at: start) : unexpected()
    }
    return .grid(Grid(.small, rows: rows, alignments: [.center]))
  }
}

private let environments:
  [(
    name: String, kind: Grid.Kind, left: Unicode.Scalar?, right: Unicode.Scalar?,
    alignments: [Grid.Alignment]
  )] = [
    ("matrix", .matrix, nil, nil, [.center]), ("pmatrix", .matrix, "(", ")", [.center]),
    ("bmatrix", .matrix, "[", "]", [.center]), ("Bmatrix", .matrix, "{", "}", [.center]),
    ("vmatrix", .matrix, "|", "|", [.center]), ("Vmatrix", .matrix, "‖", "‖", [.center]),
    ("smallmatrix", .small, nil, nil, [.center]), ("array", .matrix, nil, nil, [.center]),
    ("cases", .cases, "{", nil, [.left]), ("aligned", .aligned, nil, nil, []),
    ("align", .aligned, nil, nil, []), ("align*", .aligned, nil, nil, []),
    ("split", .aligned, nil, nil, []), ("gathered", .gathered, nil, nil, [.center]),
    ("gather", .gathered, nil, nil, [.center]), ("gather*", .gathered, nil, nil, [.center]),
  ]
