/// The record of a network's training by an optimizer; entry 0 of each list belongs to the start.
package struct NetworkTraining: Sendable {
  /// How a network is trained.
  package struct Plan: Sendable {
    /// How often all rows are gone through.
    package var epochs: Int
    /// Rows to a step; `nil` for all.
    ///
    /// In each epoch the rows are shuffled, and the last batch may be smaller.
    package var batch: Int?
    /// Of the shuffling.
    package var seed: UInt64

    package init(epochs: Int, batch: Int? = nil, seed: UInt64 = 0) {
      self.epochs = epochs
      self.batch = batch
      self.seed = seed
    }
  }

  /// The network at one time.
  package struct Snapshot: Sendable {
    /// How many epochs were over.
    package let epoch: Int
    /// As those of the network.
    package let parameters: [Double]
  }

  /// The network at the end, or before its loss left the finite numbers.
  package private(set) var network: MultilayerPerceptron
  /// The mean loss over all rows after each epoch.
  package private(set) var losses: [Double] = []
  /// The share of rows that are put into their class; empty where targets are numbers.
  package private(set) var accuracies: [Double] = []
  /// The gradient of the first step, laid out as the parameters are.
  package private(set) var firstGradient: [Double] = []
  /// The network after epochs 0, s, 2s, … and the last: s is 1 as long as that is no more than 200 times, and
  /// no more than four million numbers.
  package private(set) var snapshots: [Snapshot] = []
  /// The epoch that led to a loss, a gradient or parameters that are not finite; 0 is the start.
  ///
  /// What is recorded is what was before.
  package private(set) var divergedAt: Int?

  /// How many epochs lie between snapshots.
  package static func stride(epochs: Int, parameters: Int) -> Int {
    let limit = max(1, min(200, 4_000_000 / max(1, parameters)))
    return max(1, (epochs + limit - 1) / limit)
  }

  /// Trains on rows of data: `points` is n × inputs, with a target for each row; there is at least one.
  package init(
    _ start: MultilayerPerceptron, on points: Tensor, _ targets: NetworkTargets,
    with optimizer: any Optimizer, _ plan: Plan
  ) {
    network = start
    train(start, points, targets, optimizer, plan)
  }

  private mutating func train(
    _ start: MultilayerPerceptron, _ points: Tensor, _ targets: NetworkTargets,
    _ optimizer: any Optimizer, _ plan: Plan
  ) {
    var course = NetworkCourse(start, points, targets)
    var optimizer = optimizer
    var generator = Xoshiro256(seed: plan.seed)
    let count = points.shape[0]
    let batch = min(max(1, plan.batch ?? count), count)
    let every = Self.stride(epochs: plan.epochs, parameters: start.parameters.count)
    var parameters = start.parameters
    for epoch in 0...max(0, plan.epochs) {
      let isLast = epoch >= plan.epochs
      let isWhole = batch == count
      // The loss before a step on all rows comes with its gradient.
      let loss = course.evaluate(parameters, nil, needsGradient: isWhole && !isLast)
      guard note(loss, parameters, targets, count) else { return end(at: epoch) }
      if epoch % every == 0 || isLast { snapshots.append(Snapshot(epoch: epoch, parameters: parameters)) }
      if isLast { break }
      let order = isWhole ? [] : generator.drawn(count, of: count)
      for first in Swift.stride(from: 0, to: count, by: batch) {
        if !isWhole {
          let rows = order[first..<min(first + batch, count)]
          _ = course.evaluate(parameters, rows, needsGradient: true)
        }
        if firstGradient.isEmpty { firstGradient = course.gradient }
        guard course.gradient.allSatisfy(\.isFinite) else { return end(at: epoch + 1) }
        parameters = optimizer.step(from: parameters, gradient: course.gradient)
      }
    }
  }

  /// Keeps the state after an epoch, or tells that it is not finite.
  private mutating func note(
    _ loss: NetworkLoss, _ parameters: [Double], _ targets: NetworkTargets, _ count: Int
  ) -> Bool {
    let mean = loss.sum / Double(count)
    guard mean.isFinite, parameters.allSatisfy(\.isFinite) else { return false }
    losses.append(mean)
    if case .classes = targets { accuracies.append(Double(loss.hits) / Double(count)) }
    network.parameters = parameters
    return true
  }

  private mutating func end(at epoch: Int) {
    divergedAt = epoch
    // The last finite network is the last one of the history.
    if let last = snapshots.last, last.epoch < losses.count - 1 {
      snapshots.append(Snapshot(epoch: losses.count - 1, parameters: network.parameters))
    }
  }
}

/// A network's loss on data, with its gradient.
private struct NetworkCourse: ~Copyable {
  private let inputs: Int
  private let outputs: Int
  private let count: Int
  /// The data, coordinate by coordinate.
  private let columns: [Double]
  private let targets: NetworkTargets
  private var workspace: NetworkWorkspace
  /// The gradient of the mean loss over the rows that were asked for last.
  private(set) var gradient: [Double]

  init(_ network: MultilayerPerceptron, _ points: Tensor, _ targets: NetworkTargets) {
    (inputs, outputs, count) = (points.shape[1], network.sizes[network.sizes.count - 1], points.shape[0])
    columns = points.transposed([1, 0]).elements
    self.targets = targets
    workspace = NetworkWorkspace(network, rows: count)
    gradient = [Double](repeating: 0, count: network.parameters.count)
  }

  /// The loss of some rows, or of all.
  mutating func evaluate(
    _ parameters: [Double], _ chosen: ArraySlice<Int>?, needsGradient: Bool
  ) -> NetworkLoss {
    let total = chosen?.count ?? count
    var loss = NetworkLoss()
    if needsGradient { for i in gradient.indices { gradient[i] = 0 } }
    for start in stride(from: 0, to: total, by: NetworkWorkspace.blockRows) {
      let rows = min(NetworkWorkspace.blockRows, total - start)
      enter(rows, start, chosen)
      parameters.withUnsafeBufferPointer { parameters in
        guard let base = parameters.baseAddress else { return }
        workspace.forward(base)
        targets.add(to: &loss, workspace, outputs: outputs, total: total) { row in
          chosen.map { $0[$0.startIndex + start + row] } ?? start + row
        }
        guard needsGradient else { return }
        gradient.withUnsafeMutableBufferPointer { gradient in
          if let target = gradient.baseAddress { workspace.backward(base, addTo: target) }
        }
      }
    }
    return loss
  }

  private mutating func enter(_ rows: Int, _ start: Int, _ chosen: ArraySlice<Int>?) {
    let data = workspace.enter(rows)
    columns.withUnsafeBufferPointer { columns in
      for i in 0..<inputs {
        for row in 0..<rows {
          let number = chosen.map { $0[$0.startIndex + start + row] } ?? start + row
          data[i * rows + row] = columns[i * count + number]
        }
      }
    }
  }
}
