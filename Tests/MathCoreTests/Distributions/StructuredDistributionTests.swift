import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct StructuredDistributionTests {
  @Test func `Classes have their probabilities`() throws {
    let classes = try FiniteDistribution(categorical: [0.2, 0, 0.5, 0.3])
    #expect([-1, 0, 1, 2, 3, 4, 0.5].map { classes.density(at: $0) } == [0, 0.2, 0, 0.5, 0.3, 0, 0])
    let cumulative = [-1, 0, 1, 2.5, 3, 9].map { classes.cumulative(at: $0) }
    for (found, expected) in zip(cumulative, [0, 0.2, 0.2, 0.7, 1, 1]) {
      #expect(isClose(found, expected, within: 1e-15))
    }
    #expect([0, 0.2, 0.21, 0.7, 0.71, 1].map(classes.quantile) == [0, 0, 2, 2, 3, 3])
    #expect(isClose(classes.mean, 1.9, within: 1e-15) && isClose(classes.variance, 1.09, within: 1e-15))
    #expect(isClose(classes.entropy, 1.0296530140645737, within: 1e-14))
    #expect(classes.density(at: Double.nan).isNaN && classes.quantile(at: 1.5).isNaN)
  }

  @Test func `What is recorded of classes is what is looked up`() throws {
    let classes = try FiniteDistribution(empirical: [3, 1, 4, 1, 5])
    let recording = Recording(Graph())
    let x = recording.graph.variable(shape: [])
    let number = RecordedNumber(x, in: recording)
    let outputs = [
      classes.density(at: number), classes.cumulative(at: number), classes.survival(at: number),
      classes.logDensity(at: number),
    ]
    let program = try CompiledFunction(recording.graph, inputs: [x], outputs: outputs.map(\.node))
    for place in [-.infinity, 0, 1, 2.5, 3, 5, 5.5, .infinity, .nan] {
      let expected = [
        classes.density(at: place), classes.cumulative(at: place), classes.survival(at: place),
        classes.logDensity(at: place),
      ]
      for (a, b) in zip(program.at([place]), expected) { #expect(isClose(a, b, within: 0), "at \(place)") }
    }
  }

  @Test func `Data have their own distribution`() throws {
    let data = try FiniteDistribution(empirical: [3, 1, 4, 1, 5, 9, 2, 6])
    #expect(data.cumulative(at: 1) == 0.25 && data.survival(at: 4) == 0.375 && data.mean == 3.875)
    #expect(isClose(data.variance, 6.609375, within: 1e-15) && data.quantile(at: 0.5) == 3)
    #expect(data.support == 1...9)
  }

  private let bumps: Mixture? = try? Mixture(
    [Normal(mean: -2, sd: 0.5), Normal(mean: 3, sd: 2)], weights: [0.6, 0.4])

  @Test func `A mixture is the weighted sum of its parts`() throws {
    let mixture = try #require(bumps)
    let (first, second) = (Normal(mean: -2, sd: 0.5), Normal(mean: 3, sd: 2))
    for x in [-40.0, -3, 0, 1.5, 60] {
      let expected = 0.6 * first.density(at: x) + 0.4 * second.density(at: x)
      #expect(isClose(mixture.density(at: x), expected, within: 1e-14))
      #expect(isClose(mixture.cumulative(at: x) + mixture.survival(at: x), 1, within: 1e-15))
    }
    // Where the density itself is 0.
    let far = mixture.logDensity(at: 200.0)
    #expect(isClose(far, second.logDensity(at: 200) + UnaryFunction.logarithm(0.4), within: 1e-14))
    #expect(mixture.logDensity(at: Double.infinity) == -.infinity && mixture.logDensity(at: Double.nan).isNaN)
    #expect(isClose(mixture.mean, 0, within: 0, absolute: 1e-15))
    #expect(isClose(mixture.variance, 0.6 * 4.25 + 0.4 * 13, within: 1e-14))
    for p in [1e-12, 0.01, 0.3, 0.6, 0.9, 1 - 1e-12] {
      let x = mixture.quantile(at: p)
      #expect(
        p < 0.5
          ? isClose(mixture.cumulative(at: x), p, within: 1e-11)
          : isClose(mixture.survival(at: x), 1 - p, within: 1e-11))
    }
    #expect(mixture.quantile(at: 0) == -.infinity && mixture.quantile(at: 1) == .infinity)
  }

  @Test func `A mixture of discrete distributions has their numbers`() throws {
    let dice = try Mixture([DiscreteUniform(low: 1, high: 6), Binomial(n: 20, p: 0.9)], weights: [0.5, 0.5])
    #expect(dice.isDiscrete && dice.support == 0...20)
    #expect(isClose(dice.density(at: 4.0), 1.0 / 12, within: 1e-9) && dice.density(at: 4.5) == 0)
    for k in [1.0, 3, 6, 17, 20] { #expect(dice.quantile(at: dice.cumulative(at: k)) == k) }
  }

  @Test func `Samples of mixtures have their distribution`() throws {
    let mixture = try #require(bumps)
    var generator = Xoshiro256(seed: 7)
    let sample = mixture.sample(4000, using: &generator).sorted()
    let distances = sample.enumerated().map { abs(Double($0 + 1) / 4000 - mixture.cumulative(at: $1)) }
    #expect((distances.max() ?? 1) < 2.7 / 4000.0.squareRoot())
  }

  @Test func `What cannot be is refused with what was found`() {
    func message(_ step: () throws -> Void) -> String {
      do {
        try step()
        return "none"
      } catch {
        guard let error = error as? ArgumentError else { return "\(error)" }
        return "\(error.argument ?? "-"): \(error.message)"
      }
    }
    let rows: [(String, () throws -> Void)] = [
      (
        "probabilities: expected probabilities that sum to 1, found a sum of 0.75",
        { _ = try FiniteDistribution(categorical: [0.5, 0.25]) }
      ),
      (
        "probabilities: expected at least one probability, found none",
        { _ = try FiniteDistribution(categorical: []) }
      ),
      (
        "probabilities: expected probabilities in 0…1, found -0.5 at 1",
        { _ = try FiniteDistribution(categorical: [1.5 - 0.5, -0.5, 0.5]) }
      ),
      ("data: expected at least one number, found none", { _ = try FiniteDistribution(empirical: []) }),
      (
        "data: expected finite numbers, found nan at 1", { _ = try FiniteDistribution(empirical: [1, .nan]) }
      ),
      ("components: expected at least one distribution, found none", { _ = try Mixture([], weights: []) }),
      (
        "components: expected distributions that are all continuous, or all discrete",
        { _ = try Mixture([Normal(), Poisson(rate: 1)], weights: [0.5, 0.5]) }
      ),
      (
        "weights: expected one for each of 1 distributions, found 2",
        { _ = try Mixture([Normal()], weights: [0.5, 0.5]) }
      ),
      (
        "weights: expected probabilities that sum to 1, found a sum of 0.5",
        { _ = try Mixture([Normal()], weights: [0.5]) }
      ),
      (
        "covariance: expected a matrix of 2 × 2, as the mean, found one of 1 × 1",
        { _ = try MultivariateNormal(mean: [0, 1], covariance: Tensor(shape: [1, 1], elements: [1])) }
      ),
      (
        "mean: expected at least one number, found none",
        { _ = try MultivariateNormal(mean: [], covariance: Tensor(shape: [0, 0], elements: [])) }
      ),
    ]
    for (expected, step) in rows { #expect(message(step) == expected) }
    #expect(
      message {
        _ = try MultivariateNormal(mean: [0, 1], covariance: Tensor(shape: [2, 2], elements: [1, 2, 2, 1]))
      }.hasPrefix("covariance: expected a positive definite matrix"))
  }

  private func correlated() throws -> MultivariateNormal {
    try MultivariateNormal(mean: [1, -2], covariance: Tensor(shape: [2, 2], elements: [4, 1.2, 1.2, 1]))
  }

  @Test func `Random vectors have their mean and covariance`() throws {
    let normal = try correlated()
    var generator = Xoshiro256(seed: 3)
    let sample = normal.sample(20_000, using: &generator).elements
    let (xs, ys) = (
      stride(from: 0, to: 40_000, by: 2).map { sample[$0] - 1 },
      stride(from: 1, to: 40_000, by: 2).map { sample[$0] + 2 }
    )
    // Five standard errors.
    #expect(abs(xs.reduce(0, +) / 20_000) < 0.071 && abs(ys.reduce(0, +) / 20_000) < 0.036)
    let products = zip(xs, ys).map { $0 * $1 }
    #expect(abs(products.reduce(0, +) / 20_000 - 1.2) < 0.083)
    #expect(abs(xs.reduce(0) { $0 + $1 * $1 } / 20_000 - 4) < 0.2)
  }

  @Test func `An ellipse holds its probability`() throws {
    let normal = try correlated()
    let ellipse = try normal.ellipse(0.9)
    #expect(ellipse.center == [1, -2] && ellipse.radii[0] > ellipse.radii[1])
    var generator = Xoshiro256(seed: 5)
    let sample = normal.sample(10_000, using: &generator).elements
    var inside = 0
    for place in stride(from: 0, to: 20_000, by: 2) {
      let (x, y) = (sample[place] - 1, sample[place + 1] + 2)
      let axes = (0..<2).map { axis in
        (x * ellipse.directions.elements[2 * axis] + y * ellipse.directions.elements[2 * axis + 1])
          / ellipse.radii[axis]
      }
      if axes[0] * axes[0] + axes[1] * axes[1] <= 1 { inside += 1 }
    }
    #expect(abs(Double(inside) / 10_000 - 0.9) < 0.015)
    // The density is the same all around.
    let tips = (0..<2).map { axis in
      normal.density(
        at: (0..<2).map {
          ellipse.center[$0] + ellipse.radii[axis] * ellipse.directions.elements[2 * axis + $0]
        })
    }
    #expect(isClose(tips[0], tips[1], within: 1e-12))
    #expect(throws: ArgumentError.self) { try normal.ellipse(1) }
  }

  @Test func `The entropy is the logarithm of the covariance's determinant`() throws {
    #expect(isClose(try correlated().entropy, Normal(sd: 2).entropy + Normal(sd: 0.8).entropy, within: 1e-14))
  }
}
