/// A curve as polylines that a reader cannot tell from it: more points where it bends, none across its
/// jumps and poles.
///
/// The parameter's range is cut into even parts, and parts are halved as long as their middle lies visibly
/// off the chord. A part over which the curve still leaps when it is a millionth of the range holds a jump
/// or a pole, and the line is broken there, unless the leap shrinks when the part is halved further: then
/// the curve is only steep, as a logarithm near zero.
package struct CurveSampling: Sendable {
  /// The stretches without a break, each of at least one point, in the order of the parameter.
  package private(set) var runs: [[DataPoint]] = []
  /// The parameters at which the line is broken by a jump or a pole, ascending; where the curve becomes
  /// undefined it ends without being listed.
  package private(set) var breaks: [Double] = []
  /// The heights that show the curve: all of them, or, if it has breaks or is steep, without the far ends of
  /// poles.
  package private(set) var heights: ClosedRange<Double>?

  /// How far the middle of a part may lie off its chord, as a fraction of what is shown.
  private static let tolerance = 2e-4
  /// Halvings of a part after which a leap is a break.
  private static let depthLimit = 14
  /// A leap is farther than this fraction of what is shown.
  private static let leap = 2e-3
  private static let pointLimit = 100_000
  /// Halvings of a leap's part after which half of the leap is gone if it is none.
  private static let leapHalvings = 12

  /// Samples a curve over a finite range of its parameter, from `start` even parts on.
  ///
  /// `points` gives the points at some parameters, undefined ones with a NaN. `x` and `y` are what is shown;
  /// where one is `nil`, the range of the points, without the far ends of poles.
  package init<Failure: Error>(
    over range: ClosedRange<Double>, start: Int = 256, x: ClosedRange<Double>? = nil,
    y: ClosedRange<Double>? = nil,
    _ points: ([Double]) throws(Failure) -> [DataPoint]
  ) throws(Failure) {
    let count = max(start, 8)
    var ts = evenly(spaced: count + 1, over: range)
    var samples = zip(ts, try points(ts)).map { Sample(t: $0, point: $1) }
    let view = View(
      x: x ?? Self.bulk(of: samples.map(\.point.x)), y: y ?? Self.bulk(of: samples.map(\.point.y)))
    var open = [Bool](repeating: true, count: count)
    for depth in 0..<Self.depthLimit where open.contains(true) && samples.count < Self.pointLimit {
      let places = open.indices.filter { open[$0] }
      ts = places.map { samples[$0].t / 2 + samples[$0 + 1].t / 2 }
      let middles = zip(ts, try points(ts)).map { Sample(t: $0, point: $1) }
      var next = [samples[0]]
      var nextOpen: [Bool] = []
      var rest = middles[...]
      for place in open.indices {
        let end = samples[place + 1]
        if open[place], let middle = rest.popFirst() {
          let isOpen = view.needsMore(samples[place], middle, end, isFirst: depth < 1)
          next.append(middle)
          nextOpen += [isOpen, isOpen]
        } else {
          nextOpen.append(false)
        }
        next.append(end)
      }
      (samples, open) = (next, nextOpen)
    }
    let leaps = open.indices.filter { open[$0] && view.leaps(samples[$0], samples[$0 + 1]) }
    let jumps = try Self.jumps(among: leaps.map { ($0, samples[$0], samples[$0 + 1]) }, view, points)
    join(samples, brokenAfter: jumps)
    if let low = runs.joined().lazy.map(\.y).min(), let high = runs.joined().lazy.map(\.y).max() {
      heights = leaps.isEmpty ? low...high : (low...high).clamped(to: view.y)
    }
  }

  /// The places of the leaps of which most is left in one of two halves, however often these are halved.
  private static func jumps<Failure: Error>(
    among leaps: [(place: Int, start: Sample, end: Sample)], _ view: View,
    _ points: ([Double]) throws(Failure) -> [DataPoint]
  ) throws(Failure) -> Set<Int> {
    var open = leaps.map { (leap: $0, least: view.distance($0.start.point, $0.end.point) / 2) }
    var jumps: Set<Int> = []
    for _ in 0..<leapHalvings where !open.isEmpty {
      let ts = open.map { $0.leap.start.t / 2 + $0.leap.end.t / 2 }
      let middles = zip(ts, try points(ts)).map { Sample(t: $0, point: $1) }
      open = zip(open, middles).compactMap { open, middle in
        let (place, start, end) = open.leap
        guard middle.point.isFinite else {
          jumps.insert(place)
          return nil
        }
        let first = view.distance(start.point, middle.point)
        let second = view.distance(middle.point, end.point)
        guard max(first, second) > open.least else { return nil }
        return ((place, first > second ? start : middle, first > second ? middle : end), open.least)
      }
    }
    return jumps.union(open.map(\.leap.place))
  }

  /// Replaces every point, by a map that grows with both coordinates each for itself.
  package mutating func mapPoints(_ map: (DataPoint) -> DataPoint) {
    runs = runs.map { $0.map(map) }
    heights = heights.map { heights in
      map(DataPoint(x: 0, y: heights.lowerBound)).y...map(DataPoint(x: 0, y: heights.upperBound)).y
    }
  }

  private struct Sample {
    var t: Double
    var point: DataPoint
  }

  /// What is shown, to which distances are compared.
  private struct View {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    /// The distance of two points in sides of what is shown; far outside of it all places are one.
    func distance(_ a: DataPoint, _ b: DataPoint) -> Double {
      let dx = Self.place(a.x, in: x) - Self.place(b.x, in: x)
      let dy = Self.place(a.y, in: y) - Self.place(b.y, in: y)
      return (dx * dx + dy * dy).squareRoot()
    }

    /// Whether a reader sees how far two points are apart.
    func leaps(_ a: Sample, _ b: Sample) -> Bool { distance(a.point, b.point) > CurveSampling.leap }

    private static func place(_ number: Double, in range: ClosedRange<Double>) -> Double {
      let width = range.upperBound - range.lowerBound
      let place = (number - range.lowerBound) / (width > 0 ? width : 1)
      return min(max(place, -3), 4)
    }

    /// Whether a part has to be halved again, seen from its middle.
    func needsMore(_ a: Sample, _ middle: Sample, _ b: Sample, isFirst: Bool) -> Bool {
      let defined = [a, middle, b].filter { $0.point.isFinite }.count
      // An end of what is defined is looked for; where nothing is, one more look is enough.
      guard defined == 3 else { return defined > 0 || isFirst }
      // The middle of a wave may lie on its chord by chance; that of both its halves hardly.
      if isFirst { return true }
      let chord = DataPoint(
        x: a.point.x / 2 + b.point.x / 2, y: a.point.y / 2 + b.point.y / 2)
      return distance(middle.point, chord) > tolerance
    }
  }

  /// The range of finite numbers, or thrice that of their middle 90 % where a few go far beyond it.
  private static func bulk(of numbers: [Double]) -> ClosedRange<Double> {
    let sorted = numbers.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return 0...1 }
    let (low, high) = (sorted[sorted.count / 20], sorted[sorted.count - 1 - sorted.count / 20])
    // A curve that is flat nearly everywhere has to be seen by its rest.
    guard high > low, last - first > 3 * (high - low) else { return first...last }
    return (low - (high - low))...(high + (high - low))
  }

  private mutating func join(_ samples: [Sample], brokenAfter jumps: Set<Int>) {
    var run: [DataPoint] = []
    for (place, sample) in samples.enumerated() {
      if sample.point.isFinite { run.append(sample.point) }
      let isEnd = place + 1 == samples.count || !samples[place + 1].point.isFinite
      guard !run.isEmpty else { continue }
      if isEnd {
        runs.append(run)
        run = []
      } else if sample.point.isFinite, jumps.contains(place) {
        runs.append(run)
        breaks.append(sample.t / 2 + samples[place + 1].t / 2)
        run = []
      }
    }
  }
}
