import Glibc
import TestSupport
import Testing

@testable import Figures

/// The published algorithm, where its answer does not leave the domain.
@Suite struct TickSearchTests {
  /// Domain and number wanted, then the first tick, the last and the step as R's `labeling::extended` has them;
  /// those for five ticks are the breaks that ggplot2 draws.
  static let published: [(Double, Double, Double, Double, Double, Double)] = [
    (0, 10, 4, 0, 10, 5), (0, 10, 5, 0, 10, 2.5), (0, 10, 6, 0, 10, 2), (0, 10, 8, 0, 10, 1),
    (0, 100, 4, 0, 100, 50), (0, 100, 5, 0, 100, 25), (0, 100, 6, 0, 100, 20), (0, 100, 8, 0, 100, 10),
    (0, 1, 5, 0, 1, 0.25), (1.6, 7, 5, 2, 7, 1), (1.6, 7, 8, 2, 7, 1), (-1, 1, 5, -1, 1, 0.5),
    (-1, 1, 8, -1, 1, 0.25), (-2.5, 2.5, 5, -2, 2, 1),
    (-2.5, 2.5, 8, -2.5, 2.5, 0.5), (-10, 30, 5, -10, 30, 10), (-10, 30, 8, -10, 30, 5),
    (99, 222, 8, 100, 220, 20), (-4, 4, 6, -4, 4, 2), (-4, 4, 8, -4, 4, 1), (0, 7, 6, 0, 7, 1),
    (0, 360, 8, 0, 350, 50), (1970, 2025, 5, 1970, 2020, 10),
  ]

  @Test(arguments: published)
  func findsThePublishedTicks(
    _ low: Double, _ high: Double, _ wanted: Double, _ first: Double, _ last: Double, _ step: Double
  ) throws {
    var search = TickSearch<Double>(low...high, atMost: 100, wanted: wanted)
    for exponent in -4...4 {
      for (rank, digits) in [1, 5, 2, 2.5, 4, 3].enumerated() {
        let size = digits * pow(10, Double(exponent))
        guard let multiples = (low...high).multiples(of: size) else { continue }
        search.offer(size, size: size, rank: Double(rank) / 5, multiples)
      }
    }
    let best = try #require(search.best)
    #expect(isClose(best, step, within: 1e-12))
    let multiples = try #require((low...high).multiples(of: best))
    #expect(isClose(Double(multiples.lowerBound) * best, first, within: 1e-12))
    #expect(isClose(Double(multiples.upperBound) * best, last, within: 1e-12))
  }
}
