import Drawing
import Geometry

/// Which terms of a formula are explained above it and which below, and where the words stand along it.
struct CalloutSides {
  /// A term's words and the middle of their box along the formula.
  typealias Placed = (term: ExplainedTerm, midX: Double)

  private(set) var above: [Placed] = []
  private(set) var below: [Placed] = []

  /// Chooses the best of all ways to distribute the terms, which come from left to right.
  ///
  /// `unit` is the size of the words' type.
  init(_ terms: [ExplainedTerm], unit: Double) {
    // Ways grow as powers of two: of very many terms the last ones just take turns.
    let count = min(terms.count, 9)
    var best = Double.infinity
    for way in 0..<(1 << count) {
      let isBelow = terms.indices.map { $0 < count ? way >> $0 & 1 == 1 : $0.isMultiple(of: 2) }
      let below = row(zip(terms, isBelow).filter(\.1).map(\.0), unit: unit)
      let above = row(zip(terms, isBelow).filter { !$0.1 }.map(\.0), unit: unit)
      let cost = cost(of: above, below, isBelow, unit: unit)
      if cost < best { (best, self.above, self.below) = (cost, above, below) }
    }
  }

  private func cost(of above: [Placed], _ below: [Placed], _ isBelow: [Bool], unit: Double) -> Double {
    let crossings =
      above.reduce(0) { $0 + $1.term.crossingsAbove } + below.reduce(0) { $0 + $1.term.crossingsBelow }
    let elbows = (above + below).reduce(0.0) { sum, placed in
      let off = CalloutDrawing.elbow(of: placed)
      return sum + (off == 0 ? 0 : 6 + abs(off) / unit * 3)
    }
    let shifts = (above + below).reduce(0.0) { $0 + abs($1.midX - $1.term.box.midX) / unit }
    // Neighbors take turns; a lone term is explained below.
    let repeats = zip(isBelow, isBelow.dropFirst()).count { $0 == $1 }
    return Double(crossings) * 60 + elbows + shifts + Double(repeats) * 1.5
      + (isBelow.first == true ? 0 : 0.5)
  }
}

/// The words of one side in a row, each as near to its term as its neighbors let it.
///
/// The least sum of squared distances, by pooling of adjacent violators (R. E. Barlow and others, "Statistical
/// inference under order restrictions", 1972).
private func row(_ terms: [ExplainedTerm], unit: Double) -> [CalloutSides.Placed] {
  // Without their widths, places must only ascend.
  var widths: [Double] = []
  var before = 0.0
  for term in terms {
    widths.append(before + term.words.ink.width / 2)
    before += term.words.ink.width + unit
  }
  var pools: [(sum: Double, count: Int)] = []
  for (term, width) in zip(terms, widths) {
    pools.append((term.box.midX - width, 1))
    while pools.count > 1 {
      let (last, previous) = (pools[pools.count - 1], pools[pools.count - 2])
      guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
      pools.removeLast()
      pools[pools.count - 1] = (previous.sum + last.sum, previous.count + last.count)
    }
  }
  let places = pools.flatMap { pool in [Double](repeating: pool.sum / Double(pool.count), count: pool.count) }
  return zip(zip(terms, widths), places).map { ($0.0, $0.1 + $1) }
}
