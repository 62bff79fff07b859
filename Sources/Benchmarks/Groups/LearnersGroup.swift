import Diagnostics
import MathCore

/// Clusters, components, mixtures and neighbors of points with ten coordinates.
let learnersGroup = Group("Learners on points with 10 coordinates, one core") { (bench) throws(Diagnostic) in
  HeldMemory.hold()
  let race = try Race(
    rounds: bench.rounds, ours: contestant(),
    rivals: [
      Contestant(scikitLearn) { () throws(Diagnostic) in
        try bench.measurements(ofPython: Snippets.scikitLearn)
      }
    ])
  func finding(_ subject: String, _ name: String, goal: Goal) -> Finding {
    race.finding(subject, in: .milliseconds, { $0[name] }, against: scikitLearn, goal: goal)
  }
  return [
    finding("k-means, 8 centers, 10,000 points", "kmeans", goal: .atMost(1)),
    finding("principal components of 10,000 points", "pca", goal: .atMost(1)),
    finding("50 steps of EM, 5 components, 10,000 points", "em", goal: .atMost(1)),
    finding("250 steps of exact t-SNE, 1,000 points", "tsne", goal: .atMost(1.5)),
  ]
}

private let scikitLearn = "scikit-learn"

/// Milliseconds, with the history that films need.
private func contestant() -> Contestant<Measurements> {
  let points = points(10_000)
  let few = Tensor(shape: [1000, 10], elements: Array(points.elements.prefix(10_000)))
  func rows(_ count: Int) -> Tensor {
    Tensor(shape: [count, 10], elements: Array(points.elements.prefix(10 * count)))
  }
  return Contestant("onepicture") { () throws(Diagnostic) in
    var times = Measurements()
    times["kmeans"] = try time { () throws(ArgumentError) in try KMeans(points, from: rows(8)) }
    times["pca"] = try time { () throws(ArgumentError) in try PrincipalComponents(points) }
    times["em"] = try time { () throws(ArgumentError) in
      var settings = GaussianMixture.Settings()
      (settings.steps, settings.tolerance) = (50, 0)
      return try GaussianMixture(points, from: GaussianComponents(means: rows(5)), settings: settings)
    }
    times["tsne"] = try time { () throws(ArgumentError) in
      var settings = TSNE.Settings()
      settings.steps = 250
      return try TSNE(few, settings: settings)
    }
    return times
  }
}

/// Eight groups of points, as the peer makes them.
private func points(_ count: Int) -> Tensor {
  let elements = (0..<count).flatMap { i in
    (0..<10).map { j in
      let noise = 43_758.5453 * UnaryFunction.sine(12.9898 * Double(i) + 78.233 * Double(j))
      return 3 * UnaryFunction.sine(Double(3 * (i % 8) + j)) + 4 * (noise - noise.rounded(.down))
    }
  }
  return Tensor(shape: [count, 10], elements: elements)
}

/// Milliseconds of work that has to succeed.
private func time<Result>(_ work: () throws(ArgumentError) -> Result) throws(Diagnostic) -> Double {
  do throws(ArgumentError) {
    _ = try work()
  } catch {
    throw Diagnostic(error.message)
  }
  return medianTime(of: 3) { try? work() } * 1e3
}
