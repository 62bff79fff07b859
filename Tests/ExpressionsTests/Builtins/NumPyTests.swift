import Diagnostics
import Expressions
import MathCore
import TestSupport
import Testing

/// A call, with the shape and the elements that NumPy 2.4 gives for it.
struct NumPyRow: Sendable, CustomTestStringConvertible {
  var call: String
  var shape: [Int]
  var elements: [Double]

  init(_ call: String, _ shape: [Int], _ elements: [Double]) {
    (self.call, self.shape, self.elements) = (call, shape, elements)
  }

  var testDescription: String { call }
}

/// The numbers of a value, with their shape.
func tensor(_ value: Value) -> Tensor? {
  switch value {
  case .number(let number): Tensor(number)
  case .boolean(let boolean): Tensor(boolean ? 1 : 0)
  case .tensor(let tensor): tensor
  default: nil
  }
}

@Suite struct NumPyTests {
  @Test(arguments: scalarRows + tensorRows)
  func `The library gives NumPy's numbers`(_ row: NumPyRow) throws {
    let found = try #require(tensor(try value(row.call)))
    #expect(found.shape == row.shape)
    #expect(found.count == row.elements.count)
    for (a, b) in zip(found.elements, row.elements) {
      #expect(isClose(a, b, within: 2e-15), "\(a), \(b)")
      #expect(a != 0 || a.sign == b.sign || row.call.contains("comb"), "\(a), \(b)")
    }
  }
}
