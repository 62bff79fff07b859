import Diagnostics
import Geometry

/// Which of a panel's axes a mark speaks of.
enum PanelAxis: Hashable, Sendable {
  case x
  case y

  /// The axes by the names that scenes use.
  static let names = Catalogue<PanelAxis>("axis", ["x": .x, "y": .y])

  /// What the quantity along it is called.
  var spoken: String { self == .x ? "x" : "y" }

  /// Where a value lies along the axis on the page; an infinite one at that end of the frame.
  func place(_ value: Double, on panel: Panel) -> Double {
    switch self {
    case .x: value.isInfinite ? (value < 0 ? panel.frame.minX : panel.frame.maxX) : panel.place(x: value)
    case .y: value.isInfinite ? (value < 0 ? panel.frame.maxY : panel.frame.minY) : panel.place(y: value)
    }
  }

  /// The line across the frame at a value, between pixels; `nil` outside the frame.
  func line(at value: Double, on panel: Panel, width: Double) -> [Point]? {
    let (frame, place) = (panel.frame, self.place(value, on: panel))
    let range = self == .x ? (frame.minX, frame.maxX) : (frame.minY, frame.maxY)
    // Rounding puts no line outside that stands on an edge.
    guard value.isFinite, range.0 - 1e-6 <= place, place <= range.1 + 1e-6 else { return nil }
    let crisp = panel.canvas.crisp(place, width: width)
    return self == .x
      ? [Point(x: crisp, y: frame.maxY), Point(x: crisp, y: frame.minY)]
      : [Point(x: frame.minX, y: crisp), Point(x: frame.maxX, y: crisp)]
  }

  /// The values should be seen along this axis.
  func extent(of values: [Double]) -> Extent {
    let extent = AxisExtent(of: values)
    return self == .x ? Extent(x: extent) : Extent(y: extent)
  }
}
