internal import Diagnostics
internal import MathCore

/// What one index or slice chooses of an axis.
enum AxisChoice {
  /// An index: the axis goes.
  case single(Int)
  /// A slice: the axis stays.
  case slice([Int])
  /// A vector of indices or a mask; several of these are taken in pairs, as in NumPy.
  case picked([Int])
  /// A mask of several axes, which go, by the flat positions that it chooses in them.
  case flat([Int], axisCount: Int)
  /// `None`, an axis of one element that was not there.
  case newAxis

  /// How many axes of the value it is about.
  var axisCount: Int {
    switch self {
    case .newAxis: 0
    case .flat(_, let count): count
    case .single, .slice, .picked: 1
    }
  }
}

/// The elements that indices choose: their flat positions and the shape that they have then.
struct Chosen {
  private(set) var shape: [Int] = []
  private(set) var positions = [0]

  /// `choices` are about the first axes of `shape`; the others stay whole.
  init(_ choices: [AxisChoice], shape: [Int], at place: Place) throws(Diagnostic) {
    let steps = strides(of: shape)
    var axis = 0
    // For each axis of the result, the distances that its indices add; all pairs together are one axis.
    var axes: [[Int]] = []
    var pairs: [Int]?
    var pairPlaces: [Int] = []
    var singles = 0
    for (number, choice) in choices.enumerated() {
      switch choice {
      case .newAxis: axes.append([0])
      case .slice(let chosen): axes.append(chosen.map { $0 * steps[axis] })
      case .single(let position):
        singles += position * steps[axis]
        pairPlaces.append(number)
      case .picked(let chosen):
        pairs = try Self.paired(pairs, chosen.map { $0 * steps[axis] }, at: place)
        pairPlaces.append(number)
      case .flat(let chosen, let count):
        // The axes of a mask lie next to each other.
        pairs = try Self.paired(pairs, chosen.map { $0 * steps[axis + count - 1] }, at: place)
        pairPlaces.append(number)
      }
      axis += choice.axisCount
    }
    for axis in axis..<max(axis, shape.count) { axes.append((0..<shape[axis]).map { $0 * steps[axis] }) }
    if let pairs { axes.insert(pairs, at: Self.place(ofPairs: pairPlaces, choices)) }
    self.shape = axes.map(\.count)
    positions = [singles]
    for distances in axes { positions = positions.flatMap { start in distances.map { start + $0 } } }
  }

  private static func paired(
    _ known: [Int]?, _ next: [Int], at place: Place
  ) throws(Diagnostic) -> [Int] {
    guard let known else { return next }
    if known.count == next.count { return zip(known, next).map { $0 + $1 } }
    if known.count == 1 { return next.map { $0 + known[0] } }
    if next.count == 1 { return known.map { $0 + next[0] } }
    throw Diagnostic(
      "an index: shapes (\(known.count),) and (\(next.count),) do not fit: \(known.count) ≠ \(next.count)",
      at: place.location)
  }

  /// NumPy's rule: where the first of them stands if they are neighbors, else in front.
  private static func place(ofPairs places: [Int], _ choices: [AxisChoice]) -> Int {
    guard let first = places.first, let last = places.last, last - first + 1 == places.count else {
      return 0
    }
    return choices[..<first].count
  }
}

extension Evaluation {
  func isNewAxis(_ item: Syntax.Subscript) -> Bool {
    guard case .index(let syntax) = item, case .name(let name) = syntax.kind else { return false }
    return name == "None"
  }

  /// What an index or slice chooses of the first of some axes, or a mask of several of them.
  mutating func choice(
    of item: Syntax.Subscript, _ extents: ArraySlice<Int>, _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> AxisChoice {
    let extent = extents[extents.startIndex]
    guard case .index(let syntax) = item else {
      guard case .slice(let from, let to, let step) = item else { return .newAxis }
      return .slice(try slice(from, to, step, extent, environment))
    }
    return try choice(
      by: try value(of: syntax, in: environment), extents, at: environment.place(syntax.range.lowerBound))
  }

  /// What a number, some numbers or a mask choose.
  mutating func choice(
    by found: Value, _ extents: ArraySlice<Int>, at place: Place
  ) throws(Diagnostic) -> AxisChoice {
    let extent = extents[extents.startIndex]
    switch found {
    case .number(let number): return .single(try index(number, extent, at: place))
    case .tensor(let tensor) where tensor.isTruth:
      return try chosen(by: tensor, Array(extents), at: place)
    case .tensor(let tensor) where tensor.rank == 1:
      return .picked(try indices(tensor.elements, extent, at: place))
    case .range(let range):
      try chargeElements([range.count], at: place)
      return .picked(try indices(range.elements, extent, at: place))
    case .recorded:
      throw Diagnostic(
        "an index has to be known before the function is compiled", at: place.location,
        help: "where(condition, a, b) chooses by unknown numbers")
    default: throw found.mismatch("an index", expected: "a whole number", at: place.location)
    }
  }

  /// The elements where a mask is true.
  private func chosen(
    by mask: Tensor, _ extents: [Int], at place: Place
  ) throws(Diagnostic) -> AxisChoice {
    guard mask.rank <= extents.count, Array(extents.prefix(mask.rank)) == mask.shape else {
      throw Diagnostic(
        "a mask of shape \(shapeText(mask.shape)) does not fit the shape \(shapeText(extents))",
        at: place.location)
    }
    let positions = mask.elements.indices.filter { mask.elements[$0] != 0 }
    return mask.rank == 1 ? .picked(positions) : .flat(positions, axisCount: mask.rank)
  }

  private func indices(
    _ numbers: [Double], _ extent: Int, at place: Place
  ) throws(Diagnostic) -> [Int] {
    var chosen: [Int] = []
    chosen.reserveCapacity(numbers.count)
    for number in numbers { chosen.append(try index(number, extent, at: place)) }
    return chosen
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
}
