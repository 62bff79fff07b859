import MathCore
import TestSupport
import Testing

// numpy.round(numpy.exp(numpy.random.RandomState(0).randn(60)), 3)
private let sample = [
  5.836, 1.492, 2.661, 9.402, 6.472, 0.376, 2.586, 0.86, 0.902, 1.508, 1.155, 4.281, 2.14, 1.129, 1.559,
  1.396, 4.455, 0.815, 1.368, 0.426, 0.078, 1.922, 2.374, 0.476, 9.677, 0.234, 1.047, 0.829, 4.631, 4.346,
  1.168, 1.46, 0.412, 0.138, 0.706, 1.169, 3.422, 3.328, 0.679, 0.739, 0.35, 0.242, 0.182, 7.034, 0.601,
  0.645, 0.286, 2.176, 0.199, 0.808, 0.408, 1.472, 0.6, 0.307, 0.972, 1.535, 1.069, 1.353, 0.53, 0.696,
]

@Suite struct HistogramTests {
  // numpy.histogram(sample, bins=…)
  @Test(
    arguments: [
      ("auto", [26, 17, 4, 2, 2, 4, 0, 2, 1, 0, 0, 2], 0.7999166666666667),
      ("fd", [26, 17, 4, 2, 2, 4, 0, 2, 1, 0, 0, 2], 0.7999166666666667),
      ("scott", [43, 6, 6, 2, 1, 2], 1.5998333333333334),
      ("sturges", [37, 12, 2, 4, 2, 1, 2], 1.3712857142857142),
      ("sqrt", [34, 13, 4, 4, 1, 2, 0, 2], 1.199875),
      ("rice", [34, 13, 4, 4, 1, 2, 0, 2], 1.199875),
      ("doane", [28, 16, 5, 2, 4, 1, 1, 1, 0, 2], 0.9599000000000001),
    ] as [(String, [Int], Double)])
  func `Rules make NumPy's bins`(_ name: String, _ counts: [Int], _ width: Double) throws {
    let histogram = try Histogram(of: sample, rule: #require(HistogramRule(rawValue: name)))
    #expect(histogram.counts == counts)
    #expect(isClose(histogram.widths[0], width, within: 1e-14))
    #expect(histogram.edges.first == sample.min() && histogram.edges.last == sample.max())
  }

  @Test func `Edges and ranges leave out what is outside`() throws {
    // numpy.histogram(sample, bins=[0, .5, 1, 2, 4]) and (sample, bins=5, range=(0, 4))
    #expect(try Histogram(of: sample, edges: [0, 0.5, 1, 2, 4]).counts == [14, 14, 16, 7])
    let histogram = try Histogram(of: sample, bins: 5, over: 0...4)
    #expect(histogram.counts == [22, 21, 4, 2, 2])
    #expect(histogram.edges == [0, 0.8, 1.6, 0.8 * 3, 3.2, 4])
  }

  @Test func `A bin holds its lower edge, and the last one both`() throws {
    #expect(try Histogram(of: [0, 1, 1, 2, 3], edges: [0, 1, 2, 3]).counts == [1, 2, 2])
    #expect(try Histogram(of: [4, 4], rule: .auto).edges == [3.5, 4.5])
  }

  @Test(arguments: HistogramRule.allCases)
  func `Densities add up to 1, and counts to the data`(_ rule: HistogramRule) throws {
    for data in [sample, [1], [1, 1, 1, 2], sample.map { -$0 * 1e9 }] {
      let histogram = try Histogram(of: data, rule: rule)
      let area = zip(histogram.density, histogram.widths).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(isClose(area, 1, within: 1e-12))
      #expect(histogram.counts.reduce(0, +) == data.count)
    }
  }
}
