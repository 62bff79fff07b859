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
