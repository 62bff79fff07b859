import MathCore
import TestSupport
import Testing

private let x = [2.5, 0.1, 3.7, 3.7, 1.2, 9.8, 4.4, 0.1, 5.0, 2.5]
private let y = [1.0, 0.3, 2.9, 4.1, 1.1, 6.0, 5.5, -0.7, 4.0, 2.0]
private let line = Tensor(shape: [10, 1], elements: x)
private let plane = Tensor(shape: [10, 2], elements: zip(x, y).flatMap { [$0, $1] })

@Suite struct KernelDensityTests {
  /// A bandwidth, where the density is wanted, and SciPy's or scikit-learn's numbers.
  struct Row: Sendable, CustomTestStringConvertible {
    var points: Tensor
    var bandwidth: Bandwidth
    var density: [Double]
    var testDescription: String { "\(bandwidth) in \(points.shape[1]) dimensions" }
  }

  // scipy.stats.gaussian_kde([x]) and ([x, y]) at 0, 2.5, 6 and (0, 0), (2.5, 2), (6, 5); given bandwidths:
  // sklearn.neighbors.KernelDensity(bandwidth=0.7)
  @Test(arguments: [
    Row(
      points: line, bandwidth: .scott,
      density: [0.08588103456332045, 0.13640575995517, 0.06335755718628801]),
    Row(
      points: line, bandwidth: .silverman,
      density: [0.0851996040699816, 0.1334672882961776, 0.0649516700185641]),
    Row(
      points: line, bandwidth: .given(0.7),
      density: [0.12613199539097023, 0.15221526570880847, 0.02524033193995423]),
    Row(
      points: plane, bandwidth: .scott,
      density: [0.03635311863962584, 0.04900244662764569, 0.020437329187685024]),
    Row(
      points: plane, bandwidth: .silverman,
      density: [0.03635311863962584, 0.04900244662764569, 0.020437329187685024]),
    Row(
      points: plane, bandwidth: .given(0.7),
      density: [0.05102503201520488, 0.05008027049661243, 0.006132432099283798]),
  ])
  func `Densities are SciPy's and scikit-learn's`(_ row: Row) throws {
    let estimate = try KernelDensity(of: row.points, bandwidth: row.bandwidth)
    let points =
      estimate.dimension == 1 ? [[0], [2.5], [6]] : [[0, 0], [2.5, 2], [6, 5]] as [[Double]]
    let found = estimate.densities(at: points.flatMap { $0 })
    for (point, (density, expected)) in zip(points, zip(found, row.density)) {
      #expect(isClose(density, expected, within: 1e-12), "\(density), \(expected)")
      // The formula, which is compiled and differentiated, is another way to the same number.
      #expect(isClose(estimate.density(at: point), expected, within: 1e-12))
    }
  }

  @Test func `The oracle's density is SciPy's`() throws {
    let (oracle, data) = try StatisticsOracle.row("kde_scott")
    let estimate = try KernelDensity(
      of: Tensor(shape: [data.count, 1], elements: data), bandwidth: .scott)
    let found = estimate.densities(at: try #require(oracle.at))
    for (density, expected) in zip(found, try #require(oracle.density)) {
      #expect(isClose(density, expected, within: 1e-10))
    }
    #expect(found.count == 7)
  }

  @Test(arguments: [Bandwidth.scott, .silverman, .given(0.05)])
  func `The density integrates to 1`(_ bandwidth: Bandwidth) throws {
    let estimate = try KernelDensity(of: line, bandwidth: bandwidth)
    let integral = Integral(from: -20, to: 30) { estimate.densities(at: $0) }
    #expect(isClose(integral.value, 1, within: 1e-10))
  }

  @Test func `Blocks have the bits of single points`() throws {
    let estimate = try KernelDensity(of: plane, bandwidth: .scott)
    let points = (0..<5000).map { Double($0 % 83) / 7 }
    let all = estimate.densities(at: points)
    for i in stride(from: 0, to: 2500, by: 311) {
      #expect(all[i] == estimate.densities(at: [points[2 * i], points[2 * i + 1]])[0])
    }
  }
}
