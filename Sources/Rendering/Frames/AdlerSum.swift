import CDeflate

/// Adler's checksum (RFC 1950, section 8) of so many bytes, which can be joined to that of others.
struct AdlerSum: Hashable, Sendable {
  private(set) var value: UInt32 = 1
  private var count = 0

  /// Of no bytes.
  init() {}

  init(of bytes: UnsafeRawBufferPointer) {
    value = libdeflate_adler32(1, bytes.baseAddress, bytes.count)
    count = bytes.count
  }

  /// The checksum of these bytes and then the next.
  func followed(by next: AdlerSum) -> AdlerSum {
    // The low half is 1 + the sum of all bytes, the high half the sum of the low halves behind every byte.
    let prime: UInt64 = 65_521
    let (low, high) = (UInt64(value & 0xFFFF), UInt64(value >> 16))
    let (nextLow, nextHigh) = (UInt64(next.value & 0xFFFF), UInt64(next.value >> 16))
    let shift = low + prime - 1
    let a = (shift + nextLow) % prime
    let b = (high + nextHigh + shift % prime * (UInt64(next.count) % prime)) % prime
    var sum = AdlerSum()
    sum.value = UInt32(b << 16 | a)
    sum.count = count + next.count
    return sum
  }
}
