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
    /// Text style cells, left, 1 em apart.
    case cases
    /// Display style cells in right and left pairs that touch.
    case aligned
    /// Display style cells, centered.
    case gathered
    /// Script style cells close together.
    case small
  }

  package var kind: Kind
  package var rows: [[Row]]
  /// How columns are aligned; columns beyond the last repeat it.
  package var alignments: [Alignment]

  package init(_ kind: Kind, rows: [[Row]], alignments: [Alignment]) {
    self.kind = kind
    self.rows = rows
    self.alignments = alignments
  }

  /// How the cells of a column are aligned; columns count from 0.
  package func alignment(ofColumn column: Int) -> Alignment {
    // Pairs of an aligned equation: right, left, right, left …
    if kind == .aligned { return column.isMultiple(of: 2) ? .right : .left }
    return column < alignments.count ? alignments[column] : alignments.last ?? .center
  }
}
