/// Stretches of time in seconds, with ticks at round minutes, hours and days.
package struct DurationScale: UniformScale {
  package static let kind = ScaleKind(isLinear: true) { domain, _ in DurationScale(domain) }

  package let linear: LinearScale

  package init(_ domain: ClosedRange<Double>) { linear = LinearScale(domain) }

  /// The units in which a name may be told, and the round numbers of each, in seconds.
  private static let units: [(name: String, seconds: Double, steps: [Double])] = [
    ("s", 1, [1, 2, 5, 10, 15, 30]),
    ("min", 60, [60, 120, 300, 600, 900, 1800]),
    ("h", 3600, [3600, 7200, 10_800, 21_600, 43_200]),
    ("d", 86_400, [86_400, 172_800, 432_000, 864_000]),
  ]

  package func ticks(_ wish: TickWish) -> Ticks {
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard largest >= 3, largest < 1e7 else { return inSeconds(wish) }
    var best: (step: Double, multiples: ClosedRange<Int>, unit: Int)?
    search: for (unit, steps) in Self.units.map(\.steps).enumerated() {
      for step in steps {
        guard let multiples = domain.multiples(of: step), multiples.count > 2 else { continue }
        best = (step, multiples, unit)
        if multiples.count <= wish.count { break search }
      }
    }
    // Few round numbers lie close together: rather one more than wished than none that is round.
    guard let best, best.multiples.count <= wish.count + 2 else { return inSeconds(wish) }
    let unit = Self.units[best.unit]
    return Ticks(
      best.multiples.map { Tick(Double($0) * best.step, Self.name(of: Double($0) * best.step, unit)) })
  }

  private func inSeconds(_ wish: TickWish) -> Ticks {
    var ticks = linear.ticks(wish)
    ticks.named = ticks.named.map { Tick($0.value, $0.name + "\u{2009}s") }
    return ticks
  }

  /// Whole units, such as `5 min`.
  private static func name(
    of seconds: Double, _ unit: (name: String, seconds: Double, steps: [Double])
  ) -> String {
    let sign = seconds < 0 ? "\u{2212}" : ""
    return seconds == 0 ? "0" : sign + "\(Int(abs(seconds) / unit.seconds))\u{2009}\(unit.name)"
  }
}
