internal import Diagnostics

extension TableFormat {
  /// NumPy's array files: floating-point numbers of 2, 4 and 8 bytes, whole numbers of 1, 2, 4 and 8 bytes,
  /// and truth; either byte order, C and Fortran order, up to four axes.
  ///
  /// Whole numbers beyond 2⁵³ become the nearest doubles.
  static let npy = TableFormat(options: ["rows"]) { (source, request) throws(Diagnostic) in
    .tensor(try NPYReader(source, request).tensor())
  }

  /// NumPy's archives of several arrays, stored or compressed; other members are left out.
  static let npz = TableFormat(options: ["rows"]) { (source, request) throws(Diagnostic) in
    .tensors(try NPZReader(source, request).tensors())
  }
}
