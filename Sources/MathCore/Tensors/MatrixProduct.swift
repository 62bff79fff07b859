internal import Kernels

extension Tensor {
  /// The product of an n × k and a k × m matrix.
  package static func matrixProduct(_ left: Tensor, _ right: Tensor) -> Tensor {
    precondition(
      left.rank == 2 && right.rank == 2 && left.shape[1] == right.shape[0],
      "inner extents of a matrix product must agree")
    let (n, k, m) = (left.shape[0], left.shape[1], right.shape[1])
    let elements = [Double](unsafeUninitializedCapacity: n * m) { buffer, initialized in
      initialized = n * m
      guard let result = buffer.baseAddress, n * m > 0 else { return }
      if k == 0 { return result.initialize(repeating: 0, count: n * m) }
      withPointers([left.elements, right.elements]) { pointers in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: k * Int(KERNEL_PANEL)) { panel in
          kernel_matrix_product(
            kernelSet, kernel_matrix(start: pointers[0], row_step: k, column_step: 1),
            kernel_matrix(start: pointers[1], row_step: m, column_step: 1), result, n, k, m,
            panel.baseAddress)
        }
      }
    }
    return Tensor(shape: [n, m], elements: elements)
  }
}
