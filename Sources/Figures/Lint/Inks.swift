import Diagnostics
import Drawing
import Geometry

/// What is painted on a page, taken out of its groups.
struct Inks {
  private(set) var texts: [PaintedText] = []
  private(set) var shapes: [PaintedShape] = []
  /// Counts items in painting order.
  private var count = 0

  init(_ list: DisplayList) {
    for item in list.items { add(item, .identity, clip: nil, opacity: 1) }
  }

  /// The same with a place for every text that has none of its own.
  func located(_ place: (PaintedText) -> SourceLocation) -> Inks {
    var inks = self
    for index in texts.indices where texts[index].location == nil {
      inks.texts[index].location = place(texts[index])
    }
    return inks
  }

  private mutating func add(_ item: DisplayItem, _ map: Transform, clip: Rect?, opacity: Double) {
    count += 1
    switch item {
    case .path(let path, let fill, let stroke):
      shapes.append(
        PaintedShape(
          lines: path.transformed(by: map).flattened, fill: fill?.opacity(opacity), stroke: stroke,
          clip: clip, order: count))
    case .glyphs, .image: break
    case .group(let group):
      let map = group.transform.then(map)
      let cut = group.clip?.controlBox.map(map.apply)
      let clip = clip.map { $0.intersection(cut ?? $0) } ?? cut
      let opacity = opacity * group.opacity
      guard let source = group.label else {
        for item in group.items { add(item, map, clip: clip, opacity: opacity) }
        return
      }
      var text = PaintedText(source: source, location: group.location, clip: clip, order: count)
      for item in group.items { text.add(item, map, opacity: opacity) }
      texts.append(text)
    }
  }
}

/// A label or listing on the page.
struct PaintedText {
  /// A stretch of it in one font, size and color, or a rule.
  struct Run {
    /// The upright box around it.
    var box: Rect
    /// The box around it along its own line, in coordinates turned with that.
    var ownBox: Rect
    /// From the page to those coordinates.
    var turn: Transform
    var color: Color
    /// `nil` for rules and other shapes.
    var size: Double?
    /// A few points of its letters' outlines.
    var samples: [Point]

    /// Whether it shares more than a touch with another (separating axes of both boxes).
    func overlaps(_ other: Run) -> Bool {
      box.inset(by: 0.25).intersects(other.box.inset(by: 0.25))
        && ownBox.inset(by: 0.25).intersects(turn.apply(other.ownCorners))
        && other.ownBox.inset(by: 0.25).intersects(other.turn.apply(ownCorners))
    }

    /// The corners of its own box on the page.
    private var ownCorners: [Point] {
      let back = Transform(a: turn.a, b: turn.c, c: turn.b, d: turn.d, tx: 0, ty: 0)
      return Path(ownBox).points.map(back.apply)
    }
  }

  var source: String
  var location: SourceLocation?
  var clip: Rect?
  var order: Int
  private(set) var runs: [Run] = []
  /// Colored boxes of its own, on which its letters stand.
  private(set) var boxes: [(rect: Rect, color: Color)] = []

  init(source: String, location: SourceLocation?, clip: Rect?, order: Int) {
    self.source = source
    self.location = location
    self.clip = clip
    self.order = order
  }

  /// The box around all of it; `nil` without ink.
  var box: Rect? {
    runs.dropFirst().reduce(runs.first?.box) { box, run in box.map { $0.union(run.box) } }
  }

  /// How messages call it: the first words of its source, on one line.
  var name: String {
    let line = source.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(38) + "…"
  }

  fileprivate mutating func add(_ item: DisplayItem, _ map: Transform, opacity: Double) {
    switch item {
    case .path(let path, let fill, let stroke):
      // Bands behind words of a listing are pale grounds of the text itself.
      guard let color = fill ?? stroke?.color, color.alpha > 0.5, let box = path.controlBox else { return }
      if fill != nil, path.isBox { boxes.append((map.apply(box), color.opacity(opacity))) }
      let corners = [Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.maxY)]
      let turn = map.turnBack
      runs.append(
        Run(
          box: map.apply(box), ownBox: map.then(turn).apply(box), turn: turn, color: color.opacity(opacity),
          size: nil, samples: corners.map(map.apply)))
    case .glyphs(let run, let origin): add(run, at: origin, map, opacity: opacity)
    case .image: break
    case .group(let group):
      for item in group.items { add(item, group.transform.then(map), opacity: opacity * group.opacity) }
    }
  }

  private mutating func add(_ run: GlyphRun, at origin: Point, _ map: Transform, opacity: Double) {
    var (box, ownBox): (Rect?, Rect?)
    var samples: [Point] = []
    let turn = map.turnBack
    for glyph in run.glyphs {
      guard let outline = glyph.outline.controlBox, let first = glyph.outline.points.first else { continue }
      let place = Transform(
        a: run.size, b: 0, c: 0, d: run.size, tx: origin.x + glyph.origin.x, ty: origin.y + glyph.origin.y
      ).then(map)
      let ink = place.apply(outline)
      box = box?.union(ink) ?? ink
      let ownInk = place.then(turn).apply(outline)
      ownBox = ownBox?.union(ownInk) ?? ownInk
      if samples.count < 8 { samples.append(place.apply(first)) }
    }
    guard let box, let ownBox else { return }
    runs.append(
      Run(
        box: box, ownBox: ownBox, turn: turn, color: run.color.opacity(opacity), size: run.size,
        samples: samples))
  }
}

/// A shape on the page that belongs to no text.
struct PaintedShape {
  /// Its subpaths as polylines.
  var lines: [Polyline]
  var fill: Color?
  var stroke: Stroke?
  var clip: Rect?
  var order: Int

  struct Polyline: Hashable {
    var points: [Point]
    var isClosed: Bool
    var box: Rect
  }
}

extension Transform {
  /// The turn that makes lines of text level again, around the page's origin.
  fileprivate var turnBack: Transform {
    let length = (a * a + b * b).squareRoot()
    guard b != 0, length > 0, length.isFinite else { return .identity }
    let (cosine, sine) = (a / length, b / length)
    return Transform(a: cosine, b: -sine, c: sine, d: cosine, tx: 0, ty: 0)
  }

  /// The upright box around the images of points.
  fileprivate func apply(_ points: [Point]) -> Rect { Rect(around: points.map(apply)) ?? .zero }
}

extension Path {
  /// Its subpaths, curves as a few chords each; undefined points are left out.
  fileprivate var flattened: [PaintedShape.Polyline] {
    var lines: [(points: [Point], isClosed: Bool)] = []
    var next = 0
    for verb in verbs {
      let points = points[next..<next + verb.pointCount]
      next += verb.pointCount
      switch verb {
      case .move: lines.append((Array(points), false))
      case .line where !lines.isEmpty: lines[lines.count - 1].points += points
      case .curve where !lines.isEmpty:
        guard let start = lines[lines.count - 1].points.last else { continue }
        lines[lines.count - 1].points += chords(from: start, Array(points))
      case .close where !lines.isEmpty: lines[lines.count - 1].isClosed = true
      case .line, .curve, .close: break
      }
    }
    return lines.compactMap { line in
      let points = line.points.filter(\.isFinite)
      return Rect(around: points).map {
        PaintedShape.Polyline(points: points, isClosed: line.isClosed, box: $0)
      }
    }
  }
}

/// Points of a cubic curve after its start.
private func chords(from start: Point, _ controls: [Point]) -> [Point] {
  guard controls.count == 3 else { return controls }
  return (1...6).map { step in
    let t = Double(step) / 6
    let a = start.interpolated(to: controls[0], t)
    let b = controls[0].interpolated(to: controls[1], t)
    let c = controls[1].interpolated(to: controls[2], t)
    return a.interpolated(to: b, t).interpolated(to: b.interpolated(to: c, t), t)
  }
}
