import Kernels
import MathCore
import TestSupport
import Testing

/// Numbers on which vector code goes wrong, then random ones of every size.
private let numbers: [Double] = {
  var numbers: [Double] = [
    0, -0.0, 1, -1, 0.5, -0.5, 2, 3, .pi, 1e-300, -1e-300, .leastNonzeroMagnitude, 1e300, -1e300, .infinity,
    -.infinity,
    .nan, 700, -745, 15, 22.5, 1e15, 0.1, 0.9, 26.5, -26.5, 170, 171.7, -3, 40,
  ]
  var random = SplitMix64(seed: 3)
  while numbers.count < 400 {
    let size = Double.random(in: -5...5, using: &random)
    numbers.append(Double.random(in: -1...1, using: &random) * UnaryFunction.exponential(size))
  }
  return numbers
}()

private let secondNumbers: [Double] = numbers.indices.map { numbers[($0 * 7 + 3) % numbers.count] }
private let thirdNumbers: [Double] = numbers.indices.map { numbers[($0 * 11 + 5) % numbers.count] }

/// The results of one instruction over operands that are laid out one after another.
private func run(
  _ set: kernel_set, _ operation: UInt16, scalars: UInt16 = 0,
  on operands: [[Double]] = [numbers, secondNumbers, thirdNumbers]
) -> [Double] {
  let count = operands[0].count
  var memory = operands.flatMap { $0 } + [Double](repeating: 0, count: count)
  var program = kernel_instruction(operation: operation, scalars: scalars, result: 3, a: 0, b: 1, c: 2)
  memory.withUnsafeMutableBufferPointer { memory in
    let table = (0..<4).map { memory.baseAddress?.advanced(by: $0 * count) }
    kernel_run(set, &program, 1, table, count)
  }
  return Array(memory[(3 * count)...])
}

private let operations: [UInt16] =
  UnaryFunction.allCases.map(\.rawValue) + BinaryFunction.allCases.map(\.rawValue)
  + TernaryFunction.allCases.map(\.rawValue)

/// How far the baseline may be away: what computes with exponents of hundreds keeps fewer digits.
private func tolerance(of operation: UInt16) -> Double {
  let incomplete: [BinaryFunction] = [.regularizedGamma, .complementaryRegularizedGamma, .gammaQuantile]
  let isIncomplete =
    incomplete.map(\.rawValue).contains(operation)
    || operation == TernaryFunction.regularizedBeta.rawValue
    || operation == TernaryFunction.betaQuantile.rawValue
  return isIncomplete ? 1e-12 : 4e-15
}

@Suite struct InstructionSetTests {
  @Test(arguments: operations)
  func `AVX2 and AVX-512 give the same bits`(_ operation: UInt16) {
    guard kernel_best_set() == KERNEL_AVX512 else { return }
    let (narrow, wide) = (run(KERNEL_AVX2, operation), run(KERNEL_AVX512, operation))
    for (x, (a, b)) in zip(numbers, zip(narrow, wide)) {
      #expect(a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN), "at \(x): \(a), \(b)")
    }
  }

  @Test(arguments: operations)
  func `The baseline is as good, to a few units in the last place`(_ operation: UInt16) {
    let (plain, best) = (run(KERNEL_BASELINE, operation), run(kernel_best_set(), operation))
    for (place, (a, b)) in zip(plain, best).enumerated() {
      let (x, y) = (numbers[place], secondNumbers[place])
      #expect(isClose(a, b, within: tolerance(of: operation), absolute: 1e-307), "at \(x), \(y): \(a), \(b)")
    }
  }

  @Test(arguments: [KERNEL_BASELINE, KERNEL_AVX2, KERNEL_AVX512], [1, 2, 3, 4, 5, 6] as [UInt16])
  func `A number stands for a block of equal numbers`(_ set: kernel_set, _ scalars: UInt16) {
    guard set.rawValue <= kernel_best_set().rawValue else { return }
    for operation in operations where operation >= 128 || (operation >= 64 && scalars < 4) {
      let first = run(set, operation, scalars: scalars)
      for place in numbers.indices.prefix(40) {
        let x = scalars & 1 != 0 ? numbers[0] : numbers[place]
        let y = scalars & 2 != 0 ? secondNumbers[0] : secondNumbers[place]
        let z = scalars & 4 != 0 ? thirdNumbers[0] : thirdNumbers[place]
        let lanes = [x, y, z].map { Array(repeating: $0, count: 8) }
        let expected = run(set, operation, on: lanes)[0]
        let isSame = first[place].bitPattern == expected.bitPattern
        #expect(isSame || (first[place].isNaN && expected.isNaN), "\(operation) at \(x), \(y), \(z)")
      }
    }
  }

  @Test func `Arrays of every length give the bits of single numbers`() {
    for function in UnaryFunction.allCases {
      for count in [1, 7, 8, 9, 23] {
        let found = function(Tensor(Array(numbers[..<count]))).elements
        for (x, y) in zip(numbers, found) {
          #expect(function(x).bitPattern == y.bitPattern || y.isNaN, "\(function) of \(x)")
          #expect(function(x).isNaN == y.isNaN)
        }
      }
    }
    for function in BinaryFunction.allCases {
      let found = function(Tensor(numbers), Tensor(secondNumbers)).elements
      for ((x, y), z) in zip(zip(numbers, secondNumbers), found) {
        let one = function(x, y)
        #expect(one.bitPattern == z.bitPattern || (one.isNaN && z.isNaN), "\(function) of \(x), \(y)")
      }
    }
  }
}
