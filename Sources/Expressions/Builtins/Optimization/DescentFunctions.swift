internal import Diagnostics
internal import MathCore

let descendFunction = Builtin(
  "descend", ["loss", "from", "with", "steps"],
  "An optimizer's walk down a loss: points, losses, gradients, rates, steps, last, diverged, diverged_at.",
  Example("descend(w -> w^2, from=1, with=sgd(rate=0.25), steps=3).losses", "[1 0.25 0.0625 0.015625]")
) { (evaluation, call) throws(Diagnostic) in
  try evaluation.descend(call)
}

extension Evaluation {
  fileprivate mutating func descend(_ call: Call) throws(Diagnostic) -> Value {
    let function = try call[0].function(of: call.title(of: 0), at: call.location(of: 0))
    let start = try StartingPoint(call[1], called: call.title(of: 1), in: self, at: call.place(of: 1))
    let optimizer = try call.descentRule(2)
    let steps = try call.integer(3, in: 0...1_000_000)
    try chargeElements([1 + steps, 2 * start.numbers.count], at: call.place)
    let extent: CompiledLoss.Extent = type(of: optimizer.rule).needsHessian ? .hessian : .gradient
    let loss = try CompiledLoss(function, of: start, extent, in: &self, at: call.place)
    var landscape = WalkedLoss(loss, in: self, at: call.place)
    defer { self = landscape.evaluation }
    let descent = try Descent(
      from: start.numbers, with: optimizer.rule, steps: steps, on: &landscape)
    if descent.divergedAt == 0 {
      throw call.mistake(1, "the loss or its gradient is not finite at the start")
    }
    return .record("descent", fields(of: descent, from: start))
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
