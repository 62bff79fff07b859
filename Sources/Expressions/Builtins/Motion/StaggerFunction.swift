internal import Diagnostics
internal import MathCore

let staggerFunction = Builtin(
  "stagger", ["t", "i", "n", .init("overlap", .number(0.5))],
  "The time 0 … 1 of the i-th of n that start one after another and together take t from 0 to 1; overlap is the "
    + "part of each that the next one shares: with 0 they follow each other, with 1 all go at once.",
  Example("stagger(0.5, 0..2, 3)", "[1 0.5 0]")
) { (evaluation, call) throws(Diagnostic) in
  let count = try call.integer(2, in: 1...1_000_000_000)
  let overlap = try call.number(3)
  guard 0...1 ~= overlap else { throw call.mistake(3, "expected 0 to 1, found \(shortest(overlap))") }
  try evaluation.checkPlaces(call, below: count)
  // All together take 1 + (n − 1)(1 − overlap) times as long as each; written so that the ends are exact.
  let lead = try evaluation.combine(
    .multiply, call[0], .number(Double(count - 1)), call.name, at: call.place)
  let place = try evaluation.combine(.subtract, lead, call[1], call.name, at: call.place)
  let wait = try evaluation.combine(.multiply, place, .number(1 - overlap), call.name, at: call.place)
  let time = try evaluation.combine(.add, call[0], wait, call.name, at: call.place)
  return try evaluation.fraction(time, call)
}

extension Evaluation {
  /// Throws unless the second argument is a known place, or several.
  fileprivate func checkPlaces(_ call: Call, below count: Int) throws(Diagnostic) {
    let places = try known(call[1], call).elements
    for place in places where Int(exactly: place).map({ 0..<count ~= $0 }) != true {
      throw call.mistake(1, "expected a whole number from 0 to \(count - 1), found \(shortest(place))")
    }
  }
}
