internal import Diagnostics
internal import MathCore

/// The very numbers that NumPy draws after `np.random.seed(seed)`.
let numpyRandomFunctions: [Builtin] = [
  Builtin(
    "numpy_rand", ["shape"], isVariadic: true, options: [seed("numpy_rand(5, seed=42)")],
    "The numbers of np.random.rand after np.random.seed(seed).",
    Example("numpy_rand(3, seed=42)", "[0.37454 0.950714 0.731994]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(from: call.values, call)
    return try evaluation.drawn(shape, seed: call.options[0], call) { $0.unit() }
  },
  Builtin(
    "numpy_randn", ["shape"], isVariadic: true, options: [seed("numpy_randn(5, seed=42)")],
    "The numbers of np.random.randn after np.random.seed(seed).",
    Example("numpy_randn(3, seed=42)", "[0.496714 −0.138264 0.647689]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(from: call.values, call)
    return try evaluation.drawn(shape, seed: call.options[0], call) { $0.normal() }
  },
  Builtin(
    "numpy_randint", ["low", "high", "shape", seed("numpy_randint(0, 10, 5, seed=42)")],
    "The numbers of np.random.randint, from low to before high, after np.random.seed(seed).",
    Example("numpy_randint(0, 10, 5, seed=42)", "[6 3 7 4 6]")
  ) { (evaluation, call) throws(Diagnostic) in
    let ends = try evaluation.wholeEnds(call)
    let shape = try evaluation.shape(from: [call[2]], call)
    let last = UInt64(ends.high - ends.low - 1)
    return try evaluation.drawn(shape, seed: call[3], call) {
      Double(ends.low + Int($0.whole(upTo: last)))
    }
  },
  Builtin(
    "numpy_permutation", ["n", seed("numpy_permutation(5, seed=42)")],
    "The order of np.random.permutation(n) after np.random.seed(seed).",
    Example("numpy_permutation(5, seed=42)", "[1 4 2 0 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let count = try call[0].integer(
      of: "numpy_permutation: n", in: 0...Evaluation.elementLimit, at: call.location(of: 0))
    try evaluation.charge(count / 4, at: call.place)
    var state = NumPyRandomState(seed: UInt32(try evaluation.seed(call[1], call)))
    return .tensor(Tensor(state.permutation(count).map(Double.init)))
  },
]

extension Evaluation {
  fileprivate mutating func drawn(
    _ shape: [Int], seed: Value, _ call: Call, _ draw: (inout NumPyRandomState) -> Double
  ) throws(Diagnostic) -> Value {
    // A draw takes four times as long as a product.
    try charge(shape.reduce(1, *) / 4, at: call.place)
    var state = NumPyRandomState(seed: UInt32(try self.seed(seed, call)))
    return Value(Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in draw(&state) }))
  }
}
