/// How an array file writes an element.
struct NPYType {
  enum Kind: Character {
    case float = "f"
    case integer = "i"
    case natural = "u"
    case truth = "b"
  }

  let kind: Kind
  /// Bytes of one element.
  let size: Int
  let isBigEndian: Bool

  /// A type such as `<f8`, `>i2` or `|b1`; `nil` for anything that is no number.
  init?(_ description: String) {
    var rest = description[...]
    let orders: [Character] = ["<", ">", "|", "="]
    guard let order = rest.popFirst(), orders.contains(order), let letter = rest.popFirst(),
      let kind = Kind(rawValue: letter), let size = Int(rest)
    else { return nil }
    let sizes: [Int] =
      switch kind {
      case .float: [2, 4, 8]
      case .integer, .natural: [1, 2, 4, 8]
      case .truth: [1]
      }
    // Only single bytes have no order.
    guard sizes.contains(size), order != "|" || size == 1 else { return nil }
    self.kind = kind
    self.size = size
    isBigEndian = order == ">"
  }

  /// Reads elements that lie one after another.
  func numbers(_ bytes: UnsafeRawBufferPointer, into numbers: UnsafeMutableBufferPointer<Double>) {
    switch (kind, size) {
    case (.float, 2): read(bytes, numbers, UInt16.self) { Double(Float16(bitPattern: $0)) }
    case (.float, 4): read(bytes, numbers, UInt32.self) { Double(Float(bitPattern: $0)) }
    case (.float, _): read(bytes, numbers, UInt64.self) { Double(bitPattern: $0) }
    case (.integer, 1): read(bytes, numbers, UInt8.self) { Double(Int8(bitPattern: $0)) }
    case (.integer, 2): read(bytes, numbers, UInt16.self) { Double(Int16(bitPattern: $0)) }
    case (.integer, 4): read(bytes, numbers, UInt32.self) { Double(Int32(bitPattern: $0)) }
    case (.integer, _): read(bytes, numbers, UInt64.self) { Double(Int64(bitPattern: $0)) }
    case (.natural, 1): read(bytes, numbers, UInt8.self) { Double($0) }
    case (.natural, 2): read(bytes, numbers, UInt16.self) { Double($0) }
    case (.natural, 4): read(bytes, numbers, UInt32.self) { Double($0) }
    case (.natural, _): read(bytes, numbers, UInt64.self) { Double($0) }
    case (.truth, _): read(bytes, numbers, UInt8.self) { $0 == 0 ? 0 : 1 }
    }
  }

  @inline(__always)
  private func read<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ numbers: UnsafeMutableBufferPointer<Double>, _: Bits.Type,
    _ number: (Bits) -> Double
  ) {
    for place in numbers.indices {
      let bits = bytes.loadUnaligned(fromByteOffset: place * size, as: Bits.self)
      numbers[place] = number(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits))
    }
  }
}
