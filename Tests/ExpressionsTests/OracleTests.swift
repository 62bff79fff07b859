import Diagnostics
import Expressions
import MathCore
import TestSupport
import Testing

private struct DerivativeOracle: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Point: Decodable {
      var at: [Double]
      var value: Double
      var gradient: [Double]
      var hessian: [[Double]]
    }
    var expression: String
    var variables: [String]
    var points: [Point]
    var testDescription: String { expression }
  }
  var cases: [Case]
}

private struct FunctionOracle: Decodable {
  /// A number, or several, or a text such as `inf`.
  enum Numbers: Decodable {
    case one(Double)
    case many([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .one(Double(text) ?? .nan)
      } else if let number = try? container.decode(Double.self) {
        self = .one(number)
      } else {
        self = .many(try container.decode([Double].self))
      }
    }

    var elements: [Double] {
      switch self {
      case .one(let number): [number]
      case .many(let numbers): numbers
      }
    }
  }
  struct Case: Decodable {
    var function: String
    var x: Numbers?
    var y: Numbers
  }
  var cases: [Case]
}

@Suite struct OracleTests {
  private static let derivatives =
    (try? oracle("autodiff.json", as: DerivativeOracle.self).cases) ?? []

  @Test func `The oracle is there`() { #expect(Self.derivatives.count == 15) }

  @Test(arguments: 0..<15)
  func `Values, gradients and Hessians are SymPy's`(_ number: Int) throws {
    let row = try #require(Self.derivatives[safe: number])
    let parameters = row.variables.joined(separator: ", ")
    let lines: KeyValuePairs = ["f(\(parameters))": row.expression]
    for point in row.points {
      let arguments = point.at.map { "(\($0))" }.joined(separator: ", ")
      let found = try value("f(\(arguments))", lines).number(of: "f", at: nil)
      #expect(isClose(found, point.value, within: 1e-12), "\(found), \(point.value)")
      let size = point.gradient.map(abs).max() ?? 0
      try expectAll(value("grad(f)(\(arguments))", lines), point.gradient, 1e-12, size * 1e-13)
      let hessian = Array(point.hessian.joined())
      let largest = hessian.map(abs).max() ?? 0
      try expectAll(value("hessian(f)(\(arguments))", lines), hessian, 1e-10, largest * 1e-12)
      let compiled = try function("f", lines).compiled(inputs: point.at.count, at: nil)
      #expect(isClose(compiled.at(point.at)[0], point.value, within: 1e-12, absolute: 1e-14))
      let gradient = try function("grad(f)", lines).compiled(inputs: point.at.count, at: nil)
      for (a, b) in zip(gradient.at(point.at), point.gradient) {
        #expect(isClose(a, b, within: 1e-12, absolute: size * 1e-13))
      }
    }
  }

  private func expectAll(
    _ value: Value, _ expected: [Double], _ tolerance: Double, _ absolute: Double
  ) throws {
    let elements: [Double]
    switch value {
    case .tensor(let tensor): elements = tensor.elements
    default: elements = [try value.number(of: "a derivative", at: nil)]
    }
    #expect(elements.count == expected.count)
    for (a, b) in zip(elements, expected) {
      #expect(isClose(a, b, within: tolerance, absolute: absolute), "\(a), \(b)")
    }
  }

  @Test func `Special functions are SciPy's and PyTorch's`() throws {
    let names = Scope().names + ["normal_cdf"]
    var tested: Set<String> = []
    for row in try oracle("special_functions.json", as: FunctionOracle.self).cases {
      guard names.contains(row.function), let x = row.x else { continue }
      tested.insert(row.function)
      let call = row.function == "normal_cdf" ? "normal().cdf" : row.function
      let argument = x.elements.map { "(\($0))" }.joined(separator: ", ")
      let found = try value("\(call)([\(argument)])")
      let elements: [Double]
      if case .tensor(let tensor) = found {
        elements = tensor.elements
      } else {
        elements = [try found.number(of: call, at: nil)]
      }
      #expect(elements.count == row.y.elements.count)
      for (a, b) in zip(elements, row.y.elements) {
        #expect(isClose(a, b, within: 1e-12, absolute: 1e-300), "\(row.function): \(a), \(b)")
      }
    }
    #expect(tested.count >= 17, "\(tested.sorted())")
  }
}

extension Array {
  fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
