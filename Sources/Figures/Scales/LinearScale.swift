/// Equal steps of the value are equal lengths.
package struct LinearScale: Scale {
  package static let kind = ScaleKind(isLinear: true) { domain, _ in LinearScale(domain) }

  package let domain: ClosedRange<Double>

  /// A scale over a finite domain; one without width is widened around its value.
  package init(_ domain: ClosedRange<Double>) {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    if high - low > 0 {
      self.domain = domain
    } else {
      let margin = low == 0 ? 1 : abs(low) / 2
      self.domain = low - margin...high + margin
    }
  }

  package var isLinear: Bool { true }

  package func fraction(of value: Double) -> Double {
    // Halves, so that a domain of ±1e308 has a finite width.
    (value / 2 - domain.lowerBound / 2) / (domain.upperBound / 2 - domain.lowerBound / 2)
  }

  package func value(at fraction: Double) -> Double {
    domain.lowerBound * (1 - fraction) + domain.upperBound * fraction
  }

  package func ticks(_ wish: TickWish) -> Ticks {
    if wish.isWhole, let step = wholeStep(wish.count) { return step.ticks(in: domain) }
    return DecimalStep(labeling: domain, atMost: wish.count)?.ticks(in: domain) ?? Ticks()
  }

  /// One, if there is room for all whole numbers, or else a round whole number.
  private func wholeStep(_ count: Int) -> DecimalStep? {
    let one = DecimalStep(1, 0, in: domain)
    let step =
      one.map { $0.multiples.count <= count } == true
      ? one : DecimalStep(labeling: domain, atMost: count, isWhole: true)
    return step.flatMap { $0.multiples.count > 2 ? $0 : nil }
  }

  package func ticks(every step: Double) -> Ticks? {
    guard let multiples = domain.multiples(of: step), multiples.count <= 1000 else {
      return nil
    }
    if let step = DecimalStep(step, in: domain) { return step.ticks(in: domain) }
    // A step such as 1/3, which no decimals spell.
    return Ticks(
      multiples.map { Tick(Double($0) * step, roundedName(of: Double($0) * step)) }.withEqualDecimals)
  }
}
