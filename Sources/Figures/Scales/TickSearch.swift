import Glibc

/// The search for the step whose multiples label an axis best.
///
/// Talbot, Lin and Hanrahan, “An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes” (2010):
/// simplicity, coverage, density and legibility are weighed against each other (section 3; of legibility only the
/// number of digits, for the type is the layout's). Two adaptions: ticks stay inside the domain, and every tick is a multiple of the step. So a
/// step leaves no choice, and the search looks at them all.
struct TickSearch<Step> {
  private let domain: ClosedRange<Double>
  private let most: Int
  /// How many ticks would look best; more than this crowd an axis long before their names touch.
  private let wanted: Double
  /// The best step so far.
  private(set) var best: Step?
  private var bestScore = (kind: Class.lone, score: -Double.infinity)

  /// Looks for a step with at most `count` ticks, best `wanted` of them; `nil` for three quarters.
  init(_ domain: ClosedRange<Double>, atMost count: Int, wanted: Double? = nil) {
    self.domain = domain
    most = max(count, 1)
    self.wanted = wanted ?? max(Double(min(most, 1000)) * 0.75, 3)
  }

  /// How many ticks decide over a candidate before its score: enough to read the scale, few, or none.
  private enum Class: Int, Comparable {
    case lone
    case pair
    case readable

    static func < (a: Class, b: Class) -> Bool { a.rawValue < b.rawValue }
  }

  /// Looks at a step and its multiples inside the domain.
  ///
  /// `rank` is 0 for the simplest step and 1 for the last; `isBrief` says that names need no more digits than
  /// those of steps of such a size.
  mutating func offer(
    _ step: Step, size: Double, rank: Double, isBrief: Bool = true, _ multiples: ClosedRange<Int>
  ) {
    guard multiples.count <= most else { return }
    let kind: Class = multiples.count > 2 ? .readable : multiples.count == 2 ? .pair : .lone
    let score = (kind: kind, score: score(size, rank, multiples) + (isBrief ? 0.05 : 0))
    guard best == nil || score > bestScore else { return }
    (best, bestScore) = (step, score)
  }

  /// Simplicity, coverage and density with the paper's weights, lengths in steps.
  private func score(_ size: Double, _ rank: Double, _ multiples: ClosedRange<Int>) -> Double {
    let (low, high) = (domain.lowerBound / size, domain.upperBound / size)
    let width = high - low
    let simplicity = (multiples.contains(0) ? 1.0 : 0) - rank
    let (below, above) = (Double(multiples.lowerBound) - low, high - Double(multiples.upperBound))
    let coverage = 1 - 0.5 * (below * below + above * above) / (0.01 * width * width)
    let density = width / (wanted - 1)
    return 0.25 * simplicity + 0.2 * coverage + 0.5 * (2 - max(density, 1 / density))
  }
}

extension ClosedRange<Double> {
  /// The multiples of a step that lie in the range; `nil` if there are none, or if they cannot be told apart.
  func multiples(of size: Double) -> ClosedRange<Int>? {
    guard size > 0, size.isFinite else { return nil }
    // A tick that rounding puts a hair outside the domain still belongs to it.
    let slack = 1e-9
    let first = (lowerBound / size - slack).rounded(.up)
    let last = (upperBound / size + slack).rounded(.down)
    // Beyond 2⁵³ neighboring multiples are one number.
    guard abs(first) < 0x1p53, abs(last) < 0x1p53, first <= last else { return nil }
    return Int(first)...Int(last)
  }
}
