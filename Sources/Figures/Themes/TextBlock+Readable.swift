import Drawing
import Geometry

extension TextBlock {
  /// The block with the colors that its label names outright, such as `\color{yellow}`, as far mixed with the
  /// ink as it takes to read them; on a colored box letters that cannot be read become black or white.
  ///
  /// `usual` are colors that the theme has chosen itself.
  func readable(in theme: Theme, usual: [Color]) -> TextBlock {
    guard items.contains(where: { $0.hasColor(besides: usual) }) else { return self }
    var block = self
    var painter = ReadablePainter(theme: theme)
    block.items = painter.painted(items, .identity)
    return block
  }
}

/// Paints items anew, one after another, and remembers the boxes on which later ones stand.
private struct ReadablePainter {
  let theme: Theme
  private var boxes: [(rect: Rect, color: Color)] = []

  init(theme: Theme) { self.theme = theme }

  mutating func painted(_ items: [DisplayItem], _ map: Transform) -> [DisplayItem] {
    items.map { item in
      switch item {
      case .path(let path, let fill, let stroke):
        // A box stays what it is, a rule is read like letters.
        let box = path.controlBox.map(map.apply)
        let isBox = path.isBox
        let color = fill.map { isBox ? theme.shown($0) : readable($0, at: box?.center) }
        if let box, let color, isBox { boxes.append((box, color)) }
        var line = stroke
        line?.color = readable(stroke?.color ?? theme.ink, at: box?.center)
        return .path(path, fill: color, stroke: line)
      case .glyphs(var run, let origin):
        run.color = readable(run.color, at: map.apply(origin))
        return .glyphs(run, at: origin)
      case .image: return item
      case .group(var group):
        group.items = painted(group.items, group.transform.then(map))
        return .group(group)
      }
    }
  }

  private func readable(_ color: Color, at place: Point?) -> Color {
    let color = theme.shown(color)
    guard let place, let box = boxes.last(where: { $0.rect.contains(place) })?.color else {
      return theme.readable(color)
    }
    if color.contrast(to: box) >= Contrast.text { return color }
    return Color.black.contrast(to: box) > Color.white.contrast(to: box) ? .black : .white
  }
}

extension DisplayItem {
  /// Whether anything of it is painted in another color.
  fileprivate func hasColor(besides usual: [Color]) -> Bool {
    switch self {
    case .path(_, let fill, let stroke):
      [fill, stroke?.color].contains { color in color.map { !usual.contains($0) } ?? false }
    case .glyphs(let run, _): !usual.contains(run.color)
    case .image: false
    case .group(let group): group.items.contains { $0.hasColor(besides: usual) }
    }
  }
}

extension Path {
  /// Whether it is an upright rectangle on which letters may stand, and no rule or sign.
  var isBox: Bool {
    guard 4...5 ~= points.count, verbs.allSatisfy({ $0 != .curve }), let box = controlBox else {
      return false
    }
    let isUpright = points.allSatisfy {
      ($0.x == box.minX || $0.x == box.maxX) && ($0.y == box.minY || $0.y == box.maxY)
    }
    return isUpright && min(box.width, box.height) > 3
  }
}
