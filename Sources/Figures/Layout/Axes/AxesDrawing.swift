import Drawing
import Geometry

/// What is painted of the axes around a frame: collected first, so that the room it takes is known exactly.
struct AxesDrawing {
  private var items: [Item] = []

  private enum Item {
    case stroke(Path, Stroke)
    case arrow(Arrow, from: Point, to: Point, Color)
    case text(TextBlock, at: Point, hasHalo: Bool)
    case side(SideLabel, minX: Double, midY: Double)
  }

  mutating func stroke(_ path: Path, _ stroke: Stroke) {
    if !path.isEmpty { items.append(.stroke(path, stroke)) }
  }

  mutating func draw(arrowFrom start: Point, to end: Point, width: Double, headLength: Double, _ color: Color)
  {
    let arrow = Arrow(from: start, to: end, width: width, headLength: headLength)
    items.append(.arrow(arrow, from: start, to: end, color))
  }

  /// With a halo, a text reads over marks.
  mutating func draw(_ block: TextBlock, at point: Point, hasHalo: Bool = false) {
    items.append(.text(block, at: point, hasHalo: hasHalo))
  }

  mutating func draw(_ label: SideLabel, minX: Double, midY: Double) {
    items.append(.side(label, minX: minX, midY: midY))
  }

  func draw(on panel: Panel, into list: inout DisplayList) {
    for item in items {
      switch item {
      case .stroke(let path, let stroke): list.stroke(path, stroke)
      case .arrow(let arrow, _, _, let color): arrow.draw(color, into: &list)
      case .text(let block, let point, let hasHalo):
        list.draw(PlacedLabel(block: block, origin: point, part: 0, hasHalo: hasHalo), on: panel)
      case .side(let label, let minX, let midY): label.draw(minX: minX, midY: midY, into: &list)
      }
    }
  }

  /// The box around everything, the line boxes of texts included; `frame` if there is nothing.
  func box(around frame: Rect) -> Rect {
    items.reduce(frame) { box, item in
      switch item {
      case .stroke(let path, let stroke):
        path.controlBox.map { box.union($0.outset(by: stroke.width / 2)) } ?? box
      case .arrow(_, let start, let end, _):
        // The tip's sides lie on the frame's side of its point.
        Rect(around: [start, end]).map(box.union) ?? box
      case .text(let block, let point, _):
        box.union(block.extent.translated(by: Vector(x: point.x, y: point.y)))
      case .side(let label, let minX, let midY): box.union(label.box(minX: minX, midY: midY))
      }
    }
  }
}
