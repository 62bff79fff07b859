package import Diagnostics
package import MathCore

extension Value {
  /// The number, or an error that says what `what` should have been; truth counts as 1 and 0.
  package func number(of what: String, at place: SourceLocation?) throws(Diagnostic) -> Double {
    switch self {
    case .number(let number): return number
    case .boolean(let boolean): return boolean ? 1 : 0
    default: throw mismatch(what, expected: "a number", at: place)
    }
  }

  /// The elements of a vector or range; NaN and infinities are passed on.
  package func vector(of what: String, at place: SourceLocation?) throws(Diagnostic) -> [Double] {
    switch self {
    case .tensor(let tensor) where tensor.rank == 1: return tensor.elements
    case .range(let range):
      guard range.count <= Evaluation.elementLimit else {
        throw Diagnostic(
          "\(what): a range of \(range.count) is too large: more than \(Evaluation.elementLimit) elements",
          at: place)
      }
      return range.elements
    default: throw mismatch(what, expected: "a vector", at: place)
    }
  }

  /// The matrix, as a tensor of rank 2.
  package func matrix(of what: String, at place: SourceLocation?) throws(Diagnostic) -> Tensor {
    switch self {
    case .tensor(let tensor) where tensor.rank == 2: return tensor
    default: throw mismatch(what, expected: "a matrix", at: place)
    }
  }

  /// The truth value; numbers are none.
  package func boolean(of what: String, at place: SourceLocation?) throws(Diagnostic) -> Bool {
    switch self {
    case .boolean(let boolean): return boolean
    default: throw mismatch(what, expected: "true or false", at: place)
    }
  }

  /// The text.
  package func text(of what: String, at place: SourceLocation?) throws(Diagnostic) -> String {
    switch self {
    case .text(let text): return text
    default: throw mismatch(what, expected: "a text", at: place)
    }
  }

  /// The function.
  package func function(of what: String, at place: SourceLocation?) throws(Diagnostic) -> Function {
    switch self {
    case .function(let function): return function
    default: throw mismatch(what, expected: "a function", at: place)
    }
  }

  /// The distribution, all of whose parameters are single numbers.
  package func distribution(
    of what: String, at place: SourceLocation?
  ) throws(Diagnostic) -> any Distribution {
    guard case .distribution(let value) = self else {
      throw mismatch(what, expected: "a distribution", at: place)
    }
    switch value.body {
    case .single(let distribution, _): return distribution
    case .multivariate: throw mismatch(what, expected: "a distribution of single numbers", at: place)
    case .family(let type, let parameters):
      var numbers: [Double] = []
      for parameter in parameters {
        numbers.append(try parameter.number(of: "a parameter of \(value.name)", at: place))
      }
      return type.init(parameterValues: numbers)
    }
  }

  /// A whole number in a range; the error names both.
  func integer(
    of what: String, in range: ClosedRange<Int>, at place: SourceLocation?
  ) throws(Diagnostic) -> Int {
    let number = try number(of: what, at: place)
    guard let integer = Int(exactly: number) else {
      throw Diagnostic(
        "\(what): expected a whole number, found \(shortest(number))", at: place)
    }
    guard range.contains(integer) else {
      let found = shortest(number)
      if range.lowerBound > integer {
        throw Diagnostic("\(what): expected at least \(range.lowerBound), found \(found)", at: place)
      }
      throw Diagnostic("\(what): expected at most \(range.upperBound), found \(found)", at: place)
    }
    return integer
  }

  func mismatch(_ what: String, expected: String, at place: SourceLocation?) -> Diagnostic {
    if case .recorded = self {
      return Diagnostic(
        "\(what): expected \(expected) that is known, found one that the function is given", at: place,
        help: "it has to be known before the function is compiled or differentiated")
    }
    return Diagnostic("\(what): expected \(expected), found \(typeDescription)", at: place)
  }
}
