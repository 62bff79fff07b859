/// A scale that maps values as a linear one does and only marks others: round moments, or fractions of π.
package protocol UniformScale: Scale {
  var linear: LinearScale { get }
}

extension UniformScale {
  package var domain: ClosedRange<Double> { linear.domain }
  package var isLinear: Bool { true }
  package func fraction(of value: Double) -> Double { linear.fraction(of: value) }
  package func value(at fraction: Double) -> Double { linear.value(at: fraction) }
}
