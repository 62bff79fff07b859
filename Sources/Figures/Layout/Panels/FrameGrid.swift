import Geometry

/// Rows of frames whose edges line up: each says what it needs around it, and they share what is left.
///
/// Frames that begin at one fraction of the width leave the same room to their left, those that end at one
/// fraction the same to their right, those of a row the same above and below: so frames of equal relative size
/// are equal, whatever stands around them.
struct FrameGrid {
  /// How long a frame is along one direction.
  enum Length: Hashable {
    /// A share of what is left, relative to the others.
    case relative(Double)
    /// In points.
    case fixed(Double)

    fileprivate var share: Double { if case .relative(let share) = self { share } else { 0 } }
    fileprivate var points: Double { if case .fixed(let points) = self { points } else { 0 } }
  }

  struct Cell {
    var width: Length
    var insets: Insets
  }

  struct Row {
    var height: Length
    var cells: [Cell]
  }

  let rows: [Row]
  /// Between the insets of neighbors, across and down, in points.
  let space: Size
  /// For each cell the room around its frame, as it has it in common with others.
  let insets: [[Insets]]

  init(_ rows: [Row], space: Size) {
    self.rows = rows
    self.space = space
    let spans = rows.map(\.spans)
    let all = zip(rows, spans).flatMap { row, spans in zip(row.cells, spans).map { ($0.insets, $1) } }
    insets = zip(rows, spans).map { row, spans in
      let top = row.cells.map(\.insets.top).max() ?? 0
      let bottom = row.cells.map(\.insets.bottom).max() ?? 0
      return spans.map { span in
        Insets(
          left: all.reduce(0) { isSame($1.1.lowerBound, span.lowerBound) ? max($0, $1.0.left) : $0 },
          top: top,
          right: all.reduce(0) { isSame($1.1.upperBound, span.upperBound) ? max($0, $1.0.right) : $0 },
          bottom: bottom)
      }
    }
  }

  /// The room around all frames together.
  var outer: Insets {
    Insets(
      left: insets.compactMap { $0.first?.left }.max() ?? 0, top: insets.first?.first?.top ?? 0,
      right: insets.compactMap { $0.last?.right }.max() ?? 0, bottom: insets.last?.first?.bottom ?? 0)
  }

  /// The frames, in a box that reaches from the first one's left and top edges to the last one's right and
  /// bottom edges; without area where there is too little room.
  func frames(in box: Rect) -> [[Rect]] {
    var top = box.minY
    return zip(rows, heights(in: box.height)).enumerated().map { index, row in
      let bottom = top + row.1
      defer { top = bottom + gapBelow(row: index) }
      var left = box.minX
      return zip(row.0.cells.indices, widths(of: index, in: box.width)).map { cell, width in
        defer { left += width + gapBeside(cell, of: index) }
        return Rect(minX: left, minY: top, maxX: left + width, maxY: bottom)
      }
    }
  }

  /// The least box that holds frames of those sizes and keeps their proportions.
  func box(holding sizes: [[Size]], within box: Rect) -> Size {
    let frames = frames(in: box)
    func used(_ size: Double, of room: Double) -> Double { room > 0 ? min(size / room, 1) : 1 }
    let width = zip(frames, sizes).enumerated().map { index, row in
      let least = zip(row.0, row.1).map { used($1.width, of: $0.width) }.max() ?? 1
      let gaps = row.0.indices.dropLast().reduce(0) { $0 + gapBeside($1, of: index) }
      return gaps + (box.width - gaps) * least
    }
    let least = zip(frames, sizes).flatMap { zip($0, $1).map { used($1.height, of: $0.height) } }.max() ?? 1
    let gaps = rows.indices.dropLast().reduce(0) { $0 + gapBelow(row: $1) }
    return Size(width: width.max() ?? box.width, height: gaps + (box.height - gaps) * least)
  }

  private func gapBeside(_ cell: Int, of row: Int) -> Double {
    guard cell + 1 < insets[row].count else { return 0 }
    return insets[row][cell].right + space.width + insets[row][cell + 1].left
  }

  private func gapBelow(row: Int) -> Double {
    guard row + 1 < rows.count else { return 0 }
    return (insets[row].first?.bottom ?? 0) + space.height + (insets[row + 1].first?.top ?? 0)
  }

  private func widths(of row: Int, in width: Double) -> [Double] {
    let gaps = insets[row].indices.reduce(0) { $0 + gapBeside($1, of: row) }
    return Self.lengths(rows[row].cells.map(\.width), in: width - gaps)
  }

  private func heights(in height: Double) -> [Double] {
    let gaps = rows.indices.reduce(0) { $0 + gapBelow(row: $1) }
    return Self.lengths(rows.map(\.height), in: height - gaps)
  }

  private static func lengths(_ lengths: [Length], in room: Double) -> [Double] {
    let left = max(room - lengths.reduce(0) { $0 + $1.points }, 0)
    let shares = lengths.reduce(0) { $0 + $1.share }
    return lengths.map { length in
      switch length {
      case .fixed(let points): points
      case .relative(let share): shares > 0 ? left * share / shares : 0
      }
    }
  }
}

extension FrameGrid.Row {
  /// From which fraction of the width to which each cell reaches.
  fileprivate var spans: [ClosedRange<Double>] {
    let shares = cells.map { max($0.width.share, 0) }
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return shares.indices.map { Double($0)...Double($0 + 1) } }
    var start = 0.0
    return shares.map { share in
      let first = start
      start += share
      return first / sum...start / sum
    }
  }
}

/// Whether two fractions of a width are one: thirds do not add up exactly.
private func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }
