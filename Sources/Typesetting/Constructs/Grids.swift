import Formulas
import Geometry

/// The cells of a grid and what stands between them, set but not yet placed.
struct GridCells {
  var rows: [[Fragment]] = []
  /// By row and by the column after each.
  var separators: [[Int: Fragment]] = []
  var tags: [Int: Fragment] = [:]
}

extension FormulaLayout {
  /// Cells in rows and columns, centered on the axis.
  mutating func set(_ grid: Grid, _ setting: Setting) -> Fragment {
    var result = emptyFragment()
    let inner = setting.starting(grid.cellStyle(in: setting))
    let cells = cells(of: grid, inner, setting)
    let measures = GridMeasures(
      grid, cells, em: size(inner), mu: mu(setting),
      ruleThickness: constant(.fractionRuleThickness, setting), leading: constant(.mathLeading, inner))
    // As TeX's \vcenter: the middle of the height on the axis.
    let top = -measures.height / 2 - axis(setting)
    for row in cells.rows.indices {
      place(row, of: grid, cells, measures, top: top, in: &result)
    }
    let rules = measures.rules(of: grid)
    if !rules.isEmpty {
      add(
        rules.translated(by: Vector(x: 0, y: top)),
        covering: Rect(minX: 0, minY: top, maxX: measures.width, maxY: top + measures.height),
        to: &result, setting.ink)
    }
    result.width = measures.width
    placeTags(cells.tags, measures, top: top, in: &result, setting)
    result.ascent = max(-top, 0)
    result.descent = max(top + measures.height, 0)
    return result
  }

  private mutating func cells(of grid: Grid, _ inner: Setting, _ outer: Setting) -> GridCells {
    var cells = GridCells()
    for (index, row) in grid.rows.enumerated() {
      var fragments: [Fragment] = []
      var separators: [Int: Fragment] = [:]
      for (column, cell) in row.enumerated() {
        if let separator = grid.separators[column] { separators[column] = set(separator, inner).withItalics }
        fragments.append(set(cell, ofColumn: column, in: grid, inner))
      }
      if let separator = grid.separators[row.count] {
        separators[row.count] = set(separator, inner).withItalics
      }
      cells.rows.append(fragments)
      cells.separators.append(separators)
      if let tag = grid.tags[index] {
        cells.tags[index] = set(tag, outer.starting(.text)).withItalics
      }
    }
    return cells
  }

  private mutating func set(
    _ cell: Row, ofColumn column: Int, in grid: Grid, _ setting: Setting
  ) -> Fragment {
    switch grid.kind {
    case .aligned, .alignedAt:
      // Right parts of an equation start with its relation, which needs something to be related to.
      return set(column.isMultiple(of: 2) ? cell : Row([.group(Row())] + cell.nodes), setting).withItalics
    case .diagram:
      guard cell.nodes.count == 1 else { break }
      if case .arrow(let sign, let over, let under) = cell.nodes[0] {
        return arrow(sign, over: over, under: under, shortest: shortestDiagramArrow, setting)
      }
      let isOutermost = column == 0 || column == (grid.rows.map(\.count).max() ?? 0) - 1
      if isOutermost, case .verticalArrow(let sign, let left, let right) = cell.nodes[0] {
        // Nothing is beside it into which its texts could reach.
        return verticalArrow(sign, left: left, right: right, isLapped: false, setting)
      }
    case .matrix, .array, .cases, .displayCases, .gathered, .small, .substack: break
    }
    return set(cell, setting).withItalics
  }

  private mutating func place(
    _ row: Int, of grid: Grid, _ cells: GridCells, _ measures: GridMeasures, top: Double,
    in result: inout Fragment
  ) {
    let baseline = top + measures.baselines[row]
    for (column, cell) in cells.rows[row].enumerated() {
      let spare = measures.columnWidths[column] - cell.width
      let indent = grid.alignment(ofColumn: column).indent(spare)
      place(cell, in: &result, x: measures.columnStarts[column] + indent, y: baseline)
    }
    for (column, separator) in cells.separators[row].sorted(by: { $0.key < $1.key }) {
      place(separator, in: &result, x: measures.boundaryStarts[column], y: baseline)
    }
  }

  /// Numbers and marks of equations, one below the other at the right.
  private mutating func placeTags(
    _ tags: [Int: Fragment], _ measures: GridMeasures, top: Double, in result: inout Fragment,
    _ setting: Setting
  ) {
    guard let widest = tags.values.map(\.width).max() else { return }
    let start = result.width + tagDistance * size(setting)
    for (row, tag) in tags.sorted(by: { $0.key < $1.key }) {
      place(tag, in: &result, x: start + widest - tag.width, y: top + measures.baselines[row])
    }
    result.width = start + widest
  }
}

/// amscd's \minCDarrowwidth, 2.5 pc of 10 pt, in em.
private let shortestDiagramArrow = 3.0

extension Grid {
  fileprivate func cellStyle(in setting: Setting) -> MathStyle {
    switch kind {
    case .matrix, .array, .cases, .diagram: min(setting.style, .text)
    case .aligned, .alignedAt, .gathered, .displayCases: .display
    case .small, .substack: min(setting.style, .script)
    }
  }
}
