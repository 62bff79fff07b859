import Drawing
import Geometry

/// Finds where items may leave ink: never less than they do.
struct InkTracer {
  private let size: PixelSize
  private let page: Rect
  private let toPixels: Transform
  private var spans: [Ink.Span]
  /// What the items may paint on, in pixels.
  private var bounds: Rect
  /// Whether what is added are edges, between which there is ink too; they count even beside the bounds.
  private var isFilling = false

  /// Antialiasing, rounding and the points that are left out of straight runs, in pixels.
  private static let margin = 2.0
  /// Of longer paths, and of curves, only the box is looked at.
  private static let longPath = 1024

  init(_ page: PixelPage) {
    size = page.size
    toPixels = .scale(page.pixelsPerPoint, page.pixelsPerPoint)
    self.page = Rect(minX: 0, minY: 0, maxX: Double(size.width), maxY: Double(size.height))
    bounds = self.page
    spans = Ink(height: size.height).spans
  }

  /// The ink of an item.
  static func ink(of item: FrameItem, on page: PixelPage) -> Ink {
    var tracer = InkTracer(page)
    var map = tracer.toPixels
    for group in item.groups {
      map = group.transform.then(map)
      tracer.clip(to: group.clip, map)
    }
    tracer.add(item.item, map)
    let first = tracer.spans.firstIndex { !$0.isEmpty } ?? 0
    let last = tracer.spans.lastIndex { !$0.isEmpty } ?? first - 1
    return Ink(firstStrip: first, tracer.spans[first..<last + 1])
  }

  private mutating func clip(to path: Path?, _ map: Transform) {
    // A clip that is not of finite points is not relied on.
    guard let path, !path.isEmpty, let box = path.pixelBox(map) else { return }
    bounds = bounds.intersection(box.outset(by: Self.margin))
  }

  private mutating func add(_ item: DisplayItem, _ map: Transform) {
    switch item {
    case .path(let path, let fill, let stroke): add(path, isFilled: fill != nil, stroke, map)
    case .glyphs(let run, let origin): add(run, origin, map)
    case .image(_, let frame): add(Path(frame), isFilled: true, nil, map)
    case .group(let group):
      guard group.transform.ifInvertible != nil else { return }
      let (outer, inside) = (bounds, group.transform.then(map))
      clip(to: group.clip, inside)
      for item in group.items { add(item, inside) }
      bounds = outer
    }
  }

  private mutating func add(_ run: GlyphRun, _ origin: Point, _ map: Transform) {
    for glyph in run.glyphs where !glyph.outline.isEmpty {
      let place = Vector(x: origin.x + glyph.origin.x, y: origin.y + glyph.origin.y)
      let toPixels = Transform(a: run.size, b: 0, c: 0, d: run.size, tx: place.x, ty: place.y).then(map)
      guard let box = glyph.outline.pixelBox(toPixels) else { return addEverything() }
      add(box.outset(by: Self.margin))
    }
  }

  private mutating func add(_ path: Path, isFilled: Bool, _ stroke: Stroke?, _ map: Transform) {
    guard !path.isEmpty else { return }
    guard let box = path.pixelBox(map) else { return addEverything() }
    let margin = Self.margin + (stroke.map { $0.reach(map) } ?? 0)
    guard path.verbs.count <= Self.longPath, !path.verbs.contains(.curve) || isFilled == false else {
      return add(box.outset(by: margin))
    }
    trace(path, isFilled: isFilled, margin, map)
  }

  /// Piece after piece; what is filled lies between its edges, row for row, and between the closing ones.
  private mutating func trace(_ path: Path, isFilled: Bool, _ margin: Double, _ map: Transform) {
    isFilling = isFilled
    defer { isFilling = false }
    var next = 0
    var (start, pen) = (map.apply(path.points[0]), map.apply(path.points[0]))
    for verb in path.verbs {
      let points = path.points[next..<next + verb.pointCount].map(map.apply)
      next += verb.pointCount
      switch verb {
      case .move:
        if isFilled { add(pen, start, margin) }
        start = points[0]
        pen = start
        // A dot, if it has round ends.
        add(start, start, margin)
      case .line: add(pen, points[0], margin)
      case .curve: add((Rect(around: points + [pen]) ?? page).outset(by: margin))
      case .close:
        add(pen, start, margin)
        pen = start
      }
      pen = points.last ?? pen
    }
    if isFilled { add(pen, start, margin) }
  }

  /// Everything as near to a line as the margin, strip for strip.
  private mutating func add(_ from: Point, _ to: Point, _ margin: Double) {
    let box = (Rect(around: [from, to]) ?? page).outset(by: margin)
    guard box.height > Double(2 * Ink.stripHeight) + 2 * margin else { return add(box) }
    let (top, bottom) = from.y < to.y ? (from, to) : (to, from)
    let rows = max(box.minY, bounds.minY)..<max(max(box.minY, bounds.minY), min(box.maxY, bounds.maxY))
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    var y = (rows.lowerBound / Double(Ink.stripHeight)).rounded(.down) * Double(Ink.stripHeight)
    while y < rows.upperBound {
      let end = y + Double(Ink.stripHeight)
      let (first, last) = (max(y - margin, top.y), min(end + margin, bottom.y))
      if first <= last {
        let (a, b) = (top.x + slope * (first - top.y), top.x + slope * (last - top.y))
        add(Rect(minX: min(a, b) - margin, minY: y, maxX: max(a, b) + margin, maxY: end))
      }
      y = end
    }
  }

  private mutating func addEverything() { add(page) }

  private mutating func add(_ box: Rect) {
    guard isFilling || box.minX < bounds.maxX && box.maxX > bounds.minX else { return }
    var box = box
    box.minX = min(max(box.minX, bounds.minX), bounds.maxX)
    box.maxX = min(max(box.maxX, bounds.minX), bounds.maxX)
    box.minY = max(box.minY, bounds.minY)
    box.maxY = min(box.maxY, bounds.maxY)
    guard box.minY < box.maxY, bounds.minX < bounds.maxX else { return }
    let span = Ink.Span(first: Int32(box.minX.rounded(.down)), end: Int32(box.maxX.rounded(.up)))
    let height = Double(Ink.stripHeight)
    let last = min(Int((box.maxY / height).rounded(.up)), spans.count)
    for strip in Int((box.minY / height).rounded(.down))..<last { spans[strip].unite(span) }
  }
}

extension Stroke {
  /// How far from its path a line may be inked, in pixels.
  fileprivate func reach(_ map: Transform) -> Double {
    // Corners reach ten half widths, which is Cairo's limit; square ends √2 of one.
    let halfWidths = join == .miter ? 10 : 1.5
    // Not less than the map enlarges anything.
    let scale = (map.a * map.a + map.b * map.b + map.c * map.c + map.d * map.d).squareRoot()
    let reach = width / 2 * halfWidths * scale
    return reach > 0 && reach < 1e6 ? reach : 1e6
  }
}

extension Path {
  /// The box around all points on the page; `nil` if one of them is not there to be found.
  fileprivate func pixelBox(_ map: Transform) -> Rect? {
    var (low, high) = (SIMD2(repeating: Double.infinity), SIMD2(repeating: -Double.infinity))
    var isFinite = true
    points.withUnsafeBufferPointer { points in
      for point in points {
        let place = SIMD2(point.x, point.y)
        // Zero, and not a number for infinities.
        isFinite = isFinite && (place - place).sum() == 0
        low = pointwiseMin(low, place)
        high = pointwiseMax(high, place)
      }
    }
    guard isFinite, low.x <= high.x else { return nil }
    let box = map.apply(Rect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y))
    guard [box.minX, box.minY, box.maxX, box.maxY].allSatisfy({ abs($0) < 1e9 }) else { return nil }
    return box
  }
}
