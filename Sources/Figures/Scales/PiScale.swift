/// A linear scale with ticks at multiples of π, written as fractions of it: for angles.
package struct PiScale: UniformScale {
  package static let kind = ScaleKind(isLinear: true) { domain, _ in PiScale(domain) }

  package let linear: LinearScale

  package init(_ domain: ClosedRange<Double>) { linear = LinearScale(domain) }

  /// A step of `numerator/denominator` times π.
  private struct Step: Hashable {
    var numerator: Int
    var denominator: Int

    var size: Double { Double(numerator) * .pi / Double(denominator) }

    func value(of multiple: Int) -> Double { Double(multiple * numerator) * .pi / Double(denominator) }

    func name(of multiple: Int) -> String {
      var (above, below) = (abs(multiple * numerator), denominator)
      if above == 0 { return "0" }
      while above.isMultiple(of: 2), below.isMultiple(of: 2) { (above, below) = (above / 2, below / 2) }
      while above.isMultiple(of: 3), below.isMultiple(of: 3) { (above, below) = (above / 3, below / 3) }
      let sign = multiple < 0 ? "-" : ""
      let top = above == 1 ? "\\pi" : "\(above)\\pi"
      return below == 1 ? "$\(sign)\(top)$" : "$\(sign)\\dfrac{\(top)}{\(below)}$"
    }
  }

  /// Simplest first; halves and quarters before thirds, which go with sixths.
  private static let steps = [
    (1, 1), (1, 2), (2, 1), (1, 4), (1, 3), (1, 6), (4, 1), (5, 1), (10, 1), (1, 12),
  ]
  .map { Step(numerator: $0.0, denominator: $0.1) }

  package func ticks(_ wish: TickWish) -> Ticks {
    var search = TickSearch<(Step, ClosedRange<Int>)>(domain, atMost: wish.count)
    for (rank, step) in Self.steps.enumerated() {
      guard let inside = domain.multiples(of: step.size), inside.count > 2 else { continue }
      search.offer((step, inside), size: step.size, rank: Double(rank) / 9, inside)
    }
    guard let (step, multiples) = search.best else { return decimalTicks(wish) }
    return ticks(step, multiples)
  }

  private func ticks(_ step: Step, _ multiples: ClosedRange<Int>) -> Ticks {
    let half = multiples.count < 1000 ? (multiples.lowerBound - 1...multiples.upperBound) : 0...0
    return Ticks(
      multiples.map { Tick(step.value(of: $0), step.name(of: $0)) },
      minor: half.map { (Double($0) + 0.5) * step.size }.filter(domain.contains))
  }

  /// Decimals times π where the domain is far too narrow or wide for fractions.
  private func decimalTicks(_ wish: TickWish) -> Ticks {
    let units = domain.lowerBound / .pi...domain.upperBound / .pi
    var ticks = LinearScale(units).ticks(wish)
    guard ticks.offset == nil else { return linear.ticks(wish) }
    ticks.named = ticks.named.map {
      Tick($0.value * .pi, $0.value == 0 ? "0" : $0.value == 1 ? "π" : $0.name + "\u{2009}π")
    }
    ticks.minor = ticks.minor.map { $0 * .pi }
    return ticks
  }

  package func ticks(every step: Double) -> Ticks? {
    guard let multiples = domain.multiples(of: step), multiples.count <= 1000 else {
      return nil
    }
    for denominator in 1...12 {
      let numerator = (step / .pi * Double(denominator)).rounded()
      guard 1...1e6 ~= numerator else { continue }
      let fraction = Step(numerator: Int(numerator), denominator: denominator)
      if abs(fraction.size / step - 1) < 1e-12 { return ticks(fraction, multiples) }
    }
    return linear.ticks(every: step)
  }
}
