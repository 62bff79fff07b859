internal import Diagnostics
internal import MathCore

/// A function for each rule of the catalogue.
let optimizerFunctions: [Builtin] = optimizers.names.compactMap { name in
  guard let type = optimizers[name], let text = texts[name] else { return nil }
  return Builtin(
    name, type.settings.map(\.parameter), text.summary,
    Example("descend(w -> w^2, from=1, with=\(text.call), steps=20).last", text.result)
  ) { (_, call) throws(Diagnostic) in
    .optimizer(OptimizerValue(name: name, rule: type.init(settings: try call.numbers(for: type.settings))))
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
]

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
