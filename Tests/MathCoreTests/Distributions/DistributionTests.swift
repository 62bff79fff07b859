import Diagnostics
import MathCore
import TestSupport
import Testing

/// A distribution of each family, by the parameters of the oracle and by others.
struct DistributionCase: Sendable, CustomTestStringConvertible {
  var name: String
  var values: [Double]
  var testDescription: String { "\(name)\(values)" }

  init(_ name: String, _ values: Double...) {
    self.name = name
    self.values = values
  }

  func made() throws -> any Distribution {
    try #require(distributions[name]).init(parameterValues: values)
  }

  /// At ordinary parameters.
  static let ordinary = [
    Self("normal", -2.5, 0.3), Self("uniform", -3, 5), Self("exponential", 1.5), Self("gamma", 2.5, 0.8),
    Self("gamma", 0.4, 3), Self("beta", 2, 5), Self("beta", 0.5, 0.7), Self("student_t", 3),
    Self("student_t", 0.8), Self("chi_squared", 4), Self("chi_squared", 1), Self("fisher_f", 3, 12),
    Self("fisher_f", 1, 5), Self("laplace", 1, 2), Self("log_normal", 0.2, 0.5), Self("cauchy", 2, 3),
    Self("logistic", -1, 0.5), Self("weibull", 1.7, 2), Self("weibull", 0.6, 1), Self("bernoulli", 0.3),
    Self("binomial", 10, 0.35), Self("binomial", 400, 0.02), Self("poisson", 4), Self("poisson", 120.5),
    Self("geometric", 0.2), Self("negative_binomial", 5, 0.4), Self("negative_binomial", 0.3, 0.1),
    Self("discrete_uniform", 1, 6),
  ]

  /// Where formulas lose digits, overflow or divide by 0.
  static let extreme = [
    Self("normal", 0, 1e-200), Self("gamma", 1e-3, 1), Self("gamma", 1e6, 1e3), Self("gamma", 3e9, 1),
    Self("beta", 1e-2, 2e-2), Self("beta", 1e6, 3e5), Self("beta", 2e6, 0.5), Self("student_t", 0.05),
    Self("student_t", 1e6), Self("chi_squared", 1e6), Self("chi_squared", 1e-2), Self("fisher_f", 1e6, 3),
    Self("fisher_f", 2e6, 1e7), Self("weibull", 1e4, 1), Self("weibull", 0.02, 1),
    Self("log_normal", 0, 20), Self("bernoulli", 0), Self("bernoulli", 1), Self("bernoulli", 1e-12),
    Self("binomial", 0, 0.5), Self("binomial", 7, 0), Self("binomial", 7, 1), Self("binomial", 1e6, 0.3),
    Self("binomial", 1e6, 1e-12), Self("binomial", 1e6, 2e-6), Self("poisson", 1e-12), Self("poisson", 1e9),
    Self("geometric", 1), Self("geometric", 1e-9), Self("negative_binomial", 3, 1),
    Self("negative_binomial", 1e6, 0.999), Self("negative_binomial", 1e-3, 1e-3),
    Self("discrete_uniform", -5, -5), Self("discrete_uniform", -1e9, 1e9),
  ]
}

private let probabilities = [1e-300, 1e-30, 1e-6, 0.01, 0.2, 0.5, 0.7, 0.93, 0.999, 1 - 1e-12]

/// What holds for every distribution.
@Suite struct DistributionTests {
  @Test func `Every family is tried at ordinary and at extreme parameters`() {
    #expect(Set(DistributionCase.ordinary.map(\.name)) == Set(distributions.names))
    for row in DistributionCase.ordinary + DistributionCase.extreme {
      #expect(distributions[row.name]?.mistake(in: row.values) == nil, "\(row)")
    }
  }

  @Test(arguments: DistributionCase.ordinary + DistributionCase.extreme)
  func `The distribution function and its tail make 1, and the quantile inverts them`(
    _ row: DistributionCase
  ) throws {
    let distribution = try row.made()
    for p in probabilities {
      let x = distribution.quantile(at: p)
      guard x.isFinite, abs(x) > 1e-290 || distribution.isDiscrete else { continue }
      let (lower, upper) = (distribution.cumulative(at: x), distribution.survival(at: x))
      #expect(isClose(lower + upper, 1, within: 1e-13))
      if distribution.isDiscrete {
        #expect(lower >= p * (1 - 1e-14))
        // Where the masses are below rounding, as good a number may be nearby.
        guard distribution.density(at: x) > 1e-13 * lower else { continue }
        #expect(distribution.cumulative(at: x - 1) < p || x == distribution.support.lowerBound)
        #expect(distribution.quantile(at: lower) == x || lower == 1)
      } else {
        // A unit in the last place of x is that much of a unit of the tail.
        let rounding = 4e-16 * abs(x) * distribution.density(at: x) / min(lower, upper)
        #expect(
          p <= 0.5
            ? isClose(lower, p, within: 1e-11 + 4 * rounding)
            : isClose(upper, 1 - p, within: 1e-11 + 4 * rounding), "at \(x): \(lower), \(p)")
      }
    }
    #expect(distribution.quantile(at: -0.1).isNaN && distribution.quantile(at: 1.1).isNaN)
    #expect(distribution.quantile(at: .nan).isNaN)
  }

  @Test(arguments: DistributionCase.ordinary + DistributionCase.extreme)
  func `Densities are not negative, and their logarithms are those`(_ row: DistributionCase) throws {
    let distribution = try row.made()
    for p in probabilities {
      let x = distribution.quantile(at: p)
      guard x.isFinite else { continue }
      let (density, logarithm) = (distribution.density(at: x), distribution.logDensity(at: x))
      #expect(density >= 0)
      guard density > 1e-300, density < .infinity else { continue }
      // Relative errors of a density are absolute ones of its logarithm.
      #expect(isClose(UnaryFunction.exponential(logarithm), density, within: 1e-11), "at \(x)")
    }
  }

  @Test(arguments: DistributionCase.ordinary + DistributionCase.extreme)
  func `Nothing is outside of the support, and NaN stays NaN`(_ row: DistributionCase) throws {
    let distribution = try row.made()
    let support = distribution.support
    for x in [-.infinity, support.lowerBound - 1, support.lowerBound.nextDown] where x < support.lowerBound {
      #expect(distribution.density(at: x) == 0 && distribution.logDensity(at: x) == -.infinity)
      #expect(distribution.cumulative(at: x) == 0 && distribution.survival(at: x) == 1)
    }
    for x in [.infinity, support.upperBound + 1, support.upperBound.nextUp] where x > support.upperBound {
      #expect(distribution.density(at: x) == 0 && distribution.logDensity(at: x) == -.infinity)
      #expect(distribution.cumulative(at: x) == 1 && distribution.survival(at: x) == 0)
    }
    #expect(distribution.density(at: Double.infinity) == 0 && distribution.density(at: -Double.infinity) == 0)
    #expect(
      distribution.cumulative(at: Double.infinity) == 1 && distribution.survival(at: Double.infinity) == 0)
    #expect(distribution.density(at: Double.nan).isNaN && distribution.logDensity(at: Double.nan).isNaN)
    #expect(distribution.cumulative(at: Double.nan).isNaN && distribution.survival(at: Double.nan).isNaN)
    if distribution.isDiscrete, support.lowerBound < support.upperBound {
      let between = support.lowerBound + 0.5
      #expect(distribution.density(at: between) == 0)
      #expect(distribution.cumulative(at: between) == distribution.cumulative(at: support.lowerBound))
    }
  }

  @Test(arguments: DistributionCase.ordinary)
  func `Densities integrate to the distribution function, and masses sum to it`(_ row: DistributionCase)
    throws
  {
    let distribution = try row.made()
    // From 0.1 on, where no density is infinite.
    let (low, high) = (distribution.quantile(at: 0.1), distribution.quantile(at: 0.95))
    let expected = distribution.cumulative(at: high) - distribution.cumulative(at: low)
    if distribution.isDiscrete {
      let masses = stride(from: low + 1, through: high, by: 1).map { distribution.density(at: $0) }
      #expect(isClose(masses.reduce(0, +), expected, within: 1e-12, absolute: 1e-15))
    } else {
      let integral = Integral(from: low, to: high, tolerance: 1e-11) { xs in
        xs.map { distribution.density(at: $0) }
      }
      #expect(isClose(integral.value, expected, within: 1e-11))
    }
  }

  @Test(arguments: DistributionCase.ordinary)
  func `Mean, variance and entropy are the sums or integrals that they stand for`(_ row: DistributionCase)
    throws
  {
    let distribution = try row.made()
    // Heavy tails are cut too early by this sum; the oracle has their values.
    guard !["cauchy", "student_t", "fisher_f"].contains(row.name) else { return }
    // In u = F(x), where the density is 1.
    func average(_ value: (Double) -> Double) -> Double {
      if distribution.isDiscrete {
        let (low, high) = (distribution.support.lowerBound, distribution.quantile(at: 1 - 1e-15) + 40)
        return stride(from: low, through: min(high, distribution.support.upperBound), by: 1)
          .reduce(0) {
            let mass = distribution.density(at: $1)
            return mass > 0 ? $0 + mass * value($1) : $0
          }
      }
      let half = Integral(from: 0, to: 60, tolerance: 1e-9) { ts in
        ts.map { t in
          // u = e^(−t)/2 in either half, so that the ends are far away.
          let tail = 0.5 * UnaryFunction.exponential(-t)
          let pair = [distribution.quantile(at: tail), upperQuantile(distribution, tail)]
          return tail * pair.map(value).filter(\.isFinite).reduce(0, +)
        }
      }
      return half.value
    }
    let mean = distribution.mean
    #expect(isClose(average { $0 }, mean, within: 1e-6))
    #expect(isClose(average { ($0 - mean) * ($0 - mean) }, distribution.variance, within: 1e-5))
    #expect(
      isClose(
        average { -distribution.logDensity(at: $0) }, distribution.entropy, within: 1e-6, absolute: 1e-6))
  }

  /// The quantile of 1 − p, which is rounded; the mean does not mind.
  private func upperQuantile(_ distribution: any Distribution, _ p: Double) -> Double {
    distribution.quantile(at: min(1 - p, 1 - 1e-16))
  }

  /// Derivatives by the tape and compiled programs, both against numbers.
  @Test(arguments: DistributionCase.ordinary.filter { distributions[$0.name]?.isDiscrete == false })
  func `The derivative of the distribution function is the density`(_ row: DistributionCase) throws {
    let distribution = try row.made()
    let recording = Recording(Graph())
    let x = recording.graph.variable(shape: [])
    let cumulative = distribution.cumulative(at: RecordedNumber(x, in: recording))
    let slope = recording.graph.gradient(of: cumulative.node, withRespectTo: [x])[0]
    let program = try CompiledFunction(recording.graph, inputs: [x], outputs: [cumulative.node, slope])
    for p in [0.003, 0.2, 0.5, 0.8, 0.99] {
      let place = distribution.quantile(at: p)
      let found = program.at([place])
      #expect(isClose(found[0], distribution.cumulative(at: place), within: 1e-14))
      #expect(isClose(found[1], distribution.density(at: place), within: 1e-12), "at \(place)")
    }
  }

  /// By the theorem of Kolmogorov the largest distance passes this limit once in a million times.
  @Test(arguments: DistributionCase.ordinary)
  func `Samples have their distribution`(_ row: DistributionCase) throws {
    let distribution = try row.made()
    var generator = Xoshiro256(seed: 2024)
    let sample = distribution.sample(2000, using: &generator).sorted()
    var distance = 0.0
    for (place, x) in sample.enumerated() where place + 1 == sample.count || sample[place + 1] > x {
      distance = max(distance, abs(Double(place + 1) / Double(sample.count) - distribution.cumulative(at: x)))
    }
    #expect(distance < 2.7 / Double(sample.count).squareRoot(), "\(distance)")
  }

  @Test func `Wrong parameters are told with what they should be`() {
    let rows: [(name: String, values: [Double], index: Int, expectation: String)] = [
      ("normal", [0, 0], 1, "more than 0"), ("normal", [.nan, 1], 0, "a finite number"),
      ("uniform", [2, 2], 1, "more than low"), ("gamma", [.infinity, 1], 0, "more than 0"),
      ("bernoulli", [1.5], 0, "a probability in 0…1"),
      ("binomial", [2.5, 0.5], 0, "a whole number of at least 0"),
      ("binomial", [-1, 0.5], 0, "a whole number of at least 0"),
      ("geometric", [0], 0, "a probability above 0, up to 1"),
      ("discrete_uniform", [1, 6.5], 1, "a whole number"), ("discrete_uniform", [6, 1], 1, "at least low"),
    ]
    for row in rows {
      let mistake = distributions[row.name]?.mistake(in: row.values)
      #expect(mistake?.index == row.index && mistake?.expectation == row.expectation, "\(row)")
    }
  }
}
