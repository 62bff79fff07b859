internal import Diagnostics
internal import MathCore

/// Learners that find groups and directions by themselves.
let unsupervisedFunctions: [Builtin] = [
  kmeansFunction, gaussianMixtureFunction, pcaFunction, tsneFunction, matrixFactorizationFunction,
]

extension Call {
  /// A seed without which a random start cannot be drawn.
  func startSeed(_ index: Int, example: String) throws(Diagnostic) -> UInt64 {
    guard isGiven(index) else {
      throw mistake(
        index, "expected a seed for the random start",
        help: "give a seed, and every run draws the same start: \(example)")
    }
    return try seed(index)
  }

  /// The number of groups, which has to be given where the start says nothing about it.
  func groupCount(_ index: Int, of points: Tensor) throws(Diagnostic) -> Int {
    guard isGiven(index) else {
      throw mistake(index, "expected how many groups there are", help: "for example, \(name)(X, k=3, seed=1)")
    }
    let k = try integer(index, in: 1...Int.max >> 12)
    guard k <= points.shape[0] else {
      throw mistake(index, "expected at most as many groups as points, \(points.shape[0]), found \(k)")
    }
    return k
  }

  /// Checks that a given start has as many rows as the user says there are groups.
  func checkGroupCount(_ index: Int, _ start: Tensor) throws(Diagnostic) {
    guard isGiven(index) else { return }
    let k = try integer(index, in: 1...Int.max >> 12)
    guard k == start.shape[0] else {
      throw mistake(index, "expected the number of rows of init, \(start.shape[0]), or none, found \(k)")
    }
  }
}

extension Evaluation {
  /// Counts operations with a number that may be fractional, as kernels do several at a time.
  mutating func chargeOperations(_ operations: Double, at place: Place) throws(Diagnostic) {
    try chargeOperations(Int(min(max(operations, 0), 1e18)), at: place)
  }
}
