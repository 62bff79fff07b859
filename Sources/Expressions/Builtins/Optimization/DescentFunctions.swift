internal import Diagnostics
internal import MathCore

let descendFunction = Builtin(
  "descend",
  ["loss", "from", "with", "steps", .optional("data"), .optional("batch"), .optional("seed")],
  "An optimizer's walk down a loss, also over batches of data: points, losses, gradients, rates, steps, last, "
    + "diverged and diverged_at; with data also batch_losses, batches and epochs.",
  Example("descend(w -> w^2, from=1, with=sgd(rate=0.25), steps=3).losses", "[1 0.25 0.0625 0.015625]")
) { (evaluation, call) throws(Diagnostic) in
  try evaluation.descend(call)
}

/// A call of `descend`, read.
private struct DescentTask {
  let loss: PointLoss
  let optimizer: OptimizerValue
  let steps: Int
  let data: BatchedData?
  let call: Call

  init(_ call: Call, in evaluation: Evaluation) throws(Diagnostic) {
    let function = try call[0].function(of: call.title(of: 0), at: call.location(of: 0))
    let start = try StartingPoint(
      call[1], called: call.title(of: 1), in: evaluation, at: call.place(of: 1))
    loss = PointLoss(function: function, start: start, place: call.place)
    optimizer = try call.descentRule(2)
    steps = try call.integer(3, in: 0...1_000_000)
    data = try call.batchedData(from: 4, loss, in: evaluation)
    self.call = call
  }
}

extension Evaluation {
  fileprivate mutating func descend(_ call: Call) throws(Diagnostic) -> Value {
    let task = try DescentTask(call, in: self)
    try chargeElements([1 + task.steps, 2 * task.loss.start.numbers.count], at: call.place)
    try expectRates(task)
    var descent = try walk(task)
    let batchLosses = descent.losses
    if let data = task.data { try findLosses(of: &descent, on: task.loss, data) }
    if descent.divergedAt == 0 {
      throw call.mistake(1, "the loss or its gradient is not finite at the start")
    }
    var fields = fields(of: descent, from: task.loss.start)
    if let data = task.data {
      fields += try self.fields(of: data, batchLosses, descent.points.count, at: call.place)
    }
    return .record("descent", fields)
  }

  /// The walk itself; its losses are those of batches.
  private mutating func walk(_ task: DescentTask) throws(Diagnostic) -> Descent {
    let rule = task.optimizer.rule
    let extent: CompiledLoss.Extent = type(of: rule).needsHessian ? .hessian : .gradient
    var landscape = try WalkedLoss(task.loss, task.data, extent, in: self)
    defer { self = landscape.evaluation }
    return try Descent(
      from: task.loss.start.numbers, with: rule, steps: task.steps, on: &landscape)
  }

  /// Throws if a schedule gives what no rate can be.
  private mutating func expectRates(_ task: DescentTask) throws(Diagnostic) {
    guard let schedule = task.optimizer.schedule else { return }
    // Once here, and once on the walk.
    try chargeOperations(2 * task.optimizer.scheduleWork, times: task.steps, at: task.call.place)
    for step in 0..<task.steps {
      let rate = schedule.rate(at: step)
      guard rate >= 0, rate.isFinite else {
        throw task.call.mistake(
          2, "expected finite rates of at least 0, found \(shortest(rate)) at step \(step)")
      }
    }
  }

  /// The losses on all data in place of those on batches; the walk ends before the first that is not finite.
  private mutating func findLosses(
    of descent: inout Descent, on loss: PointLoss, _ data: BatchedData
  ) throws(Diagnostic) {
    guard data.size < data.count, descent.divergedAt != 0 else { return }
    let compiled = try CompiledLoss(loss, data: data.tables, .value, in: &self)
    compiled.set(rows: Array(0..<data.count), of: data.tables)
    var losses: [Double] = []
    for point in descent.points {
      try charge(1 + compiled.work, at: loss.place)
      losses.append(compiled.at(point).loss)
    }
    descent.replace(losses: losses)
  }

  /// What was looked at in each step: entry k of each list belongs to point k.
  private mutating func fields(
    of data: BatchedData, _ losses: [Double], _ count: Int, at place: Place
  ) throws(Diagnostic) -> [(name: String, value: Value)] {
    try chargeElements([count, data.size], at: place)
    let (work, isOverflow) = data.work.multipliedReportingOverflow(by: count)
    try charge(isOverflow ? .max : work, at: place)
    // The batches from the start again: they are a value.
    var batches = data.batches
    var rows: [Value] = []
    var epochs: [Int] = []
    for _ in 0..<count {
      rows.append(.vector(batches.rows))
      epochs.append(batches.epoch)
      batches.advance()
    }
    return [
      ("batch_losses", .vector(Array(losses.prefix(count)))), ("batches", .list(rows)),
      ("epochs", .vector(epochs)),
    ]
  }

  private func fields(
    of descent: Descent, from start: StartingPoint
  ) -> [(name: String, value: Value)] {
    let dimension = start.numbers.count
    // As the last row of `points`, also where the walk began at a number.
    var last = start.value(of: descent.points.last ?? start.numbers)
    if case .number(let number) = last { last = .tensor(Tensor([number])) }
    return [
      ("points", .matrix(descent.points, columns: dimension)), ("losses", .vector(descent.losses)),
      ("gradients", .matrix(descent.gradients, columns: dimension)), ("rates", .vector(descent.rates)),
      ("steps", .number(Double(descent.rates.count))), ("last", last),
      ("diverged", .boolean(descent.divergedAt != nil)),
      ("diverged_at", .number(Double(descent.divergedAt ?? -1))),
    ]
  }
}
