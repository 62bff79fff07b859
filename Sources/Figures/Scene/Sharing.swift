import Diagnostics
import SceneFiles

/// Which axes of a group of panels show the same domain.
struct Sharing: Hashable, Sendable {
  /// Among which panels.
  enum Reach: Hashable, Sendable {
    case none
    case all
    /// Those under each other share x, those beside each other y.
    case lines
  }

  var x = Reach.none
  var y = Reach.none
  var location: SourceLocation?

  init() {}

  /// Reads `x`, `y`, `both`, or a mapping such as `{x: columns, y: all}`.
  init(_ node: SceneFiles.Node) throws(Diagnostic) {
    guard case .mapping = node.content else {
      let word = try node.text(for: "'share'")
      self = try Self.words.entry(named: word.text, at: word.start)
      location = node.location
      return
    }
    var fields = try Fields(node, of: "share", labels: LabelReader())
    x = try fields.word("x", among: [("all", .all), ("columns", .lines)]) ?? .none
    y = try fields.word("y", among: [("all", .all), ("rows", .lines)]) ?? .none
    location = node.location
    if let complaint = fields.finish().first { throw complaint }
  }

  private init(x: Reach, y: Reach) { (self.x, self.y) = (x, y) }

  private static let words = Catalogue<Sharing>(
    "share",
    ["x": Sharing(x: .all, y: .none), "y": Sharing(x: .none, y: .all), "both": Sharing(x: .all, y: .all)])
}

/// One of a panel's two axes.
enum AxisDirection: Hashable, Sendable {
  case x
  case y
}

extension Sharing {
  func reach(along direction: AxisDirection) -> Reach { direction == .x ? x : y }
}

/// Panels that share a scale along one direction.
struct SharedScale: Sendable {
  var direction: AxisDirection
  var panels: [Int]
  /// Whether these are all panels of a group, so that one label serves every outer one.
  var isOfGroup: Bool
  /// Where the scene asks for it.
  var location: SourceLocation?
}

/// Two panels of which the first leaves the names of its ticks to the second, which stands below or to the left.
struct SharedNames: Hashable, Sendable {
  var direction: AxisDirection
  var inner: Int
  var outer: Int
}

extension Arrangement {
  /// Who shares scales, groups before the groups within them.
  var sharedScales: [SharedScale] {
    let own = [AxisDirection.x, .y].flatMap { direction -> [SharedScale] in
      let sets: [[Int]] =
        switch sharing.reach(along: direction) {
        case .none: []
        case .all: [panels]
        case .lines: direction == .x ? columns : rows.map { $0.cells.compactMap(\.panel) }
        }
      return sets.filter { $0.count > 1 }.map {
        SharedScale(
          direction: direction, panels: $0, isOfGroup: sharing.reach(along: direction) == .all,
          location: sharing.location)
      }
    }
    return own + groups.flatMap(\.sharedScales)
  }

  /// Neighbors of which only the outer one names its ticks.
  var sharedNames: [SharedNames] {
    var names: [SharedNames] = []
    if sharing.x != .none {
      for (upper, lower) in zip(rows, rows.dropFirst()) {
        for (cell, span) in zip(upper.cells, upper.spans) {
          guard let inner = cell.panel, let outer = lower.panel(at: span) else { continue }
          names.append(SharedNames(direction: .x, inner: inner, outer: outer))
        }
      }
    }
    if sharing.y != .none {
      for row in rows {
        // From the far end on: each hands its label on to the next.
        for (left, right) in zip(row.cells, row.cells.dropFirst()).reversed() {
          guard let outer = left.panel, let inner = right.panel else { continue }
          names.append(SharedNames(direction: .y, inner: inner, outer: outer))
        }
      }
    }
    return names + groups.flatMap(\.sharedNames)
  }

  private var groups: [Arrangement] {
    rows.flatMap(\.cells).compactMap { cell in
      if case .group(let group) = cell.content { group } else { nil }
    }
  }

  /// Panels that have the same left and right ends, from top to bottom.
  private var columns: [[Int]] {
    var columns: [(span: ClosedRange<Double>, panels: [Int])] = []
    for row in rows {
      for (cell, span) in zip(row.cells, row.spans) {
        guard let panel = cell.panel else { continue }
        if let known = columns.firstIndex(where: { isSame($0.span, span) }) {
          columns[known].panels.append(panel)
        } else {
          columns.append((span, [panel]))
        }
      }
    }
    return columns.map(\.panels)
  }
}

extension Arrangement.Row {
  /// From which fraction of the width to which each cell reaches.
  fileprivate var spans: [ClosedRange<Double>] {
    let sum = cells.reduce(0) { $0 + ($1.width ?? 1) }
    var start = 0.0
    return cells.map { cell in
      let first = start
      start += cell.width ?? 1
      return first / sum...start / sum
    }
  }

  fileprivate func panel(at span: ClosedRange<Double>) -> Int? {
    zip(cells, spans).first { isSame($0.1, span) }?.0.panel
  }
}

extension Arrangement.Cell {
  fileprivate var panel: Int? { if case .panel(let index) = content { index } else { nil } }
}

private func isSame(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Bool {
  abs(a.lowerBound - b.lowerBound) < 1e-9 && abs(a.upperBound - b.upperBound) < 1e-9
}
