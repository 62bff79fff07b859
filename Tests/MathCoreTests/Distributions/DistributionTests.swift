import Diagnostics
import MathCore
import TestSupport
import Testing

private struct DistributionOracle: Decodable {
  struct Case: Decodable {
    var distribution: String
    var parameters: [String: Double]
    var mean: OracleNumber?
    var variance: OracleNumber?
    var entropy: OracleNumber?
    var x: [OracleNumber]
    var pdf: [OracleNumber]?
    var logpdf: [OracleNumber]?
    var cdf: [OracleNumber]
    var sf: [OracleNumber]
    var p: [OracleNumber]
    var quantile: [OracleNumber]
  }
  /// `nil` for distributions of vectors, whose parameters have another form.
  struct Row: Decodable {
    var content: Case?
    init(from decoder: any Decoder) { content = try? Case(from: decoder) }
  }
  var cases: [Row]
}

@Suite struct DistributionTests {
  @Test(arguments: distributions.names)
  func `Values are SciPy's`(_ name: String) throws {
    let type = try #require(distributions[name])
    let cases = try oracle("distributions.json", as: DistributionOracle.self).cases
    let own = cases.compactMap(\.content).filter { $0.distribution == name }
    #expect(own.count >= 2)
    for row in own {
      var values: [Double] = []
      for parameter in type.parameters { values.append(try #require(row.parameters[parameter.name])) }
      let distribution = type.init(parameters: values)
      expect(distribution.density, row.x, row.pdf)
      expect(distribution.logDensity, row.x, row.logpdf)
      expect(distribution.cumulative, row.x, row.cdf)
      expect(distribution.survival, row.x, row.sf)
      expect(distribution.quantile, row.p, row.quantile)
      if let mean = row.mean?.value { #expect(isClose(distribution.mean, mean, within: 1e-12)) }
      if let variance = row.variance?.value {
        #expect(isClose(distribution.variance, variance, within: 1e-12))
      }
      if let entropy = row.entropy?.value { #expect(isClose(distribution.entropy, entropy, within: 1e-12)) }
    }
  }

  private func expect(_ function: (Double) -> Double, _ xs: [OracleNumber], _ expected: [OracleNumber]?) {
    for (x, y) in zip(xs, expected ?? []) {
      let found = function(x.value)
      #expect(
        isClose(found, y.value, within: 1e-10, absolute: 1e-15), "at \(x.value): \(found), \(y.value)")
    }
  }

  @Test(arguments: distributions.names)
  func `The density is the slope of the distribution function`(_ name: String) throws {
    let type = try #require(distributions[name])
    let values = type.parameters.map { $0.standard ?? 1.7 }
    let distribution = type.init(parameters: values)
    for p in [0.01, 0.2, 0.5, 0.8, 0.99] {
      let x = distribution.quantile(at: p)
      #expect(isClose(distribution.cumulative(at: x), p, within: 1e-12))
      #expect(isClose(distribution.cumulative(at: x) + distribution.survival(at: x), 1, within: 1e-12))
      let h = 1e-4
      let slope = (distribution.cumulative(at: x + h) - distribution.cumulative(at: x - h)) / (2 * h)
      #expect(isClose(distribution.density(at: x), slope, within: 1e-6))
    }
  }

  @Test func `Tails keep their digits`() {
    let normal = Normal()
    // Abramowitz and Stegun, table 26.2: −log₁₀ of the upper tail at 10 and 30.
    let logarithms = [(10.0, 23.11805), (30.0, 197.30921)]
    for (x, expected) in logarithms {
      let tail = -UnaryFunction.decimalLogarithm(normal.survival(at: x))
      #expect(isClose(tail, expected, within: 1e-6))
    }
    #expect(isClose(normal.quantile(at: normal.cumulative(at: -30)), -30, within: 1e-12))
  }
}
