/// Gradient descent: w := w − η g, for the gradient g of the loss or of a batch's.
///
/// Source: Robbins and Monro, "A stochastic approximation method" (1951), equation 5.
package struct SGD: Optimizer, Configurable {
  package static let settings = [Setting("rate", .positive)]

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
