internal import Diagnostics
internal import MathCore

/// A function as a value: written by the user, built in, or made from another one.
package struct Function: Sendable {
  indirect enum Body: Sendable {
    case closure(Closure)
    case builtin(Builtin)
    case derived(Derivation, Function)
    case distribution(DistributionValue, DistributionFunction)
    /// The first of what the second gives.
    case composed(Function, Function)
    /// A function with its first argument given, as in `x.sum()`.
    case bound(Function, to: Value)
  }

  /// What it is called in messages.
  let name: String
  let body: Body
  /// How many functions it is made of that lie within each other.
  let level: Int

  /// More than this is refused, before what walks through them runs out of stack.
  static let levelLimit = 50

  init(name: String, body: Body) {
    self.name = name
    self.body = body
    switch body {
    case .closure, .builtin, .distribution: level = 1
    case .derived(_, let inner), .bound(let inner, _): level = inner.level + 1
    case .composed(let outer, let inner): level = max(outer.level, inner.level) + 1
    }
  }

  /// The same function, unless too many lie within each other.
  func checked(at place: SourceLocation?) throws(Diagnostic) -> Function {
    guard level <= Self.levelLimit else {
      throw Diagnostic("more than \(Self.levelLimit) functions within each other", at: place)
    }
    return self
  }

  /// Its parameters' names; the last one of a variadic function stands for any number of arguments.
  var parameterNames: [String] {
    switch body {
    case .closure(let closure): closure.parameters
    case .builtin(let builtin): builtin.parameters.map(\.name)
    case .derived(_, let function): function.parameterNames
    case .distribution: ["x"]
    case .composed(_, let inner): inner.parameterNames
    case .bound(let function, _): Array(function.parameterNames.dropFirst())
    }
  }

  /// Whether it can be called with that many arguments.
  func accepts(_ count: Int) -> Bool {
    switch body {
    case .closure(let closure): return closure.parameters.count == count
    case .builtin(let builtin): return builtin.accepts(count)
    case .derived(_, let function): return function.accepts(count)
    case .distribution: return count == 1
    case .composed(_, let inner): return inner.accepts(count)
    case .bound(let function, _): return function.accepts(count + 1)
    }
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
}

/// The functions that a distribution has as members.
enum DistributionFunction: String, CaseIterable, Sendable {
  case pdf
  case logpdf
  case cdf
  case sf
  case quantile
}
