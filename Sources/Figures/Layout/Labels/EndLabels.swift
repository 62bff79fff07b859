import Drawing
package import Formulas
import Geometry
package import MathCore

/// A label that would stand beyond the right end of its line, and where the line ends.
package struct EndLabel: Sendable {
  package var label: Label
  /// In data units.
  package var end: DataPoint

  package init(label: Label, end: DataPoint) {
    self.label = label
    self.end = end
  }
}

/// The room to the right of a frame in which the labels of lines stand at their ends.
package struct EndRoom: Sendable {
  /// From the frame to the end of the longest label, in points; 0 if no label stands there.
  var width = 0.0
  /// Between the end of a line and its label.
  var gap = 0.0
  /// Whether labels must move apart, so that all have leader lines.
  var hasLeaders = false
}

extension EndRoom {
  /// The room that the lines of a plot want; none where something else stands to the right.
  ///
  /// It depends on the page alone and not on the frame, whose size depends on it.
  init(of plot: EvaluatedPlot, press: Press) {
    self.init()
    guard plot.namesMarks, plot.style == .edge, plot.colorBar == nil, plot.y2 == nil else { return }
    let ends = Self.ends(of: plot, press: press)
    guard !ends.isEmpty else { return }
    let em = press.canvas.type.label
    let share = press.canvas.size.width / Double(max(press.panelCount, 1))
    // Frames are at least so large on most pages.
    let frame = Size(width: share / 4, height: press.canvas.size.height / 2)
    let areClose = zip(ends, ends.dropFirst()).contains { one, next in
      let distance = (next.y - one.y) * frame.height
      return distance < (one.ink.height + next.ink.height) / 2 + 4
    }
    let gap = em * (areClose ? 1.4 : 0.5)
    var width = 0.0
    for end in ends { width = max(width, gap + end.ink.width - (1 - end.x) * frame.width) }
    // Long names stay within the frame: the picture is for the lines.
    if width < share / 4 { self = EndRoom(width: width, gap: gap, hasLeaders: areClose) }
  }

  /// The labels' boxes and where in the frame their lines end, as shares of its sides, from the bottom up.
  private static func ends(
    of plot: EvaluatedPlot, press: Press
  ) -> [(ink: Rect, x: Double, y: Double)] {
    var ends: [(ink: Rect, x: Double, y: Double)] = []
    for case let end? in plot.marks.map(\.endLabel) {
      let (x, y) = (plot.x.scale.fraction(of: end.end.x), plot.y.scale.fraction(of: end.end.y))
      guard 0.8...1.0001 ~= x, 0...1 ~= y else { continue }
      ends.append((press.typeset(end.label, size: press.canvas.type.label).ink, x, y))
    }
    return ends.sorted { $0.y < $1.y }
  }
}

extension LinePlaces {
  /// Places to the right of the line's end, moved up or down where they must, with leader lines then.
  func endCandidates(for block: TextBlock, _ room: EndRoom) -> [LabelRequest.Candidate] {
    let end = point(at: 1).point
    let anchor = Point(x: end.x + 3, y: end.y)
    let step = min(block.ink.height, 16) / 3
    return (-15...15).map { level in
      let shift = Double(level) * step
      let center = Point(x: end.x + room.gap + block.ink.width / 2, y: end.y + shift)
      return LabelRequest.Candidate(
        centering: block, at: center, cost: abs(Double(level)) * 1.5, anchor: anchor,
        hasLeader: room.hasLeaders || abs(level) > 1)
    }
  }
}
