/// The shape that two shapes broadcast to by NumPy's rule, or `nil` if they clash.
///
/// Axes are matched from the last; an extent of 1, or a missing one, stretches to the other's.
package func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int]? {
  var shape = a.count >= b.count ? a : b
  for back in 1...max(1, min(a.count, b.count)) where back <= min(a.count, b.count) {
    let (x, y) = (a[a.count - back], b[b.count - back])
    guard x == y || x == 1 || y == 1 else { return nil }
    shape[shape.count - back] = x == 1 ? y : x
  }
  return shape
}

/// For each element of the larger shape, the flat position of the element that it is a copy of.
///
/// `shape` must broadcast to `target`.
package func broadcastPositions(from shape: [Int], to target: [Int]) -> [Int] {
  let own = strides(of: shape)
  let missing = target.count - shape.count
  let steps = target.indices.map { axis in
    axis < missing || shape[axis - missing] == 1 ? 0 : own[axis - missing]
  }
  return positions(in: target, steps: steps)
}

/// The flat positions visited by a walk over `shape` in row-major order with a step along each axis.
func positions(in shape: [Int], steps: [Int], start: Int = 0) -> [Int] {
  var visited = [start]
  for (extent, step) in zip(shape, steps) {
    var next: [Int] = []
    next.reserveCapacity(visited.count * extent)
    for position in visited {
      for i in 0..<extent { next.append(position + i * step) }
    }
    visited = next
  }
  return visited
}
