import MathCore
import Testing

@Suite struct TensorTests {
  private let matrix = Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6])

  @Test func `Shapes broadcast as NumPy's`() {
    #expect(broadcastShape([2, 3], [3]) == [2, 3])
    #expect(broadcastShape([2, 1], [3]) == [2, 3])
    #expect(broadcastShape([], [4]) == [4])
    #expect(broadcastShape([5, 1, 7], [6, 1]) == [5, 6, 7])
    #expect(broadcastShape([0], [1]) == [0])
    #expect(broadcastShape([2, 3], [2]) == nil)
    #expect(broadcastShape([3], [4]) == nil)
  }

  @Test func `Elements are stretched along missing and single axes`() {
    #expect(BinaryFunction.add(matrix, Tensor([10, 20, 30])).elements == [11, 22, 33, 14, 25, 36])
    let column = Tensor(shape: [2, 1], elements: [10, 20])
    #expect(BinaryFunction.add(matrix, column).elements == [11, 12, 13, 24, 25, 26])
    #expect(BinaryFunction.add(column, Tensor([1, 2])).elements == [11, 12, 21, 22])
    #expect(BinaryFunction.power(Tensor([-2, 3]), Tensor(2)).elements == [4, 9])
  }

  @Test func `Axes are reduced and exchanged`() {
    #expect(matrix.reduced(.sum, axes: [0]).elements == [5, 7, 9])
    #expect(matrix.reduced(.sum, axes: [1]).elements == [6, 15])
    #expect(matrix.reduced(.sum, axes: [0, 1]) == Tensor(21))
    #expect(matrix.reduced(.maximum, axes: [1]).elements == [3, 6])
    #expect(Tensor([1, .nan, 2]).reduced(.maximum, axes: [0]).elements[0].isNaN)
    #expect(Tensor([]).reduced(.sum, axes: [0]) == Tensor(0))
    #expect(matrix.transposed([1, 0]) == Tensor(shape: [3, 2], elements: [1, 4, 2, 5, 3, 6]))
  }

  @Test func `Matrices are multiplied, also those wider than a vector of the machine`() {
    let (n, k, m) = (3, 5, 19)
    let left = Tensor(shape: [n, k], elements: (0..<n * k).map { Double($0 % 7) - 3 })
    let right = Tensor(shape: [k, m], elements: (0..<k * m).map { Double($0 % 11) - 5 })
    let product = Tensor.matrixProduct(left, right)
    for row in 0..<n {
      for column in 0..<m {
        let expected = (0..<k).reduce(0.0) {
          $0 + left.elements[row * k + $1] * right.elements[$1 * m + column]
        }
        #expect(product.elements[row * m + column] == expected)
      }
    }
  }
}
