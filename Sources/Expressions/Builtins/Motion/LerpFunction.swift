internal import Diagnostics
internal import MathCore

let lerpFunction = Builtin(
  "lerp", ["a", "b", "t"],
  "The value a fraction t of the way from a to b, which are numbers, vectors or matrices of one shape, lists "
    + "of such, or colors as texts; exactly a at 0 and b at 1.",
  Example("lerp([0, 0], [4, 2], 0.25)", "[1 0.5]")
) { (evaluation, call) throws(Diagnostic) in
  try evaluation.checkAlike(call[0], call[1], call, at: 1)
  return try evaluation.between(call[0], call[1], call[2], call)
}

/// The number a fraction of the way from one to another.
///
/// Counted from the nearer end, so that both ends are exact and no result between lies outside of them.
func wayPoint(_ a: Double, _ b: Double, _ t: Double) -> Double {
  t < 0.5 ? a + t * (b - a) : b - (1 - t) * (b - a)
}

extension Evaluation {
  /// Throws unless there is a way from one value to the other; `index` is the argument that holds the second.
  func checkAlike(_ a: Value, _ b: Value, _ call: Call, at index: Int) throws(Diagnostic) {
    switch (a, b) {
    case (.text, .text): return
    case (.list(let first), .list(let second)) where first.elements.count == second.elements.count:
      for (a, b) in zip(first.elements, second.elements) { try checkAlike(a, b, call, at: index) }
    case (.text, _), (_, .text), (.list, _), (_, .list):
      throw unlike(a, b, call, at: index)
    default:
      let (from, to) = (
        try shape(of: a, call.name, at: call.place), try shape(of: b, call.name, at: call.place)
      )
      guard from == to else { throw unlike(a, b, call, at: index) }
    }
  }

  private func unlike(_ a: Value, _ b: Value, _ call: Call, at index: Int) -> Diagnostic {
    Diagnostic(
      "\(call.name): there is no way from \(a.typeDescription) to \(b.typeDescription)",
      at: call.location(of: index),
      help: "both have to be numbers, or vectors or matrices of one shape, or colors such as \"weight\"")
  }

  /// The value between two that are alike.
  mutating func between(_ a: Value, _ b: Value, _ t: Value, _ call: Call) throws(Diagnostic) -> Value {
    switch (a, b) {
    case (.text(let a), .text(let b)): return .text(try mixed(a, b, t, call))
    case (.list(let first), .list(let second)):
      var values: [Value] = []
      for (a, b) in zip(first.elements, second.elements) { values.append(try between(a, b, t, call)) }
      return .list(values)
    default: break
    }
    if case .number(let a) = a, case .number(let b) = b, case .number(let t) = t {
      return .number(wayPoint(a, b, t))
    }
    let span = try combine(.subtract, b, a, call.name, at: call.place)
    if case .number(let t) = t {
      return try t < 0.5 ? moved(a, by: span, .number(t), call) : moved(b, by: span, .number(t - 1), call)
    }
    let late = try combine(.subtract, t, .number(1), call.name, at: call.place)
    let (start, end) = (try moved(a, by: span, t, call), try moved(b, by: span, late, call))
    let isEarly = try combine(.less, t, .number(0.5), call.name, at: call.place)
    return try choose(isEarly, start, end, call.name, at: call.place)
  }

  private mutating func moved(
    _ start: Value, by span: Value, _ share: Value, _ call: Call
  ) throws(Diagnostic) -> Value {
    let way = try combine(.multiply, span, share, call.name, at: call.place)
    return try combine(.add, start, way, call.name, at: call.place)
  }

  /// A color between two as a text, which is mixed where the theme is known: `mix(weight, gradient, 0.3)`.
  private func mixed(_ a: String, _ b: String, _ t: Value, _ call: Call) throws(Diagnostic) -> String {
    let share = try t.number(of: "\(call.name): t", at: call.place.location)
    guard !share.isNaN else {
      throw Diagnostic("\(call.name): t: expected a number, found nan", at: call.place.location)
    }
    if a == b || share <= 0 { return a }
    if share >= 1 { return b }
    // A color mixed of mixed ones is longer than them; line by line it could fill the memory.
    guard a.utf8.count + b.utf8.count <= 1000 else {
      throw Diagnostic("\(call.name): a color is mixed of too many others", at: call.place.location)
    }
    return "mix(\(a), \(b), \(share))"
  }
}
