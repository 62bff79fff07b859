import Diagnostics
import Drawing
import Formulas
import Geometry

/// One axis, its names set for a certain length.
struct AxisLayout {
  /// On which side of the frame the axis stands, if it stands at an edge.
  enum Side: Hashable, Sendable {
    case bottom
    case left
    case top
    case right

    var isHorizontal: Bool { self == .bottom || self == .top }
  }

  let axis: EvaluatedAxis
  var side: Side
  private(set) var ticks: [(value: Double, block: TextBlock)] = []
  private(set) var minorTicks: [Double] = []
  /// What all names leave out.
  private(set) var offset: TextBlock?
  /// Of line, ticks and names.
  let color: Color
  /// Broken into lines where it is longer than the axis.
  private(set) var label: TextBlock?

  /// Sets at most `count` names, fewer where they would touch each other; `color` replaces the usual quiet one.
  init(
    _ axis: EvaluatedAxis, _ side: Side, length: Double, wish: TickWish, color: Color? = nil, press: Press
  ) {
    self.axis = axis
    self.side = side
    self.color = color ?? press.theme.quietInk
    label = axis.label.map {
      press.typeset($0, size: press.canvas.type.label, within: length, color: color, alignment: .center)
    }
    var wish = wish
    if let count = axis.tickCount { wish.count = count }
    set(axis.ticks(wish), press)
    // Long names, such as those of near-equal values, leave room for fewer.
    while wish.count > 3, !axis.hasFixedTicks, hasCollisions(length, press) {
      wish.count = wish.count > 6 ? wish.count * 3 / 4 : wish.count - 1
      set(axis.ticks(wish), press)
    }
    if axis.mayDropNames {
      dropCollidingNames(length, press)
    } else {
      staggerCollidingNames(length, press)
    }
    if !axis.showsNames { hideNames() }
  }

  /// Sets these ticks instead, such as those at the step of another axis.
  mutating func set(_ ticks: Ticks, _ press: Press) {
    let type = press.canvas.type
    let (size, ink) = axis.hasNames ? (type.label, press.theme.ink) : (type.tick, color)
    self.ticks = ticks.named.compactMap { tick in
      press.typeset(name: tick.text, size: size, color: ink).map { (tick.value, $0) }
    }
    minorTicks = ticks.minor
    offset = ticks.offset.flatMap {
      press.typeset(name: LocatedText($0), size: type.tick, color: color)
    }
  }

  /// Sets other words where the label stands; returns what is too large for its place.
  mutating func replaceLabel(by words: [SourceLocation: Label], _ press: Press) -> [Diagnostic] {
    guard let old = label, let new = press.typeset(words, insteadOf: old) else { return [] }
    label = new
    // Along the axis there is room, and words that are longer than it are broken.
    return [new.complaint(insteadOf: old, isBounded: !side.isHorizontal)].compactMap(\.self)
  }

  /// Leaves the ticks where a neighbor that shares the scale names them.
  private mutating func hideNames() {
    let nothing = TextBlock(width: 0, ascent: 0, descent: 0, ink: .zero, items: [], source: "")
    ticks = ticks.map { ($0.value, nothing) }
    offset = nil
  }

  /// Whether two names are closer than they may be.
  private func touches(
    _ one: (value: Double, block: TextBlock), _ next: (value: Double, block: TextBlock),
    _ length: Double, _ press: Press
  ) -> Bool {
    let distance = abs(axis.scale.fraction(of: next.value) - axis.scale.fraction(of: one.value)) * length
    let gap = press.canvas.type.tick * (side.isHorizontal ? 0.5 : 0.25)
    let extent =
      side.isHorizontal
      ? (one.block.width + next.block.width) / 2 : (one.block.ink.height + next.block.ink.height) / 2
    return distance < extent + gap
  }

  func hasCollisions(_ length: Double, _ press: Press) -> Bool {
    zip(ticks, ticks.dropFirst()).contains { touches($0, $1, length, press) }
  }

  /// Where ticks are crowded, some stay without a name: of equal steps every second, every third and so on, else
  /// those that follow their neighbor too closely, as on a root scale near its end.
  private mutating func dropCollidingNames(_ length: Double, _ press: Press) {
    let all = ticks
    var stride = 1
    while axis.scale.isLinear, hasCollisions(length, press), stride < all.count {
      stride += 1
      let anchor = all.firstIndex { $0.value == 0 } ?? 0
      ticks = all.enumerated().filter { ($0.offset - anchor) % stride == 0 }.map(\.element)
    }
    var kept: [(value: Double, block: TextBlock)] = []
    for tick in ticks {
      if let last = kept.last, touches(last, tick, length, press) { continue }
      kept.append(tick)
    }
    ticks = kept
    let named = Set(kept.map(\.value))
    minorTicks = (minorTicks + all.map(\.value).filter { !named.contains($0) }).sorted()
  }

  /// Where names that the scene chose are crowded, neighbors stand in different rows.
  private mutating func staggerCollidingNames(_ length: Double, _ press: Press) {
    guard side.isHorizontal, hasCollisions(length, press) else { return }
    let sorted = ticks.sorted { axis.scale.fraction(of: $0.value) < axis.scale.fraction(of: $1.value) }
    let rows = (2...3).first { rows in
      !zip(sorted, sorted.dropFirst(rows)).contains { touches($0, $1, length, press) }
    }
    guard let rows else { return }
    ticks = sorted
    let height = tallest
    for index in ticks.indices {
      let shift = Double(index % rows) * height
      // Names hang on the axis by their ascent, and stand on it by their descent.
      if side == .bottom { ticks[index].block.ascent += shift } else { ticks[index].block.descent += shift }
    }
  }

  var widest: Double { ticks.map(\.block.width).max() ?? 0 }
  var tallest: Double { ticks.map { $0.block.ascent + $0.block.descent }.max() ?? 0 }

  /// The coordinate along the axis, on the page.
  func place(_ value: Double, in frame: Rect) -> Double {
    let fraction = axis.scale.fraction(of: value)
    return side.isHorizontal ? frame.minX + fraction * frame.width : frame.maxY - fraction * frame.height
  }

  /// The stretches of the page that its breaks take, from the lower coordinate to the higher.
  func gaps(in frame: Rect) -> [ClosedRange<Double>] {
    axis.scale.gaps.map { gap in
      side.isHorizontal
        ? ClosedRange(
          between: frame.minX + gap.lowerBound * frame.width, and: frame.minX + gap.upperBound * frame.width)
        : ClosedRange(
          between: frame.maxY - gap.upperBound * frame.height, and: frame.maxY - gap.lowerBound * frame.height
        )
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The point at a coordinate along the axis, some way outward from its line.
  func point(_ along: Double, outward: Double, from line: Double) -> Point {
    switch side {
    case .bottom: Point(x: along, y: line + outward)
    case .top: Point(x: along, y: line - outward)
    case .left: Point(x: line - outward, y: along)
    case .right: Point(x: line + outward, y: along)
    }
  }

  /// Where a name stands whose nearer edge is `outward` from the line.
  func origin(of block: TextBlock, at along: Double, outward: Double, from line: Double) -> Point {
    switch side {
    case .bottom: Point(x: along - block.width / 2, y: line + outward + block.ascent)
    case .top: Point(x: along - block.width / 2, y: line - outward - block.descent)
    case .left: Point(x: line - outward - block.width, y: along - block.ink.midY)
    case .right: Point(x: line + outward, y: along - block.ink.midY)
    }
  }
}

extension ClosedRange<Double> {
  /// The range between two finite numbers, whichever is larger: a page may leave a frame no room at all.
  init(between one: Double, and other: Double) { self = Swift.min(one, other)...Swift.max(one, other) }

  /// What is left of it without the gaps, which ascend.
  func pieces(without gaps: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var pieces: [ClosedRange<Double>] = []
    var start = lowerBound
    for gap in gaps where gap.upperBound > lowerBound && gap.lowerBound < upperBound {
      if start < gap.lowerBound { pieces.append(start...gap.lowerBound) }
      start = Swift.max(start, gap.upperBound)
    }
    if start < upperBound { pieces.append(start...upperBound) }
    return pieces
  }
}
