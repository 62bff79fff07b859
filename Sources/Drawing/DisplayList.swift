package import Diagnostics
package import Geometry

/// A finished picture: everything that an exporter needs, in painting order.
///
/// Page units are points (1/72 in), y downwards, the origin at the top left.
package struct DisplayList: Hashable, Sendable {
  /// The page, in points.
  package var size: Size
  /// How many pixels a point has at scale 1: 2 on a slide of 960 × 540 points gives 1920 × 1080.
  package var pixelsPerPoint: Double
  /// Painted first over the whole page; `nil` leaves it transparent.
  package var background: Color?
  package var items: [DisplayItem]
  /// The picture's name in plain text.
  package var title: String
  /// What a reader who cannot see the picture is told; empty if nothing was said.
  package var alternativeText: String
  /// What the picture shows otherwise than it was asked to, each once, in the order of drawing; warnings.
  package private(set) var problems: [Diagnostic] = []

  package init(
    size: Size, pixelsPerPoint: Double, background: Color? = nil, items: [DisplayItem] = [],
    title: String = "", alternativeText: String = ""
  ) {
    self.size = size
    self.pixelsPerPoint = pixelsPerPoint
    self.background = background
    self.items = items
    self.title = title
    self.alternativeText = alternativeText
  }

  package mutating func append(_ item: DisplayItem) { items.append(item) }

  package mutating func fill(_ path: Path, _ color: Color) {
    if !path.isEmpty { append(.path(path, fill: color, stroke: nil)) }
  }

  package mutating func stroke(_ path: Path, _ stroke: Stroke) {
    if !path.isEmpty { append(.path(path, fill: nil, stroke: stroke)) }
  }

  /// Notes what is shown otherwise than it was asked to.
  package mutating func report(_ found: [Diagnostic]) {
    for problem in found where !problems.contains(problem) { problems.append(problem) }
  }

  /// Paints a block of text with its origin (left end of the first baseline) at `point`.
  package mutating func draw(_ block: TextBlock, at point: Point) {
    report(block.problems)
    guard !block.items.isEmpty else { return }
    append(
      .group(
        DisplayGroup(
          block.items, transform: .translation(Vector(x: point.x, y: point.y)), label: block.source,
          location: block.location)))
  }
}
