internal import Diagnostics
internal import MathCore

/// Where a path has come to at a step.
let pathFunctions: [Builtin] = [
  Builtin(
    "path_to", ["points", "step"],
    "The points of a path up to a step, which counts from 0, and after a step that is not whole the one between; "
      + "points are the rows of a matrix, the numbers of a vector or the points of a descent.",
    Example("path_to([[0, 0], [1, 2], [5, 2]], 1.5)", "[[0 0] [1 2] [3 2]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (points, step) = (try evaluation.pathPoints(call), try call.number(1))
    let whole = points.place(of: step)
    let isBetween = step > Double(whole) && whole + 1 < points.shape[0]
    let shape = [whole + (isBetween ? 2 : 1)] + points.shape.dropFirst()
    try evaluation.chargeElements(shape, at: call.place)
    let elements = points.elements[..<((whole + 1) * points.size)]
    return .tensor(Tensor(shape: shape, elements: elements + (isBetween ? points.point(at: step) : [])))
  },
  Builtin(
    "point_at", ["points", "step"],
    "The point of a path at a step, which counts from 0; at a step that is not whole, the point between two.",
    Example("point_at([[0, 0], [1, 2], [5, 2]], 1.5)", "[3 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (points, step) = (try evaluation.pathPoints(call), try call.number(1))
    return Value(Tensor(shape: Array(points.shape.dropFirst()), elements: points.point(at: step)))
  },
]

extension Evaluation {
  /// The points of the first argument along its first axis; there is at least one.
  fileprivate func pathPoints(_ call: Call) throws(Diagnostic) -> Tensor {
    var value = call[0]
    if case .record(let record) = value, let points = record["points"] { value = points }
    switch value {
    case .tensor, .range, .recorded: break
    default:
      throw value.mismatch(
        call.title(of: 0), expected: "points by rows, or a vector", at: call.location(of: 0))
    }
    let points = try known(value, call)
    guard points.rank > 0, points.shape[0] > 0 else {
      throw call.mistake(0, "expected at least one point, found none")
    }
    return points
  }
}

extension Tensor {
  /// The numbers of one point.
  fileprivate var size: Int { shape.dropFirst().reduce(1, *) }

  /// The last point that is not beyond a step; the first or last one beyond the ends.
  fileprivate func place(of step: Double) -> Int { Int(min(max(step, 0), Double(shape[0] - 1))) }

  /// The point at a step.
  fileprivate func point(at step: Double) -> [Double] {
    let (size, whole) = (size, place(of: step))
    let point = elements[(whole * size)..<((whole + 1) * size)]
    let share = step - Double(whole)
    guard share > 0, whole + 1 < shape[0] else { return Array(point) }
    return zip(point, elements[((whole + 1) * size)..<((whole + 2) * size)]).map { wayPoint($0, $1, share) }
  }
}
