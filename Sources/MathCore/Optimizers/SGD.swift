/// Gradient descent with a constant learning rate: w := w − η ∇L.
package struct SGD: Optimizer {
  /// The learning rate.
  package static let settings = [OptimizerSetting("rate")]

  /// The learning rate η.
  package var rate: Double

  /// Descent with learning rate `rate`.
  package init(rate: Double) {
    self.rate = rate
  }

  package init(settings values: [Double]) {
    self.init(rate: values[0])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    zip(position, gradient).map { $0 - rate * $1 }
  }
}
