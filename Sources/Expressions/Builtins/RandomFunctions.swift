internal import Diagnostics
internal import MathCore

/// The argument without which nothing is drawn.
func seed(_ example: String) -> Builtin.Parameter {
  Builtin.Parameter("seed", hint: "give a seed, and every run draws the same numbers: \(example)")
}

/// Random numbers of the generator xoshiro256**, the same ones for ever for the same seed.
let randomFunctions: [Builtin] = [
  Builtin(
    "rand", ["shape"], isVariadic: true, options: [seed("rand(5, seed=1)")],
    "Random numbers, evenly spread over 0 ≤ x < 1.",
    Example("rand(3, seed=1)", "[0.702922 0.520437 0.574106]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(from: call.values, call)
    return try evaluation.drawn(shape, seed: call.options[0], call) { $0.unit() }
  },
  Builtin(
    "randn", ["shape"], isVariadic: true, options: [seed("randn(5, seed=1)")],
    "Random numbers with the standard normal distribution.",
    Example("randn(3, seed=1)", "[0.532823 0.0512494 0.186837]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(from: call.values, call)
    let chances = try evaluation.drawn(shape, seed: call.options[0], call) { $0.openUnit() }
    return try evaluation.apply(.normalQuantile, chances, call.name, at: call.place)
  },
  Builtin(
    "randint", ["low", "high", "shape", seed("randint(1, 7, 5, seed=1)")],
    "Random whole numbers from low to before high.", Example("randint(1, 7, 5, seed=1)", "[5 4 4 3 5]")
  ) { (evaluation, call) throws(Diagnostic) in
    let ends = try evaluation.wholeEnds(call)
    let shape = try evaluation.shape(from: [call[2]], call)
    let count = UInt64(ends.high - ends.low)
    return try evaluation.drawn(shape, seed: call[3], call) {
      Double(ends.low + Int($0.whole(below: count)))
    }
  },
  Builtin(
    "choice", ["values", "n", seed("choice([1, 2, 3], 2, seed=1)"), .init("replace", .boolean(true))],
    "n random elements; of a whole number k, random numbers from 0 to before k.",
    Example("choice([10, 20, 30], 4, seed=1)", "[30 20 20 20]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.chosen(call)
  },
  Builtin(
    "shuffle", ["x", seed("shuffle([1, 2, 3], seed=1)")], "The elements in a random order.",
    Example("shuffle([1, 2, 3, 4], seed=1)", "[3 1 4 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    let count = try evaluation.length(of: call[0], at: call.place)
    try evaluation.charge(count / 4, at: call.place)
    var generator = Xoshiro256(seed: try evaluation.seed(call[1], call))
    return try evaluation.picked(generator.drawn(count, of: count), of: call[0], call)
  },
  Builtin(
    "sample", ["distribution", "n", seed("sample(normal(0, 1), 5, seed=1)")],
    "Random numbers with a distribution.",
    Example("sample(normal(100, 15), 3, seed=1)", "[107.992 100.769 102.803]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.sampled(call)
  },
]

extension Evaluation {
  /// A seed, which is a whole number of 32 bits.
  func seed(_ value: Value, _ call: Call) throws(Diagnostic) -> UInt64 {
    UInt64(
      try value.integer(of: "\(call.name): seed", in: 0...Int(UInt32.max), at: call.place.location))
  }

  /// Quantiles of random probabilities, where a distribution has no better way.
  fileprivate mutating func sampled(_ call: Call) throws(Diagnostic) -> Value {
    guard case .distribution(let distribution) = call[0] else {
      throw call[0].mismatch("sample", expected: "a distribution", at: call.location(of: 0))
    }
    let shape = try shape(from: [call[1]], call)
    var generator = Xoshiro256(seed: try seed(call[2], call))
    let count = shape.reduce(1, *)
    switch distribution.body {
    case .family:
      let chances = try drawn(shape, seed: call[2], call) { $0.openUnit() }
      return try evaluate(.quantile, of: distribution, at: chances, call.place)
    case .single(let single, let work):
      try chargeOperations(work, times: 4 * count, at: call.place)
      let numbers = single.sample(count, using: &generator)
      guard !distribution.labels.isEmpty else { return Value(Tensor(shape: shape, elements: numbers)) }
      guard shape.count <= 1 else {
        throw call.mistake(1, "expected a number of names, found \(shapeDescription(shape))")
      }
      let names = numbers.map { distribution.labels[Int($0)] }
      return shape.isEmpty ? .text(names[0]) : .texts(TextColumn(names))
    case .multivariate(let normal):
      guard shape.count == 1 else {
        throw call.mistake(1, "expected a number of vectors, found \(shapeDescription(shape))")
      }
      try chargeElements([count, normal.dimension], at: call.place)
      try chargeOperations(normal.dimension * (normal.dimension + 64), times: count, at: call.place)
      return .tensor(normal.sample(count, using: &generator))
    }
  }

  fileprivate mutating func drawn(
    _ shape: [Int], seed: Value, _ call: Call, _ draw: (inout Xoshiro256) -> Double
  ) throws(Diagnostic) -> Value {
    // A draw takes four times as long as a product.
    try charge(shape.reduce(1, *) / 4, at: call.place)
    var generator = Xoshiro256(seed: try self.seed(seed, call))
    return Value(
      Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in draw(&generator) }))
  }

  /// The ends of a range of whole numbers, the first two arguments; the upper one is not part of it.
  func wholeEnds(_ call: Call) throws(Diagnostic) -> (low: Int, high: Int) {
    let limit = 1 << 53
    let low = try call[0].integer(of: "\(call.name): low", in: -limit...limit, at: call.location(of: 0))
    let high = try call[1].integer(of: "\(call.name): high", in: -limit...limit, at: call.location(of: 1))
    guard low < high else {
      throw Diagnostic(
        "\(call.name): expected a high above the low, found \(high) and \(low)", at: call.place.location,
        help: "high itself is never drawn")
    }
    return (low, high)
  }

  fileprivate mutating func chosen(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    var values = call[0]
    if case .number = values {
      let count = try values.integer(of: "choice: values", in: 1...Self.elementLimit, at: place)
      values = .range(IntegerRange(first: 0, count: count))
    }
    let total = try length(of: values, at: call.place)
    let mayRepeat = try call[3].boolean(of: "choice: replace", at: call.location(of: 3))
    let count = try call[1].integer(of: "choice: n", in: 0...Self.elementLimit, at: call.location(of: 1))
    guard total > 0 || count == 0 else {
      throw Diagnostic("choice: expected at least one element, found none", at: place)
    }
    guard mayRepeat || count <= total else {
      throw Diagnostic(
        "choice: \(count) of \(counted(total, "element")) cannot be chosen without repeating any",
        at: place)
    }
    try charge(max(count, mayRepeat ? 0 : total) / 4, at: call.place)
    var generator = Xoshiro256(seed: try seed(call[2], call))
    let indices =
      mayRepeat
      ? (0..<count).map { _ in Int(generator.whole(below: UInt64(total))) }
      : generator.drawn(count, of: total)
    return try picked(indices, of: values, call)
  }

  /// The elements at some places along the first axis.
  fileprivate mutating func picked(
    _ indices: [Int], of value: Value, _ call: Call
  ) throws(Diagnostic) -> Value {
    if case .list(let list) = value { return try stacked(indices.map { list.elements[$0] }, at: call.place) }
    if case .range(let range) = value {
      return .tensor(Tensor(indices.map { Double(range.first + $0) }))
    }
    return try selected(value, 0, indices, call)
  }
}
