internal import Diagnostics
internal import MathCore

/// A function for each rule of the catalogue.
let optimizerFunctions: [Builtin] = optimizers.names.compactMap { name in
  guard let type = optimizers[name], let text = texts[name] else { return nil }
  return Builtin(
    name, type.settings.map(\.parameter), text.summary,
    Example("descend(w -> w^2, from=1, with=\(text.call), steps=20).last", text.result)
  ) { (evaluation, call) throws(Diagnostic) in
    guard let rate = type.settings.firstIndex(where: { $0.name == "rate" }),
      case .function(let function) = call[rate]
    else {
      return .optimizer(
        OptimizerValue(name: name, rule: type.init(settings: try call.numbers(for: type.settings))))
    }
    return .optimizer(try evaluation.scheduled(type, rate, by: function, call))
  }
}

/// What each rule does in a sentence, a call of it, and where that leads from 1 on w² in 20 steps.
private let texts: [String: (summary: String, call: String, result: String)] = [
  "sgd": ("Gradient descent: w := w − η ∇L.", "sgd(rate=0.1)", "[0.0115292]"),
  "momentum": ("Gradient descent with the momentum of a heavy ball.", "momentum(rate=0.1)", "[−0.349253]"),
  "nesterov": ("Gradient descent with momentum that looks ahead.", "nesterov(rate=0.1)", "[−0.0394975]"),
  "adagrad": (
    "A rate for each coordinate, over the size of all its gradients.", "adagrad(rate=0.1)", "[0.376576]"
  ),
  "rmsprop": (
    "A rate for each coordinate, over the size of its recent gradients.", "rmsprop(rate=0.01)", "[0.366608]"
  ),
  "adadelta": ("RMSProp whose steps have the units of the coordinates.", "adadelta(rate=10)", "[0.461771]"),
  "adam": ("Momentum, with a rate for each coordinate.", "adam(rate=0.1)", "[−0.271154]"),
  "adamw": ("Adam with weights that decay on their own.", "adamw(rate=0.1)", "[−0.269168]"),
  "nadam": ("Adam with Nesterov's momentum.", "nadam(rate=0.1)", "[−0.0292808]"),
  "amsgrad": ("Adam with rates that never grow.", "amsgrad(rate=0.1)", "[−0.271127]"),
  "newton": (
    "Newton's method: w := w − η H⁻¹ ∇L, where H is made positive definite if it is not.", "newton()",
    "[0]"
  ),
  "line_search": (
    "Gradient descent whose rate shrinks until the loss falls enough (Armijo).", "line_search(rate=1.6)",
    "[3.65616e−05]"
  ),
]

extension Evaluation {
  /// An optimizer whose rate is a function of the step.
  fileprivate mutating func scheduled(
    _ type: any (DescentRule & Configurable).Type, _ rate: Int, by function: Function, _ call: Call
  ) throws(Diagnostic) -> OptimizerValue {
    var call = call
    // A rate that makes sense and is never used.
    call.values[rate] = .number(1)
    let rule = type.init(settings: try call.numbers(for: type.settings))
    func scheduled(_ rule: some DescentRule, by schedule: any RateSchedule) -> any DescentRule {
      Scheduled(rule, by: schedule)
    }
    let (schedule, work) = try self.schedule(of: function, at: call.place(of: rate))
    return OptimizerValue(
      name: call.name, rule: scheduled(rule, by: schedule), schedule: schedule, scheduleWork: work)
  }

  /// A function of the step as a schedule, and the operations that one rate takes.
  private mutating func schedule(
    of function: Function, at place: Place
  ) throws(Diagnostic) -> (any RateSchedule, work: Int) {
    if case .schedule(let function) = function.body { return (function.schedule, function.model.work) }
    let (outer, number) = (graph.take(), recording)
    defer { (graph, recording) = (outer, number) }
    let traced = try trace(function, inputs: 1, at: place.location)
    let graph = self.graph ?? Graph()
    guard graph.shape(of: traced.output).isEmpty else {
      throw Diagnostic(
        "\(function.name): expected a number as the rate, found "
          + shapeDescription(graph.shape(of: traced.output)), at: place.location)
    }
    let compiled = try located(place.location) { () throws(Diagnostic) in
      try CompiledFunction(graph, inputs: traced.inputs, outputs: [traced.output])
    }
    return (RateFunction(function: compiled), 512 + compiled.operationCount)
  }
}

extension Setting {
  /// The argument that it is.
  var parameter: Builtin.Parameter { Builtin.Parameter(name, standard.map { .number($0) }) }
}

extension Call {
  /// The first arguments as the numbers of some settings.
  func numbers(for settings: [Setting]) throws(Diagnostic) -> [Double] {
    var numbers: [Double] = []
    for (index, setting) in settings.enumerated() {
      let number = try values[index].number(of: title(of: index), at: location(of: index))
      guard setting.domain.contains(number) else {
        throw mistake(index, "expected \(setting.domain.expectation), found \(shortest(number))")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// An optimizer that needs no more than gradients, as the training of a network does.
  func optimizer(_ index: Int) throws(Diagnostic) -> any Optimizer {
    let value = try descentRule(index)
    guard let optimizer = value.optimizer else {
      throw mistake(index, "\(value.name) needs more than gradients, and works with descend alone")
    }
    return optimizer
  }

  /// A rule of descent of any kind.
  func descentRule(_ index: Int) throws(Diagnostic) -> OptimizerValue {
    guard case .optimizer(let value) = values[index] else {
      throw values[index].mismatch(
        title(of: index), expected: "an optimizer such as sgd(rate=0.1)", at: location(of: index))
    }
    return value
  }
}
