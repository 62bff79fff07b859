internal import Diagnostics
internal import MathCore

/// A loss as a rule of descent walks on it: every look counts as work of the evaluation.
struct WalkedLoss: ~Copyable, Landscape {
  /// The evaluation that the walk is part of; the caller goes on with it.
  private(set) var evaluation: Evaluation
  private let place: Place
  private let data: BatchedData?
  /// Which rows the loss is taken on now.
  private var batches: MiniBatches?
  /// The loss without data, or on batches of full size.
  private let loss: CompiledLoss
  /// The loss on the last batch of an epoch, where that is smaller.
  private let rest: CompiledLoss?

  /// A walk on a loss, whole or on batches of data.
  init(
    _ loss: PointLoss, _ data: BatchedData?, _ extent: CompiledLoss.Extent, in evaluation: Evaluation
  ) throws(Diagnostic) {
    var evaluation = evaluation
    let tables = data.map { $0.prefix($0.size) } ?? []
    let compiled = try CompiledLoss(loss, data: tables, extent, in: &evaluation)
    var rest: CompiledLoss?
    if let data, data.count % data.size > 0 {
      rest = try CompiledLoss(loss, data: data.prefix(data.count % data.size), extent, in: &evaluation)
    }
    self.evaluation = evaluation
    place = loss.place
    self.data = data
    batches = data?.batches
    self.loss = compiled
    self.rest = rest
    setRows()
  }

  mutating func at(_ point: [Double]) throws(Diagnostic) -> LossAndGradient {
    try evaluation.charge(1 + loss.work + (data?.work ?? 0), at: place)
    return onBatch { $0.at(point) }
  }

  mutating func hessian(at point: [Double]) throws(Diagnostic) -> [Double] {
    // With the factorization that follows.
    try evaluation.chargeOperations(point.count * point.count, times: point.count, at: place)
    try evaluation.charge(1 + loss.hessianWork, at: place)
    return onBatch { $0.hessian(at: point) }
  }

  mutating func advance() {
    guard let data, data.size < data.count else { return }
    batches?.advance()
    setRows()
  }

  private func setRows() {
    guard let data, let rows = batches?.rows else { return }
    onBatch { $0.set(rows: rows, of: data.tables) }
  }

  /// What the loss on the batch at hand gives.
  private func onBatch<Result>(_ look: (borrowing CompiledLoss) -> Result) -> Result {
    switch rest {
    case .some(let rest) where batches?.rows.count != data?.size: look(rest)
    default: look(loss)
    }
  }
}
