internal import Diagnostics
internal import MathCore

/// Numbers in the two forms that arithmetic has: known, or recorded.
enum Operand {
  case known(Tensor)
  case recorded(Node, [Int])

  var shape: [Int] {
    switch self {
    case .known(let tensor): tensor.shape
    case .recorded(_, let shape): shape
    }
  }
}

/// Arithmetic on values, known or recorded alike; `name` is what errors call the operation.
extension Evaluation {
  mutating func apply(
    _ function: UnaryFunction, _ x: Value, _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    if case .number(let number) = x { return .number(function(number)) }
    switch try operand(x, name, at: place) {
    case .known(let tensor):
      try chargeElements(tensor.shape, at: place)
      if function.isSpecial { try charge(tensor.count / 8, at: place) }
      let isTruth = function == .not || function == .isNaN || function == .isFinite
      return Value(isTruth ? function(tensor).asTruth : function(tensor))
    case .recorded(let node, _):
      return try record(at: place) { graph in graph.apply(function, node) }
    }
  }

  mutating func combine(
    _ function: BinaryFunction, _ x: Value, _ y: Value, _ name: String = "", at place: Place
  ) throws(Diagnostic) -> Value {
    if case .number(let a) = x, case .number(let b) = y { return .number(function(a, b)) }
    let (left, right) = (try operand(x, name, at: place), try operand(y, name, at: place))
    let shape = try broadcast(left.shape, right.shape, name, at: place)
    try chargeElements(shape, at: place)
    if case .known(let a) = left, case .known(let b) = right {
      return Value(function.isTruth ? function(a, b).asTruth : function(a, b))
    }
    return try record(left, right, at: place) { graph, a, b in graph.apply(function, a, b) }
  }

  /// `first` where the condition is not 0, else `second`, for each element.
  mutating func choose(
    _ condition: Value, _ first: Value, _ second: Value, _ name: String = "if", at place: Place
  ) throws(Diagnostic) -> Value {
    let (test, a) = (try operand(condition, name, at: place), try operand(first, name, at: place))
    let b = try operand(second, name, at: place)
    let branches = try broadcast(a.shape, b.shape, name, at: place)
    try chargeElements(try broadcast(test.shape, branches, name, at: place), at: place)
    if case .known(let test) = test, case .known(let a) = a, case .known(let b) = b {
      return Value(Tensor.select(test, a, b))
    }
    let node = try node(of: test, at: place)
    return try record(a, b, at: place) { graph, first, second in graph.select(node, first, second) }
  }

  mutating func reduce(
    _ reduction: Reduction, _ x: Value, axes: [Int], _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    let operand = try operand(x, name, at: place)
    try chargeElements(operand.shape, at: place)
    switch operand {
    case .known(let tensor): return Value(tensor.reduced(reduction, axes: axes))
    case .recorded(let node, _):
      return try record(at: place) { graph in graph.reduce(reduction, node, axes: axes) }
    }
  }

  /// The numbers of a value, or an error that names the operation and what was found.
  func operand(_ value: Value, _ name: String, at place: Place) throws(Diagnostic) -> Operand {
    switch value {
    case .number(let number): return .known(Tensor(number))
    case .boolean(let boolean): return .known(Tensor(boolean ? 1 : 0))
    case .tensor(let tensor): return .known(tensor)
    case .range(let range):
      guard range.count <= Self.elementLimit else {
        throw Diagnostic(
          "a range of \(range.count) is too large: more than \(Self.elementLimit) elements",
          at: place.location)
      }
      // What fills the memory is refused before it does.
      guard range.count / 16 <= workLeft else { throw tooLong(place.location) }
      return .known(Tensor(range.elements))
    case .recorded(let recorded):
      guard recorded.recording == recording, graph != nil else {
        throw Diagnostic(
          "\(name): a number that is not known yet is used where it has to be known",
          at: place.location)
      }
      return .recorded(recorded.node, recorded.shape)
    case .text, .texts, .table, .list, .function, .record, .distribution, .optimizer:
      let what = name.isEmpty ? "" : "\(name): "
      throw Diagnostic("\(what)expected numbers, found \(value.typeDescription)", at: place.location)
    }
  }

  func shape(of value: Value, _ name: String, at place: Place) throws(Diagnostic) -> [Int] {
    if case .range(let range) = value { return [range.count] }
    return try operand(value, name, at: place).shape
  }

  /// The common shape, or an error with both and the clash.
  func broadcast(
    _ a: [Int], _ b: [Int], _ name: String, at place: Place
  ) throws(Diagnostic) -> [Int] {
    if let shape = broadcastShape(a, b) { return shape }
    let clash = zip(a.reversed(), b.reversed()).first { $0 != $1 && $0 != 1 && $1 != 1 }
    let reason = clash.map { ": \($0.0) ≠ \($0.1)" } ?? ""
    throw Diagnostic(
      "\(name): shapes \(shapeText(a)) and \(shapeText(b)) do not fit\(reason)", at: place.location)
  }
}

extension UnaryFunction {
  /// Whether it is computed number by number, and so takes longer than others.
  fileprivate var isSpecial: Bool {
    switch self {
    case .gamma, .logarithmOfGamma, .digamma, .normalQuantile: true
    default: false
    }
  }
}
