import MathCore

/// The map from the values along an axis to fractions of its length, and the values worth marking.
package protocol Scale: Sendable {
  /// The values at the ends of the axis.
  var domain: ClosedRange<Double> { get }
  /// 0 at the lower end of the domain, 1 at the upper, going on beyond; NaN for NaN and for what the scale
  /// cannot show, such as zero on a logarithmic axis.
  func fraction(of value: Double) -> Double
  /// The inverse of `fraction(of:)`.
  func value(at fraction: Double) -> Double
  /// Ticks inside the domain, at least three where so many are allowed.
  func ticks(_ wish: TickWish) -> Ticks
  /// Ticks at the multiples of a step; `nil` where equal steps mean nothing, or would be too many.
  func ticks(every step: Double) -> Ticks?
  /// Whether equal steps of the value are equal lengths.
  var isLinear: Bool { get }
  /// The fractions of the axis that are taken by breaks, where nothing is shown.
  var gaps: [ClosedRange<Double>] { get }
  /// Values at equal distances along the axis, from its lower end to its upper.
  func samples(_ count: Int) -> [Double]
}

extension Scale {
  package var isLinear: Bool { false }
  package var gaps: [ClosedRange<Double>] { [] }
  package func ticks(every step: Double) -> Ticks? { nil }

  package func samples(_ count: Int) -> [Double] {
    isLinear ? evenly(spaced: count, over: domain) : evenly(spaced: count, over: 0...1).map(value(at:))
  }

  /// At most `count` named ticks inside the domain, in ascending order.
  package func ticks(atMost count: Int) -> [Tick] { ticks(TickWish(atMost: count)).named }

  /// Whether a value lies on the axis, and not in one of its breaks.
  package func shows(_ value: Double) -> Bool {
    let fraction = fraction(of: value)
    // A tick that rounding puts a hair outside the domain still belongs to it.
    let slack = 1e-9
    return (-slack...1 + slack).contains(fraction)
      && !gaps.contains { $0.lowerBound + slack < fraction && fraction < $0.upperBound - slack }
  }
}
