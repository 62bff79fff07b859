internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// `@` as in NumPy: a vector is a row on the left and a column on the right, and axes before the last
  /// two count products, which broadcast.
  mutating func matrixProduct(
    _ x: Value, _ y: Value, _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    let (left, right) = (try operand(x, name, at: place), try operand(y, name, at: place))
    let (a, b) = (left.shape, right.shape)
    guard !a.isEmpty, !b.isEmpty else {
      throw Diagnostic(
        "\(name): expected vectors or matrices, found \((a.isEmpty ? x : y).typeDescription)",
        at: place.location)
    }
    let (inner, outer) = (a[a.count - 1], b[max(0, b.count - 2)])
    guard inner == outer else {
      throw Diagnostic(
        "\(name): shapes \(shapeText(a)) and \(shapeText(b)) do not fit: \(inner) ≠ \(outer)",
        at: place.location)
    }
    if a.count > 2 || b.count > 2 { return try matrixProducts(x, y, a, b, name, at: place) }
    let rows = a.count == 2 ? a[0] : 1
    let columns = b.count == 2 ? b[1] : 1
    try chargeElements([rows, columns], at: place)
    try charge(Self.product(rows, inner, columns) / (4 * Self.elementsPerStep), at: place)
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

  /// The products of all pairs of matrices that the axes before the last two count.
  private mutating func matrixProducts(
    _ x: Value, _ y: Value, _ a: [Int], _ b: [Int], _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    let counted = try broadcast(Array(a.dropLast(2)), Array(b.dropLast(2)), name, at: place)
    let (left, right) = (Array(a.suffix(2)), Array(b.suffix(2)))
    let firsts = (
      broadcastPositions(from: Array(a.dropLast(2)), to: counted),
      broadcastPositions(from: Array(b.dropLast(2)), to: counted)
    )
    func matrix(_ number: Int, _ shape: [Int]) -> [Int] {
      let size = shape.reduce(1, *)
      return Array(number * size..<(number + 1) * size)
    }
    var products: [Value] = []
    for (i, j) in zip(firsts.0, firsts.1) {
      products.append(
        try matrixProduct(
          try gathered(x, matrix(i, left), left, at: place),
          try gathered(y, matrix(j, right), right, at: place), name, at: place))
    }
    let shape =
      counted + (a.count > 1 ? [a[a.count - 2]] : []) + (b.count > 1 ? [b[b.count - 1]] : [])
    guard !products.isEmpty else { return .tensor(Tensor(repeating: 0, shape: shape)) }
    let call = Call(name: name, values: [], place: place)
    return try reshaped(try stacked(products, at: place), shape, call)
  }

  /// A product of extents that stays within bounds instead of overflowing.
  private static func product(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (first, isLarge) = a.multipliedReportingOverflow(by: b)
    let (second, isLarger) = first.multipliedReportingOverflow(by: c)
    return isLarge || isLarger ? .max : second
  }

  /// The Euclidean length of a vector, or of all elements of a matrix.
  mutating func norm(_ x: Value, _ name: String, at place: Place) throws(Diagnostic) -> Value {
    let shape = try shape(of: x, name, at: place)
    let squares = try combine(.multiply, x, x, name, at: place)
    let sum = try reduce(.sum, squares, axes: Array(shape.indices), name, at: place)
    return try apply(.squareRoot, sum, name, at: place)
  }
}
