/// A scale from which stretches are left out, each replaced by a small gap.
package struct BrokenScale: Scale {
  private let scale: any Scale
  /// Ascending, from 0 to 1.
  private let knots: [Knot]
  package let gaps: [ClosedRange<Double>]

  /// A fraction of the whole scale, and where it lies on the broken one.
  private struct Knot {
    var whole: Double
    var broken: Double
  }

  /// How much of the axis a gap takes.
  private static let gap = 0.04

  /// Leaves out the breaks, which ascend, are disjoint and lie inside the domain.
  package init(_ scale: any Scale, breaks: [ClosedRange<Double>]) {
    self.scale = scale
    let hidden = breaks.map { scale.fraction(of: $0.lowerBound)...scale.fraction(of: $0.upperBound) }
    let shown = 1 - hidden.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    let stretch = (1 - Self.gap * Double(breaks.count)) / shown
    var knots = [Knot(whole: 0, broken: 0)]
    var gaps: [ClosedRange<Double>] = []
    for part in hidden {
      let last = knots[knots.count - 1]
      let start = last.broken + (part.lowerBound - last.whole) * stretch
      knots += [
        Knot(whole: part.lowerBound, broken: start), Knot(whole: part.upperBound, broken: start + Self.gap),
      ]
      gaps.append(start...start + Self.gap)
    }
    self.knots = knots + [Knot(whole: 1, broken: 1)]
    self.gaps = gaps
  }

  package var domain: ClosedRange<Double> { scale.domain }

  package func fraction(of value: Double) -> Double {
    map(scale.fraction(of: value), from: { $0.whole }, to: { $0.broken })
  }

  package func value(at fraction: Double) -> Double {
    scale.value(at: map(fraction, from: { $0.broken }, to: { $0.whole }))
  }

  /// Linear between the knots, and beyond them as between the nearest two.
  private func map(_ place: Double, from: (Knot) -> Double, to: (Knot) -> Double) -> Double {
    let next = knots.dropLast().lastIndex { from($0) <= place } ?? 0
    let (start, end) = (knots[next], knots[next + 1])
    let share = (place - from(start)) / (from(end) - from(start))
    return to(start) + share * (to(end) - to(start))
  }

  /// One step on all parts, as fine as if the whole axis were as stretched as they are.
  package func ticks(_ wish: TickWish) -> Ticks {
    let stretch = (knots[1].broken - knots[0].broken) / max(knots[1].whole - knots[0].whole, 1e-9)
    var finer = wish
    finer.count = Int(min(Double(wish.count) * max(stretch, 1), 1000))
    while true {
      let ticks = shown(scale.ticks(finer))
      if ticks.named.count <= max(wish.count, 3) || finer.count <= wish.count { return ticks }
      finer.count = max(finer.count * 3 / 4, wish.count)
    }
  }

  package func ticks(every step: Double) -> Ticks? { scale.ticks(every: step).map(shown) }

  private func shown(_ ticks: Ticks) -> Ticks {
    var ticks = ticks
    ticks.named.removeAll { !shows($0.value) }
    ticks.minor.removeAll { !shows($0) }
    return ticks
  }
}
