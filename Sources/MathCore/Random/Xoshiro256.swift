/// The generator xoshiro256**, 64 bits a draw, with a period of 2²⁵⁶ − 1.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021); the state is
/// filled from the seed by SplitMix64 (Steele, Lea, Flood 2014), as its authors recommend.
package struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  package init(seed: UInt64) {
    var state = seed
    func mixed() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    a = mixed()
    b = mixed()
    c = mixed()
    d = mixed()
  }

  package mutating func next() -> UInt64 {
    let result = Self.rotated(b &* 5, by: 7) &* 9
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = Self.rotated(d, by: 45)
    return result
  }

  private static func rotated(_ x: UInt64, by bits: UInt64) -> UInt64 {
    (x << bits) | (x >> (64 - bits))
  }
}
