internal import Diagnostics
internal import MathCore

let keyframesFunction = Builtin(
  "keyframes", ["t", "times", "values", .init("ease", .text("in-out"))],
  "The value at t of what has each of the values at its time, and goes from one to the next as ease does; "
    + "still before the first time and after the last.",
  Example("keyframes(0.7, [0, 0.4, 1], [0, 10, 20], ease=\"linear\")", "15")
) { (evaluation, call) throws(Diagnostic) in
  let times = try call.vector(1)
  let count = try evaluation.keyframeCount(call, times)
  let easing = try call.easing(3)
  var values: [Value] = []
  for i in 0..<count { values.append(try evaluation.element(i, of: call[2], at: call.place(of: 2))) }
  for (a, b) in zip(values, values.dropFirst()) { try evaluation.checkAlike(a, b, call, at: 2) }
  guard case .number(let t) = call[0], !t.isNaN else {
    return try evaluation.chosenKeyframe(times, values, easing, call)
  }
  // The last keyframe whose time has come.
  let start = times.lastIndex { $0 <= t } ?? 0
  return try evaluation.way(from: start, times, values, easing, call)
}

extension Evaluation {
  /// The number of keyframes, whose times have to rise.
  fileprivate func keyframeCount(_ call: Call, _ times: [Double]) throws(Diagnostic) -> Int {
    guard !times.isEmpty else { throw call.mistake(1, "expected at least one time, found none") }
    for (earlier, later) in zip(times, times.dropFirst()) where !(earlier < later) {
      throw call.mistake(1, "expected rising times, found \(shortest(later)) after \(shortest(earlier))")
    }
    switch call[2] {
    case .list, .texts, .range, .tensor, .recorded: break
    default: throw call[2].mismatch(call.title(of: 2), expected: "a list of values", at: call.location(of: 2))
    }
    let count = try length(of: call[2], at: call.place(of: 2))
    guard count == times.count else {
      throw call.mistake(2, "expected a value for each of \(counted(times.count, "time")), found \(count)")
    }
    return count
  }

  /// The way from one keyframe to the next one, which ends there; before its time it has not begun.
  fileprivate mutating func way(
    from start: Int, _ times: [Double], _ values: [Value], _ easing: Easing, _ call: Call
  ) throws(Diagnostic) -> Value {
    guard start + 1 < values.count else { return values[start] }
    let past = try combine(.subtract, call[0], .number(times[start]), call.name, at: call.place)
    let length = times[start + 1] - times[start]
    let t = try combine(.divide, past, .number(length), call.name, at: call.place)
    return try between(values[start], values[start + 1], try eased(t, as: easing, call), call)
  }

  /// The value at a time that is a vector, not known yet or NaN: chosen among all ways.
  fileprivate mutating func chosenKeyframe(
    _ times: [Double], _ values: [Value], _ easing: Easing, _ call: Call
  ) throws(Diagnostic) -> Value {
    var result = try way(from: 0, times, values, easing, call)
    for i in values.indices.dropFirst().dropLast() {
      let next = try way(from: i, times, values, easing, call)
      let isBefore = try combine(.less, call[0], .number(times[i]), call.name, at: call.place)
      result = try choose(isBefore, result, next, call.name, at: call.place)
    }
    return result
  }
}
