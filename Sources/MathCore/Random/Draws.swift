/// What is drawn from a generator; the algorithms are part of the promise that a seed gives the same
/// numbers for ever.
extension Xoshiro256 {
  /// A number in 0 ≤ x < 1, a multiple of 2⁻⁵³.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in 0 < x < 1, the middle of one of 2⁵² equal parts, so that quantiles are finite.
  package mutating func openUnit() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A whole number in 0 ≤ k < bound, all equally likely; the bound must be positive.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval" (2019).
  package mutating func whole(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "there is no number below 0 to draw")
    var product = next().multipliedFullWidth(by: bound)
    let uneven = (0 &- bound) % bound
    while product.low < uneven { product = next().multipliedFullWidth(by: bound) }
    return product.high
  }

  /// The first `count` places of a shuffled deck of `total` cards (Fisher and Yates).
  package mutating func drawn(_ count: Int, of total: Int) -> [Int] {
    var deck = Array(0..<total)
    for i in 0..<min(count, total) {
      deck.swapAt(i, i + Int(whole(below: UInt64(total - i))))
    }
    return Array(deck.prefix(count))
  }
}
