import Geometry

/// A brace, bracket or parenthesis over a stretch of the page, from one end to the other.
struct BraceShape {
  /// How it is drawn.
  enum Style: Hashable, Sendable {
    case brace
    case bracket
    case parenthesis
  }

  let style: Style
  let start: Point
  let end: Point
  /// Towards the label: of length 1, across the line from start to end.
  let side: Vector
  /// How far the tip lies from the line between the ends.
  let depth: Double

  private var length: Double { (end - start).length }

  /// The middle, at which the label stands.
  var tip: Point { place(Place(length / 2, depth)) }

  /// Places that a line through the shape visits, for what keeps clear of it.
  var spine: [Point] {
    let arm = style == .brace ? depth / 2 : depth
    return [
      (0.0, 0.0), (0, arm), (length / 2, arm), (length / 2, depth), (length / 2, arm), (length, arm),
      (length, 0),
    ]
    .map { place(Place($0.0, $0.1)) }
  }

  /// What is filled: `width` points wide where it is widest, thin at the ends and at the tip, as a pen draws it.
  func outline(width: Double) -> Path {
    switch style {
    case .brace: brace(width: width)
    case .parenthesis: parenthesis(width: width)
    case .bracket: bracket(width: width)
    }
  }

  // The middle line is that of the decoration `brace` of PGF/TikZ (manual of 3.1, section 50.5), which leaves the ends
  // and reaches the tip at a slope of 2; the width swells towards the arms, as in its `calligraphic brace`.
  private func brace(width: Double) -> Path {
    let (middle, a) = (length / 2, depth)
    let reach = min(1.25 * a, middle / 2)
    let thin = min(width, a) * Self.thinness / 2
    let thick = min(width, a) / 2
    let slope = Vector(x: 0.15 * reach, y: 0.3 * a).normalized
    let across = slope.quarterTurn * thin
    // As far below the tip as makes both halves as thin there as at their ends.
    let notch = a - min(2 * thin / max(slope.x, 0.1), 0.4 * a)
    let outer = Edge(
      from: Place(across.x, across.y),
      [
        [
          Place(0.15 * reach + across.x, 0.3 * a + across.y), Place(0.5 * reach, 0.5 * a + thick),
          Place(reach, 0.5 * a + thick),
        ],
        [Place(middle - reach, 0.5 * a + thick)],
        [
          Place(middle - 0.5 * reach, 0.5 * a + thick), Place(middle - 0.15 * reach, 0.7 * a + thin),
          Place(middle, a),
        ],
      ])
    let inner = Edge(
      from: Place(-across.x, -across.y),
      [
        [
          Place(0.15 * reach - across.x, 0.3 * a - across.y), Place(0.5 * reach, 0.5 * a - thick),
          Place(reach, 0.5 * a - thick),
        ],
        [Place(middle - reach, 0.5 * a - thick)],
        [
          Place(middle - 0.5 * reach, 0.5 * a - thick), Place(middle - 0.15 * reach, 0.7 * a - 2 * thin),
          Place(middle, notch),
        ],
      ])
    return symmetric(outer, inner, cap: slope * (-4 / 3 * thin))
  }

  /// An arc, thickest in the middle.
  private func parenthesis(width: Double) -> Path {
    let (middle, a) = (length / 2, depth)
    let thick = min(width, a)
    let thin = thick * Self.thinness / 2
    let slope = Vector(x: 0.12 * length, y: 0.7 * a).normalized
    let across = slope.quarterTurn * thin
    func edge(_ sign: Double, _ top: Double) -> Edge {
      let start = Place(sign * across.x, sign * across.y)
      let bend = Place(start.u + 0.12 * length, start.v + 0.7 * top)
      return Edge(from: start, [[bend, Place(0.3 * length, top), Place(middle, top)]])
    }
    return symmetric(edge(1, a), edge(-1, a - thick), cap: slope * (-4 / 3 * thin))
  }

  /// Three straight lines of one width; the outer edge of the long one lies at the depth.
  private func bracket(width: Double) -> Path {
    let (half, inner) = (width / 2, max(depth - width, 0))
    let corners = [
      (-half, 0), (-half, depth), (length + half, depth), (length + half, 0), (length - half, 0),
      (length - half, inner), (half, inner), (half, 0),
    ]
    return Path(polyline: corners.map { place(Place($0.0, $0.1)) }, closed: true)
  }

  /// How wide a pen draws the ends and the tip, as a share of the arms.
  private static let thinness = 0.45
}

/// The way along the line between the ends (`u`), and across it towards the tip (`v`).
private struct Place {
  var u: Double
  var v: Double

  init(_ u: Double, _ v: Double) {
    self.u = u
    self.v = v
  }
}

/// One edge of the left half of a shape: lines (one place each) and cubics (three).
private struct Edge {
  var start: Place
  var segments: [[Place]]

  init(from start: Place, _ segments: [[Place]]) {
    self.start = start
    self.segments = segments
  }

  var end: Place { segments.last?.last ?? start }

  var reversed: Edge {
    var points = [start]
    for segment in segments { points += segment }
    var backwards: [[Place]] = []
    var next = points.count - 1
    for segment in segments.reversed() {
      backwards.append(points[next - segment.count..<next].reversed())
      next -= segment.count
    }
    return Edge(from: end, backwards)
  }

  func mirrored(_ length: Double) -> Edge {
    let turn = { (place: Place) in Place(length - place.u, place.v) }
    return Edge(from: turn(start), segments.map { $0.map(turn) })
  }
}

extension BraceShape {
  fileprivate func place(_ place: Place) -> Point {
    start + (end - start).normalized * place.u + side * place.v
  }

  /// The outline that belongs to both edges of its left half, which meet in the middle; its ends are round.
  ///
  /// `cap` is how far, and where to, the control points of the left end reach out.
  fileprivate func symmetric(_ outer: Edge, _ inner: Edge, cap: Vector) -> Path {
    var path = Path()
    path.move(to: place(outer.start))
    append(outer, to: &path)
    append(outer.mirrored(length).reversed, to: &path)
    appendCap(from: outer.mirrored(length).start, to: inner.mirrored(length).start, -cap.x, cap.y, &path)
    append(inner.mirrored(length), to: &path)
    append(inner.reversed, to: &path)
    appendCap(from: inner.start, to: outer.start, cap.x, cap.y, &path)
    path.close()
    return path
  }

  private func append(_ edge: Edge, to path: inout Path) {
    for segment in edge.segments {
      if segment.count == 3 {
        path.curve(to: place(segment[2]), place(segment[0]), place(segment[1]))
      } else if let next = segment.last {
        path.line(to: place(next))
      }
    }
  }

  private func appendCap(from start: Place, to end: Place, _ u: Double, _ v: Double, _ path: inout Path) {
    path.curve(to: place(end), place(Place(start.u + u, start.v + v)), place(Place(end.u + u, end.v + v)))
  }
}
