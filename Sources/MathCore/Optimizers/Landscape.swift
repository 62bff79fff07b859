/// A loss and its gradient at a point.
package struct LossAndGradient: Hashable, Sendable {
  /// The loss, NaN where it is undefined.
  package var loss: Double
  /// The gradient, one number for each coordinate.
  package var gradient: [Double]

  /// A loss with its gradient.
  package init(loss: Double, gradient: [Double]) {
    self.loss = loss
    self.gradient = gradient
  }

  /// Whether the loss and all of its gradient are finite.
  package var isFinite: Bool { loss.isFinite && gradient.allSatisfy(\.isFinite) }
}

/// A loss that can be looked at anywhere: what a rule of descent walks on.
package protocol Landscape: ~Copyable {
  /// What goes wrong while looking, `Never` if nothing does.
  associatedtype Failure: Error
  /// The loss and its gradient at a point.
  mutating func at(_ point: [Double]) throws(Failure) -> LossAndGradient
  /// The matrix of second derivatives at a point, row by row.
  mutating func hessian(at point: [Double]) throws(Failure) -> [Double]
  /// Called after every step: a loss over mini-batches goes on to its next batch.
  mutating func advance()
}

extension Landscape where Self: ~Copyable {
  package mutating func advance() {}
}

/// A loss that is written in Swift.
package struct LossFunction<Failure: Error>: Landscape {
  private let loss: ([Double]) throws(Failure) -> LossAndGradient
  private let second: ([Double]) throws(Failure) -> [Double]

  /// A loss with its gradient; its second derivatives are NaN, so that rules that need them end at once.
  package init(_ loss: @escaping ([Double]) throws(Failure) -> LossAndGradient) {
    self.init(loss) { point in Array(repeating: .nan, count: point.count * point.count) }
  }

  /// A loss with its gradient, and its matrix of second derivatives, row by row.
  package init(
    _ loss: @escaping ([Double]) throws(Failure) -> LossAndGradient,
    hessian: @escaping ([Double]) throws(Failure) -> [Double]
  ) {
    self.loss = loss
    second = hessian
  }

  package func at(_ point: [Double]) throws(Failure) -> LossAndGradient { try loss(point) }

  package func hessian(at point: [Double]) throws(Failure) -> [Double] { try second(point) }
}
