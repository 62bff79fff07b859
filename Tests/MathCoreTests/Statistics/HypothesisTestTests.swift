import MathCore
import TestSupport
import Testing

private let x = [2.5, 0.1, 3.7, 3.7, 1.2, 9.8, 4.4, 0.1, 5.0, 2.5]
private let y = [1.0, 0.3, 2.9, 4.1, 1.1, 6.0, 5.5, -0.7, 4.0]
private let inf = Double.infinity

/// Reference numbers are those of SciPy 1.17 for x and y.
@Suite struct HypothesisTestTests {
  private func expect(
    _ test: MeanTest, _ statistic: Double, _ df: Double?, _ p: Double, _ interval: (Double, Double)
  ) throws {
    #expect(isClose(test.statistic, statistic, within: 1e-12))
    #expect(isClose(test.degreesOfFreedom ?? 0, df ?? 0, within: 1e-12))
    #expect(isClose(test.p, p, within: 1e-11), "\(test.p), \(p)")
    let (low, high) = try test.interval(level: 0.9)
    #expect(isClose(low, interval.0, within: 1e-11), "\(low), \(interval.0)")
    #expect(isClose(high, interval.1, within: 1e-11), "\(high), \(interval.1)")
  }

  // scipy.stats.ttest_1samp(x, 2, alternative=…).confidence_interval(.9)
  @Test(
    arguments: [
      (.twoSided, 0.182348155818337, 1.6508774310803809, 4.949122568919618),
      (.less, 0.9088259220908315, -inf, 4.544213526249791),
      (.greater, 0.0911740779091685, 2.055786473750208, inf),
    ] as [(Alternative, Double, Double, Double)])
  func `Student's test is SciPy's`(
    _ alternative: Alternative, _ p: Double, _ low: Double, _ high: Double
  ) throws {
    let test = try MeanTest.student(x, mean: 2, alternative)
    try expect(test, 1.4450392332052684, 9, p, (low, high))
  }

  // scipy.stats.ttest_ind(x, y, equal_var=False, alternative=…)
  @Test(
    arguments: [
      (.twoSided, 0.6167770538333174, -1.4747607651587011, 2.6969829873809226),
      (.less, 0.6916114730833414, -inf, 2.2097714241298423),
      (.greater, 0.3083885269166587, -0.9875492019076197, inf),
    ] as [(Alternative, Double, Double, Double)])
  func `Welch's test is SciPy's`(
    _ alternative: Alternative, _ p: Double, _ low: Double, _ high: Double
  ) throws {
    let test = try MeanTest.welch(x, y, alternative)
    try expect(test, 0.5097982327159493, 16.92232902919082, p, (low, high))
  }

  // scipy.stats.ttest_rel(x[:9], y, alternative=…)
  @Test(
    arguments: [
      (.twoSided, 0.17562367247329283, -0.1760513056075549, 1.576051305607555),
      (.less, 0.9121881637633535, -inf, 1.358053382379159),
      (.greater, 0.08781183623664642, 0.04194661762084129, inf),
    ] as [(Alternative, Double, Double, Double)])
  func `The paired test is SciPy's`(
    _ alternative: Alternative, _ p: Double, _ low: Double, _ high: Double
  ) throws {
    let test = try MeanTest.paired(Array(x.prefix(9)), y, alternative)
    try expect(test, 1.485853189122173, 8, p, (low, high))
  }

  // (mean(x) − 2) √10 / 2.5 with scipy.stats.norm
  @Test(
    arguments: [
      (.twoSided, 0.10009682885123217, 1.999629030311106, 4.6003709696888935),
      (.less, 0.9499515855743839, -inf, 4.313155471518876),
      (.greater, 0.05004841442561608, 2.286844528481124, inf),
    ] as [(Alternative, Double, Double, Double)])
  func `The normal test is SciPy's`(
    _ alternative: Alternative, _ p: Double, _ low: Double, _ high: Double
  ) throws {
    let test = try MeanTest.z(x, mean: 2, sd: 2.5, alternative)
    #expect(isClose(test.statistic, 1.644384383287557, within: 1e-12))
    #expect(isClose(test.p, p, within: 1e-12))
    let found = try test.interval(level: 0.9)
    #expect(isClose(found.low, low, within: 1e-12) && isClose(found.high, high, within: 1e-12), "\(found)")
  }

  @Test func `The oracle's tests are SciPy's`() throws {
    let welch = try StatisticsOracle.row("welch_t_test").content
    let found = try MeanTest.welch(#require(welch.a), #require(welch.b))
    #expect(try isClose(found.statistic, #require(welch.t), within: 1e-10))
    #expect(try isClose(found.degreesOfFreedom ?? 0, #require(welch.df), within: 1e-10))
    #expect(try isClose(found.p, #require(welch.p), within: 1e-10))
    let single = try StatisticsOracle.row("one_sample_t_test").content
    let student = try MeanTest.student(#require(single.a), mean: #require(single.mu0))
    #expect(try isClose(student.statistic, #require(single.t), within: 1e-10))
    #expect(try isClose(student.p, #require(single.p), within: 1e-10))
    let table = try StatisticsOracle.row("chi_squared_test").content
    let counts = try #require(table.table).flatMap { $0 }
    let test = try ChiSquaredTest.independence(of: Tensor(shape: [2, 2], elements: counts))
    #expect(try isClose(test.statistic, #require(table.chi2), within: 1e-10))
    #expect(try test.degreesOfFreedom == #require(table.df))
    #expect(try isClose(test.p, #require(table.p), within: 1e-10))
  }

  @Test func `Chi-squared tests are SciPy's`() throws {
    // scipy.stats.chi2_contingency
    let table = Tensor(shape: [2, 3], elements: [10, 20, 30, 6, 9, 17])
    let independence = try ChiSquaredTest.independence(of: table)
    #expect(isClose(independence.statistic, 0.27157465150403504, within: 1e-12))
    #expect(isClose(independence.p, 0.873028283380073, within: 1e-12))
    #expect(independence.degreesOfFreedom == 2)
    #expect(isClose(independence.expected.elements[4], 10.08695652173913, within: 1e-14))
    let square = Tensor(shape: [2, 2], elements: [20, 15, 30, 40])
    let corrected = try ChiSquaredTest.independence(of: square, isCorrected: true)
    #expect(isClose(corrected.statistic, 1.3793181818181819, within: 1e-12))
    #expect(isClose(corrected.p, 0.24021731990294432, within: 1e-12))
    // scipy.stats.chisquare, the second time with ddof=1
    let even = try ChiSquaredTest.goodnessOfFit(of: [16, 18, 16, 14, 12, 12])
    #expect(isClose(even.statistic, 2, within: 1e-13) && isClose(even.p, 0.8491450360846096, within: 1e-12))
    let uneven = try ChiSquaredTest.goodnessOfFit(
      of: [16, 18, 16, 14, 12, 12], to: [16, 16, 16, 16, 16, 8], parameters: 1)
    #expect(isClose(uneven.statistic, 3.5, within: 1e-13))
    #expect(isClose(uneven.p, 0.477878344488724, within: 1e-12))
  }

  @Test func `Intervals are SciPy's and statsmodels'`() throws {
    // scipy.stats.t.interval(.95, 9, mean(x), sem(x))
    let mean = try meanInterval(of: x, level: 0.95)
    #expect(isClose(mean.low, 1.2648965619330532, within: 1e-12))
    #expect(isClose(mean.high, 5.335103438066946, within: 1e-12))
    // statsmodels' proportion_confint(k, n, .05, 'wilson')
    for (k, n, low, high) in [
      (8, 10, 0.49016247153664183, 0.9433178485456247), (0, 5, 0, 0.43448246478317487),
      (5, 5, 0.5655175352168252, 1), (37, 100, 0.2818236053432453, 0.46779470419057095),
    ] {
      let found = try proportionInterval(successes: k, of: n, level: 0.95)
      #expect(isClose(found.low, low, within: 1e-12) && isClose(found.high, high, within: 1e-12))
    }
  }

  /// Where the hypothesis is true, p is uniform: Kolmogorov and Smirnov's distance of 400 p from it stays
  /// below 1.63/√400, their critical value at 1 %.
  @Test(arguments: Alternative.allCases)
  func `p is uniform where the hypothesis is true`(_ alternative: Alternative) throws {
    var generator = Xoshiro256(seed: 11)
    func sample(_ count: Int, _ sd: Double) -> [Double] {
      (0..<count).map { _ in Normal(mean: 3, sd: sd).quantile(at: generator.openUnit()) }
    }
    var single: [Double] = []
    var paired: [Double] = []
    for _ in 0..<400 {
      let (a, b) = (sample(6, 1), sample(6, 1))
      single.append(try MeanTest.student(a, mean: 3, alternative).p)
      paired.append(try MeanTest.paired(a, b, alternative).p)
    }
    for values in [single, paired] {
      let sorted = values.sorted()
      let distance = sorted.indices.map {
        max(abs(sorted[$0] - Double($0) / 400), abs(sorted[$0] - Double($0 + 1) / 400))
      }.max()
      #expect((distance ?? 1) < 1.63 / 20)
    }
  }
}
