internal import Kernels

/// The instruction set that all kernels run with, chosen once.
let kernelSet: kernel_set = kernel_best_set()

extension UnaryFunction {
  /// The value at one number, with the same bits as over arrays.
  package func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .negate: return -x
    case .absolute: return abs(x)
    case .squareRoot: return x.squareRoot()
    default: return onLanes(rawValue, x, 0, 0)
    }
  }

  /// The values at each of the elements.
  package func callAsFunction(_ x: Tensor) -> Tensor {
    Tensor(shape: x.shape, elements: elementwise(rawValue, count: x.count, x.elements))
  }
}

extension BinaryFunction {
  /// The value at two numbers, with the same bits as over arrays.
  package func callAsFunction(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide: return x / y
    case .less: return x < y ? 1 : 0
    case .lessOrEqual: return x <= y ? 1 : 0
    case .equal: return x == y ? 1 : 0
    case .notEqual: return x != y ? 1 : 0
    case .power:
      return PowerPlan(exponent: y)?.power(
        of: x, multiply: *, reciprocal: { 1 / $0 }, root: { $0.squareRoot() })
        ?? onLanes(rawValue, x, y, 0)
    default: return onLanes(rawValue, x, y, 0)
    }
  }

  /// The values over two tensors whose shapes broadcast to each other.
  package func callAsFunction(_ x: Tensor, _ y: Tensor) -> Tensor {
    guard let shape = broadcastShape(x.shape, y.shape) else {
      preconditionFailure("shapes must broadcast before they are computed with")
    }
    if self == .power, y.rank == 0, let plan = PowerPlan(exponent: y.elements[0]) {
      return plan.power(
        of: x, multiply: { BinaryFunction.multiply($0, $1) },
        reciprocal: { BinaryFunction.divide(Tensor(1), $0) }, root: { UnaryFunction.squareRoot($0) })
    }
    // A single number stays one; anything else is laid out in full.
    let a = x.count == 1 ? x : x.broadcast(to: shape)
    let b = y.count == 1 ? y : y.broadcast(to: shape)
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, elements: elementwise(rawValue, count: count, a.elements, b.elements))
  }
}

extension TernaryFunction {
  /// The value at three numbers, with the same bits as over arrays.
  package func callAsFunction(_ x: Double, _ y: Double, _ z: Double) -> Double {
    onLanes(rawValue, x, y, z)
  }

  /// The values over three tensors whose shapes broadcast to each other.
  package func callAsFunction(_ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    guard let pair = broadcastShape(x.shape, y.shape), let shape = broadcastShape(pair, z.shape) else {
      preconditionFailure("shapes must broadcast before they are computed with")
    }
    let parts = [x, y, z].map { $0.count == 1 ? $0 : $0.broadcast(to: shape) }
    return Tensor(
      shape: shape,
      elements: elementwise(
        rawValue, count: shape.reduce(1, *), parts[0].elements, parts[1].elements, parts[2].elements))
  }
}

extension Tensor {
  /// The first tensor's elements where the condition is not 0, else the second's; shapes must broadcast.
  package static func select(_ condition: Tensor, _ first: Tensor, _ second: Tensor) -> Tensor {
    TernaryFunction.select(condition, first, second)
  }
}

/// Runs one instruction on a single vector of equal numbers.
func onLanes(_ operation: UInt16, _ x: Double, _ y: Double, _ z: Double) -> Double {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * blockLanes) { memory in
    guard let base = memory.baseAddress else { return .nan }
    for (place, value) in [x, y, z, 0].enumerated() {
      (base + place * blockLanes).initialize(repeating: value, count: blockLanes)
    }
    var program = kernel_instruction(operation: operation, scalars: 0, result: 3, a: 0, b: 1, c: 2)
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Double>?.self, capacity: 4) { operands in
      for place in 0..<4 { operands.initializeElement(at: place, to: base + place * blockLanes) }
      kernel_run(kernelSet, &program, 1, operands.baseAddress, blockLanes)
    }
    return base[3 * blockLanes]
  }
}

/// The number of doubles that blocks are multiples of.
let blockLanes = Int(KERNEL_LANES)

/// Runs one instruction over arrays of `count` elements, or of one element for all.
private func elementwise(_ operation: UInt16, count: Int, _ arrays: [Double]...) -> [Double] {
  let whole = count / blockLanes * blockLanes
  let isNumber = arrays.map { $0.count == 1 }
  var scalars: UInt16 = 0
  for (bit, number) in isNumber.enumerated() where number { scalars |= 1 << UInt16(bit) }
  let result = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    if let base = buffer.baseAddress, whole > 0 {
      runWhole(operation, scalars, arrays, base, whole)
    }
    for i in whole..<count {
      let x = arrays.indices.map { isNumber[$0] ? arrays[$0][0] : arrays[$0][i] }
      let value = onLanes(operation, x[0], x.count > 1 ? x[1] : 0, x.count > 2 ? x[2] : 0)
      buffer.initializeElement(at: i, to: value)
    }
    initialized = count
  }
  return result
}

private func runWhole(
  _ operation: UInt16, _ scalars: UInt16, _ arrays: [[Double]],
  _ result: UnsafeMutablePointer<Double>, _ count: Int
) {
  withPointers(arrays) { pointers in
    var operands: [UnsafeMutablePointer<Double>?] = pointers.map { UnsafeMutablePointer(mutating: $0) }
    while operands.count < 3 { operands.append(nil) }
    operands.append(result)
    var program = kernel_instruction(
      operation: operation, scalars: scalars, result: 3, a: 0, b: 1, c: 2)
    kernel_run(kernelSet, &program, 1, operands, count)
  }
}

/// Calls `body` with the addresses of arrays' elements, which it must not keep or write to.
func withPointers(
  _ arrays: [[Double]], _ found: [UnsafePointer<Double>] = [],
  _ body: ([UnsafePointer<Double>]) -> Void
) {
  guard found.count < arrays.count else { return body(found) }
  arrays[found.count].withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    withPointers(arrays, found + [base], body)
  }
}
