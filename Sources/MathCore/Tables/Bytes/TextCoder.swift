/// Gives each different text a number, in the order of first occurrence.
///
/// A hash table with linear probing over UTF-8 bytes that lie one after another. Its hashes are seeded anew
/// in each process, so that no file can be made to collide; the numbers do not depend on them.
struct TextCoder {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private var ends: [Int] = []
  /// Places of texts by hash, −1 for none; never more than half full.
  private var slots = [Int32](repeating: -1, count: 64)
  private var hashes: [Int] = []
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// How many different texts there are.
  var count: Int { ends.count }
  /// About how many bytes it holds, and its texts once more as strings.
  var byteCount: Int { 2 * bytes.count + 40 * ends.count + 4 * slots.count }

  /// The number of a text; `nil` if it is new and not UTF-8, or there are too many.
  mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = hash(of: text)
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, isEqual(place, text) { return place }
      slot = (slot + 1) & mask
    }
    guard ends.count < Int(Int32.max), isUTF8(text) else { return nil }
    slots[slot] = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * ends.count > slots.count { grow() }
    return ends.count - 1
  }

  /// The texts by their numbers.
  var texts: [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @inline(__always)
  private func isEqual(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<text.count where bytes[start + i] != text[i] { return false }
      return true
    }
  }

  /// Eight bytes at a time, each time folding a product of 128 bits, as wyhash does (Wang Yi, 2019).
  @inline(__always)
  private func hash(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = seed ^ UInt64(text.count)
    func fold(_ word: UInt64) {
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = high ^ low
    }
    let raw = UnsafeRawBufferPointer(text)
    var place = 0
    while place + 8 <= raw.count {
      fold(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < raw.count {
      rest = rest << 8 | UInt64(raw[place])
      place += 1
    }
    fold(rest)
    fold(seed)
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 4 * slots.count)
    let mask = slots.count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
  }
}

/// Whether bytes are well-formed UTF-8; mostly they are ASCII.
private func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.allSatisfy { $0 < 0x80 } || String(validating: text, as: UTF8.self) != nil
}
