internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// How many elements a value has along its first axis.
  func length(of value: Value, at place: Place) throws(Diagnostic) -> Int {
    switch value {
    case .list(let list): return list.elements.count
    case .range(let range): return range.count
    case .tensor(let tensor): return tensor.shape[0]
    case .recorded(let recorded) where !recorded.shape.isEmpty: return recorded.shape[0]
    default:
      throw Diagnostic(
        "expected a list, vector or range, found \(value.typeDescription)", at: place.location)
    }
  }

  /// The element at a place along the first axis, which must exist.
  mutating func element(_ i: Int, of value: Value, at place: Place) throws(Diagnostic) -> Value {
    switch value {
    case .list(let list): return list.elements[i]
    case .range(let range): return .number(Double(range.first + i))
    default:
      let shape = try shape(of: value, "an index", at: place)
      let rest = Array(shape.dropFirst())
      let size = rest.reduce(1, *)
      return try gathered(value, Array(i * size..<(i + 1) * size), rest, at: place)
    }
  }

  mutating func subscripted(
    _ value: Value, _ items: [Syntax.Subscript], _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> Value {
    if case .list(let list) = value { return try part(of: list.elements, items, environment, at: place) }
    switch value {
    case .tensor, .recorded, .range: break
    default:
      throw Diagnostic("\(value.typeDescription) cannot be indexed", at: place.location)
    }
    let shape = try shape(of: value, "an index", at: place)
    guard items.count <= shape.count else {
      throw Diagnostic(
        "too many indices: \(value.typeDescription) takes \(shape.count), found \(items.count)",
        at: place.location)
    }
    let steps = strides(of: shape)
    var positions = [0]
    var result: [Int] = []
    for axis in shape.indices {
      var chosen = Array(0..<shape[axis])
      var isKept = true
      if axis < items.count {
        (chosen, isKept) = try self.positions(items[axis], shape[axis], environment, at: place)
      }
      if isKept { result.append(chosen.count) }
      try chargeElements([positions.count, chosen.count], at: place)
      positions = positions.flatMap { start in chosen.map { start + $0 * steps[axis] } }
    }
    return try gathered(value, positions, result, at: place)
  }

  /// The positions that one index or slice chooses, and whether its axis stays.
  private mutating func positions(
    _ item: Syntax.Subscript, _ extent: Int, _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> ([Int], isKept: Bool) {
    switch item {
    case .slice(let from, let to, let step):
      return (try slice(from, to, step, extent, environment), true)
    case .index(let syntax):
      let place = environment.place(syntax.range.lowerBound)
      switch try value(of: syntax, in: environment) {
      case .number(let number): return ([try index(number, extent, at: place)], false)
      case .tensor(let tensor) where tensor.rank == 1:
        var chosen: [Int] = []
        for number in tensor.elements { chosen.append(try index(number, extent, at: place)) }
        return (chosen, true)
      case .range(let range):
        try chargeElements([range.count], at: place)
        var chosen: [Int] = []
        for number in range.elements { chosen.append(try index(number, extent, at: place)) }
        return (chosen, true)
      case .recorded:
        throw Diagnostic(
          "an index has to be known before the function is compiled", at: place.location)
      case let other:
        throw other.mismatch("an index", expected: "a whole number", at: place.location)
      }
    }
  }

  private func index(_ number: Double, _ extent: Int, at place: Place) throws(Diagnostic) -> Int {
    guard let index = Int(exactly: number) else {
      throw Diagnostic("an index: expected a whole number, found \(shortest(number))", at: place.location)
    }
    guard index < extent, index >= -extent else {
      let allowed = extent == 0 ? "there are no elements" : "expected −\(extent) … \(extent - 1)"
      throw Diagnostic("index \(shortest(number)) is out of range: \(allowed)", at: place.location)
    }
    return index < 0 ? index + extent : index
  }

  /// As in Python: ends are clamped, and negative ones count from the back.
  private mutating func slice(
    _ from: Syntax?, _ to: Syntax?, _ step: Syntax?, _ extent: Int, _ environment: Environment
  ) throws(Diagnostic) -> [Int] {
    func whole(_ syntax: Syntax, _ value: Value) throws(Diagnostic) -> Int {
      try value.integer(
        of: "an end of a slice", in: -1_000_000_000...1_000_000_000,
        at: environment.source.location(at: syntax.range.lowerBound))
    }
    var stride = 1
    if let step {
      stride = try whole(step, try value(of: step, in: environment))
      guard stride != 0 else {
        throw Diagnostic(
          "a slice's step cannot be 0", at: environment.source.location(at: step.range.lowerBound))
      }
    }
    var first = stride > 0 ? 0 : extent - 1
    var end = stride > 0 ? extent : -1
    let (least, most) = stride > 0 ? (0, extent) : (-1, extent - 1)
    if let from {
      let given = try whole(from, try value(of: from, in: environment))
      first = min(max(given < 0 ? given + extent : given, least), most)
    }
    if let to {
      let given = try whole(to, try value(of: to, in: environment))
      end = min(max(given < 0 ? given + extent : given, least), most)
    }
    return Array(Swift.stride(from: first, to: end, by: stride))
  }

  private mutating func part(
    of values: [Value], _ items: [Syntax.Subscript], _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> Value {
    guard items.count == 1 else {
      throw Diagnostic("a list takes one index, found \(items.count)", at: place.location)
    }
    let (chosen, isKept) = try positions(items[0], values.count, environment, at: place)
    return isKept ? try stacked(chosen.map { values[$0] }, at: place) : values[chosen[0]]
  }

  /// The elements at flat positions, in a new shape.
  mutating func gathered(
    _ value: Value, _ positions: [Int], _ shape: [Int], at place: Place
  ) throws(Diagnostic) -> Value {
    switch try operand(value, "an index", at: place) {
    case .known(let tensor):
      return Value(Tensor(shape: shape, elements: positions.map { tensor.elements[$0] }))
    case .recorded(let node, _):
      return try record(at: place) { graph in graph.gather(node, at: positions, shape: shape) }
    }
  }
}
