/// On which side of the line from `a` to `b` the point `c` lies: positive on the left (x to the right, y
/// upwards), negative on the right, 0 exactly on the line; only the sign counts.
///
/// The sign is exact as long as products of coordinates neither overflow nor underflow. Source: the filter
/// of Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates" (1997);
/// what it lets through is summed exactly.
package func orientation(_ a: DataPoint, _ b: DataPoint, _ c: DataPoint) -> Double {
  let left = (a.x - c.x) * (b.y - c.y)
  let right = (a.y - c.y) * (b.x - c.x)
  let determinant = left - right
  // (3 + 16ε) ε, with ε = 2⁻⁵³: the bound of Shewchuk's stage A.
  guard abs(determinant) < 3.3306690738754716e-16 * (abs(left) + abs(right)) else { return determinant }
  var sum = ExactSum()
  sum.add(a.x, b.y)
  sum.add(-a.y, b.x)
  sum.add(b.x, c.y)
  sum.add(-b.y, c.x)
  sum.add(c.x, a.y)
  sum.add(-c.y, a.x)
  return sum.leading
}

/// A sum of products without rounding: parts that do not overlap, the smallest first.
private struct ExactSum {
  private var parts: [Double] = []

  /// Adds the product of two numbers.
  mutating func add(_ x: Double, _ y: Double) {
    let product = x * y
    add((-product).addingProduct(x, y))
    add(product)
  }

  // Shewchuk's GROW-EXPANSION with Knuth's two-sum.
  private mutating func add(_ number: Double) {
    var carry = number
    for i in parts.indices {
      let sum = carry + parts[i]
      let shadow = sum - carry
      parts[i] = (carry - (sum - shadow)) + (parts[i] - shadow)
      carry = sum
    }
    parts.append(carry)
  }

  /// The largest part, which has the sign of the sum.
  var leading: Double { parts.last { $0 != 0 } ?? 0 }
}
