package import Diagnostics

/// Points in the plane whose neighbors are those that points with many coordinates have.
///
/// Source: van der Maaten and Hinton, "Visualizing data using t-SNE" (2008); for more points than
/// `exactLimit` forces are summed as in van der Maaten, "Accelerating t-SNE using tree-based algorithms"
/// (2014). Schedule and start are those of scikit-learn: momentum 0.5 and exaggerated affinities for 250
/// steps, momentum 0.8 and true affinities after them.
package struct TSNE: Sendable {
  /// Where the points of the plane begin.
  package enum Start: Sendable {
    /// The first two principal components, shrunk to a standard deviation of 1e-4 along the first.
    case principal
    /// Normal numbers with a standard deviation of 1e-4.
    case random(seed: UInt64)
    /// Given points, by rows.
    case given(Tensor)
  }

  /// How points move.
  package struct Settings: Sendable {
    /// The effective number of neighbors of a point.
    package var perplexity = 30.0
    /// Where the points of the plane begin.
    package var start = Start.principal
    /// The learning rate; unless said a quarter of the points for each unit of exaggeration, at least 50.
    package var rate: Double?
    /// How many steps there are.
    package var steps = 1000
    /// What affinities are multiplied by at first.
    package var exaggeration = 12.0
    /// How many steps lie between the states of the history.
    package var every = 50
    /// Up to this many points, forces are summed exactly.
    package var exactLimit = 2000

    /// scikit-learn's settings.
    package init() {}
  }

  /// The state after a number of steps.
  package struct Frame: Hashable, Sendable {
    /// The number of steps.
    package let step: Int
    /// The points of the plane by rows.
    package let points: Tensor
    /// The Kullback–Leibler divergence of the plane's affinities from the true ones, in nats.
    package let divergence: Double
  }

  /// The steps that are exaggerated.
  private static let earlySteps = 250

  /// The states at the start, every so many steps, and at the end.
  package let history: [Frame]
  /// The standard deviation of the neighborhood of each point.
  package let bandwidths: [Double]

  /// The state at the end.
  package var last: Frame { history[history.count - 1] }

  /// Lays out the rows of a matrix.
  package init(_ points: Tensor, settings: Settings = Settings()) throws(ArgumentError) {
    let points = try points.checkedPoints("X")
    try settings.check(points)
    let count = points.shape[0]
    let forces: any NeighborForces
    if count <= settings.exactLimit {
      let affinities = PerplexityAffinities(points, perplexity: settings.perplexity)
      (forces, bandwidths) = (ExactForces(affinities), affinities.bandwidths)
    } else {
      let affinities = SparseAffinities(points, perplexity: settings.perplexity)
      (forces, bandwidths) = (BarnesHutForces(affinities), affinities.bandwidths)
    }
    var layout = try PlaneLayout(settings.start.points(for: points))
    let rate = settings.rate ?? max(50, Double(count) / settings.exaggeration / 4)
    var history = [layout.frame(0, forces)]
    for step in 1...settings.steps {
      let isEarly = step <= Self.earlySteps
      if step == Self.earlySteps + 1 { layout.rest() }
      layout.step(
        forces, exaggeration: isEarly ? settings.exaggeration : 1, momentum: isEarly ? 0.5 : 0.8, rate: rate)
      guard layout.isFinite else {
        throw ArgumentError(
          "rate", "the points are no longer finite after \(step) steps", help: "try a smaller rate")
      }
      if step == settings.steps || step.isMultiple(of: settings.every) {
        history.append(layout.frame(step, forces))
      }
    }
    self.history = history
  }
}

extension TSNE.Settings {
  fileprivate func check(_ points: Tensor) throws(ArgumentError) {
    let others = points.shape[0] - 1
    guard perplexity >= 1, perplexity < Double(others) else {
      throw ArgumentError(
        "perplexity",
        "expected at least 1 and less than the number of other points, \(others), found \(plain(perplexity))",
        help: "it is about how many neighbors a point has")
    }
    for (name, value) in [("rate", rate ?? 1), ("exaggeration", exaggeration)] {
      guard value > 0, value.isFinite else {
        throw ArgumentError(name, "expected a finite number greater than 0, found \(plain(value))")
      }
    }
    for (name, value) in [("steps", steps), ("every", every)] {
      guard value >= 1 else { throw ArgumentError(name, "expected at least 1, found \(value)") }
    }
  }
}

extension TSNE.Start {
  /// The standard deviation that the start has, so small that no order is set yet.
  private static let spread = 1e-4

  /// The points of the plane, by rows.
  fileprivate func points(for points: Tensor) throws(ArgumentError) -> Tensor {
    let count = points.shape[0]
    switch self {
    case .random(let seed):
      var generator = Xoshiro256(seed: seed)
      let normal = (0..<2 * count).map { _ in UnaryFunction.normalQuantile(generator.openUnit()) }
      return Tensor(shape: [count, 2], elements: normal.map { Self.spread * $0 })
    case .principal:
      guard points.shape[1] >= 2 else {
        throw ArgumentError(
          "init",
          "expected points with at least 2 coordinates to begin at their principal components, found 1",
          help: "init='random' begins anywhere, and needs a seed")
      }
      let principal = try PrincipalComponents(points, k: 2)
      let deviation = (principal.variances[0] * Double(count - 1) / Double(count)).squareRoot()
      let scale = deviation > 0 ? Self.spread / deviation : 0
      return Tensor(shape: [count, 2], elements: principal.scores.elements.map { scale * $0 })
    case .given(let start):
      let start = try start.checkedPoints("init")
      guard start.shape == [count, 2] else {
        throw ArgumentError(
          "init", "expected \(count) rows of 2 numbers, found \(start.shape[0]) of \(start.shape[1])")
      }
      return start
    }
  }
}
