/// The number in a cell, spaces around it left out; `nil` if there is none.
///
/// Besides decimals these are `inf`, `infinity` and `nan` with a sign or without, in any letters, as in
/// Python. At least eight bytes that are no digits must stand behind the cell.
func cellNumber(_ cell: UnsafeBufferPointer<UInt8>, _ decimals: DecimalReader) -> Double? {
  let cell = trimmed(cell)
  guard let start = cell.baseAddress else { return nil }
  if let number = decimals.number(start) {
    return number.length == cell.count ? number.value : nil
  }
  guard (3...9).contains(cell.count) else { return nil }
  switch String(decoding: cell, as: UTF8.self).lowercased() {
  case "inf", "+inf", "infinity", "+infinity": return .infinity
  case "-inf", "-infinity": return -.infinity
  case "nan", "+nan", "-nan": return .nan
  default: return nil
  }
}

/// The same for bytes that nothing needs to stand behind.
func cellNumber(_ bytes: [UInt8], _ decimals: DecimalReader) -> Double? {
  let padded = bytes + [UInt8](repeating: 0, count: 16)
  return padded.withUnsafeBufferPointer { cellNumber(.init(rebasing: $0[..<bytes.count]), decimals) }
}

/// Without spaces and tabs at its ends.
func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var (first, end) = (0, cell.count)
  while first < end, isSpace(cell[first]) { first += 1 }
  while first < end, isSpace(cell[end - 1]) { end -= 1 }
  return UnsafeBufferPointer(rebasing: cell[first..<end])
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
