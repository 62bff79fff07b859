package import Diagnostics

/// Columns made orthonormal one after another, with everything that was subtracted: A = Q R.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), sections 5.2.8 and 5.2.9: the modified process,
/// done twice so that Q is orthonormal to working precision (Giraud, Langou, Rozložník 2005).
package struct GramSchmidt: Sendable {
  /// Q: a unit vector for each column.
  package let orthonormal: Tensor
  /// R: the coordinates of the columns along those; its diagonal is positive.
  package let triangular: Tensor
  /// What is left of each column before it is made a unit vector.
  package let orthogonal: Tensor
  /// For each column and each unit vector before it, the part that is subtracted: n × n × m, else zeros.
  package let projections: Tensor

  /// Throws if a column depends on those before it.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedMatrix(name)
    let (m, n) = (matrix.shape[0], matrix.shape[1])
    var directions: [[Double]] = []
    var remainders: [[Double]] = []
    var coordinates = Tensor(repeating: 0, shape: [n, n])
    var parts = Tensor(repeating: 0, shape: [n, n, m])
    for j in 0..<n {
      let column = matrix.column(j)
      var rest = column
      for _ in 0..<2 {
        for (i, direction) in directions.enumerated() {
          let coordinate = zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 }
          for k in 0..<m { rest[k] -= coordinate * direction[k] }
          coordinates.elements[i * n + j] += coordinate
        }
      }
      let size = length(rest)
      guard size > 10 * Double(max(m, n)) * .ulpOfOne * length(column) else {
        throw Self.dependent(name, column: j, isZero: length(column) == 0)
      }
      for (i, direction) in directions.enumerated() {
        let coordinate = coordinates.elements[i * n + j]
        for k in 0..<m { parts.elements[(j * n + i) * m + k] = coordinate * direction[k] }
      }
      coordinates.elements[j * n + j] = size
      remainders.append(rest)
      directions.append(rest.map { $0 / size })
    }
    (triangular, projections) = (coordinates, parts)
    orthonormal = Tensor(shape: [n, m], elements: directions.flatMap { $0 }).transpose
    orthogonal = Tensor(shape: [n, m], elements: remainders.flatMap { $0 }).transpose
  }

  private static func dependent(_ name: String, column: Int, isZero: Bool) -> ArgumentError {
    ArgumentError(
      name,
      "expected independent columns, but column \(column) is "
        + (isZero ? "zero" : "a combination of those before it"),
      help: "leave it out, or take qr(\(name)), which allows dependent columns")
  }
}
