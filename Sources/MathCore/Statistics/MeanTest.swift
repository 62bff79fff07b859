package import Diagnostics

/// A test of what a mean, or the difference of two, is: how many standard errors it is away.
package struct MeanTest: Hashable, Sendable {
  /// The mean, or the difference of the means, that was found.
  package let estimate: Double
  /// What it is under the hypothesis.
  package let hypothesis: Double
  /// The standard deviation of the estimate.
  package let standardError: Double
  /// Those of Student's t; `nil` where the standard deviation is known, so that the test is normal.
  package let degreesOfFreedom: Double?
  /// Which results speak against the hypothesis.
  package let alternative: Alternative

  private init(
    _ estimate: Double, against hypothesis: Double, standardError: Double, degreesOfFreedom: Double?,
    _ alternative: Alternative
  ) {
    (self.estimate, self.hypothesis, self.standardError) = (estimate, hypothesis, standardError)
    (self.degreesOfFreedom, self.alternative) = (degreesOfFreedom, alternative)
  }

  /// The distance from the hypothesis in standard errors.
  package var statistic: Double { (estimate - hypothesis) / standardError }

  /// How likely a statistic at least as extreme is under the hypothesis.
  package var p: Double {
    degreesOfFreedom.map { alternative.probability(of: statistic, under: StudentT(df: $0)) }
      ?? alternative.probability(of: statistic, under: Normal())
  }

  /// The hypotheses that would not be rejected at 1 − level; it has one end for a one-sided alternative.
  package func interval(level: Double) throws(ArgumentError) -> (low: Double, high: Double) {
    try SampleCheck.fraction(level, "level")
    guard let degreesOfFreedom else {
      return alternative.interval(
        about: estimate, standardError: standardError, level: level, under: Normal())
    }
    return alternative.interval(
      about: estimate, standardError: standardError, level: level, under: StudentT(df: degreesOfFreedom))
  }

  /// (x̄ − μ) √n / σ of numbers whose standard deviation σ is known: Gauss.
  package static func z(
    _ x: [Double], mean: Double, sd: Double, _ alternative: Alternative = .twoSided
  ) throws(ArgumentError) -> MeanTest {
    try SampleCheck.numbers(x, "x")
    try SampleCheck.positive(sd, "sd")
    return MeanTest(
      try SampleMoments(of: x).mean, against: mean, standardError: sd / Double(x.count).squareRoot(),
      degreesOfFreedom: nil, alternative)
  }

  /// (x̄ − μ) √n / s with n − 1 degrees of freedom.
  ///
  /// Source: Student, "The probable error of a mean" (1908). At least two numbers, which must differ.
  package static func student(
    _ x: [Double], mean: Double, _ alternative: Alternative = .twoSided
  ) throws(ArgumentError) -> MeanTest {
    let sample = try SampleMean(x, "x")
    try requireSpread(sample.squaredError, "x", "the numbers")
    return MeanTest(
      sample.mean, against: mean, standardError: sample.squaredError.squareRoot(),
      degreesOfFreedom: Double(x.count - 1), alternative)
  }

  /// (ā − b̄ − δ) / √(s²ₐ/nₐ + s²ᵦ/nᵦ) for two samples whose variances may differ.
  ///
  /// Source: Welch, "The generalization of Student's problem when several different population variances
  /// are involved" (1947), whose degrees of freedom are not whole.
  package static func welch(
    _ a: [Double], _ b: [Double], difference: Double = 0, _ alternative: Alternative = .twoSided
  ) throws(ArgumentError) -> MeanTest {
    let (first, second) = (try SampleMean(a, "a"), try SampleMean(b, "b"))
    let squaredError = first.squaredError + second.squaredError
    try requireSpread(squaredError, "a", "the numbers of each sample")
    let share = first.squaredError / squaredError
    let freedom =
      1 / (share * share / Double(a.count - 1) + (1 - share) * (1 - share) / Double(b.count - 1))
    return MeanTest(
      first.mean - second.mean, against: difference, standardError: squaredError.squareRoot(),
      degreesOfFreedom: freedom, alternative)
  }

  /// Student's test of the differences aᵢ − bᵢ.
  package static func paired(
    _ a: [Double], _ b: [Double], difference: Double = 0, _ alternative: Alternative = .twoSided
  ) throws(ArgumentError) -> MeanTest {
    try SampleCheck.numbers(a, "a", atLeast: 2)
    try SampleCheck.sameCount(b.count, "b", as: a.count, of: "a")
    try SampleCheck.numbers(b, "b", atLeast: 2)
    let sample = try SampleMean(zip(a, b).map { $0 - $1 }, "a")
    try requireSpread(sample.squaredError, "a", "the differences from b")
    return MeanTest(
      sample.mean, against: difference, standardError: sample.squaredError.squareRoot(),
      degreesOfFreedom: Double(a.count - 1), alternative)
  }

  private static func requireSpread(
    _ squaredError: Double, _ argument: String, _ what: String
  ) throws(ArgumentError) {
    guard squaredError > 0, squaredError.isFinite else {
      throw ArgumentError(
        argument, "\(what) \(squaredError == 0 ? "are all equal" : "differ too much"), so that t is undefined"
      )
    }
  }
}

/// The mean of at least two numbers, and the square of its standard error, s²/n.
struct SampleMean {
  let mean: Double
  let squaredError: Double

  init(_ x: [Double], _ argument: String) throws(ArgumentError) {
    try SampleCheck.numbers(x, argument, atLeast: 2)
    let moments = try SampleMoments(of: x)
    (mean, squaredError) = (moments.mean, moments.variance(lessBy: 1) / Double(x.count))
  }
}
