import Drawing
import Geometry

extension DisplayList {
  /// Paints a placed label, with its halo if it has one.
  mutating func draw(_ label: PlacedLabel, on panel: Panel) {
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
