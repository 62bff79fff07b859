import Formulas
import Geometry

/// Where the rows and columns of a grid are, from its top left corner; y points down.
struct GridMeasures {
  private(set) var columnWidths: [Double]
  private(set) var columnStarts: [Double] = []
  /// Where what separates columns starts: before each column, and after the last one.
  private(set) var boundaryStarts: [Double] = []
  private(set) var width = 0.0
  private(set) var baselines: [Double] = []
  /// Where the rules above each row start, and those below the last one.
  private(set) var horizontalStarts: [Double] = []
  private(set) var height = 0.0
  let ruleThickness: Double
  /// From one of two neighboring rules to the other: LaTeX's \doublerulesep.
  private let ruleDistance: Double
  private let em: Double

  /// The least white between the ink of two rows.
  private let leading: Double

  /// Measures cells; `mu` is that of the surroundings, everything else that of the cells.
  init(
    _ grid: Grid, _ cells: GridCells, em: Double, mu: Double, ruleThickness: Double, leading: Double
  ) {
    self.em = em
    self.leading = leading
    self.ruleThickness = ruleThickness
    ruleDistance = ruleThickness + 0.2 * em
    let count = cells.rows.map(\.count).max() ?? 0
    columnWidths = [Double](repeating: 0, count: count)
    for row in cells.rows {
      for (column, cell) in row.enumerated() {
        columnWidths[column] = max(columnWidths[column], cell.width)
      }
    }
    measureColumns(grid, cells)
    measureRows(grid, cells, mu)
  }

  private mutating func measureColumns(_ grid: Grid, _ cells: GridCells) {
    for boundary in 0...columnWidths.count {
      let isInside = boundary > 0 && boundary < columnWidths.count
      let gap = (isInside ? grid.gap(beforeColumn: boundary) : grid.sideGap * 2) * em
      let separator = cells.separators.compactMap { $0[boundary]?.width }.max()
      let rules = extent(ofRules: grid.rules(beforeColumn: boundary).count)
      if separator == nil, boundary > 0 { width += gap / 2 }
      boundaryStarts.append(width)
      width += (separator ?? 0) + rules
      if separator == nil, boundary < columnWidths.count { width += gap / 2 }
      guard boundary < columnWidths.count else { break }
      columnStarts.append(width)
      width += columnWidths[boundary]
    }
  }

  private mutating func measureRows(_ grid: Grid, _ cells: GridCells, _ mu: Double) {
    let strut = (ascent: grid.strut.ascent * em, descent: grid.strut.descent * em)
    // How much white there is already above the row.
    var white = Double.infinity
    for (index, row) in cells.rows.enumerated() {
      let (above, below) = (grid.rules(aboveRow: index).count, grid.rules(aboveRow: index + 1).count)
      let ascent = row.map(\.ascent).max() ?? 0
      let descent = row.map(\.descent).max() ?? 0
      horizontalStarts.append(height)
      height += extent(ofRules: above)
      // LaTeX lets tall cells touch one another and rules; here they keep a little away.
      if above > 0 { white = 0 }
      height += max(strut.ascent, ascent, ascent + leading - white)
      baselines.append(height)
      height += max(strut.descent, descent + (below > 0 ? leading : 0))
      let gap = (index < grid.rowGaps.count ? grid.rowGaps[index] : 0) * mu
      if index < cells.rows.count - 1 { height += grid.rowGap * em + gap }
      white = max(strut.descent - descent, 0) + grid.rowGap * em + max(gap, 0)
    }
    horizontalStarts.append(height)
    height = max(height + extent(ofRules: grid.rules(aboveRow: cells.rows.count).count), 0)
  }

  /// How much room some rules beside one another take.
  private func extent(ofRules count: Int) -> Double {
    count == 0 ? 0 : ruleThickness + Double(count - 1) * ruleDistance
  }

  /// All rules as one shape, so that they join where they meet.
  func rules(of grid: Grid) -> Path {
    var path = Path()
    for (boundary, start) in horizontalStarts.enumerated() {
      for (index, rule) in grid.rules(aboveRow: boundary).enumerated() {
        let y = start + Double(index) * ruleDistance
        for (from, to) in rule.dashes(along: width, em: em) {
          path.append(Path(Rect(minX: from, minY: y, maxX: to, maxY: y + ruleThickness)))
        }
      }
    }
    for (boundary, start) in boundaryStarts.enumerated() {
      for (index, rule) in grid.rules(beforeColumn: boundary).enumerated() {
        let x = start + Double(index) * ruleDistance
        for (from, to) in rule.dashes(along: height, em: em) {
          path.append(Path(Rect(minX: x, minY: from, maxX: x + ruleThickness, maxY: to)))
        }
      }
    }
    return path
  }
}

extension Grid.Rule {
  /// The stretches that are drawn of a rule of some length; a dashed one starts and ends with a dash.
  fileprivate func dashes(along length: Double, em: Double) -> [(from: Double, to: Double)] {
    let (dash, gap) = (0.3 * em, 0.2 * em)
    guard self == .dashed, em > 0, length > dash, length < 1e4 * em else { return [(0, length)] }
    let count = ((length + gap) / (dash + gap)).rounded()
    let period = (length - dash) / max(count - 1, 1)
    return (0..<Int(max(count, 1))).map { (Double($0) * period, Double($0) * period + dash) }
  }
}

extension Grid {
  fileprivate func rules(beforeColumn column: Int) -> [Rule] {
    column < verticalRules.count ? verticalRules[column] : []
  }

  fileprivate func rules(aboveRow row: Int) -> [Rule] {
    row < horizontalRules.count ? horizontalRules[row] : []
  }

  /// Room before a column, in em of the cells: twice LaTeX's \arraycolsep, amsmath's \minalignsep and
  /// \thickspace, half a quad beside the arrows of a diagram.
  fileprivate func gap(beforeColumn column: Int) -> Double {
    switch kind {
    case .matrix, .array, .cases, .displayCases, .gathered: 1
    case .aligned: column.isMultiple(of: 2) ? 1 : 0
    case .alignedAt, .substack: 0
    case .small: 5.0 / 18 / 0.7
    case .diagram: 0.5
    }
  }

  /// Room at both sides, in em of the cells: LaTeX's \arraycolsep.
  fileprivate var sideGap: Double { kind == .array ? 0.5 : 0 }

  /// How far each row reaches at least, in em of the cells: LaTeX's \strut, 1.2 times that for cases, and what
  /// comes near amsmath's 6 pt between the baselines of small matrices.
  fileprivate var strut: (ascent: Double, descent: Double) {
    switch kind {
    case .matrix, .array, .aligned, .alignedAt, .gathered, .diagram: (strutAscent, strutDescent)
    case .cases, .displayCases: (1.2 * strutAscent, 1.2 * strutDescent)
    case .small, .substack: (0.6, 0.26)
    }
  }

  /// Extra room between rows, in em of the cells: amsmath's \jot for equations, less for large cases.
  fileprivate var rowGap: Double {
    switch kind {
    case .matrix, .array, .cases: 0
    case .small, .substack: 0.12
    case .displayCases: 0.2
    case .aligned, .alignedAt, .gathered, .diagram: 0.3
    }
  }
}
