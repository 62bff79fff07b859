internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// How many elements a value has along its first axis.
  func length(of value: Value, at place: Place) throws(Diagnostic) -> Int {
    switch value {
    case .list(let list): return list.elements.count
    case .texts(let texts): return texts.count
    case .table(let table): return table.rowCount
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
    case .texts(let texts): return .text(texts[i])
    case .table(let table): return row(i, of: table)
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
    switch value {
    case .list(let list): return try part(of: list.elements, items, environment, at: place)
    case .texts(let texts): return try part(of: texts, items, environment, at: place)
    case .table(let table): return try part(of: table, items, environment, at: place)
    case .tensor, .recorded, .range: break
    default:
      throw Diagnostic("\(value.typeDescription) cannot be indexed", at: place.location)
    }
    let shape = try shape(of: value, "an index", at: place)
    var choices: [AxisChoice] = []
    var axis = 0
    for item in items {
      if isNewAxis(item) {
        choices.append(.newAxis)
        continue
      }
      guard axis < shape.count else {
        let count = items.filter { !isNewAxis($0) }.count
        throw Diagnostic(
          "too many indices: \(value.typeDescription) takes \(shape.count), found \(count)",
          at: place.location)
      }
      let choice = try choice(of: item, shape[axis...], environment, at: place)
      axis += choice.axisCount
      choices.append(choice)
    }
    let chosen = try Chosen(choices, shape: shape, at: place)
    try chargeElements(chosen.shape, at: place)
    return try gathered(value, chosen.positions, chosen.shape, at: place)
  }

  private mutating func part(
    of values: [Value], _ items: [Syntax.Subscript], _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> Value {
    guard items.count == 1 else {
      throw Diagnostic("a list takes one index, found \(items.count)", at: place.location)
    }
    switch try choice(of: items[0], [values.count], environment, at: place) {
    case .single(let position): return values[position]
    case .slice(let positions), .picked(let positions):
      return try stacked(positions.map { values[$0] }, at: place)
    case .newAxis, .flat: throw Diagnostic("a list takes one index", at: place.location)
    }
  }

  /// The elements at flat positions, in a new shape.
  mutating func gathered(
    _ value: Value, _ positions: [Int], _ shape: [Int], at place: Place
  ) throws(Diagnostic) -> Value {
    switch try operand(value, "an index", at: place) {
    case .known(let tensor):
      var part = Tensor(shape: shape, elements: positions.map { tensor.elements[$0] })
      part.isTruth = tensor.isTruth
      return Value(part)
    case .recorded(let node, _):
      return try record(at: place) { graph in graph.gather(node, at: positions, shape: shape) }
    }
  }
}
