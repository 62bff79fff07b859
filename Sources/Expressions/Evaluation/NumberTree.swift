internal import Diagnostics
internal import MathCore

/// The numbers of a value: a number or tensor, or a list of such, as a network keeps its weights.
indirect enum NumberTree {
  case leaf(Operand)
  case list([NumberTree])

  /// All numbers and tensors, in order.
  var leaves: [Operand] {
    switch self {
    case .leaf(let operand): [operand]
    case .list(let parts): parts.flatMap(\.leaves)
    }
  }

  /// A value of the same form with other leaves, which are taken from the front of `leaves`.
  func value(of leaves: inout ArraySlice<Value>) -> Value {
    switch self {
    case .leaf: leaves.popFirst() ?? .number(.nan)
    case .list(let parts): .list(ValueList(parts.map { $0.value(of: &leaves) }))
    }
  }
}

extension Evaluation {
  /// The numbers of a value, which has to hold nothing else.
  func numberTree(of value: Value, _ name: String, at place: Place) throws(Diagnostic) -> NumberTree {
    guard case .list(let list) = value else { return .leaf(try operand(value, name, at: place)) }
    var parts: [NumberTree] = []
    for value in list.elements { parts.append(try numberTree(of: value, name, at: place)) }
    return .list(parts)
  }

  /// The arguments that a function is given for a starting point: its elements where it takes as many,
  /// else the point as it is; `others` are taken by other arguments.
  mutating func arguments(
    of function: Function, from start: Value, beside others: Int = 0, at place: Place
  ) throws(Diagnostic) -> [Value] {
    var count = 1
    var isMatrix = false
    switch start {
    case .list(let list): count = list.elements.count
    case .range(let range): count = range.count
    case .tensor(let tensor):
      count = tensor.shape[0]
      isMatrix = tensor.rank > 1
    case .number, .boolean, .recorded: return [start]
    default: throw start.mismatch("the starting point", expected: "numbers", at: place.location)
    }
    let takesWhole = function.accepts(1 + others)
    if function.accepts(count + others), !(isMatrix && takesWhole), !(count == 1 && isList(start)) {
      var parts: [Value] = []
      for i in 0..<count { parts.append(try element(i, of: start, at: place)) }
      return parts
    }
    guard takesWhole else {
      let names = function.parameterNames
      throw Diagnostic(
        "\(function.name) takes \(counted(names.count, "argument")) (\(names.joined(separator: ", "))), "
          + "but is used with \(count + others)", at: place.location)
    }
    return [start]
  }

  private func isList(_ value: Value) -> Bool {
    if case .list = value { return true }
    return false
  }
}
