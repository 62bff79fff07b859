internal import Diagnostics
internal import MathCore

/// The optimizers, and the walk that they take.
let optimizationFunctions: [Builtin] =
  optimizers.names.compactMap { name in optimizers[name].map { optimizer(name, $0) } } + [
    Builtin(
      "descend", ["loss", "from", "with", "steps"],
      "An optimizer's walk down a loss: a record with points, losses, gradients, steps and last.",
      Example("descend(w -> w^2, from=1, with=sgd(rate=0.25), steps=3).losses", "[1 0.25 0.0625 0.015625]")
    ) { (evaluation, call) throws(Diagnostic) in
      try descend(&evaluation, call)
    }
  ]

/// What each optimizer makes of the same start.
private let examples = [
  "sgd": Example("descend(w -> w^2, from=1, with=sgd(rate=0.1), steps=2).last", "[0.64]")
]

private func optimizer(_ name: String, _ type: any Optimizer.Type) -> Builtin {
  let parameters = type.settings.map { setting in
    var row = Builtin.Parameter(stringLiteral: setting.name)
    row.standard = setting.standard.map { .number($0) }
    return row
  }
  let summary = "The optimizer \(name), for descend."
  return Builtin(name, parameters, summary, examples[name]) { (_, call) throws(Diagnostic) in
    var values: [Double] = []
    for (value, setting) in zip(call.values, type.settings) {
      values.append(try value.number(of: "\(name): \(setting.name)", at: call.place.location))
    }
    return .optimizer(OptimizerValue(name: name, optimizer: type.init(settings: values)))
  }
}

private func descend(_ evaluation: inout Evaluation, _ call: Call) throws(Diagnostic) -> Value {
  let place = call.place.location
  let loss = try call[0].function(of: "descend: loss", at: place)
  guard case .optimizer(let optimizer) = call[2] else {
    throw call[2].mismatch("descend: with", expected: "an optimizer such as sgd(rate=0.1)", at: place)
  }
  let steps = try call[3].integer(of: "descend: steps", in: 0...1_000_000, at: place)
  let landscape = try Landscape(
    loss, from: call[1], called: "descend: from", in: &evaluation, at: call.place)
  try evaluation.chargeElements([steps, landscape.start.count], at: call.place)
  let descent = try Descent(from: landscape.start, with: optimizer.optimizer, steps: steps) {
    (point) throws(Diagnostic) in
    try evaluation.charge(1 + landscape.work, at: call.place)
    return landscape.at(point)
  }
  if let step = descent.divergedAt {
    throw Diagnostic(
      step == 0
        ? "descend: the loss or its gradient is not finite at the start"
        : "descend: the loss or its gradient is no longer finite after \(counted(step, "step"))",
      at: place, help: step == 0 ? nil : "try a smaller rate")
  }
  return .record(record(of: descent, steps: steps, on: landscape))
}

private func record(of descent: Descent, steps: Int, on landscape: borrowing Landscape) -> Record {
  let dimension = landscape.start.count
  // As the last row of `points`, also where the walk began at a number.
  var last = landscape.value(of: descent.points.last ?? [])
  if case .number(let number) = last { last = .tensor(Tensor([number])) }
  func matrix(_ rows: [[Double]]) -> Value {
    .tensor(Tensor(shape: [rows.count, dimension], elements: rows.flatMap { $0 }))
  }
  return Record(
    kind: "descent",
    fields: [
      ("points", matrix(descent.points)), ("losses", .tensor(Tensor(descent.losses))),
      ("gradients", matrix(descent.gradients)), ("steps", .number(Double(steps))),
      ("last", last),
    ])
}
