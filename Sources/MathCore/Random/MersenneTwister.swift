/// The generator MT19937, 32 bits a draw.
///
/// Source: Matsumoto and Nishimura, "Mersenne Twister" (1998), seeded by a single number as their
/// `init_genrand` does.
package struct MersenneTwister: Hashable, Sendable {
  private static let size = 624
  private static let shift = 397

  private var words: [UInt32]
  private var position = Self.size

  package init(seed: UInt32) {
    words = [seed]
    for i in 1..<Self.size {
      let last = words[i - 1]
      words.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(i))
    }
  }

  package mutating func next() -> UInt32 {
    if position == Self.size { refill() }
    var y = words[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  private mutating func refill() {
    for i in words.indices {
      let y = (words[i] & 0x8000_0000) | (words[(i + 1) % Self.size] & 0x7FFF_FFFF)
      let twist: UInt32 = y & 1 == 0 ? 0 : 0x9908_B0DF
      words[i] = words[(i + Self.shift) % Self.size] ^ (y >> 1) ^ twist
    }
    position = 0
  }
}
