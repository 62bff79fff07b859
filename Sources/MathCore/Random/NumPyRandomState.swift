// The C library's logarithm is the one that NumPy takes; another may differ in the last bit.
import Glibc

/// The numbers of NumPy's `RandomState(seed)`, which `np.random.seed(seed)` sets up, bit for bit.
///
/// Source: the legacy algorithms of numpy/random (`legacy-distributions.c`, `distributions.c`,
/// `mtrand.pyx`), which NumPy has frozen.
package struct NumPyRandomState: Hashable, Sendable {
  private var generator: MersenneTwister
  /// The second of a pair of normal numbers, which waits for the next draw.
  private var waiting: Double?

  package init(seed: UInt32) { generator = MersenneTwister(seed: seed) }

  /// A number in 0 ≤ x < 1 with 53 bits: `random_sample`, `rand`.
  package mutating func unit() -> Double {
    let high = generator.next() >> 5
    let low = generator.next() >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// A standard normal number by the polar method: `randn`.
  package mutating func normal() -> Double {
    if let number = waiting.take() { return number }
    var (x, y, square) = (0.0, 0.0, 0.0)
    repeat {
      x = 2 * unit() - 1
      y = 2 * unit() - 1
      square = x * x + y * y
    } while square >= 1 || square == 0
    let factor = (-2 * log(square) / square).squareRoot()
    waiting = factor * x
    return factor * y
  }

  /// A whole number from 0 up to `last`, by drawing again what exceeds it: `randint`, and a shuffle's steps.
  package mutating func whole(upTo last: UInt64) -> UInt64 {
    if last == 0 { return 0 }
    let mask = UInt64.max >> UInt64(last.leadingZeroBitCount)
    while true {
      let value = last <= UInt64(UInt32.max) ? UInt64(generator.next()) : wide()
      if value & mask <= last { return value & mask }
    }
  }

  private mutating func wide() -> UInt64 {
    let high = UInt64(generator.next())
    return high << 32 | UInt64(generator.next())
  }

  /// The numbers 0 ..< count in another order: `permutation`.
  package mutating func permutation(_ count: Int) -> [Int] {
    var deck = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) {
      deck.swapAt(i, Int(whole(upTo: UInt64(i))))
    }
    return deck
  }
}
