import Formulas

extension FormulaLayout {
  /// Cells in rows and columns, centered on the axis.
  func box(_ grid: Grid, _ setting: Setting) -> Box {
    let inner = setting.with(style: grid.cellStyle(in: setting))
    let cells = grid.rows.map { row in
      row.enumerated().map { column, cell in box(cell, ofColumn: column, in: grid, inner) }
    }
    let columnCount = cells.map(\.count).max() ?? 0
    let widths = (0..<columnCount).map { column in
      cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let em = size(inner)
    var starts: [Double] = []
    var width = 0.0
    for column in 0..<columnCount {
      if column > 0 { width += grid.gap(beforeColumn: column) * em }
      starts.append(width)
      width += widths[column]
    }
    var result = Box(width: width)
    var lowest = 0.0
    for (index, row) in cells.enumerated() {
      // LaTeX's strut, and 1.2 em from one baseline to the next.
      let ascent = row.map(\.ascent).reduce(0.84 * em, max)
      let descent = row.map(\.descent).reduce(0.36 * em, max)
      let baseline = (index == 0 ? 0 : lowest + grid.rowGap * em) + ascent
      lowest = baseline + descent
      for (column, cell) in row.enumerated() {
        let indent = grid.indent(ofColumn: column, spare: widths[column] - cell.width)
        result.place(cell, x: starts[column] + indent, y: baseline)
      }
    }
    result.ascent = 0
    result.descent = lowest
    return result.lowered(by: -lowest / 2 - axis(setting))
  }

  private func box(_ cell: Row, ofColumn column: Int, in grid: Grid, _ setting: Setting) -> Box {
    // Left parts of an equation start with its relation, which needs something to be related to.
    let startsWithOrdinary = grid.kind == .aligned && !column.isMultiple(of: 2)
    let row = startsWithOrdinary ? Row([.group(Row())] + cell.nodes) : cell
    return box(row, setting).withItalics
  }
}

extension Grid {
  fileprivate func cellStyle(in setting: Setting) -> MathStyle {
    switch kind {
    case .matrix, .array, .cases: min(setting.style, .text)
    case .aligned, .alignedAt, .gathered, .displayCases, .diagram: .display
    case .small, .substack: min(setting.style, .script)
    }
  }

  /// How far a cell is moved right in a column that is wider by `spare`.
  fileprivate func indent(ofColumn column: Int, spare: Double) -> Double {
    switch alignment(ofColumn: column) {
    case .left: 0
    case .center: spare / 2
    case .right: spare
    }
  }

  /// Room before a column, in em of the cells.
  fileprivate func gap(beforeColumn column: Int) -> Double {
    switch kind {
    case .matrix, .array, .cases, .displayCases, .gathered, .diagram: 1
    case .aligned: column.isMultiple(of: 2) ? 2 : 0
    case .alignedAt: 0
    case .small, .substack: 0.5
    }
  }

  /// Extra room between rows, in em of the cells.
  fileprivate var rowGap: Double {
    switch kind {
    case .matrix, .array, .cases, .displayCases, .small, .substack, .diagram: 0
    case .aligned, .alignedAt, .gathered: 0.3
    }
  }
}
