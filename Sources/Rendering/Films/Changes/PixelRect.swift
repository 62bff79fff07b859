import Glibc

/// Whole pixels of a picture; y grows downwards.
package struct PixelRect: Hashable, Sendable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  /// The same or larger, with its left and upper edge at multiples of `step`.
  func aligned(to step: Int) -> PixelRect {
    PixelRect(x: x - x % step, y: y - y % step, width: width + x % step, height: height + y % step)
  }
}

/// The smallest rectangle with all pixels in which two pictures of the same size differ, looking only at the
/// bits of `mask`; `nil` if there are none.
func changedRect(
  _ old: UnsafeBufferPointer<UInt32>, _ new: UnsafeBufferPointer<UInt32>, _ shape: FilmShape
) -> PixelRect? {
  let (width, height, mask) = (shape.width, shape.height, shape.mask)
  guard let a = old.baseAddress, let b = new.baseAddress else { return nil }
  func isChanged(_ y: Int) -> Bool { !areEqual(a + y * width, b + y * width, width, mask) }
  func isChanged(_ x: Int, _ y: Int) -> Bool { (a[y * width + x] ^ b[y * width + x]) & mask != 0 }
  guard let top = (0..<height).first(where: isChanged) else { return nil }
  let bottom = (top..<height).last(where: isChanged) ?? top
  var (left, right) = (width, -1)
  for y in top...bottom {
    left = (0..<left).first { isChanged($0, y) } ?? left
    var x = width - 1
    while x > right, !isChanged(x, y) { x -= 1 }
    right = x
  }
  return PixelRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
}

private func areEqual(
  _ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ count: Int, _ mask: UInt32
) -> Bool {
  if memcmp(a, b, count * 4) == 0 { return true }
  guard mask != .max else { return false }
  var difference: UInt32 = 0
  for i in 0..<count { difference |= a[i] ^ b[i] }
  return difference & mask == 0
}
