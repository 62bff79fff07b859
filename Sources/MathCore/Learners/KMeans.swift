package import Diagnostics

/// Clusters around centers, by Lloyd's algorithm: assign each point to its nearest center, move each center
/// to the mean of its points, repeat until nothing changes.
///
/// The sum of squared distances, the inertia, never rises. Of equally near centers the first one counts. A
/// center without points moves to the point that is farthest from its own center, as in scikit-learn,
/// unless every point lies on a center: then it stays. Source: Lloyd, "Least squares quantization in PCM"
/// (1982).
package struct KMeans: Hashable, Sendable {
  /// What a step did.
  package enum Phase: String, Hashable, Sendable {
    case assign, move
  }

  /// The state after a step.
  package struct Step: Hashable, Sendable {
    /// Whether points have chosen centers, or centers have moved.
    package let phase: Phase
    /// The centers by rows.
    package let centers: Tensor
    /// The place of each point's center.
    package let labels: [Int]
    /// The sum of the points' squared distances from their centers.
    package let inertia: Double
  }

  /// Numbers that the history holds at most; of large data it holds the first steps only.
  private static let historyLimit = 10_000_000

  /// The state at the end.
  package let last: Step
  /// The states from the first assignment on, assignments and moves in turns.
  package let history: [Step]
  /// How many times the centers moved.
  package let moves: Int
  /// Whether the last assignment changed nothing.
  package let isConverged: Bool

  /// Moves the given centers at most `steps` times.
  package init(
    _ points: Tensor, from start: Tensor, steps: Int = 300
  ) throws(ArgumentError) {
    let points = try points.checkedPoints("X")
    let start = try start.checkedPoints("init")
    guard start.shape[1] == points.shape[1] else {
      throw ArgumentError(
        "init",
        "expected centers with as many coordinates as the points, \(points.shape[1]), found \(start.shape[1])"
      )
    }
    try Self.check(start.shape[0], points, "init")
    guard steps >= 1 else { throw ArgumentError("steps", "expected at least 1, found \(steps)") }
    var clusters = Clusters(points, centers: start)
    _ = clusters.assign()
    var last = clusters.step(.assign)
    var history = [last]
    let most = Self.historyLimit / (points.shape[0] + start.count)
    func record(_ phase: Phase) {
      last = clusters.step(phase)
      if history.count < most { history.append(last) }
    }
    var (hasChanged, moves) = (true, 0)
    while hasChanged && moves < steps {
      clusters.move()
      record(.move)
      hasChanged = clusters.assign()
      record(.assign)
      moves += 1
    }
    (self.last, self.history) = (last, history)
    (self.moves, isConverged) = (moves, !hasChanged)
  }

  /// k clusters have at least as many points.
  static func check(_ k: Int, _ points: Tensor, _ name: String) throws(ArgumentError) {
    guard k >= 1, k <= points.shape[0] else {
      throw ArgumentError(
        name, "expected from 1 to as many centers as points, \(points.shape[0]), found \(k)")
    }
  }

  /// The centers by rows.
  package var centers: Tensor { last.centers }

  /// The places of the nearest centers of points, given one after another.
  package func labels(of points: [Double]) -> [Int] {
    let shape = [points.count / centers.shape[1], centers.shape[1]]
    var clusters = Clusters(Tensor(shape: shape, elements: points), centers: centers)
    _ = clusters.assign()
    return clusters.labels
  }

  /// The place of a point's nearest center, as a formula of its coordinates.
  package func label<Number: RealNumber>(of point: [Number]) -> Number {
    let d = point.count
    func squaredDistance(_ c: Int) -> Number {
      let offsets = (0..<d).map { point[$0] - centers.elements[c * d + $0] }
      return offsets.dropFirst().reduce(offsets[0] * offsets[0]) { $0 + $1 * $1 }
    }
    var (best, label) = (squaredDistance(0), point[0].constant(0))
    for c in 1..<max(1, centers.shape[0]) {
      let distance = squaredDistance(c)
      let isNearer = distance.applying(.less, with: best)
      label = isNearer.choosing(point[0].constant(Double(c)), else: label)
      best = isNearer.choosing(distance, else: best)
    }
    return label
  }
}
