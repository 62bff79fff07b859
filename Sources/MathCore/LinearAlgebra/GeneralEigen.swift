package import Diagnostics

/// Eigenvalues and right eigenvectors of a square matrix, which may be complex: A v = λ v.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 7.5, the QR algorithm. Of an exactly
/// symmetric matrix they are those of `SymmetricEigen`.
package struct GeneralEigen: Sendable {
  /// The real parts of the eigenvalues, which ascend by real part, then by imaginary part.
  package let values: [Double]
  /// The imaginary parts of the eigenvalues.
  package let imaginary: [Double]
  /// The real parts of the eigenvectors, as columns of Euclidean length 1 in the order of the values.
  ///
  /// A vector is turned so that its component of largest absolute value, the first of equals, is real and
  /// positive.
  package let vectors: Tensor
  /// The imaginary parts of the eigenvectors.
  package let imaginaryVectors: Tensor

  /// Whether all eigenvalues are real.
  package var isReal: Bool { imaginary.allSatisfy { $0 == 0 } }

  /// The eigenvalues and eigenvectors of a square matrix of finite numbers.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedSquare(name)
    let n = matrix.shape[0]
    if matrix == matrix.transpose {
      let symmetric = try SymmetricEigen(of: matrix, named: name)
      (values, vectors) = (symmetric.values, symmetric.vectors)
      imaginary = [Double](repeating: 0, count: n)
      imaginaryVectors = Tensor(repeating: 0, shape: [n, n])
      return
    }
    let (real, imaginary, columns) = try LAPACK.eigen(ColumnMajor(matrix))
    let order = (0..<n).sorted { i, j in
      (real[i], imaginary[i], i) < (real[j], imaginary[j], j)
    }
    values = order.map { real[$0] }
    self.imaginary = order.map { imaginary[$0] }
    var vectors = Tensor(repeating: 0, shape: [n, n])
    var imaginaryVectors = vectors
    for (place, number) in order.enumerated() {
      let vector = Self.turned(Self.vector(number, imaginary, columns.elements, n))
      for i in 0..<n {
        vectors.elements[i * n + place] = vector[i].re
        imaginaryVectors.elements[i * n + place] = vector[i].im
      }
    }
    (self.vectors, self.imaginaryVectors) = (vectors, imaginaryVectors)
  }

  private typealias Complex = (re: Double, im: Double)

  /// The vector of an eigenvalue from columns in which complex pairs share two.
  private static func vector(
    _ number: Int, _ imaginary: [Double], _ columns: [Double], _ n: Int
  ) -> [Complex] {
    let first = imaginary[number] < 0 ? number - 1 : number
    let sign = imaginary[number] < 0 ? -1.0 : imaginary[number] > 0 ? 1 : 0
    return (0..<n).map { i in
      (columns[first * n + i], sign == 0 ? 0 : sign * columns[(first + 1) * n + i])
    }
  }

  /// A vector multiplied by a complex number of size 1, as the sign rule wants it.
  private static func turned(_ vector: [Complex]) -> [Complex] {
    let sizes = vector.map { BinaryFunction.hypotenuse($0.re, $0.im) }
    guard let place = SignRule.decider(sizes: sizes), sizes[place] > 0 else { return vector }
    let (cosine, sine) = (vector[place].re / sizes[place], -vector[place].im / sizes[place])
    var turned = vector.map { part in
      (re: part.re * cosine - part.im * sine + 0, im: part.re * sine + part.im * cosine + 0)
    }
    turned[place] = (sizes[place], 0)
    return turned
  }
}
