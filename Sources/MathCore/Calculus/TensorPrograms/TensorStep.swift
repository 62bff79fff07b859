internal import Kernels

/// One step of a program on whole tensors; numbers called places are offsets into its memory.
enum TensorStep: Sendable {
  case elements(ElementStep)
  case product(ProductStep)
  case reduce(Reduction, ReductionLayout, from: Int, to: Int)
  case copy(StridedCopy, from: Int, to: Int)
  case gather([Int], from: Int, to: Int)
  case scatter([Int], count: Int, from: Int, to: Int)
  case stack([(from: Int, count: Int)], to: Int)
}

/// Functions of each element, block by block.
struct ElementStep: Sendable {
  var instructions: [kernel_instruction]
  /// In the order of the program's table: inputs, outputs, then registers.
  var inputs: [(place: Int, isNumber: Bool)]
  var outputs: [Int]
  var registerCount: Int
  /// The number of elements, padded to whole vectors.
  var count: Int
  /// Elements that are handled at a time.
  var block: Int

  var tableCount: Int { inputs.count + outputs.count + registerCount }

  func run(
    _ memory: UnsafeMutablePointer<Double>, registers: UnsafeMutablePointer<Double>,
    _ table: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>
  ) {
    let firstRegister = inputs.count + outputs.count
    for i in 0..<registerCount { table[firstRegister + i] = registers + i * block }
    for start in stride(from: 0, to: count, by: block) {
      for (i, input) in inputs.enumerated() {
        table[i] = memory + (input.isNumber ? input.place : input.place + start)
      }
      for (i, place) in outputs.enumerated() { table[inputs.count + i] = memory + place + start }
      kernel_run(kernelSet, instructions, instructions.count, table, min(block, count - start))
    }
  }
}

/// A matrix product, either factor read by rows or, transposed, by columns.
struct ProductStep: Sendable {
  var left: (place: Int, isTransposed: Bool)
  var right: (place: Int, isTransposed: Bool)
  var to: Int
  /// The product of an n × k and a k × m matrix.
  var n: Int
  var k: Int
  var m: Int

  /// The numbers that the kernel needs beside its operands.
  var panelCount: Int { k * Int(KERNEL_PANEL) }

  func run(_ memory: UnsafeMutablePointer<Double>, panel: UnsafeMutablePointer<Double>) {
    func matrix(_ factor: (place: Int, isTransposed: Bool), _ rows: Int, _ columns: Int) -> kernel_matrix {
      kernel_matrix(
        start: memory + factor.place, row_step: factor.isTransposed ? 1 : columns,
        column_step: factor.isTransposed ? rows : 1)
    }
    kernel_matrix_product(
      kernelSet, matrix(left, n, k), matrix(right, k, m), memory + to, n, k, m, panel)
  }
}
