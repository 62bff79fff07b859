/// The record of a walk down a loss; entry k of each list belongs to the point after k steps.
///
/// All that is recorded is finite: a walk that leaves the finite numbers ends with its last finite point.
package struct Descent: Hashable, Sendable {
  /// The points visited, the start first.
  package private(set) var points: [[Double]] = []
  /// The loss at each point.
  package private(set) var losses: [Double] = []
  /// The gradient at each point.
  package private(set) var gradients: [[Double]] = []
  /// The learning rate of each step: one less than points.
  package private(set) var rates: [Double] = []
  /// The step that led to a point, a loss or a gradient that is not finite; 0 is the start, which is
  /// recorded nevertheless.
  package private(set) var divergedAt: Int?

  /// Walks for a number of steps, or until the numbers stop being finite.
  package init<Ground: Landscape & ~Copyable>(
    from start: [Double], with rule: any DescentRule, steps: Int, on landscape: inout Ground
  ) throws(Ground.Failure) {
    var rule = rule
    var here = try landscape.at(start)
    record(start, here)
    guard start.allSatisfy(\.isFinite), here.isFinite else {
      divergedAt = 0
      return
    }
    for step in 0..<max(0, steps) {
      let next = try rule.step(from: points[step], here, on: &landscape)
      landscape.advance()
      here = try landscape.at(next.point)
      guard next.point.allSatisfy(\.isFinite), here.isFinite else {
        divergedAt = step + 1
        return
      }
      record(next.point, here)
      rates.append(next.rate)
    }
  }

  /// Walks on a loss that is written in Swift.
  package init<Failure: Error>(
    from start: [Double], with rule: any DescentRule, steps: Int,
    on loss: @escaping ([Double]) throws(Failure) -> LossAndGradient
  ) throws(Failure) {
    var landscape = LossFunction(loss)
    try self.init(from: start, with: rule, steps: steps, on: &landscape)
  }

  /// Takes other losses at the points, such as those on all data where the walk saw batches.
  ///
  /// The walk ends before the first that is not finite.
  package mutating func replace(losses: [Double]) {
    precondition(losses.count == points.count, "every point has a loss")
    self.losses = losses
    guard let step = losses.firstIndex(where: { !$0.isFinite }) else { return }
    divergedAt = step
    let kept = max(1, step)
    points.removeSubrange(kept...)
    self.losses.removeSubrange(kept...)
    gradients.removeSubrange(kept...)
    rates.removeSubrange((kept - 1)...)
  }

  private mutating func record(_ point: [Double], _ here: LossAndGradient) {
    points.append(point)
    losses.append(here.loss)
    gradients.append(here.gradient)
  }
}
