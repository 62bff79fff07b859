internal import Diagnostics
internal import MathCore

let easeFunction = Builtin(
  "ease", ["t", .init("kind", .text("in-out"))],
  "A fraction of time as a fraction of a way: cubic, and slow at its start (in), its end (out) or both "
    + "(in-out); or linear; t is cut at 0 and 1.", Example("ease([0, 0.25, 0.5, 1])", "[0 0.0625 0.5 1]")
) { (evaluation, call) throws(Diagnostic) in
  try evaluation.eased(call[0], as: try call.easing(1), call)
}

/// How a way is spread over time.
///
/// Source: Robert Penner, "Programming Macromedia Flash MX" (2002), chapter 7, the cubic curves; CSS, After
/// Effects and D3 (d3-ease's `easeCubic`) use the same names.
enum Easing: String, CaseIterable, Sendable {
  case inOut = "in-out"
  case `in`
  case out
  case linear
}

extension Call {
  /// The word of an argument that says how to ease.
  func easing(_ index: Int) throws(Diagnostic) -> Easing {
    let word = try values[index].text(of: title(of: index), at: location(of: index))
    if let easing = Easing(rawValue: word) { return easing }
    let words = Easing.allCases.map(\.rawValue)
    throw Diagnostic(
      "\(name): unknown \(parameterNames[index]) '\(word)'", at: location(of: index),
      help: suggestion(for: word, in: words) ?? "known: \(words.joined(separator: ", "))")
  }
}

extension Evaluation {
  /// Within 0 … 1: t³, 1 − (1 − t)³, or half of each; NaN stays NaN.
  mutating func eased(_ t: Value, as easing: Easing, _ call: Call) throws(Diagnostic) -> Value {
    let t = try fraction(t, call)
    if easing == .linear { return t }
    let rest = try combine(.subtract, .number(1), t, call.name, at: call.place)
    let cube = try combine(.power, t, .number(3), call.name, at: call.place)
    if easing == .in { return cube }
    let restCube = try combine(.power, rest, .number(3), call.name, at: call.place)
    if easing == .out { return try combine(.subtract, .number(1), restCube, call.name, at: call.place) }
    let start = try combine(.multiply, .number(4), cube, call.name, at: call.place)
    let missing = try combine(.multiply, .number(4), restCube, call.name, at: call.place)
    let end = try combine(.subtract, .number(1), missing, call.name, at: call.place)
    let isEarly = try combine(.less, t, .number(0.5), call.name, at: call.place)
    return try choose(isEarly, start, end, call.name, at: call.place)
  }

  /// A time, cut at 0 and 1.
  mutating func fraction(_ t: Value, _ call: Call) throws(Diagnostic) -> Value {
    let raised = try combine(.maximum, t, .number(0), call.name, at: call.place)
    return try combine(.minimum, raised, .number(1), call.name, at: call.place)
  }
}
