/// A rule by which a point walks down a loss; its memory is part of its value, so that a copy repeats the walk.
package protocol DescentRule: Sendable {
  /// Whether it asks for second derivatives.
  static var needsHessian: Bool { get }
  /// The learning rate of the next step; a schedule changes it from step to step.
  var rate: Double { get set }
  /// The next point, and the rate that led to it; `here` is what the landscape is like at `position`.
  mutating func step<Ground: Landscape & ~Copyable>(
    from position: [Double], _ here: LossAndGradient, on landscape: inout Ground
  ) throws(Ground.Failure) -> (point: [Double], rate: Double)
}

/// A rule that needs no more than the gradient where it stands, so that it trains networks too.
package protocol Optimizer: DescentRule {
  /// The next point; every call takes as many numbers.
  mutating func step(from position: [Double], gradient: [Double]) -> [Double]
}

extension DescentRule {
  package static var needsHessian: Bool { false }
}

extension Optimizer {
  package mutating func step<Ground: Landscape & ~Copyable>(
    from position: [Double], _ here: LossAndGradient, on landscape: inout Ground
  ) throws(Ground.Failure) -> (point: [Double], rate: Double) {
    let rate = rate
    return (step(from: position, gradient: here.gradient), rate)
  }
}
