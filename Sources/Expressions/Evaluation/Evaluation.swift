internal import Diagnostics
internal import MathCore

/// One evaluation: the graph that is being recorded, if any, and what has been spent so far.
struct Evaluation {
  /// Nested syntax within nested calls; each level takes a few hundred bytes to a few kilobytes of stack.
  static let depthLimit = 1000
  static let callDepthLimit = 200
  static let graphLimit = 1_000_000
  static let elementLimit = 100_000_000

  /// Where functions of unknown numbers leave their steps.
  var graph: Graph?
  /// Told apart from every other recording that this evaluation made.
  var recording = 0
  /// Steps that are left; every visited node of syntax is one, and so are sixteen elements of a tensor.
  private(set) var workLeft: Int
  private let workLimit: Int
  private var depth = 0
  private var callDepth = 0

  init(workLimit: Int) {
    self.workLimit = workLimit
    workLeft = workLimit
  }

  /// Counts work; throws when there has been too much.
  mutating func charge(_ amount: Int, at place: Place) throws(Diagnostic) {
    workLeft -= amount
    if workLeft < 0 { throw tooLong(place.location) }
  }

  /// What to say when there is no work left.
  func tooLong(_ location: SourceLocation?) -> Diagnostic {
    Diagnostic("the evaluation takes too long: more than \(workLimit) steps", at: location)
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
    workLeft -= 1
    if workLeft < 0 { throw tooLong(environment.source.location(at: syntax.range.lowerBound)) }
    switch syntax.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .name(let name): return try environment.value(named: name, offset: syntax.range.lowerBound)
    default: return try compoundValue(of: syntax, in: environment)
    }
  }

  /// Runs a call one level deeper; also calls of calls that need no syntax, such as derivatives of derivatives.
  mutating func nested(
    at place: Place, _ call: (inout Evaluation) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    callDepth += 1
    defer { callDepth -= 1 }
    guard callDepth <= Self.callDepthLimit else {
      throw Diagnostic(
        "calls are nested too deeply: more than \(Self.callDepthLimit)", at: place.location,
        help: "a function that calls itself needs a known condition at which it stops")
    }
    return try call(&self)
  }
}
