/// Numbers in a box of any rank: a vector has one extent, a matrix two, a number none.
package struct Tensor: Hashable, Sendable {
  /// The number of elements along each axis.
  package var shape: [Int]
  /// All elements, the last axis running fastest (row-major).
  package var elements: [Double]
  /// Whether its ones and zeros stand for true and false, so that it can choose elements.
  package var isTruth = false

  /// A tensor of that shape; there must be as many elements as the shape says.
  package init(shape: [Int], elements: [Double]) {
    precondition(shape.reduce(1, *) == elements.count, "a tensor's elements must fill its shape")
    self.shape = shape
    self.elements = elements
  }

  /// A vector.
  package init(_ elements: [Double]) {
    self.init(shape: [elements.count], elements: elements)
  }

  /// A single number, of rank 0.
  package init(_ number: Double) {
    self.init(shape: [], elements: [number])
  }

  /// A tensor with the same number everywhere.
  package init(repeating number: Double, shape: [Int]) {
    self.init(shape: shape, elements: Array(repeating: number, count: shape.reduce(1, *)))
  }

  /// Ones and zeros are equal to true and false.
  package static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.elements == b.elements
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    hasher.combine(elements)
  }

  /// The same ones and zeros as truth.
  package var asTruth: Tensor {
    var truth = self
    truth.isTruth = true
    return truth
  }

  /// The number of axes.
  package var rank: Int { shape.count }
  /// The number of elements.
  package var count: Int { elements.count }
}

/// How far apart neighbors along each axis lie in row-major order.
package func strides(of shape: [Int]) -> [Int] {
  var strides = [Int](repeating: 1, count: shape.count)
  for axis in stride(from: shape.count - 2, through: 0, by: -1) {
    strides[axis] = strides[axis + 1] * shape[axis + 1]
  }
  return strides
}
