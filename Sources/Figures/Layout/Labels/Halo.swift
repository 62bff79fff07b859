import Drawing
import Geometry

extension DisplayList {
  /// Paints a placed label, with its leader line and its halo if it has them.
  mutating func draw(_ label: PlacedLabel, on panel: Panel) {
    if let leader = label.leader {
      let color = label.block.items.lazy.compactMap(\.color).first ?? panel.theme.quietInk
      stroke(
        Path(polyline: [leader.start, leader.end]),
        Stroke(color.opacity(0.7), width: panel.canvas.lines.thin, cap: .round))
    }
    if label.hasHalo {
      var outline = Path()
      for item in label.block.items { item.appendOutline(to: &outline, transform: .identity) }
      let shift = Vector(x: label.origin.x, y: label.origin.y)
      stroke(
        outline.translated(by: shift),
        Stroke(panel.theme.ground, width: panel.canvas.type.label * 0.27, cap: .round))
    }
    draw(label.block, at: label.origin)
  }
}

extension DisplayItem {
  /// The first color in which something of it is painted.
  fileprivate var color: Color? {
    switch self {
    case .path(_, let fill, let stroke): fill ?? stroke?.color
    case .glyphs(let run, _): run.color
    case .image: nil
    case .group(let group): group.items.lazy.compactMap(\.color).first
    }
  }

  /// Appends the shapes of letters and rules.
  fileprivate func appendOutline(to path: inout Path, transform: Transform) {
    switch self {
    case .path(let shape, _, _):
      path.append(shape.transformed(by: transform))
    case .glyphs(let run, let origin):
      for glyph in run.glyphs where !glyph.outline.isEmpty {
        let place = Transform(
          a: run.size, b: 0, c: 0, d: run.size, tx: origin.x + glyph.origin.x,
          ty: origin.y + glyph.origin.y)
        path.append(glyph.outline.transformed(by: place.then(transform)))
      }
    case .image(_, let frame):
      path.append(Path(frame).transformed(by: transform))
    case .group(let group):
      for item in group.items {
        item.appendOutline(to: &path, transform: group.transform.then(transform))
      }
    }
  }
}
