package import Diagnostics

/// How many numbers lie in each of some bins side by side.
///
/// A bin holds its lower edge and not its upper one, but the last bin holds both, as in NumPy.
package struct Histogram: Hashable, Sendable {
  /// More bins than a picture can show are a mistake.
  package static let binLimit = 1_000_000

  /// The ends of the bins, rising, one more than there are bins.
  package let edges: [Double]
  /// How many numbers lie in each bin.
  package let counts: [Int]

  /// Counts within given edges, at least two, which must rise; numbers outside are left out.
  package init(of x: [Double], edges: [Double]) throws(ArgumentError) {
    try SampleCheck.numbers(edges, "bins", atLeast: 2)
    if let place = edges.indices.dropFirst().first(where: { edges[$0] <= edges[$0 - 1] }) {
      throw ArgumentError(
        "bins", "expected rising edges, found \(plain(edges[place])) after \(plain(edges[place - 1]))")
    }
    if let place = x.firstIndex(where: { !$0.isFinite }) {
      throw ArgumentError("x", "expected finite numbers, found \(plain(x[place])) at \(place)")
    }
    self.edges = edges
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for number in x where number >= edges[0] && number <= edges[edges.count - 1] {
      counts[Self.bin(of: number, edges)] += 1
    }
    self.counts = counts
  }

  /// Counts in `bins` bins of equal widths over a range; without one, over that of at least one number.
  package init(
    of x: [Double], bins: Int, over range: ClosedRange<Double>? = nil
  ) throws(ArgumentError) {
    let range = try Self.range(of: x, range)
    guard bins >= 1, bins <= Self.binLimit else {
      throw ArgumentError("bins", "expected from 1 to \(Self.binLimit) bins, found \(bins)")
    }
    let (first, last) = (range.lowerBound, range.upperBound)
    let step = (last - first) / Double(bins)
    var edges = (0...bins).map { Double($0) * step + first }
    edges[bins] = last
    guard (1...bins).allSatisfy({ edges[$0] > edges[$0 - 1] }) else {
      throw ArgumentError(
        "bins", "the range from \(plain(first)) to \(plain(last)) is too narrow for \(bins) bins")
    }
    try self.init(of: x, edges: edges)
  }

  /// Counts in bins as wide as a rule says; without a range, over that of at least one number.
  package init(
    of x: [Double], rule: HistogramRule, over range: ClosedRange<Double>? = nil
  ) throws(ArgumentError) {
    let range = try Self.range(of: x, range)
    let inside = x.filter(range.contains)
    var bins = 1.0
    if !inside.isEmpty {
      let width = rule.width(for: inside, moments: try SampleMoments(of: inside))
      if width > 0 { bins = ((range.upperBound - range.lowerBound) / width).rounded(.up) }
    }
    guard bins <= Double(Self.binLimit) else {
      throw ArgumentError(
        "bins", "the rule '\(rule.rawValue)' asks for more than \(Self.binLimit) bins",
        help: "say how many bins there should be, or which range they should cover")
    }
    try self.init(of: x, bins: Int(bins), over: range)
  }

  /// How wide each bin is.
  package var widths: [Double] { counts.indices.map { edges[$0 + 1] - edges[$0] } }

  /// The share of the counted numbers in each bin over its width, so that the areas add up to 1.
  ///
  /// 0 where nothing was counted.
  package var density: [Double] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    return zip(counts, widths).map { Double($0) / $1 / Double(total) }
  }

  /// The given range, or from the smallest to the largest number, or one unit about it if they are all equal, as in NumPy.
  private static func range(
    of x: [Double], _ given: ClosedRange<Double>?
  ) throws(ArgumentError) -> ClosedRange<Double> {
    if given == nil { try SampleCheck.numbers(x, "x") }
    var (low, high) = given.map { ($0.lowerBound, $0.upperBound) } ?? (x.min() ?? 0, x.max() ?? 0)
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    guard (high - low).isFinite else {
      throw ArgumentError(
        given == nil ? "x" : "range", "the range from \(plain(low)) to \(plain(high)) is too wide for bins")
    }
    return low...high
  }

  /// The bin that holds a number within the edges.
  private static func bin(of number: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if number >= edges[middle] { low = middle } else { high = middle }
    }
    return low
  }
}
