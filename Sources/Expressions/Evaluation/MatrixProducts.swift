internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// `@` as in NumPy: a vector is a row on the left and a column on the right.
  mutating func matrixProduct(
    _ x: Value, _ y: Value, _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    let (left, right) = (try operand(x, name, at: place), try operand(y, name, at: place))
    let (a, b) = (left.shape, right.shape)
    guard (1...2).contains(a.count), (1...2).contains(b.count) else {
      let found = (1...2).contains(a.count) ? y : x
      throw Diagnostic(
        "\(name): expected vectors or matrices, found \(found.typeDescription)", at: place.location)
    }
    let (inner, outer) = (a[a.count - 1], b[0])
    guard inner == outer else {
      throw Diagnostic(
        "\(name): shapes \(shapeText(a)) and \(shapeText(b)) do not fit: \(inner) ≠ \(outer)",
        at: place.location)
    }
    let rows = a.count == 2 ? a[0] : 1
    let columns = b.count == 2 ? b[1] : 1
    try chargeElements([rows, columns], at: place)
    try charge(Self.product(rows, inner, columns) / 16, at: place)
    let shape = (a.count == 2 ? [rows] : []) + (b.count == 2 ? [columns] : [])
    if case .known(let left) = left, case .known(let right) = right {
      let product = Tensor.matrixProduct(
        left.reshaped(to: [rows, inner]), right.reshaped(to: [inner, columns]))
      return Value(product.reshaped(to: shape))
    }
    return try record(left, right, at: place) { graph, left, right in
      let product = graph.matrixProduct(
        graph.reshape(left, to: [rows, inner]), graph.reshape(right, to: [inner, columns]))
      return graph.reshape(product, to: shape)
    }
  }

  /// A product of extents that stays within bounds instead of overflowing.
  private static func product(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (first, isLarge) = a.multipliedReportingOverflow(by: b)
    let (second, isLarger) = first.multipliedReportingOverflow(by: c)
    return isLarge || isLarger ? Int.max : second
  }

  /// The Euclidean length of a vector, or of all elements of a matrix.
  mutating func norm(_ x: Value, _ name: String, at place: Place) throws(Diagnostic) -> Value {
    let shape = try shape(of: x, name, at: place)
    let squares = try combine(.multiply, x, x, name, at: place)
    let sum = try reduce(.sum, squares, axes: Array(shape.indices), name, at: place)
    return try apply(.squareRoot, sum, name, at: place)
  }
}
