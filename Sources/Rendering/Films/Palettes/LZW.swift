/// Compresses indices as GIF does (GIF89a, appendix F: Lempel, Ziv and Welch with codes of growing length).
struct LZWCompressor {
  private let minimumBits: Int
  /// Where the code of "a known string and one more index" is found: keys plus one, by hash.
  private var keys = [UInt32](repeating: 0, count: tableSize)
  private var codes = [UInt16](repeating: 0, count: tableSize)
  private var nextCode = 0
  private var codeBits = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private static let tableSize = 1 << 14
  private static let mostCodes = 4096

  /// - Parameter bits: Of an index, 2 to 8.
  init(bits: Int) { minimumBits = bits }

  /// The compressed bytes, in the blocks of at most 255 that GIF asks for, with their ends.
  mutating func compressed(_ indices: [UInt8]) -> [UInt8] {
    output = []
    output.reserveCapacity(indices.count / 8 + 64)
    (bits, bitCount) = (0, 0)
    codeBits = minimumBits + 1
    startOver()
    if var prefix = indices.first.map({ Int($0) }) {
      for index in indices.dropFirst() { prefix = extend(prefix, by: index) }
      put(prefix)
      countCode()
    }
    put(1 << minimumBits + 1)
    if bitCount > 0 { output.append(UInt8(truncatingIfNeeded: bits)) }
    return [UInt8(minimumBits)] + blocks + [0]
  }

  /// The code of the string with one more index; if it is new, the string's code is written, and the index alone
  /// begins the next string.
  private mutating func extend(_ prefix: Int, by index: UInt8) -> Int {
    let key = UInt32(prefix << 8 | Int(index)) + 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 18)
    while keys[place] != 0 {
      if keys[place] == key { return Int(codes[place]) }
      place = (place + 1) & (Self.tableSize - 1)
    }
    put(prefix)
    if nextCode < Self.mostCodes {
      keys[place] = key
      codes[place] = UInt16(nextCode)
      countCode()
    } else {
      startOver()
    }
    return Int(index)
  }

  /// A reader learns a code with every one that it reads, and then expects longer ones.
  private mutating func countCode() {
    if nextCode == 1 << codeBits, codeBits < 12 { codeBits += 1 }
    nextCode += 1
  }

  /// Tells the reader to forget all strings.
  private mutating func startOver() {
    if nextCode > 0 {
      for place in keys.indices { keys[place] = 0 }
    }
    put(1 << minimumBits)
    nextCode = 1 << minimumBits + 2
    codeBits = minimumBits + 1
  }

  private mutating func put(_ code: Int) {
    bits |= UInt64(code) << UInt64(bitCount)
    bitCount += codeBits
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private var blocks: [UInt8] {
    var blocks: [UInt8] = []
    blocks.reserveCapacity(output.count + output.count / 255 + 1)
    for start in stride(from: 0, to: output.count, by: 255) {
      let end = min(start + 255, output.count)
      blocks.append(UInt8(end - start))
      blocks += output[start..<end]
    }
    return blocks
  }
}
