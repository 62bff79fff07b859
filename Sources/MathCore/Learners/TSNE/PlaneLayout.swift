/// Points of the plane, with what their descent remembers.
struct PlaneLayout {
  private(set) var xs: [Double]
  private(set) var ys: [Double]
  private let count: Int
  private var velocity: [Double]
  private var gains: [Double]

  /// Points by rows.
  init(_ points: Tensor) {
    count = points.shape[0]
    let filling = PointColumns(points).length - count
    let zeros = [Double](repeating: 0, count: filling)
    xs = points.column(0) + zeros
    ys = points.column(1) + zeros
    velocity = [Double](repeating: 0, count: 2 * count)
    gains = [Double](repeating: 1, count: 2 * count)
  }

  var isFinite: Bool { xs.allSatisfy(\.isFinite) && ys.allSatisfy(\.isFinite) }

  /// The points, and how well they show their neighbors.
  func frame(_ step: Int, _ forces: any NeighborForces) -> TSNE.Frame {
    let rows = (0..<count).flatMap { [xs[$0], ys[$0]] }
    return TSNE.Frame(
      step: step, points: Tensor(shape: [count, 2], elements: rows),
      divergence: forces.divergence(xs, ys))
  }

  /// Forgets velocities and gains, as scikit-learn does where exaggeration ends.
  mutating func rest() {
    velocity = velocity.map { _ in 0 }
    gains = gains.map { _ in 1 }
  }

  /// Gradient descent with momentum, and with a gain for each coordinate that grows as long as gradient and
  /// velocity agree.
  ///
  /// Source: Jacobs, "Increased rates of convergence through learning rate adaptation"
  /// (1988), with van der Maaten's constants.
  mutating func step(
    _ forces: any NeighborForces, exaggeration: Double, momentum: Double, rate: Double
  ) {
    let gradient = forces.gradient(xs, ys, exaggeration: exaggeration)
    for i in 0..<2 * count {
      // The velocity points downhill: its sign is opposite to a gradient that agrees with it.
      let isAgreed = velocity[i] * gradient[i] < 0
      gains[i] = max(0.01, isAgreed ? gains[i] + 0.2 : gains[i] * 0.8)
      velocity[i] = momentum * velocity[i] - rate * gains[i] * gradient[i]
    }
    for i in 0..<count {
      xs[i] += velocity[i]
      ys[i] += velocity[count + i]
    }
  }
}
