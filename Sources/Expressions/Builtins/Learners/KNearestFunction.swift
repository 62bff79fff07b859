internal import Diagnostics
internal import MathCore

let kNearestFunction = Builtin(
  "k_nearest", ["X", "y", .init("k", .number(5))],
  "The vote of the k nearest points, of equal votes the lowest class, of equal distances the later row: predict, predictions, probabilities (and "
    + "probability of the second of two classes); neighbors (rows) and distances of a point, nearest first.",
  Example("k_nearest([0, 1, 5, 6], ['a', 'a', 'b', 'b'], k=3).neighbors(4)", "[2 3 1]")
) { (evaluation, call) throws(Diagnostic) in
  let (data, labels) = try call.classifiedPoints()
  let k = try call.integer(2, in: 1...data.count)
  try evaluation.chargeOperations(100 * data.dimension, times: data.count, at: call.place)
  let vote = try call.checked { () throws(ArgumentError) in try NearestVote(data, k: k) }
  let search = vote.search
  try evaluation.chargeOperations(search.work, times: data.count, at: call.place)
  func function(
    _ name: String, count: Int, _ values: @escaping @Sendable ([Double]) -> [Double]
  ) -> ModelFunction {
    ModelFunction(
      "k_nearest.\(name)", coordinates: coordinateNames(data.dimension), shape: [count], work: search.work
    ) { points, _ in
      values(points)
    }
  }
  let shares = function("probabilities", count: data.classCount) { vote.shares(atRows: $0) }
  let rows = function("neighbors", count: k) { search.neighbors(of: $0).rows.map(Double.init) }
  let distances = function("distances", count: k) { search.neighbors(of: $0).distances }
  let predictions = chosenClasses(
    scores: vote.shares(atRows: data.points.elements), perRow: data.classCount,
    classCount: data.classCount)
  return .record(
    "nearest-neighbor classifier",
    [("k", .number(Double(k)))] + labels.fields(predictions: predictions)
      + labels.fields(of: shares, named: "probabilities", learner: "k_nearest") + [
        ("neighbors", .model(rows)), ("distances", .model(distances)),
      ])
}
