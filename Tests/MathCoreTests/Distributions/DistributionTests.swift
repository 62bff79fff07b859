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
    var pmf: [OracleNumber]?
    var logpmf: [OracleNumber]?
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
    #expect(!own.isEmpty)
    for row in own {
      var values: [Double] = []
      for parameter in type.parameters { values.append(try #require(row.parameters[parameter.name])) }
      let distribution = type.init(parameterValues: values)
      expect({ distribution.density(at: $0) }, row.x, row.pdf ?? row.pmf)
      expect({ distribution.logDensity(at: $0) }, row.x, row.logpdf ?? row.logpmf)
      expect({ distribution.cumulative(at: $0) }, row.x, row.cdf)
      expect({ distribution.survival(at: $0) }, row.x, row.sf)
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
