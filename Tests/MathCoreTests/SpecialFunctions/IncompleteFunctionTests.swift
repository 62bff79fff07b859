import Glibc
import MathCore
import TestSupport
import Testing

@Suite struct IncompleteFunctionTests {
  /// mpmath with 40 digits: shape, x, lower, upper.
  @Test(
    arguments: [
      [1e-09, 0.2, 0.9999999987773495, 1.2226505440819103e-09],
      [0.001, 3.0, 0.9999869268601987, 1.3073139801213742e-05],
      [0.3, 1e-10, 0.0011142425085215889, 0.9988857574914785],
      [0.5, 0.5, 0.6826894921370859, 0.3173105078629141],
      [0.5, 30.0, 0.9999999999999906, 9.485737571073848e-15],
      [1.0, 1.0, 0.6321205588285577, 0.36787944117144233],
      [2.5, 0.01, 2.987601531906594e-06, 0.999997012398468],
      [2.5, 40.0, 0.9999999999999991, 8.391825114831611e-16],
      [12.0, 11.5, 0.48020190637605786, 0.5197980936239421],
      [85.0, 120.0, 0.9996728659140546, 0.00032713408594537254],
      [300.0, 210.0, 3.093962502275919e-09, 0.9999999969060375],
      [999.0, 1000.0, 0.516819855528937, 0.483180144471063],
      [999.0, 1400.0, 1.0, 5.7239907560756996e-30],
      [1000.0, 1000.0, 0.5042052441802155, 0.4957947558197845],
      [10000.0, 9000.0, 2.073299202433928e-25, 1.0],
      [1000000.0, 1003000.0, 0.9986382593537824, 0.0013617406462175915],
      [1000000.0, 990000.0, 5.446644693010809e-24, 1.0],
      [1000000000.0, 1000200000.0, 0.9999999998726802, 1.2731986553203086e-10],
    ] as [[Double]])
  func `Both tails of the gamma function have all digits`(_ row: [Double]) {
    #expect(isClose(regularizedGamma(lower: row[1], shape: row[0]), row[2], within: 1e-12, absolute: 1e-300))
    #expect(isClose(regularizedGamma(upper: row[1], shape: row[0]), row[3], within: 1e-12, absolute: 1e-300))
  }

  /// mpmath with 40 digits: a, b, odds, lower, upper.
  @Test(
    arguments: [
      [0.001, 2.0, 1.0, 0.9998067465369478, 0.00019325346305225182],
      [0.5, 0.5, 1e-20, 6.366197723675813e-11, 0.999999999936338],
      [0.5, 0.5, 3.0, 0.6666666666666666, 0.3333333333333333],
      [2.0, 5.0, 0.001, 1.4930209497048025e-05, 0.999985069790503],
      [2.0, 5.0, 50.0, 0.9999999828941193, 1.7105880706434805e-08],
      [0.5, 1.5, 30.0, 0.997516852977847, 0.0024831470221530457],
      [0.5, 500000.0, 9e-06, 0.9973001374585782, 0.0026998625414217966],
      [30.0, 0.2, 500.0, 0.3873311400239788, 0.6126688599760212],
      [40.0, 60.0, 2.0, 0.9999999743556247, 2.5644375331766895e-08],
      [400.0, 700.0, 0.4, 1.2044434983352974e-08, 0.999999987955565],
      [7.0, 10000.0, 0.001, 0.8697325049765003, 0.13026749502349963],
      [999.0, 20.0, 10.0, 8.734483266114793e-22, 1.0],
      [1000.0, 1000.0, 1.0, 0.5, 0.5],
      [3000.0, 5000.0, 0.5, 2.476757207253356e-15, 0.9999999999999976],
      [1000000.0, 2000000.0, 0.503, 0.999999485728015, 5.142719849763115e-07],
      [100000.0, 10000000.0, 0.0095, 5.9271178069208425e-58, 1.0],
    ] as [[Double]])
  func `Both tails of the beta function have all digits`(_ row: [Double]) {
    let lower = TernaryFunction.regularizedBeta(row[0], row[1], row[2])
    let upper = TernaryFunction.regularizedBeta(row[1], row[0], 1 / row[2])
    #expect(isClose(lower, row[3], within: 1e-12, absolute: 1e-300))
    #expect(isClose(upper, row[4], within: 1e-12, absolute: 1e-300))
  }

  @Test func `Whole shapes have sums for their values`() {
    for x in [0.1, 0.9, 2, 5, 20.0] {
      // Q(n, x) is the probability of fewer than n events at rate x.
      for n in [1, 2, 5, 12, 30] {
        var (sum, term) = (0.0, exp(-x))
        for k in 0..<n {
          sum += term
          term *= x / Double(k + 1)
        }
        #expect(isClose(regularizedGamma(upper: x, shape: Double(n)), sum, within: 1e-13))
      }
    }
    for x in [0.02, 0.3, 0.5, 0.77, 0.999] {
      #expect(isClose(regularizedBeta(x, 3, 1), x * x * x, within: 1e-14))
      #expect(isClose(regularizedBeta(x, 1, 4), 1 - pow(1 - x, 4), within: 1e-14))
      #expect(isClose(regularizedBeta(x, 0.5, 0.5), 2 / Double.pi * asin(x.squareRoot()), within: 1e-13))
    }
  }

  @Test func `Stirling's error completes the logarithm of the gamma function`() {
    for x in [1e-8, 0.3, 1, 2.5, 7, 9.99, 10, 33, 400] {
      let stirling = (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi)
      #expect(isClose(stirling + UnaryFunction.stirlingError(x), lgamma(x), within: 2e-15, absolute: 2e-15))
      let slope = log(x) - 0.5 / x + UnaryFunction.stirlingSlope(x)
      #expect(isClose(slope, UnaryFunction.digamma(x), within: 2e-15, absolute: 2e-15))
    }
    #expect(isClose(UnaryFunction.stirlingError(1e9), 1 / 12e9, within: 1e-15))
    #expect(UnaryFunction.stirlingError(-1).isNaN && UnaryFunction.stirlingError(0) == .infinity)
  }

  @Test func `A deviance has all digits near its zero`() {
    for step in [1e-9, 1e-4, 0.05, 0.15] {
      // Two terms of the series in the relative difference, or the definition where that keeps its digits.
      let series = step * step / 2 - step * step * step / 6 + pow(step, 4) / 12 - pow(step, 5) / 20
      let expected = step < 1e-3 ? series : (1 + step) * log1p(step) - step
      #expect(isClose(BinaryFunction.deviance(7 * (1 + step), 7), 7 * expected, within: 1e-6))
    }
    #expect(BinaryFunction.deviance(3, 3) == 0 && BinaryFunction.deviance(0, 2) == 2)
    #expect(BinaryFunction.deviance(1, 0) == .infinity && BinaryFunction.deviance(-1, 1).isNaN)
  }

  @Test func `What has no value is NaN, and ends are ends`() {
    #expect(regularizedGamma(lower: 1, shape: 0).isNaN && regularizedGamma(upper: .nan, shape: 1).isNaN)
    #expect(regularizedGamma(lower: -1, shape: 2) == 0 && regularizedGamma(lower: .infinity, shape: 2) == 1)
    #expect(regularizedBeta(0.5, 0, 1).isNaN && regularizedBeta(.nan, 1, 1).isNaN)
    #expect(
      regularizedBeta(-0.2, 2, 3) == 0 && regularizedBeta(1, 2, 3) == 1 && regularizedBeta(1.5, 2, 3) == 1)
    #expect(BinaryFunction.gammaQuantile(2, 1.5).isNaN && BinaryFunction.gammaQuantile(2, 1) == .infinity)
    #expect(TernaryFunction.betaQuantile(2, 3, -1).isNaN && TernaryFunction.betaQuantile(2, 3, 0) == 0)
    #expect(TernaryFunction.binomialQuantile(10, 2, 0.5).isNaN)
  }
}
