import MathCore
import TestSupport
import Testing

@Suite struct TestPowerTests {
  // scipy.stats.nct.cdf and sf
  @Test(
    arguments: [
      (1, 3, 0.5, 0.6515283330101278, 0.34847166698987214),
      (2.5, 10, 1.5, 0.7939391090361834, 0.20606089096381658), (-1, 1, 0, 0.25, 0.75),
      (0, 5, 1, 0.15865525393145707, 0.8413447460685429),
      (4, 2, -1, 0.9955376423503051, 0.004462357649694989), (3, 200, 2.5, 0.68819768384992, 0.31180231615008),
      (1, 1, 3, 0.03360763825082426, 0.9663923617491758),
    ] as [(Double, Double, Double, Double, Double)])
  func `The noncentral t is SciPy's`(
    _ t: Double, _ df: Double, _ shift: Double, _ cumulative: Double, _ survival: Double
  ) {
    let distribution = NoncentralT(df: df, noncentrality: shift)
    #expect(isClose(distribution.cumulative(at: t), cumulative, within: 1e-11))
    #expect(isClose(distribution.survival(at: t), survival, within: 1e-11))
  }

  @Test(arguments: [1.0, 2, 7, 100, 1e4, 1e7])
  func `Without a shift it is Student's`(_ df: Double) {
    for t in [-3, -0.5, 0, 1, 2.5] {
      let found = NoncentralT(df: df, noncentrality: 0).cumulative(at: t)
      #expect(isClose(found, StudentT(df: df).cumulative(at: t), within: 1e-10), "\(t)")
    }
  }

  // statsmodels.stats.power.TTestIndPower, TTestPower and NormalIndPower(ddof=0)
  @Test(
    arguments: [
      (.t, 0.5, 64, 0.05, 2, .twoSided, 0.8014595579222542),
      (.t, 0.5, 64, 0.05, 2, .greater, 0.8786641914041017),
      (.t, 0.3, 20, 0.01, 1, .twoSided, 0.08898120601027107),
      (.t, -0.4, 30, 0.05, 1, .less, 0.6895127662969707),
      (.t, 0.2, 2, 0.05, 1, .twoSided, 0.05197844977094976),
      (.t, 1.2, 5, 0.05, 2, .greater, 0.5356626021920377),
      (.t, 0.05, 5000, 0.05, 2, .twoSided, 0.7053351954242707),
      (.z, 0.5, 64, 0.05, 2, .twoSided, 0.807430419432557),
      (.z, 0.5, 64, 0.05, 2, .greater, 0.8817090317783467),
      (.z, 0.05, 5000, 0.05, 2, .twoSided, 0.7054180011138002),
    ] as [(TestPower.Statistic, Double, Int, Double, Int, Alternative, Double)])
  func `Power is statsmodels'`(
    _ statistic: TestPower.Statistic, _ effect: Double, _ n: Int, _ alpha: Double, _ samples: Int,
    _ alternative: Alternative, _ expected: Double
  ) throws {
    let test = try TestPower(
      effect: effect, alpha: alpha, statistic: statistic, samples: samples, alternative)
    let found = try test.power(n: n)
    #expect(isClose(found, expected, within: 1e-10), "\(found)")
  }

  @Test(arguments: Alternative.allCases)
  func `Without an effect the power is the probability of a false alarm`(
    _ alternative: Alternative
  ) throws {
    for statistic in TestPower.Statistic.allCases {
      for alpha in [0.001, 0.05, 0.3] {
        let test = try TestPower(effect: 0, alpha: alpha, statistic: statistic, alternative)
        #expect(try isClose(test.power(n: 12), alpha, within: 1e-9))
      }
    }
  }

  // Those of statsmodels' solve_power, rounded up
  @Test(
    arguments: [
      (.t, 0.5, 2, 0.8, 64), (.t, 0.3, 1, 0.9, 119), (.z, 0.5, 2, 0.8, 63), (.t, 1.5, 1, 0.8, 6),
    ] as [(TestPower.Statistic, Double, Int, Double, Int)])
  func `The sample size is the first that reaches the power`(
    _ statistic: TestPower.Statistic, _ effect: Double, _ samples: Int, _ power: Double, _ expected: Int
  ) throws {
    let test = try TestPower(effect: effect, alpha: 0.05, statistic: statistic, samples: samples)
    let found = try test.sampleSize(power: power)
    #expect(found == expected)
    #expect(try test.power(n: found) >= power && test.power(n: found - 1) < power)
  }
}
