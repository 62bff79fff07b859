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
}

/// The record of an optimizer's walk; entry 0 of each list belongs to the start.
package struct Descent: Hashable, Sendable {
  /// The points visited.
  package private(set) var points: [[Double]] = []
  /// The loss at each point.
  package private(set) var losses: [Double] = []
  /// The gradient at each point.
  package private(set) var gradients: [[Double]] = []
  /// The first step after which the loss or its gradient was no longer finite; 0 is the start.
  package private(set) var divergedAt: Int?

  /// Walks for a number of steps, or until the numbers stop being finite.
  package init<Failure: Error>(
    from start: [Double], with optimizer: any Optimizer, steps: Int,
    on landscape: ([Double]) throws(Failure) -> LossAndGradient
  ) throws(Failure) {
    var optimizer = optimizer
    var point = start
    for step in 0...max(0, steps) {
      let here = try landscape(point)
      points.append(point)
      losses.append(here.loss)
      gradients.append(here.gradient)
      guard here.loss.isFinite, here.gradient.allSatisfy(\.isFinite) else {
        divergedAt = step
        return
      }
      if step < steps { point = optimizer.step(from: point, gradient: here.gradient) }
    }
  }
}
