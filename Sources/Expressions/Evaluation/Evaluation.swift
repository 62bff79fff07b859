internal import Diagnostics
internal import MathCore

/// One evaluation: the graph that is being recorded, if any, and what has been spent so far.
struct Evaluation {
  /// Every visited node of syntax counts, and every sixteen elements of a tensor.
  static let workLimit = 20_000_000
  /// Nested syntax within nested calls; each level takes a few hundred bytes to a few kilobytes of stack.
  static let depthLimit = 1000
  static let callDepthLimit = 200
  static let graphLimit = 1_000_000
  static let elementLimit = 100_000_000

  /// Where functions of unknown numbers leave their steps.
  var graph: Graph?
  /// Told apart from every other recording that this evaluation made.
  var recording = 0
  private var work = 0
  private var depth = 0
  private var callDepth = 0

  /// Counts work; throws when there has been too much.
  mutating func charge(_ amount: Int, at place: Place) throws(Diagnostic) {
    work += amount
    guard work <= Self.workLimit else {
      throw Diagnostic("the evaluation takes too long: more than \(Self.workLimit) steps", at: place.location)
    }
  }

  /// Checks that a tensor of that shape may exist, and counts the work of filling it.
  mutating func chargeElements(_ shape: [Int], at place: Place) throws(Diagnostic) {
    var count = 1
    for extent in shape {
      let (product, isOverflow) = count.multipliedReportingOverflow(by: extent)
      guard !isOverflow, product <= Self.elementLimit else {
        throw Diagnostic(
          "a tensor of shape \(shapeText(shape)) is too large: more than \(Self.elementLimit) elements",
          at: place.location)
      }
      count = product
    }
    try charge(count / 16, at: place)
  }

  /// The value of an expression.
  mutating func value(of syntax: Syntax, in environment: Environment) throws(Diagnostic) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw Diagnostic(
        "the evaluation is nested too deeply: more than \(Self.depthLimit) levels",
        at: environment.source.location(at: syntax.range.lowerBound))
    }
    work += 1
    guard work <= Self.workLimit else {
      throw Diagnostic(
        "the evaluation takes too long: more than \(Self.workLimit) steps",
        at: environment.source.location(at: syntax.range.lowerBound))
    }
    switch syntax.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .name(let name): return try environment.value(named: name, offset: syntax.range.lowerBound)
    default: return try compoundValue(of: syntax, in: environment)
    }
  }

  /// Runs the body of a user's function one call deeper.
  mutating func body(of closure: Closure, in environment: Environment, at place: Place)
    throws(Diagnostic) -> Value
  {
    callDepth += 1
    defer { callDepth -= 1 }
    guard callDepth <= Self.callDepthLimit else {
      throw Diagnostic(
        "calls are nested too deeply: more than \(Self.callDepthLimit)", at: place.location,
        help: "a function that calls itself needs a known condition at which it stops")
    }
    return try value(of: closure.body, in: environment)
  }
}
