import Drawing
import Formulas
import Geometry

/// A filled circle with a number, for pictures that are read step by step.
struct Badge {
  private let words: TextBlock
  private let color: Color
  private let ground: Color
  private let line: Double
  /// In points, the rim of the ground's color not counted.
  let radius: Double

  init(_ label: Label, color: Color, on panel: Panel) {
    let (theme, press) = (panel.theme, panel.press)
    let size = panel.canvas.type.tick
    self.color = color
    ground = theme.ground
    line = panel.canvas.lines.thin
    // On the badge, whichever can be read better.
    let ink = theme.ground.contrast(to: color) >= theme.ink.contrast(to: color) ? theme.ground : theme.ink
    words = press.typesetter.typeset(
      label, in: TextStyle(size: size, color: ink, weight: .bold, fonts: press.fonts))
    radius = max(size * 0.78, words.ink.width / 2 + size * 0.3)
  }

  /// How far it reaches around its point.
  var reach: Double { radius + line }

  func draw(at center: Point, into list: inout DisplayList) {
    list.append(circle(around: center))
    list.draw(words, at: Point(x: center.x - words.ink.midX, y: center.y - words.ink.midY))
  }

  private func circle(around center: Point) -> DisplayItem {
    .path(Path(circle: center, radius: radius), fill: color, stroke: Stroke(ground, width: 2 * line))
  }

  /// As a label, for one that has no room on its point.
  var block: TextBlock {
    let ink = Rect(minX: -radius, minY: -radius, maxX: radius, maxY: radius)
    var block = words
    block.items = [
      circle(around: .zero),
      .group(
        DisplayGroup(
          words.items, transform: .translation(Vector(x: -words.ink.midX, y: -words.ink.midY)),
          label: words.source, location: words.location)),
    ]
    (block.ink, block.width, block.ascent, block.descent) = (ink, 2 * radius, radius, radius)
    return block
  }
}
