internal import Diagnostics
internal import MathCore

/// One evaluation: the graph that is being recorded, if any, and what has been spent so far.
struct Evaluation {
  /// Nested syntax within one call; each level takes a few hundred bytes to a few kilobytes of stack.
  static let depthPerCall = 5
  /// Bytes of stack, of the eight megabytes that a thread has.
  static let stackLimit = 6_000_000
  /// No tensor is larger, whatever the limits are.
  static let elementLimit = 100_000_000
  /// The most axes that a tensor has.
  static let rankLimit = 4
  /// What finding or adding a node of a graph counts as.
  static let stepsPerNode = 10
  /// As many elements are computed in the time of a step.
  static let elementsPerStep = 512
  /// As many operations of a loop that is not vectorized take the time of a step.
  static let operationsPerStep = 128

  /// Where functions of unknown numbers leave their steps.
  var graph: Graph?
  /// Told apart from every other recording that this evaluation made.
  var recording = 0
  let limits: Limits
  private let expenses: Expenses?
  private var work = 0
  /// The work that is settled already.
  private var settled = 0
  private let stackStart = stackPosition()
  private var depth = 0
  private var callDepth = 0
  /// The bytes that the scope holds, and those of the values that are being computed with.
  var byteCount = 0

  init(limits: Limits = .standard) {
    self.limits = limits
    expenses = nil
  }

  init(in scope: Scope) {
    limits = scope.limits
    expenses = scope.expenses
    work = scope.expenses?.work ?? 0
    settled = work
    byteCount = scope.byteCount
  }

  /// Adds what was spent to what its scope's evaluations have spent together.
  mutating func settle() {
    expenses?.add(work - settled)
    settled = work
  }

  /// Counts work; throws when there has been too much.
  mutating func charge(_ amount: Int, at place: Place) throws(Diagnostic) {
    let (sum, isOverflow) = work.addingReportingOverflow(amount)
    work = sum
    guard !isOverflow, work <= limits.work else { throw tooLong(place.location) }
  }

  /// The steps that are left.
  var workLeft: Int { max(0, limits.work - work) }

  /// What to say when there is no work left.
  func tooLong(_ location: SourceLocation?) -> Diagnostic {
    Limits.exceeded("the evaluation takes too long", "work", limits.work, at: location)
  }

  /// Checks that a tensor of that shape may exist, and counts the work and memory of filling it.
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
    guard shape.count <= Self.rankLimit else {
      throw Diagnostic(
        "a tensor of shape \(shapeText(shape)) has too many axes: more than \(Self.rankLimit)",
        at: place.location)
    }
    try charge(count / 64, at: place)
    // Recorded tensors are counted when they are computed.
    if graph == nil { try chargeBytes(8 * count, at: place) }
  }

  /// Counts memory until the part of the expression that it is for has its value.
  mutating func chargeBytes(_ amount: Int, at place: Place) throws(Diagnostic) {
    byteCount += amount
    guard byteCount <= limits.memory else {
      throw Limits.exceeded(
        "the evaluation needs too much memory", "memory", limits.memory, at: place.location)
    }
  }

  /// The value of an expression.
  mutating func value(of syntax: Syntax, in environment: Environment) throws(Diagnostic) -> Value {
    depth += 1
    defer { depth -= 1 }
    let place = { environment.source.location(at: syntax.range.lowerBound) }
    guard depth <= limits.recursion * Self.depthPerCall else {
      throw Limits.exceeded(
        "the evaluation is nested too deeply", "recursion", limits.recursion, at: place())
    }
    // Frames differ by kind of syntax, and are many times larger in debug builds.
    guard stackStart - stackPosition() <= Self.stackLimit else {
      throw Diagnostic("the evaluation is nested too deeply", at: place())
    }
    work += 1
    guard work <= limits.work else {
      throw tooLong(place())
    }
    switch syntax.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .name(let name): return try environment.value(named: name, offset: syntax.range.lowerBound)
    default:
      let held = byteCount
      let value = try compoundValue(of: syntax, in: environment)
      // What the parts needed is free again; what they are worth is held.
      byteCount = min(held + value.byteCount, Limits.ceiling.memory)
      return value
    }
  }

  /// Runs a call one level deeper; also calls of calls that need no syntax, such as derivatives of derivatives.
  mutating func nested(
    at place: Place, _ call: (inout Evaluation) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    callDepth += 1
    defer { callDepth -= 1 }
    guard callDepth <= limits.recursion else {
      var error = Limits.exceeded(
        "calls are nested too deeply", "recursion", limits.recursion, at: place.location)
      let advice = "a function that calls itself needs a known condition at which it stops"
      error.help = error.help.map { "\(advice); \($0)" } ?? advice
      throw error
    }
    try charge(1, at: place)
    return try call(&self)
  }
}

/// About where the stack ends now; it grows downwards.
@inline(never)
private func stackPosition() -> Int {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { Int(bitPattern: $0.baseAddress) }
}
