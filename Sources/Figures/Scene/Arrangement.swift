/// How panels stand beside each other: rows of cells whose sizes are relative to each other.
///
/// Panels are told by their numbers in reading order, from 0; groups of panels have titles of their own.
struct Arrangement<Title: Sendable>: Sendable {
  struct Row: Sendable {
    /// Relative to the other rows; `nil` if the scene does not say.
    var height: Double?
    var cells: [Cell]
  }

  struct Cell: Sendable {
    /// Relative to the others of the row; `nil` if the scene does not say.
    var width: Double?
    var content: Content
  }

  enum Content: Sendable {
    case panel(Int)
    case group(Arrangement)
    /// Left free at the end of a grid.
    case empty
  }

  var title: Title?
  var rows: [Row]
  var sharing = Sharing()
  /// Whether the scene leaves it to the page how many stand in a row.
  var isFree = false

  /// One panel that has the page for itself.
  static var lone: Arrangement { Arrangement(rows: [Row(cells: [Cell(content: .panel(0))])]) }

  /// The same with other titles.
  func map<Other, Failure>(
    _ transform: (Title) throws(Failure) -> Other
  ) throws(Failure) -> Arrangement<Other> {
    var rows: [Arrangement<Other>.Row] = []
    for row in self.rows {
      var cells: [Arrangement<Other>.Cell] = []
      for cell in row.cells {
        let content: Arrangement<Other>.Content
        switch cell.content {
        case .panel(let index): content = .panel(index)
        case .group(let group): content = .group(try group.map(transform))
        case .empty: content = .empty
        }
        cells.append(.init(width: cell.width, content: content))
      }
      rows.append(.init(height: row.height, cells: cells))
    }
    let title: Other? = if let title = self.title { try transform(title) } else { nil }
    return Arrangement<Other>(title: title, rows: rows, sharing: sharing, isFree: isFree)
  }

  /// How many panels stand beside each other at most.
  var columnCount: Int {
    func count(_ cell: Cell) -> Int {
      switch cell.content {
      case .panel, .empty: 1
      case .group(let group): group.columnCount
      }
    }
    return rows.map { $0.cells.reduce(0) { $0 + count($1) } }.max() ?? 0
  }

  /// The same with each cell below the one before.
  var stacked: Arrangement {
    var stacked = self
    stacked.rows = rows.flatMap { row in row.cells.map { Row(height: row.height, cells: [$0]) } }
    return stacked
  }

  /// The numbers of all panels, those of groups included.
  var panels: [Int] {
    rows.flatMap(\.cells).flatMap { cell -> [Int] in
      switch cell.content {
      case .panel(let index): [index]
      case .group(let group): group.panels
      case .empty: []
      }
    }
  }
}
