/// Cells in rows and columns: matrices, cases, aligned equations.
package struct Grid: Hashable, Sendable {
  /// Where a cell stands within its column.
  package enum Alignment: Hashable, Sendable {
    case left
    case center
    case right
  }

  /// How wide the grid is set.
  package enum Kind: Hashable, Sendable {
    /// Text style cells, 1 em apart.
    case matrix
    /// Text style cells between rules, 1 em apart and half of it at both sides.
    case array
    /// Text style cells, left, 1 em apart.
    case cases
    /// Display style cells, left, 1 em apart.
    case displayCases
    /// Display style cells in right and left pairs that touch.
    case aligned
    /// Like `aligned`, without room between the pairs.
    case alignedAt
    /// Display style cells, centered.
    case gathered
    /// Script style cells close together.
    case small
    /// Script style rows close together, as below a sum.
    case substack
    /// Objects and arrows of a commutative diagram.
    case diagram
  }

  /// A line between rows or columns.
  package enum Rule: Hashable, Sendable {
    case solid
    case dashed
  }

  package var kind: Kind
  package var rows: [[Row]]
  /// How columns are aligned; columns beyond the last repeat it.
  package var alignments: [Alignment]
  /// The rules before each column, and after the last one; missing entries are without.
  package var verticalRules: [[Rule]]
  /// The rules above each row, and below the last one; missing entries are without.
  package var horizontalRules: [[Rule]]
  /// Extra room below rows in mu, as in `\\[1ex]`; missing entries are 0.
  package var rowGaps: [Double]
  /// What stands between two columns instead of room, as in `@{:}`, by the column after it.
  package var separators: [Int: Row]
  /// What numbers or marks rows at the right, by row.
  package var tags: [Int: Row]

  package init(
    _ kind: Kind, rows: [[Row]], alignments: [Alignment], verticalRules: [[Rule]] = [],
    horizontalRules: [[Rule]] = [], rowGaps: [Double] = [], separators: [Int: Row] = [:],
    tags: [Int: Row] = [:]
  ) {
    self.kind = kind
    self.rows = rows
    self.alignments = alignments
    self.verticalRules = verticalRules
    self.horizontalRules = horizontalRules
    self.rowGaps = rowGaps
    self.separators = separators
    self.tags = tags
  }

  /// How the cells of a column are aligned; columns count from 0.
  package func alignment(ofColumn column: Int) -> Alignment {
    // Pairs of an aligned equation: right, left, right, left …
    if kind == .aligned || kind == .alignedAt { return column.isMultiple(of: 2) ? .right : .left }
    return column < alignments.count ? alignments[column] : alignments.last ?? .center
  }
}
