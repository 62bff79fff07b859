/// A place on an axis that is marked and named.
package struct Tick: Hashable, Sendable {
  package var value: Double
  /// The name as a label's source: text, perhaps with a `$formula$`.
  package var name: String

  package init(_ value: Double, _ name: String) {
    self.value = value
    self.name = name
  }
}

/// The map from the values along an axis to fractions of its length, and the values worth marking.
package protocol Scale: Sendable {
  /// The values at the ends of the axis.
  var domain: ClosedRange<Double> { get }
  /// 0 at the lower end of the domain, 1 at the upper; linear beyond, NaN for NaN.
  func fraction(of value: Double) -> Double
  /// The inverse of `fraction(of:)`.
  func value(at fraction: Double) -> Double
  /// At most `count` ticks inside the domain, in ascending order.
  func ticks(atMost count: Int) -> [Tick]
}
