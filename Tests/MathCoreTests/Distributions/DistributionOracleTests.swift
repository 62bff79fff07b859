import Diagnostics
import MathCore
import TestSupport
import Testing

private struct DistributionOracle: Decodable {
  /// A number, a vector or a matrix.
  enum Parameter: Decodable {
    case number(Double)
    case vector([Double])
    case matrix([[Double]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let vector = try? container.decode([Double].self) {
        self = .vector(vector)
      } else {
        self = .matrix(try container.decode([[Double]].self))
      }
    }
  }

  struct Case: Decodable {
    var distribution: String
    var parameters: [String: Parameter]
    var mean: OracleNumber?
    var variance: OracleNumber?
    var entropy: OracleNumber?
    var pdf: [OracleNumber]?
    var logpdf: [OracleNumber]?
    var pmf: [OracleNumber]?
    var logpmf: [OracleNumber]?
    var cdf: [OracleNumber]?
    var sf: [OracleNumber]?
    var p: [OracleNumber]?
    var quantile: [OracleNumber]?
  }

  /// The places, which are points for the distribution of vectors.
  struct Places<Place: Decodable>: Decodable { var x: [Place] }

  struct Row: Decodable {
    var content: Case
    var numbers: [Double]
    var points: [[Double]]

    init(from decoder: any Decoder) throws {
      content = try Case(from: decoder)
      numbers = (try? Places<Double>(from: decoder).x) ?? []
      points = (try? Places<[Double]>(from: decoder).x) ?? []
    }
  }
  var cases: [Row]
}

@Suite struct DistributionOracleTests {
  @Test func `All values of all distributions of numbers are SciPy's`() throws {
    var names: Set<String> = []
    for row in try oracle("distributions.json", as: DistributionOracle.self).cases where row.points.isEmpty {
      let type = try #require(distributions[row.content.distribution])
      var values: [Double] = []
      for parameter in type.parameters {
        guard case .number(let number) = try #require(row.content.parameters[parameter.name]) else {
          Issue.record("a parameter of \(row.content.distribution) is no number")
          return
        }
        values.append(number)
      }
      names.insert(row.content.distribution)
      compare(type.init(parameterValues: values), row.content, row.numbers)
    }
    #expect(names == Set(distributions.names))
  }

  private func compare(
    _ distribution: any Distribution, _ row: DistributionOracle.Case, _ xs: [Double]
  ) {
    #expect(distribution.isDiscrete == (row.pmf != nil))
    let name = row.distribution
    expect(name, { distribution.density(at: $0) }, xs, row.pdf ?? row.pmf)
    expect(name, { distribution.logDensity(at: $0) }, xs, row.logpdf ?? row.logpmf)
    expect(name, { distribution.cumulative(at: $0) }, xs, row.cdf)
    expect(name, { distribution.survival(at: $0) }, xs, row.sf)
    expect(name, distribution.quantile, (row.p ?? []).map(\.value), row.quantile)
    expect(name, { _ in distribution.mean }, [0], row.mean.map { [$0] })
    expect(name, { _ in distribution.variance }, [0], row.variance.map { [$0] })
    expect(name, { _ in distribution.entropy }, [0], row.entropy.map { [$0] })
  }

  private func expect(
    _ name: String, _ function: (Double) -> Double, _ xs: [Double], _ expected: [OracleNumber]?
  ) {
    guard let expected else {
      Issue.record("the oracle of \(name) is incomplete")
      return
    }
    #expect(xs.count == expected.count && !xs.isEmpty)
    for (x, y) in zip(xs, expected) {
      // SciPy's own medians of symmetric distributions are off 0 by a unit in the last place of 1.
      let found = function(x)
      #expect(
        isClose(found, y.value, within: 1e-10, absolute: y.value == 0 ? 1e-15 : 0),
        "\(name) at \(x): \(found), \(y.value)")
    }
  }

  @Test func `The normal distribution of vectors is SciPy's`() throws {
    let rows = try oracle("distributions.json", as: DistributionOracle.self).cases.filter {
      !$0.points.isEmpty
    }
    #expect(!rows.isEmpty)
    for row in rows {
      guard case .vector(let mean) = row.content.parameters["mean"],
        case .matrix(let covariance) = row.content.parameters["covariance"]
      else {
        Issue.record("a mean and a covariance")
        return
      }
      let normal = try MultivariateNormal(
        mean: mean, covariance: Tensor(shape: [mean.count, mean.count], elements: covariance.flatMap { $0 }))
      for (point, y) in zip(row.points, try #require(row.content.pdf)) {
        #expect(isClose(normal.density(at: point), y.value, within: 1e-10))
      }
      for (point, y) in zip(row.points, try #require(row.content.logpdf)) {
        #expect(isClose(normal.logDensity(at: point), y.value, within: 1e-10))
      }
    }
  }
}
