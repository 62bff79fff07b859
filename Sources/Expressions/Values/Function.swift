internal import Diagnostics
internal import MathCore

/// A function as a value: written by the user, built in, or made from another one.
package struct Function: Sendable {
  indirect enum Body: Sendable {
    case closure(Closure)
    case builtin(Builtin)
    case derived(DerivedFunction)
    case distribution(DistributionValue, DistributionFunction)
    case model(ModelFunction)
    case schedule(ScheduleFunction)
    /// The first of what the second gives.
    case composed(Function, Function)
    /// A function with its first argument given, as in `x.sum()`.
    case bound(Function, to: Value)
  }

  /// What it is called in messages.
  let name: String
  let body: Body
  /// How many levels of functions and lists it sees.
  let nesting: Int

  init(name: String, body: Body) {
    self.name = name
    self.body = body
    switch body {
    case .closure(let closure): nesting = closure.nesting
    case .derived(let derived): nesting = derived.nesting
    case .composed(let outer, let inner): nesting = 1 + max(outer.nesting, inner.nesting)
    case .bound(let inner, let first): nesting = 1 + max(inner.nesting, first.nesting)
    case .builtin, .distribution, .model, .schedule: nesting = 0
    }
  }

  /// Its parameters' names; the last one of a variadic function stands for any number of arguments.
  var parameterNames: [String] {
    switch body {
    case .closure(let closure): closure.parameters
    case .builtin(let builtin): builtin.parameters.map(\.name)
    case .derived(let derived): derived.function.parameterNames
    case .distribution: ["x"]
    case .model(let model): model.coordinates
    case .schedule: ["step"]
    case .composed(_, let inner): inner.parameterNames
    case .bound(let function, _): Array(function.parameterNames.dropFirst())
    }
  }

  /// Whether it can be called with that many arguments.
  func accepts(_ count: Int) -> Bool {
    switch body {
    case .closure(let closure): return closure.parameters.count == count
    case .builtin(let builtin): return builtin.accepts(count)
    case .derived(let derived): return derived.function.accepts(count)
    case .distribution, .schedule: return count == 1
    case .model(let model): return count == 1 || count == model.coordinates.count
    case .composed(_, let inner): return inner.accepts(count)
    case .bound(let function, _): return function.accepts(count + 1)
    }
  }

  /// Its derivative, exact, if it is a function of one number.
  package var derivative: Function {
    Function(name: "derivative(\(name))", body: .derived(DerivedFunction(.derivative, of: self)))
  }

  /// "a function of 2 variables".
  var typeDescription: String { "a function of \(counted(parameterNames.count, "variable"))" }
}

/// A function written by the user, with the values that its body sees.
struct Closure: Sendable {
  /// What a function without a name is called.
  static let anonymous = "the function"

  var parameters: [String]
  var body: Syntax
  var source: LocatedText
  var captured: [String: Value]
  /// The name by which the body can call the function itself.
  var ownName: String?
  /// How many levels of functions and lists are among the captured values, and this one.
  let nesting: Int

  init(
    parameters: [String], body: Syntax, source: LocatedText, captured: [String: Value],
    ownName: String? = nil
  ) {
    self.parameters = parameters
    self.body = body
    self.source = source
    self.captured = captured
    self.ownName = ownName
    nesting = 1 + (captured.values.lazy.map(\.nesting).max() ?? 0)
  }
}

/// A function that is another one's derivative.
struct DerivedFunction: Sendable {
  let derivation: Derivation
  let function: Function
  let nesting: Int

  init(_ derivation: Derivation, of function: Function) {
    self.derivation = derivation
    self.function = function
    nesting = 1 + function.nesting
  }
}
