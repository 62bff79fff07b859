internal import Kernels

extension Tensor {
  /// The product of an n × k and a k × m matrix.
  package static func matrixProduct(_ left: Tensor, _ right: Tensor) -> Tensor {
    precondition(
      left.rank == 2 && right.rank == 2 && left.shape[1] == right.shape[0],
      "inner extents of a matrix product must agree")
    let (n, k, m) = (left.shape[0], left.shape[1], right.shape[1])
    var elements = [Double](repeating: 0, count: n * m)
    kernel_matrix_product(kernelSet, left.elements, right.elements, &elements, n, k, m)
    return Tensor(shape: [n, m], elements: elements)
  }
}
