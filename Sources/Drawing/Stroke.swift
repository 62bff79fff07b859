/// How a line is drawn along a path; lengths in page units.
package struct Stroke: Hashable, Sendable {
  package enum Cap: String, Hashable, Sendable {
    case butt
    case round
    case square
  }

  package enum Join: String, Hashable, Sendable {
    case miter
    case round
    case bevel
  }

  package var color: Color
  package var width: Double
  package var cap: Cap
  package var join: Join
  /// Lengths drawn and skipped in turn; empty for a solid line.
  package var dash: [Double]

  package init(
    _ color: Color, width: Double, cap: Cap = .butt, join: Join = .round, dash: [Double] = []
  ) {
    self.color = color
    self.width = width
    self.cap = cap
    self.join = join
    self.dash = dash
  }
}
