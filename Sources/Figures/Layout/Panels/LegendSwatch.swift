import Drawing
import Geometry

/// A small picture of a mark, drawn as the mark itself is.
struct LegendSwatch {
  let appearance: Appearance
  let press: Press

  private var em: Double { press.canvas.type.label }
  private var weight: Double { appearance.weight.width(on: press.canvas.lines) }

  private var headLength: Double { weight * 4.6 }

  /// What it takes.
  var size: Size {
    switch appearance.shape {
    case .line(let dash): Size(width: length(of: dash.lengths(width: weight)), height: em)
    case .arrow(let dash):
      // The head is solid: dashes show before it.
      Size(
        width: length(of: dash.lengths(width: weight)) + (dash == .solid ? 0 : headLength * 0.7), height: em)
    case .area: Size(width: em * 1.4, height: em)
    case .marker(let marker): Size(width: max(weight * marker.reach * 2, em * 0.7), height: em)
    }
  }

  /// Two ems of a solid line; of a dashed one at least two dashes, and no part of a third.
  private func length(of dashes: [Double]) -> Double {
    guard let dash = dashes.first else { return em * 2 }
    let period = dashes.reduce(0, +)
    return dash + period * max(((em * 2 - dash) / period).rounded(.up), 1)
  }

  /// Draws it in the middle of a box.
  func draw(at center: Point, into list: inout DisplayList) {
    var own = DisplayList(size: list.size, pixelsPerPoint: list.pixelsPerPoint)
    drawOpaque(at: center, into: &own)
    list.append(.group(DisplayGroup(own.items, opacity: appearance.opacity)))
  }

  private func drawOpaque(at center: Point, into list: inout DisplayList) {
    let color = appearance.color
    let (left, right) = (
      Point(x: center.x - size.width / 2, y: center.y), Point(x: center.x + size.width / 2, y: center.y)
    )
    switch appearance.shape {
    case .line(let dash):
      let stroke = Stroke(
        color, width: weight, cap: dash == .solid ? .round : .butt, dash: dash.lengths(width: weight))
      list.stroke(Path(polyline: [left, right]), stroke)
      if let marker = appearance.pointMarker {
        list.draw(marker, at: center, radius: weight * 1.5, color, line: weight, halo: nil)
      }
    case .arrow(let dash):
      Arrow(from: left, to: right, width: weight, headLength: headLength).draw(color, dash: dash, into: &list)
    case .area:
      let half = em * 0.42
      list.fill(Path(Rect(minX: left.x, minY: center.y - half, maxX: right.x, maxY: center.y + half)), color)
    case .marker(let marker):
      list.draw(marker, at: center, radius: weight, color, line: press.canvas.lines.regular, halo: nil)
    }
  }
}

extension DisplayList {
  /// Draws a marker: filled, or as a line if it has no inside.
  mutating func draw(
    _ marker: Marker, at center: Point, radius: Double, _ color: Color, line: Double, halo: Stroke?
  ) {
    let shape = marker.path(at: center, radius: radius)
    if marker.isOpen {
      stroke(shape, Stroke(color, width: line))
    } else {
      append(.path(shape, fill: color, stroke: halo))
    }
  }
}
