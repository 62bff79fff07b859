internal import Diagnostics
internal import MathCore

/// A loss as a rule of descent walks on it: every look counts as work of the evaluation.
struct WalkedLoss: ~Copyable, Landscape {
  /// The evaluation that the walk is part of; the caller goes on with it.
  private(set) var evaluation: Evaluation
  private let loss: CompiledLoss
  private let place: Place

  init(_ loss: consuming CompiledLoss, in evaluation: Evaluation, at place: Place) {
    self.loss = loss
    self.evaluation = evaluation
    self.place = place
  }

  mutating func at(_ point: [Double]) throws(Diagnostic) -> LossAndGradient {
    try evaluation.charge(1 + loss.work, at: place)
    return loss.at(point)
  }

  mutating func hessian(at point: [Double]) throws(Diagnostic) -> [Double] {
    // With the factorization that follows.
    try evaluation.chargeOperations(point.count * point.count, times: point.count, at: place)
    try evaluation.charge(1 + loss.hessianWork, at: place)
    return loss.hessian(at: point)
  }
}
