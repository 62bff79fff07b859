/// Another reading of an axis: the same places, in other units.
package struct ConvertedScale: Scale {
  /// The axis that it reads, at which places the values are taken.
  private let axis: any Scale
  /// Says which values are worth marking.
  private let marking: any Scale
  private let convert: @Sendable (Double) -> Double
  private let isFalling: Bool

  /// `convert` is monotone over the axis' domain; `marking` makes the scale that chooses the ticks.
  package init(
    _ axis: any Scale, marking: (ClosedRange<Double>) -> any Scale,
    convert: @escaping @Sendable (Double) -> Double
  ) {
    self.axis = axis
    self.convert = convert
    let (first, last) = (convert(axis.value(at: 0)), convert(axis.value(at: 1)))
    isFalling = last < first
    self.marking = marking(min(first, last)...max(first, last))
  }

  package var domain: ClosedRange<Double> { marking.domain }
  package var gaps: [ClosedRange<Double>] { axis.gaps }

  package func value(at fraction: Double) -> Double { convert(axis.value(at: fraction)) }

  /// By bisection, for the function is only known to be monotone; NaN beyond the axis' ends.
  package func fraction(of value: Double) -> Double {
    let slack = (domain.upperBound / 2 - domain.lowerBound / 2) * 1e-9
    guard domain.lowerBound - slack <= value, value <= domain.upperBound + slack else { return .nan }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<52 {
      let middle = (low + high) / 2
      if (self.value(at: middle) < value) != isFalling { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  package func ticks(_ wish: TickWish) -> Ticks { marking.ticks(wish) }
  package func ticks(every step: Double) -> Ticks? { marking.ticks(every: step) }
}
