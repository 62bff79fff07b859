/// What `\begin{name}` starts.
struct Environment: Sendable {
  /// What stands between `\begin{name}` and the first cell.
  enum Preamble: Sendable {
    case none
    /// `{l|c|r}`
    case columns
    /// `[l]`, which aligns all columns.
    case alignment
    /// `[t]`, which is read over.
    case position
    /// `{2}`, the number of pairs of columns.
    case pairs
  }

  var name: String
  var kind: Grid.Kind
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  var alignments: [Grid.Alignment] = [.center]
  var preamble = Preamble.none
  /// How many cells a row may have; `nil` for any number.
  var mostColumns: Int?
  /// Whether cells are in display style although their kind is not.
  var isDisplay = false

  init(
    _ name: String, _ kind: Grid.Kind, _ left: Unicode.Scalar? = nil, _ right: Unicode.Scalar? = nil,
    _ alignments: [Grid.Alignment] = [.center], preamble: Preamble = .none, mostColumns: Int? = nil,
    isDisplay: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.left = left
    self.right = right
    self.alignments = alignments
    self.preamble = preamble
    self.mostColumns = mostColumns
    self.isDisplay = isDisplay
  }

  /// A formula that shows it.
  var example: String {
    let cells = mostColumns == 1 ? "a \\\\ b" : "a & b \\\\ c & d"
    return switch preamble {
    case .columns: "\\begin{\(name)}{\(mostColumns == 1 ? "c" : "cc")} \(cells) \\end{\(name)}"
    case .alignment: "\\begin{\(name)}[r] \(cells) \\end{\(name)}"
    case .pairs: "\\begin{\(name)}{1} \(cells) \\end{\(name)}"
    case .none, .position: "\\begin{\(name)} \(cells) \\end{\(name)}"
    }
  }
}

/// All environments; a new one is one row.
let environments: [Environment] = [
  Environment("matrix", .matrix),
  Environment("pmatrix", .matrix, "(", ")"),
  Environment("bmatrix", .matrix, "[", "]"),
  Environment("Bmatrix", .matrix, "{", "}"),
  Environment("vmatrix", .matrix, "|", "|"),
  Environment("Vmatrix", .matrix, "‖", "‖"),
  Environment("matrix*", .matrix, preamble: .alignment),
  Environment("pmatrix*", .matrix, "(", ")", preamble: .alignment),
  Environment("bmatrix*", .matrix, "[", "]", preamble: .alignment),
  Environment("Bmatrix*", .matrix, "{", "}", preamble: .alignment),
  Environment("vmatrix*", .matrix, "|", "|", preamble: .alignment),
  Environment("Vmatrix*", .matrix, "‖", "‖", preamble: .alignment),
  Environment("smallmatrix", .small),
  Environment("psmallmatrix", .small, "(", ")"),
  Environment("bsmallmatrix", .small, "[", "]"),
  Environment("Bsmallmatrix", .small, "{", "}"),
  Environment("vsmallmatrix", .small, "|", "|"),
  Environment("Vsmallmatrix", .small, "‖", "‖"),
  Environment("array", .array, preamble: .columns),
  Environment("darray", .array, preamble: .columns, isDisplay: true),
  Environment("subarray", .substack, preamble: .columns, mostColumns: 1),
  Environment("cases", .cases, "{", nil, [.left], mostColumns: 2),
  Environment("dcases", .displayCases, "{", nil, [.left], mostColumns: 2),
  Environment("rcases", .cases, nil, "}", [.left], mostColumns: 2),
  Environment("drcases", .displayCases, nil, "}", [.left], mostColumns: 2),
  Environment("aligned", .aligned, nil, nil, [], preamble: .position),
  Environment("align", .aligned, nil, nil, []),
  Environment("align*", .aligned, nil, nil, []),
  Environment("flalign", .aligned, nil, nil, []),
  Environment("flalign*", .aligned, nil, nil, []),
  Environment("split", .aligned, nil, nil, [], mostColumns: 2),
  Environment("alignedat", .alignedAt, nil, nil, [], preamble: .pairs),
  Environment("alignat", .alignedAt, nil, nil, [], preamble: .pairs),
  Environment("alignat*", .alignedAt, nil, nil, [], preamble: .pairs),
  Environment("eqnarray", .matrix, nil, nil, [.right, .center, .left], mostColumns: 3, isDisplay: true),
  Environment("eqnarray*", .matrix, nil, nil, [.right, .center, .left], mostColumns: 3, isDisplay: true),
  Environment("gathered", .gathered, preamble: .position, mostColumns: 1),
  Environment("gather", .gathered, mostColumns: 1),
  Environment("gather*", .gathered, mostColumns: 1),
  Environment("multline", .gathered, mostColumns: 1),
  Environment("multline*", .gathered, mostColumns: 1),
  Environment("equation", .gathered, mostColumns: 1),
  Environment("equation*", .gathered, mostColumns: 1),
  Environment("displaymath", .gathered, mostColumns: 1),
  Environment("CD", .diagram),
]
