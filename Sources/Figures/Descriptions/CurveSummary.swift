import MathCore

/// What there is to say of a curve: its ends, its extremes, its zeros.
struct CurveSummary {
  private let runs: [[DataPoint]]

  /// Stretches from left to right, each of at least one finite point.
  init(_ runs: [[DataPoint]]) {
    self.runs = runs.map { $0.filter(\.isFinite) }.filter { !$0.isEmpty }
  }

  /// `from (−2, 4) to (2, 4), lowest 0 at x = 0`.
  var text: String {
    guard let first = runs.first?.first, let last = runs.last?.last else { return "" }
    // Beside a pole, no value is the greatest.
    guard runs.count == 1 else { return ", in \(runs.count) pieces" + zeros }
    let points = SpokenPoints(runs[0])
    var text = " from \(points.spell(first)) to \(points.spell(last))"
    let low = runs[0].min { $0.y < $1.y } ?? first
    let high = runs[0].max { $0.y < $1.y } ?? first
    if low.y == high.y { return text + ", flat" }
    let ends = [first.y, last.y]
    // An end that is also an extreme was told.
    if let least = ends.min(), low.y < least { text += ", lowest \(spell(low, points))" }
    if let most = ends.max(), high.y > most { text += ", highest \(spell(high, points))" }
    return text + zeros
  }

  private func spell(_ point: DataPoint, _ points: SpokenPoints) -> String {
    "\(points.y.spell(point.y)) at x = \(points.x.spell(point.x))"
  }

  /// Up to five places where the curve crosses zero; more say nothing.
  private var zeros: String {
    var zeros: [Double] = []
    for run in runs {
      for (a, b) in zip(run, run.dropFirst()) where (a.y < 0) != (b.y < 0) && zeros.count <= 5 {
        zeros.append(a.y == b.y ? a.x : a.x + (b.x - a.x) * (a.y / (a.y - b.y)))
      }
    }
    guard !zeros.isEmpty, zeros.count <= 5 else { return "" }
    let numbers = SpokenNumbers(of: runs.joined().map(\.x))
    return ", crossing zero at x = \(listed(zeros.map(numbers.spell)))"
  }
}
