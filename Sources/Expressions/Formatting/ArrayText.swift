/// Numbers in a box of any rank as NumPy prints them: rows below each other, points aligned.
///
/// Of long axes, the first and the last three stand for all.
struct ArrayText {
  private let shape: [Int]
  private let isOneLine: Bool
  private let element: (Int) -> Double
  private let isAbbreviated: Bool

  /// `element` gives the numbers in row-major order.
  init(shape: [Int], isOneLine: Bool, element: @escaping (Int) -> Double) {
    self.shape = shape
    self.isOneLine = isOneLine
    self.element = element
    // Rows without elements take room too.
    var size = 1
    for extent in shape { size = min(size, 1001) * max(1, min(extent, 1001)) }
    isAbbreviated = size > 1000
  }

  var text: String {
    let isAligned = shape.count > 1 && !isOneLine
    return block(0, 0, isAligned ? widths() : (0, 0))
  }

  /// The places along an axis that are shown, `nil` for those between.
  private func shown(_ extent: Int) -> [Int?] {
    guard isAbbreviated, extent > 7 else { return Array(0..<extent) }
    return [0, 1, 2, nil, extent - 3, extent - 2, extent - 1]
  }

  private func block(_ axis: Int, _ position: Int, _ widths: (Int, Int)) -> String {
    guard axis < shape.count else { return padded(sixDigits(element(position)), widths) }
    let parts = shown(shape[axis]).map { place in
      place.map { block(axis + 1, position * shape[axis] + $0, widths) } ?? "…"
    }
    let isRow = axis == shape.count - 1
    let breaks = String(repeating: "\n", count: shape.count - 1 - axis)
    let separator = isOneLine || isRow ? " " : breaks + String(repeating: " ", count: axis + 1)
    return "[\(parts.joined(separator: separator))]"
  }

  /// The largest number of characters before the point, and from it on.
  private func widths() -> (Int, Int) {
    var widths = (0, 0)
    func visit(_ axis: Int, _ position: Int) {
      guard axis < shape.count else {
        let (before, after) = parts(sixDigits(element(position)))
        widths = (max(widths.0, before), max(widths.1, after))
        return
      }
      for case let place? in shown(shape[axis]) { visit(axis + 1, position * shape[axis] + place) }
    }
    visit(0, 0)
    return widths
  }

  private func padded(_ text: String, _ widths: (Int, Int)) -> String {
    let (before, after) = parts(text)
    return String(repeating: " ", count: max(0, widths.0 - before)) + text
      + String(repeating: " ", count: max(0, widths.1 - after))
  }

  private func parts(_ text: String) -> (Int, Int) {
    let before = text.prefix { $0 != "." && $0 != "e" }.count
    return (before, text.count - before)
  }
}
