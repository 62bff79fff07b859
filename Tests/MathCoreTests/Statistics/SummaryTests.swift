import Diagnostics
import MathCore
import TestSupport
import Testing

private let x = [2.5, 0.1, 3.7, 3.7, 1.2, 9.8, 4.4, 0.1, 5.0, 2.5]
private let y = [1.0, 0.3, 2.9, 4.1, 1.1, 6.0, 5.5, -0.7, 4.0, 2.0]

/// Reference numbers are those of NumPy 2.4 and SciPy 1.17 for x and y.
@Suite struct SummaryTests {
  // numpy.quantile(x, [0, .05, .1, .25, .35, .5, .73, .9, 1], method=…)
  @Test(
    arguments: [
      ("inverted_cdf", [0.1, 0.1, 0.1, 1.2, 2.5, 2.5, 4.4, 5.0, 9.8]),
      ("averaged_inverted_cdf", [0.1, 0.1, 0.1, 1.2, 2.5, 3.1, 4.4, 7.4, 9.8]),
      ("closest_observation", [0.1, 0.1, 0.1, 0.1, 2.5, 2.5, 3.7, 5.0, 9.8]),
      ("interpolated_inverted_cdf", [0.1, 0.1, 0.1, 0.65, 1.85, 2.5, 3.91, 5.0, 9.8]),
      ("hazen", [0.1, 0.1, 0.1, 1.2, 2.5, 3.1, 4.26, 7.4, 9.8]),
      ("weibull", [0.1, 0.1, 0.1, 0.925, 2.305, 3.1, 4.418, 9.320000000000002, 9.8]),
      ("linear", [0.1, 0.1, 0.1, 1.525, 2.5, 3.1, 4.099, 5.479999999999999, 9.8]),
      (
        "median_unbiased",
        [0.1, 0.1, 0.1, 1.1083333333333332, 2.435, 3.1, 4.313666666666667, 8.04, 9.8]
      ),
      (
        "normal_unbiased",
        [0.1, 0.1, 0.1, 1.1312499999999999, 2.45125, 3.1, 4.30025, 7.879999999999999, 9.8]
      ),
      ("lower", [0.1, 0.1, 0.1, 1.2, 2.5, 2.5, 3.7, 5.0, 9.8]),
      ("higher", [0.1, 0.1, 0.1, 2.5, 2.5, 3.7, 4.4, 9.8, 9.8]),
      ("midpoint", [0.1, 0.1, 0.1, 1.85, 2.5, 3.1, 4.050000000000001, 7.4, 9.8]),
      ("nearest", [0.1, 0.1, 0.1, 1.2, 2.5, 2.5, 4.4, 5.0, 9.8]),
    ] as [(String, [Double])])
  func `Quantiles are NumPy's`(_ name: String, _ expected: [Double]) throws {
    let method = try #require(QuantileMethod(rawValue: name))
    let shares = [0, 0.05, 0.1, 0.25, 0.35, 0.5, 0.73, 0.9, 1]
    for (share, number) in zip(shares, expected) {
      let found = quantile(share, ofSorted: x.sorted(), method)
      #expect(isClose(found, number, within: 1e-14), "\(share): \(found), \(number)")
    }
  }

  @Test(arguments: QuantileMethod.allCases)
  func `Quantiles rise, and stay within the data`(_ method: QuantileMethod) {
    for data in [[7], [1, 2], [-1e308, 1e308], [-.infinity, 0, .infinity, .infinity]] as [[Double]] {
      var last = -Double.infinity
      for step in 0...50 {
        let found = quantile(Double(step) / 50, ofSorted: data, method)
        #expect(found >= last && found >= data[0] && found <= data[data.count - 1])
        last = found
      }
    }
  }

  @Test func `Moments are SciPy's`() throws {
    let moments = try SampleMoments(of: x)
    #expect(isClose(moments.skewness, 1.0436903142543699, within: 1e-13))  // scipy.stats.skew
    #expect(isClose(moments.excessKurtosis, 0.816509657148389, within: 1e-13))  // scipy.stats.kurtosis
    #expect(isClose(moments.variance(lessBy: 1), 8.093333333333334, within: 1e-14))
    #expect(isClose(moments.standardDeviation(), (0.9 * 8.093333333333334).squareRoot(), within: 1e-14))
    #expect(try isClose(weightedMean(x, weights: (0...9).map(Double.init)), 3.6, within: 1e-14))
  }

  @Test(arguments: [1e-200, 1, 1e150])
  func `Moments keep their digits at every size`(_ scale: Double) throws {
    let moments = try SampleMoments(of: x.map { $0 * scale })
    #expect(isClose(moments.skewness, 1.0436903142543699, within: 1e-12))
    #expect(isClose(moments.excessKurtosis, 0.816509657148389, within: 1e-12))
    #expect(isClose(moments.standardDeviation() / scale, 2.6989, within: 1e-4))
    #expect(try isClose(pearson(x.map { $0 * scale }, y), 0.8885789188698299, within: 1e-13))
  }

  @Test func `Equal numbers share their rank`() {
    // scipy.stats.rankdata(x)
    #expect(ranks(of: x) == [4.5, 1.5, 6.5, 6.5, 3, 10, 8, 1.5, 9, 4.5])
    #expect(ranks(of: []) == [])
  }

  @Test func `Correlations are SciPy's`() throws {
    #expect(try isClose(pearson(x, y), 0.8885789188698299, within: 1e-14))
    #expect(try isClose(spearman(x, y), 0.9297027349955934, within: 1e-14))
    let oracle = try StatisticsOracle.row("correlation").content
    let (a, b) = (try #require(oracle.a), try #require(oracle.b))
    #expect(try isClose(pearson(a, b), #require(oracle.pearson), within: 1e-10))
    #expect(try isClose(spearman(a, b), #require(oracle.spearman), within: 1e-10))
    let points = Tensor(shape: [a.count, 2], elements: zip(a, b).flatMap { [$0, $1] })
    let expected = try #require(oracle.covariance).flatMap { $0 }
    for (found, number) in zip(try covariance(of: points).elements, expected) {
      #expect(isClose(found, number, within: 1e-10))
    }
    #expect(try isClose(correlation(of: points).elements[1], #require(oracle.pearson), within: 1e-10))
  }

  @Test func `Correlation knows no units, and a line has 1`() throws {
    let moved = x.map { 3 - 1e6 * $0 }
    #expect(try isClose(pearson(moved, y), -0.8885789188698299, within: 1e-12))
    #expect(try pearson(x, x.map { 2 * $0 + 1 }) == 1)
    #expect(try isClose(spearman(x, x.map { -$0 * $0 * $0 }), -1, within: 1e-15))
  }
}
