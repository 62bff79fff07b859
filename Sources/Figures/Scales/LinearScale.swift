/// Equal steps of the value are equal lengths.
package struct LinearScale: Scale {
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

  package func fraction(of value: Double) -> Double {
    // Halves, so that a domain of ±1e308 has a finite width.
    (value / 2 - domain.lowerBound / 2) / (domain.upperBound / 2 - domain.lowerBound / 2)
  }

  package func value(at fraction: Double) -> Double {
    domain.lowerBound * (1 - fraction) + domain.upperBound * fraction
  }

  package func ticks(atMost count: Int) -> [Tick] {
    guard let step = DecimalStep(covering: domain, atMost: count) else { return [] }
    return step.multiples.map { Tick(step.value(of: $0), step.name(of: $0)) }
  }
}
